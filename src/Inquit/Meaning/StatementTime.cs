using System.Globalization;
using Inquit.Text;

namespace Inquit.Meaning;

/// <summary>What the time of a statement was taken from.</summary>
public enum TimeBasis
{
    /// <summary>The article's day: nothing beside the cue says another.</summary>
    Published,

    /// <summary>A time expression beside the cue.</summary>
    Text,
}

/// <summary>When a statement was made, as far as the article tells.</summary>
/// <param name="Value">TIMEX3's value, as in <see cref="TimeExpression"/>; null where the expression's day is not known.</param>
/// <param name="Basis">What it was taken from.</param>
/// <param name="Span">The time expression, in UTF-16 units of the article's text; null where there is none.</param>
public sealed record StatementTime(string? Value, TimeBasis Basis, TextSpan? Span = null)
{
    /// <summary>The first day of the value, which may be a day, week, month, quarter, half or year; null where it is none of these.</summary>
    public DateOnly? FirstDay => Parse(Value);

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
            var inFirst = new DateOnly(year, 1, 4); // always in week 1 (ISO 8601)
            var monday = inFirst.DayNumber - ((int)inFirst.DayOfWeek + 6) % 7 + (week - 1) * 7;
            return week <= ISOWeek.GetWeeksInYear(year) && monday >= 0 ? DateOnly.FromDayNumber(monday) : null;
        }

        var month = rest.Length == 0 ? 1
            : rest.StartsWith("Q") ? (Number(rest[1..]) - 1) * 3 + 1
            : rest.StartsWith("H") ? (Number(rest[1..]) - 1) * 6 + 1
            : Number(rest[..Math.Min(2, rest.Length)]);
        var day = rest.Length == 5 && rest[2] == '-' ? Number(rest[3..]) : 1;
        return month is >= 1 and <= 12 && day >= 1 && day <= CultureInfo.InvariantCulture.Calendar.GetDaysInMonth(year, month.Value) ? new DateOnly(year, month.Value, day.Value) : null;
    }

    private static int? Number(ReadOnlySpan<char> digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

