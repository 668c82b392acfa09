using System.Text;

namespace Inquit.Reading;

/// <summary>Tells what bytes are where no name does: by what their sender says, and by how they start.</summary>
internal static class ContentKind
{
    private const int StartLength = 1024;

    /// <summary>The kind of what a server sent; null where it is nothing that can hold an article.</summary>
    /// <param name="type">What the server says.</param>
    /// <param name="bytes">What it sent, unpacked.</param>
    public static InputKind? Of(ContentType type, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("WARC/"u8))
        {
            return InputKind.Archive;
        }

        var start = Start(bytes);
        return type.Name switch
        {
            _ when IsFeed(start) => InputKind.Feed,
            "application/rss+xml" or "application/atom+xml" or "application/rdf+xml" or "application/feed+json" => InputKind.Feed,
            "text/html" or "application/xhtml+xml" => InputKind.Page,
            "application/warc" or "application/warc+gzip" => InputKind.Archive,
            "application/jsonl" or "application/x-ndjson" or "application/ndjson" or "application/jsonlines" or "application/json-lines" or "application/x-jsonlines" => InputKind.JsonLines,
            "application/json" or "text/json" => Json(bytes),
            _ when LooksLikePage(bytes) => InputKind.Page,
            "application/xml" or "text/xml" => InputKind.Feed,
            _ when start is ['{' or '[', ..] && (type.IsUnknown || type.Name == "text/plain") => Json(bytes),
            "text/plain" or "text/markdown" => InputKind.Text,
            _ => type.IsUnknown && TextDecoding.Decode(bytes).Text is not null ? InputKind.Text : null,
        };
    }

    /// <summary>Whether bytes start as an HTML page does.</summary>
    public static bool LooksLikePage(ReadOnlySpan<byte> bytes)
    {
        var start = Start(bytes);
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (start.StartsWith('<') && (start.Contains("<html", StringComparison.OrdinalIgnoreCase) || start.Contains("<head", StringComparison.OrdinalIgnoreCase)));
    }

    private static bool IsFeed(string start) =>
        (start.StartsWith('<') && (start.Contains("<rss", StringComparison.OrdinalIgnoreCase) || start.Contains("<feed", StringComparison.OrdinalIgnoreCase) || start.Contains("<rdf:RDF", StringComparison.OrdinalIgnoreCase)) && !start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase))
        || (start.StartsWith('{') && start.Contains("jsonfeed.org/version", StringComparison.OrdinalIgnoreCase));

    /// <summary>An object that starts on a new line after another, without a comma between, is a record a line.</summary>
    private static InputKind Json(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("}\n{"u8) >= 0 || bytes.IndexOf("}\r\n{"u8) >= 0 ? InputKind.JsonLines : InputKind.Json;

    private static string Start(ReadOnlySpan<byte> bytes) =>
        Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, StartLength)]).Replace("\0", string.Empty, StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF', ' ', '\t', '\r', '\n');
}
