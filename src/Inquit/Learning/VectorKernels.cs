using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Inquit.Learning;

/// <summary>The inner loops of the networks. One implementation a vector width; all give equal bits.</summary>
internal abstract unsafe class VectorKernels
{
    /// <summary>The widest that this machine computes fast.</summary>
    public static VectorKernels Best { get; } =
        Vector512.IsHardwareAccelerated ? new VectorKernels<Simd512>() : new VectorKernels<Simd256>();

    /// <summary>Columns of a packed panel.</summary>
    public abstract int PanelWidth { get; }

    /// <summary>
    /// C = A·B, or C += A·B: A has <paramref name="rows"/> rows of <paramref name="depth"/> values each
    /// <paramref name="strideA"/> apart; B is packed, <paramref name="columns"/> wide; C's rows are
    /// <paramref name="strideC"/> apart. Each value of C is summed over the depth in order, fused.
    /// </summary>
    public abstract void Multiply(
        float* a, int strideA, int rows, int depth, float* packedB, int columns, float* c, int strideC, bool accumulate);

    /// <summary>
    /// One step of an LSTM for one row. <paramref name="gates"/> holds the pre-activations of input, forget, cell and
    /// output gate (each <paramref name="width"/> long, a multiple of 16) and receives the activations.
    /// </summary>
    public abstract void LstmStep(float* gates, float* previousCell, float* cell, float* hidden, int width);

    /// <summary>x = max(x, slope·x).</summary>
    public abstract void LeakyRelu(float* x, int count, float slope);

    /// <summary>target += factor·source.</summary>
    public abstract void AddScaled(float* target, float* source, float factor, int count);
}

