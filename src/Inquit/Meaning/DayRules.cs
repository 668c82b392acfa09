using Inquit.Linguistics;
using static Inquit.Meaning.TimeClass;

namespace Inquit.Meaning;

/// <summary>Days: dates, weekdays, feasts, and days told from other days.</summary>
internal static partial class TimeRules
{
    private const int DaysAWeek = 7;

    private static IEnumerable<WrittenRule> Days =>
    [
        new(Day, "((this coming | Which)? Weekday ,?)? MonthName (DayNumber | the? Ordinal) (,? YearNumber)?", Date),
        new(Day, "Which MonthName (DayNumber | Ordinal)", (m, c) => Chosen(m, c, TimeUnit.Month, m[MonthName] - 1, MonthsAYear) is not { FirstDay: { } month } ? new TimeValue(TimeType.Date, null) : TimePoint.Day(month.Year, month.Month, (int)(m.Find(DayNumber) ?? m[Ordinal])) is { } day ? TimeValue.Of(day) : TimeValue.Nothing),
        new(Day, "(Weekday ,?)? (DayNumber | the? Ordinal of | the Ordinal) MonthName (,? YearNumber)?", Date),
        new(Day, "NumericDate", (m, _) => TimePoint.Day(m[NumericDate] / 10000, (int)(m[NumericDate] / 100 % 100), (int)(m[NumericDate] % 100)) is { } day ? TimeValue.Of(day) : TimeValue.Nothing),
        new(Day, "Weekday", (m, c) => OnWeekday(m, c)),
        new(Day, "Which Weekday", OnWhichWeekday),
        new(Day, "this (past | coming) Weekday", OnWhichWeekday),
        new(Day, "the (previous | preceding) Weekday", (m, c) => Told(c.LastNamed(TimeUnit.Day) ?? c.Now(TimeUnit.Day), day => BeforeOn(day, m[Weekday]))),
        new(Day, "the following Weekday", (m, c) => Told(c.LastNamed(TimeUnit.Day) ?? c.Now(TimeUnit.Day), day => AfterOn(day, m[Weekday]))),
        new(Day, "Weekday (of)? Which week", (m, c) => Told(c.Now(TimeUnit.Week)?.Shift(m[Which]).To(TimeUnit.Day), monday => monday.Shift(m[Weekday] - 1))),
        new(Day, "today", (_, c) => TimeValue.Of(c.Now(TimeUnit.Day))),
        new(Day, "yesterday", (_, c) => TimeValue.Of(c.Now(TimeUnit.Day)?.Shift(-1))),
        new(Day, "tomorrow", (_, c) => TimeValue.Of(c.Now(TimeUnit.Day)?.Shift(1))),
        new(Day, "the day before yesterday", (_, c) => TimeValue.Of(c.Now(TimeUnit.Day)?.Shift(-2))),
        new(Day, "the day after tomorrow", (_, c) => TimeValue.Of(c.Now(TimeUnit.Day)?.Shift(2))),
        new(Day, "(that | the same | that same) day", (_, c) => TimeValue.Of(c.LastNamed(TimeUnit.Day) ?? c.Now(TimeUnit.Day))),
        new(Day, "the (next | following) day", (_, c) => TimeValue.Of((c.LastNamed(TimeUnit.Day) ?? c.Now(TimeUnit.Day))?.Shift(1))),
        new(Day, "the (previous | preceding) day", (_, c) => TimeValue.Of((c.LastNamed(TimeUnit.Day) ?? c.Now(TimeUnit.Day))?.Shift(-1))),
        new(Day, "the day (before | earlier)", (m, c) => !StandsAlone(m, c) ? null : TimeValue.Of((c.LastNamed(TimeUnit.Day) ?? c.Now(TimeUnit.Day))?.Shift(-1))),
        new(Day, "the day (after | later)", (m, c) => !StandsAlone(m, c) ? null : TimeValue.Of((c.LastNamed(TimeUnit.Day) ?? c.Now(TimeUnit.Day))?.Shift(1))),
        .. Feasts,
    ];

    private static IEnumerable<WrittenRule> Feasts =>
    [
        new(Day, "HolidayName day? (,? YearNumber)?", (m, c) => Feast((Holiday)m[HolidayName], m, c)),
        Feast(Holiday.NewYear, "(new year ('s | ’s)? day)"),
        Feast(Holiday.NewYearsEve, "(new year ('s | ’s)? eve)"),
        Feast(Holiday.ChristmasEve, "christmas eve"),
        Feast(Holiday.Boxing, "boxing day"),
        Feast(Holiday.Valentine, "valentine ('s | ’s)? day"),
        Feast(Holiday.Independence, "(independence day | (the)? fourth of july)"),
        Feast(Holiday.Labor, "(labor | labour) day"),
        Feast(Holiday.Memorial, "memorial day"),
        Feast(Holiday.Veterans, "veterans ('s | ’s | ' | ’)? day"),
        Feast(Holiday.Election, "election day"),
        Feast(Holiday.Columbus, "columbus day"),
        Feast(Holiday.MayDay, "may day"),
        Feast(Holiday.MartinLutherKing, "martin luther king (jr.)? day"),
        Feast(Holiday.EasterMonday, "easter monday"),
        Feast(Holiday.Easter, "easter sunday"),
        Feast(Holiday.GoodFriday, "good friday"),
    ];

