using System.Numerics;

namespace Inquit.Learning;

/// <summary>
/// A linear yes-or-no classifier whose features are hashes: the score is the sum of the weights that the features' hashes
/// point at. Two features may share a weight (Weinberger et al. 2009, "Feature Hashing for Large Scale Multitask Learning").
/// </summary>
internal sealed class HashedLinear
{
    private readonly sbyte[] weights;
    private readonly int shift;

    /// <summary>Creates a classifier from its weights, which stand for multiples of <paramref name="scale"/>.</summary>
    /// <exception cref="ArgumentException">The number of weights is not a power of two, or less than two.</exception>
    public HashedLinear(sbyte[] weights, float scale)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Length < 2 || !BitOperations.IsPow2(weights.Length))
        {
            throw new ArgumentException($"The number of weights must be a power of two, not {weights.Length}.", nameof(weights));
        }

        this.weights = weights;
        Scale = scale;
        shift = 32 - BitOperations.Log2((uint)weights.Length);
    }

    /// <summary>What one unit of a weight stands for.</summary>
    public float Scale { get; }

    /// <summary>Reads the classifier <paramref name="name"/> of a model file.</summary>
    /// <exception cref="ModelFormatException">A part of it is missing or of a wrong size.</exception>
    public static HashedLinear Read(ModelFile file, string name)
    {
        ArgumentNullException.ThrowIfNull(file);
        var scale = file.Floats(name + ".scale");
        var weights = file.SBytes(name + ".weights");
        if (scale.Length != 1 || weights.Length < 2 || !BitOperations.IsPow2(weights.Length))
        {
            throw new ModelFormatException($"The classifier '{name}' of the model file has parts of a wrong size.");
        }

        return new HashedLinear(weights, scale[0]);
    }

    /// <summary>Adds the classifier to a model file under <paramref name="name"/>.</summary>
    public void Write(ModelFile file, string name)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.SetFloats(name + ".scale", [Scale], [1]);
        file.SetSBytes(name + ".weights", weights, [weights.Length]);
    }

    /// <summary>The score, in log-odds: above 0 is yes.</summary>
    public float Score(ReadOnlySpan<uint> features)
    {
        var sum = 0;
        var table = weights;
        foreach (var feature in features)
        {
            sum += table[feature >> shift];
        }

        return sum * Scale;
    }
}
