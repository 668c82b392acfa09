using System.Collections.Frozen;

namespace Inquit.Text;

/// <summary>
/// Word parts that are written with a hyphen and yet belong to one token with what they are joined to, after the Linguistic
/// Data Consortium's tokenization guidelines that the English treebanks follow ("co-operate", "pan-European", "two-fold").
/// </summary>
internal static class Affixes
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prefixes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "e", "a", "u", "x", "agro", "ante", "anti", "arch", "be", "bi", "bio", "co", "counter", "cross", "cyber", "de", "eco",
        "ex", "extra", "hyper", "inter", "intra", "macro", "mega", "micro", "mid", "mini", "mis", "mm", "multi", "neo", "non",
        "o", "over", "pan", "para", "peri", "post", "pre", "pro", "proto", "pseudo", "quasi", "re", "semi", "socio", "sub",
        "super", "tri", "ultra", "un", "uni", "vice").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Suffixes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "esque", "ette", "fest", "fold", "gate", "itis", "less", "most", "rama", "torium", "wise")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the word is such a part at the start of a token.</summary>
    public static bool IsPrefix(ReadOnlySpan<char> word) => Prefixes.Contains(word);

    /// <summary>Whether the word is such a part at the end of a token.</summary>
    public static bool IsSuffix(ReadOnlySpan<char> word) => Suffixes.Contains(word);
}
