using System.Runtime.InteropServices;

namespace Inquit.Learning;

/// <summary>Floats at a fixed address that is a multiple of 64 bytes, which the vector kernels read without splits.</summary>
internal sealed unsafe class AlignedBuffer
{
    private float* pointer;

    /// <summary>Allocates <paramref name="length"/> zeros.</summary>
    public AlignedBuffer(int length = 0) => Resize(length);

    ~AlignedBuffer() => NativeMemory.AlignedFree(pointer);

    /// <summary>The first value. Valid until the next <see cref="Reserve"/> that grows the buffer, and while this object lives.</summary>
    public float* Pointer => pointer;

    /// <summary>Values that fit.</summary>
    public int Length { get; private set; }

    /// <summary>The values.</summary>
    public Span<float> Span => new(pointer, Length);

    /// <summary>Makes room for <paramref name="length"/> values; what the buffer held is lost where it grows.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative, as a product that overflowed is.</exception>
    public float* Reserve(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length > Length)
        {
            Resize(Math.Max(length, Length + (Length / 2)));
        }

        return pointer;
    }

    /// <summary>Makes room for <paramref name="length"/> values and keeps what the buffer holds.</summary>
    public void Grow(int length)
    {
        if (length <= Length)
        {
            return;
        }

        var larger = Math.Max(length, Length * 2);
        var bytes = (nuint)larger * sizeof(float);
        var moved = (float*)NativeMemory.AlignedAlloc(bytes, 64);
        NativeMemory.Copy(pointer, moved, (nuint)Length * sizeof(float));
        NativeMemory.AlignedFree(pointer);
        pointer = moved;
        Length = larger;
    }

    private void Resize(int length)
    {
        NativeMemory.AlignedFree(pointer);
        pointer = null;
        Length = 0;
        var bytes = (nuint)Math.Max(length, 16) * sizeof(float);
        pointer = (float*)NativeMemory.AlignedAlloc(bytes, 64);
        NativeMemory.Clear(pointer, bytes);
        Length = length;
    }
}
