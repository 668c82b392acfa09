using System.Text;
using Inquit.Attribution;
using Inquit.Training.Attribution;
using Inquit.Training.Corpora;

namespace Inquit.Training.Coreference;

/// <summary>
/// Measures the speakers of found statements against those that were resolved by hand: of the marked attributions that were found and
/// whose speaker is a person or a body, how many have the right speaker; in per cent. Names are compared without case, marks, a
/// possessive's s, and titles at their start.
/// </summary>
public sealed class SpeakerScorer
{
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "the", "mr", "mrs", "ms", "dr", "sen", "senator", "rep", "gov", "governor", "president", "secretary", "former", "then", "sir", "lord", "prime", "minister", "vice",
    };

    private readonly ILookup<string, Row> rows;
    private readonly Dictionary<string, (int Found, int Resolved, int Full)> counts = new(StringComparer.Ordinal);

    /// <summary>Takes a table: document, event, type, canonical name, aliases with bars between, how the source names the speaker.</summary>
    /// <exception cref="FormatException">A line has fewer columns.</exception>
    public SpeakerScorer(TextReader table)
    {
        ArgumentNullException.ThrowIfNull(table);
        rows = Rows(table).Where(row => row.Type is "person" or "organization").ToLookup(row => row.Document, StringComparer.Ordinal);
    }

    /// <summary>Whether the table has speakers of a document.</summary>
    public bool Knows(string document) => rows.Contains(document);

    /// <summary>Counts one article.</summary>
    public void Add(MarkedArticle article, IReadOnlyList<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(statements);
        var own = rows[article.Name].ToDictionary(row => row.Event, StringComparer.Ordinal);
        foreach (var (marked, found) in AttributionScorer.Pairs(article, statements))
        {
            if (own.TryGetValue(article.Attributions[marked].Id, out var row))
            {
                var said = Plain(statements[found].Speaker.Name ?? string.Empty);
                var isFull = said == Plain(row.Name);
                var isResolved = isFull || (said.Length > 0 && row.Aliases.Any(alias => Plain(alias) == said));
                Count("all", isResolved, isFull);
                Count(row.How, isResolved, isFull);
            }
        }
    }

    /// <summary>The figures by name: <c>all.resolved</c> and <c>all.full</c>, and the same for <c>name</c>, <c>pronoun</c> and <c>description</c>.</summary>
    public IReadOnlyDictionary<string, double> Figures() => counts.SelectMany(count => new KeyValuePair<string, double>[]
    {
        new($"{count.Key}.resolved", 100.0 * count.Value.Resolved / count.Value.Found),
        new($"{count.Key}.full", 100.0 * count.Value.Full / count.Value.Found),
    }).ToDictionary(StringComparer.Ordinal);

    private void Count(string how, bool isResolved, bool isFull)
    {
        var (found, resolved, full) = counts.GetValueOrDefault(how);
        counts[how] = (found + 1, resolved + (isResolved ? 1 : 0), full + (isFull ? 1 : 0));
    }

    private static IEnumerable<Row> Rows(TextReader table)
    {
        table.ReadLine();
        while (table.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            yield return cells.Length >= 6
                ? new Row(cells[0], cells[1], cells[2], cells[3], cells[4].Split('|', StringSplitOptions.RemoveEmptyEntries), cells[5])
                : throw new FormatException($"A line of the speakers has {cells.Length} columns, not 6: '{line}'.");
        }
    }

    private static string Plain(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var letter in name.Replace("'s", " ", StringComparison.Ordinal).Replace("’s", " ", StringComparison.Ordinal).ToLowerInvariant())
        {
            letters.Append(char.IsLetterOrDigit(letter) ? letter : ' ');
        }

        var words = letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 1 && Titles.Contains(words[0]))
        {
            words.RemoveAt(0);
        }

        return string.Join(' ', words);
    }

    private sealed record Row(string Document, string Event, string Type, string Name, string[] Aliases, string How);
}
