using System.Collections.Immutable;
using System.Text.Json;
using Inquit.Actors;
using Inquit.Ledger;
using Inquit.Text;

namespace Inquit.App.Formats;

/// <summary>
/// Statements as JSON-LD: annotations of the W3C's Web Annotation Data Model (2017), or quotations in the words of schema.org. One
/// document each, written as the statements come.
/// </summary>
internal static class LinkedData
{
    /// <summary>How much of the text stands before and after what a selector selects, in UTF-16 units.</summary>
    private const int Context = 32;

    /// <summary>How much is held back before it is written.</summary>
    private const int FlushAt = 1 << 16;

    /// <summary>
    /// Writes a collection of annotations with one page. A statement is an annotation: its targets are the stretches of content, source
    /// and cue, each by its words (TextQuoteSelector) and by its place in the article's text in code points (TextPositionSelector); its
    /// bodies are tags with the names of those who speak.
    /// </summary>
    public static Task WriteAnnotationsAsync(Stream output, IAsyncEnumerable<FoundStatement> found) => WriteAsync(
        output,
        found,
        json =>
        {
            json.WriteStartArray("@context");
            json.WriteStringValue("http://www.w3.org/ns/anno.jsonld");
            json.WriteStartObject();
            json.WriteString("inquit", "urn:inquit:terms#");
            foreach (var term in (string[])["role", "kind", "day", "confidence"])
            {
                json.WriteString(term, $"inquit:{term}");
            }

            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteString("id", "urn:inquit:annotations");
            json.WriteString("type", "AnnotationCollection");
            json.WriteString("label", "Statements found by Inquit");
            json.WriteStartObject("first");
            json.WriteString("id", "urn:inquit:annotations:1");
            json.WriteString("type", "AnnotationPage");
            json.WriteString("partOf", "urn:inquit:annotations");
            json.WriteNumber("startIndex", 0);
            json.WriteStartArray("items");
        },
        WriteAnnotation,
        json =>
        {
            json.WriteEndArray();
            json.WriteEndObject();
        });

    /// <summary>Writes a graph of quotations.</summary>
    public static Task WriteQuotationsAsync(Stream output, IAsyncEnumerable<FoundStatement> found) => WriteAsync(
        output,
        found,
        json =>
        {
            json.WriteString("@context", "https://schema.org");
            json.WriteStartArray("@graph");
        },
        WriteQuotation,
        json => json.WriteEndArray());

