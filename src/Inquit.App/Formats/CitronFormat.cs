using System.Collections.Immutable;
using System.Text.Json;
using Inquit.Ledger;
using Inquit.Text;

namespace Inquit.App.Formats;

/// <summary>
/// An article as BBC Citron's annotation format has it (https://github.com/bbc/citron, docs/data_format.md): the text, and of each
/// quote its cue, sources and contents with their places in code points. Its evaluation scripts read one file an article. There every
/// quote has a cue, so statements without one are left out.
/// </summary>
internal static class CitronFormat
{
    /// <summary>The document.</summary>
    public static ReadOnlyMemory<byte> Render(ArticleFindings findings) => JsonLinesFormat.Line(json =>
    {
        var text = findings.Article.Text;
        var map = CodePointMaps.Of(text);
        json.WriteStartObject();
        json.WriteText("text", text);
        json.WriteStartArray("quotes");
        foreach (var statement in findings.Statements.Where(statement => !statement.Cue.IsDefaultOrEmpty))
        {
            json.WriteStartObject();
            json.WriteText("id", JsonNames.Id(statement.Index));
            json.WritePropertyName("cue");
            WriteSpan(json, map, text, statement.Cue[0]);
            WriteSpans(json, map, text, "sources", statement.Source);
            WriteSpans(json, map, text, "contents", statement.Content);
            json.WriteNumber("confidence", statement.Confidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteSpans(Utf8JsonWriter json, CodePointMap map, string text, string name, ImmutableArray<TextSpan> spans)
    {
        json.WriteStartArray(name);
        foreach (var span in spans)
        {
            WriteSpan(json, map, text, span);
        }

        json.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter json, CodePointMap map, string text, TextSpan span)
    {
        json.WriteStartObject();
        json.WriteNumber("start", map.ToCodePoints(span.Start));
        json.WriteNumber("end", map.ToCodePoints(span.End));
        json.WriteText("text", span.Of(text));
        json.WriteEndObject();
    }
}
