using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Inquit.Attribution;
using Inquit.Text;

namespace Inquit.App.Formats;

/// <summary>
/// Brat's standoff format (https://brat.nlplab.org/standoff.html): a file <c>NAME.ann</c> for each article, its offsets into
/// the article's text as it stands on disk. As PolNeAR has it, the trigger of an attribution stands on its cue; that of one
/// without a cue, on its content.
/// </summary>
internal sealed class BratFormat(string folder, bool includeNested) : IAnalysisFormat
{
    /// <summary>Between two pieces of a text-bound annotation, as brat's own files have it.</summary>
    private const string BratSeparator = " ";

    private static readonly JsonWriterOptions NoteOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly HashSet<string> written = new(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Render(Analysis analysis)
    {
        var page = new Page(analysis.Article.Text);
        foreach (var statement in analysis.Statements)
        {
            if (includeNested || statement.Within is null)
            {
                page.Add(statement);
            }
        }

        return page.ToBytes();
    }

    /// <inheritdoc/>
    public string? Write(Article article, ReadOnlyMemory<byte> rendered)
    {
        var name = article.Document ?? string.Empty;
        if (name.Length == 0 || name is "." or ".." || name.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) >= 0 || name.Contains('\\', StringComparison.Ordinal))
        {
            return $"Its name '{name}' cannot be a file's name. Give it another id.";
        }

        var path = Path.Join(folder, name + ".ann");
        if (!written.Add(name))
        {
            return $"An input of the same name was written to {path} before; this one is left out. Rename one, or use another --out.";
        }

        try
        {
            using var file = File.Create(path);
            file.Write(rendered.Span);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BrokenEnvironmentException($"{path} could not be written: {failure.Message} Free the disk or name another --out.");
        }
    }

    /// <summary>One .ann file in the making.</summary>
    private sealed class Page(string text)
    {
        private readonly CodePointMap map = new(text);
        private readonly StringBuilder lines = new();
        private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
        private int events;
        private int notes;

        public void Add(Statement statement)
        {
            var source = Mark("Source", statement.Source);
            var cue = Mark("Cue", statement.Cue);
            var content = Mark("Content", statement.Content);
            var trigger = Mark("Attribution", statement.Cue.IsDefaultOrEmpty ? statement.Content : statement.Cue);
            events++;
            lines.Append(CultureInfo.InvariantCulture, $"E{events}\tAttribution:{trigger}");
            AppendArgument("Source", source);
            AppendArgument("Cue", cue);
            AppendArgument("Content", content);
            lines.Append('\n');
            if (statement.Speaker.Name is { } name)
            {
                notes++;
                lines.Append(CultureInfo.InvariantCulture, $"#{notes}\tAnnotatorNotes E{events}\t{Note(name, JsonNames.Of(statement.Speaker.Type))}\n");
            }
        }

        public byte[] ToBytes() => Encoding.UTF8.GetBytes(lines.ToString());

        /// <summary>The id of a T line for these spans, which is written where it is not there yet; null for no span.</summary>
        private string? Mark(string type, ImmutableArray<TextSpan> spans)
        {
            if (spans.IsDefaultOrEmpty)
            {
                return null;
            }

            var place = type + " " + string.Join(';', spans.Select(span =>
                string.Create(CultureInfo.InvariantCulture, $"{map.ToCodePoints(span.Start)} {map.ToCodePoints(span.End)}")));
            if (!ids.TryGetValue(place, out var id))
            {
                id = string.Create(CultureInfo.InvariantCulture, $"T{ids.Count + 1}");
                ids.Add(place, id);
                lines.Append(CultureInfo.InvariantCulture, $"{id}\t{place}\t{OnOneLine(spans.TextOf(text, BratSeparator))}\n");
            }

            return id;
        }

        private void AppendArgument(string role, string? id)
        {
            if (id is not null)
            {
                lines.Append(CultureInfo.InvariantCulture, $" {role}:{id}");
            }
        }
    }

    private static string OnOneLine(string words) =>
        string.Create(words.Length, words, (line, source) =>
        {
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = char.IsControl(source[i]) || source[i] is '\u2028' or '\u2029' ? ' ' : source[i];
            }
        });

    private static string Note(string speaker, string? type)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, NoteOptions))
        {
            json.WriteStartObject();
            json.WriteText("speaker", speaker);
            json.WriteText("type", type);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }
}
