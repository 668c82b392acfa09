using System.Buffers;
using System.Globalization;
using System.Text;

namespace Inquit.Ledger;

/// <summary>
/// Any string as one that both stores hold: a surrogate without its partner, which UTF-8 has not, and U+0000, which PostgreSQL has not,
/// become U+001A and four hexadecimal digits, and so does U+001A. All other strings stand in the ledger as they are.
/// </summary>
internal static class StoredText
{
    private const char Mark = '\u001A';
    private const int Digits = 4;

    private static readonly SearchValues<char> Suspects = SearchValues.Create([Mark, '\0', .. Enumerable.Range(0xD800, 0x800).Select(unit => (char)unit)]);

    /// <summary>The string as it is stored.</summary>
    public static string? Escape(string? text)
    {
        if (text is null || text.AsSpan().IndexOfAny(Suspects) is var first && first < 0)
        {
            return text;
        }

        StringBuilder? stored = null;
        for (var i = first; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                stored?.Append(text[i]).Append(text[i + 1]);
                i++;
            }
            else if (Suspects.Contains(text[i]))
            {
                stored ??= new StringBuilder(text, 0, i, text.Length + 16);
                stored.Append(Mark).Append(((int)text[i]).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                stored?.Append(text[i]);
            }
        }

        return stored?.ToString() ?? text;
    }

    /// <summary>The string as it came.</summary>
    public static string Unescape(string stored)
    {
        if (!stored.Contains(Mark, StringComparison.Ordinal))
        {
            return stored;
        }

        var text = new StringBuilder(stored.Length);
        for (var i = 0; i < stored.Length; i++)
        {
            if (stored[i] == Mark && i + Digits < stored.Length && ushort.TryParse(stored.AsSpan(i + 1, Digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                text.Append((char)unit);
                i += Digits;
            }
            else
            {
                text.Append(stored[i]);
            }
        }

        return text.ToString();
    }
}
