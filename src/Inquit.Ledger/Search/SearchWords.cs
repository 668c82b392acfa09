using System.Buffers;
using System.Globalization;
using System.Text;
using Inquit.Actors;
using Inquit.Text;

namespace Inquit.Ledger.Search;

/// <summary>
/// The words of a text as they are searched for. Case, accents, width and apostrophes do not count, a hyphen parts words, and points
/// in abbreviations are left out: "U.S.-led", "us led"; "Müller’s", "muller". Both stores index these words and no others, so that
/// they find the same.
/// </summary>
internal static class SearchWords
{
    /// <summary>A word that no text and no query has; it keeps phrases from running over from one field to the next.</summary>
    public const string Border = "\uE000";

    /// <summary>Longer words are cut, in texts and queries alike.</summary>
    private const int LongestWord = 64;

    private static readonly SearchValues<char> Apostrophes = SearchValues.Create("'’‘ʼʻ`´＇");

    /// <summary>The words of a text, in its order.</summary>
    public static List<string> Of(string? text) => Find(text).ConvertAll(found => found.Word);

    /// <summary>The words of a text with where they stand in it, in its order.</summary>
    public static List<(string Word, TextSpan Span)> Find(string? text)
    {
        var words = new List<(string, TextSpan)>();
        var word = new StringBuilder();
        var (start, end) = (0, 0);
        var sincePoint = 0;
        for (var i = 0; i < text?.Length; i++)
        {
            var length = LengthOfLetter(text, i);
            if (length > 0)
            {
                start = word.Length == 0 ? i : start;
                word.Append(Narrow(text[i])).Append(text, i + 1, length - 1);
                i += length - 1;
                end = i + 1;
                sincePoint++;
            }
            else if (word.Length > 0 && Apostrophes.Contains(text[i]) && LengthOfLetter(text, i + 1) > 0)
            {
                if (text[i + 1] is 's' or 'S' && LengthOfLetter(text, i + 2) == 0)
                {
                    i++;
                    End();
                }
            }
            else if (sincePoint == 1 && text[i] == '.' && LengthOfLetter(text, i + 1) == 1 && char.IsLetter(text[i + 1]) && LengthOfLetter(text, i + 2) == 0)
            {
                sincePoint = 0;
            }
            else if (char.GetUnicodeCategory(text[i]) != UnicodeCategory.Format)
            {
                End();
            }
        }

        End();
        return words;

        void End()
        {
            var plain = NameLetters.WithoutAccents(word.ToString());
            if (plain.Length > 0)
            {
                var length = plain.Length <= LongestWord ? plain.Length : char.IsHighSurrogate(plain[LongestWord - 1]) ? LongestWord - 1 : LongestWord;
                words.Add((plain[..length], new TextSpan(start, end)));
            }

            word.Clear();
            sincePoint = 0;
        }
    }

    /// <summary>The words of a name with a space before and after each, so that some of them can be looked for by <c>LIKE '% word %'</c>; null for no words.</summary>
    public static string? OfName(string? name) => Of(name) is { Count: > 0 } words ? $" {string.Join(' ', words)} " : null;

    /// <summary>Units of the letter, digit or mark that stands at a place; 0 for anything else.</summary>
    private static int LengthOfLetter(string text, int at)
    {
        if (at >= text.Length)
        {
            return 0;
        }

        if (char.IsSurrogate(text[at]))
        {
            return Rune.TryGetRuneAt(text, at, out var rune) && Rune.IsLetterOrDigit(rune) ? 2 : 0;
        }

        return char.IsLetterOrDigit(text[at]) || char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark ? 1 : 0;
    }

    /// <summary>A letter of the full width of East Asian writing as the letter it is.</summary>
    private static char Narrow(char unit) => unit is >= '\uFF01' and <= '\uFF5E' ? (char)(unit - 0xFEE0) : unit;
}
