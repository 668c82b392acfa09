using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Inquit.Reading;

/// <summary>
/// Turns bytes into text where they say in which encoding they are, rightly or wrongly, as feeds and pages do. A byte order mark
/// is believed first, then that the bytes are valid UTF-8, then the label. What is left is read as UTF-8, each byte that is none
/// as Windows-1252: texts put together from both are common. Unlike <see cref="TextDecoding"/> this mends, since no offsets into
/// the file are kept.
/// </summary>
internal static class LabelledText
{
    private const int Windows1252 = 1252;

    /// <summary>Characters beyond ASCII from which on UTF-8 is believed over the label of an encoding of several bytes a character,
    /// in which a few characters may look like UTF-8 by chance.</summary>
    private const int SurelyUtf8 = 5;

    /// <summary>Labels whose bytes are, on the web, in an encoding that holds more.</summary>
    private static readonly Dictionary<string, int> WiderThanLabelled = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ascii"] = Windows1252,
        ["us-ascii"] = Windows1252,
        ["iso-8859-1"] = Windows1252,
        ["iso8859-1"] = Windows1252,
        ["latin1"] = Windows1252,
        ["iso-8859-9"] = 1254,
        ["iso-8859-11"] = 874,
        ["gb2312"] = 54936,
        ["gbk"] = 54936,
        ["euc-kr"] = 949,
        ["ks_c_5601-1987"] = 949,
    };

    /// <summary>What each byte is in Windows-1252.</summary>
    private static readonly char[] Windows = Windows1252Characters();

    /// <summary>The text of <paramref name="bytes"/>, without a byte order mark.</summary>
    /// <param name="bytes">A whole file.</param>
    /// <param name="label">What it says of its encoding; null where it does not.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? label)
    {
        if (ByMark(bytes) is var (marked, length) && marked is not null)
        {
            return marked.GetString(bytes[length..]);
        }

        var isMarked = bytes.StartsWith("\uFEFF"u8);
        bytes = isMarked ? bytes[3..] : bytes;
        var labelled = isMarked ? null : ByLabel(label);
        if (Utf8.IsValid(bytes) && (labelled is null or { IsSingleByte: true } || CharactersBeyondAscii(bytes) >= SurelyUtf8 || !IsValid(bytes, labelled)))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        return labelled is null ? DecodeMixed(bytes) : labelled.GetString(bytes);
    }

    /// <summary>The bytes in UTF-8 where they are in the encoding of that name; as they are where they are UTF-8 already, or the name
    /// is none that is known.</summary>
    public static byte[] AsUtf8(byte[] bytes, string? label) =>
        label is null || Utf8.IsValid(bytes) || ByLabel(label) is null ? bytes : Encoding.UTF8.GetBytes(Decode(bytes, label));

    /// <summary>UTF-16 or UTF-32, by the mark at the start or by the zeros that stand beside the first character of markup.</summary>
    private static (Encoding? Encoding, int Mark) ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(true, true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [(byte)'<', 0, 0, 0, ..] => (Encoding.UTF32, 0),
        [0, 0, 0, (byte)'<', ..] => (new UTF32Encoding(true, true), 0),
        [(byte)'<' or (byte)'{', 0, not 0, 0, ..] => (Encoding.Unicode, 0),
        [0, (byte)'<' or (byte)'{', 0, not 0, ..] => (Encoding.BigEndianUnicode, 0),
        _ => (null, 0),
    };

    /// <summary>The encoding of that name; null for none, for an unknown one, and for UTF-8 and those that the bytes themselves
    /// would have shown.</summary>
    private static Encoding? ByLabel(string? label)
    {
        label = label?.Trim();
        if (string.IsNullOrEmpty(label))
        {
            return null;
        }

        try
        {
            var encoding = WiderThanLabelled.TryGetValue(label, out var page)
                ? CodePagesEncodingProvider.Instance.GetEncoding(page)
                : CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label);
            return encoding is UTF8Encoding or UnicodeEncoding or UTF32Encoding ? null : encoding;
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsValid(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static int CharactersBeyondAscii(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var unit in utf8)
        {
            count += unit >= 0xC0 ? 1 : 0;
        }

        return count;
    }

    private static string DecodeMixed(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var plain = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            plain = plain < 0 ? bytes.Length : plain;
            text.Append(Encoding.ASCII.GetString(bytes[..plain]));
            bytes = bytes[plain..];
            if (bytes.IsEmpty)
            {
                break;
            }

            switch (Rune.DecodeFromUtf8(bytes, out var rune, out var length))
            {
                case OperationStatus.Done:
                    text.Append(rune);
                    break;
                case OperationStatus.NeedMoreData when bytes[0] >= 0xC2 && bytes.Length > 1:
                    return text.Append('\uFFFD').ToString(); // cut off within a character
                default:
                    text.Append(Windows[bytes[0]]);
                    length = 1;
                    break;
            }

            bytes = bytes[length..];
        }

        return text.ToString();
    }

    private static char[] Windows1252Characters()
    {
        Span<byte> all = stackalloc byte[256];
        for (var unit = 0; unit < all.Length; unit++)
        {
            all[unit] = (byte)unit;
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(Windows1252)!.GetString(all).ToCharArray();
    }
}
