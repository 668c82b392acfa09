using System.Collections.Frozen;

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
internal sealed record GazetteerEntry(string Name, GazetteerKind Kind, string? Country, string Sort = "");

/// <summary>
/// The states of the world with their names, demonyms, capitals and seats of government; regions and cities; national bodies and
/// international organizations. From <c>states.tsv</c>, <c>regions.tsv</c>, <c>bodies.tsv</c> and <c>organizations.tsv</c>,
/// which name their sources.
/// </summary>
internal sealed class Gazetteer
{
    private static readonly Lazy<Gazetteer> Shipped = new(() => new Gazetteer());
    private readonly FrozenDictionary<string, GazetteerEntry>.AlternateLookup<ReadOnlySpan<char>> entries;
    private readonly FrozenDictionary<string, GazetteerEntry>.AlternateLookup<ReadOnlySpan<char>> anyCase;
    private readonly FrozenDictionary<string, string> demonyms;
    private readonly FrozenDictionary<string, GazetteerEntry[]> metonyms;

    private Gazetteer()
    {
        var byName = new Dictionary<string, GazetteerEntry>(StringComparer.Ordinal);
        var byDemonym = new Dictionary<string, string>(StringComparer.Ordinal);
        var byMetonym = new Dictionary<string, List<GazetteerEntry>>(StringComparer.Ordinal);

        foreach (var row in DataTable.Rows("states.tsv"))
        {
            var state = new GazetteerEntry(row[2], GazetteerKind.State, row[0]);
            Add(state, [row[2], row[3], .. DataTable.List(row[4])]);
            foreach (var demonym in DataTable.List(row[5]))
            {
                byDemonym.TryAdd(demonym, row[0]);
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
                if (row[3].Length > 0)
                {
                    byDemonym.TryAdd(demonym, row[3]);
                }
            }
        }

        entries = byName.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        anyCase = byName.Where(pair => pair.Key.Contains(' ', StringComparison.Ordinal)).DistinctBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        demonyms = byDemonym.ToFrozenDictionary(StringComparer.Ordinal);
        metonyms = byMetonym.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);

        void Add(GazetteerEntry entry, IEnumerable<string> names)
        {
            foreach (var name in names)
            {
                byName.TryAdd(name, entry);
            }
        }

        void AddMetonym(string place, GazetteerEntry entry) => (byMetonym.TryGetValue(place, out var known) ? known : byMetonym[place] = []).Add(entry);

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

    /// <summary>The states and organizations for which a place may stand: "Moscow", "Brussels".</summary>
    public ReadOnlySpan<GazetteerEntry> StandingFor(string place) => metonyms.GetValueOrDefault(place);
}
