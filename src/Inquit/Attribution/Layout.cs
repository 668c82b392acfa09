using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>Attribution by the look of a line: a name and a colon before it, a dash and a name after it.</summary>
internal static class Layout
{
    private const int MaxNameTokens = 8;

    /// <summary>Adds "NAME: …" at the start of a paragraph.</summary>
    public static void ProposeColon(ParsedText text, Paragraph paragraph, List<Proposal> proposals)
    {
        var tokens = paragraph.Tokens;
        var limit = Math.Min(tokens.End - 1, tokens.Start + MaxNameTokens);
        var start = text.QuotationOf(tokens.Start) >= 0 && text.IsPunctuation(tokens.Start) ? tokens.Start + 1 : tokens.Start;
        for (var token = start; token < limit; token++)
        {
            if (!text.Is(token, ":"))
            {
                if (text.Upos(token) is UniversalPos.VERB or UniversalPos.AUX || (text.QuotationOf(token) >= 0 && start == tokens.Start))
                {
                    return;
                }

                continue;
            }

            var source = new TokenRange(start, token);
            if (source.Length == 0)
            {
                return;
            }

            var cue = new TokenRange(token, token + 1);
            var content = ContentShaper.Shape(text, [new TokenRange(token + 1, tokens.End)], [cue, source], token);
            if (content.Count > 0)
            {
                proposals.Add(new Proposal(CueFrame.Colon, KindOf(text, source), token, cue, source, source.End - 1, content));
            }

            return;
        }
    }

    /// <summary>Adds a paragraph that is a quotation, a dash and a name: “…” — Ann Lee.</summary>
    public static void ProposeSignature(ParsedText text, Paragraph paragraph, List<Proposal> proposals)
    {
        var tokens = paragraph.Tokens;
        for (var dash = tokens.End - 2; dash > tokens.Start && dash >= tokens.End - 1 - MaxNameTokens; dash--)
        {
            if (!text.IsDash(dash))
            {
                continue;
            }

            if (text.QuotationOf(dash - 1) is >= 0 and var index && text.Quotations[index].End == dash && text.Quotations[index].Start == tokens.Start)
            {
                var source = new TokenRange(dash + 1, tokens.End);
                proposals.Add(new Proposal(CueFrame.Signature, "name", dash, new TokenRange(dash, dash + 1), source, tokens.End - 1, [text.Quotations[index]]));
            }

            return;
        }
    }

    /// <summary>What stands before the colon, as the lexicon counts it: "person", "organization", "name", or the word itself.</summary>
    private static string KindOf(ParsedText text, TokenRange source)
    {
        foreach (var entity in text.EntitiesIn(source))
        {
            return entity.Type switch { EntityType.Person => "person", EntityType.Organization => "organization", _ => "name" };
        }

        return source.Length == 1 ? text.Lemma(source.Start).ToLowerInvariant() : "words";
    }
}
