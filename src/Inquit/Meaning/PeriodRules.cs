using static Inquit.Meaning.TimeClass;

namespace Inquit.Meaning;

/// <summary>Stretches of the calendar: weeks, months, quarters, seasons, years, decades, centuries; and what lies at a distance from a day.</summary>
internal static partial class TimeRules
{
    private const int MonthsAYear = 12;
    private const int QuartersAYear = 4;
    private const int SeasonsAYear = 4;

    /// <summary>How far back, in tokens, a quarter is looked for that "a year earlier" may speak of.</summary>
    private const int QuarterReach = 400;

    /// <summary>The years that a number alone may mean.</summary>
    private const int FirstYear = 1500;
    private const int LastYear = 2099;

    /// <summary>Those that it mostly means even before a noun in the plural ("1998 results").</summary>
    private const int FirstPlainYear = 1900;
    private const int LastPlainYear = 2050;

    private static IEnumerable<WrittenRule> Periods =>
    [
        new(Period, "YearNumber", (m, c) => IsYear(m, c) ? TimeValue.Of(TimePoint.Year(m[YearNumber])) : null),
        new(Period, "ShortYear", (m, _) => TimeValue.Of(TimePoint.Year(m[ShortYear]))),
        new(Period, "the? (fiscal | calendar) year? (YearNumber | ShortYear)", (m, _) => TimeValue.Of(TimePoint.Year(m.Find(YearNumber) ?? m[ShortYear]))),
        new(
            Period,
            "the year (YearNumber | Number)",
            (m, _) => (m.Find(YearNumber) ?? (m[Number] / 2)) is >= 1000 and <= LastYear and var year ? TimeValue.Of(TimePoint.Year(year)) : null),
        new(Period, "the? DecadeName", (m, c) => m.Taken.Length == 1 && char.IsAsciiLetter(c.Form(m.Start)[0]) && !c.Form(m.Start).StartsWith("mid") ? null : TimeValue.Of(new TimePoint(TimeUnit.Decade, m[DecadeName]))),
        new(Period, "the? Ordinal -? century", (m, _) => TimeValue.Of(new TimePoint(TimeUnit.Century, m[Ordinal] - 1))),

        new(Period, "Which fiscal? UnitOne", (m, c) => Near(m, c, m[Which])),
        new(Period, "the Which fiscal? UnitOne", (m, c) => c.Form(m.Start + 1) switch
        {
            "past" => Lasting(LengthOf(m)),
            "previous" => Calendar(m, unit => TimeValue.Of(Named(c, unit)?.Shift(-1))),
            _ => Near(m, c, m[Which]),
        }),
        new(Period, "the (latest | most recent) fiscal? UnitOne", (m, c) => Near(m, c, UnitOf(m) is TimeUnit.Quarter or TimeUnit.Year ? -1 : 0)),
        new(Period, "the (following | ensuing) UnitOne", (m, c) => Calendar(m, unit => TimeValue.Of(Named(c, unit)?.Shift(1)))),
        new(Period, "the preceding UnitOne", (m, c) => Calendar(m, unit => TimeValue.Of(Named(c, unit)?.Shift(-1)))),
        new(Period, "(that | the same | that same) UnitOne", (m, c) => Calendar(m, unit => TimeValue.Of(Named(c, unit)))),
        new(Period, "the quarter", (_, c) => TimeValue.Of(c.LastNamed(TimeUnit.Quarter) ?? c.Now(TimeUnit.Quarter)?.Shift(-1))),
        new(Period, "the (fiscal | calendar)? UnitOne", TheOne),
        new(Day, "year -? end", (_, c) => TimeValue.Of(YearEnd(c))),

        new(Period, "MonthName", (m, c) => InMonth(m, c)),
        new(Period, "MonthName ,? of? YearNumber", (m, _) => TimeValue.Of(TimePoint.Month(m[YearNumber], (int)m[MonthName]))),
        new(Period, "MonthName ShortYear", (m, _) => TimeValue.Of(TimePoint.Month(m[ShortYear], (int)m[MonthName]))),
        new(Period, "Which MonthName", (m, c) => TimeValue.Of(Chosen(m, c, TimeUnit.Month, m[MonthName] - 1, MonthsAYear))),
        new(Period, "MonthName of? Period", (m, c) => m.Part(c)?.Point is { Unit: TimeUnit.Year } year ? TimeValue.Of(TimePoint.Month(year.Index, (int)m[MonthName])) : null),

        new(Period, "the? SeasonName", InSeason),
        new(
            Period,
            "the? SeasonName (,? of)? (YearNumber | ShortYear)",
            (m, _) => TimeValue.Of(new TimePoint(TimeUnit.Season, (SeasonsAYear * (m.Find(YearNumber) ?? m[ShortYear])) + m[SeasonName]))),
        new(Period, "this? Which SeasonName", (m, c) => TimeValue.Of(Chosen(m, c, TimeUnit.Season, m[SeasonName], SeasonsAYear))),

        new(Period, "Ordinal - quarter", (m, c) => InQuarter(m[Ordinal], c)),
        new(Period, "the? (current | fiscal | calendar)? Ordinal quarter", (m, c) => InQuarter(m[Ordinal], c)),
        new(Period, "the? (fiscal | calendar)? Ordinal -? quarter of? Period", (m, c) => m.LastPart(c)?.Point is { Unit: TimeUnit.Year } year ? Quarter(m[Ordinal], year.Index) : null),
        new(Period, "(the | Which)? fiscal? YearNumber Ordinal -? quarter", (m, _) => Quarter(m[Ordinal], m[YearNumber])),
        new(Period, "Which year ('s | ’s) (fiscal)? Ordinal -? quarter", (m, c) => c.Now(TimeUnit.Year) is { } now ? Quarter(m[Ordinal], now.Index + m[Which]) : null),
        new(
            Period,
            "the? (comparable | corresponding | same)? year - (ago | earlier) Ordinal -? quarter",
            (m, c) => InQuarter(m[Ordinal], c)?.Point is { } quarter ? TimeValue.Of(quarter.ShiftYears(-1)) with { IsAside = true } : null),
        new(Period, "(the | a)? (comparable | corresponding | same)? year - (ago | earlier) (period | quarter | third - quarter)?", (_, c) => YearBefore(c)),

        new(Period, "the? (Ordinal | Which) -? half (of Period)?", InHalf),
    ];

