using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Meaning;

/// <summary>Lengths that are counted from something: "two days after the election on Nov. 5", "the week before the vote".</summary>
internal static class CountedTimes
{
    /// <summary>How many tokens may stand between "after" and the date of what it leads to.</summary>
    private const int Reach = 12;

    /// <summary>The "after" or "before" right after a length that leads to what it is counted from; -1 where there is none, or before it is no length ("last week").</summary>
    public static int Marker(ParsedText text, TokenRange length)
    {
        var marker = length.End;
        return marker + 1 < text.SentenceOf(length.Start).End && Direction(text, marker) != 0 && LeadsOn(text, marker + 1) && IsLength(text, length) ? marker : -1;
    }

    /// <summary>1 for "after", -1 for "before", 0 for all else.</summary>
    public static int Direction(ParsedText text, int token) =>
        text.Is(token, "after") || text.Is(token, "following") ? 1 : text.Is(token, "before") ? -1 : 0;

    /// <summary>The noun or verb that the marker leads to; the marker itself where the tree does not say.</summary>
    public static int Anchor(ParsedText text, int marker) =>
        text.Head(marker) is var head && head > marker && text.Relation(marker) is "case" or "mark" ? head : marker;

    /// <summary>The words of what the marker leads to, as far as a date that it is counted from may stand in them.</summary>
    public static TokenRange Phrase(ParsedText text, int marker)
    {
        var end = Anchor(text, marker) is var anchor && anchor > marker ? text.Extent(anchor).End : text.SentenceOf(marker).End;
        var limit = Math.Min(marker + 1 + Reach, text.SentenceOf(marker).End);
        for (var token = marker + 1; token < limit; token++)
        {
            // A date right after the phrase belongs to it, even where the tree hangs it higher.
            if (text.Form(token) is "," or ";" or ":" || text.QuotationOf(token) != text.QuotationOf(marker) || (token >= end && !GoesOn(text, token, end)))
            {
                return new TokenRange(marker + 1, token);
            }
        }

        return new TokenRange(marker + 1, limit);
    }

    /// <summary>The place on the calendar that lies the length away from <paramref name="from"/>; null where that is a longer stretch than the unit.</summary>
    public static TimePoint? Away(TimeLength length, TimePoint? from, int direction)
    {
        var (unit, factor) = length.Unit switch
        {
            TimeUnit.Fortnight => (TimeUnit.Week, 2),
            TimeUnit.Decade => (TimeUnit.Year, 10),
            TimeUnit.Century => (TimeUnit.Year, 100),
            TimeUnit.Millennium => (TimeUnit.Year, 1000),
            var same => (same, 1),
        };
        return length.Count is { } count && length.Unit >= TimeUnit.Day ? from?.In(unit)?.Shift(direction * count * factor) : null;
    }

    /// <summary>Whether it ends in a unit and says neither which one nor the how maniest: "the last two weeks before the vote" go up to it.</summary>
    private static bool IsLength(ParsedText text, TokenRange length)
    {
        for (var token = length.Start; token < length.End; token++)
        {
            if (text.Form(token) is "first" or "final" or "First" or "Final" || Means(text, token, TimeClass.Which))
            {
                return false;
            }
        }

        return Means(text, length.End - 1, TimeClass.UnitOne) || Means(text, length.End - 1, TimeClass.UnitMany);
    }

    private static bool Means(ParsedText text, int token, TimeClass kind) =>
        TimeWords.Meanings.TryGetValue(text.Word(token), out var meanings) && Array.Exists(meanings, meaning => meaning.Class == kind);

    private static bool LeadsOn(ParsedText text, int token) =>
        text.Syntax.Xpos[token] == "VBG"
        || (!text.IsPunctuation(token) && text.Upos(token) is not (UniversalPos.ADP or UniversalPos.CCONJ or UniversalPos.AUX or UniversalPos.VERB));

    private static bool GoesOn(ParsedText text, int token, int end) =>
        token == end ? text.Form(token) is "on" or "of" or "in" || IsDate(text, token) : text.Form(end) is "on" or "of" or "in" || IsDate(text, end);

    private static bool IsDate(ParsedText text, int token) => TimeWords.Meanings.ContainsKey(text.Word(token)) || text.Upos(token) == UniversalPos.NUM;
}
