using static Inquit.Meaning.TimeClass;

namespace Inquit.Meaning;

/// <summary>Times of a day: of the clock, and its parts.</summary>
internal static partial class TimeRules
{
    private const int MinutesAnHour = 60;
    private const int HoursAHalfDay = 12;

    private static IEnumerable<WrittenRule> Clocks =>
    [
        new(Clock, $"{About}? (ClockHour | ClockTime) Meridiem (.? Zone)?", AtClock),
        new(Clock, $"{About}? ClockTime Zone?", AtClock),
        new(Clock, $"{About}? ClockHour (o'clock | o’clock) (in the DayPart)?", AtClock),
        new(Clock, "(high)? DayTurn Zone?", AtClock),
        new(Time, "Clock", (m, c) => m.Part(c)),
        new(Time, "Clock (,? (on | of)? Day)", (m, c) => On(m.LastPart(c), m.Part(c)?.Point?.Clock)),
        new(Time, "Day (,? at)? Clock", (m, c) => On(m.Part(c), m.LastPart(c)?.Point?.Clock)),
        new(Time, $"{PartOf}? -? Day {PartOf}? -? DayPart", (m, c) => On(m.Part(c), TimeWords.DayPartValues[m[DayPart]])),
        new(Time, $"the {PartOf}? -? DayPart (of | before) Day", (m, c) => On(m.LastPart(c), TimeWords.DayPartValues[m[DayPart]])),
        new(Time, $"{PartOf}? (this | that | the | last | the same) {PartOf}? -? DayPart", InPart),
        new(Time, "the (next | following) DayPart", (m, c) => On(TimeValue.Of((c.LastNamed(TimeUnit.Day) ?? c.Now(TimeUnit.Day))?.Shift(1)), TimeWords.DayPartValues[m[DayPart]])),
        new(Time, "the previous DayPart", (m, c) => On(TimeValue.Of((c.LastNamed(TimeUnit.Day) ?? c.Now(TimeUnit.Day))?.Shift(-1)), TimeWords.DayPartValues[m[DayPart]])),
        new(Time, $"{PartOf}? tonight", (_, c) => On(TimeValue.Of(c.Now(TimeUnit.Day)), "TNI")),
        new(Time, "mid -? DayPart", (m, c) => On(TimeValue.Of(c.LastNamed(TimeUnit.Day) ?? c.Now(TimeUnit.Day)), TimeWords.DayPartValues[m[DayPart]])),
        new(Time, "overnight", (_, c) => c.Tense == Tense.Unknown ? null : On(TimeValue.Of(c.Now(TimeUnit.Day)), "TNI")),
    ];

    /// <summary>A time of the clock on the day named last, else on the article's.</summary>
    private static TimeValue? AtClock(TimeMatch match, TimeContext context)
    {
        var clock = match.Find(DayTurn) is { } turn ? TimeWords.DayTurnValues[turn] : ClockOf(match);
        return clock is null ? null
            : (context.LastNamed(TimeUnit.Day) ?? context.Now(TimeUnit.Day)) is { } day ? On(TimeValue.Of(day), clock)
            : new TimeValue(TimeType.Time, "XXXX-XX-XX" + clock);
    }

    private static string? ClockOf(TimeMatch match)
    {
        var minutes = match.Find(ClockTime) ?? (match[ClockHour] * MinutesAnHour);
        var (hour, minute) = (minutes / MinutesAnHour, minutes % MinutesAnHour);
        if (match.Find(Meridiem) is { } half)
        {
            if (hour is < 1 or > HoursAHalfDay)
            {
                return null;
            }

            hour = (hour % HoursAHalfDay) + half;
        }

        return FormattableString.Invariant($"T{hour:00}:{minute:00}");
    }

    private static TimeValue? On(TimeValue? day, string? clock) => day switch
    {
        null => null,
        { Point: { Unit: TimeUnit.Day } point } => TimeValue.Of(point with { Clock = clock ?? string.Empty }),
        { Text: { } text } when text.StartsWith("XXXX", StringComparison.Ordinal) => new TimeValue(TimeType.Time, text + clock),
        { Point: null } => new TimeValue(TimeType.Time, null),
        _ => null,
    };

    /// <summary>"this morning", "last night", "that evening", "the morning".</summary>
    private static TimeValue? InPart(TimeMatch match, TimeContext context)
    {
        var words = context.Form(match.Start);
        for (var token = match.Start; token < match.End; token++)
        {
            words = context.Form(token);
            if (words is "last" or "this" or "Last" or "This" or "that" or "the" or "That" or "The")
            {
                break;
            }
        }

        var day = words is "last" or "Last" ? context.Now(TimeUnit.Day)?.Shift(-1)
            : words is "this" or "This" ? context.Now(TimeUnit.Day)
            : context.LastNamed(TimeUnit.Day) ?? context.Now(TimeUnit.Day);
        return On(TimeValue.Of(day), TimeWords.DayPartValues[match[DayPart]]);
    }
}
