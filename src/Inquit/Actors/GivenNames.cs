using System.Collections.Frozen;

namespace Inquit.Actors;

/// <summary>Given names, the gender that they tell, and their other forms: Bob for Robert, Sergey for Sergei. From <c>given-names.tsv</c>.</summary>
internal sealed class GivenNames
{
    private static readonly Lazy<GivenNames> Shipped = new(() => new GivenNames());
    private readonly FrozenDictionary<string, Gender> genders;
    private readonly FrozenDictionary<string, int[]> groups;

    private GivenNames()
    {
        var own = new Dictionary<string, Gender>(StringComparer.OrdinalIgnoreCase);
        var others = new Dictionary<string, Gender>(StringComparer.OrdinalIgnoreCase);
        var groupsOf = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        var group = 0;
        foreach (var row in DataTable.Rows("given-names.tsv"))
        {
            var gender = row[1] switch { "f" => Gender.Female, "m" => Gender.Male, _ => Gender.Unknown };
            own[row[0]] = gender;
            string[] forms = [row[0], .. DataTable.List(row[2])];
            foreach (var form in forms)
            {
                others[form] = others.TryGetValue(form, out var known) && known != gender ? Gender.Unknown : gender;
                (groupsOf.TryGetValue(form, out var numbers) ? numbers : groupsOf[form] = []).Add(group);
            }

            group++;
        }

        genders = others.ToDictionary(pair => pair.Key, pair => own.GetValueOrDefault(pair.Key, pair.Value)).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        groups = groupsOf.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The names built into the engine.</summary>
    public static GivenNames Default => Shipped.Value;

    /// <summary>Whether the word is a given name.</summary>
    public bool Contains(string name) => genders.ContainsKey(name);

    /// <summary>The gender that a given name tells; unknown for one that tells none, or is not known.</summary>
    public Gender GenderOf(string name) => genders.GetValueOrDefault(name);

    /// <summary>Whether two words are forms of one given name.</summary>
    public bool AreForms(string a, string b) =>
        a.Equals(b, StringComparison.OrdinalIgnoreCase)
        || (groups.TryGetValue(a, out var groupsOfA) && groups.TryGetValue(b, out var groupsOfB) && groupsOfA.AsSpan().ContainsAny(groupsOfB));
}
