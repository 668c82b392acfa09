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
            new([4, 5], Entities: [0, 3]),
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
                const float Delta = 5e-3f;
                var value = weights[name][index];
                weights[name][index] = value + Delta;
                var above = Loss();
                weights[name][index] = value - Delta;
                var below = Loss();
                weights[name][index] = value;
                var numeric = (above - below) / (2 * Delta);
                Assert.True(
                    Math.Abs(numeric - analytic[index]) <= 2e-3 + (0.03 * Math.Abs(numeric)),
                    $"{name}[{index}]: {analytic[index]} by backpropagation, {numeric} by differences");
            }
        }

        double Loss()
        {
            network.Pack();
            var transposed = new TransposedWeights();
            transposed.Pack(weights);
            shard.Run(examples, features, transposed, settings, new LossScale(1, 1, 1), new Random(1));
            return shard.Loss;
        }
    }

    private static void Randomize(LanguageWeights weights)
    {
        var random = new Random(2);
        foreach (var name in weights.Names)
        {
            foreach (ref var value in weights[name].AsSpan())
            {
                value += (random.NextSingle() - 0.5f) * 0.4f;
            }
        }
    }
}
