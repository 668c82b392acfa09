using System.Buffers;
using System.Text.Json;
using Inquit.Actors;
using Inquit.Attribution;
using Inquit.Ledger;

namespace Inquit.App.Formats;

/// <summary>A JSON object an article, one a line. All keys are always there; what is not known is null.</summary>
internal sealed class JsonLinesFormat(Stream output) : IAnalysisFormat
{
    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Render(Analysis analysis) =>
        Line(json => WriteAnalysis(json, analysis));

    /// <summary>Writes an analysis as an object.</summary>
    public static void WriteAnalysis(Utf8JsonWriter json, Analysis analysis) => WriteObject(json, ArticleFindings.Of(analysis));

    /// <summary>Writes what was found in an article as an object.</summary>
    public static void WriteObject(Utf8JsonWriter json, ArticleFindings findings)
    {
        json.WriteStartObject();
        WriteFindings(json, findings);
        json.WriteEndObject();
    }

    /// <summary>Writes a line of JSON.</summary>
    public static ReadOnlyMemory<byte> Line(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 12);
        using (var json = new Utf8JsonWriter(buffer, JsonText.LineOptions))
        {
            write(json);
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    /// <inheritdoc/>
    public string? Write(Article article, ReadOnlyMemory<byte> rendered)
    {
        output.Write(rendered.Span);
        return null;
    }

    /// <summary>Writes the keys of what was found in an article.</summary>
    public static void WriteFindings(Utf8JsonWriter json, ArticleFindings findings)
    {
        var article = findings.Article;
        var spans = new SpanWriter(json, article.Text);
        json.WriteText("document", article.Document);
        json.WriteText("title", article.Title);
        json.WriteText("outlet", article.Outlet);
        json.WriteText("url", article.Url);
        json.WriteText("published", Iso.Of(article.Published));
        json.WriteText("language", article.Language);
        json.WriteString("offsets", "codepoints");
        json.WriteStartArray("statements");
        foreach (var statement in findings.Statements)
        {
            WriteStatement(json, spans, statement);
        }

        json.WriteEndArray();
        json.WriteStartArray("entities");
        foreach (var (span, type, name) in findings.Names)
        {
            json.WriteStartObject();
            json.WritePropertyName("span");
            spans.WriteSpan(span);
            json.WriteText("type", JsonNames.Of(type));
            json.WriteText("text", span.Of(article.Text));
            json.WriteText("name", name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("times");
        foreach (var time in findings.Times)
        {
            spans.WriteTime(time);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a statement as an object.</summary>
    public static void WriteStatement(Utf8JsonWriter json, SpanWriter spans, Statement statement)
    {
        json.WriteStartObject();
        json.WriteText("id", JsonNames.Id(statement.Index));
        json.WriteText("kind", JsonNames.Of(statement.Kind));
        spans.WriteRole("source", statement.Source);
        spans.WriteRole("cue", statement.Cue);
        spans.WriteRole("content", statement.Content);
        spans.WriteRole("addressee", statement.Addressee);
        spans.WriteRole("medium", statement.Medium);
        spans.WriteRole("place", statement.Place);
        WriteSpeaker(json, statement.Speaker);
        json.WriteText("within", statement.Within is { } outer ? JsonNames.Id(outer) : null);
        WriteNulls(json, "act", "target", "polarity", "modality", "condition");
        spans.WriteSaid(statement.Said);
        WriteNulls(json, "about", "due");

        json.WriteNumber("confidence", Math.Round(statement.Confidence, 4));
        json.WriteEndObject();
    }

    /// <summary>Keys whose values are for a later version.</summary>
    private static void WriteNulls(Utf8JsonWriter json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            json.WriteNull(name);
        }
    }

    private static void WriteSpeaker(Utf8JsonWriter json, Speaker speaker)
    {
        json.WriteStartObject("speaker");
        WriteSpeakerKeys(json, speaker);
        json.WriteStartArray("members");
        foreach (var member in speaker.Members)
        {
            json.WriteStartObject();
            WriteSpeakerKeys(json, member);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSpeakerKeys(Utf8JsonWriter json, Speaker speaker)
    {
        json.WriteText("name", speaker.Name);
        json.WriteText("type", JsonNames.Of(speaker.Type));
        json.WriteText("role", speaker.Role);
        json.WriteText("affiliation", speaker.Affiliation);
        json.WriteText("country", speaker.Country);
        json.WriteText("resolvedBy", JsonNames.Of(speaker.ResolvedBy));
        if (speaker.Confidence is { } confidence)
        {
            json.WriteNumber("confidence", Math.Round(confidence, 4));
        }
        else
        {
            json.WriteNull("confidence");
        }
    }
}
