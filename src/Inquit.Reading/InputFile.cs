using System.Globalization;
using System.IO.Compression;

namespace Inquit.Reading;

/// <summary>Opens and reads files, unpacking gzip, with a limit on what is taken into memory.</summary>
public static class InputFile
{
    private static readonly FileStreamOptions Options = new()
    {
        Access = FileAccess.Read,
        Mode = FileMode.Open,
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.SequentialScan,
        BufferSize = 1 << 16,
    };

    /// <summary>Opens a file for reading; one whose name ends in <c>.gz</c> is unpacked.</summary>
    /// <exception cref="IOException">It cannot be opened; <see cref="Describe"/> says why in plain words.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened, or is a folder.</exception>
    public static Stream Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = OpenPacked(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
    }

    /// <summary>Opens a file for reading as it is.</summary>
    internal static Stream OpenPacked(string path) => new FileStream(path, Options);

    /// <summary>Whether bytes start as gzip does.</summary>
    internal static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes is [0x1F, 0x8B, ..];

    /// <summary>What went wrong and what to do, for an exception that opening or reading a file threw.</summary>
    public static string Describe(Exception failure) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => "There is no such file or folder. Check the name.",
        UnauthorizedAccessException => "It may not be read. Change its permissions, or run as a user who may.",
        InvalidDataException => "It is no whole gzip file. It was cut short or damaged; get it again.",
        PathTooLongException => "The path is too long for this system. Move the file.",
        ArgumentException => "This is no path. Check the name.",
        _ => $"It could not be read: {failure?.Message} Check the disk or the network drive that it is on.",
    };

    /// <summary>Whether <paramref name="failure"/> is one that reading a file may end in.</summary>
    internal static bool IsExpected(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException or NotSupportedException;

    /// <summary>All bytes of <paramref name="stream"/>, or a problem where they are more than <paramref name="limit"/>.</summary>
    internal static (byte[]? Bytes, string? Problem) ReadAll(Stream stream, int limit)
    {
        var buffer = new byte[Math.Min(KnownLength(stream) + 1, limit + 1)];
        var length = 0;
        while (true)
        {
            var read = stream.Read(buffer, length, buffer.Length - length);
            length += read;
            if (length > limit)
            {
                return (null, TooLarge(limit));
            }

            if (read == 0)
            {
                Array.Resize(ref buffer, length);
                return (buffer, null);
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(2L * length, limit + 1L));
            }
        }
    }

    /// <summary>What to say of a text that is larger than the limit.</summary>
    internal static string TooLarge(int limit) => string.Create(
        CultureInfo.InvariantCulture,
        $"It holds more than {limit:N0} bytes of text, the most that is taken at once. Split it into its articles.");

    private static int KnownLength(Stream stream) =>
        stream is FileStream { CanSeek: true } file ? (int)Math.Clamp(file.Length, 1 << 12, int.MaxValue - 1) : 1 << 16;
}
