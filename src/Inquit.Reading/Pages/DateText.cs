using System.Globalization;
using System.Text.RegularExpressions;

namespace Inquit.Reading.Pages;

/// <summary>Reads days as pages write them: ISO 8601 with or without a time, RFC 1123, <c>Dec. 22, 2023</c>, <c>22nd December 2023</c>, and
/// figures with slashes where they can mean one day only. The day is the one that is written, whatever its time zone.</summary>
internal static partial class DateText
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Days that programs write for "not known".</summary>
    private static readonly HashSet<DateOnly> Unset = [new(1900, 1, 1), new(1899, 12, 30), new(1899, 12, 31), new(1969, 12, 31), new(1970, 1, 1)];

    private static readonly DateOnly Earliest = new(1700, 1, 1);

    /// <summary>The first day in <paramref name="text"/>, if it is one on which an article may have been published.</summary>
    /// <param name="text">What was written; only its start is looked at.</param>
    /// <param name="latest">The last day that may be meant; later ones are mistakes.</param>
    public static DateOnly? Find(string? text, DateOnly latest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var start = text.Length > 300 ? text[..300] : text;
        var day = (FromDigits(start) ?? FromIso(start)) is { } found ? found : FromWords(start) ?? FromSlashes(start);
        return day is { } one && one >= Earliest && one <= latest && !Unset.Contains(one) ? one : null;
    }

    private static DateOnly? FromIso(string text) =>
        Iso().Match(text) is { Success: true } match ? Day(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value) : null;

    /// <summary>Figures alone: 20231222, or seconds or milliseconds since 1970.</summary>
    private static DateOnly? FromDigits(string text)
    {
        var digits = text.Trim();
        if (digits.Length is not (8 or 10 or 13 or 14) || !digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        return digits.Length is 8 or 14 ? Day(digits[..4], digits[4..6], digits[6..8])
            : long.Parse(digits, CultureInfo.InvariantCulture) is var count && digits.Length == 10
                ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(count).UtcDateTime)
                : DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(count).UtcDateTime);
    }

    private static DateOnly? FromWords(string text)
    {
        if (MonthFirst().Match(text) is { Success: true } first)
        {
            return Day(first.Groups[3].Value, Month(first.Groups[1].Value), first.Groups[2].Value);
        }

        return DayFirst().Match(text) is { Success: true } second
            ? Day(second.Groups[3].Value, Month(second.Groups[2].Value), second.Groups[1].Value)
            : null;
    }

    private static DateOnly? FromSlashes(string text)
    {
        if (Slashes().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var (a, b, year) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
        var (first, second) = (int.Parse(a, CultureInfo.InvariantCulture), int.Parse(b, CultureInfo.InvariantCulture));
        return first > 12 || first == second ? Day(year, b, a)
            : second > 12 ? Day(year, a, b)
            : null;
    }

    private static string Month(string name) =>
        (Array.FindIndex(Months, month => name.StartsWith(month, StringComparison.OrdinalIgnoreCase)) + 1).ToString(CultureInfo.InvariantCulture);

    private static DateOnly? Day(string year, string month, string day) =>
        DateOnly.TryParseExact($"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    [GeneratedRegex(@"\b([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[^0-9]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(
        @"\b([0-9]{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?,?[\s-]+([0-9]{4})",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})\b", RegexOptions.NonBacktracking)]
    private static partial Regex Slashes();
}
