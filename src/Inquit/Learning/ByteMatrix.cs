using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Inquit.Learning;

/// <summary>
/// A matrix of weights in 8 bits, a scale a column, laid out for products with rows in 8 bits: groups of 8 columns, in each
/// group 4 rows of each column side by side, so that one instruction sums four products into each of eight columns. The sums
/// are whole numbers, so every machine gives the same.
/// </summary>
internal sealed unsafe class ByteMatrix
{
    /// <summary>Columns of a group.</summary>
    private const int Group = 8;

    /// <summary>Rows that are multiplied at once.</summary>
    private const int BlockRows = 6;

    /// <summary>What is added to a value of a row, so that it is not negative.</summary>
    private const int Offset = 128;

    private readonly sbyte[] data;
    private readonly float[] scales;
    private readonly int[] offsets;

    /// <summary>Lays out a matrix.</summary>
    /// <param name="values">Rounded values, column by column: <paramref name="depth"/> values a column.</param>
    /// <param name="scales">What a column's values are multiplied with.</param>
    /// <param name="depth">Rows: values of a row that it is multiplied with.</param>
    /// <exception cref="ModelFormatException">The numbers of values do not fit.</exception>
    public ByteMatrix(ReadOnlySpan<sbyte> values, float[] scales, int depth)
    {
        Columns = scales.Length;
        Depth = depth;
        PaddedDepth = (depth + 3) / 4 * 4;
        if ((long)Columns * depth != values.Length)
        {
            throw new ModelFormatException($"A matrix of {depth}×{Columns} numbers has {values.Length} values.");
        }

        // Pairs of groups are computed together.
        var groups = (Columns + (2 * Group) - 1) / (2 * Group) * 2;
        data = GC.AllocateUninitializedArray<sbyte>(groups * Group * PaddedDepth, pinned: true);
        Array.Clear(data);
        this.scales = new float[groups * Group];
        offsets = new int[groups * Group];
        scales.CopyTo(this.scales, 0);
        for (var column = 0; column < Columns; column++)
        {
            var own = values.Slice(column * depth, depth);
            var first = column / Group * Group * PaddedDepth + (column % Group * 4);
            var sum = 0;
            for (var row = 0; row < depth; row++)
            {
                data[first + (row / 4 * Group * 4) + (row % 4)] = own[row];
                sum += own[row];
            }

            offsets[column] = sum * Offset;
        }
    }

    /// <summary>Rounds a matrix of <paramref name="depth"/> rows × <paramref name="columns"/> columns.</summary>
    public static ByteMatrix From(ReadOnlySpan<float> matrix, int depth, int columns)
    {
        var turned = new float[matrix.Length];
        for (var row = 0; row < depth; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                turned[(column * depth) + row] = matrix[(row * columns) + column];
            }
        }

