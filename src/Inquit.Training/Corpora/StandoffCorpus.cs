using System.Collections.Immutable;
using System.Globalization;
using Inquit.Text;

namespace Inquit.Training.Corpora;

/// <summary>An attribution as an annotator marked it; spans in UTF-16 code units, in text order.</summary>
/// <param name="Id">The file's name for it: "E1".</param>
/// <param name="Source">Whom it is attributed to; empty where nobody is named.</param>
/// <param name="Cue">The words that attribute it.</param>
/// <param name="Content">What is attributed.</param>
public sealed record MarkedAttribution(string Id, ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Content);

/// <summary>An article with the attributions marked in it.</summary>
/// <param name="Name">The file's name without its extension.</param>
/// <param name="Text">The text.</param>
/// <param name="Attributions">What was marked, in the order of the file.</param>
public sealed record MarkedArticle(string Name, string Text, ImmutableArray<MarkedAttribution> Attributions);

/// <summary>
/// Reads a folder of articles in brat's standoff format (https://brat.nlplab.org/standoff.html), as PolNeAR has them:
/// NAME.txt beside NAME.ann, roles Source, Cue and Content on events.
/// </summary>
public static class StandoffCorpus
{
    /// <summary>Reads the articles of <paramref name="folder"/> one after the other, by name.</summary>
    /// <exception cref="FormatException">An event names a span that is not marked.</exception>
    public static IEnumerable<MarkedArticle> Read(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            var annotations = Path.ChangeExtension(file, ".ann");
            yield return new MarkedArticle(Path.GetFileNameWithoutExtension(file), text, ReadAttributions(annotations, text));
        }
    }

    private static ImmutableArray<MarkedAttribution> ReadAttributions(string file, string text)
    {
        var units = new CodePointMap(text);
        var spans = new Dictionary<string, ImmutableArray<TextSpan>>(StringComparer.Ordinal);
        var events = new List<(string Id, string Marked)>();
        foreach (var line in File.ReadLines(file))
        {
            var columns = line.Split('\t');
            if (IsNumbered(columns, 'T'))
            {
                var offsets = columns[1][(columns[1].IndexOf(' ', StringComparison.Ordinal) + 1)..];
                spans[columns[0]] = [.. offsets.Split(';').Select(fragment => ReadFragment(fragment, units)).Order()];
            }
            else if (IsNumbered(columns, 'E'))
            {
                events.Add((columns[0], columns[1]));
            }
        }

        return [.. events.Select(line => ReadEvent(line.Id, line.Marked, spans, file))];
    }

    /// <summary>Whether the line starts with an id of this kind; others are notes, or go on with a copied text that holds a line break.</summary>
    private static bool IsNumbered(string[] columns, char kind) =>
        columns.Length >= 2 && columns[0].Length > 1 && columns[0][0] == kind && columns[0].AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    private static TextSpan ReadFragment(string fragment, CodePointMap units)
    {
        var numbers = fragment.Split(' ');
        return new TextSpan(units.ToCodeUnits(int.Parse(numbers[0], CultureInfo.InvariantCulture)), units.ToCodeUnits(int.Parse(numbers[1], CultureInfo.InvariantCulture)));
    }

    private static MarkedAttribution ReadEvent(string id, string marked, Dictionary<string, ImmutableArray<TextSpan>> spans, string file)
    {
        var roles = new Dictionary<string, ImmutableArray<TextSpan>>(StringComparer.Ordinal);
        foreach (var argument in marked.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = argument.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || !spans.TryGetValue(argument[(colon + 1)..], out var found))
            {
                throw new FormatException($"'{file}' has an event with an argument that is not marked: '{argument}'.");
            }

            var role = argument[..colon].TrimEnd('1', '2', '3', '4', '5', '6', '7', '8', '9');
            roles[role] = roles.TryGetValue(role, out var before) ? [.. before.Concat(found).Order()] : found;
        }

        return new MarkedAttribution(
            id, roles.GetValueOrDefault("Source", []), roles.GetValueOrDefault("Cue", []), roles.GetValueOrDefault("Content", []));
    }
}