    private static IEnumerable<WrittenRule> Distances =>
    [
        new(Period, "just? (a | an) UnitOne (and a half)? (or so)? ago", (m, c) => IsYearOfQuarter(m, c) ? YearBefore(c) : Away(m, c, c.Now(TimeUnit.Day), -1)),
        new(Period, $"{About}? (just | only | some)? {Counted}? (a | an)? {More}? {Unit} (or so)? (ago | back)", (m, c) => Away(m, c, c.Now(TimeUnit.Day), -1)),
        new(Period, $"{About}? {Counted} {Unit} earlier", (m, c) => Away(m, c, c.Last, -1)),
        new(Period, $"{About}? ({Counted} | a) {Unit} before", (m, c) => StandsAlone(m, c) ? Away(m, c, c.Last, -1) : null),
        new(Period, "(a | an) UnitOne earlier", (m, c) => IsYearOfQuarter(m, c) ? YearBefore(c) : Away(m, c, c.Last, -1)),
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
        var before = context.Form(token - 1);
        var after = context.Form(token + 1);
        if (before is "$" or "£" or "€" or "#" or "No." or "-" or "/" || after is "%" or "percent" or "people" || (after is "-" && before is not ("in" or "of" or "since")))
        {
            return false;
        }

        var head = context.Head(token);
        var isCount = context.Relation(token) == "nummod" && head >= 0 && context.Xpos(head) is "NNS" or "NNPS";
        return match[YearNumber] is >= FirstPlainYear and <= LastPlainYear || !isCount;
    }

