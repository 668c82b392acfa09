using System.Security.Cryptography;

namespace Inquit.Reading.Archives;

/// <summary>The digests of web archives: <c>sha1:</c> and the value in base 32, in hexadecimal or in base 64.</summary>
internal static class WarcDigest
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Whether bytes have a digest; null where there is none, or of a kind that is not known here.</summary>
    public static bool? Matches(string? labelled, ReadOnlySpan<byte> bytes)
    {
        var colon = labelled?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0)
        {
            return null;
        }

        var digest = labelled![..colon].Trim().ToLowerInvariant().Replace("-", string.Empty, StringComparison.Ordinal) switch
        {
            "sha1" => Sha1(bytes),
            "sha256" => SHA256.HashData(bytes),
            "sha512" => SHA512.HashData(bytes),
            _ => null,
        };
        return digest is null ? null : Decode(labelled[(colon + 1)..].Trim(), digest.Length) is { } said ? said.AsSpan().SequenceEqual(digest) : null;
    }

    private static byte[]? Decode(string value, int length)
    {
        try
        {
            return value.Length == length * 2 ? Convert.FromHexString(value)
                : value.TrimEnd('=').Length == ((length * 8) + 4) / 5 ? FromBase32(value.TrimEnd('='), length)
                : value.TrimEnd('=').Length == ((length * 4) + 2) / 3 ? System.Buffers.Text.Base64Url.DecodeFromChars(value.TrimEnd('=').Replace('+', '-').Replace('/', '_'))
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static byte[]? FromBase32(string value, int length)
    {
        var bytes = new byte[length];
        var (bits, held, at) = (0, 0, 0);
        foreach (var letter in value)
        {
            var digit = Base32.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }

            bits = ((bits << 5) | digit) & 0xFFFF;
            held += 5;
            if (held >= 8 && at < length)
            {
                held -= 8;
                bytes[at++] = (byte)(bits >> held);
            }
        }

        return at == length ? bytes : null;
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The archives' digests tell damage, not forgery.")]
    private static byte[] Sha1(ReadOnlySpan<byte> bytes) => SHA1.HashData(bytes);
}
