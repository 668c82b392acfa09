namespace Inquit.Meaning;

/// <summary>What a time expression was found to mean.</summary>
/// <param name="Type">What sort of time.</param>
/// <param name="Text">TIMEX3's value, or null.</param>
/// <param name="IsAside">Whether it is named for comparison only: "the quarter" after "a year earlier" is not that of the year before.</param>
/// <param name="Point">The place on the calendar, where it has one: what "the day before" may speak of next.</param>
/// <param name="Length">How long it is, where it is a length.</param>
internal sealed record TimeValue(TimeType Type, string? Text, TimePoint? Point = null, bool IsAside = false, TimeLength? Length = null)
{
    /// <summary>The words look like a time and are none ("Feb. 30").</summary>
    public static TimeValue Nothing { get; } = new(TimeType.Date, null);

    public static TimeValue Past { get; } = new(TimeType.Date, "PAST_REF");

    public static TimeValue Present { get; } = new(TimeType.Date, "PRESENT_REF");

    public static TimeValue Future { get; } = new(TimeType.Date, "FUTURE_REF");

    /// <summary>A place on the calendar.</summary>
    public static TimeValue Of(TimePoint point) => new(point.Clock.Length > 0 ? TimeType.Time : TimeType.Date, point.Value, point);

    /// <summary>A place on the calendar that may not be known.</summary>
    public static TimeValue Of(TimePoint? point, TimeType type = TimeType.Date) => point is { } known ? Of(known) : new TimeValue(type, null);
}
