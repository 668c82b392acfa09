using System.IO.Compression;

namespace Inquit.Reading.Archives;

/// <summary>Unpacks what a server packed (Content-Encoding), with a limit on what comes out.</summary>
internal static class ContentCoding
{
    private const int MostCodings = 4;

    /// <summary>The bytes unpacked, or what is wrong; both where they break off.</summary>
    /// <param name="bytes">The packed bytes.</param>
    /// <param name="codings">How they were packed, as <c>Content-Encoding</c> lists it; null for not at all.</param>
    /// <param name="limit">The most bytes that may come out.</param>
    /// <param name="tooLarge">What to say where there are more.</param>
    public static (ReadOnlyMemory<byte>? Bytes, string? Problem) Unpack(ReadOnlyMemory<byte> bytes, string? codings, int limit, string tooLarge)
    {
        var names = (codings ?? string.Empty).ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length > MostCodings)
        {
            return (null, $"It is said to be packed {names.Length} times over, which no page is.");
        }

        string? problem = null;
        foreach (var name in names.Reverse())
        {
            var (unpacked, fault) = UnpackOnce(bytes, name, limit, tooLarge);
            if (unpacked is null)
            {
                return (null, fault);
            }

            (bytes, problem) = (unpacked.Value, problem ?? fault);
        }

        if (bytes.Length > limit)
        {
            return (null, tooLarge);
        }

        return (bytes, problem);
    }

    private static (ReadOnlyMemory<byte>? Bytes, string? Problem) UnpackOnce(ReadOnlyMemory<byte> bytes, string coding, int limit, string tooLarge)
    {
        var start = bytes.Span.TrimStart(" \t\r\n"u8);
        if (coding == "identity" || start.IsEmpty || (start[0] == (byte)'<' && coding is "gzip" or "x-gzip" or "deflate" or "br"))
        {
            return (bytes, null); // who stored it unpacked it, and left the header
        }

        using var packed = new MemoryStream(bytes.ToArray());
        using var stream = Open(packed, bytes.Span, coding);
        if (stream is null)
        {
            return (null, $"It is packed as '{coding}', which is not known here. Archive the page anew without that.");
        }

        using var unpacked = new MemoryStream();
        var buffer = new byte[1 << 16];
        string? damage = null;
        try
        {
            while (stream.Read(buffer) is var read and > 0)
            {
                unpacked.Write(buffer, 0, read);
                if (unpacked.Length > limit)
                {
                    return (null, tooLarge);
                }
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or InvalidOperationException or IOException)
        {
            damage = $"What was packed as '{coding}' breaks off or is damaged. It was read as far as it goes; its end may be missing.";
        }

        if (unpacked.Length == 0)
        {
            return (null, $"It is said to be packed as '{coding}', but nothing comes out. It is empty or damaged.");
        }

        return (unpacked.ToArray(), damage);
    }

    private static Stream? Open(Stream packed, ReadOnlySpan<byte> bytes, string coding) => coding switch
    {
        "gzip" or "x-gzip" => InputFile.IsGzip(bytes) ? new GZipStream(packed, CompressionMode.Decompress) : new BufferedStream(packed),
        "deflate" => IsZlib(bytes) ? new ZLibStream(packed, CompressionMode.Decompress) : new DeflateStream(packed, CompressionMode.Decompress),
        "br" => new BrotliStream(packed, CompressionMode.Decompress),
        _ => null,
    };

    /// <summary>Whether the bytes start as RFC 1950 has it; many servers leave that start out.</summary>
    private static bool IsZlib(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 1 && (bytes[0] & 0x0F) == 8 && ((bytes[0] << 8) | bytes[1]) % 31 == 0;
}
