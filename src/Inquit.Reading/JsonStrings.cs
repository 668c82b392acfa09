using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Inquit.Reading;

/// <summary>
/// Strings of a JSON reader, whatever they hold. <see cref="Utf8JsonReader.GetString"/> throws on an escaped surrogate without
/// its partner (<c>"\ud800"</c>), which JSON allows and texts from the web contain; here it is kept.
/// </summary>
public static class JsonStrings
{
    /// <summary>The string that the reader stands on, unescaped. The JSON must be valid UTF-8.</summary>
    public static string GetWholeString(this ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Unescape(Encoding.UTF8.GetString(reader.ValueSpan)) : Encoding.UTF8.GetString(reader.ValueSpan);

    /// <summary>The string that an element is, unescaped. The JSON must be valid UTF-8.</summary>
    /// <exception cref="InvalidOperationException">The element is no string.</exception>
    public static string GetWholeString(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            throw new InvalidOperationException($"This is no string but {element.ValueKind}.");
        }

        var raw = JsonMarshal.GetRawUtf8Value(element)[1..^1];
        return raw.Contains((byte)'\\') ? Unescape(Encoding.UTF8.GetString(raw)) : Encoding.UTF8.GetString(raw);
    }

    private static string Unescape(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        var rest = escaped.AsSpan();
        while (rest.IndexOf('\\') is var at and >= 0)
        {
            text.Append(rest[..at]);
            var length = rest[at + 1] == 'u' ? 6 : 2;
            text.Append(rest[at + 1] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)ushort.Parse(rest.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                var itself => itself,
            });
            rest = rest[(at + length)..];
        }

        return text.Append(rest).ToString();
    }
}