    private static WrittenRule Feast(Holiday holiday, string name) => new(Day, name + " (,? YearNumber)?", (m, c) => Feast(holiday, m, c));

    private static TimeValue? Feast(Holiday holiday, TimeMatch match, TimeContext context)
    {
        if (!char.IsUpper(context.Form(match.Start)[0]) && !context.Form(match.Start).SequenceEqual("the"))
        {
            return null;
        }

        if (match.Find(YearNumber) is { } year)
        {
            return TimeValue.Of(Holidays.Of(holiday, year));
        }

        return context.Now(TimeUnit.Day) is { FirstDay: { } day } now
            ? TimeValue.Of(Nearest(now, context, years => Holidays.Of(holiday, day.Year + years)))
            : new TimeValue(TimeType.Date, null);
    }

    /// <summary>A day of a month; without its year, the one that the verb's tense says, or the nearest.</summary>
    private static TimeValue? Date(TimeMatch match, TimeContext context)
    {
        var (month, day) = ((int)match[MonthName], (int)(match.Find(DayNumber) ?? match[Ordinal]));
        if (match.Find(YearNumber) is { } year)
        {
            return TimePoint.Day(year, month, day) is { } known ? TimeValue.Of(known) : TimeValue.Nothing;
        }

        // 2000 had a 29 February.
        if (TimePoint.Day(2000, month, day) is null)
        {
            return TimeValue.Nothing;
        }

        return context.Now(TimeUnit.Day) is { FirstDay: { } today } now
            ? TimeValue.Of(Nearest(now, context, years => TimePoint.Day(today.Year + years, month, day) is { } point && (match.Find(Weekday) ?? WeekdayOf(point)) == WeekdayOf(point) ? point : null)
                ?? Nearest(now, context, years => TimePoint.Day(today.Year + years, month, day)))
            : new TimeValue(TimeType.Date, FormattableString.Invariant($"XXXX-{month:00}-{day:00}"));
    }

    /// <summary>Of what comes once a year, the last one for a past tense, the next one for a future tense, else the nearest.</summary>
    private static TimePoint? Nearest(TimePoint now, TimeContext context, Func<int, TimePoint?> inYear)
    {
        var (tense, isSure) = (context.Tense, context.ModifiesVerb);
        TimePoint? best = null;
        for (var years = -1; years <= 1; years++)
        {
            if (inYear(years) is not { } point || (!IsNear(point, now, isSure) && ((tense == Tense.Past && point.Index > now.Index) || (tense == Tense.Future && point.Index < now.Index))))
            {
                continue;
            }

            best = best is { } other && Math.Abs(other.Index - now.Index) <= Math.Abs(point.Index - now.Index) ? best : point;
        }

        return best;
    }

    /// <summary>Whether a point of the year is so near that no tense outweighs it: what is named without its year mostly is.</summary>
    private static bool IsNear(TimePoint point, TimePoint now, bool isTenseSure) => Math.Abs(point.Index - now.Index) <= point.Unit switch
    {
        TimeUnit.Day => isTenseSure ? 14 : 120,
        TimeUnit.Quarter => 1,
        _ => isTenseSure ? 1 : 4,
    };

    private static TimeValue OnWeekday(TimeMatch match, TimeContext context)
    {
        var unknown = new TimeValue(TimeType.Date, FormattableString.Invariant($"XXXX-WXX-{match[Weekday]}"));
        return context.Now(TimeUnit.Day) is { } now && context.ByTense(InWeekOf(now, match[Weekday]), now, DaysAWeek) is { } day ? TimeValue.Of(day) : unknown;
    }

    private static TimeValue OnWhichWeekday(TimeMatch match, TimeContext context)
    {
        if (context.Now(TimeUnit.Day) is not { } now)
        {
            return new TimeValue(TimeType.Date, null);
        }

        return match.Taken.Length == 3 || match[Which] != 0
            ? TimeValue.Of(match.Taken[^2].Value < 0 || (match.Taken.Length == 3 && context.Form(match.Start + 1) is "past") ? BeforeOn(now, match[Weekday]) : AfterOn(now, match[Weekday]))
            : OnWeekday(match, context);
    }

    /// <summary>Whether no phrase or clause follows that "before" or "after" would begin.</summary>
    private static bool StandsAlone(TimeMatch match, TimeContext context) =>
        context.IsEnd(match.End) || context.Upos(match.End) is UniversalPos.PUNCT or UniversalPos.ADP or UniversalPos.CCONJ or UniversalPos.AUX or UniversalPos.VERB;

    private static long WeekdayOf(TimePoint day) => 1 + (day.Index % DaysAWeek);

    private static TimeValue Told(TimePoint? from, Func<TimePoint, TimePoint> reach) => TimeValue.Of(from is { } known ? reach(known) : null);

    private static TimePoint InWeekOf(TimePoint day, long weekday) => day.Shift(weekday - 1 - (((day.Index % DaysAWeek) + DaysAWeek) % DaysAWeek));

    private static TimePoint BeforeOn(TimePoint day, long weekday) => InWeekOf(day, weekday) is var near && near.Index < day.Index ? near : near.Shift(-DaysAWeek);

    private static TimePoint AfterOn(TimePoint day, long weekday) => InWeekOf(day, weekday) is var near && near.Index > day.Index ? near : near.Shift(DaysAWeek);
}
