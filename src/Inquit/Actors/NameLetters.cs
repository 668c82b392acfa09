using System.Buffers;
using System.Globalization;
using System.Text;

namespace Inquit.Actors;

/// <summary>Names without what spellings of one name differ in: case, accents, hyphens, apostrophes, points.</summary>
internal static class NameLetters
{
    private const string Marks = "-.'’‘`ʼʿʾ‐‑";
    private static readonly SearchValues<char> WithTwin = SearchValues.Create("äöüøåæœ");

    /// <summary>The plain letters of a word: "Gül" is "gul", "Al-Sadr" is "alsadr".</summary>
    public static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var unit in word.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(unit) == UnicodeCategory.NonSpacingMark || Marks.Contains(unit, StringComparison.Ordinal))
            {
                continue;
            }

            _ = unit switch
            {
                'ø' => plain.Append('o'),
                'ł' => plain.Append('l'),
                'đ' or 'ð' => plain.Append('d'),
                'ß' => plain.Append("ss"),
                'æ' => plain.Append("ae"),
                'œ' => plain.Append("oe"),
                'þ' => plain.Append("th"),
                'ı' => plain.Append('i'),
                'ə' => plain.Append('a'),
                _ => plain.Append(unit),
            };
        }

        return plain.ToString();
    }

    /// <summary>The plain letters, with ä, ö, ü, ø and å written as one letter where a writer may write two: Schroeder, Schröder.</summary>
    public static string Folded(string plain) =>
        plain.Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal).Replace("ue", "u", StringComparison.Ordinal)
            .Replace("aa", "a", StringComparison.Ordinal);

    /// <summary>Whether the word has a letter that is also written with two.</summary>
    public static bool HasTwin(string word) => word.ToLowerInvariant().Normalize(NormalizationForm.FormC).AsSpan().ContainsAny(WithTwin);
}
