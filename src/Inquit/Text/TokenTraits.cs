using Inquit.Learning;

namespace Inquit.Text;

/// <summary>What the sentence splitter knows of a token.</summary>
/// <param name="Word">Hash of its characters without case.</param>
/// <param name="Suffix">Hash of its last three characters without case.</param>
/// <param name="Kind">What it looks like.</param>
/// <param name="SpaceBefore">Whether a gap comes before it.</param>
internal readonly record struct TokenTraits(uint Word, uint Suffix, TokenKind Kind, bool SpaceBefore)
{
    private const int Window = 16;

    /// <summary>The place before the first and after the last token of a paragraph.</summary>
    public static TokenTraits Outside { get; } = new(1, 1, TokenKind.Outside, true);

    /// <summary>Whether the token ends sentences as a rule.</summary>
    public bool IsTerminal => Kind is TokenKind.Period or TokenKind.Terminal or TokenKind.Ellipsis;

    /// <summary>Looks at the token <paramref name="span"/> of <paramref name="text"/>.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="span">Where the token stands.</param>
    /// <param name="quoteOpen">Whether an ASCII quotation mark before it in the paragraph still waits for its partner; updated.</param>
    public static TokenTraits Of(string text, TextSpan span, ref bool quoteOpen)
    {
        var form = span.Of(text);
        var word = (uint)Math.Min(form.Length, Window + 1);
        for (var i = 0; i < form.Length && i < Window; i++)
        {
            word = FeatureHash.Add(word, CharTable.Fold(form[i]));
        }

        var suffix = 3u;
        for (var i = Math.Max(0, form.Length - 3); i < form.Length; i++)
        {
            suffix = FeatureHash.Add(suffix, CharTable.Fold(form[i]));
        }

        var spaceBefore = span.Start == 0 || CharTable.IsGap(text[span.Start - 1]);
        var spaceAfter = span.End == text.Length || CharTable.IsGap(text[span.End]);
        return new TokenTraits(word, suffix, KindOf(form, spaceBefore, spaceAfter, ref quoteOpen), spaceBefore);
    }

    private static TokenKind KindOf(ReadOnlySpan<char> form, bool spaceBefore, bool spaceAfter, ref bool quoteOpen)
    {
        var first = CharTable.Of(form[0]);
        if (CharTable.IsLetter(first))
        {
            return OfWord(form, first);
        }

        switch (first)
        {
            case CharClass.Digit:
                return OfNumber(form);
            case CharClass.Period:
                return form.Length == 1 ? TokenKind.Period : form[1] == '.' ? TokenKind.Ellipsis : TokenKind.Mixed;
            case CharClass.Terminal:
                return form[0] == '…' ? TokenKind.Ellipsis : TokenKind.Terminal;
            case CharClass.Comma:
                return TokenKind.Comma;
            case CharClass.Colon:
                return form.Length > 1 ? TokenKind.Emoticon : form[0] is ';' or '；' ? TokenKind.Semicolon : TokenKind.Colon;
            case CharClass.Hyphen:
                return form.Length switch { 1 => TokenKind.Hyphen, <= 3 => TokenKind.Dash, _ => TokenKind.Bullet };
            case CharClass.Dash:
                return TokenKind.Dash;
            case CharClass.Open:
                return TokenKind.Open;
            case CharClass.Close:
                return TokenKind.Close;
            case CharClass.Apostrophe:
                return OfApostrophe(form, spaceBefore, spaceAfter);
            case CharClass.Quote:
                return OfQuote(form, spaceBefore, spaceAfter, ref quoteOpen);
            default:
                return form[0] is '*' or '•' or '·' or '_' or '=' or '~' ? TokenKind.Bullet : TokenKind.Symbol;
        }
    }

    private static TokenKind OfWord(ReadOnlySpan<char> form, CharClass first)
    {
        var last = form[^1];
        if (form.Length == 1)
        {
            return first == CharClass.Upper ? TokenKind.Letter : TokenKind.Lower;
        }

        if (form.Length == 3 && (form[0] is 'n' or 'N') && form[2] is 't' or 'T' && CharTable.Of(form[1]) == CharClass.Apostrophe)
        {
            return TokenKind.Clitic;
        }

        if (last == '.')
        {
            return form.Length == 2 ? (first == CharClass.Upper ? TokenKind.Initial : TokenKind.Item) : TokenKind.Abbreviation;
        }

        var uppers = 0;
        foreach (var c in form)
        {
            var charClass = CharTable.Of(c);
            if (charClass == CharClass.Upper)
            {
                uppers++;
            }
            else if (!CharTable.IsLetter(charClass) && charClass != CharClass.Extend)
            {
                return form.Contains('@') || form.Contains("://", StringComparison.Ordinal) || form.Contains("www.", StringComparison.OrdinalIgnoreCase)
                    ? TokenKind.Address
                    : form.Length == 2 && c == ')' ? TokenKind.Item
                    : c == '.' ? TokenKind.Abbreviation : TokenKind.Mixed;
            }
        }

        return first != CharClass.Upper ? TokenKind.Lower : uppers == form.Length ? TokenKind.Upper : TokenKind.Capital;
    }

    private static TokenKind OfNumber(ReadOnlySpan<char> form)
    {
        foreach (var c in form)
        {
            if (CharTable.IsLetter(CharTable.Of(c)))
            {
                return TokenKind.Mixed;
            }
        }

        return form.Length <= 3 && form[^1] is '.' or ')' ? TokenKind.Item : TokenKind.Number;
    }

    private static TokenKind OfApostrophe(ReadOnlySpan<char> form, bool spaceBefore, bool spaceAfter) =>
        form.Length > 1
            ? (form.Length == 2 && !CharTable.IsLetter(CharTable.Of(form[1]))
                ? (spaceBefore ? TokenKind.OpenQuote : TokenKind.CloseQuote)
                : TokenKind.Clitic)
            : spaceBefore && !spaceAfter ? TokenKind.OpenQuote : TokenKind.CloseQuote;

    private static TokenKind OfQuote(ReadOnlySpan<char> form, bool spaceBefore, bool spaceAfter, ref bool quoteOpen)
    {
        if (form[0] is '“' or '«' or '「' or '„')
        {
            return TokenKind.OpenQuote;
        }

        if (form[0] is '”' or '»' or '」')
        {
            return TokenKind.CloseQuote;
        }

        var opens = spaceBefore == spaceAfter ? !quoteOpen : spaceBefore;
        quoteOpen = opens;
        return opens ? TokenKind.OpenQuote : TokenKind.CloseQuote;
    }
}