    private static async Task WriteAsync(Stream output, IAsyncEnumerable<FoundStatement> found, Action<Utf8JsonWriter> begin, Action<Utf8JsonWriter, FoundStatement> write, Action<Utf8JsonWriter> end)
    {
        await using var json = new Utf8JsonWriter(output, JsonText.LineOptions);
        json.WriteStartObject();
        begin(json);
        await foreach (var statement in found)
        {
            write(json, statement);
            if (json.BytesPending > FlushAt)
            {
                json.Flush();
            }
        }

        end(json);
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    private static void WriteAnnotation(Utf8JsonWriter json, FoundStatement found)
    {
        var (article, statement) = (found.Article.Article, found.Statement);
        json.WriteStartObject();
        json.WriteText("id", Name(found.Id));
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", "identifying");
        json.WriteStartArray("body");
        foreach (var speaker in statement.Speaker.Parts().Where(speaker => speaker.Name is not null))
        {
            json.WriteStartObject();
            json.WriteString("type", "TextualBody");
            json.WriteString("purpose", "tagging");
            json.WriteText("value", speaker.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteText("kind", JsonNames.Of(statement.Kind));
        if (found.Day is { } day)
        {
            json.WriteString("day", Iso.Of(day));
        }

        json.WriteNumber("confidence", statement.Confidence);
        json.WriteStartArray("target");
        var map = CodePointMaps.Of(article.Text);
        WriteTargets(json, found.Article, map, "content", statement.Content);
        WriteTargets(json, found.Article, map, "source", statement.Source);
        WriteTargets(json, found.Article, map, "cue", statement.Cue);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTargets(Utf8JsonWriter json, StoredArticle stored, CodePointMap map, string role, ImmutableArray<TextSpan> spans)
    {
        var text = stored.Article.Text;
        foreach (var span in spans)
        {
            json.WriteStartObject();
            json.WriteString("type", "SpecificResource");
            json.WriteText("source", Address(stored.Article) ?? Name(stored.Id));
            json.WriteString("role", role);
            json.WriteStartArray("selector");
            json.WriteStartObject();
            json.WriteString("type", "TextQuoteSelector");
            json.WriteText("exact", span.Of(text));
            json.WriteText("prefix", text.AsSpan(WholeFrom(text, span.Start - Context)..span.Start));
            json.WriteText("suffix", text.AsSpan(span.End..WholeTo(text, span.End + Context)));
            json.WriteEndObject();
            json.WriteStartObject();
            json.WriteString("type", "TextPositionSelector");
            json.WriteNumber("start", map.ToCodePoints(span.Start));
            json.WriteNumber("end", map.ToCodePoints(span.End));
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    private static void WriteQuotation(Utf8JsonWriter json, FoundStatement found)
    {
        var (article, statement) = (found.Article.Article, found.Statement);
        json.WriteStartObject();
        json.WriteString("@type", "Quotation");
        json.WriteText("@id", Name(found.Id));
        json.WriteText("text", statement.Content.TextOf(article.Text));
        var speakers = statement.Speaker.Parts().Where(speaker => speaker.Name is not null).ToArray();
        if (speakers.Length > 0)
        {
            json.WriteStartArray("spokenByCharacter");
            foreach (var speaker in speakers)
            {
                WriteSpeaker(json, speaker);
            }

            json.WriteEndArray();
        }

        if (found.Day is { } day)
        {
            json.WriteString("dateCreated", Iso.Of(day));
        }

        json.WriteStartObject("isPartOf");
        json.WriteString("@type", "NewsArticle");
        json.WriteText("@id", Name(found.Article.Id));
        WriteKnown(json, "url", Address(article));
        WriteKnown(json, "headline", article.Title);
        WriteKnown(json, "inLanguage", article.Language);
        WriteKnown(json, "datePublished", Iso.Of(article.Published));
        if (article.Outlet is not null)
        {
            WriteNamed(json, "publisher", "Organization", article.Outlet);
        }

        if (article.Authors.Count > 0)
        {
            json.WriteStartArray("author");
            foreach (var author in article.Authors)
            {
                json.WriteStartObject();
                json.WriteString("@type", "Person");
                json.WriteText("name", author);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSpeaker(Utf8JsonWriter json, Speaker speaker)
    {
        json.WriteStartObject();
        json.WriteString("@type", speaker.Type switch
        {
            SpeakerType.Person => "Person",
            SpeakerType.Organization => "Organization",
            SpeakerType.State => "GovernmentOrganization", // a Country is a place, and no place can speak
            _ => "Thing",
        });
        json.WriteText("name", speaker.Name);
        if (speaker.Type == SpeakerType.Person)
        {
            WriteKnown(json, "jobTitle", speaker.Role);
            if (speaker.Affiliation is not null)
            {
                WriteNamed(json, "affiliation", "Organization", speaker.Affiliation);
            }
        }
        else
        {
            WriteKnown(json, "description", speaker.Role);
        }

        json.WriteEndObject();
    }

    private static void WriteNamed(Utf8JsonWriter json, string property, string type, string name)
    {
        json.WriteStartObject(property);
        json.WriteString("@type", type);
        json.WriteText("name", name);
        json.WriteEndObject();
    }

    private static void WriteKnown(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteText(name, value);
        }
    }

    /// <summary>The name of an article or statement that is the same wherever it is exported.</summary>
    private static string Name(string id) => $"urn:inquit:{id}";

    /// <summary>Where the article is on the web; null where it is not said, or is nothing that JSON-LD can refer to.</summary>
    private static string? Address(Article article) => Uri.TryCreate(article.Url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;

    /// <summary>A place in the text that does not part a surrogate pair; the next one.</summary>
    private static int WholeFrom(string text, int at) => at <= 0 ? 0 : char.IsLowSurrogate(text[at]) ? at + 1 : at;

    /// <summary>A place in the text that does not part a surrogate pair; the one before.</summary>
    private static int WholeTo(string text, int at) => at >= text.Length ? text.Length : char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
