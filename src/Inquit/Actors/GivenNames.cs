namespace Inquit.Actors;

/// <summary>Given names, the gender that they tell, and their other forms: Bob for Robert, Sergey for Sergei. From <c>given-names.tsv</c>.</summary>
internal sealed class GivenNames
{
    private static readonly Lazy<GivenNames> Shipped = new(() => new GivenNames());
    private readonly Dictionary<string, Gender> genders = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>For each form, the numbers of the names that it is one of.</summary>
    private readonly Dictionary<string, List<int>> groups = new(StringComparer.OrdinalIgnoreCase);

    private GivenNames()
    {
        var own = new Dictionary<string, Gender>(StringComparer.OrdinalIgnoreCase);
        var group = 0;
        foreach (var row in DataTable.Rows("given-names.tsv"))
        {
            var gender = row[1] switch { "f" => Gender.Female, "m" => Gender.Male, _ => Gender.Unknown };
            own[row[0]] = gender;
            foreach (var form in DataTable.List(row[2]).Prepend(row[0]))
            {
                genders[form] = genders.TryGetValue(form, out var known) && known != gender ? Gender.Unknown : gender;
                (groups.TryGetValue(form, out var numbers) ? numbers : groups[form] = []).Add(group);
            }

            group++;
        }

        foreach (var (name, gender) in own)
        {
            genders[name] = gender;
        }
    }

    /// <summary>The names built into the engine.</summary>
    public static GivenNames Default => Shipped.Value;

    /// <summary>Whether the word is a given name.</summary>
    public bool Contains(string name) => genders.ContainsKey(name);

    /// <summary>The gender that a given name tells; unknown for one that tells none, or is not known.</summary>
    public Gender GenderOf(string name) => genders.GetValueOrDefault(name);

    /// <summary>The numbers of the groups of forms that a name is in: two names are forms of one where they share a group.</summary>
    public IReadOnlyList<int> GroupsOf(string name) => groups.TryGetValue(name, out var numbers) ? numbers : [];

    /// <summary>Whether two words are forms of one given name.</summary>
    public bool AreForms(string a, string b) =>
        a.Equals(b, StringComparison.OrdinalIgnoreCase)
        || (groups.TryGetValue(a, out var groupsOfA) && groups.TryGetValue(b, out var groupsOfB) && groupsOfA.Exists(groupsOfB.Contains));
}
