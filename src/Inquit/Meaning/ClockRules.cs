using static Inquit.Meaning.TimeClass;

namespace Inquit.Meaning;

/// <summary>Times of a day: of the clock, and its parts.</summary>
internal static partial class TimeRules
{
    private const int MinutesAnHour = 60;
    private const int HoursAHalfDay = 12;
    private const int FiguresOfClock = 4;

    private const string InZone = "(.? Zone | (local | eastern | central | mountain | pacific) (standard | daylight)? time)";

    private static IEnumerable<WrittenRule> Clocks =>
    [
        new(Clock, $"{About}? (ClockHour | ClockTime) Meridiem {InZone}?", AtClock),
        new(Clock, $"{About}? ClockTime {InZone}?", AtClock),
        new(Clock, $"{About}? ClockHour (o'clock | o’clock) (in the DayPart)?", AtClock),
        new(Clock, "high? DayTurn Zone?", AtClock),
        new(Clock, "Number Zone", (m, c) => c.Form(m.Start).Length == FiguresOfClock ? AtClock(m, c) : null),
        new(Time, "Clock", (m, c) => m.Part(c)),
        new(Time, "Clock (,? (on | of)? Day)", (m, c) => On(m.LastPart(c), ClockIn(m.Part(c)))),
        new(Time, "Day (,? at)? Clock", (m, c) => On(m.Part(c), ClockIn(m.LastPart(c)))),
        new(Time, $"{PartOf}? -? Day {PartOf}? -? DayPart", (m, c) => On(m.Part(c), TimeWords.DayPartValues[m[DayPart]])),
        new(Time, $"the {PartOf}? -? DayPart (of | before) Day", (m, c) => On(m.LastPart(c), TimeWords.DayPartValues[m[DayPart]])),
        new(Time, $"{PartOf}? (Which | that | the | the same) {PartOf}? -? DayPart", InPart),
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

    /// <summary>The time of the day in a value, with its T.</summary>
    private static string? ClockIn(TimeValue? value) => value?.Text?.IndexOf('T', StringComparison.Ordinal) is >= 0 and var at ? value.Text[at..] : null;

    private static string? ClockOf(TimeMatch match)
    {
        var minutes = match.Find(ClockTime) ?? (match.Find(ClockHour) is { } full ? full * MinutesAnHour : MinutesOf(match[Number] / 2));
        var (hour, minute) = (minutes / MinutesAnHour, minutes % MinutesAnHour);
        if (hour > 2 * HoursAHalfDay)
        {
            return null;
        }

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

    /// <summary>The minutes of "1930" before a zone.</summary>
    private static long MinutesOf(long figures) => figures % 100 < MinutesAnHour ? (figures / 100 * MinutesAnHour) + (figures % 100) : long.MaxValue;

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
        var day = match.Find(Which) is { } which
            ? context.Now(TimeUnit.Day)?.Shift(which)
            : context.LastNamed(TimeUnit.Day) ?? context.Now(TimeUnit.Day);
        return On(TimeValue.Of(day), TimeWords.DayPartValues[match[DayPart]]);
    }
}
