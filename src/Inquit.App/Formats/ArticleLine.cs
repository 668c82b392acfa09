using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Inquit.App.Formats;

/// <summary>A page's article as a JSON object in one line. All keys are always there; what is not known is null.</summary>
internal static class ArticleLine
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // "unsafe" is said of HTML pages; in a file it only keeps letters readable
        SkipValidation = true,
    };

    /// <summary>The line, with its line feed.</summary>
    public static ReadOnlyMemory<byte> Of(Article article, string? publishedFrom)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 12);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteText("document", article.Document);
            json.WriteText("title", article.Title);
            json.WriteTexts("authors", article.Authors);
            json.WriteText("published", article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteText("publishedFrom", publishedFrom);
            json.WriteText("outlet", article.Outlet);
            json.WriteText("url", article.Url);
            json.WriteText("language", article.Language);
            json.WriteText("text", article.Text);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }
}
