namespace Inquit.Reading.Archives;

/// <summary>A stream seen through a window: as many bytes as are needed are held, the rest is passed over. A stream that fails is at its end.</summary>
internal sealed class ByteWindow(Stream stream) : IDisposable
{
    private const int Step = 1 << 16;

    private byte[] buffer = new byte[Step];
    private int start;
    private int end;
    private bool isAtEnd;

    /// <summary>Where the first byte that is held stands in the stream.</summary>
    public long Offset { get; private set; }

    /// <summary>The bytes that are held; valid until the next call of <see cref="Fill"/>.</summary>
    public ReadOnlyMemory<byte> Held => buffer.AsMemory(start, end - start);

    /// <summary>Why the stream ended early; null where it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>Holds at least <paramref name="count"/> bytes; false where the stream ends before.</summary>
    public bool Fill(int count)
    {
        while (end - start < count && !isAtEnd)
        {
            MakeRoom(count);
            try
            {
                var read = stream.Read(buffer, end, buffer.Length - end);
                end += read;
                isAtEnd = read == 0;
            }
            catch (Exception failure) when (InputFile.IsExpected(failure))
            {
                Failure = InputFile.Describe(failure);
                isAtEnd = true;
            }
        }

        return end - start >= count;
    }

    /// <summary>Passes over bytes that are held.</summary>
    public void Pass(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, end - start);
        start += count;
        Offset += count;
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private void MakeRoom(int count)
    {
        if (start == end)
        {
            start = end = 0;
        }

        if (start > 0 && buffer.Length - start < count + 1)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length || buffer.Length < count)
        {
            Array.Resize(ref buffer, Math.Max(count + Step, buffer.Length));
        }
    }
}
