using static Inquit.Meaning.TimeClass;

namespace Inquit.Meaning;

/// <summary>Stretches of the calendar: weeks, months, quarters, seasons, years, decades, centuries; and what lies at a distance from a day.</summary>
internal static partial class TimeRules
{
    private const int MonthsAYear = 12;
    private const int QuartersAYear = 4;

    /// <summary>How far back, in tokens, a quarter is looked for that "a year earlier" may speak of.</summary>
    private const int QuarterReach = 150;

    /// <summary>The years that a number alone may mean.</summary>
    private const int FirstYear = 1500;
    private const int LastYear = 2099;

    private static IEnumerable<WrittenRule> Periods =>
    [
        new(Period, "YearNumber", (m, c) => IsYear(m, c) ? TimeValue.Of(TimePoint.Year(m[YearNumber])) : null),
        new(Period, "ShortYear", (m, _) => TimeValue.Of(TimePoint.Year(m[ShortYear]))),
        new(Period, "the? (fiscal | calendar) year? (YearNumber | ShortYear)", (m, _) => TimeValue.Of(TimePoint.Year(m.Find(YearNumber) ?? m[ShortYear]))),
        new(Period, "the year (YearNumber | Number)", (m, _) => (m.Find(YearNumber) ?? (m[Number] / 2)) is >= 1000 and <= LastYear and var year ? TimeValue.Of(TimePoint.Year(year)) : null),
        new(Period, "the? DecadeName", (m, _) => TimeValue.Of(new TimePoint(TimeUnit.Decade, m[DecadeName]))),
        new(Period, "the? Ordinal -? century", (m, _) => TimeValue.Of(new TimePoint(TimeUnit.Century, m[Ordinal] - 1))),

        new(Period, "Which fiscal? UnitOne", (m, c) => Near(m, c, m[Which])),
        new(Period, "the Which fiscal? UnitOne", (m, c) => c.Form(m.Start + 1) is "past" ? Lasting(LengthOf(m)) : c.Form(m.Start + 1) is "previous" ? TimeValue.Of(Named(c, UnitOf(m))?.Shift(-1)) : Near(m, c, m[Which])),
        new(Period, "the (latest | most recent) fiscal? UnitOne", (m, c) => Near(m, c, UnitOf(m) is TimeUnit.Quarter or TimeUnit.Year ? -1 : 0)),
        new(Period, "the (following | ensuing) UnitOne", (m, c) => Calendar(m, c, unit => TimeValue.Of(Named(c, unit)?.Shift(1)))),
        new(Period, "the preceding UnitOne", (m, c) => Calendar(m, c, unit => TimeValue.Of(Named(c, unit)?.Shift(-1)))),
        new(Period, "(that | the same | that same) UnitOne", (m, c) => Calendar(m, c, unit => TimeValue.Of(Named(c, unit)))),
        new(Period, "the quarter", (_, c) => TimeValue.Of(c.LastNamed(TimeUnit.Quarter) ?? c.Now(TimeUnit.Quarter)?.Shift(-1))),
        new(Period, "the (fiscal | calendar)? UnitOne", (m, c) => UnitOf(m) is not (TimeUnit.Year or TimeUnit.Month or TimeUnit.Week or TimeUnit.Weekend) ? null : c.Form(m.End) is "ended" or "ending" ? Lasting(LengthOf(m)) : Near(m, c, UnitOf(m) == TimeUnit.Weekend && c.Tense == Tense.Past ? -1 : 0)),
        new(Day, "year -? end", (_, c) => c.Now(TimeUnit.Day) is { FirstDay: { } today } now ? TimeValue.Of(Nearest(now, c, years => TimePoint.Day(today.Year + years, MonthsAYear, 31))) : new TimeValue(TimeType.Date, null)),

        new(Period, "MonthName", (m, c) => InMonth(m, c)),
        new(Period, "MonthName ,? of? YearNumber", (m, _) => TimeValue.Of(TimePoint.Month(m[YearNumber], (int)m[MonthName]))),
        new(Period, "MonthName ShortYear", (m, _) => TimeValue.Of(TimePoint.Month(m[ShortYear], (int)m[MonthName]))),
        new(Period, "Which MonthName", (m, c) => TimeValue.Of(Chosen(m, c, TimeUnit.Month, m[MonthName] - 1, MonthsAYear))),
        new(Period, "MonthName of? Period", (m, c) => m.Part(c)?.Point is { Unit: TimeUnit.Year } year ? TimeValue.Of(TimePoint.Month(year.Index, (int)m[MonthName])) : null),

        new(Period, "SeasonName", (m, c) => c.Now(TimeUnit.Season) is { } now && c.ByTense(InYear(now, m[SeasonName], 4), now, 4) is { } season ? TimeValue.Of(season) : new TimeValue(TimeType.Date, null)),
        new(Period, "the? SeasonName (,? of)? (YearNumber | ShortYear)", (m, _) => TimeValue.Of(new TimePoint(TimeUnit.Season, (4 * (m.Find(YearNumber) ?? m[ShortYear])) + m[SeasonName]))),
        new(Period, "(Which | this past | this coming) SeasonName", (m, c) => TimeValue.Of(Chosen(m, c, TimeUnit.Season, m[SeasonName], 4))),
        new(Period, "the SeasonName", (m, c) => c.Now(TimeUnit.Season) is { } now && c.ByTense(InYear(now, m[SeasonName], 4), now, 4) is { } season ? TimeValue.Of(season) : new TimeValue(TimeType.Date, null)),

        new(Period, "Ordinal - quarter", (m, c) => InQuarter(m[Ordinal], c)),
        new(Period, "the? (current | fiscal | calendar)? Ordinal quarter", (m, c) => InQuarter(m[Ordinal], c)),
        new(Period, "the? (fiscal | calendar)? Ordinal -? quarter of? Period", (m, c) => m.LastPart(c)?.Point is { Unit: TimeUnit.Year } year ? Quarter(m[Ordinal], year.Index) : null),
        new(Period, "(the | Which)? fiscal? YearNumber Ordinal -? quarter", (m, _) => Quarter(m[Ordinal], m[YearNumber])),
        new(Period, "Which year ('s | ’s) (fiscal)? Ordinal -? quarter", (m, c) => c.Now(TimeUnit.Year) is { } now ? Quarter(m[Ordinal], now.Index + m[Which]) : null),
        new(Period, "the? (comparable | corresponding | same)? year - (ago | earlier) Ordinal -? quarter", (m, c) => InQuarter(m[Ordinal], c)?.Point is { } quarter ? TimeValue.Of(quarter.ShiftYears(-1)) with { IsAside = true } : null),
        new(Period, "(the | a)? (comparable | corresponding | same)? year - (ago | earlier) (period | quarter | third - quarter)?", (_, c) => YearBefore(c)),

        new(Period, "the? (Ordinal | Which) -? half (of Period)?", InHalf),
    ];

