namespace Inquit.Meaning;

/// <summary>Feasts whose day in a year can be computed. Feasts of two words have a name in <see cref="TimeRules"/>.</summary>
internal enum Holiday
{
    NewYear,
    NewYearsEve,
    MartinLutherKing,
    Valentine,
    MayDay,
    Memorial,
    Independence,
    Labor,
    Columbus,
    Halloween,
    Election,
    Veterans,
    Thanksgiving,
    ChristmasEve,
    Christmas,
    Boxing,
    Easter,
    EasterMonday,
    GoodFriday,
    ShroveTuesday,
    AshWednesday,
    PalmSunday,
    MaundyThursday,
    BlackFriday,
    CyberMonday,
}

/// <summary>The days of feasts.</summary>
internal static class Holidays
{
    /// <summary>The day of a feast in a year; null outside the calendar.</summary>
    public static TimePoint? Of(Holiday holiday, long year) => year is < 1 or > 9999 ? null : holiday switch
    {
        Holiday.NewYear => TimePoint.Day(year, 1, 1),
        Holiday.NewYearsEve => TimePoint.Day(year, 12, 31),
        Holiday.MartinLutherKing => Weekday(year, 1, DayOfWeek.Monday, 3),
        Holiday.Valentine => TimePoint.Day(year, 2, 14),
        Holiday.MayDay => TimePoint.Day(year, 5, 1),
        Holiday.Memorial => Weekday(year, 6, DayOfWeek.Monday, 0),
        Holiday.Independence => TimePoint.Day(year, 7, 4),
        Holiday.Labor => Weekday(year, 9, DayOfWeek.Monday, 1),
        Holiday.Columbus => Weekday(year, 10, DayOfWeek.Monday, 2),
        Holiday.Halloween => TimePoint.Day(year, 10, 31),
        Holiday.Election => Weekday(year, 11, DayOfWeek.Monday, 1)?.Shift(1),
        Holiday.Veterans => TimePoint.Day(year, 11, 11),
        Holiday.Thanksgiving => Weekday(year, 11, DayOfWeek.Thursday, 4),
        Holiday.ChristmasEve => TimePoint.Day(year, 12, 24),
        Holiday.Christmas => TimePoint.Day(year, 12, 25),
        Holiday.Boxing => TimePoint.Day(year, 12, 26),
        Holiday.Easter => Easter(year),
        Holiday.EasterMonday => Easter(year)?.Shift(1),
        Holiday.ShroveTuesday => Easter(year)?.Shift(-47),
        Holiday.AshWednesday => Easter(year)?.Shift(-46),
        Holiday.PalmSunday => Easter(year)?.Shift(-7),
        Holiday.MaundyThursday => Easter(year)?.Shift(-3),
        Holiday.BlackFriday => Of(Holiday.Thanksgiving, year)?.Shift(1),
        Holiday.CyberMonday => Of(Holiday.Thanksgiving, year)?.Shift(4),
        _ => Easter(year)?.Shift(-2),
    };

    /// <summary>The n-th such weekday of a month; 0 for the last one before the month.</summary>
    private static TimePoint? Weekday(long year, int month, DayOfWeek weekday, int place)
    {
        var first = new DateOnly((int)year, month, 1);
        var wait = ((int)weekday - (int)first.DayOfWeek + 7) % 7;
        return TimePoint.Of(first, TimeUnit.Day).Shift(wait + (7 * (place - 1)));
    }

    /// <summary>Easter Sunday of the western churches (the method of Oudin, 1940).</summary>
    private static TimePoint? Easter(long year)
    {
        var (golden, century) = (year % 19, year / 100);
        var correction = (century - (century / 4) - (((8 * century) + 13) / 25) + (19 * golden) + 15) % 30;
        var epact = correction - (correction / 28 * (1 - (correction / 28 * (29 / (correction + 1)) * ((21 - golden) / 11))));
        var weekday = (year + (year / 4) + epact + 2 - century + (century / 4)) % 7;
        var offset = epact - weekday;
        var month = 3 + ((offset + 40) / 44);
        var day = offset + 28 - (31 * (month / 4));
        return TimePoint.Day(year, (int)month, (int)day);
    }
}
