using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Inquit.Actors;

/// <summary>
/// Names without what spellings of one name differ in: case, accents, hyphens, apostrophes, points. The letters stand here, since the
/// platform does not take letters apart where it runs without cultures.
/// </summary>
internal static class NameLetters
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("-.'’‘`ʼʿʾ‐‑");
    private static readonly SearchValues<char> WithTwin = SearchValues.Create("äöüøåæœđ");

    /// <summary>Letters of the Latin blocks of Unicode with the one or two letters that they are without their marks.</summary>
    private static readonly FrozenDictionary<char, string> Bare = new[]
    {
        ("ss", "ß"), ("ae", "æǽ"), ("oe", "œ"), ("th", "þ"),
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặə"),
        ("b", "ḃḅḇƀ"),
        ("c", "çćĉċčḉ"),
        ("d", "ďḋḍḏḑḓđðɗ"),
        ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
        ("f", "ḟ"),
        ("g", "ĝğġģǧǵḡǥ"),
        ("h", "ĥȟḣḥḧḩḫẖħ"),
        ("i", "ìíîïĩīĭįǐȉȋḭḯỉịı"),
        ("j", "ĵǰ"),
        ("k", "ķǩḱḳḵĸƙ"),
        ("l", "ĺļľḷḹḻḽłŀ"),
        ("m", "ḿṁṃ"),
        ("n", "ñńņňǹṅṇṉṋŋ"),
        ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợø"),
        ("p", "ṕṗ"),
        ("r", "ŕŗřȑȓṙṛṝṟ"),
        ("s", "śŝşšșṡṣṥṧṩ"),
        ("t", "ţťțṫṭṯṱẗŧ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
        ("v", "ṽṿ"),
        ("w", "ŵẁẃẅẇẉẘ"),
        ("x", "ẋẍ"),
        ("y", "ýÿŷȳẏẙỳỵỷỹ"),
        ("z", "źżžẑẓẕƶ"),
    }.SelectMany(row => row.Item2.Select(letter => (letter, row.Item1))).ToFrozenDictionary(pair => pair.letter, pair => pair.Item2);

    /// <summary>The plain letters of a word: "Gül" is "gul", "Al-Sadr" is "alsadr".</summary>
    public static string Plain(string word) => Write(word, isPlain: true);

    /// <summary>The word in lower case without its accents, and with its hyphens and points.</summary>
    public static string WithoutAccents(string word) => Write(word, isPlain: false);

    /// <summary>The plain letters, with ä, ö, ü, ø, å and đ written as one letter where a writer may write two: Schroeder, Schröder.</summary>
    public static string Folded(string plain) =>
        plain.Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal).Replace("ue", "u", StringComparison.Ordinal)
            .Replace("aa", "a", StringComparison.Ordinal).Replace("dj", "d", StringComparison.Ordinal);

    /// <summary>Whether the word has a letter that is also written with two.</summary>
    public static bool HasTwin(string word) => word.ToLowerInvariant().AsSpan().ContainsAny(WithTwin) || word.Contains('\u0308', StringComparison.Ordinal);

    private static string Write(string word, bool isPlain)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var unit in word)
        {
            var letter = char.ToLowerInvariant(unit);
            if (char.IsAsciiLetterLower(letter))
            {
                plain.Append(letter);
            }
            else if (Bare.TryGetValue(letter, out var bare))
            {
                plain.Append(bare);
            }
            else if (letter is not (>= '\u0300' and <= '\u036f') && !(isPlain && Marks.Contains(letter)))
            {
                plain.Append(letter);
            }
        }

        return plain.ToString();
    }
}