    private static IEnumerable<WrittenRule> Distances =>
    [
        new(Period, $"{About}? (just | only | some)? {Counted}? (a | an)? {More}? {Unit} (or so)? (ago | back)", (m, c) => Away(m, c, c.Now(TimeUnit.Day), -1)),
        new(Period, $"(just)? (a | an) UnitOne (and a half)? (or so)? ago", (m, c) => UnitOf(m) == TimeUnit.Year && c.LastNamed(TimeUnit.Quarter, QuarterReach) is not null ? YearBefore(c) : Away(m, c, c.Now(TimeUnit.Day), -1)),
        new(Period, $"{About}? {Counted} {Unit} earlier", (m, c) => Away(m, c, c.Last, -1)),
        new(Period, $"{About}? ({Counted} | a) {Unit} before", (m, c) => StandsAlone(m, c) ? Away(m, c, c.Last, -1) : null),
        new(Period, "(a | an) UnitOne earlier", (m, c) => UnitOf(m) == TimeUnit.Year && c.LastNamed(TimeUnit.Quarter, QuarterReach) is not null ? YearBefore(c) : Away(m, c, c.Last, -1)),
        new(Period, $"{About}? ({Counted} | a | an) {Unit} (later | afterward | afterwards)", (m, c) => Away(m, c, c.Last, 1)),
        new(Period, $"{About}? ({Counted} | a | an) {Unit} (from now | hence)", (m, c) => Away(m, c, c.Now(TimeUnit.Day), 1)),
        new(Day, "(a week from Day | Day week)", (m, c) => m.Part(c)?.Point is { Unit: TimeUnit.Day } day ? TimeValue.Of(day.Shift(DaysAWeek)) : null),
    ];

    private static IEnumerable<WrittenRule> Parts =>
    [
        new(Day, $"{PartOf} -? (on)? Day", (m, c) => m.LastPart(c)),
        new(Period, $"the {PartOf} -? DecadeName", (m, _) => TimeValue.Of(new TimePoint(TimeUnit.Decade, m[DecadeName]))),
        new(Period, $"the {PartOf} Ordinal -? century", (m, _) => TimeValue.Of(new TimePoint(TimeUnit.Century, m[Ordinal] - 1))),
        new(Period, $"{PartOf} -? (in)? Period", (m, c) => m.LastPart(c)),
        new(Period, "the (end | beginning | start | middle | close | latter part | early part | rest | remainder) of Period", (m, c) => m.LastPart(c)),
        new(Period, "the (early | late | mid | middle) part of Period", (m, c) => m.LastPart(c)),
    ];

    /// <summary>Whether a number of four figures is a year: as a number of things it counts a noun.</summary>
    private static bool IsYear(TimeMatch match, TimeContext context)
    {
        if (match[YearNumber] is < FirstYear or > LastYear)
        {
            return false;
        }

        var token = match.Start;
        if (context.Form(token - 1) is "$" or "#" or "No." or "-" or "/" or "£" or "€" || context.Form(token + 1) is "%" or "percent" or "-" or "people")
        {
            return context.Form(token + 1) is "-" && context.Form(token - 1) is "in" or "of" or "since";
        }

        var head = context.Head(token);
        return match[YearNumber] is >= 1900 and <= 2050 || context.Relation(token) != "nummod" || head < 0 || context.Xpos(head) is not ("NNS" or "NNPS");
    }

