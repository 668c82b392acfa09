using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Inquit.App.Formats;

/// <summary>Writes any string as JSON, also one that holds a surrogate without its partner, which UTF-8 cannot: it is
/// written as an escape (<c>\ud800</c>), so that every reader gets back what was there.</summary>
internal static class JsonText
{
    /// <summary>How a line of JSON is written.</summary>
    public static readonly JsonWriterOptions LineOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // "unsafe" is said of HTML pages; in a file it only keeps letters readable
        SkipValidation = true,
    };

    /// <summary>Writes a property; null as null.</summary>
    public static void WriteText(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteText(name, value.AsSpan());
        }
    }

    /// <summary>Writes a property.</summary>
    public static void WriteText(this Utf8JsonWriter json, string name, ReadOnlySpan<char> value)
    {
        if (HasLoneSurrogate(value))
        {
            json.WritePropertyName(name);
            json.WriteRawValue(Escape(value), skipInputValidation: true);
        }
        else
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>Writes an array of strings as a property.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            if (HasLoneSurrogate(value))
            {
                json.WriteRawValue(Escape(value), skipInputValidation: true);
            }
            else
            {
                json.WriteStringValue(value);
            }
        }

        json.WriteEndArray();
    }

    private static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is var at and >= 0)
        {
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return true;
            }

            text = text[(at + 2)..];
        }

        return false;
    }

    private static string Escape(ReadOnlySpan<char> value)
    {
        var json = new StringBuilder(value.Length + 16).Append('"');
        foreach (var unit in value)
        {
            if (unit is '"' or '\\')
            {
                json.Append('\\').Append(unit);
            }
            else if (char.IsControl(unit) || char.IsSurrogate(unit))
            {
                json.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
            }
            else
            {
                json.Append(unit);
            }
        }

        return json.Append('"').ToString();
    }
}