/// <inheritdoc/>
internal sealed unsafe class VectorKernels<TVector> : VectorKernels
    where TVector : struct, ISimd<TVector>
{
    public override int PanelWidth => 2 * TVector.Count;

    public override void Multiply(
        float* a, int strideA, int rows, int depth, float* packedB, int columns, float* c, int strideC, bool accumulate)
    {
        var width = PanelWidth;
        var edge = stackalloc float[8 * 32];
        for (var column = 0; column < columns; column += width, packedB += (long)depth * width)
        {
            var partial = columns - column < width;
            var row = 0;
            while (row < rows)
            {
                var left = rows - row;
                var block = left >= 8 && TVector.Count == 16 ? 8 : left >= 4 ? 4 : 1;
                var from = a + ((long)row * strideA);
                var to = partial ? edge : c + ((long)row * strideC) + column;
                var stride = partial ? width : strideC;
                if (partial && accumulate)
                {
                    CopyBlock(c + ((long)row * strideC) + column, strideC, edge, width, block, columns - column);
                }

                switch (block)
                {
                    case 8:
                        Block8(from, strideA, depth, packedB, to, stride, accumulate);
                        break;
                    case 4:
                        Block4(from, strideA, depth, packedB, to, stride, accumulate);
                        break;
                    default:
                        Block1(from, depth, packedB, to, accumulate);
                        break;
                }

                if (partial)
                {
                    CopyBlock(edge, width, c + ((long)row * strideC) + column, strideC, block, columns - column);
                }

                row += block;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void LstmStep(float* gates, float* previousCell, float* cell, float* hidden, int width)
    {
        for (var i = 0; i < width; i += TVector.Count)
        {
            var input = Sigmoid(TVector.Load(gates + i));
            var forget = Sigmoid(TVector.Load(gates + width + i));
            var candidate = Tanh(TVector.Load(gates + (2 * width) + i));
            var output = Sigmoid(TVector.Load(gates + (3 * width) + i));
            input.Store(gates + i);
            forget.Store(gates + width + i);
            candidate.Store(gates + (2 * width) + i);
            output.Store(gates + (3 * width) + i);
            var next = input * candidate;
            if (previousCell != null)
            {
                next = TVector.MultiplyAdd(forget, TVector.Load(previousCell + i), next);
            }

            next.Store(cell + i);
            (output * Tanh(next)).Store(hidden + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void LeakyRelu(float* x, int count, float slope)
    {
        var i = 0;
        var factor = TVector.Broadcast(slope);
        for (; i + TVector.Count <= count; i += TVector.Count)
        {
            var value = TVector.Load(x + i);
            TVector.Max(value, value * factor).Store(x + i);
        }

        for (; i < count; i++)
        {
            x[i] = MathF.Max(x[i], x[i] * slope);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void AddScaled(float* target, float* source, float factor, int count)
    {
        var i = 0;
        var scale = TVector.Broadcast(factor);
        for (; i + TVector.Count <= count; i += TVector.Count)
        {
            TVector.MultiplyAdd(TVector.Load(source + i), scale, TVector.Load(target + i)).Store(target + i);
        }

        for (; i < count; i++)
        {
            target[i] = MathF.FusedMultiplyAdd(source[i], factor, target[i]);
        }
    }

    /// <summary>
    /// exp by range reduction to [-ln2/2, ln2/2] and a polynomial (Cephes' expf), to about 2 units in the last place;
    /// x is cut to [-87, 87].
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector VectorExp(TVector x)
    {
        x = TVector.Min(TVector.Max(x, TVector.Broadcast(-87f)), TVector.Broadcast(87f));
        var n = TVector.Round(x * TVector.Broadcast(1.44269504f));
        var r = TVector.MultiplyAdd(n, TVector.Broadcast(-0.693359375f), x);
        r = TVector.MultiplyAdd(n, TVector.Broadcast(2.12194440e-4f), r);
        var p = TVector.Broadcast(1.9875691500e-4f);
        p = TVector.MultiplyAdd(p, r, TVector.Broadcast(1.3981999507e-3f));
        p = TVector.MultiplyAdd(p, r, TVector.Broadcast(8.3334519073e-3f));
        p = TVector.MultiplyAdd(p, r, TVector.Broadcast(4.1665795894e-2f));
        p = TVector.MultiplyAdd(p, r, TVector.Broadcast(1.6666665459e-1f));
        p = TVector.MultiplyAdd(p, r, TVector.Broadcast(5.0000001201e-1f));
        p = TVector.MultiplyAdd(p, r * r, r) + TVector.Broadcast(1f);
        return p * TVector.PowerOfTwo(n);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Sigmoid(TVector x)
    {
        var one = TVector.Broadcast(1f);
        return one / (one + VectorExp(TVector.Broadcast(0f) - x));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Tanh(TVector x)
    {
        var two = TVector.Broadcast(2f);
        return TVector.MultiplyAdd(two, Sigmoid(x * two), TVector.Broadcast(-1f));
    }

    private static void CopyBlock(float* from, int strideFrom, float* to, int strideTo, int rows, int columns)
    {
        for (var row = 0; row < rows; row++)
        {
            Unsafe.CopyBlockUnaligned(to + (row * (long)strideTo), from + (row * (long)strideFrom), (uint)(columns * sizeof(float)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block8(float* a, int strideA, int depth, float* b, float* c, int strideC, bool accumulate)
    {
        var n = TVector.Count;
        TVector c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        TVector c40 = default, c41 = default, c50 = default, c51 = default, c60 = default, c61 = default, c70 = default, c71 = default;
        if (accumulate)
        {
            c00 = TVector.Load(c);
            c01 = TVector.Load(c + n);
            c10 = TVector.Load(c + strideC);
            c11 = TVector.Load(c + strideC + n);
            c20 = TVector.Load(c + (2 * strideC));
            c21 = TVector.Load(c + (2 * strideC) + n);
            c30 = TVector.Load(c + (3 * strideC));
            c31 = TVector.Load(c + (3 * strideC) + n);
            c40 = TVector.Load(c + (4 * strideC));
            c41 = TVector.Load(c + (4 * strideC) + n);
            c50 = TVector.Load(c + (5 * strideC));
            c51 = TVector.Load(c + (5 * strideC) + n);
            c60 = TVector.Load(c + (6 * strideC));
            c61 = TVector.Load(c + (6 * strideC) + n);
            c70 = TVector.Load(c + (7 * strideC));
            c71 = TVector.Load(c + (7 * strideC) + n);
        }

        var a4 = a + (4 * (long)strideA);
        for (var k = 0; k < depth; k++, a++, a4++, b += 2 * n)
        {
            var b0 = TVector.Load(b);
            var b1 = TVector.Load(b + n);
            var x = TVector.Broadcast(a[0]);
            c00 = TVector.MultiplyAdd(x, b0, c00);
            c01 = TVector.MultiplyAdd(x, b1, c01);
            x = TVector.Broadcast(a[strideA]);
            c10 = TVector.MultiplyAdd(x, b0, c10);
            c11 = TVector.MultiplyAdd(x, b1, c11);
            x = TVector.Broadcast(a[2 * strideA]);
            c20 = TVector.MultiplyAdd(x, b0, c20);
            c21 = TVector.MultiplyAdd(x, b1, c21);
            x = TVector.Broadcast(a[3 * strideA]);
            c30 = TVector.MultiplyAdd(x, b0, c30);
            c31 = TVector.MultiplyAdd(x, b1, c31);
            x = TVector.Broadcast(a4[0]);
            c40 = TVector.MultiplyAdd(x, b0, c40);
            c41 = TVector.MultiplyAdd(x, b1, c41);
            x = TVector.Broadcast(a4[strideA]);
            c50 = TVector.MultiplyAdd(x, b0, c50);
            c51 = TVector.MultiplyAdd(x, b1, c51);
            x = TVector.Broadcast(a4[2 * strideA]);
            c60 = TVector.MultiplyAdd(x, b0, c60);
            c61 = TVector.MultiplyAdd(x, b1, c61);
            x = TVector.Broadcast(a4[3 * strideA]);
            c70 = TVector.MultiplyAdd(x, b0, c70);
            c71 = TVector.MultiplyAdd(x, b1, c71);
        }

        c00.Store(c);
        c01.Store(c + n);
        c10.Store(c + strideC);
        c11.Store(c + strideC + n);
        c20.Store(c + (2 * strideC));
        c21.Store(c + (2 * strideC) + n);
        c30.Store(c + (3 * strideC));
        c31.Store(c + (3 * strideC) + n);
        c40.Store(c + (4 * strideC));
        c41.Store(c + (4 * strideC) + n);
        c50.Store(c + (5 * strideC));
        c51.Store(c + (5 * strideC) + n);
        c60.Store(c + (6 * strideC));
        c61.Store(c + (6 * strideC) + n);
        c70.Store(c + (7 * strideC));
        c71.Store(c + (7 * strideC) + n);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block4(float* a, int strideA, int depth, float* b, float* c, int strideC, bool accumulate)
    {
        var n = TVector.Count;
        TVector c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        if (accumulate)
        {
            c00 = TVector.Load(c);
            c01 = TVector.Load(c + n);
            c10 = TVector.Load(c + strideC);
            c11 = TVector.Load(c + strideC + n);
            c20 = TVector.Load(c + (2 * strideC));
            c21 = TVector.Load(c + (2 * strideC) + n);
            c30 = TVector.Load(c + (3 * strideC));
            c31 = TVector.Load(c + (3 * strideC) + n);
        }

        for (var k = 0; k < depth; k++, a++, b += 2 * n)
        {
            var b0 = TVector.Load(b);
            var b1 = TVector.Load(b + n);
            var x = TVector.Broadcast(a[0]);
            c00 = TVector.MultiplyAdd(x, b0, c00);
            c01 = TVector.MultiplyAdd(x, b1, c01);
            x = TVector.Broadcast(a[strideA]);
            c10 = TVector.MultiplyAdd(x, b0, c10);
            c11 = TVector.MultiplyAdd(x, b1, c11);
            x = TVector.Broadcast(a[2 * strideA]);
            c20 = TVector.MultiplyAdd(x, b0, c20);
            c21 = TVector.MultiplyAdd(x, b1, c21);
            x = TVector.Broadcast(a[3 * strideA]);
            c30 = TVector.MultiplyAdd(x, b0, c30);
            c31 = TVector.MultiplyAdd(x, b1, c31);
        }

        c00.Store(c);
        c01.Store(c + n);
        c10.Store(c + strideC);
        c11.Store(c + strideC + n);
        c20.Store(c + (2 * strideC));
        c21.Store(c + (2 * strideC) + n);
        c30.Store(c + (3 * strideC));
        c31.Store(c + (3 * strideC) + n);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block1(float* a, int depth, float* b, float* c, bool accumulate)
    {
        var n = TVector.Count;
        TVector c0 = default, c1 = default;
        if (accumulate)
        {
            c0 = TVector.Load(c);
            c1 = TVector.Load(c + n);
        }

        for (var k = 0; k < depth; k++, b += 2 * n)
        {
            var x = TVector.Broadcast(a[k]);
            c0 = TVector.MultiplyAdd(x, TVector.Load(b), c0);
            c1 = TVector.MultiplyAdd(x, TVector.Load(b + n), c1);
        }

        c0.Store(c);
        c1.Store(c + n);
    }
}
