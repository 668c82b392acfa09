namespace Inquit.Text;

/// <summary>The names of months and of the days of the week as English writes them, with a capital and without a full stop.</summary>
internal static class CalendarNames
{
    /// <summary>The days of the week, from Monday.</summary>
    public static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>The months.</summary>
    public static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>Short forms of each day of the week.</summary>
    public static readonly string[][] ShortWeekdays = [["Mon"], ["Tue", "Tues"], ["Wed"], ["Thu", "Thur", "Thurs"], ["Fri"], ["Sat"], ["Sun"]];

    /// <summary>Short forms of each month; May has none.</summary>
    public static readonly string[][] ShortMonths =
        [["Jan"], ["Feb"], ["Mar"], ["Apr"], [], ["Jun"], ["Jul"], ["Aug"], ["Sep", "Sept"], ["Oct"], ["Nov"], ["Dec"]];
}
