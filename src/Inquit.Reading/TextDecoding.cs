using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Inquit.Reading;

/// <summary>
/// Turns a file's bytes into its text: UTF-8, or UTF-16 where a byte order mark says so. Nothing is dropped or mended: the
/// mark stays as U+FEFF, line ends stay as they are, so that offsets into the text are offsets into the file.
/// </summary>
internal static class TextDecoding
{
    /// <summary>The text of <paramref name="bytes"/>, or what is wrong with them.</summary>
    public static (string? Text, string? Problem) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return (null, "The file is empty. There is nothing to read.");
        }

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return DecodeUtf16(bytes, isBigEndian: bytes[0] == 0xFE);
        }

        return bytes.IndexOf((byte)0) is var zero and >= 0 ? (null, NotText(zero)) : DecodeUtf8(bytes);
    }

    /// <summary>What to say of bytes that are not UTF-8; null where they are.</summary>
    public static string? FindInvalidUtf8(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return null;
        }

        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"This is not valid UTF-8: byte {at} is 0x{bytes[at]:X2}. Convert it first, for example with 'iconv -f WINDOWS-1252 -t UTF-8'.");
    }

    private static (string? Text, string? Problem) DecodeUtf8(ReadOnlySpan<byte> bytes) =>
        FindInvalidUtf8(bytes) is { } problem ? (null, problem) : (Encoding.UTF8.GetString(bytes), null);

    private static (string? Text, string? Problem) DecodeUtf16(ReadOnlySpan<byte> bytes, bool isBigEndian)
    {
        if (bytes.Length % 2 != 0)
        {
            return (null, "The file is UTF-16 but ends in the middle of a character. It was cut short; get it again.");
        }

        var units = MemoryMarshal.Cast<byte, char>(bytes);
        var text = string.Create(units.Length, units, (target, source) =>
        {
            source.CopyTo(target);
            var numbers = MemoryMarshal.Cast<char, ushort>(target);
            if (isBigEndian == BitConverter.IsLittleEndian)
            {
                BinaryPrimitives.ReverseEndianness(numbers, numbers);
            }
        });
        return text.IndexOf('\0', StringComparison.Ordinal) is var zero and >= 0 ? (null, NotText(2L * zero)) : (text, null);
    }

    private static string NotText(long at) => string.Create(
        CultureInfo.InvariantCulture,
        $"This is binary, not text: byte {at} is zero. Give the article's text as UTF-8.");
}
