using System.Collections.Frozen;

namespace Inquit.Text;

/// <summary>Tells headings and bylines from running text, by rules.</summary>
internal static class ParagraphKinds
{
    private const int LongestHeading = 20;
    private const int LongestByline = 24;

    private static readonly FrozenSet<string> NotNames = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a", "an", "the", "this", "that", "these", "those", "now", "then", "next", "last", "all", "any", "no", "his", "her",
        "its", "their", "our", "my", "your", "far", "midnight", "noon", "law", "contrast", "comparison", "default",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "may", "june", "july", "august", "september", "october", "november", "december");

    private static readonly string[] Credits =
        ["By", "Fact checked by", "Fact-checked by", "Reviewed by", "Photographs by", "Photo by", "Written by", "Story by", "Reported by", "Posted by", "Text by", "Words by", "Report by", "Author", "Authors"];

    private static readonly string[] ClosingCredits = ["Reporting by", "Additional reporting by", "Editing by", "Compiled by"];

    /// <summary>What the paragraph is for.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="tokens">The tokens of the whole text.</param>
    /// <param name="range">Those of the paragraph.</param>
    /// <param name="isLast">Whether no paragraph follows.</param>
    /// <param name="isOnly">Whether it is the only paragraph.</param>
    public static ParagraphKind Of(
        string text, ReadOnlySpan<TextSpan> tokens, TokenRange range, bool isLast, bool isOnly)
    {
        if (IsByline(text, tokens, range))
        {
            return ParagraphKind.Byline;
        }

        return !isOnly && IsHeading(text, tokens, range, isLast) ? ParagraphKind.Heading : ParagraphKind.Body;
    }

    /// <summary>A short line with a letter in it that ends as no sentence does, or with a colon.</summary>
    private static bool IsHeading(string text, ReadOnlySpan<TextSpan> tokens, TokenRange range, bool isLast)
    {
        if (range.Length > LongestHeading || !HasWord(text, tokens, range))
        {
            return false;
        }

        var first = CharTable.Of(text[tokens[range.Start].Start]);
        if (first is CharClass.Lower or CharClass.Hyphen or CharClass.Dash or CharClass.Symbol)
        {
            return false;
        }

        var last = range.End - 1;
        while (last > range.Start && CharTable.Of(text[tokens[last].Start]) is CharClass.Quote or CharClass.Apostrophe or CharClass.Close)
        {
            last--;
        }

        var end = text[tokens[last].End - 1];
        return CharTable.Of(end) switch
        {
            CharClass.Period or CharClass.Comma or CharClass.Dash or CharClass.Hyphen => false,
            CharClass.Terminal => end == '?' && range.Length is >= 4 and <= LongestHeading / 2 && !isLast && last == range.End - 1 && !HasLabel(text, tokens, range),
            CharClass.Colon => end == ':' && range.Length <= 6,
            _ => !isLast,
        };
    }

    /// <summary>Whether it starts with who speaks: "Q: ", "Jane Roe: ".</summary>
    private static bool HasLabel(string text, ReadOnlySpan<TextSpan> tokens, TokenRange range)
    {
        for (var i = range.Start + 1; i < range.End && i < range.Start + 4; i++)
        {
            if (text[tokens[i].Start] == ':')
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasWord(string text, ReadOnlySpan<TextSpan> tokens, TokenRange range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            if (CharTable.IsLetter(CharTable.Of(text[tokens[i].Start])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"By" and names, or a closing credit in brackets or not.</summary>
    private static bool IsByline(string text, ReadOnlySpan<TextSpan> tokens, TokenRange range)
    {
        var start = range.Start;
        if (range.Length > 2 && text[tokens[start].Start] is '(' or '[')
        {
            start++;
        }

        var line = text.AsSpan(tokens[start].Start, tokens[range.End - 1].End - tokens[start].Start);
        foreach (var credit in ClosingCredits)
        {
            if (StartsWithCredit(line, credit, out _))
            {
                return range.Length <= 2 * LongestByline;
            }
        }

        foreach (var credit in Credits)
        {
            if (range.Length <= LongestByline && StartsWithCredit(line, credit, out var rest))
            {
                return IsNameList(rest);
            }
        }

        return false;
    }

    private static bool StartsWithCredit(ReadOnlySpan<char> line, string credit, out ReadOnlySpan<char> rest)
    {
        rest = default;
        if (!line.StartsWith(credit, StringComparison.OrdinalIgnoreCase) || CharTable.Of(line[0]) != CharClass.Upper)
        {
            return false;
        }

        rest = line[credit.Length..].TrimStart(": ");
        return rest.Length > 0 && rest.Length < line.Length - credit.Length && CharTable.Of(rest[0]) == CharClass.Upper;
    }

    /// <summary>Whether it starts like a name and holds no more lower-case words than titles and links between names do.</summary>
    private static bool IsNameList(ReadOnlySpan<char> rest)
    {
        var end = rest[^1];
        if (CharTable.Of(end) is CharClass.Terminal or CharClass.Colon || end == ',')
        {
            return false;
        }

        var (words, lowers) = (0, 0);
        foreach (var range in rest.Split(' '))
        {
            var word = rest[range].Trim(",.;:()|");
            if (word.IsEmpty)
            {
                continue;
            }

            if (words++ == 0 && NotNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            {
                return false;
            }

            lowers += CharTable.Of(word[0]) == CharClass.Lower && word is not ("and" or "for" or "of" or "in" or "at" or "the") ? 1 : 0;
        }

        return lowers <= words / 3;
    }
}
