using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>
/// Turns of an interview or a transcript: paragraphs that start with who speaks and a colon ("Q:", "HOLT:", "Karin Feld:").
/// One such line may be anything; two near each other, both by somebody who may speak, are a conversation.
/// </summary>
internal static class Turns
{
    private const int MaxName = 4;

    /// <summary>How many paragraphs may stand between two turns; they belong to the first.</summary>
    private const int MaxBetween = 4;

    private const double Sureness = 0.95;

    private static readonly string[] Parts = ["q", "a", "question", "answer", "interviewer", "reporter", "moderator", "host"];

    /// <summary>Adds the turns of a text.</summary>
    public static void Propose(ParsedText text, List<Proposal> proposals)
    {
        var paragraphs = text.Segmentation.Paragraphs;
        var colons = paragraphs.Select(paragraph => ColonOf(text, paragraph.Tokens)).ToArray();
        var turns = Enumerable.Range(0, paragraphs.Length).Where(i => colons[i] >= 0).ToArray();
        for (var turn = 0; turn < turns.Length; turn++)
        {
            var here = turns[turn];
            var next = turn + 1 < turns.Length && turns[turn + 1] - here <= MaxBetween + 1 ? turns[turn + 1] : -1;
            var hasBefore = turn > 0 && here - turns[turn - 1] <= MaxBetween + 1 && !IsSame(here, turns[turn - 1]);
            if (!hasBefore && (next < 0 || IsSame(here, next)))
            {
                continue;
            }

            var colon = colons[here];
            var parts = new List<TokenRange> { new(colon + 1, paragraphs[here].Tokens.End) };
            for (var between = here + 1; between < next; between++)
            {
                parts.Add(paragraphs[between].Tokens);
            }

            var content = parts.ConvertAll(part => WithoutFullStop(text, part)).FindAll(part => part.Length > 0);
            if (content.Count > 0)
            {
                var source = new TokenRange(paragraphs[here].Tokens.Start, colon);
                proposals.Add(new Proposal(CueFrame.Turn, "turn", colon, new TokenRange(colon, colon + 1), source, source.Start, content) { Confidence = Sureness });
            }
        }

        bool IsSame(int one, int other) => NameOf(one).SequenceEqual(NameOf(other));

        ReadOnlySpan<char> NameOf(int paragraph) => text.Segmentation.SpanOf(new TokenRange(paragraphs[paragraph].Tokens.Start, colons[paragraph])).Of(text.Segmentation.Text);
    }

    /// <summary>A full stop that ends a line which is no quotation is no part of what is said.</summary>
    internal static TokenRange WithoutFullStop(ParsedText text, TokenRange part) =>
        part.Length > 0 && (text.Is(part.End - 1, ".") || text.Is(part.End - 1, ";")) ? new TokenRange(part.Start, part.End - 1) : part;

    /// <summary>The colon after a name or letter at the start of a paragraph, or -1.</summary>
    private static int ColonOf(ParsedText text, TokenRange paragraph)
    {
        for (var token = paragraph.Start; token < Math.Min(paragraph.End - 1, paragraph.Start + MaxName + 1); token++)
        {
            if (text.Is(token, ":"))
            {
                return token > paragraph.Start && IsSpeaker(text, new TokenRange(paragraph.Start, token)) ? token : -1;
            }

            if (!char.IsUpper(text.Form(token)[0]))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>A person, a name in capitals, or a part in an interview ("Q", "Interviewer"); not "When" or "Photo".</summary>
    private static bool IsSpeaker(ParsedText text, TokenRange name) =>
        text.EntitiesIn(name).Any(entity => entity.Type == EntityType.Person)
        || (name.Length == 1 && Parts.Contains(text.Form(name.Start).ToString().ToLowerInvariant()))
        || Enumerable.Range(name.Start, name.Length).All(token => text.Form(token).Length > 1 && !text.Form(token).ContainsAnyExceptInRange('A', 'Z'));
}
