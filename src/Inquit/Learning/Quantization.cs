using System.Numerics.Tensors;

namespace Inquit.Learning;

/// <summary>Matrices in 8 bits a value, each row with a scale of its own, so that its largest value is 127.</summary>
internal static class Quantization
{
    /// <summary>Rounds a matrix with rows of <paramref name="width"/> values.</summary>
    public static (sbyte[] Values, float[] Scales) Round(ReadOnlySpan<float> matrix, int width)
    {
        var values = new sbyte[matrix.Length];
        var scales = new float[matrix.Length / width];
        for (var row = 0; row < scales.Length; row++)
        {
            var source = matrix.Slice(row * width, width);
            var scale = MathF.Abs(TensorPrimitives.MaxMagnitude<float>(source)) / sbyte.MaxValue;
            scales[row] = scale;
            for (var i = 0; i < width && scale > 0; i++)
            {
                values[(row * width) + i] = (sbyte)MathF.Round(source[i] / scale);
            }
        }

        return (values, scales);
    }

    /// <summary>Writes the rounded matrix to <paramref name="target"/>.</summary>
    /// <exception cref="ModelFormatException">The numbers of values and scales do not fit.</exception>
    public static void Restore(ReadOnlySpan<sbyte> values, ReadOnlySpan<float> scales, Span<float> target)
    {
        if (values.Length != target.Length || scales.IsEmpty || values.Length % scales.Length != 0)
        {
            throw new ModelFormatException($"A table of {target.Length} numbers has {values.Length} values and {scales.Length} scales.");
        }

        var width = values.Length / scales.Length;
        for (var row = 0; row < scales.Length; row++)
        {
            // A plain loop is compiled ahead of time; TensorPrimitives would be compiled at each start, which takes longer.
            var scale = scales[row];
            var source = values.Slice(row * width, width);
            var own = target.Slice(row * width, width);
            for (var i = 0; i < own.Length; i++)
            {
                own[i] = source[i] * scale;
            }
        }
    }
}
