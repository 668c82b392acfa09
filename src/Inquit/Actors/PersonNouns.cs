namespace Inquit.Actors;

/// <summary>Nouns that say what a person is: the gender that each tells, and which may stand for one another. From <c>person-nouns.tsv</c>.</summary>
internal static class PersonNouns
{
    private static readonly Lazy<Dictionary<string, (Gender Gender, string[] Kin)>> Nouns = new(() => DataTable.Rows("person-nouns.tsv").ToDictionary(
        row => row[0], row => (row[1] switch { "f" => Gender.Female, "m" => Gender.Male, _ => Gender.Unknown }, DataTable.List(row[2])), StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether the word says what a person is.</summary>
    public static bool Contains(string noun) => Nouns.Value.ContainsKey(noun) || noun.EndsWith("woman", StringComparison.OrdinalIgnoreCase) || noun.EndsWith("person", StringComparison.OrdinalIgnoreCase)
        || (noun.Length > 4 && char.IsLower(noun[0]) && noun.EndsWith("man", StringComparison.Ordinal) && noun is not ("human" or "talisman"));

    /// <summary>The gender that the word tells.</summary>
    public static Gender GenderOf(string noun) => Nouns.Value.TryGetValue(noun, out var known) ? known.Gender
        : noun.EndsWith("woman", StringComparison.OrdinalIgnoreCase) ? Gender.Female
        : Contains(noun) && noun.EndsWith("man", StringComparison.OrdinalIgnoreCase) ? Gender.Male
        : Gender.Unknown;

    /// <summary>The groups of nouns that a noun belongs to; none where it is not known.</summary>
    public static ReadOnlySpan<string> KinOf(string noun) => Nouns.Value.TryGetValue(noun, out var known) ? known.Kin : [];

    /// <summary>Whether one word may stand for somebody who is the other.</summary>
    public static bool MayStandFor(string noun, string other) =>
        noun.Equals(other, StringComparison.OrdinalIgnoreCase) || KinOf(noun).ContainsAny(KinOf(other));

    /// <summary>Whether one word may stand for somebody who is the other, by one of these groups of kin.</summary>
    public static bool MayStandFor(string noun, string other, IReadOnlySet<string> kin)
    {
        foreach (var group in KinOf(noun))
        {
            if (kin.Contains(group) && KinOf(other).Contains(group))
            {
                return true;
            }
        }

        return false;
    }
}
