using Inquit.Linguistics;
using Inquit.Training.Language;
using Xunit;

namespace Inquit.Tests.Training;

public class NetworkGradientTests
{
    private static readonly string[] Forms = ["The", "spokesman", "said", "nothing", "to", "Reuters", "."];

    [Fact]
    public void Backpropagation_agrees_with_finite_differences()
    {
        var sizes = new LanguageSizes(16, 16, 16, 16, 16, 16);
        var weights = new LanguageWeights(sizes, [string.Empty, "the", "said", "."], ["DT", "NN", "VBD"], ["root", "nsubj", "obj", "punct"]);
        LanguageTrainer.Initialize(weights, 1);
        Randomize(weights);
        var network = new LanguageNetwork(weights);
        var features = Forms.Select(form => network.FeaturesOf(form)).ToList();
        LanguageExample[] examples =
        [
            new([0, 1, 2, 3, 6], [6, 8, 16, 11, 13], [0, 1, 2, 1, 1], [1, 2, -1, 2, 2], [1, 1, 0, 2, 3], [0, 1, 2, 0, 0]),
            new([5, 2, 6], [12, 16, 13], [1, 2, 1], [1, -1, 1], [1, 0, 3]),
            new([4, 5], Xpos: [-1, 2], Heads: [LanguageExample.Unknown, -1], Entities: [0, 3], Scheme: 1),
        ];
        var settings = new LanguageHyperparameters { Dropout = 0, InputDropout = 0, WordDropout = 0 };
        var shard = new NetworkShard(network);
        Loss();
        var lexicalSums = shard.LexicalRows.Count;
        Assert.Equal(10, lexicalSums);

        foreach (var name in NetworkShard.DenseNames(weights))
        {
            var analytic = shard.Gradient(name).Span.ToArray();
            var largest = Enumerable.Range(0, analytic.Length).OrderByDescending(i => Math.Abs(analytic[i])).Take(6)
                .Concat(Enumerable.Range(0, analytic.Length).Where(i => i % 97 == 5)).ToArray();
            foreach (var index in largest)
            {
                // Two steps: the rectifier has a kink, and a difference over it is wrong where backpropagation is right.
                Assert.True(
                    IsClose(Numeric(name, index, 5e-3f), analytic[index]) || IsClose(Numeric(name, index, 5e-4f), analytic[index]),
                    $"{name}[{index}]: {analytic[index]} by backpropagation, {Numeric(name, index, 5e-4f)} by differences");
            }
        }

        double Numeric(string name, int index, float delta)
        {
            var value = weights[name][index];
            weights[name][index] = value + delta;
            var above = Loss();
            weights[name][index] = value - delta;
            var below = Loss();
            weights[name][index] = value;
            return (above - below) / (2 * delta);
        }

        double Loss()
        {
            network.Pack();
            var transposed = new TransposedWeights();
            transposed.Pack(weights);
            shard.Run(examples, features, transposed, settings, new LossScale(1, 1), new Random(1));
            return shard.Loss;
        }
    }

    private static bool IsClose(double numeric, double analytic) => Math.Abs(numeric - analytic) <= 3e-3 + (0.03 * Math.Abs(numeric));

    private static void Randomize(LanguageWeights weights)
    {
        var random = new Random(4);
        foreach (var name in weights.Names)
        {
            foreach (ref var value in weights[name].AsSpan())
            {
                value += (random.NextSingle() - 0.5f) * 0.4f;
            }
        }
    }
}
