using System.Numerics;
using System.Runtime.InteropServices;

namespace Inquit.Training.Language;

/// <summary>Adam (Kingma and Ba 2015) over one array; rows that a step does not touch may be left out of it.</summary>
internal sealed class Adam(float[] values)
{
    private const float Beta1 = 0.9f;
    private const float Beta2 = 0.98f;
    private const float Epsilon = 1e-8f;
    private readonly float[] mean = new float[values.Length];
    private readonly float[] variance = new float[values.Length];

    /// <summary>
    /// Moves values <c>[start, start + gradient.Length)</c> against their gradient times <paramref name="scale"/>.
    /// </summary>
    public void Update(int start, ReadOnlySpan<float> gradient, float scale, float rate, int step)
    {
        var correction = rate * MathF.Sqrt(1 - MathF.Pow(Beta2, step)) / (1 - MathF.Pow(Beta1, step));
        var length = gradient.Length;
        var weights = values.AsSpan(start, length);
        var first = mean.AsSpan(start, length);
        var second = variance.AsSpan(start, length);
        var g = MemoryMarshal.Cast<float, Vector<float>>(gradient);
        var w = MemoryMarshal.Cast<float, Vector<float>>(weights);
        var m = MemoryMarshal.Cast<float, Vector<float>>(first);
        var v = MemoryMarshal.Cast<float, Vector<float>>(second);
        for (var i = 0; i < g.Length; i++)
        {
            var scaled = g[i] * scale;
            m[i] = (m[i] * Beta1) + (scaled * (1 - Beta1));
            v[i] = (v[i] * Beta2) + (scaled * scaled * (1 - Beta2));
            w[i] -= correction * m[i] / (Vector.SquareRoot(v[i]) + new Vector<float>(Epsilon));
        }

        for (var i = g.Length * Vector<float>.Count; i < length; i++)
        {
            var scaled = gradient[i] * scale;
            first[i] = (first[i] * Beta1) + (scaled * (1 - Beta1));
            second[i] = (second[i] * Beta2) + (scaled * scaled * (1 - Beta2));
            weights[i] -= correction * first[i] / (MathF.Sqrt(second[i]) + Epsilon);
        }
    }
}
