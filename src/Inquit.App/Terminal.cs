using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Inquit.App;

/// <summary>What the program reads from and writes to: data to <see cref="Output"/>, messages to <see cref="Error"/>.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output; throws <see cref="OutputClosedException"/> when nobody reads it any more.</param>
/// <param name="Error">Standard error.</param>
/// <param name="HasColor">Whether the output is a screen that shows colour.</param>
/// <param name="Width">Characters in a line of the output.</param>
/// <param name="ProgressWidth">Characters in a line of the screen that shows standard error, at this moment; null where it is no screen.</param>
internal sealed record Terminal(Stream Input, Stream Output, TextWriter Error, bool HasColor, int Width, Func<int>? ProgressWidth = null)
{
    /// <summary>The width of tables where the output is no screen and <c>COLUMNS</c> does not say.</summary>
    public const int PlainWidth = 120;

    private const int LeastWidth = 72;

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess()
    {
        var isScreen = !Console.IsOutputRedirected;
        var hasColor = isScreen
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new Terminal(Console.OpenStandardInput(), new ClosableOutput(OpenOutput()), Console.Error, hasColor, FindWidth(isScreen), Console.IsErrorRedirected ? null : FindProgressWidth);
    }

    private static int FindWidth(bool isScreen) => Math.Max(LeastWidth, isScreen && Console.WindowWidth > 0 ? Console.WindowWidth : SaidWidth ?? PlainWidth);

    /// <summary>What the window has, which may have become narrower since the last time, or what <c>COLUMNS</c> says where that is less.</summary>
    private static int FindProgressWidth() => Math.Min(Console.WindowWidth > 0 ? Console.WindowWidth : PlainWidth, SaidWidth ?? PlainWidth);

    private static int? SaidWidth => int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said > 0 ? said : null;

    /// <summary>Standard output. On Unix the console's own stream hides that a pipe was closed, so a pipe is written to directly.</summary>
    private static Stream OpenOutput()
    {
        if (!OperatingSystem.IsWindows() && Console.IsOutputRedirected)
        {
            var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            if (!pipe.CanSeek)
            {
                return pipe;
            }
        }

        return Console.OpenStandardOutput();
    }

    /// <summary>Says when the output was closed in a way that can be told from other failures to write.</summary>
    private sealed class ClosableOutput(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            try
            {
                inner.Write(buffer);
            }
            catch (IOException closed) when (IsClosedPipe(closed))
            {
                throw new OutputClosedException(closed);
            }
            catch (IOException failure)
            {
                throw new BrokenEnvironmentException($"The output cannot be written: {failure.Message} Free the disk or write elsewhere.");
            }
        }

        public override void Flush() => inner.Flush();

        /// <summary>EPIPE on Unix; ERROR_BROKEN_PIPE and ERROR_NO_DATA on Windows.</summary>
        private static bool IsClosedPipe(IOException failure) =>
            failure.HResult is 32 or unchecked((int)0x8007006D) or unchecked((int)0x800700E8);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
