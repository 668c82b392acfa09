using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>Where a phrase really ends: what only adds to it, or only tells when, is left out.</summary>
internal static class Phrases
{
    /// <summary><paramref name="range"/> up to the first relative or participle clause after <paramref name="head"/> that a comma or dash sets off.</summary>
    public static TokenRange WithoutAsides(ParsedText text, TokenRange range, int head)
    {
        for (var token = head + 1; token < range.End; token++)
        {
            var start = text.Extent(token).Start;
            if (text.Relation(token) is not ("acl:relcl" or "acl" or "advcl" or "parataxis") && !IsConnective(text, start))
            {
                continue;
            }

            if (start <= head || start >= range.End)
            {
                continue;
            }

            var isSetOff = IsBreak(text, start) || IsBreak(text, start - 1);
            if (isSetOff || text.Has(token, "parataxis"))
            {
                return new TokenRange(range.Start, Math.Max(head + 1, IsBreak(text, start - 1) ? start - 1 : start));
            }
        }

        return range;
    }

    /// <summary>Whether a dependent only tells when or where something was said: "on Tuesday", "last week", "during a debate".</summary>
    public static bool IsTime(ParsedText text, int dependent)
    {
        if (text.Relation(dependent) is "obl:unmarked" or "obl:tmod" or "nmod:tmod" or "nmod:unmarked")
        {
            return true;
        }

        var marker = text.MarkerOf(dependent);
        return (marker >= 0 && text.Lemma(marker) is "during" or "after" or "before" or "since") || IsTimeWord(text, dependent);
    }

    /// <summary>Whether "in turn", "for his part" and the like start here, which join sentences and tell nothing about a phrase.</summary>
    private static bool IsConnective(ParsedText text, int start) => text.Form(start) is "however" or "meanwhile" or "though" or "too"
        || (text.Is(start, "in") && (text.Is(start + 1, "turn") || text.Is(start + 1, "particular")))
        || (text.Is(start, "for") && (text.Is(start + 2, "part") || text.Is(start + 1, "one") || text.Is(start + 1, "example") || text.Is(start + 1, "instance")))
        || (text.Is(start, "on") && text.Is(start + 2, "other") && text.Is(start + 3, "hand"));

    private static bool IsTimeWord(ParsedText text, int token) => text.Lemma(token).ToLowerInvariant() is
        "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday"
        or "january" or "february" or "march" or "april" or "may" or "june" or "july" or "august" or "september" or "october" or "november" or "december"
        or "day" or "week" or "weekend" or "month" or "year" or "morning" or "afternoon" or "evening" or "night" or "today" or "yesterday" or "tomorrow"
        || (text.Upos(token) == UniversalPos.NUM && text.Form(token).Length == 4);

    private static bool IsBreak(ParsedText text, int token) => token >= 0 && (text.Is(token, ",") || text.IsDash(token));
}
