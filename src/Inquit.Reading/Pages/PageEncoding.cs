using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using UtfUnknown;

namespace Inquit.Reading.Pages;

/// <summary>
/// Turns a page's bytes into its text. A byte order mark decides; else UTF-8, where the bytes are that and hold letters that show it,
/// whatever the page says of itself; else the encoding that the page names; else the one that its bytes look like. A byte that is
/// wrong in that encoding becomes U+FFFD.
/// </summary>
internal static partial class PageEncoding
{
    private const int StartLength = 4096;
    private const int DetectedLength = 1 << 18;
    private const double SureEnough = 0.5;

    static PageEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text of <paramref name="bytes"/>, or what is wrong with them.</summary>
    public static (string? Text, string? Problem) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || Utf8.IsValid(bytes))
        {
            return TextDecoding.Decode(bytes);
        }

        if (bytes.IndexOf((byte)0) is var zero and >= 0)
        {
            return TextDecoding.Decode(bytes[..(zero + 1)]);
        }

        return ((Named(bytes) ?? Detected(bytes)).GetString(bytes), null);
    }

    /// <summary>The encoding that the page names at its start; null where it names none, or UTF-8, which its bytes are not.</summary>
    private static Encoding? Named(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, StartLength)]);
        if (Charset().Match(start) is not { Success: true } match)
        {
            return null;
        }

        try
        {
            var name = match.Groups[1].Value.ToLowerInvariant();
            var encoding = Encoding.GetEncoding(name is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" ? "windows-1252" : name);
            return encoding.CodePage is 65001 or 1200 or 1201 or 12000 or 12001 ? null : encoding;
        }
        catch (ArgumentException)
        {
            return null; // no encoding has this name
        }
    }

    private static Encoding Detected(ReadOnlySpan<byte> bytes)
    {
        var found = CharsetDetector.DetectFromBytes(bytes[..Math.Min(bytes.Length, DetectedLength)].ToArray()).Detected;
        return found is { Encoding: { } encoding, Confidence: > (float)SureEnough } && encoding.CodePage != 20127 ? encoding : Encoding.GetEncoding("windows-1252");
    }

    [GeneratedRegex(@"charset\s*=\s*[""']?\s*([A-Za-z0-9_:-]+)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
