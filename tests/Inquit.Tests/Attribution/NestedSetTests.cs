using System.Globalization;
using Inquit.Text;
using Xunit;

namespace Inquit.Tests.Attribution;

/// <summary>
/// How many of the statements within statements are found, on the hand-made set <c>Sets/nested.md</c>, which was written without
/// sight of the rules. The figures stand in docs/attribution.md.
/// </summary>
public class NestedSetTests(ITestOutputHelper output)
{
    /// <summary>The least F1 in per cent: of inner statements whose cue is found inside another, and of those that are right in all spans.</summary>
    private const double LeastFound = 80;
    private const double LeastExact = 60;

    [Fact]
    public void Inner_statements_are_found()
    {
        var engine = TrainedEngine.Load();
        var (all, exact) = (new Counts(), new Counts());
        foreach (var kind in MarkedCase.In("tests/Inquit.Tests/Sets/nested.md").GroupBy(item => item.Heading))
        {
            var own = new Counts();
            foreach (var item in kind)
            {
                var text = MarkedText.Plain(item.Marked);
                var marked = Inner(MarkedText.Statements(item.Marked));
                var statements = engine(new Article(text)).Statements;
                var found = Inner(MarkedText.Statements(MarkedText.Mark(text, statements)));
                var hits = marked.Count(mark => found.Any(other => Cues(mark).Any(cue => Cues(other).Any(cue.Overlaps))));
                own.Add(hits, found.Count, marked.Count);
                all.Add(hits, found.Count, marked.Count);
                exact.Add(marked.Count(mark => found.Any(other => mark.Order().SequenceEqual(other.Order()))), found.Count, marked.Count);
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind.Key}: {kind.Count()} cases, {own}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"All: {all}; all spans equal: F1 {exact.F1:0.0}"));
        Assert.True(all.F1 >= LeastFound && exact.F1 >= LeastExact, $"{all}; exact {exact}");
    }

    /// <summary>The statements all of whose spans lie in the content of another.</summary>
    private static List<List<(char Role, TextSpan Span)>> Inner(SortedDictionary<int, List<(char Role, TextSpan Span)>> statements) =>
        statements.Values.Where(own => statements.Values.Any(other => other != own && IsWithin(own, other))).ToList();

    private static bool IsWithin(List<(char Role, TextSpan Span)> own, List<(char Role, TextSpan Span)> other) =>
        own.Where(part => part.Role != 'S').All(part => other.Any(around => around.Role == 'T' && around.Span.Start <= part.Span.Start && part.Span.End <= around.Span.End))
        && own.Sum(part => part.Span.Length) < other.Sum(part => part.Span.Length);

    private static IEnumerable<TextSpan> Cues(List<(char Role, TextSpan Span)> statement) => statement.Where(part => part.Role == 'C').Select(part => part.Span);

    private sealed class Counts
    {
        private int hits;
        private int found;
        private int marked;

        public double F1 => 200.0 * hits / Math.Max(1, found + marked);

        public void Add(int hits, int found, int marked)
        {
            this.hits += hits;
            this.found += found;
            this.marked += marked;
        }

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"{marked} inner, {found} found, precision {100.0 * hits / Math.Max(1, found):0.0}, recall {100.0 * hits / Math.Max(1, marked):0.0}, F1 {F1:0.0}");
    }
}
