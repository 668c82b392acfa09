using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>A line lifted out of an article's talk: what was said, then who said it, without mark or verb between.</summary>
/// <param name="Content">What was said.</param>
/// <param name="Source">Name and role.</param>
internal sealed record PullQuote(TokenRange Content, TokenRange Source);

/// <summary>Finds pull quotes: paragraphs without a full stop that hold a clause and end in a person's name and a role.</summary>
internal static class PullQuotes
{
    private const int MinContent = 4;
    private const int MaxRole = 8;
    private const int MaxTokens = 60;
    private const double Sureness = 0.9;

    /// <summary>The pull quote that <paramref name="paragraph"/> is, or null.</summary>
    public static PullQuote? Find(ParsedText text, Paragraph paragraph)
    {
        var tokens = paragraph.Tokens;
        if (tokens.Length is < MinContent + 3 or > MaxTokens || LastPerson(text, tokens) is not { } person)
        {
            return null;
        }

        var content = new TokenRange(tokens.Start, person.Start);
        var role = new TokenRange(person.End, tokens.End);
        var isPullQuote = content.Length >= MinContent && role.Length is > 0 and <= MaxRole && HasVerb(text, content) && IsRole(text, role)
            && text.Upos(content.End - 1) is UniversalPos.NOUN or UniversalPos.PRON or UniversalPos.ADV or UniversalPos.NUM;
        return isPullQuote ? new PullQuote(content, new TokenRange(person.Start, tokens.End)) : null;
    }

    /// <summary>Adds the pull quote as a proposal without a cue.</summary>
    public static void Propose(PullQuote pulled, List<Proposal> proposals)
    {
        var noCue = new TokenRange(pulled.Source.Start, pulled.Source.Start);
        proposals.Add(new Proposal(CueFrame.PullQuote, "name role", noCue.Start, noCue, pulled.Source, noCue.Start, [pulled.Content]) { Confidence = Sureness });
    }

    private static TokenRange? LastPerson(ParsedText text, TokenRange tokens)
    {
        for (var token = tokens.End - 1; token >= tokens.Start; token--)
        {
            if (text.EntityAt(token) is { } mention && tokens.Contains(mention.Tokens) && text.Persons.In(mention) is { } person)
            {
                return person;
            }
        }

        return null;
    }

    private static bool HasVerb(ParsedText text, TokenRange range)
    {
        for (var token = range.Start; token < range.End; token++)
        {
            if (text.Upos(token) is UniversalPos.VERB or UniversalPos.AUX)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRole(ParsedText text, TokenRange role)
    {
        for (var token = role.Start; token < role.End; token++)
        {
            var isNominal = text.Upos(token) is UniversalPos.NOUN or UniversalPos.PROPN or UniversalPos.ADJ or UniversalPos.ADP or UniversalPos.DET;
            if (!isNominal && !text.Is(token, ","))
            {
                return false;
            }
        }

        return true;
    }
}
