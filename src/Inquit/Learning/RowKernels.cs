using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Inquit.Learning;

/// <summary>
/// Steps of a transformer over one row. Sums run over sixteen lanes in a fixed order, whatever the machine's vectors, so that
/// all machines give equal bits. Lengths are multiples of <see cref="Lanes"/>.
/// </summary>
internal static unsafe class RowKernels
{
    /// <summary>Values that are computed at a time.</summary>
    public const int Lanes = 16;

    /// <summary>The length of a row that has room for <paramref name="count"/> values.</summary>
    public static int Padded(int count) => (count + Lanes - 1) / Lanes * Lanes;

    /// <summary>
    /// Layer normalization (Ba, Kiros and Hinton 2016) of <paramref name="row"/>, in place: mean 0, variance 1, times
    /// <paramref name="weight"/> plus <paramref name="bias"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Normalize(float* row, int width, float* weight, float* bias, float epsilon)
    {
        var sum = Vector512<float>.Zero;
        for (var i = 0; i < width; i += Lanes)
        {
            sum += Vector512.Load(row + i);
        }

        var mean = Vector512.Create(Total(sum) / width);
        var squares = Vector512<float>.Zero;
        for (var i = 0; i < width; i += Lanes)
        {
            var centered = Vector512.Load(row + i) - mean;
            squares = Vector512.FusedMultiplyAdd(centered, centered, squares);
        }

        var scale = Vector512.Create(1 / MathF.Sqrt((Total(squares) / width) + epsilon));
        for (var i = 0; i < width; i += Lanes)
        {
            var centered = (Vector512.Load(row + i) - mean) * scale;
            Vector512.FusedMultiplyAdd(centered, Vector512.Load(weight + i), Vector512.Load(bias + i)).Store(row + i);
        }
    }

    /// <summary>
    /// Makes the first <paramref name="count"/> scores, times <paramref name="scale"/>, shares of their sum, in place, but for
    /// the factor that is returned: times it, they sum to 1. The row has room for a multiple of <see cref="Lanes"/>, and what is
    /// past them becomes 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Softmax(float* row, int count, float scale)
    {
        var padded = Padded(count);
        new Span<float>(row + count, padded - count).Fill(float.MinValue);
        var most = Vector512.Load(row);
        for (var i = Lanes; i < padded; i += Lanes)
        {
            most = Vector512.Max(most, Vector512.Load(row + i));
        }

        var eight = Vector256.Max(most.GetLower(), most.GetUpper());
        var four = Vector128.Max(eight.GetLower(), eight.GetUpper());
        var top = Vector512.Create(MathF.Max(MathF.Max(four[0], four[1]), MathF.Max(four[2], four[3])));
        var factor = Vector512.Create(scale);
        var sums = Vector512<float>.Zero;
        for (var i = 0; i < padded; i += Lanes)
        {
            var value = Exp((Vector512.Load(row + i) - top) * factor);
            value.Store(row + i);
            sums += value;
        }

        new Span<float>(row + count, padded - count).Clear();
        return 1 / Total(sums);
    }

    /// <summary>Multiplies a row in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale(float* row, int count, float factor)
    {
        var factors = Vector512.Create(factor);
        for (var i = 0; i < count; i += Lanes)
        {
            (Vector512.Load(row + i) * factors).Store(row + i);
        }
    }

    /// <summary>x = x · sigmoid(1.702·x), the fast form of GELU (Hendrycks and Gimpel 2016).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gelu(float* x, int count)
    {
        var one = Vector512.Create(1f);
        var slope = Vector512.Create(-1.702f);
        for (var i = 0; i < count; i += Lanes)
        {
            var value = Vector512.Load(x + i);
            (value / (one + Exp(value * slope))).Store(x + i);
        }
    }

    /// <summary>The sum of products of two rows of equal length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = Vector512<float>.Zero;
        fixed (float* a = left, b = right)
        {
            for (var i = 0; i < left.Length; i += Lanes)
            {
                sum = Vector512.FusedMultiplyAdd(Vector512.Load(a + i), Vector512.Load(b + i), sum);
            }
        }

        return Total(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Exp(Vector512<float> x)
    {
        var result = VectorKernels<Simd512>.VectorExp(Unsafe.BitCast<Vector512<float>, Simd512>(x));
        return Unsafe.BitCast<Simd512, Vector512<float>>(result);
    }

    /// <summary>The sum of the lanes, halves first.</summary>
    private static float Total(Vector512<float> lanes)
    {
        var eight = lanes.GetLower() + lanes.GetUpper();
        var four = eight.GetLower() + eight.GetUpper();
        return (four[0] + four[2]) + (four[1] + four[3]);
    }
}
