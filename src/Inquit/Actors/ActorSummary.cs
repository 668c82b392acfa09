namespace Inquit.Actors;

/// <summary>Makes one profile of several of one actor, as they come.</summary>
internal sealed class ActorSummary
{
    private const int MostNames = 24;
    private const int MostRoles = 8;

    private readonly OrderedDictionary<string, int> names = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, int> roles = new(StringComparer.OrdinalIgnoreCase);
    private readonly OrderedDictionary<string, int> affiliations = new(StringComparer.OrdinalIgnoreCase);
    private readonly OrderedDictionary<string, int> countries = new(StringComparer.Ordinal);

    /// <summary>How full each name is, for the type and country that hold now.</summary>
    private readonly Dictionary<string, int> fullness = new(StringComparer.Ordinal);

    private ActorProfile? first;
    private int count;
    private SpeakerType type;
    private string? country;
    private string? best;
    private ActorProfile? profile;

    /// <summary>The profile that holds what all of them say; of one, that one.</summary>
    /// <exception cref="InvalidOperationException">There is none yet.</exception>
    public ActorProfile Profile => profile ??= count > 1 ? Make() : first ?? throw new InvalidOperationException("There is no profile yet.");

    /// <summary>The summary of several.</summary>
    public static ActorSummary Of(IEnumerable<ActorProfile> profiles)
    {
        var summary = new ActorSummary();
        foreach (var profile in profiles)
        {
            summary.Add(profile);
        }

        return summary;
    }

    /// <summary>Adds a profile, and tells whether the summary may be another one now.</summary>
    public bool Add(ActorProfile added)
    {
        first ??= added;
        var isNew = ++count <= 2 || profile is null;
        foreach (var name in added.Names.Where(name => !string.IsNullOrWhiteSpace(name)))
        {
            isNew |= Count(names, name, 1);
        }

        isNew |= CountParts(roles, added.Role) | CountParts(affiliations, added.Affiliation);
        if (added.Country is not null)
        {
            Count(countries, added.Country, 1);
        }

        isNew |= Settle(added.Type) || added.Names.Any(name => names.ContainsKey(name) && best is not null && Rank(name).CompareTo(Rank(best)) > 0);
        profile = isNew ? null : profile;
        return isNew;
    }

    /// <summary>Adds all that another summary holds.</summary>
    public void Add(ActorSummary other)
    {
        first ??= other.first;
        count += other.count;
        foreach (var (own, others) in (ReadOnlySpan<(OrderedDictionary<string, int>, OrderedDictionary<string, int>)>)[(names, other.names), (roles, other.roles), (affiliations, other.affiliations), (countries, other.countries)])
        {
            foreach (var (text, times) in others)
            {
                Count(own, text, times);
            }
        }

        Settle(other.type);
        profile = null;
    }

    private ActorProfile Make()
    {
        best = BestName();
        var name = best ?? first!.Name;
        return new ActorProfile(name, type, Last(roles), Last(affiliations), country)
        {
            OtherNames = [.. names.Keys.Where(other => other != name).Take(MostNames).Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>A person's name with given and family name before one word; then the one most used; then the one that came first.</summary>
    private string? BestName() =>
        type == SpeakerType.State && names.Keys.Select(name => Gazetteer.Default.Find(name)).FirstOrDefault(entry => entry is { Kind: GazetteerKind.State }) is { } state ? state.Name
        : names.Count == 0 ? null
        : names.Keys.MaxBy(Rank);

    private (int Fullness, int Times, int Earlier) Rank(string name)
    {
        if (!fullness.TryGetValue(name, out var full))
        {
            fullness[name] = full = type == SpeakerType.Person ? FullnessOf(name, country) : BodyForm.Read(name, country).Abbreviation is null ? 1 : 0;
        }

        return (full, names.GetValueOrDefault(name), -names.IndexOf(name));
    }

    private static int FullnessOf(string name, string? country) => PersonForm.Parse(name, country) switch
    {
        { IsFull: true, Titles.Length: 0 } form when !form.GivenPlain.All(given => given.Length == 1) => 2,
        { IsFull: true } => 1,
        _ => 0,
    };

    /// <summary>The type is the first that is known, the country the one most named; whether one of them is another now.</summary>
    private bool Settle(SpeakerType added)
    {
        var before = (type, country);
        (type, country) = (type == SpeakerType.Unknown ? added : type, countries.Count == 0 ? null : countries.MaxBy(entry => entry.Value).Key);
        if (before == (type, country))
        {
            return false;
        }

        fullness.Clear();
        return true;
    }

    private static bool CountParts(OrderedDictionary<string, int> counts, string? text)
    {
        var isNew = false;
        foreach (var part in (text ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            isNew |= Count(counts, part, 1);
        }

        return isNew;
    }

    /// <summary>Counts a text, and tells whether it is new.</summary>
    private static bool Count(OrderedDictionary<string, int> counts, string text, int times)
    {
        if (counts.TryAdd(text, times))
        {
            return true;
        }

        counts[text] += times;
        return false;
    }

    /// <summary>The last ones that were new, parted by semicolons.</summary>
    private static string? Last(OrderedDictionary<string, int> counts) =>
        counts.Count == 0 ? null : string.Join("; ", Enumerable.Range(Math.Max(0, counts.Count - MostRoles), Math.Min(MostRoles, counts.Count)).Select(index => counts.GetAt(index).Key));
}
