using System.Collections.Frozen;

namespace Inquit.Actors;

/// <summary>Words before a name that are no part of it: "Mr.", "Dr.", "Sen.", and what each tells of the person.</summary>
internal static class PersonTitles
{
    private static readonly FrozenDictionary<string, Gender> Titles = new Dictionary<string, Gender>(StringComparer.OrdinalIgnoreCase)
    {
        ["mr"] = Gender.Male, ["mister"] = Gender.Male, ["sir"] = Gender.Male, ["lord"] = Gender.Male, ["herr"] = Gender.Male, ["monsieur"] = Gender.Male, ["señor"] = Gender.Male,
        ["king"] = Gender.Male, ["prince"] = Gender.Male, ["father"] = Gender.Male, ["sheikh"] = Gender.Male, ["imam"] = Gender.Male,
        ["mrs"] = Gender.Female, ["ms"] = Gender.Female, ["miss"] = Gender.Female, ["madam"] = Gender.Female, ["madame"] = Gender.Female, ["frau"] = Gender.Female, ["lady"] = Gender.Female,
        ["dame"] = Gender.Female, ["queen"] = Gender.Female, ["princess"] = Gender.Female, ["sister"] = Gender.Female, ["baroness"] = Gender.Female, ["señora"] = Gender.Female,
        ["dr"] = Gender.Unknown, ["prof"] = Gender.Unknown, ["professor"] = Gender.Unknown, ["doctor"] = Gender.Unknown, ["sen"] = Gender.Unknown, ["senator"] = Gender.Unknown, ["sens"] = Gender.Unknown,
        ["rep"] = Gender.Unknown, ["reps"] = Gender.Unknown, ["gov"] = Gender.Unknown, ["gen"] = Gender.Unknown, ["col"] = Gender.Unknown, ["lt"] = Gender.Unknown, ["maj"] = Gender.Unknown,
        ["capt"] = Gender.Unknown, ["sgt"] = Gender.Unknown, ["cpl"] = Gender.Unknown, ["pvt"] = Gender.Unknown, ["adm"] = Gender.Unknown, ["cmdr"] = Gender.Unknown, ["del"] = Gender.Unknown,
        ["rev"] = Gender.Unknown, ["hon"] = Gender.Unknown, ["judge"] = Gender.Unknown, ["justice"] = Gender.Unknown, ["president"] = Gender.Unknown, ["governor"] = Gender.Unknown,
        ["secretary"] = Gender.Unknown, ["minister"] = Gender.Unknown, ["chancellor"] = Gender.Unknown, ["general"] = Gender.Unknown, ["colonel"] = Gender.Unknown, ["captain"] = Gender.Unknown,
        ["mayor"] = Gender.Unknown, ["ambassador"] = Gender.Unknown, ["pope"] = Gender.Male, ["bishop"] = Gender.Unknown, ["rabbi"] = Gender.Unknown, ["congressman"] = Gender.Male,
        ["congresswoman"] = Gender.Female, ["representative"] = Gender.Unknown, ["sheriff"] = Gender.Unknown, ["officer"] = Gender.Unknown, ["det"] = Gender.Unknown,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the word is a title.</summary>
    public static bool IsTitle(string word) => Titles.ContainsKey(word.TrimEnd('.'));

    /// <summary>The gender that a title tells.</summary>
    public static Gender GenderOf(string word) => Titles.GetValueOrDefault(word.TrimEnd('.'));

    /// <summary>Whether the word is one that says no more than how one addresses somebody: "Mr.", "Mrs.".</summary>
    public static bool IsPlain(string word) => word.TrimEnd('.').ToUpperInvariant() is "MR" or "MRS" or "MS" or "MISS" or "MISTER" or "MADAM" or "MADAME" or "HERR" or "FRAU" or "SIR" or "LORD" or "LADY" or "DAME" or "DR";
}
