using CsCheck;
using Inquit.Learning;
using Xunit;

namespace Inquit.Tests.Learning;

public unsafe class VectorKernelTests
{
    private static readonly VectorKernels Scalar = new VectorKernels<SimdScalar>();
    private static readonly VectorKernels[] Wide = [new VectorKernels<Simd256>(), new VectorKernels<Simd512>()];

    [Fact]
    public void Products_of_every_width_equal_the_scalar_ones_bit_for_bit() =>
        Gen.Select(Gen.Int[1, 21], Gen.Int[1, 40], Gen.Int[1, 70], Gen.Bool, Gen.Int[0, 10000]).Sample((rows, depth, columns, accumulate, seed) =>
        {
            var random = new Random(seed);
            var a = Values(random, rows * depth);
            var b = Values(random, depth * columns);
            var c = Values(random, rows * columns);
            var expected = Product(Scalar, a, b, c, rows, depth, columns, accumulate);
            foreach (var kernels in Wide)
            {
                Assert.Equal(expected, Product(kernels, a, b, c, rows, depth, columns, accumulate));
            }
        }, iter: 300);

    [Fact]
    public void A_small_product_is_right()
    {
        float[] a = [1, 2, 3, 4];
        float[] b = [5, 6, 7, 8];
        Assert.Equal([19f, 22, 43, 50], Product(Scalar, a, b, new float[4], 2, 2, 2, accumulate: false));
        Assert.Equal([20f, 23, 44, 51], Product(VectorKernels.Best, a, b, [1, 1, 1, 1], 2, 2, 2, accumulate: true));
    }

    [Fact]
    public void An_lstm_step_of_every_width_equals_the_scalar_one_and_the_textbook()
    {
        const int Width = 32;
        var random = new Random(3);
        var gates = Values(random, 4 * Width);
        var before = Values(random, Width);
        var (cell, hidden) = LstmStep(Scalar, gates, before, Width);
        foreach (var kernels in Wide)
        {
            Assert.Equal((cell, hidden), LstmStep(kernels, gates, before, Width), (x, y) => x.Item1.SequenceEqual(y.Item1) && x.Item2.SequenceEqual(y.Item2));
        }

        for (var i = 0; i < Width; i++)
        {
            var c = (Sigmoid(gates[Width + i]) * before[i]) + (Sigmoid(gates[i]) * MathF.Tanh(gates[(2 * Width) + i]));
            Assert.Equal(c, cell[i], 1e-5);
            Assert.Equal(Sigmoid(gates[(3 * Width) + i]) * MathF.Tanh(c), hidden[i], 1e-5);
        }
    }

    [Fact]
    public void Exp_is_close_to_the_true_value_and_bounded_at_the_ends()
    {
        float[] values = [-1000, -87, -20, -1, -0.1f, 0, 0.1f, 1, 20, 80, 1000];
        foreach (var exp in (Func<float, float>[])[Exp<SimdScalar>, Exp<Simd256>, Exp<Simd512>])
        {
            var result = Array.ConvertAll(values, value => exp(value));
            for (var i = 1; i < values.Length - 1; i++)
            {
                Assert.Equal(1, result[i] / Math.Exp(values[i]), 1e-6);
            }

            Assert.True(result[0] > 0 && float.IsFinite(result[^1]));
        }
    }

    private static float Exp<TVector>(float x)
        where TVector : struct, ISimd<TVector>
    {
        var lanes = stackalloc float[16];
        VectorKernels<TVector>.VectorExp(TVector.Broadcast(x)).Store(lanes);
        return lanes[TVector.Count - 1];
    }

    private static float[] Product(VectorKernels kernels, float[] a, float[] b, float[] c, int rows, int depth, int columns, bool accumulate)
    {
        var width = kernels.PanelWidth;
        var panels = (columns + width - 1) / width;
        var packed = new float[panels * depth * width];
        for (var k = 0; k < depth; k++)
        {
            for (var column = 0; column < columns; column++)
            {
                packed[(((column / width * depth) + k) * width) + (column % width)] = b[(k * columns) + column];
            }
        }

        var result = c.ToArray();
        fixed (float* pa = a, pb = packed, pc = result)
        {
            kernels.Multiply(pa, depth, rows, depth, pb, columns, pc, columns, accumulate);
        }

        return result;
    }

    private static (float[] Cell, float[] Hidden) LstmStep(VectorKernels kernels, float[] gates, float[] before, int width)
    {
        var cell = new float[width];
        var hidden = new float[width];
        fixed (float* g = gates.ToArray(), p = before, c = cell, h = hidden)
        {
            kernels.LstmStep(g, p, c, h, width);
        }

        return (cell, hidden);
    }

    private static float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));

    private static float[] Values(Random random, int count) =>
        Enumerable.Range(0, count).Select(_ => (random.NextSingle() - 0.5f) * 4).ToArray();
}
