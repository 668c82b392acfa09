namespace Inquit.Text;

/// <summary>The places in a chunk at which the tokenizer's classifier is asked; at all others no token ends.</summary>
internal static class BreakRules
{
    private const int LongestDesignation = 3;

    /// <summary>Whether a token may end before the character at <paramref name="offset"/>.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="offset">A place in it, counted from its start; not the start.</param>
    /// <param name="tokenStart">Where the token under way starts.</param>
    public static bool MayBreak(in Chunk chunk, int offset, int tokenStart)
    {
        var right = chunk.Classes[offset];
        if (right == CharClass.Extend || (offset > chunk.Whole.Start && offset < chunk.Whole.End))
        {
            return false;
        }

        var left = Base(chunk.Classes, offset - 1);
        return right switch
        {
            CharClass.Upper or CharClass.Lower or CharClass.Letter when CharTable.IsLetter(left) => IsNegation(chunk, offset),
            CharClass.Period => !EndsInitials(chunk, offset),
            CharClass.Lower when left == CharClass.Digit => !EndsDecade(chunk, offset),
            CharClass.Digit when left is CharClass.Digit or CharClass.Upper => left == CharClass.Upper && !EndsDesignation(chunk, offset),
            CharClass.Digit when left == CharClass.Apostrophe => !(offset + 2 < chunk.Classes.Length && EndsDecade(chunk, offset + 2)),
            _ => !(CharTable.IsWord(right) && GoesOnAfter(left, chunk, offset, tokenStart)),
        };
    }

    /// <summary>The class of the character that the one at <paramref name="index"/> goes with.</summary>
    private static CharClass Base(ReadOnlySpan<CharClass> classes, int index)
    {
        while (index > 0 && classes[index] == CharClass.Extend)
        {
            index--;
        }

        return classes[index];
    }

    /// <summary>Whether the "n" of "n't" stands here.</summary>
    private static bool IsNegation(in Chunk chunk, int offset)
    {
        var characters = chunk.Characters;
        return offset + 2 < characters.Length
            && (characters[offset] | 0x20) == 'n'
            && chunk.Classes[offset + 1] == CharClass.Apostrophe
            && (characters[offset + 2] | 0x20) == 't';
    }

    /// <summary>Whether the last full stop of "U.S." or "p.m." stands here and the sentence goes on.</summary>
    private static bool EndsInitials(in Chunk chunk, int offset)
    {
        var classes = chunk.Classes;
        return (offset + 1 < classes.Length || chunk.After == CharClass.Lower || (chunk.After == CharClass.Upper && ClockStop.GoesOn(chunk.Text, chunk.End)))
            && offset >= 3
            && CharTable.IsLetter(classes[offset - 1])
            && classes[offset - 2] == CharClass.Period
            && CharTable.IsLetter(classes[offset - 3])
            && (offset == 3 || !CharTable.IsWord(classes[offset - 4]));
    }

    /// <summary>Whether the "s" of "1990s" and "'90s" stands here.</summary>
    private static bool EndsDecade(in Chunk chunk, int offset) =>
        chunk.Characters[offset] == 's'
        && chunk.Classes[offset - 1] == CharClass.Digit
        && (offset + 1 == chunk.Classes.Length || !CharTable.IsWord(chunk.Classes[offset + 1]));

    /// <summary>Whether one to three capitals stand alone before the place, and name no money: "G7", "MH17".</summary>
    private static bool EndsDesignation(in Chunk chunk, int offset)
    {
        var start = offset;
        while (start > 0 && offset - start <= LongestDesignation && chunk.Classes[start - 1] == CharClass.Upper)
        {
            start--;
        }

        return offset - start <= LongestDesignation
            && (start == 0 || !CharTable.IsWord(chunk.Classes[start - 1]))
            && chunk.Characters[start..offset] is not ("US" or "RM" or "RS" or "AU" or "NZ" or "HK" or "USD" or "EUR" or "GBP");
    }

    /// <summary>After a hyphen or a slash within a token the token goes on: "non-U.S.", "24/7".</summary>
    private static bool GoesOnAfter(CharClass left, in Chunk chunk, int offset, int tokenStart) =>
        tokenStart < offset - 1
        && (left == CharClass.Hyphen || (left == CharClass.Slash && chunk.Classes[offset - 2] == CharClass.Digit));
}
