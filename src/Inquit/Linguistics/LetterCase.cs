namespace Inquit.Linguistics;

/// <summary>How a word is written as to small and capital letters. Characters that are no letters do not count.</summary>
internal enum LetterCase : byte
{
    /// <summary>No capital letter ("said", "2016").</summary>
    Lower,

    /// <summary>One letter, a capital ("I", "B.").</summary>
    Initial,

    /// <summary>A capital at the front and small letters after it ("Moscow").</summary>
    Title,

    /// <summary>Several letters, all capitals ("NATO", "U.S.").</summary>
    Upper,

    /// <summary>Anything else ("iPhone", "McCain").</summary>
    Mixed,
}

/// <summary>Tells the letter case of words.</summary>
internal static class LetterCases
{
    /// <summary>The number of values of <see cref="LetterCase"/>.</summary>
    public const int Count = 5;

    /// <summary>The letter case of <paramref name="form"/>; <see cref="LetterCase.Lower"/> for an empty one.</summary>
    public static LetterCase Of(ReadOnlySpan<char> form)
    {
        var letters = 0;
        var capitals = 0;
        foreach (var c in form)
        {
            if (char.IsLetter(c))
            {
                letters++;
                capitals += char.IsUpper(c) ? 1 : 0;
            }
        }

        return capitals switch
        {
            0 => LetterCase.Lower,
            1 when letters == 1 => LetterCase.Initial,
            1 when char.IsUpper(form[0]) => LetterCase.Title,
            _ => capitals == letters ? LetterCase.Upper : LetterCase.Mixed,
        };
    }
}
