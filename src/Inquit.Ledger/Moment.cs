using System.Globalization;

namespace Inquit.Ledger;

/// <summary>Moments as they are stored: ISO 8601 in UTC, to the second.</summary>
internal static class Moment
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>A moment as text.</summary>
    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Text as a moment.</summary>
    public static DateTimeOffset Read(string stored) => DateTimeOffset.ParseExact(stored, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
