using System.Collections.Frozen;
using Inquit.Learning;

namespace Inquit.Text;

/// <summary>What the sentence splitter knows of a token.</summary>
/// <param name="Word">Hash of its characters without case.</param>
/// <param name="Suffix">Hash of its last three characters without case.</param>
/// <param name="Kind">What it looks like.</param>
/// <param name="SpaceBefore">Whether a gap comes before it.</param>
/// <param name="IsStarter">Whether it is a word with a capital that only the start of a sentence gives it: "The", "But".</param>
internal readonly record struct TokenTraits(uint Word, uint Suffix, TokenKind Kind, bool SpaceBefore, bool IsStarter)
{
    private const int Window = 16;

    /// <summary>Hashes of words that are no part of names.</summary>
    private static readonly FrozenSet<uint> FunctionWords = (
        "a about above according across after again against all almost already also although always am among an and another any "
        + "are as asked at back be because been before behind being below between both but by can could despite did do does down "
        + "during each earlier either even ever every everyone everything few first for from had has have he her here hers him his "
        + "how however if in indeed instead into is it its just last later least less like many maybe me meanwhile might more "
        + "moreover most much must my nearly neither never no nobody none nor not nothing now of off often on once one only or other "
        + "others our out over perhaps please rather said same several shall she should since so some someone something still such "
        + "than that the their them then there therefore these they this those though through thus to today together too under "
        + "until up upon us very was we well were what when where whether which while who whom whose why with within without "
        + "would yes yet you your").Split(' ').Select(word => HashOf(word)).ToFrozenSet();

    /// <summary>The place before the first and after the last token of a paragraph.</summary>
    public static TokenTraits Outside { get; } = new(1, 1, TokenKind.Outside, true, false);

    /// <summary>Whether the token ends sentences as a rule.</summary>
    public bool IsTerminal => Kind is TokenKind.Period or TokenKind.Terminal or TokenKind.Ellipsis;

    /// <summary>Whether it is a word or a number, without a full stop.</summary>
    public bool IsWord => Kind is TokenKind.Lower or TokenKind.Capital or TokenKind.Upper or TokenKind.Letter or TokenKind.Number
        or TokenKind.Mixed or TokenKind.Clitic;

    /// <summary>Looks at the token <paramref name="span"/> of <paramref name="text"/>.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="span">Where the token stands.</param>
    /// <param name="quoteOpen">Whether an ASCII quotation mark before it in the paragraph still waits for its partner; updated.</param>
    public static TokenTraits Of(string text, TextSpan span, ref bool quoteOpen)
    {
        var form = span.Of(text);
        var word = HashOf(form);
        var suffix = 3u;
        for (var i = Math.Max(0, form.Length - 3); i < form.Length; i++)
        {
            suffix = FeatureHash.Add(suffix, CharTable.Fold(form[i]));
        }

        var spaceBefore = span.Start == 0 || CharTable.IsGap(text[span.Start - 1]);
        var spaceAfter = span.End == text.Length || CharTable.IsGap(text[span.End]);
        var kind = KindOf(form, spaceBefore, spaceAfter, ref quoteOpen);
        return new TokenTraits(word, suffix, kind, spaceBefore, kind == TokenKind.Capital && FunctionWords.Contains(word));
    }

    private static uint HashOf(ReadOnlySpan<char> form)
    {
        var hash = (uint)Math.Min(form.Length, Window + 1);
        for (var i = 0; i < form.Length && i < Window; i++)
        {
            hash = FeatureHash.Add(hash, CharTable.Fold(form[i]));
        }

        return hash;
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
