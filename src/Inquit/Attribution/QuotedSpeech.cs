using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>
/// Quotations beside a clause of saying: “…,” X said; X said: “…”; “…,” X said. “…”. They are read off the marks, since
/// the tree of a sentence with quotations in it is seldom to be trusted.
/// </summary>
internal static class QuotedSpeech
{
    /// <summary>How many tokens may stand between the clause of saying and the quotation that it leads to ("told CNN on Monday, “…”").</summary>
    private const int MaxLead = 12;

    /// <summary>The longest source, in tokens, that is read off the marks alone.</summary>
    private const int MaxSource = 30;

    /// <summary>Adds what <paramref name="verb"/> attributes if it stands outside quotation marks and beside a quotation.</summary>
    public static void Propose(ParsedText text, int verb, List<Proposal> proposals)
    {
        if (text.Quotations.Length == 0 || text.QuotationOf(verb) >= 0)
        {
            return;
        }

        var cue = CueSpans.VerbGroup(text, verb);
        var subject = Sources.SubjectOf(text, verb);
        TokenRange? source = subject >= 0 ? Sources.Phrase(text, subject, cue) : null;
        if (source is null && (SourceBetween(text, cue) ?? SourceAfter(text, verb, cue)) is { } read)
        {
            source = read;
            subject = text.ExactDependent(verb, "obj") is >= 0 and var inverted && read.Contains(inverted) ? inverted : read.End - 1;
        }

        var core = Core(text, cue, source);
        var parts = new List<TokenRange>();
        var lead = TokenRangeOf(cue.End, cue.End);
        if (QuotationBefore(text, core) is { } before)
        {
            parts.Add(before);
        }

        if (QuotationAfter(text, verb, core, parts.Count > 0) is { } after)
        {
            parts.Add(after);
            lead = TokenRangeOf(core.End, after.Start);
        }

        if (parts.Count == 0)
        {
            return;
        }

        if (cue.End < text.Count && text.Is(cue.End, ":"))
        {
            cue = new TokenRange(cue.Start, cue.End + 1);
        }

        List<TokenRange> holes = source is { } named ? [cue, lead, named] : [cue, lead];
        var content = ContentShaper.Shape(text, parts, holes, verb);
        if (content.Count > 0)
        {
            proposals.Add(new Proposal(CueFrame.Quotation, text.Lemma(verb), verb, cue, source, subject, content));
        }
    }

    /// <summary>The words between a closing mark and a verb without a subject: “…,” <b>Ann Lee, a doctor,</b> said.</summary>
    private static TokenRange? SourceBetween(ParsedText text, TokenRange cue)
    {
        var start = cue.Start;
        while (start > 0 && cue.Start - start < MaxSource && text.QuotationOf(start - 1) < 0)
        {
            start--;
        }

        var isAfterQuotation = start > 0 && start < cue.Start && text.QuotationOf(start - 1) >= 0 && text.SentenceOf(cue.Start).Contains(start);
        return isAfterQuotation && text.Upos(start) is UniversalPos.PROPN or UniversalPos.PRON or UniversalPos.DET or UniversalPos.NOUN or UniversalPos.ADJ
            ? new TokenRange(start, cue.Start)
            : null;
    }

    /// <summary>The noun phrase right after a verb that follows a quotation: “…,” said <b>Ann Lee</b>.</summary>
    private static TokenRange? SourceAfter(ParsedText text, int verb, TokenRange cue)
    {
        if (QuotationBefore(text, cue) is null)
        {
            return null;
        }

        foreach (var dependent in text.Syntax.Dependents(verb))
        {
            if (dependent >= cue.End && text.Extent(dependent).Start == cue.End && text.Upos(dependent) is UniversalPos.PROPN or UniversalPos.NOUN or UniversalPos.PRON)
            {
                return Sources.Phrase(text, dependent, cue);
            }
        }

        return null;
    }

    /// <summary>Cue and source together where they touch, else the cue alone.</summary>
    private static TokenRange Core(ParsedText text, TokenRange cue, TokenRange? source)
    {
        if (source is not { } named || !text.SentenceOf(cue.Start).Contains(named))
        {
            return cue;
        }

        var gap = named.Start >= cue.End ? named.Start - cue.End : cue.Start - named.End;
        return gap > MaxLead ? cue : TokenRangeOf(Math.Min(cue.Start, named.Start), Math.Max(cue.End, named.End));
    }

    /// <summary>The quotation that ends right before the clause of saying, a comma aside; with the words before it that it completes.</summary>
    private static TokenRange? QuotationBefore(ParsedText text, TokenRange core)
    {
        var token = core.Start - 1;
        while (token >= 0 && text.QuotationOf(token) < 0 && text.Is(token, ","))
        {
            token--;
        }

        if (token < 0 || text.QuotationOf(token) is not (>= 0 and var index))
        {
            return null;
        }

        var quotation = text.Quotations[index];
        var sentence = text.SentenceOf(quotation.Start);
        var isWholeSpeech = quotation.Start == sentence.Start || text.IsPunctuation(quotation.Start - 1) || quotation.Length > 8;
        return quotation.End != token + 1 || !SameParagraph(text, token, core.Start) ? null
            : isWholeSpeech ? quotation
            : TokenRangeOf(sentence.Start, quotation.End);
    }

    /// <summary>The quotation that the clause of saying leads to, in its sentence, after its colon, or as a continuation.</summary>
    private static TokenRange? QuotationAfter(ParsedText text, int verb, TokenRange core, bool continues)
    {
        var sentence = text.SentenceOf(verb);
        var limit = Math.Min(text.Count, core.End + MaxLead + 1);
        for (var token = core.End; token < limit; token++)
        {
            if (text.QuotationOf(token) is >= 0 and var index)
            {
                var quotation = text.Quotations[index];
                return quotation.Start == token && LeadsTo(text, core, quotation, continues) ? quotation : null;
            }

            if (token != core.End && token < sentence.End && text.Upos(token) == UniversalPos.VERB && text.Relation(token) is "conj" or "ccomp")
            {
                return null;
            }
        }

        return null;
    }

    private static bool LeadsTo(ParsedText text, TokenRange core, TokenRange quotation, bool continues)
    {
        if (!SameParagraph(text, core.Start, quotation.Start))
        {
            return false;
        }

        var last = quotation.Start - 1;
        if (quotation.Start == core.End || text.Is(last, ",") || text.Is(last, ":"))
        {
            return true;
        }

        return continues && text.Is(last, ".") && !HasOwnAttribution(text, quotation);
    }

    /// <summary>Whether words of the same sentence follow the quotation, so that it is attributed there.</summary>
    private static bool HasOwnAttribution(ParsedText text, TokenRange quotation)
    {
        var sentence = text.SentenceOf(quotation.End - 1);
        var isFinished = quotation.Length > 2 && text.Is(quotation.End - 2, ".");
        return !isFinished && quotation.End < sentence.End && !text.IsPunctuation(quotation.End);
    }

    private static bool SameParagraph(ParsedText text, int left, int right)
    {
        var between = text.Segmentation.Text.AsSpan(text.Segmentation.Tokens[left].End..Math.Max(text.Segmentation.Tokens[left].End, text.Segmentation.Tokens[right].Start));
        return !between.Contains('\n');
    }

    private static TokenRange TokenRangeOf(int start, int end) => new(start, Math.Max(start, end));
}
