using Inquit.Learning;
using Xunit;

namespace Inquit.Tests.Learning;

/// <summary>A layer against the textbook's formulas in plain loops, with weights that 8 bits hold exactly.</summary>
public unsafe class TransformerLayerTests
{
    private const int Width = 64;
    private const int Heads = 2;
    private const int HeadWidth = 32;
    private const int Hidden = 48;

    [Fact]
    public void A_layer_computes_what_the_formulas_say()
    {
        var random = new Random(7);
        var file = new ModelFile();
        var attention = Matrix("attention", 3 * Heads * HeadWidth, Width);
        var output = Matrix("output", Width, Heads * HeadWidth);
        var up = Matrix("up", Hidden, Width);
        var down = Matrix("down", Width, Hidden);
        var (first, second) = (Norm("norm1"), Norm("norm2"));
        int[] windows = [0, 5, 6, 23];
        var rows = Enumerable.Range(0, windows[^1] * Width).Select(_ => (random.NextSingle() * 2) - 1).ToArray();
        var expected = Enumerable.Range(0, windows.Length - 1).SelectMany(window => Plain(rows[(windows[window] * Width)..(windows[window + 1] * Width)])).ToArray();

        var layer = new TransformerLayer(file, "layer", Width, Heads, Hidden);
        fixed (float* at = rows)
        {
            layer.Run(at, windows, new TransformerLayer.Workspace());
        }

        // Rows are rounded to 8 bits before each product.
        Assert.All(Enumerable.Range(0, rows.Length), i => Assert.Equal(expected[i], rows[i], 0.06));
        Assert.InRange(Enumerable.Range(0, rows.Length).Average(i => Math.Abs(expected[i] - rows[i])), 0, 0.012);

        (double[,] Weights, double[] Bias) Matrix(string name, int columns, int depth)
        {
            var values = new sbyte[columns * depth];
            random.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));
            var scales = Enumerable.Range(0, columns).Select(_ => (0.5f + random.NextSingle()) / 127 / MathF.Sqrt(depth)).ToArray();
            var bias = Enumerable.Range(0, columns).Select(_ => random.NextSingle() - 0.5f).ToArray();
            file.SetSBytes($"layer.{name}.values", values, [columns, depth]);
            file.SetFloats($"layer.{name}.scales", scales, [columns]);
            file.SetFloats($"layer.{name}.bias", bias, [columns]);
            var weights = new double[columns, depth];
            for (var i = 0; i < values.Length; i++)
            {
                weights[i / depth, i % depth] = values[i] * scales[i / depth];
            }

            return (weights, [.. bias.Select(value => (double)value)]);
        }

        (float[] Weight, float[] Bias) Norm(string name)
        {
            float[] Draw() => [.. Enumerable.Range(0, Width).Select(_ => 0.5f + random.NextSingle())];
            var (weight, bias) = (Draw(), Draw());
            file.SetFloats($"layer.{name}.weight", weight, [Width]);
            file.SetFloats($"layer.{name}.bias", bias, [Width]);
            return (weight, bias);
        }

        IEnumerable<double> Plain(float[] window)
        {
            var x = window.Chunk(Width).Select(row => row.Select(value => (double)value).ToArray()).ToArray();
            var projected = x.Select(row => Times(attention, row)).ToArray();
            var mixed = x.Select((_, query) =>
            {
                var result = new double[Heads * HeadWidth];
                for (var head = 0; head < Heads; head++)
                {
                    var powers = projected.Select(key => Math.Exp(Enumerable.Range(0, HeadWidth).Sum(i =>
                        projected[query][(head * HeadWidth) + i] * key[(Heads * HeadWidth) + (head * HeadWidth) + i]) / Math.Sqrt(HeadWidth))).ToArray();
                    for (var i = 0; i < HeadWidth; i++)
                    {
                        result[(head * HeadWidth) + i] = projected.Select((value, k) => powers[k] / powers.Sum() * value[(2 * Heads * HeadWidth) + (head * HeadWidth) + i]).Sum();
                    }
                }

                return result;
            }).ToArray();
            return x.Select((row, i) =>
            {
                var between = Normal(row.Zip(Times(output, mixed[i]), (a, b) => a + b), first);
                var inner = Times(up, between).Select(value => value / (1 + Math.Exp(-1.702 * value))).ToArray();
                return Normal(between.Zip(Times(down, inner), (a, b) => a + b), second);
            }).SelectMany(row => row);
        }
    }

    private static double[] Times((double[,] Weights, double[] Bias) matrix, double[] row) =>
        [.. matrix.Bias.Select((bias, column) => bias + row.Select((value, i) => value * matrix.Weights[column, i]).Sum())];

    private static double[] Normal(IEnumerable<double> values, (float[] Weight, float[] Bias) norm)
    {
        var row = values.ToArray();
        var mean = row.Average();
        var spread = Math.Sqrt(row.Average(value => (value - mean) * (value - mean)) + 1e-5);
        return [.. row.Select((value, i) => ((value - mean) / spread * norm.Weight[i]) + norm.Bias[i])];
    }
}
