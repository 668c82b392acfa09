using System.Globalization;
using System.Net;
using System.Text;

namespace Inquit.Reading.Markup;

/// <summary>
/// Character references of XML and HTML: <c>&amp;#233;</c>, <c>&amp;#xE9;</c>, <c>&amp;eacute;</c> with the names of HTML 4. What is none
/// (<c>AT&amp;T</c>, <c>&amp;nosuch;</c>) stays as it is written.
/// </summary>
internal static class CharacterReferences
{
    private const int LongestName = 10;

    /// <summary>Names that HTML also takes without their semicolon.</summary>
    private static readonly string[] BareNames = ["amp", "nbsp", "lt", "gt", "quot", "copy", "reg"];

    /// <summary>What the numbers 128 to 159 stand for: the characters of Windows-1252, which those who write them mean.</summary>
    private const string Windows = "\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178";

    /// <summary>The text with its references resolved.</summary>
    public static string Resolve(ReadOnlySpan<char> written, bool isHtml, bool inAttribute = false)
    {
        if (!written.Contains('&'))
        {
            return written.ToString();
        }

        var text = new StringBuilder(written.Length);
        Append(text, written, isHtml, inAttribute);
        return text.ToString();
    }

    /// <summary>Adds the text with its references resolved.</summary>
    /// <param name="text">What is added to.</param>
    /// <param name="written">The text as it is written.</param>
    /// <param name="isHtml">Whether some names also count without their semicolon.</param>
    /// <param name="inAttribute">Whether this is an attribute's value, where a name without its semicolon may be part of an address.</param>
    public static void Append(StringBuilder text, ReadOnlySpan<char> written, bool isHtml, bool inAttribute = false)
    {
        while (written.IndexOf('&') is var start and >= 0)
        {
            text.Append(written[..start]);
            written = written[start..];
            var (length, value) = written.Length > 1 && written[1] == '#' ? Number(written) : Name(written, isHtml, inAttribute);
            text.Append(length == 0 ? "&" : value);
            written = written[Math.Max(1, length)..];
        }

        text.Append(written);
    }

    private static (int Length, string Value) Number(ReadOnlySpan<char> written)
    {
        var isHex = written.Length > 2 && written[2] is 'x' or 'X';
        var start = isHex ? 3 : 2;
        var end = start;
        while (end < written.Length && (isHex ? char.IsAsciiHexDigit(written[end]) : char.IsAsciiDigit(written[end])))
        {
            end++;
        }

        if (end == start)
        {
            return (0, string.Empty);
        }

        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        var number = uint.TryParse(written[start..end], style, CultureInfo.InvariantCulture, out var parsed) ? parsed : uint.MaxValue;
        return (end < written.Length && written[end] == ';' ? end + 1 : end, Character(number));
    }

    /// <summary>Halves of a surrogate pair, each written as a number of its own, are put together by standing side by side.</summary>
    private static string Character(uint number) => number switch
    {
        0 or > 0x10FFFF => "\uFFFD",
        >= 0x80 and <= 0x9F => Windows[(int)number - 0x80].ToString(),
        <= 0xFFFF => ((char)number).ToString(),
        _ => char.ConvertFromUtf32((int)number),
    };

    private static (int Length, string Value) Name(ReadOnlySpan<char> written, bool isHtml, bool inAttribute)
    {
        var end = 1;
        while (end < written.Length && end <= LongestName && char.IsAsciiLetterOrDigit(written[end]))
        {
            end++;
        }

        if (end > 1 && end < written.Length && written[end] == ';')
        {
            return ByName(written[..(end + 1)]) is { } value ? (end + 1, value) : (0, string.Empty);
        }

        if (isHtml && !(inAttribute && end < written.Length && written[end] == '='))
        {
            foreach (var name in BareNames)
            {
                if (written[1..end].SequenceEqual(name))
                {
                    return (end, ByName($"&{name};")!);
                }
            }
        }

        return (0, string.Empty);
    }

    private static string? ByName(ReadOnlySpan<char> reference)
    {
        switch (reference)
        {
            case "&amp;":
                return "&";
            case "&lt;":
                return "<";
            case "&gt;":
                return ">";
            case "&quot;":
                return "\"";
            case "&apos;":
                return "'";
            default:
                var written = reference.ToString();
                var value = WebUtility.HtmlDecode(written);
                return value == written ? null : value;
        }
    }
}
