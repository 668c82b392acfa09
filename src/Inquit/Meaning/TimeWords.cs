using System.Collections.Frozen;

namespace Inquit.Meaning;

/// <summary>A meaning of a word: a class and what the word stands for in it.</summary>
/// <param name="Class">The class.</param>
/// <param name="Value">What it stands for; the class says how to read it.</param>
/// <param name="NeedsCapital">Whether it has this meaning with a capital only ("March", "May").</param>
internal readonly record struct TimeWord(TimeClass Class, int Value, bool NeedsCapital = false);

/// <summary>The words that time expressions are made of. Numbers are read by <see cref="TimeNumbers"/>.</summary>
internal static class TimeWords
{
    /// <summary>TIMEX3's names of the parts of a day, by <see cref="TimeClass.DayPart"/>.</summary>
    public static readonly string[] DayPartValues = ["TMO", "TAF", "TEV", "TNI", "TDT"];

    /// <summary>The points of a day, by <see cref="TimeClass.DayTurn"/>.</summary>
    public static readonly string[] DayTurnValues = ["T12:00", "T24:00"];

    private static readonly string[] WeekdayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private static readonly (string Word, int Weekday)[] ShortWeekdays =
        [("mon.", 1), ("tue.", 2), ("tues.", 2), ("wed.", 3), ("thu.", 4), ("thur.", 4), ("thurs.", 4), ("fri.", 5), ("sat.", 6), ("sun.", 7)];

    private static readonly string[] MonthNames =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[][] ShortMonths =
        [["jan"], ["feb"], ["mar"], ["apr"], [], ["jun"], ["jul"], ["aug"], ["sep", "sept"], ["oct"], ["nov"], ["dec"]];

    private static readonly (string Word, TimeUnit Unit)[] Units =
    [
        ("second", TimeUnit.Second), ("minute", TimeUnit.Minute), ("hour", TimeUnit.Hour), ("day", TimeUnit.Day), ("weekend", TimeUnit.Weekend),
        ("week", TimeUnit.Week), ("fortnight", TimeUnit.Fortnight), ("month", TimeUnit.Month), ("quarter", TimeUnit.Quarter), ("year", TimeUnit.Year),
        ("decade", TimeUnit.Decade), ("century", TimeUnit.Century), ("millennium", TimeUnit.Millennium),
    ];

    private static readonly (string Word, TimeClass Class, int Value)[] Others =
    [
        ("centuries", TimeClass.UnitMany, (int)TimeUnit.Century), ("millennia", TimeClass.UnitMany, (int)TimeUnit.Millennium),
        ("daily", TimeClass.UnitOften, (int)TimeUnit.Day), ("weekly", TimeClass.UnitOften, (int)TimeUnit.Week), ("hourly", TimeClass.UnitOften, (int)TimeUnit.Hour),
        ("monthly", TimeClass.UnitOften, (int)TimeUnit.Month), ("quarterly", TimeClass.UnitOften, (int)TimeUnit.Quarter),
        ("yearly", TimeClass.UnitOften, (int)TimeUnit.Year), ("annually", TimeClass.UnitOften, (int)TimeUnit.Year), ("nightly", TimeClass.UnitOften, (int)TimeUnit.Day),
        ("spring", TimeClass.SeasonName, 0), ("summer", TimeClass.SeasonName, 1), ("autumn", TimeClass.SeasonName, 2), ("fall", TimeClass.SeasonName, 2), ("winter", TimeClass.SeasonName, 3),
        ("morning", TimeClass.DayPart, 0), ("afternoon", TimeClass.DayPart, 1), ("evening", TimeClass.DayPart, 2), ("night", TimeClass.DayPart, 3), ("daytime", TimeClass.DayPart, 4),
        ("mornings", TimeClass.DayParts, 0), ("afternoons", TimeClass.DayParts, 1), ("evenings", TimeClass.DayParts, 2), ("nights", TimeClass.DayParts, 3),
        ("noon", TimeClass.DayTurn, 0), ("midday", TimeClass.DayTurn, 0), ("midnight", TimeClass.DayTurn, 1),
        ("last", TimeClass.Which, -1), ("past", TimeClass.Which, -1), ("previous", TimeClass.Which, -1),
        ("this", TimeClass.Which, 0), ("current", TimeClass.Which, 0), ("next", TimeClass.Which, 1), ("coming", TimeClass.Which, 1), ("upcoming", TimeClass.Which, 1),
        ("a.m.", TimeClass.Meridiem, 0), ("a.m", TimeClass.Meridiem, 0), ("am", TimeClass.Meridiem, 0), ("p.m.", TimeClass.Meridiem, 12), ("p.m", TimeClass.Meridiem, 12), ("pm", TimeClass.Meridiem, 12),
        ("gmt", TimeClass.Zone, 0), ("utc", TimeClass.Zone, 0), ("est", TimeClass.Zone, 0), ("edt", TimeClass.Zone, 0), ("cst", TimeClass.Zone, 0), ("cdt", TimeClass.Zone, 0),
        ("pst", TimeClass.Zone, 0), ("pdt", TimeClass.Zone, 0), ("cet", TimeClass.Zone, 0), ("bst", TimeClass.Zone, 0),
        ("seventies", TimeClass.DecadeName, 197), ("eighties", TimeClass.DecadeName, 198), ("nineties", TimeClass.DecadeName, 199),
        ("sixties", TimeClass.DecadeName, 196), ("fifties", TimeClass.DecadeName, 195), ("forties", TimeClass.DecadeName, 194), ("thirties", TimeClass.DecadeName, 193), ("twenties", TimeClass.DecadeName, 192),
        ("christmas", TimeClass.HolidayName, (int)Holiday.Christmas), ("xmas", TimeClass.HolidayName, (int)Holiday.Christmas),
        ("thanksgiving", TimeClass.HolidayName, (int)Holiday.Thanksgiving), ("easter", TimeClass.HolidayName, (int)Holiday.Easter), ("halloween", TimeClass.HolidayName, (int)Holiday.Halloween),
    ];

    /// <summary>The meanings of each word, in lower case.</summary>
    public static FrozenDictionary<string, TimeWord[]> Meanings { get; } = Collect();

    private static FrozenDictionary<string, TimeWord[]> Collect()
    {
        var words = new List<(string Word, TimeWord Meaning)>();
        for (var i = 0; i < WeekdayNames.Length; i++)
        {
            words.Add((WeekdayNames[i], new TimeWord(TimeClass.Weekday, i + 1, true)));
            words.Add((WeekdayNames[i] + "s", new TimeWord(TimeClass.Weekdays, i + 1, true)));
        }

        words.AddRange(ShortWeekdays.Select(item => (item.Word, new TimeWord(TimeClass.Weekday, item.Weekday, true))));
        for (var i = 0; i < MonthNames.Length; i++)
        {
            var meaning = new TimeWord(TimeClass.MonthName, i + 1, true);
            words.Add((MonthNames[i], meaning));
            foreach (var name in ShortMonths[i])
            {
                words.Add((name, meaning));
                words.Add((name + ".", meaning));
            }
        }

        foreach (var (word, unit) in Units)
        {
            words.Add((word, new TimeWord(TimeClass.UnitOne, (int)unit)));
            words.Add((word + "s", new TimeWord(TimeClass.UnitMany, (int)unit)));
        }

        words.AddRange(Others.Select(item => (item.Word, new TimeWord(item.Class, item.Value, item.Class is TimeClass.HolidayName or TimeClass.Zone))));
        return words.GroupBy(item => item.Word, item => item.Meaning).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);
    }
}
