using System.Globalization;
using Inquit.Actors;
using Xunit;

namespace Inquit.Tests.Actors;

/// <summary>
/// How well profiles of one actor are told from profiles of two, on hand-made pairs. The rules may be looked at beside the seen half;
/// of the unseen half only counts are shown. The figures stand in docs/actors.md.
/// </summary>
public class ActorPairsSetTests(ITestOutputHelper output)
{
    [Fact]
    public void Seen_pairs_are_told_apart() => Score("seen", 0.98, 0.98, isShown: true);

    [Fact]
    public void Unseen_pairs_are_told_apart() => Score("unseen", 0.98, 0.93, isShown: false);

    private void Score(string half, double leastPrecision, double leastRecall, bool isShown)
    {
        var (hits, found, marked, pairs) = (0, 0, 0, 0);
        foreach (var (a, b, isSame) in ActorPairs.Read(half))
        {
            var verdict = ActorIdentity.Compare(a, b);
            pairs++;
            marked += isSame ? 1 : 0;
            found += verdict.Outcome == Identity.Same ? 1 : 0;
            hits += isSame && verdict.Outcome == Identity.Same ? 1 : 0;
            if (isShown && isSame != (verdict.Outcome == Identity.Same))
            {
                output.WriteLine($"{(isSame ? "same" : "different")}, not {verdict.Outcome} ({verdict.Reason}): {a} / {b}");
            }
        }

        var (precision, recall) = (hits / (double)Math.Max(1, found), hits / (double)marked);
        var figures = string.Create(CultureInfo.InvariantCulture, $"{half}: {pairs} pairs, {marked} same, {found} found, {hits} right, precision {precision:0.000}, recall {recall:0.000}");
        output.WriteLine(figures);
        Assert.True(precision >= leastPrecision && recall >= leastRecall, figures);
    }
}
