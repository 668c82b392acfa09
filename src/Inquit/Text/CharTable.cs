using System.Globalization;

namespace Inquit.Text;

/// <summary>The class of every character, and its place in clusters that are never cut.</summary>
internal static class CharTable
{
    private static readonly byte[] Classes = Build();
    private static readonly byte[] AsciiFolds = [.. Enumerable.Range(0, 0x80).Select(c => (byte)(c == '`' ? '\'' : char.ToLowerInvariant((char)c)))];

    /// <summary>The class of a UTF-16 code unit taken alone; a surrogate is a <see cref="CharClass.Symbol"/>.</summary>
    public static CharClass Of(char c) => (CharClass)Classes[c];

    /// <summary>Whether the class is one of letters.</summary>
    public static bool IsLetter(CharClass charClass) => charClass is >= CharClass.Upper and <= CharClass.Letter;

    /// <summary>Whether the class is one of what words and numbers are made of.</summary>
    public static bool IsWord(CharClass charClass) => IsLetter(charClass) || charClass is CharClass.Digit or CharClass.Extend;

    /// <summary>Whether the character separates words: see <see cref="CharClass.Gap"/>.</summary>
    public static bool IsGap(char c) => Classes[c] == (byte)CharClass.Gap;

    /// <summary>
    /// Fills <paramref name="classes"/> with the class of each character of <paramref name="text"/>. A surrogate pair has the
    /// class of its code point, its second half <see cref="CharClass.Extend"/>; so have all characters of a cluster that must
    /// stay whole (an emoji with its modifiers and joiners, a flag) from the second on.
    /// </summary>
    public static void Classify(ReadOnlySpan<char> text, Span<CharClass> classes)
    {
        var afterJoiner = false;
        var flagOpen = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var charClass = Of(c);
            if (c < 0x80)
            {
                classes[i] = charClass;
                afterJoiner = flagOpen = false;
                continue;
            }

            var isFlag = false;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                var codePoint = char.ConvertToUtf32(c, text[i + 1]);
                charClass = OfSupplementary(codePoint);
                isFlag = codePoint is >= 0x1F1E6 and <= 0x1F1FF;
                if (i > 0 && ((isFlag && flagOpen) || codePoint is >= 0x1F3FB and <= 0x1F3FF))
                {
                    charClass = CharClass.Extend;
                }

                classes[i] = i == 0 || !afterJoiner ? charClass : CharClass.Extend;
                classes[++i] = CharClass.Extend;
                flagOpen = isFlag && !flagOpen;
                afterJoiner = false;
                continue;
            }

            classes[i] = afterJoiner && !CharTable.IsLetter(charClass) ? CharClass.Extend : charClass;
            afterJoiner = c == '\u200D';
            flagOpen = false;
        }
    }

    /// <summary>The character without case, with the marks of one class and use (’ and ', “ and ") taken as one.</summary>
    public static char Fold(char c) => c < 0x80 ? (char)AsciiFolds[c] : FoldOther(c);

    private static char FoldOther(char c) => Of(c) switch
    {
        CharClass.Upper => char.ToLowerInvariant(c),
        CharClass.Apostrophe => '\'',
        CharClass.Quote => '"',
        CharClass.Terminal when c != '…' => '!',
        CharClass.Hyphen => '-',
        CharClass.Period => '.',
        CharClass.Comma => ',',
        CharClass.Colon => ':',
        _ => c,
    };

    private static CharClass OfSupplementary(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint) switch
    {
        UnicodeCategory.Format when codePoint is < 0xE0020 or > 0xE007F => CharClass.Symbol,
        var category => OfCategory(category),
    };

    private static byte[] Build()
    {
        var classes = new byte[char.MaxValue + 1];
        for (var c = 0; c <= char.MaxValue; c++)
        {
            classes[c] = (byte)OfCategory(CharUnicodeInfo.GetUnicodeCategory((char)c));
        }

        Set(CharClass.Gap, "\u200B\u200E\u200F\u2060\uFEFF\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");
        Set(CharClass.Apostrophe, "'’‘ʼ`´‛‚＇");
        Set(CharClass.Quote, "\"“”„‟«»‹›＂〝〞〟「」『』");
        Set(CharClass.Period, ".");
        Set(CharClass.Comma, ",，、،");
        Set(CharClass.Terminal, "!?…。！？．؟۔।॥‼⁇⁈⁉‽");
        Set(CharClass.Colon, ":;：；");
        Set(CharClass.Hyphen, "-‐‑−");
        Set(CharClass.Slash, "/\\");
        Set(CharClass.Joiner, "@_#&");
        return classes;

        void Set(CharClass charClass, string characters)
        {
            foreach (var c in characters)
            {
                classes[c] = (byte)charClass;
            }
        }
    }

    private static CharClass OfCategory(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => CharClass.Upper,
        UnicodeCategory.LowercaseLetter => CharClass.Lower,
        UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter => CharClass.Letter,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharClass.Digit,
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Control => CharClass.Gap,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format => CharClass.Extend,
        UnicodeCategory.DashPunctuation => CharClass.Dash,
        UnicodeCategory.OpenPunctuation => CharClass.Open,
        UnicodeCategory.ClosePunctuation => CharClass.Close,
        UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation => CharClass.Quote,
        UnicodeCategory.CurrencySymbol => CharClass.Currency,
        _ => CharClass.Symbol,
    };
}
