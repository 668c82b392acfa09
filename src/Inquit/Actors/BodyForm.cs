using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Inquit.Actors;

/// <summary>One name of a body, ready to be compared: its words without order, legal form and country.</summary>
internal sealed class BodyForm
{
    private static readonly FrozenSet<string> Stops = Set("the of for and & in on a an de des du la le et y");
    private static readonly FrozenSet<string> LegalForms = Set("inc incorporated ltd limited llc llp plc ag gmbh kg kgaa se sa spa srl nv bv corp corporation co company ab asa oyj pjsc ojsc oao pao zao jsc pty sarl");

    /// <summary>Words of a trade that a short name leaves out.</summary>
    private static readonly FrozenSet<string> TradeWords = Set(
        "group holdings holding motor motors automotive airlines airways air bank banking industries international technologies technology systems electronics energy oil gas petroleum pharmaceuticals pharma foods stores " +
        "entertainment media news communications telecom airline aerospace motorcycles steel mining insurance financial capital partners brands platforms party movement newspaper magazine");

    /// <summary>Words that many bodies of many places have.</summary>
    private static readonly FrozenSet<string> Generic = Set(
        "ministry foreign defense interior justice finance economy health education agriculture energy transport environment labor culture trade police supreme court constitutional high central bank national state parliament " +
        "assembly senate congress house representatives lords commons government cabinet army navy air force military armed forces prosecutor prosecutors general office attorney federal reserve council election commission " +
        "electoral committee socialist conservative democratic liberal labour communist republican green social progressive people peoples workers party union league front movement opposition university school hospital city county district department " +
        "agency authority security intelligence service presidency president prime minister royal embassy border guard emergency situations fire sheriff sheriffs officials authorities rebels militants lawmakers " +
        "red cross olympic football association federation chamber commerce times post news radio television broadcasting airlines airways television statistics bureau treasury inland revenue tax customs");

    /// <summary>Bodies of which one place may have two, told apart by the order of the words: Miami University, University of Miami.</summary>
    private static readonly FrozenSet<string> Ordered = Set("university college academy institute school bank church club hospital museum theater theatre orchestra");

    private static readonly FrozenDictionary<string, string> Twins = new[]
    {
        ("defence", "defense"), ("labour", "labor"), ("centre", "center"), ("organisation", "organization"), ("department", "ministry"), ("dept", "ministry"), ("min", "ministry"), ("univ", "university"),
        ("govt", "government"), ("intl", "international"), ("assn", "association"), ("bros", "brothers"), ("programme", "program"), ("workers", "worker"), ("peoples", "people"),
        ("sheriffs", "sheriff"), ("nat", "national"), ("prosecutors", "prosecutor"), ("motors", "motor"), ("mfa", "foreign"),
    }.ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    private BodyForm(string plain, GazetteerEntry? entry, ImmutableSortedSet<string> words, ImmutableArray<string> order, string arranged, ImmutableHashSet<string> countries, ImmutableArray<string> initials, string? abbreviation)
    {
        Plain = plain;
        Entry = entry;
        Words = words;
        Order = order;
        Arranged = arranged;
        Joined = Concatenated(order);
        Countries = countries;
        Initials = initials;
        Abbreviation = abbreviation;
        Key = string.Join(' ', words);
        IsGeneric = words.All(word => Generic.Contains(word) || LegalForms.Contains(word));
    }

    public string Plain { get; }

    public GazetteerEntry? Entry { get; }

    /// <summary>The words that count, each once, in no order.</summary>
    public ImmutableSortedSet<string> Words { get; }

    /// <summary>The words that count as they stand.</summary>
    public ImmutableArray<string> Order { get; }

    /// <summary>All words as they stand, with the code of a country in its place.</summary>
    public string Arranged { get; }

    /// <summary>The words that count as one, without an Arabic article.</summary>
    public string Joined { get; }

    /// <summary>The countries that the name holds.</summary>
    public ImmutableHashSet<string> Countries { get; }

    /// <summary>The abbreviations that its initials make, with and without small words.</summary>
    public ImmutableArray<string> Initials { get; }

    /// <summary>The name itself without points, if it is an abbreviation.</summary>
    public string? Abbreviation { get; }

    /// <summary>The words in one string.</summary>
    public string Key { get; }

    /// <summary>Whether many countries have one of this name.</summary>
    public bool IsGeneric { get; }

