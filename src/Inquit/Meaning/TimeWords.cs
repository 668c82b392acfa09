using System.Collections.Frozen;
using Inquit.Text;
using static Inquit.Meaning.TimeClass;

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

    private static readonly (string Word, TimeUnit Unit)[] Units =
    [
        ("second", TimeUnit.Second), ("minute", TimeUnit.Minute), ("hour", TimeUnit.Hour), ("day", TimeUnit.Day), ("weekend", TimeUnit.Weekend),
        ("week", TimeUnit.Week), ("fortnight", TimeUnit.Fortnight), ("month", TimeUnit.Month), ("quarter", TimeUnit.Quarter), ("year", TimeUnit.Year),
        ("decade", TimeUnit.Decade), ("century", TimeUnit.Century), ("millennium", TimeUnit.Millennium),
    ];

    private static readonly (string Word, TimeClass Class, int Value)[] Others =
    [
        ("centuries", UnitMany, (int)TimeUnit.Century), ("millennia", UnitMany, (int)TimeUnit.Millennium),
        ("daily", UnitOften, (int)TimeUnit.Day), ("weekly", UnitOften, (int)TimeUnit.Week), ("hourly", UnitOften, (int)TimeUnit.Hour),
        ("monthly", UnitOften, (int)TimeUnit.Month), ("quarterly", UnitOften, (int)TimeUnit.Quarter), ("yearly", UnitOften, (int)TimeUnit.Year),
        ("annually", UnitOften, (int)TimeUnit.Year), ("nightly", UnitOften, (int)TimeUnit.Day),
        ("spring", SeasonName, 0), ("summer", SeasonName, 1), ("autumn", SeasonName, 2), ("fall", SeasonName, 2), ("winter", SeasonName, 3),
        ("morning", DayPart, 0), ("afternoon", DayPart, 1), ("evening", DayPart, 2), ("night", DayPart, 3), ("daytime", DayPart, 4),
        ("mornings", DayParts, 0), ("afternoons", DayParts, 1), ("evenings", DayParts, 2), ("nights", DayParts, 3),
        ("noon", DayTurn, 0), ("midday", DayTurn, 0), ("midnight", DayTurn, 1),
        ("last", Which, -1), ("past", Which, -1), ("previous", Which, -1), ("this", Which, 0), ("current", Which, 0), ("next", Which, 1),
        ("coming", Which, 1), ("upcoming", Which, 1),
        ("a.m.", Meridiem, 0), ("a.m", Meridiem, 0), ("am", Meridiem, 0), ("p.m.", Meridiem, 12), ("p.m", Meridiem, 12), ("pm", Meridiem, 12),
        ("gmt", Zone, 0), ("utc", Zone, 0), ("est", Zone, 0), ("edt", Zone, 0), ("cst", Zone, 0), ("cdt", Zone, 0), ("pst", Zone, 0),
        ("pdt", Zone, 0), ("cet", Zone, 0), ("bst", Zone, 0),
        ("et", Zone, 0), ("ct", Zone, 0), ("pt", Zone, 0), ("mst", Zone, 0), ("mdt", Zone, 0), ("cest", Zone, 0), ("eet", Zone, 0),
        ("eest", Zone, 0), ("ist", Zone, 0), ("jst", Zone, 0), ("aest", Zone, 0), ("aedt", Zone, 0),
        ("seventies", DecadeName, 197), ("eighties", DecadeName, 198), ("nineties", DecadeName, 199), ("sixties", DecadeName, 196),
        ("fifties", DecadeName, 195), ("forties", DecadeName, 194), ("thirties", DecadeName, 193), ("twenties", DecadeName, 192),
        ("christmas", HolidayName, (int)Holiday.Christmas), ("xmas", HolidayName, (int)Holiday.Christmas),
        ("thanksgiving", HolidayName, (int)Holiday.Thanksgiving), ("easter", HolidayName, (int)Holiday.Easter),
        ("halloween", HolidayName, (int)Holiday.Halloween),
    ];

    /// <summary>The meanings of each word, in lower case.</summary>
    public static FrozenDictionary<string, TimeWord[]> Meanings { get; } = Collect();

    private static FrozenDictionary<string, TimeWord[]> Collect()
    {
        var words = new List<(string Word, TimeWord Meaning)>();
        foreach (var (index, name) in CalendarNames.Weekdays.Index())
        {
            var meaning = new TimeWord(TimeClass.Weekday, index + 1, true);
            words.Add((name, meaning));
            words.Add((name + "s", meaning with { Class = TimeClass.Weekdays }));
            words.AddRange(CalendarNames.ShortWeekdays[index].Select(word => (word + ".", meaning)));
        }

        foreach (var (index, name) in CalendarNames.Months.Index())
        {
            var meaning = new TimeWord(TimeClass.MonthName, index + 1, true);
            words.Add((name, meaning));
            words.AddRange(CalendarNames.ShortMonths[index].SelectMany(word => new[] { (word, meaning), (word + ".", meaning) }));
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
