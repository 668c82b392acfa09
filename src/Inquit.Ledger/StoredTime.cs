using System.Globalization;

namespace Inquit.Ledger;

/// <summary>Days and moments as they are stored (ISO 8601), so that their order is that of the texts: <c>2024-05-14</c>, and in UTC to the second <c>2024-05-14T16:05:00Z</c>.</summary>
internal static class StoredTime
{
    private const string DayForm = "yyyy-MM-dd";
    private const string MomentForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>A day as text; null for none.</summary>
    public static string? Write(DateOnly? day) => day?.ToString(DayForm, CultureInfo.InvariantCulture);

    /// <summary>Text as a day; null for none.</summary>
    public static DateOnly? ReadDay(string? stored) => stored is null ? null : DateOnly.ParseExact(stored, DayForm, CultureInfo.InvariantCulture);

    /// <summary>A moment as text.</summary>
    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString(MomentForm, CultureInfo.InvariantCulture);

    /// <summary>Text as a moment.</summary>
    public static DateTimeOffset ReadMoment(string stored) => DateTimeOffset.ParseExact(stored, MomentForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
