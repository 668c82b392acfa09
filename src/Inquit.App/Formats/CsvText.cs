namespace Inquit.App.Formats;

/// <summary>
/// Lines of CSV (RFC 4180). A cell that a spreadsheet would take for a formula, since it begins with =, +, -, @, a tab or a line end,
/// gets an apostrophe before it, which spreadsheets do not show.
/// </summary>
internal static class CsvText
{
    private const string Formula = "=+-@\t\r\n＝＋－＠";

    /// <summary>A line with its end.</summary>
    public static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var safe = Formula.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().ContainsAny("\",\r\n") || char.IsWhiteSpace(safe[0]) || char.IsWhiteSpace(safe[^1]) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
