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
        var goesWithSentence = text.Syntax.Xpos[predicate] == "VBG" && text.Relation(predicate) is "advcl" or "acl" && IsSetOff(text, predicate);
        for (var steps = 0; steps < MaxSteps && predicate >= 0; steps++)
        {
            if (OwnSubject(text, predicate) is >= 0 and var subject)
            {
                return text.Is(subject, "there") ? -1 : subject;
            }

            if (text.Dependent(predicate, "expl") >= 0)
            {
                return -1;
            }

            var relation = text.Relation(predicate);
            if (relation == "acl" && !goesWithSentence)
            {
                return text.MarkerOf(predicate) < 0 ? text.Head(predicate) : -1;
            }

            if (!goesWithSentence && relation is not ("conj" or "xcomp" or "advcl" or "acl" or "parataxis" or "dep"))
            {
                return OfficeOf(text, predicate);
            }

            predicate = text.Head(predicate);
        }

        return -1;
    }

    /// <summary>The subject that the tree gives the predicate, nearest to it, or a noun right before a finite verb that has none.</summary>
    private static int OwnSubject(ParsedText text, int predicate)
    {
        var subject = -1;
        var noun = -1;
        foreach (var dependent in text.Syntax.Dependents(predicate))
        {
            if (text.Has(dependent, "nsubj") && (subject < predicate || dependent < predicate))
            {
                subject = dependent;
            }

            var isBare = dependent < predicate && text.Upos(dependent) is UniversalPos.PROPN or UniversalPos.NOUN or UniversalPos.PRON && text.MarkerOf(dependent) < 0;
            noun = isBare ? dependent : noun;
        }

        var isFinite = text.Syntax.Xpos[predicate] is "VBD" or "VBZ" or "VBP";
        if (subject >= 0 || !isFinite)
        {
            return subject;
        }

        return noun >= 0 && text.Relation(noun) is "compound" or "nmod" or "obl" or "obj" or "dep" ? noun
            : text.Relation(predicate) is "ccomp" or "root" ? NameBefore(text, predicate)
            : -1;
    }

    /// <summary>The head of the name that stands right before a predicate and what hangs on it to the left, a comma aside, or -1.</summary>
    private static int NameBefore(ParsedText text, int predicate)
    {
        var start = predicate;
        foreach (var dependent in text.Syntax.Dependents(predicate).ToArray().Reverse())
        {
            if (dependent < start && text.Extent(dependent).End >= (text.Is(start - 1, ",") ? start - 1 : start))
            {
                start = text.Extent(dependent).Start;
            }
        }

        if (text.Is(start - 1, ","))
        {
            start--;
        }

        return start > text.SentenceOf(predicate).Start && text.EntityAt(start - 1) is { Type: EntityType.Person or EntityType.Organization } name && name.Tokens.End == start
            ? name.Tokens.Start
            : -1;
    }

    /// <summary>"In the office of X noted that …": a verb without a subject takes the body in which it was said.</summary>
    private static int OfficeOf(ParsedText text, int verb)
    {
        var place = verb;
        for (var steps = 0; steps < 2; steps++)
        {
            var inside = -1;
            foreach (var dependent in text.Syntax.Dependents(place))
            {
                if (dependent < verb && text.MarkerOf(dependent) is >= 0 and var marker && text.Lemma(marker) is "in" or "at")
                {
                    inside = dependent;
                }
            }

            if (inside >= 0)
            {
                return text.Lemma(inside) is "office" or "ministry" or "department" or "administration" or "service" or "embassy" ? inside : -1;
            }

            place = text.Dependent(verb, "advmod");
            if (place < 0 || place > verb)
            {
                break;
            }
        }

        return -1;
    }

    /// <summary>Whether a comma stands right before the clause of <paramref name="predicate"/>, so that it goes with the whole sentence.</summary>
    private static bool IsSetOff(ParsedText text, int predicate)
    {
        var start = text.Extent(predicate).Start;
        return text.Is(start, ",") || text.Is(start - 1, ",");
    }

    /// <summary>The tokens of a source: its phrase with apposition, without an incidental relative clause, up to the cue.</summary>
    public static TokenRange Phrase(ParsedText text, int head, TokenRange cue)
    {
        var extent = text.Extent(head);
        var (start, end) = (WithTwins(text, head, extent.Start), extent.End);
        if (cue.Length > 0 && cue.Start > head)
        {
            end = Math.Min(end, cue.Start);
        }
        else if (cue.Length > 0 && cue.End <= head)
        {
            start = Math.Max(start, cue.End);
        }

        end = BeforeGap(text, head, end);
        end = Phrases.WithoutAsides(text, new TokenRange(Math.Min(start, head), Math.Max(head + 1, end)), head).End;
        end = BeforeTime(text, head, end);
        while (start < head && (text.IsPunctuation(start) && text.QuotationOf(start) < 0 || text.Upos(start) is UniversalPos.CCONJ or UniversalPos.ADP || IsTimeAdverb(text, start)))
        {
            start++;
        }

        while (end > head + 1 && text.IsPunctuation(end - 1) && !IsClosing(text, end - 1))
        {
            end--;
        }

        return new TokenRange(start, WithClosingComma(text, start, end, cue));
    }

    /// <summary>Where a description starts that the parser made a second subject beside the name: "Kremlin spokesman | Dmitry Peskov".</summary>
    private static int WithTwins(ParsedText text, int head, int start)
    {
        if (!text.Has(head, "nsubj"))
        {
            return start;
        }

        foreach (var twin in text.Syntax.Dependents(text.Head(head)))
        {
            if (twin < head && text.Has(twin, "nsubj") && text.Extent(twin).End == start)
            {
                start = text.Extent(twin).Start;
            }
        }

        return start;
    }

    private static bool IsTimeAdverb(ParsedText text, int token) =>
        text.Is(token, "earlier") || text.Is(token, "later") || text.Is(token, "previously") || text.Is(token, "recently") || text.Is(token, "meanwhile")
        || text.Is(token, "today") || text.Is(token, "yesterday") || text.Is(token, "now") || text.Is(token, "then") || text.Is(token, "also");

    private static bool IsClosing(ParsedText text, int token) => text.Form(token) is ")" or "]" || text.QuotationOf(token) >= 0;

    /// <summary>Where words begin that are not under the head: a parser's slip, where something else was thrown in.</summary>
    private static int BeforeGap(ParsedText text, int head, int end)
    {
        for (var token = head + 1; token < end; token++)
        {
            if (!text.IsPunctuation(token) && !text.IsUnder(token, head))
            {
                return token;
            }
        }

        return end;
    }

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
