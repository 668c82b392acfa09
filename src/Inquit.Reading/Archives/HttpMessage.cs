using System.Globalization;
using System.Text;

namespace Inquit.Reading.Archives;

/// <summary>An HTTP answer as an archive stores it: status line, header, body.</summary>
/// <param name="Status">The status code; 0 where there is none.</param>
/// <param name="Fields">The header.</param>
/// <param name="Body">The body without its chunks; still packed as <c>Content-Encoding</c> says.</param>
/// <param name="Problem">What is wrong with the chunks; null where nothing is.</param>
internal sealed record HttpMessage(int Status, HeaderFields Fields, ReadOnlyMemory<byte> Body, string? Problem)
{
    private const int LongestSizeLine = 1 << 10;

    /// <summary>Reads an answer; null where the block is none.</summary>
    public static HttpMessage? Parse(ReadOnlyMemory<byte> block)
    {
        var bytes = block.Span;
        if (!bytes.StartsWith("HTTP/"u8))
        {
            return null;
        }

        var end = HeaderFields.End(bytes);
        end = end < 0 ? bytes.Length : end;
        var line = bytes[..end].IndexOf((byte)'\n');
        line = line < 0 ? end : line;
        var fields = HeaderFields.Parse(bytes[Math.Min(line + 1, end)..end]);
        var isChunked = fields["Transfer-Encoding"]?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true;
        var (body, problem) = isChunked ? Joined(block[end..]) : (block[end..], null);
        return new HttpMessage(StatusOf(bytes[..line]), fields, body, problem);
    }

    private static int StatusOf(ReadOnlySpan<byte> line)
    {
        var parts = Encoding.Latin1.GetString(line).Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && int.TryParse(parts[1].AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 0;
    }

    /// <summary>The chunks (RFC 9112, 7.1) joined. A body that does not start with one was joined before it was stored.</summary>
    private static (ReadOnlyMemory<byte> Body, string? Problem) Joined(ReadOnlyMemory<byte> chunks)
    {
        var body = new byte[chunks.Length];
        var length = 0;
        for (var at = 0; ;)
        {
            var (size, start) = Size(chunks.Span, at);
            if (size is null)
            {
                return at == 0 ? (chunks, null) : (body.AsMemory(0, length), BreaksOff(length));
            }

            var held = (int)Math.Min(size.Value, chunks.Length - start);
            chunks.Slice(start, held).CopyTo(body.AsMemory(length));
            length += held;
            if (size == 0)
            {
                return (body.AsMemory(0, length), null);
            }

            if (held < size)
            {
                return (body.AsMemory(0, length), BreaksOff(length));
            }

            at = start + held;
            at += chunks.Span[at..] is [(byte)'\r', (byte)'\n', ..] ? 2 : chunks.Span[at..] is [(byte)'\n', ..] ? 1 : 0;
        }
    }

    /// <summary>A chunk's size and where its bytes start; no size where there is none.</summary>
    private static (long? Size, int Start) Size(ReadOnlySpan<byte> chunks, int at)
    {
        var length = chunks[at..Math.Min(chunks.Length, at + LongestSizeLine)].IndexOf((byte)'\n');
        if (length < 0)
        {
            return (null, at);
        }

        var line = Encoding.Latin1.GetString(chunks.Slice(at, length));
        var extension = line.IndexOf(';', StringComparison.Ordinal);
        var digits = (extension < 0 ? line : line[..extension]).Trim();
        return digits.Length <= 15 && long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) ? (size, at + length + 1) : (null, at);
    }

    private static string BreaksOff(int length) => string.Create(
        CultureInfo.InvariantCulture,
        $"The page's chunks break off after {length:N0} bytes. It was read as far as it goes; its end may be missing.");
}
