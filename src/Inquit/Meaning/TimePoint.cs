using System.Globalization;

namespace Inquit.Meaning;

/// <summary>
/// One stretch of the calendar: that day, that week, that year. Stretches of one unit are counted, so that the one before is
/// <see cref="Index"/> less one. Any index is allowed; one outside the years 1 to 9999 has no value.
/// </summary>
/// <param name="Unit">How long it is; <see cref="TimeUnit.Day"/> or longer.</param>
/// <param name="Index">Its place among the stretches of its unit, from the year 0 on; of days, from 1 January of the year 1.</param>
/// <param name="Clock">The time of the day with its T ("TMO", "T17:00"), or nothing.</param>
internal readonly record struct TimePoint(TimeUnit Unit, long Index, string Clock = "")
{
    private const int SeasonsAYear = 4;

    /// <summary>TIMEX3's names of the seasons, in the order of the year that starts with spring.</summary>
    public static readonly string[] Seasons = ["SP", "SU", "FA", "WI"];

    /// <summary>TIMEX3's value, or null outside the calendar.</summary>
    public string? Value
    {
        get
        {
            if (FirstDay is not { } day)
            {
                return null;
            }

            var year = day.Year;
            return Unit switch
            {
                TimeUnit.Day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + Clock,
                TimeUnit.Week => WeekValue(day),
                TimeUnit.Weekend => WeekValue(day) + "-WE",
                TimeUnit.Month => Invariant($"{year:0000}-{day.Month:00}"),
                TimeUnit.Quarter => Invariant($"{year:0000}-Q{1 + (Index % 4)}"),
                TimeUnit.Season => Invariant($"{Index / SeasonsAYear:0000}-{Seasons[Index % SeasonsAYear]}"),
                TimeUnit.Half => Invariant($"{year:0000}-H{1 + (Index % 2)}"),
                TimeUnit.Year => Invariant($"{year:0000}"),
                TimeUnit.Decade => Invariant($"{Index:000}"),
                TimeUnit.Century => Invariant($"{Index:00}"),
                _ => null,
            };
        }
    }

    /// <summary>The first day, or null outside the calendar.</summary>
    public DateOnly? FirstDay => Unit switch
    {
        TimeUnit.Day => Index >= DateOnly.MinValue.DayNumber && Index <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)Index) : null,
        TimeUnit.Week or TimeUnit.Weekend => new TimePoint(TimeUnit.Day, Index * 7).FirstDay,
        TimeUnit.Month => DayOf(Index, 12),
        TimeUnit.Quarter => DayOf(Index, 4),
        TimeUnit.Season => DayOf(Index, SeasonsAYear) is { } start ? start.AddMonths(2) : null,
        TimeUnit.Half => DayOf(Index, 2),
        TimeUnit.Year => DayOf(Index, 1),
        TimeUnit.Decade => DayOf(Index == 0 ? 1 : Index * 10, 1),
        TimeUnit.Century => DayOf(Index == 0 ? 1 : Index * 100, 1),
        _ => null,
    };

    /// <summary>The stretch of <paramref name="unit"/> that <paramref name="day"/> lies in.</summary>
    public static TimePoint Of(DateOnly day, TimeUnit unit) => new(unit, unit switch
    {
        TimeUnit.Week or TimeUnit.Weekend => day.DayNumber / 7, // 1 January of the year 1 was a Monday
        TimeUnit.Month => (day.Year * 12L) + day.Month - 1,
        TimeUnit.Quarter => (day.Year * 4L) + ((day.Month - 1) / 3),
        TimeUnit.Season => (((day.Year * 12L) + day.Month - 3) / 3),
        TimeUnit.Half => (day.Year * 2L) + ((day.Month - 1) / 6),
        TimeUnit.Year => day.Year,
        TimeUnit.Decade => day.Year / 10,
        TimeUnit.Century => day.Year / 100,
        _ => day.DayNumber,
    });

    /// <summary>A day of the calendar, or null where there is none ("30 February").</summary>
    public static TimePoint? Day(long year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTimeDays(year, month)
            ? Of(new DateOnly((int)year, month, day), TimeUnit.Day)
            : null;

    public static TimePoint Month(long year, int month) => new(TimeUnit.Month, (year * 12) + month - 1);

    public static TimePoint Year(long year) => new(TimeUnit.Year, year);

    /// <summary>The stretch of another unit that the first day of this one lies in; null outside the calendar.</summary>
    public TimePoint? To(TimeUnit unit) => unit == Unit ? this with { Clock = string.Empty } : FirstDay is { } day ? Of(day, unit) : null;

    /// <summary>The stretch of another unit that this one lies in; null where it is longer than that unit, since no part of it is meant more than another.</summary>
    public TimePoint? In(TimeUnit unit) => Unit > unit ? null : To(unit);

    /// <summary>The stretch so many of its unit later, or earlier.</summary>
    public TimePoint Shift(long count) => this with { Index = Index + count, Clock = string.Empty };

    /// <summary>The same stretch so many years later, or earlier; null outside the calendar.</summary>
    public TimePoint? ShiftYears(long years) => Unit switch
    {
        TimeUnit.Day => FirstDay is { } day && years is > -9999 and < 9999
            ? Day(day.Year + years, day.Month, day is { Month: 2, Day: 29 } ? 28 : day.Day)
            : null,
        TimeUnit.Week or TimeUnit.Weekend => Shift(years * 52),
        TimeUnit.Month => Shift(years * 12),
        TimeUnit.Quarter or TimeUnit.Season => Shift(years * 4),
        TimeUnit.Half => Shift(years * 2),
        TimeUnit.Year => Shift(years),
        _ => null,
    };

    private static int DateTimeDays(long year, int month) => new DateOnly((int)year, month, 1) is var first && month == 12
        ? 31
        : first.AddMonths(1).DayNumber - first.DayNumber;

    /// <summary>The first day of the part <paramref name="index"/>, where a year has <paramref name="parts"/> of them.</summary>
    private static DateOnly? DayOf(long index, int parts)
    {
        var year = index / parts;
        return index >= 0 && year is >= 1 and <= 9999 ? new DateOnly((int)year, 1 + ((int)(index % parts) * (12 / parts)), 1) : null;
    }

    /// <summary>The week after ISO 8601: the one with the year's first Thursday is its first.</summary>
    private static string? WeekValue(DateOnly monday)
    {
        if (monday.DayNumber + 3 > DateOnly.MaxValue.DayNumber)
        {
            return null;
        }

        var thursday = monday.AddDays(3);
        return Invariant($"{thursday.Year:0000}-W{1 + ((thursday.DayOfYear - 1) / 7):00}");
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
