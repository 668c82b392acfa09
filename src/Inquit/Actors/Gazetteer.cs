using Inquit.Linguistics;

namespace Inquit.Actors;

/// <summary>What sort of thing the gazetteer has under a name.</summary>
internal enum GazetteerKind
{
    /// <summary>A state or territory of ISO 3166-1.</summary>
    State,

    /// <summary>A part of a state.</summary>
    Region,

    /// <summary>A town.</summary>
    City,

    /// <summary>A seat of government that stands for those in it: the Kremlin.</summary>
    Seat,

    /// <summary>A public body, party or publication of one country.</summary>
    Body,

    /// <summary>An international organization.</summary>
    International,
}

/// <summary>One entry: its usual name, what it is, and its country as ISO 3166-1 alpha-2, or null.</summary>
/// <param name="Name">The usual name.</param>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Country">ISO 3166-1 alpha-2, or null.</param>
/// <param name="Sort">For bodies and organizations: media, party, ministry, court and so on; else empty.</param>
internal sealed record GazetteerEntry(string Name, GazetteerKind Kind, string? Country, string Sort = "")
{
    /// <summary>Whether it is a company: many are called as persons and things are.</summary>
    public bool IsCompany => Sort == "company";

    /// <summary>What the name of the entry names: a place, or those who act.</summary>
    public EntityType NameType => Kind is GazetteerKind.State or GazetteerKind.Region or GazetteerKind.City ? EntityType.Place : EntityType.Organization;
}

/// <summary>
/// The states of the world with their names, demonyms, capitals and seats of government; regions and cities; national bodies and
/// international organizations. From <c>states.tsv</c>, <c>regions.tsv</c>, <c>bodies.tsv</c> and <c>organizations.tsv</c>,
/// which name their sources.
/// </summary>
internal sealed class Gazetteer
{
    private static readonly Lazy<Gazetteer> Shipped = new(() => new Gazetteer());

    // Plain dictionaries: frozen ones take longer to make than one article takes to read.
    private readonly Dictionary<string, GazetteerEntry>.AlternateLookup<ReadOnlySpan<char>> entries = new Dictionary<string, GazetteerEntry>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The names of several words, whatever their case.</summary>
    private readonly Dictionary<string, GazetteerEntry>.AlternateLookup<ReadOnlySpan<char>> anyCase =
        new Dictionary<string, GazetteerEntry>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, string> demonyms = new(StringComparer.Ordinal);
    private readonly HashSet<string> regional = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<GazetteerEntry>> metonyms = new(StringComparer.Ordinal);

    private Gazetteer()
    {
        foreach (var row in DataTable.Rows("states.tsv"))
        {
            var state = new GazetteerEntry(row[2], GazetteerKind.State, row[0]);
            Add(state, [row[2], row[3], .. DataTable.List(row[4])]);
            foreach (var demonym in DataTable.List(row[5]))
            {
                demonyms.TryAdd(demonym, row[0]);
            }

            foreach (var capital in DataTable.List(row[6]))
            {
                AddMetonym(capital, state);
                Add(new GazetteerEntry(capital, GazetteerKind.City, row[0]), [capital]);
            }

            foreach (var seat in DataTable.List(row[7]))
            {
                Add(new GazetteerEntry(seat, GazetteerKind.Seat, row[0]), [seat]);
            }
        }

        foreach (var row in DataTable.Rows("organizations.tsv"))
        {
            var organization = new GazetteerEntry(row[0], GazetteerKind.International, null, row[2]);
            Add(organization, [row[0], .. DataTable.List(row[1])]);
            foreach (var metonym in DataTable.List(row[4]))
            {
                AddMetonym(metonym, organization);
            }
        }

        foreach (var row in DataTable.Rows("bodies.tsv"))
        {
            Add(new GazetteerEntry(row[0], GazetteerKind.Body, Country(row[3]), row[2]), [row[0], .. DataTable.List(row[1])]);
        }

        foreach (var row in DataTable.Rows("regions.tsv"))
        {
            var kind = row[4] == "city" ? GazetteerKind.City : GazetteerKind.Region;
            Add(new GazetteerEntry(row[0], kind, Country(row[3])), [row[0], .. DataTable.List(row[1])]);
            foreach (var demonym in DataTable.List(row[2]))
            {
                if (row[3].Length > 0 && demonyms.TryAdd(demonym, row[3]))
                {
                    regional.Add(demonym);
                }
            }
        }

        void Add(GazetteerEntry entry, IEnumerable<string> names)
        {
            foreach (var name in names)
            {
                entries.Dictionary.TryAdd(name, entry);
                if (name.Contains(' ', StringComparison.Ordinal))
                {
                    anyCase.Dictionary.TryAdd(name, entry);
                }
            }
        }

        void AddMetonym(string place, GazetteerEntry entry) => (metonyms.TryGetValue(place, out var known) ? known : metonyms[place] = []).Add(entry);

        static string? Country(string cell) => cell.Length == 0 ? null : cell;
    }

    /// <summary>The gazetteer built into the engine.</summary>
    public static Gazetteer Default => Shipped.Value;

    /// <summary>What bears this name, with or without an article before it; null where nothing does. The case of a single word counts: US is not us.</summary>
    public GazetteerEntry? Find(ReadOnlySpan<char> name)
    {
        var bare = name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
        return entries.TryGetValue(bare, out var entry) || entries.TryGetValue(name, out entry) || (bare.Contains(' ') && anyCase.TryGetValue(bare, out entry)) ? entry : null;
    }

    /// <summary>The country of a demonym ("Russian", "Texans") as ISO 3166-1 alpha-2, or null.</summary>
    public string? CountryOfDemonym(string word) => demonyms.GetValueOrDefault(word);

    /// <summary>Whether the word is one for somebody from a state or region, as "Spaniard" and "Texan" are; not "Spanish".</summary>
    public bool IsNational(string word) => demonyms.ContainsKey(word) && demonyms.ContainsKey(word + "s");

    /// <summary>Whether a demonym is one of a part of a state: "Texan".</summary>
    public bool IsRegional(string demonym) => regional.Contains(demonym);

    /// <summary>The country that a demonym or the name of a state tells, as ISO 3166-1 alpha-2; null for other names.</summary>
    public string? CountryOf(string name) => CountryOfDemonym(name) ?? (Find(name) is { Kind: GazetteerKind.State } state ? state.Country : null);

    /// <summary>The states and organizations for which a place may stand: "Moscow", "Brussels".</summary>
    public IReadOnlyList<GazetteerEntry> StandingFor(string place) => metonyms.GetValueOrDefault(place) ?? [];
}
