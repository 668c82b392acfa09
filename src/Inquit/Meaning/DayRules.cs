using Inquit.Linguistics;
using static Inquit.Meaning.TimeClass;

namespace Inquit.Meaning;

/// <summary>Days: dates, weekdays, feasts, and days told from other days.</summary>
internal static partial class TimeRules
{
    private const int DaysAWeek = 7;

    private static IEnumerable<WrittenRule> Days =>
    [
        new(Day, "(this? Which? Weekday ,?)? MonthName (DayNumber | the? Ordinal) (,? YearNumber)?", Date),
        new(Day, "Which MonthName (DayNumber | Ordinal)", DateInMonth),
        new(Day, "(Weekday ,?)? (DayNumber | the? Ordinal of | the Ordinal) MonthName (,? YearNumber)?", Date),
        new(Day, "IsoDate", (m, _) => DayOrNothing(TimePoint.Day(m[IsoDate] / 10000, (int)(m[IsoDate] / 100 % 100), (int)(m[IsoDate] % 100)))),
        new(Day, "NumericDate", (m, c) => c.DateOrder.Read(m[NumericDate], c.Published)),
        new(Day, "Weekday", OnWeekday),
        new(Day, "Which Weekday", OnWhichWeekday),
        new(Day, "this Which Weekday", OnWhichWeekday),
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
        new(NoTime, "good friday (agreement | agreements | accord | accords | deal)", (_, _) => TimeValue.Nothing),
        Feast(Holiday.ShroveTuesday, "(shrove | fat) tuesday"),
        Feast(Holiday.AshWednesday, "ash wednesday"),
        Feast(Holiday.PalmSunday, "palm sunday"),
        Feast(Holiday.MaundyThursday, "(maundy | holy) thursday"),
        Feast(Holiday.BlackFriday, "black friday"),
        Feast(Holiday.CyberMonday, "cyber monday"),
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
            return DayOrNothing(TimePoint.Day(year, month, day));
        }

        // 2000 had a 29 February.
        if (TimePoint.Day(2000, month, day) is null)
        {
            return TimeValue.Nothing;
        }

        var today = context.Published ?? default;
        return context.Now(TimeUnit.Day) is { } now
            ? TimeValue.Of(Nearest(now, context, years => InYear(years) is { } point && Fits(point) ? point : null) ?? Nearest(now, context, InYear))
            : new TimeValue(TimeType.Date, FormattableString.Invariant($"XXXX-{month:00}-{day:00}"));

        TimePoint? InYear(int years) => TimePoint.Day(today.Year + years, month, day);

        bool Fits(TimePoint point) => (match.Find(Weekday) ?? WeekdayOf(point)) == WeekdayOf(point);
    }

    /// <summary>"last Oct. 23".</summary>
    private static TimeValue DateInMonth(TimeMatch match, TimeContext context) =>
        Chosen(match, context, TimeUnit.Month, match[MonthName] - 1, MonthsAYear) is { FirstDay: { } month }
            ? DayOrNothing(TimePoint.Day(month.Year, month.Month, (int)(match.Find(DayNumber) ?? match[Ordinal])))
            : new TimeValue(TimeType.Date, null);

    private static TimeValue DayOrNothing(TimePoint? day) => day is { } known ? TimeValue.Of(known) : TimeValue.Nothing;

    /// <summary>Of what comes once a year, the last one for a past tense, the next one for a future tense, else the nearest.</summary>
    private static TimePoint? Nearest(TimePoint now, TimeContext context, Func<int, TimePoint?> inYear)
    {
        var (tense, isSure) = (context.Tense, context.ModifiesVerb);
        TimePoint? best = null;
        for (var years = -1; years <= 1; years++)
        {
            if (inYear(years) is not { } point)
            {
                continue;
            }

            var isAgainstTense = (tense == Tense.Past && point.Index > now.Index) || (tense == Tense.Future && point.Index < now.Index);
            if (isAgainstTense && !IsNear(point, now, isSure))
            {
                continue;
            }

            best = best is { } other && Math.Abs(other.Index - now.Index) <= Math.Abs(point.Index - now.Index) ? best : point;
        }

        return best;
    }

    /// <summary>Whether a point of the year is so near that no tense outweighs it: what is named without its year mostly is.</summary>
    /// <param name="point">The point.</param>
    /// <param name="now">The article's day, month or quarter.</param>
    /// <param name="isTenseSure">Whether the tense is that of the expression itself, not of a verb further up.</param>
    private static bool IsNear(TimePoint point, TimePoint now, bool isTenseSure) => Math.Abs(point.Index - now.Index) <= point.Unit switch
    {
        TimeUnit.Day => isTenseSure ? 30 : 90,
        TimeUnit.Month => isTenseSure ? 1 : 3,
        _ => 1,
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

        return WhichOf(match) switch
        {
            < 0 => TimeValue.Of(BeforeOn(now, match[Weekday])),
            > 0 => TimeValue.Of(AfterOn(now, match[Weekday])),
            _ => OnWeekday(match, context),
        };
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
