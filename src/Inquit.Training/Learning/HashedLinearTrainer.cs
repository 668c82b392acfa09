using Inquit.Learning;

namespace Inquit.Training.Learning;

/// <summary>Yes-or-no examples for a classifier over hashed features, all with the same number of features.</summary>
/// <param name="width">Features of an example.</param>
internal sealed class HashedExamples(int width)
{
    private readonly List<uint> features = [];
    private readonly List<bool> labels = [];

    /// <summary>Features of an example.</summary>
    public int Width { get; } = width;

    /// <summary>How many examples there are.</summary>
    public int Count => labels.Count;

    /// <summary>Adds an example.</summary>
    public void Add(ReadOnlySpan<uint> exampleFeatures, bool label)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(exampleFeatures.Length, Width);
        features.AddRange(exampleFeatures);
        labels.Add(label);
    }

    /// <summary>The features of an example.</summary>
    public ReadOnlySpan<uint> Features(int example) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(features).Slice(example * Width, Width);

    /// <summary>The label of an example.</summary>
    public bool Label(int example) => labels[example];
}

/// <summary>How a <see cref="HashedLinear"/> is trained.</summary>
/// <param name="Bits">Logarithm of the number of weights.</param>
/// <param name="Epochs">Passes over the examples.</param>
/// <param name="Rate">Step size before AdaGrad's scaling.</param>
/// <param name="Decay">Pull of each used weight towards zero (L2), per step.</param>
/// <param name="Dropout">Share of an example's features that are left out at random in training.</param>
internal sealed record HashedLinearSettings(int Bits, int Epochs, float Rate, float Decay, float Dropout);

/// <summary>
/// Trains a <see cref="HashedLinear"/> by logistic regression with AdaGrad steps (Duchi, Hazan and Singer 2011), takes the
/// mean of the weights over the second half of the steps, and keeps it in eight bits.
/// </summary>
internal static class HashedLinearTrainer
{
    /// <summary>Trains on <paramref name="examples"/>; the same seed gives the same weights.</summary>
    public static HashedLinear Train(HashedExamples examples, HashedLinearSettings settings, int seed)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(settings);
        var size = 1 << settings.Bits;
        var shift = 32 - settings.Bits;
        var weights = new float[size];
        var squares = new float[size];
        var means = new double[size];
        var random = new Random(seed);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var kept = new int[examples.Width];
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var example in order)
            {
                var count = 0;
                foreach (var feature in examples.Features(example))
                {
                    if (settings.Dropout <= 0 || random.NextSingle() >= settings.Dropout)
                    {
                        kept[count++] = (int)(feature >> shift);
                    }
                }

                Step(kept.AsSpan(0, count), examples.Label(example), weights, squares, settings);
            }

            if (2 * (epoch + 1) > settings.Epochs)
            {
                for (var i = 0; i < size; i++)
                {
                    means[i] += weights[i];
                }
            }
        }

        // Dropout in training makes sums larger in prediction.
        var epochsKept = settings.Epochs - (settings.Epochs / 2);
        return Quantize(Array.ConvertAll(means, mean => (float)(mean / epochsKept * (1 - settings.Dropout))));
    }

    private static void Step(ReadOnlySpan<int> indices, bool label, float[] weights, float[] squares, HashedLinearSettings settings)
    {
        var sum = 0f;
        foreach (var index in indices)
        {
            sum += weights[index];
        }

        var error = (label ? 1f : 0f) - (1f / (1f + MathF.Exp(-sum)));
        foreach (var index in indices)
        {
            var gradient = error - (settings.Decay * weights[index]);
            squares[index] += gradient * gradient;
            weights[index] += settings.Rate * gradient / MathF.Sqrt(squares[index] + 1e-6f);
        }
    }

    private static HashedLinear Quantize(float[] weights)
    {
        var largest = weights.Max(MathF.Abs);
        var scale = largest > 0 ? largest / sbyte.MaxValue : 1f;
        return new HashedLinear(Array.ConvertAll(weights, weight => (sbyte)MathF.Round(weight / scale)), scale);
    }
}