    /// <summary>"the year" is the article's, unless it is measured ("the year ended March 31"); "the weekend" of a past tense is the last one.</summary>
    private static TimeValue? TheOne(TimeMatch match, TimeContext context) => UnitOf(match) switch
    {
        >= TimeUnit.Day when context.IsCounted => new TimeValue(TimeType.Date, null, Length: LengthOf(match)),
        not (TimeUnit.Year or TimeUnit.Month or TimeUnit.Week or TimeUnit.Weekend) => null,
        _ when context.Form(match.End) is "ended" or "ending" => Lasting(LengthOf(match)),
        TimeUnit.Weekend when context.Tense == Tense.Past => Near(match, context, -1),
        _ => Near(match, context, 0),
    };

    private static TimeValue? Calendar(TimeMatch match, Func<TimeUnit, TimeValue?> build) => UnitOf(match) is >= TimeUnit.Day and var unit ? build(unit) : null;

    /// <summary>The stretch of a unit that lies so many of it from the article's day.</summary>
    private static TimeValue? Near(TimeMatch match, TimeContext context, long count) => UnitOf(match) switch
    {
        < TimeUnit.Day or TimeUnit.Fortnight or TimeUnit.Millennium => null,
        var unit => TimeValue.Of(context.Now(unit)?.Shift(count)),
    };

    /// <summary>The stretch of a unit that what was named last lies in.</summary>
    private static TimePoint? Named(TimeContext context, TimeUnit unit) => context.Last?.In(unit);

    /// <summary>The part of the year that the stretch lies in: month, season, quarter.</summary>
    private static TimePoint InYear(TimePoint now, long place, int parts) => now with { Index = now.Index - (((now.Index % parts) + parts) % parts) + place };

    /// <summary>A season without its year, by the verb's tense.</summary>
    private static TimeValue InSeason(TimeMatch match, TimeContext context) =>
        TimeValue.Of(context.Now(TimeUnit.Season) is { } now ? context.ByTense(ThisYears(context, now, match[SeasonName], SeasonsAYear), now, SeasonsAYear) : null);

    /// <summary>The same in the article's year: January is in a winter of the year before.</summary>
    private static TimePoint ThisYears(TimeContext context, TimePoint now, long place, int parts) =>
        now with { Index = ((context.Now(TimeUnit.Year)?.Index ?? 0) * parts) + place };

    private static TimePoint? YearEnd(TimeContext context) =>
        context.Now(TimeUnit.Day) is { FirstDay: { } today } now ? Nearest(now, context, years => TimePoint.Day(today.Year + years, MonthsAYear, 31)) : null;

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

        var here = ThisYears(context, now, place, parts);
        var which = WhichOf(match);
        return which < 0 ? (here.Index < now.Index ? here : here.Shift(-parts))
            : which > 0 ? (here.Index > now.Index ? here : here.Shift(parts))
            : here;
    }

    private static TimeValue? Quarter(long place, long year) => place is >= 1 and <= QuartersAYear
        ? TimeValue.Of(new TimePoint(TimeUnit.Quarter, (year * QuartersAYear) + place - 1))
        : null;

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

    /// <summary>Whether "a year ago" compares quarters.</summary>
    private static bool IsYearOfQuarter(TimeMatch match, TimeContext context) =>
        UnitOf(match) == TimeUnit.Year && context.LastNamed(TimeUnit.Quarter, QuarterReach) is not null;

    /// <summary>The stretch that lies a length before or after a day.</summary>
    private static TimeValue? Away(TimeMatch match, TimeContext context, TimePoint? from, int direction)
    {
        var length = LengthOf(match);
        if (length.Count is null)
        {
            return direction < 0 ? TimeValue.Past : TimeValue.Future;
        }

        if (length.Unit < TimeUnit.Day)
        {
            return Lasting(length);
        }

        return TimeValue.Of(CountedTimes.Away(length, from, direction));
    }
}
