using System.Collections.Immutable;
using Inquit.Attribution;
using Inquit.Text;
using Inquit.Training.Corpora;

namespace Inquit.Training.Attribution;

/// <summary>
/// Measures found statements against marked ones, in percent: an attribution is found where the cues overlap or the contents
/// are at least half the same (Dice); matches are one to one, the most alike first. Only letters and digits are compared, so
/// that punctuation at a span's edge counts neither for nor against.
/// </summary>
public sealed class AttributionScorer
{
    private const double SameContent = 0.5;
    private readonly Dictionary<string, (int Hits, int Predicted, int Marked)> counts = new(StringComparer.Ordinal);

    /// <summary>F1 by figure: found, source, cue, content (equal spans), all (source, cue and content equal).</summary>
    public IReadOnlyDictionary<string, double> F1() => counts.ToDictionary(
        count => count.Key + "-f1", count => 200.0 * count.Value.Hits / Math.Max(1, count.Value.Predicted + count.Value.Marked));

    /// <summary>
    /// Whether each statement is found in the sense above: an annotator marked an attribution there, and it is the one that is
    /// most like it. Statements within others are not judged; they are false.
    /// </summary>
    public static bool[] AreFound(MarkedArticle article, IReadOnlyList<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(statements);
        var areFound = new bool[statements.Count];
        foreach (var (_, found) in Pairs(article, statements))
        {
            areFound[found] = true;
        }

        return areFound;
    }

    /// <summary>The marked attributions that are found, each with its statement, by their places.</summary>
    public static IReadOnlyList<(int Marked, int Found)> Pairs(MarkedArticle article, IReadOnlyList<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(statements);
        var outermost = Enumerable.Range(0, statements.Count).Where(i => statements[i].Within is null).ToList();
        return Match(MarkedIn(article), outermost.ConvertAll(i => Of(article, statements[i]))).ConvertAll(pair => (pair.Marked, outermost[pair.Found]));
    }

    /// <summary>Counts one article. Statements within others are left out, as annotators marked only the outermost.</summary>
    public void Add(MarkedArticle article, IEnumerable<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(article);
        var marked = MarkedIn(article);
        var found = statements.Where(statement => statement.Within is null).Select(statement => Of(article, statement)).ToList();
        var pairs = Match(marked, found).ConvertAll(pair => (Marked: marked[pair.Marked], Found: found[pair.Found]));
        Count("found", pairs.Count, found.Count, marked.Count);
        Count("source", pairs.Count(pair => IsSame(pair.Marked.Source, pair.Found.Source)), found.Count(HasSource), marked.Count(HasSource));
        Count("cue", pairs.Count(pair => IsSame(pair.Marked.Cue, pair.Found.Cue)), found.Count, marked.Count);
        Count("content", pairs.Count(pair => IsSame(pair.Marked.Content, pair.Found.Content)), found.Count, marked.Count);
        Count("all", pairs.Count(pair => pair.Marked.Equal(pair.Found)), found.Count, marked.Count);
    }

    private static bool HasSource(Spans spans) => spans.Source.Count > 0;

    /// <summary>Equal and not both empty: a source that neither has is no hit.</summary>
    private static bool IsSame(HashSet<int> left, HashSet<int> right) => left.Count > 0 && left.SetEquals(right);

    private static List<(int Marked, int Found)> Match(List<Spans> marked, List<Spans> found)
    {
        var candidates = new List<(double Likeness, int Marked, int Found)>();
        for (var m = 0; m < marked.Count; m++)
        {
            for (var f = 0; f < found.Count; f++)
            {
                var (cue, content) = (Dice(marked[m].Cue, found[f].Cue), Dice(marked[m].Content, found[f].Content));
                if (cue > 0 || content >= SameContent)
                {
                    candidates.Add(((2 * cue) + content + Dice(marked[m].Source, found[f].Source), m, f));
                }
            }
        }

        var (takenMarks, takenFinds) = (new HashSet<int>(), new HashSet<int>());
        var pairs = new List<(int, int)>();
        foreach (var (_, m, f) in candidates.OrderByDescending(candidate => candidate.Likeness).ThenBy(candidate => candidate.Marked).ThenBy(candidate => candidate.Found))
        {
            if (!takenMarks.Contains(m) && !takenFinds.Contains(f))
            {
                takenMarks.Add(m);
                takenFinds.Add(f);
                pairs.Add((m, f));
            }
        }

        return pairs;
    }

    private static double Dice(HashSet<int> left, HashSet<int> right) =>
        left.Count + right.Count == 0 ? 0 : 2.0 * left.Count(right.Contains) / (left.Count + right.Count);

    private static List<Spans> MarkedIn(MarkedArticle article) => [.. article.Attributions.Select(mark => Of(article.Text, mark.Source, mark.Cue, mark.Content))];

    private static Spans Of(MarkedArticle article, Statement statement) => Of(article.Text, statement.Source, statement.Cue, statement.Content);

    private static Spans Of(string text, ImmutableArray<TextSpan> source, ImmutableArray<TextSpan> cue, ImmutableArray<TextSpan> content) =>
        new(Characters(text, source), Characters(text, cue), Characters(text, content));

    private static HashSet<int> Characters(string text, ImmutableArray<TextSpan> spans)
    {
        var characters = spans.SelectMany(span => Enumerable.Range(span.Start, span.Length)).ToList();
        var letters = characters.Where(position => char.IsLetterOrDigit(text[position])).ToHashSet();
        return letters.Count > 0 ? letters : [.. characters];
    }

    private void Count(string figure, int hits, int predicted, int marked)
    {
        var before = counts.GetValueOrDefault(figure);
        counts[figure] = (before.Hits + hits, before.Predicted + predicted, before.Marked + marked);
    }

    private sealed record Spans(HashSet<int> Source, HashSet<int> Cue, HashSet<int> Content)
    {
        public bool Equal(Spans other) => Source.SetEquals(other.Source) && Cue.SetEquals(other.Cue) && Content.SetEquals(other.Content);
    }
}
