using System.Collections.Frozen;

namespace Inquit.Text;

/// <summary>
/// Tells whether a sentence goes on after "a.m." and "p.m.", where a capital follows: in English news the day does ("at 5 p.m. Monday").
/// </summary>
internal static class ClockStop
{
    private const int Length = 4;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Weekdays = SetOf([.. CalendarNames.Weekdays, .. CalendarNames.ShortWeekdays.SelectMany(names => names)]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Months = SetOf([.. CalendarNames.Months, .. CalendarNames.ShortMonths.SelectMany(names => names)]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Zones = SetOf(
        "ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "GMT", "UTC", "BST", "CET", "CEST", "EET", "EEST",
        "IST", "JST", "AEST", "AEDT", "Eastern", "Central", "Pacific", "Mountain");

    /// <summary>Verbs before which a weekday is the subject of a new sentence: "… at 5 p.m. Monday was a holiday."</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Verbs = SetOf("is", "was", "will", "would", "has", "had", "marks", "marked", "brings", "brought");

    /// <summary>Whether the full stop before <paramref name="end"/> is that of such a word and a weekday, a date or a time zone follows.</summary>
    public static bool GoesOn(string text, int end)
    {
        if (end < Length || end >= text.Length || text[end - 1] != '.' || text[end - 3] != '.' || text[end - 2] is not ('m' or 'M')
            || text[end - 4] is not ('a' or 'p' or 'A' or 'P') || (end > Length && char.IsLetter(text[end - Length - 1])))
        {
            return false;
        }

        var next = WordAfter(text, end);
        if (Weekdays.Contains(next.Word))
        {
            return !Verbs.Contains(WordAfter(text, next.End).Word);
        }

        return Zones.Contains(next.Word) || (Months.Contains(next.Word) && IsBeforeFigure(text, next.End));
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SetOf(params ReadOnlySpan<string> words) =>
        FrozenSet.Create(StringComparer.Ordinal, words).GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool IsBeforeFigure(string text, int position)
    {
        while (position < text.Length && (text[position] == '.' || CharTable.IsGap(text[position])))
        {
            position++;
        }

        return position < text.Length && char.IsAsciiDigit(text[position]);
    }

    /// <summary>The letters after the gap at a position, and where they end; none where there is no gap.</summary>
    private static WordAt WordAfter(string text, int position)
    {
        var start = position;
        while (start < text.Length && CharTable.IsGap(text[start]))
        {
            start++;
        }

        var end = start;
        while (end < text.Length && end > position && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return start == position ? new WordAt([], position) : new WordAt(text.AsSpan(start, end - start), end);
    }

    private readonly ref struct WordAt(ReadOnlySpan<char> word, int end)
    {
        public ReadOnlySpan<char> Word { get; } = word;

        public int End { get; } = end;
    }
}
