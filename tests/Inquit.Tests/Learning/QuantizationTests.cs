using Inquit.Learning;
using Xunit;

namespace Inquit.Tests.Learning;

public class QuantizationTests
{
    [Fact]
    public void A_restored_value_is_within_half_a_step_of_its_row()
    {
        var random = new Random(1);
        var matrix = Enumerable.Range(0, 600).Select(i => (random.NextSingle() - 0.5f) * (1 + (i / 100))).ToArray();
        var (values, scales) = Quantization.Round(matrix, 100);
        var restored = new float[matrix.Length];
        Quantization.Restore(values, scales, restored);
        for (var i = 0; i < matrix.Length; i++)
        {
            Assert.InRange(restored[i], matrix[i] - (0.501f * scales[i / 100]), matrix[i] + (0.501f * scales[i / 100]));
        }
    }

    [Fact]
    public void A_row_of_zeros_stays_so()
    {
        var (values, scales) = Quantization.Round(new float[8], 4);
        var restored = new float[8];
        Array.Fill(restored, 5);
        Quantization.Restore(values, scales, restored);
        Assert.All(restored, value => Assert.Equal(0, value));
    }

    [Fact]
    public void Scales_that_do_not_fit_are_refused() =>
        Assert.Throws<ModelFormatException>(() => Quantization.Restore(new sbyte[8], new float[3], new float[8]));
}
