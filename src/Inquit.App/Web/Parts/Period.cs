using System.Globalization;

namespace Inquit.App.Web.Parts;

/// <summary>A stretch of time that a chart shows: all of it, a decade, a year, a month or a day.</summary>
/// <param name="Key">As it stands in an address: <c>199x</c>, <c>1994</c>, <c>1994-05</c>, <c>1994-05-17</c>; empty for all of it.</param>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day.</param>
internal sealed record Period(string Key, DateOnly First, DateOnly Last)
{
    /// <summary>All of it.</summary>
    public static Period All { get; } = new("", DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>For people: <c>1990s</c>, <c>1994</c>, <c>May 1994</c>, <c>17 May 1994</c>.</summary>
    public string Name => Key.Length switch
    {
        0 => "All time",
        4 when IsDecade => $"{Key[..3]}0s",
        4 => Key,
        7 => First.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ => Day.Long(First),
    };

    private bool IsDecade => Key is [_, _, _, 'x'];

    /// <summary>The period of an address; null where it is none.</summary>
    public static Period? Read(string? key) =>
        string.IsNullOrEmpty(key) ? All
        : key is [.. var start, 'x'] && start.Length == 3 && start.All(char.IsAsciiDigit) ? Decade(int.Parse(start, CultureInfo.InvariantCulture) * 10)
        : SearchText.Day(key, isEnd: false) is { } first && SearchText.Day(key, isEnd: true) is { } last ? new Period(key, first, last)
        : null;

    /// <summary>The parts that a chart of it shows as bars, from the first to the last that holds one of some days. A day is shown in its month.</summary>
    public IReadOnlyList<Period> Parts(DateOnly first, DateOnly last)
    {
        const int MostYears = 40;
        return Key.Length switch
        {
            0 when last.Year - first.Year >= MostYears => [.. Count(first.Year / 10 * 10, last.Year, 10).Select(Decade)],
            0 when first.Year != last.Year => [.. Count(first.Year, last.Year, 1).Select(Year)],
            0 when first.Month != last.Month => Year(first.Year).Parts(first, last),
            0 => Month(first).Parts(first, last),
            4 when IsDecade => [.. Count(First.Year, Last.Year, 1).Select(Year)],
            4 => [.. Count(1, 12, 1).Select(month => Month(new DateOnly(First.Year, month, 1)))],
            7 => [.. Count(1, Last.Day, 1).Select(day => Of(new DateOnly(First.Year, First.Month, day)))],
            _ => Month(First).Parts(first, last),
        };

        static IEnumerable<int> Count(int from, int to, int step) => Enumerable.Range(0, ((to - from) / step) + 1).Select(number => from + (number * step));
    }

    /// <summary>The periods that it lies in, the longest first, itself last; those that hold all the days that there are count for all time.</summary>
    public IReadOnlyList<Period> Way(DateOnly first, DateOnly last)
    {
        var decade = Decade(First.Year / 10 * 10);
        Period[] all = Key.Length switch
        {
            0 => [],
            4 when IsDecade => [this],
            4 => [decade, this],
            7 => [decade, Year(First.Year), this],
            _ => [decade, Year(First.Year), Month(First), this],
        };
        var shown = All.Parts(first, last);
        return [All, .. all.SkipWhile(period => period != this && !shown.Contains(period))];
    }

    private static Period Decade(int year) => new($"{(year / 10).ToString("000", CultureInfo.InvariantCulture)}x", new DateOnly(Math.Max(1, year), 1, 1), new DateOnly(year + 9, 12, 31));

    private static Period Year(int year) => new(year.ToString("0000", CultureInfo.InvariantCulture), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    private static Period Month(DateOnly day) =>
        new(day.ToString("yyyy-MM", CultureInfo.InvariantCulture), new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)));

    private static Period Of(DateOnly day) => new(Iso.Of(day), day, day);
}
