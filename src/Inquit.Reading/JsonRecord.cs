using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Inquit.Reading;

/// <summary>
/// One article as a JSON object: <c>id, title, published, outlet, url, text</c>, of which only <c>text</c> must be there; other
/// properties are passed over.
/// </summary>
internal static class JsonRecord
{
    /// <summary>Reads a record from valid UTF-8; the article, or what is wrong with the record.</summary>
    /// <param name="json">The record.</param>
    /// <param name="mostText">The most code units that its text may have.</param>
    public static (Article? Article, string? Problem) Parse(ReadOnlySpan<byte> json, int mostText)
    {
        try
        {
            return ParseObject(json, mostText);
        }
        catch (JsonException failure)
        {
            return (null, string.Create(CultureInfo.InvariantCulture, $"This is not JSON: byte {failure.BytePositionInLine} does not fit. Mend the record or leave it out."));
        }
    }

    private static (Article? Article, string? Problem) ParseObject(ReadOnlySpan<byte> json, int mostText)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return (null, "This is JSON but no object. A record is an object with a property \"text\".");
        }

        string? id = null, title = null, published = null, outlet = null, url = null, text = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetWholeString();
            reader.Read();
            if (name is not ("id" or "title" or "published" or "outlet" or "url" or "text"))
            {
                reader.Skip();
                continue;
            }

            if (!TryGetText(ref reader, allowNumber: name == "id", out var value))
            {
                return (null, $"The property \"{name}\" is no string. Write it in quotation marks.");
            }

            switch (name)
            {
                case "id": id = value; break;
                case "title": title = value; break;
                case "published": published = value; break;
                case "outlet": outlet = value; break;
                case "url": url = value; break;
                default: text = value; break;
            }
        }

        reader.Read();
        if (text?.Length > mostText)
        {
            return (null, InputFile.TooLarge(mostText));
        }

        return string.IsNullOrEmpty(text)
            ? (null, "The record has no text. Give the article's text as the property \"text\".")
            : (new Article(text) { Document = string.IsNullOrEmpty(id) ? null : id, RecordId = string.IsNullOrEmpty(id) ? null : id, Title = title, Published = Day(published), Outlet = outlet, Url = url }, null);
    }

    private static bool TryGetText(ref Utf8JsonReader reader, bool allowNumber, out string? value)
    {
        value = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetWholeString(),
            JsonTokenType.Number when allowNumber => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => null,
        };
        return value is not null || reader.TokenType == JsonTokenType.Null;
    }

    /// <summary>The day of an ISO 8601 date, alone or with a time; null for anything else, which is not guessed at.</summary>
    private static DateOnly? Day(string? published) =>
        published is { Length: >= 10 }
        && (published.Length == 10 || published[10] is 'T' or 't' or ' ')
        && DateOnly.TryParseExact(published.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
