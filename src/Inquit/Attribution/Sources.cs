using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>Whom a predicate is attributed to, and over which tokens that stretches.</summary>
internal static class Sources
{
    private const int MaxSteps = 6;

    /// <summary>
    /// The head token of who does what <paramref name="predicate"/> says: its own subject, else the one it shares with the
    /// predicate that it is joined to ("X came and said", "X left, saying"); -1 where there is none, or it is an empty "it".
    /// </summary>
    public static int SubjectOf(ParsedText text, int predicate)
    {
        for (var steps = 0; steps < MaxSteps && predicate >= 0; steps++)
        {
            if (text.Dependent(predicate, "nsubj") is >= 0 and var subject)
            {
                return IsEmpty(text, subject) ? -1 : subject;
            }

            if (text.Dependent(predicate, "expl") >= 0)
            {
                return -1;
            }

            var head = text.Head(predicate);
            switch (text.Relation(predicate))
            {
                case "conj" or "xcomp" or "advcl" or "parataxis" or "dep":
                    predicate = head;
                    break;
                case "acl":
                    return head;
                default:
                    return -1;
            }
        }

        return -1;
    }

    /// <summary>The tokens of a source: its phrase with apposition, without an incidental relative clause, up to the cue.</summary>
    public static TokenRange Phrase(ParsedText text, int head, TokenRange cue)
    {
        var extent = text.Extent(head);
        var (start, end) = (extent.Start, extent.End);
        if (cue.Length > 0 && cue.Start > head)
        {
            end = Math.Min(end, cue.Start);
        }
        else if (cue.Length > 0 && cue.End <= head)
        {
            start = Math.Max(start, cue.End);
        }

        end = Phrases.WithoutAsides(text, new TokenRange(Math.Min(start, head), Math.Max(head + 1, end)), head).End;
        end = BeforeTime(text, head, end);
        while (start < head && (text.IsPunctuation(start) && text.QuotationOf(start) < 0 || text.Upos(start) is UniversalPos.CCONJ or UniversalPos.ADP))
        {
            start++;
        }

        while (end > head + 1 && text.IsPunctuation(end - 1) && !IsClosing(text, end - 1))
        {
            end--;
        }

        return new TokenRange(start, WithClosingComma(text, start, end, cue));
    }

    /// <summary>Whether the word is no source: an empty "it" or "there".</summary>
    private static bool IsEmpty(ParsedText text, int subject) => text.Has(subject, "expl") || text.Is(subject, "there");

    private static bool IsClosing(ParsedText text, int token) => text.Form(token) is ")" or "]" || text.QuotationOf(token) >= 0;

    /// <summary>Where a time starts that the parser hung on the source: "the paper on Saturday".</summary>
    private static int BeforeTime(ParsedText text, int head, int end)
    {
        foreach (var dependent in text.Syntax.Dependents(head))
        {
            if (dependent > head && dependent < end && text.Relation(dependent) is not ("appos" or "conj" or "flat") && Phrases.IsTime(text, dependent))
            {
                return Math.Max(head + 1, Math.Min(end, text.Extent(dependent).Start));
            }
        }

        return end;
    }

    /// <summary>A source with a comma inside keeps the comma that closes it: "Ann Lee, a doctor,".</summary>
    private static int WithClosingComma(ParsedText text, int start, int end, TokenRange cue)
    {
        if (cue.Length == 0 || cue.Start != end + 1 || !text.Is(end, ","))
        {
            return end;
        }

        for (var token = start; token < end; token++)
        {
            if (text.Is(token, ","))
            {
                return end + 1;
            }
        }

        return end;
    }
}
