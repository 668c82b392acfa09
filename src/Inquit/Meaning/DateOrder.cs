namespace Inquit.Meaning;

/// <summary>
/// Which number of a date in figures is the month: the first in "04/25/2024", the second in "25/04/2024". A date that may be read both
/// ways is read as the others of its text are; where these do not tell, it is the article's day or the one before, where one reading is.
/// </summary>
/// <param name="HasMonthFirst">Whether the text has a date in which only the first number can be the month.</param>
/// <param name="HasDayFirst">Whether it has one in which only the second can.</param>
internal sealed record DateOrder(bool HasMonthFirst, bool HasDayFirst)
{
    /// <summary>How many days from the article's day a date tells by itself how it is to be read.</summary>
    private const int Near = 1;

    /// <summary>The order that the dates of a text have.</summary>
    public static DateOrder Of(TimeChart chart)
    {
        var (monthFirst, dayFirst) = (false, false);
        foreach (var date in chart.All(TimeClass.NumericDate))
        {
            monthFirst |= date.Value % 100 > 12;
            dayFirst |= date.Value / 100 % 100 > 12;
        }

        return new DateOrder(monthFirst, dayFirst);
    }

    /// <summary>The day; without value where nothing tells which.</summary>
    /// <param name="date">Year by ten thousand, the first number by hundred, and the second.</param>
    /// <param name="published">The article's day.</param>
    public TimeValue Read(long date, DateOnly? published)
    {
        var (year, first, second) = (date / 10000, (int)(date / 100 % 100), (int)(date % 100));
        var (american, european) = (TimePoint.Day(year, first, second), TimePoint.Day(year, second, first));
        if (american is null || european is null || american == european)
        {
            return american is null && european is null ? TimeValue.Nothing : TimeValue.Of(american ?? european);
        }

        return HasMonthFirst != HasDayFirst ? TimeValue.Of(HasMonthFirst ? american : european)
            : IsNear(american) != IsNear(european) ? TimeValue.Of(IsNear(american) ? american : european)
            : new TimeValue(TimeType.Date, null);

        bool IsNear(TimePoint? day) => published is { } known && Math.Abs(day!.Value.Index - TimePoint.Of(known, TimeUnit.Day).Index) <= Near;
    }
}
