using System.Buffers;
using System.Collections.Frozen;

namespace Inquit.Text;

/// <summary>Words that are written with a full stop for what they leave out, and traits by which others are guessed.</summary>
internal static class Abbreviations
{
    private const int Longest = 12;
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyAEIOUY");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Rev", "Hon", "Gov", "Govs", "Sen", "Sens", "Rep", "Reps", "Gen", "Lt", "Col", "Maj",
        "Capt", "Sgt", "Cpl", "Pvt", "Cmdr", "Adm", "Brig", "Pres", "Supt", "Insp", "Det", "Amb", "Atty", "Messrs", "Mgr", "Fr",
        "Sr", "Jr", "St", "Ste", "Mt", "Ft", "Pt", "Inc", "Corp", "Co", "Cos", "Ltd", "Bros", "Plc", "Jan", "Feb", "Mar", "Apr",
        "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri",
        "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Md", "Mass", "Mich",
        "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Penn", "Tenn", "Tex", "Vt", "Va", "Wash", "Wis", "Wyo",
        "Ave", "Blvd", "Rd", "Hwy", "Sq", "Univ", "Assn", "Assoc", "Dept", "Natl", "Intl", "Vol", "No", "Nos", "Fig", "Figs",
        "vs", "etc", "al", "approx", "est", "dept", "vol", "no", "pp", "ed", "eds", "cf", "viz", "ca", "fig", "incl", "misc",
        "tel", "ext", "Tel", "Ext", "jr", "sr", "mr", "mrs", "dr").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Traits of what stands before a full stop, as bits: whether it is a known abbreviation, letters with full stops between
    /// them, one letter, without a vowel, with a capital first, short.
    /// </summary>
    public static uint TraitsOf(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word.Length > Longest || !CharTable.IsLetter(CharTable.Of(word[0])))
        {
            return 1;
        }

        return 2u
            | (Known.Contains(word) ? 4u : 0)
            | (IsInitials(word) ? 8u : 0)
            | (word.Length == 1 ? 16u : 0)
            | (word.ContainsAny(Vowels) ? 0 : 32u)
            | (CharTable.Of(word[0]) == CharClass.Upper ? 64u : 0)
            | (word.Length <= 4 ? 128u : 0);
    }

    /// <summary>Whether every second character is a full stop and the others are letters: "U.S", "J.F.K".</summary>
    private static bool IsInitials(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !CharTable.IsLetter(CharTable.Of(word[i])) : word[i] != '.')
            {
                return false;
            }
        }

        return word.Length % 2 == 1;
    }
}
