namespace Inquit.Meaning;

/// <summary>
/// What words are in the grammar of time expressions: first what the lexicon and the numbers give, then what its rules make of
/// these. A pattern names them; see <see cref="TimePattern"/>.
/// </summary>
internal enum TimeClass
{
    /// <summary>The word itself, in patterns only.</summary>
    None,

    /// <summary>"Friday": 1 for Monday to 7.</summary>
    Weekday,

    /// <summary>"Fridays".</summary>
    Weekdays,

    /// <summary>"November", "Nov.": 1 to 12.</summary>
    MonthName,

    /// <summary>"spring": 0 to 3 from spring on.</summary>
    SeasonName,

    /// <summary>"morning": its place among the parts of a day.</summary>
    DayPart,

    /// <summary>"mornings".</summary>
    DayParts,

    /// <summary>"noon": its place among the points of a day.</summary>
    DayTurn,

    /// <summary>"week": the unit.</summary>
    UnitOne,

    /// <summary>"weeks".</summary>
    UnitMany,

    /// <summary>"daily": the unit.</summary>
    UnitOften,

    /// <summary>"last", "this", "next": -1, 0, 1.</summary>
    Which,

    /// <summary>"1990s", "'80s": the decade, as year by ten.</summary>
    DecadeName,

    /// <summary>"three", "14", "a few": halves, as in <see cref="TimeLength"/>.</summary>
    Number,

    /// <summary>"a few", "several": as a number that is not said.</summary>
    Few,

    /// <summary>"third", "3rd".</summary>
    Ordinal,

    /// <summary>"14", "14th": 1 to 31.</summary>
    DayNumber,

    /// <summary>"1998".</summary>
    YearNumber,

    /// <summary>"'98".</summary>
    ShortYear,

    /// <summary>"1989-11-02": year by ten thousand, and month by hundred.</summary>
    IsoDate,

    /// <summary>"11/02/89": year by ten thousand, and the first number by hundred; see <see cref="DateOrder"/>.</summary>
    NumericDate,

    /// <summary>"7:15": hours by sixty and minutes.</summary>
    ClockTime,

    /// <summary>"5" before "p.m.": the hour.</summary>
    ClockHour,

    /// <summary>"a.m.", "p.m.": 0, 12.</summary>
    Meridiem,

    /// <summary>"EST".</summary>
    Zone,

    /// <summary>"Christmas": its place among the holidays.</summary>
    HolidayName,

    /// <summary>A day, made by a rule.</summary>
    Day,

    /// <summary>A stretch of days, made by a rule.</summary>
    Period,

    /// <summary>A time of a day, made by a rule.</summary>
    Time,

    /// <summary>A time of the clock without its day, made by a rule.</summary>
    Clock,

    /// <summary>A length, made by a rule.</summary>
    Length,

    /// <summary>What comes again, made by a rule.</summary>
    Often,

    /// <summary>The past, the present, the future, made by a rule.</summary>
    Vague,

    /// <summary>What looks like a time and is none ("two years old"): nothing is made of its words.</summary>
    NoTime,
}
