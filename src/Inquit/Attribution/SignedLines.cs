using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>
/// A line of speech above a line that signs it with a name, and often a role: a pull quote set in two lines, with quotation
/// marks or without.
/// </summary>
internal static class SignedLines
{
    private const int MaxSignature = 12;
    private const int MinSpeech = 4;
    private const double Sureness = 0.9;

    /// <summary>Who writes under a headline has not said it.</summary>
    private static readonly string[] Authors = ["correspondent", "reporter", "writer", "editor", "journalist", "columnist", "photographer", "staff", "author"];

    /// <summary>Adds <paramref name="paragraph"/> as said by whom <paramref name="below"/> names.</summary>
    public static void Propose(ParsedText text, Paragraph paragraph, Paragraph below, List<Proposal> proposals)
    {
        var (said, line) = (paragraph.Tokens, below.Tokens);
        if (said.Length == 0 || line.Length is 0 or > MaxSignature)
        {
            return;
        }

        var isQuotation = text.QuotationOf(said.Start) is >= 0 and var index && text.Quotations[index] == said;
        var isBare = said.Start > 0 && said.Length >= MinSpeech && !text.IsPunctuation(said.End - 1) && text.QuotationOf(said.Start) < 0 && HasFiniteVerb(text, said);
        var dash = text.IsDash(line.Start) ? 1 : 0;
        var signature = new TokenRange(line.Start + dash, line.End);
        var comma = Enumerable.Range(signature.Start, signature.Length).FirstOrDefault(token => text.Is(token, ","), -1);
        var hasRole = comma > 0 && comma + 1 < line.End && char.IsLower(text.Form(comma + 1)[0]);
        if (!(isQuotation || (isBare && (hasRole || dash > 0))) || !IsSignature(text, signature))
        {
            return;
        }

        var cue = new TokenRange(line.Start, line.Start + dash);
        proposals.Add(new Proposal(CueFrame.SignedLine, "line", line.Start, cue, signature, signature.Start, [said]) { Confidence = Sureness });
    }

    /// <summary>A person's name first, no verb, no full stop, and no trade that signs what others say.</summary>
    private static bool IsSignature(ParsedText text, TokenRange line)
    {
        if (line.Length == 0 || text.EntityAt(line.Start) is not { Type: EntityType.Person } || HasFiniteVerb(text, line) || text.IsPunctuation(line.End - 1))
        {
            return false;
        }

        for (var token = line.Start; token < line.End; token++)
        {
            if (Authors.Contains(text.Lemma(token).ToLowerInvariant()))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasFiniteVerb(ParsedText text, TokenRange range)
    {
        for (var token = range.Start; token < range.End; token++)
        {
            if (text.Syntax.Xpos[token] is "VBD" or "VBZ" or "VBP" or "MD")
            {
                return true;
            }
        }

        return false;
    }
}