    /// <summary>Reads a name of an actor of a country.</summary>
    public static BodyForm Read(string name, string? country)
    {
        var bare = name.Trim();
        var entry = Find(bare);
        if (entry is { Kind: GazetteerKind.Body } && entry.Country is not null && country is not null && entry.Country != country)
        {
            entry = null;
        }

        var countries = ImmutableHashSet.CreateBuilder<string>();
        var raw = bare.Replace("’s ", " ", StringComparison.Ordinal).Replace("'s ", " ", StringComparison.Ordinal).Split([' ', ',', '/'], StringSplitOptions.RemoveEmptyEntries);
        var words = new List<string>();
        var arranged = new List<string>();
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw.Length > 1 && Offices.CountryAt(raw, i) is var (found, length) && length < raw.Length)
            {
                countries.Add(found);
                arranged.Add(found);
                i += length - 1;
                continue;
            }

            var word = NameLetters.Plain(raw[i]);
            if (word.Length > 0 && !Stops.Contains(word))
            {
                words.Add(Twins.GetValueOrDefault(word, word));
                arranged.Add(words[^1]);
            }
        }

        var content = words.Where(word => !LegalForms.Contains(word)).ToList();
        content = content.Count == 0 ? words : content;
        if (content.Contains("ministry"))
        {
            content = [.. content.Where(word => word != "affairs").Select(word => word == "internal" ? "interior" : word)];
        }

        var capitals = raw.SelectMany(word => word.Split('-')).Where(word => word.Length > 0).ToArray();
        string[] initials = [Initial(capitals), Initial(capitals.Where(word => !Stops.Contains(word.ToLowerInvariant()))), Initial(capitals.Where(word => !LegalForms.Contains(NameLetters.Plain(word)) && !Stops.Contains(word.ToLowerInvariant())))];
        var letters = bare.Replace(".", string.Empty, StringComparison.Ordinal);
        letters = letters.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? letters[4..] : letters;
        return new BodyForm(
            string.Join(' ', words),
            entry,
            content.ToImmutableSortedSet(StringComparer.Ordinal),
            [.. content],
            string.Join(' ', arranged.Where(word => !LegalForms.Contains(word))),
            countries.ToImmutable(),
            [.. initials.Where(initial => initial.Length > 1).Distinct()],
            letters.Length is > 1 and < 8 && letters.Count(char.IsUpper) >= Math.Max(2, letters.Length - 1) && letters.All(char.IsLetterOrDigit) ? letters.ToUpperInvariant() : null);
    }

    /// <summary>Whether this name is the start of the other, and what follows only says the trade: Toyota, Toyota Motor.</summary>
    public bool IsShortFor(BodyForm full) =>
        Order.Length > 0 && Order.Length < full.Order.Length && !IsGeneric && full.Order.Take(Order.Length).SequenceEqual(Order) && full.Order.Skip(Order.Length).All(TradeWords.Contains);

    /// <summary>Whether the words are those of the other, and their order makes it another body.</summary>
    public bool IsTurned(BodyForm other) => Key == other.Key && Arranged != other.Arranged && Words.Overlaps(Ordered);

    /// <summary>The starts of the name that may be short for it: Toyota, for Toyota Motor.</summary>
    public IEnumerable<string> ShortForms()
    {
        for (var length = Order.Length - 1; length > 0 && TradeWords.Contains(Order[length]); length--)
        {
            yield return string.Join(' ', Order.Take(length));
        }
    }

    private static GazetteerEntry? Find(string name)
    {
        if (Gazetteer.Default.Find(name) is { } entry)
        {
            return entry;
        }

        var last = name.LastIndexOf(' ');
        return last > 0 && LegalForms.Contains(NameLetters.Plain(name[(last + 1)..])) ? Gazetteer.Default.Find(name[..last].TrimEnd(',')) : null;
    }

    private static string Concatenated(ImmutableArray<string> order)
    {
        var joined = string.Concat(order.Length > 1 && order[0] is "al" or "el" ? order[1..] : order);
        return order.Length == 1 && joined.Length > 5 && joined.StartsWith("al", StringComparison.Ordinal) ? joined[2..] : joined;
    }

    private static string Initial(IEnumerable<string> words) => words.Aggregate(string.Empty, (all, word) => all + char.ToUpperInvariant(NameLetters.Plain(word) is { Length: > 0 } plain ? plain[0] : word[0]));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
