using System.Text.Json;
using Inquit.Reading.Feeds;

namespace Inquit.App.Formats;

/// <summary>A feed as a JSON object on a line. All keys are always there; what the feed does not say is null.</summary>
internal static class FeedLine
{
    /// <summary>The line, UTF-8.</summary>
    /// <param name="document">What was read.</param>
    /// <param name="feed">The feed.</param>
    public static ReadOnlyMemory<byte> Render(string document, Feed feed) => JsonLinesFormat.Line(json =>
    {
        json.WriteStartObject();
        json.WriteText("document", document);
        json.WriteText("title", feed.Title?.Html);
        json.WriteText("subtitle", feed.Subtitle?.Html);
        json.WriteText("summary", feed.Summary?.Html);
        json.WriteText("link", feed.Link);
        json.WriteText("id", feed.Id);
        json.WriteText("author", feed.Author);
        json.WriteText("language", feed.Language);
        json.WriteText("published", Iso.Of(feed.Published));
        json.WriteText("updated", Iso.Of(feed.Updated));
        json.WriteStartArray("entries");
        foreach (var entry in feed.Entries)
        {
            WriteEntry(json, entry);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteEntry(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteText("id", entry.Id);
        json.WriteText("title", entry.Title?.Html);
        json.WriteText("link", entry.Link);
        json.WriteText("author", entry.Author);
        json.WriteText("language", entry.Language);
        json.WriteText("published", Iso.Of(entry.Published));
        json.WriteText("updated", Iso.Of(entry.Updated));
        json.WriteText("summary", entry.Summary?.Html);
        json.WriteText("content", entry.Content?.Html);
        json.WriteEndObject();
    }
}
