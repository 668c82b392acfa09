namespace Inquit.Reading;

/// <summary>A stream that is read on after some of its bytes were looked at, and that may be somebody else's to close.</summary>
/// <param name="head">The bytes that were taken from it.</param>
/// <param name="rest">The stream.</param>
/// <param name="keepOpen">Whether it stays open when this one is closed.</param>
internal sealed class InputStream(ReadOnlyMemory<byte> head, Stream rest, bool keepOpen) : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The stream, unpacked if it starts as gzip does.</summary>
    public static Stream Unpacked(Stream packed)
    {
        var head = new byte[2];
        var length = packed.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var whole = new InputStream(head.AsMemory(0, length), packed, keepOpen: false);
        return InputFile.IsGzip(head.AsSpan(0, length)) ? new System.IO.Compression.GZipStream(whole, System.IO.Compression.CompressionMode.Decompress) : whole;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (head.IsEmpty)
        {
            return rest.Read(buffer);
        }

        var length = Math.Min(head.Length, buffer.Length);
        head.Span[..length].CopyTo(buffer);
        head = head[length..];
        return length;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !keepOpen)
        {
            rest.Dispose();
        }

        base.Dispose(disposing);
    }
}
