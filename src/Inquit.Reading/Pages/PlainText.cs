using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Inquit.Reading.Pages;

/// <summary>Makes a line of text of what a page writes about itself, where markup is often written out.</summary>
internal static partial class PlainText
{
    private const int Longest = 10_000;

    /// <summary>The text in one line, without tags, references and control characters; null where nothing is left.</summary>
    public static string? Of(string? written)
    {
        if (string.IsNullOrWhiteSpace(written) || written.Length > Longest)
        {
            return null;
        }

        var decoded = written.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(written) : written;
        var line = InOneLine(decoded.Contains('<', StringComparison.Ordinal) ? Tag().Replace(decoded, " ") : decoded);
        return line.Length == 0 ? null : line;
    }

    /// <summary>White space collapsed; no characters without width or for control.</summary>
    public static string InOneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (char.IsWhiteSpace(unit))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (IsVisible(unit))
            {
                line.Append(unit);
            }
        }

        return line.ToString().TrimEnd(' ');
    }

    /// <summary>Whether a code unit is part of a text that people see.</summary>
    public static bool IsVisible(char unit) => unit is not ('\u00AD' or '\u200B' or '\u2060' or '\uFEFF') && !char.IsControl(unit);

    [GeneratedRegex(@"</?[A-Za-z][^<>]*>|<!--[^<>]*-->", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
