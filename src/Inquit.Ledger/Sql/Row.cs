using System.Data.Common;

namespace Inquit.Ledger.Sql;

/// <summary>Values of a row as they were before they were stored.</summary>
internal static class Row
{
    /// <summary>A text; null for none.</summary>
    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : StoredText.Unescape(row.GetString(column));

    /// <summary>A number that is there.</summary>
    public static int Number(this DbDataReader row, int column) => checked((int)row.GetInt64(column));

    /// <summary>A number; null for none.</summary>
    public static int? NumberOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Number(column);

    /// <summary>A value of an enumeration, stored by its name in lower case.</summary>
    public static T Value<T>(this DbDataReader row, int column)
        where T : struct, Enum => Enum.Parse<T>(row.GetString(column), ignoreCase: true);

    /// <summary>The name under which a value of an enumeration is stored.</summary>
    public static string StoredName<T>(this T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
