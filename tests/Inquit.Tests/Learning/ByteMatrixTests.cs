using System.Runtime.Intrinsics.X86;
using CsCheck;
using Inquit.Learning;
using Xunit;

namespace Inquit.Tests.Learning;

public unsafe class ByteMatrixTests
{
    [Fact]
    public void A_product_is_the_sum_of_rounded_products() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 70], Gen.Int[1, 45], Gen.Int[0, 10000]).Sample((rows, depth, columns, seed) =>
        {
            var random = new Random(seed);
            var values = new sbyte[depth * columns];
            random.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));
            var scales = Numbers(random, columns);
            var bias = Numbers(random, columns);
            var input = Numbers(random, rows * depth);
            var matrix = new ByteMatrix(values, scales, depth);
            var rounded = new RoundedRows();
            var result = new float[rows * columns];
            var doubled = new float[rows * columns];
            fixed (float* from = input, to = result, twice = doubled)
            {
                rounded.Round(from, depth, rows, depth);
                matrix.Multiply(rounded, rows, bias, to, columns);
                result.CopyTo(doubled, 0);
                matrix.Multiply(rounded, rows, [], twice, columns);
            }

            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                {
                    var sum = 0;
                    for (var i = 0; i < depth; i++)
                    {
                        sum += (rounded.Bytes[(row * matrix.PaddedDepth) + i] - 128) * values[(column * depth) + i];
                    }

                    var product = sum * (scales[column] * rounded.Scales[row]);
                    var close = 1e-4f * Math.Max(1, Math.Abs(product));
                    Assert.Equal(product + bias[column], result[(row * columns) + column], close);
                    Assert.Equal((2 * product) + bias[column], doubled[(row * columns) + column], 2 * close);
                }
            }
        }, iter: 300);

    [Fact]
    public void A_matrix_that_is_rounded_is_near_itself()
    {
        const int Depth = 5;
        const int Columns = 3;
        var weights = Numbers(new Random(4), Depth * Columns);
        var matrix = ByteMatrix.From(weights, Depth, Columns);
        var rounded = new RoundedRows();
        var unit = new float[Depth * Depth];
        for (var i = 0; i < Depth; i++)
        {
            unit[(i * Depth) + i] = 1;
        }

        var result = new float[Depth * Columns];
        fixed (float* from = unit, to = result)
        {
            rounded.Round(from, Depth, Depth, Depth);
            matrix.Multiply(rounded, Depth, new float[Columns], to, Columns);
        }

        Assert.All(Enumerable.Range(0, weights.Length), i => Assert.Equal(weights[i], result[i], 2f / 127));
    }

    [Fact]
    public void Rounding_is_off_by_half_a_step_at_most() =>
        Gen.Select(Gen.Int[1, 100], Gen.Int[0, 10000]).Sample((depth, seed) =>
        {
            var input = Numbers(new Random(seed), depth);
            var bytes = new byte[(depth + 3) / 4 * 4];
            float scale;
            fixed (float* from = input)
            {
                fixed (byte* to = bytes)
                {
                    ByteMatrix.Round(from, depth, 1, depth, to, &scale);
                }
            }

            for (var i = 0; i < bytes.Length; i++)
            {
                Assert.Equal(i < depth ? input[i] : 0, (bytes[i] - 128) * scale, (scale * 0.501f) + 1e-9f);
            }
        }, iter: 300);

    [Fact]
    public void A_row_of_zeros_stays_zeros()
    {
        var input = new float[5];
        var bytes = new byte[8];
        float scale;
        fixed (float* from = input)
        {
            fixed (byte* to = bytes)
            {
                ByteMatrix.Round(from, 5, 1, 5, to, &scale);
            }
        }

        Assert.Equal(0, scale);
        Assert.All(bytes, value => Assert.Equal(128, value));
    }

    [Fact]
    public void Sums_without_the_instruction_equal_those_with_it()
    {
        Assert.SkipUnless(AvxVnni.IsSupported, "The processor has no AVX-VNNI.");
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 10000]).Sample((quarter, seed) =>
        {
            var (depth, random) = (4 * quarter, new Random(seed));
            var row = new byte[depth];
            var weights = new sbyte[16 * depth];
            random.NextBytes(row);
            random.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
            if (seed % 3 == 0)
            {
                row.AsSpan().Fill(byte.MaxValue);
                weights.AsSpan().Fill(sbyte.MinValue);
            }

            var (fast, portable) = (new int[16], new int[16]);
            fixed (byte* from = row)
            {
                fixed (sbyte* by = weights)
                {
                    fixed (int* a = fast, b = portable)
                    {
                        ByteMatrix.SumOne(from, depth, by, a);
                        ByteMatrix.SumPortably(from, depth, by, b);
                    }
                }
            }

            Assert.Equal(fast, portable);
        }, iter: 300);
    }

    [Fact]
    public void Values_of_another_number_are_refused() =>
        Assert.Contains("3×2", Assert.Throws<ModelFormatException>(() => new ByteMatrix(new sbyte[5], new float[2], 3)).Message, StringComparison.Ordinal);

    private static float[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 4) - 2)];
}
