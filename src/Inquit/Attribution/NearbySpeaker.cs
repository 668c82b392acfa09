using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>
/// Free quotations: whole sentences in quotation marks that no verb attributes, beside a sentence that shows one person doing
/// something. That person is taken to speak; there is no cue.
/// </summary>
internal static class NearbySpeaker
{
    /// <summary>A shorter quotation may be a title or a word held up.</summary>
    private const int MinTokens = 5;

    private const double Sureness = 0.6;

    /// <summary>The free quotations of a text that share no token with what is attributed already.</summary>
    public static IEnumerable<Proposal> Find(ParsedText text, Func<TokenRange, bool> isFree)
    {
        foreach (var quotation in text.Quotations)
        {
            if (quotation.Length < MinTokens || !IsWholeSentences(text, quotation) || !isFree(quotation))
            {
                continue;
            }

            if ((SpeakerIn(text, SentenceBefore(text, quotation)) ?? SpeakerIn(text, SentenceAfter(text, quotation))) is { } speaker)
            {
                yield return new Proposal(CueFrame.Nearby, "person", quotation.Start, new TokenRange(quotation.Start, quotation.Start), speaker, speaker.Start, [quotation]) { Confidence = Sureness };
            }
        }
    }

    /// <summary>Whether the quotation starts with its sentence, and ends with one.</summary>
    private static bool IsWholeSentences(ParsedText text, TokenRange quotation) =>
        text.SentenceOf(quotation.Start).Start == quotation.Start
        && text.SentenceOf(quotation.End - 1).End == quotation.End
        && (text.Is(quotation.End - 2, ".") || text.Is(quotation.End - 2, "!") || text.Is(quotation.End - 2, "?"));

    private static TokenRange? SentenceBefore(ParsedText text, TokenRange quotation) => quotation.Start == 0 ? null : text.SentenceOf(quotation.Start - 1);

    /// <summary>The sentence after it in its own paragraph: the next paragraph is about something else.</summary>
    private static TokenRange? SentenceAfter(ParsedText text, TokenRange quotation) =>
        quotation.End < text.Count && text.ParagraphOf(quotation.End) == text.ParagraphOf(quotation.End - 1) ? text.SentenceOf(quotation.End) : null;

    /// <summary>The one person that a sentence without quotation marks names, where it is the subject of its verb.</summary>
    private static TokenRange? SpeakerIn(ParsedText text, TokenRange? sentence)
    {
        if (sentence is not { Length: > 0 } tokens || Enumerable.Range(tokens.Start, tokens.Length).Any(token => text.QuotationOf(token) >= 0))
        {
            return null;
        }

        var persons = text.EntitiesIn(tokens).Where(name => name.Type == EntityType.Person).ToList();
        var isSubject = persons.Count == 1 && Enumerable.Range(persons[0].Tokens.Start, persons[0].Tokens.Length).Any(token => text.Has(token, "nsubj"));
        return isSubject ? persons[0].Tokens : null;
    }
}
