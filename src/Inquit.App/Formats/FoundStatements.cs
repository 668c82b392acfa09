using System.Text;
using System.Text.Json;
using Inquit.Ledger;

namespace Inquit.App.Formats;

/// <summary>Writes statements that were found in a ledger.</summary>
internal static class FoundStatements
{
    private static readonly RowColumn[] TableColumns =
    [
        new("Day", "day"), new("Speaker", "speaker", 20), new("Cue", "cue", 10), new("Content", "content", 38), new("Article", "article", 14), new("Id", "id"),
    ];

    /// <summary>Writes them as they come; a table, once all are there.</summary>
    public static async Task WriteAsync(Terminal terminal, RowFormat format, IAsyncEnumerable<FoundStatement> found)
    {
        if (format == RowFormat.Table)
        {
            var rows = await found.Select(TableRow).ToListAsync();
            RowWriter.Write(terminal, format, TableColumns, rows, "No statements found.");
            return;
        }

        await WriteLinesAsync(terminal.Output, format, found);
    }

    /// <summary>Writes them as CSV or JSON lines.</summary>
    public static async Task WriteLinesAsync(Stream output, RowFormat format, IAsyncEnumerable<FoundStatement> found)
    {
        output.Write(Head(format).Span);
        await foreach (var statement in found)
        {
            output.Write(Line(format, statement).Span);
        }
    }

    /// <summary>What stands before the first line: of CSV the names, of JSON lines nothing.</summary>
    public static ReadOnlyMemory<byte> Head(RowFormat format) => format == RowFormat.Csv ? Encoding.UTF8.GetBytes(CsvText.Line(StatementColumns.All.Select(column => column.Name))) : default;

    /// <summary>A statement as a line of CSV or JSON lines.</summary>
    public static ReadOnlyMemory<byte> Line(RowFormat format, FoundStatement found) => format == RowFormat.Csv
        ? Encoding.UTF8.GetBytes(CsvText.Line(StatementColumns.All.Select(column => RowWriter.Cell(column.Value(found)))))
        : JsonLinesFormat.Line(json => WriteObject(json, found));

    private static object?[] TableRow(FoundStatement found)
    {
        var text = found.Article.Article.Text;
        var (statement, article) = (found.Statement, found.Article.Article);
        var speaker = TableFormat.SpeakerOf(statement, text);
        return
        [
            found.Day,
            statement.Speaker.Role is null && statement.Speaker.Affiliation is null ? speaker : $"{speaker}, {TableFormat.Role(statement.Speaker)}",
            statement.Cue.TextOf(text),
            statement.Content.TextOf(text),
            article.Outlet ?? article.Document,
            $"{found.Article.ShortId}#{JsonNames.Id(statement.Index)}",
        ];
    }

    /// <summary>Writes a statement with where it was found, as an object.</summary>
    public static void WriteObject(Utf8JsonWriter json, FoundStatement found)
    {
        var article = found.Article.Article;
        json.WriteStartObject();
        json.WriteText("id", found.Id);
        json.WriteText("article", found.Article.Id);
        json.WriteText("document", article.Document);
        json.WriteText("title", article.Title);
        json.WriteText("outlet", article.Outlet);
        json.WriteText("url", article.Url);
        json.WriteText("published", Iso.Of(article.Published));
        json.WriteText("day", Iso.Of(found.Day));
        json.WriteStartArray("actors");
        foreach (var actor in found.Actors)
        {
            json.WriteStringValue(ActorId.Of(actor));
        }

        json.WriteEndArray();
        json.WriteString("offsets", "codepoints");
        json.WritePropertyName("statement");
        JsonLinesFormat.WriteStatement(json, new SpanWriter(json, article.Text), found.Statement);
        json.WriteEndObject();
    }
}
