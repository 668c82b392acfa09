namespace Inquit.Tests;

/// <summary>A stream that gives the same bytes again and again, for ever or up to some length.</summary>
internal sealed class EndlessStream(byte[] bytes, long length = long.MaxValue) : Stream
{
    /// <summary>How many bytes were given.</summary>
    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var start = (int)(Given % bytes.Length);
        var read = (int)Math.Min(Math.Min(count, bytes.Length - start), length - Given);
        bytes.AsSpan(start, read).CopyTo(buffer.AsSpan(offset));
        Given += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
