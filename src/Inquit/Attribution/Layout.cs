using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>Attribution by the look of a line: a name and a colon before it, a name and a role after it.</summary>
internal static class Layout
{
    private const int MaxNameTokens = 8;
    private const int MaxPullQuoteTokens = 60;

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
            if (text.Form(dash) is not ("-" or "--" or "–" or "—" or "―"))
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

    /// <summary>Adds a line without a full stop that ends in a person's name and a role.</summary>
    public static void ProposePullQuote(ParsedText text, Paragraph paragraph, EntityMention person, List<Proposal> proposals)
    {
        var tokens = paragraph.Tokens;
        var before = new TokenRange(tokens.Start, Math.Max(tokens.Start, person.Tokens.Start));
        var isClause = false;
        for (var token = before.Start; token < before.End; token++)
        {
            isClause |= text.Upos(token) is UniversalPos.VERB or UniversalPos.AUX;
        }

        var role = new TokenRange(person.Tokens.End, Math.Max(person.Tokens.End, tokens.End));
        if (!isClause || before.Length < 4 || role.Length is 0 or > MaxNameTokens || tokens.Length > MaxPullQuoteTokens || !IsRole(text, role)
            || text.Upos(before.End - 1) is UniversalPos.ADP or UniversalPos.CCONJ or UniversalPos.VERB or UniversalPos.AUX or UniversalPos.DET or UniversalPos.PART)
        {
            return;
        }

        var source = new TokenRange(person.Tokens.Start, tokens.End);
        var content = ContentShaper.Shape(text, [before], [source], person.Tokens.Start);
        if (content.Count > 0)
        {
            proposals.Add(new Proposal(CueFrame.PullQuote, "name role", person.Tokens.Start, new TokenRange(person.Tokens.Start, person.Tokens.Start), source, person.Tokens.End - 1, content));
        }
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

    /// <summary>What stands before the colon, as the lexicon counts it: "person", "organization", "name", or the word itself.</summary>
    private static string KindOf(ParsedText text, TokenRange source)
    {
        foreach (var entity in text.Entities)
        {
            if (entity.Tokens.Overlaps(source))
            {
                return entity.Type switch { EntityType.Person => "person", EntityType.Organization => "organization", _ => "name" };
            }
        }

        return source.Length == 1 ? text.Lemma(source.Start).ToLowerInvariant() : "words";
    }
}
