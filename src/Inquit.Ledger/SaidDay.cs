using System.Globalization;
using Inquit.Attribution;

namespace Inquit.Ledger;

/// <summary>The day by which a statement is ordered: the first day of the time at which it was made, or else the day of its article.</summary>
internal static class SaidDay
{
    /// <summary>The day; null where nothing tells.</summary>
    public static DateOnly? Of(Statement statement, DateOnly? published) => Parse(statement.Said?.Value) ?? published;

    /// <summary>The first day of a TIMEX3 value: of a day, week, month, quarter, half or year.</summary>
    private static DateOnly? Parse(string? value)
    {
        if (value is null || value.Length < 4 || !int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1 or > 9999)
        {
            return null;
        }

        var rest = value.AsSpan(4).TrimStart('-');
        if (rest.IndexOf('T') is var time and >= 0)
        {
            rest = rest[..time];
        }

        if (rest.StartsWith("W") && Number(rest[1..Math.Min(3, rest.Length)]) is { } week and >= 1)
        {
            return week <= ISOWeek.GetWeeksInYear(year) && (year > 1 || week > 1) ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)) : null;
        }

        var month = rest.Length == 0 ? 1
            : rest.StartsWith("Q") ? (Number(rest[1..]) - 1) * 3 + 1
            : rest.StartsWith("H") ? (Number(rest[1..]) - 1) * 6 + 1
            : Number(rest[..Math.Min(2, rest.Length)]);
        var day = rest.Length == 5 && rest[2] == '-' ? Number(rest[3..]) : 1;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month.Value) ? new DateOnly(year, month.Value, day.Value) : null;
    }

    private static int? Number(ReadOnlySpan<char> digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
