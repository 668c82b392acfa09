using CsCheck;
using Inquit.Learning;
using Xunit;

namespace Inquit.Tests.Learning;

/// <summary>The chain against all sequences, counted out.</summary>
public class LinearChainTests
{
    private const int Labels = 3;

    private static readonly Gen<(LinearChain Chain, float[] Start, float[] Moves, float[] Scores)> Chains =
        Gen.Select(Gen.Int[1, 5], Gen.Int[0, 100000]).Select((steps, seed) =>
        {
            var random = new Random(seed);
            float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 6) - 3)];
            var (start, moves, scores) = (Numbers(Labels), Numbers(Labels * Labels), Numbers(steps * Labels));
            start[2] = float.NegativeInfinity; // a label that cannot be first, and a transition that cannot be
            moves[2] = float.NegativeInfinity;
            return (new LinearChain(start, moves), start, moves, scores);
        });

    [Fact]
    public void Sums_are_those_of_all_sequences() => Chains.Sample(given =>
    {
        var steps = given.Scores.Length / Labels;
        var sums = given.Chain.Sum(given.Scores);
        var weights = All(steps).Select(sequence => (Sequence: sequence, Weight: Math.Exp(Score(given.Start, given.Moves, given.Scores, sequence)))).ToList();
        var total = weights.Sum(item => item.Weight);
        Assert.Equal(Math.Log(total), sums.All, 1e-4);
        for (var step = 0; step < steps; step++)
        {
            for (var label = 0; label < Labels; label++)
            {
                var with = weights.Where(item => item.Sequence[step] == label).ToList();
                Assert.Equal(with.Sum(item => item.Weight) / total, sums.Marginal(step, label), 1e-4);
                Assert.Equal(with.Sum(item => item.Weight) / total, Math.Exp(sums.UpTo(step, label) + sums.After(step, label) - sums.All), 1e-4);
                var without = with.Where(item => step == steps - 1 || item.Sequence[step + 1] != 1).Sum(item => item.Weight);
                Assert.Equal(without / total, Math.Exp(sums.UpTo(step, label) + sums.AfterWithout(step, label, 1) - sums.All), 1e-4);
            }
        }
    }, iter: 300);

    [Fact]
    public void Transitions_of_another_number_are_refused() =>
        Assert.Contains("3 labels", Assert.Throws<ModelFormatException>(() => new LinearChain(new float[3], new float[8])).Message, StringComparison.Ordinal);

    private static IEnumerable<int[]> All(int steps) =>
        Enumerable.Range(0, (int)Math.Pow(Labels, steps)).Select(number => Enumerable.Range(0, steps).Select(step => number / (int)Math.Pow(Labels, step) % Labels).ToArray());

    private static double Score(float[] start, float[] moves, float[] scores, int[] sequence) =>
        start[sequence[0]]
        + sequence.Select((label, step) => (double)scores[(step * Labels) + label]).Sum()
        + Enumerable.Range(1, sequence.Length - 1).Sum(step => (double)moves[(sequence[step - 1] * Labels) + sequence[step]]);
}
