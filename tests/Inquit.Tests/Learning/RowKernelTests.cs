using CsCheck;
using Inquit.Learning;
using Xunit;

namespace Inquit.Tests.Learning;

public unsafe class RowKernelTests
{
    [Fact]
    public void Normalized_rows_have_mean_zero_and_variance_one_before_weight_and_bias() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[0, 10000]).Sample((blocks, seed) =>
        {
            var width = RowKernels.Lanes * blocks;
            var random = new Random(seed);
            var (row, weight, bias) = (Numbers(random, width), Numbers(random, width), Numbers(random, width));
            var mean = row.Average(value => (double)value);
            var spread = Math.Sqrt(row.Average(value => (value - mean) * (value - mean)) + 1e-5);
            var expected = row.Select((value, i) => ((value - mean) / spread * weight[i]) + bias[i]).ToArray();
            fixed (float* at = row, w = weight, b = bias)
            {
                RowKernels.Normalize(at, width, w, b, 1e-5f);
            }

            Assert.All(Enumerable.Range(0, width), i => Assert.Equal(expected[i], row[i], 1e-4));
        }, iter: 200);

    [Fact]
    public void Shares_are_those_of_the_exponentials_and_nothing_beyond_the_row_counts() =>
        Gen.Select(Gen.Int[1, 70], Gen.Int[0, 10000]).Sample((count, seed) =>
        {
            var random = new Random(seed);
            var row = Numbers(random, RowKernels.Padded(count));
            var powers = row.Take(count).Select(value => Math.Exp(3 * value)).ToArray();
            fixed (float* at = row)
            {
                RowKernels.Scale(at, row.Length, RowKernels.Softmax(at, count, 3));
            }

            for (var i = 0; i < row.Length; i++)
            {
                Assert.Equal(i < count ? powers[i] / powers.Sum() : 0, row[i], 1e-5);
            }
        }, iter: 200);

    [Fact]
    public void Gelu_is_x_times_a_sigmoid()
    {
        var values = Numbers(new Random(1), 48);
        var expected = Array.ConvertAll(values, x => x / (1 + Math.Exp(-1.702 * x)));
        fixed (float* at = values)
        {
            RowKernels.Gelu(at, values.Length);
        }

        Assert.All(Enumerable.Range(0, values.Length), i => Assert.Equal(expected[i], values[i], 1e-5));
    }

    [Fact]
    public void Dot_sums_products()
    {
        var (left, right) = (Numbers(new Random(2), 64), Numbers(new Random(3), 64));
        Assert.Equal(left.Zip(right, (a, b) => (double)a * b).Sum(), RowKernels.Dot(left, right), 1e-4);
    }

    private static float[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 4) - 2)];
}
