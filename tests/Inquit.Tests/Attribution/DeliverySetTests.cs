using System.Globalization;
using Inquit.Text;
using Xunit;

namespace Inquit.Tests.Attribution;

/// <summary>
/// How many addressees, media and places are found, on two hand-made halves of one set: the rules were made looking at the first,
/// never at the second. Only counts are written, so that it stays so. The figures stand in docs/attribution.md.
/// </summary>
public class DeliverySetTests(ITestOutputHelper output)
{
    private const string Roles = "AMP";

    [Theory]
    [InlineData("circumstances-seen", 95)]
    [InlineData("circumstances-unseen", 88)]
    public void Addressees_media_and_places_are_found(string set, double leastF1)
    {
        var engine = TrainedEngine.Load();
        var (exact, overlap) = (new Counts[Roles.Length + 1], new Counts[Roles.Length + 1]);
        var cases = MarkedCase.In($"tests/Inquit.Tests/Sets/{set}.md").ToList();
        output.WriteLine($"{set}: {cases.Count} cases");
        foreach (var item in cases)
        {
            var text = MarkedText.Plain(item.Marked);
            var marked = Spans(MarkedText.Statements(item.Marked));
            var found = Spans(MarkedText.Statements(MarkedText.Mark(text, engine(new Article(text)).Statements, withDelivery: true)));
            for (var role = 0; role < Roles.Length; role++)
            {
                var (ours, theirs) = (Of(found, Roles[role]), Of(marked, Roles[role]));
                var right = theirs.Intersect(ours).Count();
                foreach (var all in (ReadOnlySpan<int>)[role, Roles.Length])
                {
                    exact[all] = exact[all].With(theirs.Count, ours.Count, right, right);
                    overlap[all] = overlap[all].With(theirs.Count, ours.Count, theirs.Count(span => ours.Any(span.Overlaps)), ours.Count(span => theirs.Any(span.Overlaps)));
                }
            }
        }

        for (var role = 0; role <= Roles.Length; role++)
        {
            output.WriteLine($"{set} {(role < Roles.Length ? Roles[role] : "all")}: {exact[role]}; by overlap {overlap[role]}");
        }

        Assert.True(exact[^1].F1 >= leastF1, exact[^1].ToString());
    }

    private static HashSet<(char Role, TextSpan Span)> Spans(SortedDictionary<int, List<(char Role, TextSpan Span)>> statements) =>
        statements.Values.SelectMany(spans => spans).ToHashSet();

    private static List<TextSpan> Of(HashSet<(char Role, TextSpan Span)> spans, char role) => [.. spans.Where(item => item.Role == role).Select(item => item.Span)];

    private readonly record struct Counts(int Marked, int Found, int Hit, int Right)
    {
        private double Precision => 100.0 * Right / Math.Max(1, Found);

        private double Recall => 100.0 * Hit / Math.Max(1, Marked);

        public double F1 => 2 * Precision * Recall / Math.Max(1e-9, Precision + Recall);

        public Counts With(int marked, int found, int hit, int right) => new(Marked + marked, Found + found, Hit + hit, Right + right);

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"{Marked} marked, {Found} found, {Right} right, precision {Precision:0.0}, recall {Recall:0.0}, F1 {F1:0.0}");
    }
}