    private static TimeValue? Calendar(TimeMatch match, TimeContext context, Func<TimeUnit, TimeValue?> build) => UnitOf(match) is >= TimeUnit.Day and var unit ? build(unit) : null;

    /// <summary>The stretch of a unit that lies so many of it from the article's day.</summary>
    private static TimeValue? Near(TimeMatch match, TimeContext context, long count) => UnitOf(match) switch
    {
        < TimeUnit.Day or TimeUnit.Fortnight or TimeUnit.Millennium => null,
        var unit => TimeValue.Of(context.Now(unit)?.Shift(count)),
    };

    /// <summary>The stretch of a unit that what was named last lies in.</summary>
    private static TimePoint? Named(TimeContext context, TimeUnit unit) => context.Last?.To(unit);

    /// <summary>The part of the year that the stretch lies in: month, season, quarter.</summary>
    private static TimePoint InYear(TimePoint now, long place, int parts) => now with { Index = now.Index - (((now.Index % parts) + parts) % parts) + place };

    private static TimeValue InMonth(TimeMatch match, TimeContext context)
    {
        var month = (int)match[MonthName];
        return context.Now(TimeUnit.Month) is { } now
            ? TimeValue.Of(Nearest(now, context, years => InYear(now, month - 1, MonthsAYear).Shift(years * MonthsAYear)))
            : new TimeValue(TimeType.Date, FormattableString.Invariant($"XXXX-{month:00}"));
    }

    /// <summary>"last June", "this June", "next June".</summary>
    private static TimePoint? Chosen(TimeMatch match, TimeContext context, TimeUnit unit, long place, int parts)
    {
        if (context.Now(unit) is not { } now)
        {
            return null;
        }

        var here = InYear(now, place, parts);
        var which = match.Find(Which) ?? 0;
        if (context.Form(match.Start + 1) is "past" or "coming")
        {
            which = context.Form(match.Start + 1) is "past" ? -1 : 1;
        }

        return which < 0 ? (here.Index < now.Index ? here : here.Shift(-parts))
            : which > 0 ? (here.Index > now.Index ? here : here.Shift(parts))
            : here;
    }

    private static TimeValue? Quarter(long place, long year) => place is >= 1 and <= QuartersAYear ? TimeValue.Of(new TimePoint(TimeUnit.Quarter, (year * QuartersAYear) + place - 1)) : null;

    /// <summary>A quarter without its year: the nearest, by the verb's tense.</summary>
    private static TimeValue? InQuarter(long place, TimeContext context)
    {
        if (place is < 1 or > QuartersAYear)
        {
            return null;
        }

        return context.Now(TimeUnit.Quarter) is { } now
            ? TimeValue.Of(Nearest(now, context, years => InYear(now, place - 1, QuartersAYear).Shift(years * QuartersAYear)))
            : new TimeValue(TimeType.Date, FormattableString.Invariant($"XXXX-Q{place}"));
    }

    private static TimeValue? InHalf(TimeMatch match, TimeContext context)
    {
        var place = match.Find(Ordinal) ?? (match[Which] < 0 ? 2 : 0);
        if (place is < 1 or > 2)
        {
            return null;
        }

        return match.LastPart(context) is not { } part ? (context.Now(TimeUnit.Half) is { } now ? TimeValue.Of(InYear(now, place - 1, 2)) : null)
            : part.Point is { Unit: TimeUnit.Year } year ? TimeValue.Of(new TimePoint(TimeUnit.Half, (year.Index * 2) + place - 1))
            : part;
    }

    /// <summary>The same stretch a year before the quarter that the text speaks of, else before what was named last.</summary>
    private static TimeValue YearBefore(TimeContext context) =>
        TimeValue.Of((context.LastNamed(TimeUnit.Quarter, QuarterReach) ?? context.Now(TimeUnit.Year))?.ShiftYears(-1)) with { IsAside = true };

    /// <summary>The stretch that lies a length before or after a day.</summary>
    private static TimeValue? Away(TimeMatch match, TimeContext context, TimePoint? from, int direction)
    {
        var length = LengthOf(match);
        if (length.Count is not { } count)
        {
            return direction < 0 ? TimeValue.Past : TimeValue.Future;
        }

        if (length.Unit < TimeUnit.Day)
        {
            return Lasting(length);
        }

        var (unit, factor) = length.Unit switch
        {
            TimeUnit.Fortnight => (TimeUnit.Week, 2),
            TimeUnit.Decade => (TimeUnit.Year, 10),
            TimeUnit.Century => (TimeUnit.Year, 100),
            TimeUnit.Millennium => (TimeUnit.Year, 1000),
            var same => (same, 1),
        };
        return TimeValue.Of(from?.To(unit)?.Shift(direction * count * factor));
    }
}
