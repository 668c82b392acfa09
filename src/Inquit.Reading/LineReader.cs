namespace Inquit.Reading;

/// <summary>Reads lines as bytes, with a limit: of a longer line nothing is kept, and reading goes on after it.</summary>
internal sealed class LineReader : IDisposable
{
    private readonly Stream stream;
    private readonly int limit;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private bool isAtEnd;

    /// <summary>Creates a reader that closes <paramref name="stream"/> when it is done.</summary>
    public LineReader(Stream stream, int limit)
    {
        this.stream = stream;
        this.limit = limit;
    }

    /// <summary>A reader without any line.</summary>
    public static LineReader Ended => new(Stream.Null, 0);

    /// <summary>The line without its line feed; valid until the next one is read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Its number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Whether it was longer than the limit.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Reads the next line; false where there is none.</summary>
    public bool MoveNext()
    {
        IsTooLong = false;
        var searched = 0;
        while (true)
        {
            var feed = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (feed >= 0 || (isAtEnd && (end > start || IsTooLong)))
            {
                var length = feed >= 0 ? searched + feed : end - start;
                IsTooLong |= length > limit;
                Line = IsTooLong ? default : buffer.AsMemory(start, length);
                start += length + (feed >= 0 ? 1 : 0);
                Number++;
                return true;
            }

            if (isAtEnd)
            {
                return false;
            }

            searched = end - start;
            if (searched > limit)
            {
                IsTooLong = true;
                start = end;
                searched = 0;
            }

            Fill();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, (int)Math.Min(2L * buffer.Length, Array.MaxLength));
        }

        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        isAtEnd = read == 0;
    }
}