        var (values, scales) = Quantization.Round(turned, depth);
        return new ByteMatrix(values, scales, depth);
    }

    /// <summary>Rows.</summary>
    public int Depth { get; }

    /// <summary>Columns.</summary>
    public int Columns { get; }

    /// <summary>Bytes of a rounded row.</summary>
    public int PaddedDepth { get; }

    /// <summary>
    /// Rounds rows to 8 bits, each with a scale of its own: <c>value ≈ (byte - 128) · scale</c>. The bytes past the depth are 128.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Round(float* rows, int stride, int count, int depth, byte* target, float* rowScales)
    {
        var padded = (depth + 3) / 4 * 4;
        for (var row = 0; row < count; row++)
        {
            var from = rows + ((long)row * stride);
            var to = target + ((long)row * padded);
            var i = 0;
            var largest = 0f;
            if (depth >= 16)
            {
                var most = Vector512<float>.Zero;
                for (; i + 16 <= depth; i += 16)
                {
                    most = Vector512.Max(most, Vector512.Abs(Vector512.Load(from + i)));
                }

                var eight = Vector256.Max(most.GetLower(), most.GetUpper());
                var four = Vector128.Max(eight.GetLower(), eight.GetUpper());
                largest = MathF.Max(MathF.Max(four[0], four[1]), MathF.Max(four[2], four[3]));
            }

            for (; i < depth; i++)
            {
                largest = MathF.Max(largest, MathF.Abs(from[i]));
            }

            var scale = largest / sbyte.MaxValue;
            var factor = scale > 0 ? 1 / scale : 0;
            rowScales[row] = scale;
            i = 0;
            var factors = Vector512.Create(factor);
            var offset = Vector512.Create(Offset);
            for (; i + 64 <= depth; i += 64)
            {
                var a = Vector512.ConvertToInt32(Vector512.Round(Vector512.Load(from + i) * factors)) + offset;
                var b = Vector512.ConvertToInt32(Vector512.Round(Vector512.Load(from + i + 16) * factors)) + offset;
                var c = Vector512.ConvertToInt32(Vector512.Round(Vector512.Load(from + i + 32) * factors)) + offset;
                var d = Vector512.ConvertToInt32(Vector512.Round(Vector512.Load(from + i + 48) * factors)) + offset;
                Vector512.Narrow(Vector512.Narrow(a, b).AsUInt16(), Vector512.Narrow(c, d).AsUInt16()).Store(to + i);
            }

            for (; i < depth; i++)
            {
                to[i] = (byte)((int)MathF.Round(from[i] * factor) + Offset);
            }

            for (; i < padded; i++)
            {
                to[i] = Offset;
            }
        }
    }

    /// <summary>
    /// result = rows · this + bias, or result += rows · this where there is no <paramref name="bias"/>; <paramref name="result"/>
    /// has <see cref="Columns"/> values a row, rows <paramref name="stride"/> apart.
    /// </summary>
    public void Multiply(RoundedRows rounded, int count, ReadOnlySpan<float> bias, float* result, int stride)
    {
        var rows = rounded.Bytes;
        var rowScales = rounded.Scales;
        var sums = stackalloc int[BlockRows * 2 * Group];
        fixed (sbyte* weights = data)
        {
            // A few dozen rows at a time, so that they stay in the nearest cache while all columns pass.
            const int Tile = 48;
            for (var tile = 0; tile < count; tile += Tile)
            {
                var tileEnd = Math.Min(count, tile + Tile);
                for (var column = 0; column < Columns; column += 2 * Group)
                {
                    var group = weights + ((long)column * PaddedDepth);
                    for (var row = tile; row < tileEnd; row += BlockRows)
                    {
                        var block = Math.Min(BlockRows, tileEnd - row);
                        var from = rows + ((long)row * PaddedDepth);
                        if (!AvxVnni.IsSupported)
                        {
                            for (var i = 0; i < block; i++)
                            {
                                SumPortably(from + (i * PaddedDepth), PaddedDepth, group, sums + (i * 2 * Group));
                            }
                        }
                        else if (block == BlockRows)
                        {
                            SumSix(from, PaddedDepth, group, sums);
                        }
                        else
                        {
                            for (var i = 0; i < block; i++)
                            {
                                SumOne(from + (i * PaddedDepth), PaddedDepth, group, sums + (i * 2 * Group));
                            }
                        }

                        for (var i = 0; i < block; i++)
                        {
                            Finish(sums + (i * 2 * Group), column, rowScales[row + i], bias, result + ((long)(row + i) * stride) + column);
                        }
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Finish(int* sums, int column, float rowScale, ReadOnlySpan<float> bias, float* result)
    {
        if (Vector256.IsHardwareAccelerated && column + (2 * Group) <= Columns)
        {
            fixed (float* scale = scales, fixedBias = bias)
            {
                var added = fixedBias == null ? result : fixedBias + column;
                fixed (int* offset = offsets)
                {
                    for (var i = 0; i < 2 * Group; i += Group)
                    {
                        var whole = Vector256.ConvertToSingle(Vector256.Load(sums + i) - Vector256.Load(offset + column + i));
                        var scaled = whole * (Vector256.Load(scale + column + i) * Vector256.Create(rowScale));
                        (scaled + Vector256.Load(added + i)).Store(result + i);
                    }
                }
            }

            return;
        }

        for (var i = 0; i < Math.Min(2 * Group, Columns - column); i++)
        {
            result[i] = ((float)(sums[i] - offsets[column + i]) * (scales[column + i] * rowScale)) + (bias.IsEmpty ? result[i] : bias[column + i]);
        }
    }

    /// <summary>What runs on a processor without an instruction for it: the same sums, in vectors of any kind.</summary>
    internal static void SumPortably(byte* row, int depth, sbyte* weights, int* sums)
    {
        for (var half = 0; half < 2; half++, weights += (long)Group * depth, sums += Group)
        {
            // Even lanes hold the first two products of a column, odd ones the other two.
            Vector256<int> low = default, high = default;
            for (var k = 0; k < depth; k += 4)
            {
                var four = Vector256.WidenLower(Vector256.Create(*(int*)(row + k)).AsByte()).AsInt16();
                var values = Vector256.Load(weights + ((long)k * Group));
                low += PairwiseProducts(Vector256.WidenLower(values), four);
                high += PairwiseProducts(Vector256.WidenUpper(values), four);
            }

            for (var column = 0; column < Group / 2; column++)
            {
                sums[column] = low[2 * column] + low[(2 * column) + 1];
                sums[column + (Group / 2)] = high[2 * column] + high[(2 * column) + 1];
            }
        }
    }

    private static Vector256<int> PairwiseProducts(Vector256<short> left, Vector256<short> right)
    {
        if (Avx2.IsSupported)
        {
            return Avx2.MultiplyAddAdjacent(left, right);
        }

        // The lower half of each lane of 32 bits, sign and all, and the upper half.
        var (a, b) = (left.AsInt32(), right.AsInt32());
        return (((a << 16) >> 16) * ((b << 16) >> 16)) + ((a >> 16) * (b >> 16));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumSix(byte* a, int depth, sbyte* b, int* sums)
    {
        Vector256<int> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default;
        Vector256<int> c30 = default, c31 = default, c40 = default, c41 = default, c50 = default, c51 = default;
        var second = b + ((long)Group * depth);
        for (var k = 0; k < depth; k += 4, b += 32, second += 32)
        {
            var b0 = Vector256.Load(b);
            var b1 = Vector256.Load(second);
            var x = Vector256.Create(*(int*)(a + k)).AsByte();
            c00 = AvxVnni.MultiplyWideningAndAdd(c00, x, b0);
            c01 = AvxVnni.MultiplyWideningAndAdd(c01, x, b1);
            x = Vector256.Create(*(int*)(a + depth + k)).AsByte();
            c10 = AvxVnni.MultiplyWideningAndAdd(c10, x, b0);
            c11 = AvxVnni.MultiplyWideningAndAdd(c11, x, b1);
            x = Vector256.Create(*(int*)(a + (2 * depth) + k)).AsByte();
            c20 = AvxVnni.MultiplyWideningAndAdd(c20, x, b0);
            c21 = AvxVnni.MultiplyWideningAndAdd(c21, x, b1);
            x = Vector256.Create(*(int*)(a + (3 * depth) + k)).AsByte();
            c30 = AvxVnni.MultiplyWideningAndAdd(c30, x, b0);
            c31 = AvxVnni.MultiplyWideningAndAdd(c31, x, b1);
            x = Vector256.Create(*(int*)(a + (4 * depth) + k)).AsByte();
            c40 = AvxVnni.MultiplyWideningAndAdd(c40, x, b0);
            c41 = AvxVnni.MultiplyWideningAndAdd(c41, x, b1);
            x = Vector256.Create(*(int*)(a + (5 * depth) + k)).AsByte();
            c50 = AvxVnni.MultiplyWideningAndAdd(c50, x, b0);
            c51 = AvxVnni.MultiplyWideningAndAdd(c51, x, b1);
        }

        c00.Store(sums);
        c01.Store(sums + 8);
        c10.Store(sums + 16);
        c11.Store(sums + 24);
        c20.Store(sums + 32);
        c21.Store(sums + 40);
        c30.Store(sums + 48);
        c31.Store(sums + 56);
        c40.Store(sums + 64);
        c41.Store(sums + 72);
        c50.Store(sums + 80);
        c51.Store(sums + 88);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void SumOne(byte* a, int depth, sbyte* b, int* sums)
    {
        Vector256<int> c0 = default, c1 = default;
        var second = b + ((long)Group * depth);
        for (var k = 0; k < depth; k += 4, b += 32, second += 32)
        {
            var x = Vector256.Create(*(int*)(a + k)).AsByte();
            c0 = AvxVnni.MultiplyWideningAndAdd(c0, x, Vector256.Load(b));
            c1 = AvxVnni.MultiplyWideningAndAdd(c1, x, Vector256.Load(second));
        }

        c0.Store(sums);
        c1.Store(sums + 8);
    }
}
