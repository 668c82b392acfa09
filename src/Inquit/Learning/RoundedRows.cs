namespace Inquit.Learning;

/// <summary>Rows of values rounded to 8 bits, as <see cref="ByteMatrix"/> multiplies them. Not thread-safe: one for each thread.</summary>
internal sealed unsafe class RoundedRows
{
    private readonly AlignedBuffer bytes = new();
    private readonly AlignedBuffer scales = new();

    /// <summary>The rows: <c>value ≈ (byte - 128) · scale</c>, each as many bytes as its values, filled up to a multiple of 4.</summary>
    public byte* Bytes => (byte*)bytes.Pointer;

    /// <summary>The scale of each row.</summary>
    public float* Scales => scales.Pointer;

    /// <summary>Makes room for rows that the caller writes.</summary>
    public void Reserve(int count, int depth)
    {
        bytes.Reserve(count * ((depth + 3) / 4));
        scales.Reserve(count);
    }

    /// <summary>Rounds <paramref name="count"/> rows of <paramref name="depth"/> values that stand <paramref name="stride"/> apart.</summary>
    public void Round(float* rows, int stride, int count, int depth)
    {
        Reserve(count, depth);
        ByteMatrix.Round(rows, stride, count, depth, Bytes, Scales);
    }
}
