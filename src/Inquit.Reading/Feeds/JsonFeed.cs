using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Inquit.Reading.Markup;

namespace Inquit.Reading.Feeds;

/// <summary>Reads JSON Feed, versions 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/), item by item.</summary>
internal static class JsonFeed
{
    /// <summary>Reads a feed; of one that breaks off, the items before. No feed where the JSON is none.</summary>
    /// <param name="text">The file.</param>
    /// <param name="address">Where it comes from; null where that is not known.</param>
    /// <param name="mostEntries">The most items that are read.</param>
    public static (Feed? Feed, string? Problem) Read(string text, Uri? address, int mostEntries)
    {
        var fields = new FeedFields();
        var entries = ImmutableArray.CreateBuilder<FeedEntry>();
        var isFeed = false;
        string? problem = null;
        try
        {
            var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            json.Read();
            while (problem is null && json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var name = json.GetWholeString();
                json.Read();
                isFeed |= name == "items" || (name == "version" && json.TokenType == JsonTokenType.String && json.GetWholeString().Contains("jsonfeed", StringComparison.OrdinalIgnoreCase));
                if (name == "feed_url")
                {
                    address ??= WebAddress.Base(Value(ref json), null);
                }
                else if (name != "items" || json.TokenType != JsonTokenType.StartArray)
                {
                    TakeFeed(fields, name, ref json, address);
                }
                else
                {
                    problem = ReadItems(entries, ref json, address, mostEntries);
                }
            }
        }
        catch (JsonException fault)
        {
            problem = string.Create(
                CultureInfo.InvariantCulture,
                $"The feed breaks off or is no JSON from line {fault.LineNumber + 1}, byte {fault.BytePositionInLine}: {entries.Count} whole {(entries.Count == 1 ? "entry was" : "entries were")} read, what follows is missing. Get it again.");
        }

        var feed = fields.ToFeed();
        return isFeed ? (feed with { Entries = [.. entries.Select(entry => entry.Author is null ? entry with { Author = feed.Author } : entry)] }, problem)
            : (null, problem);
    }

    private static string? ReadItems(ImmutableArray<FeedEntry>.Builder entries, ref Utf8JsonReader json, Uri? address, int mostEntries)
    {
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (entries.Count == mostEntries)
            {
                return FeedReader.TooManyEntries(mostEntries);
            }

            if (json.TokenType == JsonTokenType.StartObject)
            {
                entries.Add(ReadItem(ref json, address));
            }
            else
            {
                json.Skip();
            }
        }

        return null;
    }

    private static FeedEntry ReadItem(ref Utf8JsonReader json, Uri? address)
    {
        var fields = new FeedFields();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetWholeString();
            json.Read();
            TakeItem(fields, name, ref json, address);
        }

        return fields.ToEntry();
    }

    private static void TakeFeed(FeedFields fields, string name, ref Utf8JsonReader json, Uri? address)
    {
        switch (name)
        {
            case "title":
                fields.Take(FeedField.Title, 0, Plain(ref json));
                break;
            case "description":
                fields.Take(FeedField.Subtitle, 0, Plain(ref json));
                break;
            case "home_page_url":
                fields.Take(FeedField.Link, 0, WebAddress.Resolve(Value(ref json), address));
                break;
            default:
                TakeCommon(fields, name, ref json);
                break;
        }
    }

    private static void TakeItem(FeedFields fields, string name, ref Utf8JsonReader json, Uri? address)
    {
        switch (name)
        {
            case "id":
                fields.Take(FeedField.Id, 0, Value(ref json));
                break;
            case "url":
                fields.Take(FeedField.Link, 0, WebAddress.Resolve(Value(ref json), address));
                break;
            case "external_url":
                fields.Take(FeedField.Link, 1, WebAddress.Resolve(Value(ref json), address));
                break;
            case "title":
                fields.Take(FeedField.Title, 0, Plain(ref json));
                break;
            case "summary":
                fields.Take(FeedField.Summary, 0, Plain(ref json));
                break;
            case "content_html":
                fields.Take(FeedField.Content, 0, Value(ref json) is { } html ? SafeHtml.Of(html, address) : null);
                break;
            case "content_text":
                fields.Take(FeedField.Content, 1, Plain(ref json));
                break;
            case "date_published":
                fields.Take(FeedField.Published, 0, Value(ref json));
                break;
            case "date_modified":
                fields.Take(FeedField.Updated, 0, Value(ref json));
                break;
            default:
                TakeCommon(fields, name, ref json);
                break;
        }
    }

    private static void TakeCommon(FeedFields fields, string name, ref Utf8JsonReader json)
    {
        switch (name)
        {
            case "language":
                fields.Take(FeedField.Language, 0, Value(ref json)?.Trim().Replace('_', '-'));
                break;
            case "author" when json.TokenType == JsonTokenType.StartObject:
                fields.Take(FeedField.Author, 1, Name(ref json));
                break;
            case "authors" when json.TokenType == JsonTokenType.StartArray:
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    fields.Take(FeedField.Author, 0, Name(ref json));
                }

                break;
            default:
                json.Skip();
                break;
        }
    }

    private static string? Name(ref Utf8JsonReader json)
    {
        string? name = null;
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return null;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isName = json.ValueTextEquals("name"u8);
            json.Read();
            var value = Value(ref json);
            name = isName ? value?.Trim() : name;
        }

        return name;
    }

    private static string? Plain(ref Utf8JsonReader json) => Value(ref json) is { } text ? SafeHtml.OfText(text) : null;

    /// <summary>A string, or a number as it is written, which some use for an id; null for anything else, which is passed over.</summary>
    private static string? Value(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.String)
        {
            return SafeHtml.WithoutControls(json.GetWholeString());
        }

        var number = json.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(json.ValueSpan) : null;
        json.Skip();
        return number;
    }
}
