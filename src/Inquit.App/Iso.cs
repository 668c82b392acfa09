using System.Globalization;

namespace Inquit.App;

/// <summary>Days and moments as programs write and read them (ISO 8601): <c>2024-05-14</c>, and in UTC <c>2024-05-14T16:05:00Z</c>.</summary>
internal static class Iso
{
    private const string DayForm = "yyyy-MM-dd";
    private const string MomentForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>A day as text.</summary>
    public static string Of(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    /// <summary>A day as text; null for none.</summary>
    public static string? Of(DateOnly? day) => day is { } known ? Of(known) : null;

    /// <summary>A moment as text, to the second.</summary>
    public static string Of(DateTimeOffset moment) => moment.UtcDateTime.ToString(MomentForm, CultureInfo.InvariantCulture);

    /// <summary>A moment as text, to the second; null for none.</summary>
    public static string? Of(DateTimeOffset? moment) => moment is { } known ? Of(known) : null;

    /// <summary>The day that a text is; null where it is none.</summary>
    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The moment that a text is; null where it is none.</summary>
    public static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParseExact(text, MomentForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
