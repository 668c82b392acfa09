using System.Globalization;

namespace Inquit.App;

/// <summary>What people write to say which statements they look for, on a command line or in an address.</summary>
internal static class SearchText
{
    /// <summary>What a day is written as.</summary>
    public const string DayForm = "a day, month or year: 2024-05-14, 2024-05 or 2024";

    /// <summary>What a country is written as.</summary>
    public const string CountryForm = "the two letters of ISO 3166-1, as RU";

    /// <summary>The first or the last day of a day, month or year; null where it is none.</summary>
    public static DateOnly? Day(string text, bool isEnd)
    {
        if (Iso.Day(text) is { } exact)
        {
            return exact;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return isEnd ? new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month)) : month;
        }

        return DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year)
            ? isEnd ? new DateOnly(year.Year, 12, 31) : year
            : null;
    }

    /// <summary>The country; null where it is none.</summary>
    public static string? Country(string text)
    {
        var code = text.ToUpperInvariant();
        return code.Length == 2 && code.All(char.IsAsciiLetterUpper) ? code : null;
    }
}
