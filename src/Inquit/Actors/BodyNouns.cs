using System.Collections.Frozen;

namespace Inquit.Actors;

/// <summary>Nouns for bodies ("the union", "the bank") and for the works that speak for whoever made them ("a poll", "the report").</summary>
internal static class BodyNouns
{
    /// <summary>Words in the names of banks.</summary>
    private const string Banks = "bank banco banca banque bankhaus banka banc caixa credit crédit";

    /// <summary>Words in the names of newspapers.</summary>
    private const string Papers = "media times post journal herald tribune courier gazette daily ledger star news standard chronicle mail telegraph guardian observer examiner sun globe inquirer dispatch bulletin press register sentinel monitor mirror express mercury";

    /// <summary>A noun and, after the colon, the words in names and the sorts of the gazetteer for which it may stand besides itself.</summary>
    private static readonly FrozenDictionary<string, string[]> Bodies = new[]
    {
        "union:association federation brotherhood guild teamsters union", "alliance:nato", "bloc:eu union", "newspaper:" + Papers, "paper:" + Papers,
        "daily:" + Papers, "tabloid:" + Papers, "weekly:media weekly review magazine", "magazine:media weekly review magazine", "journal:media", "outlet:media", "site:media", "website:media", "network:media", "broadcaster:media", "channel:media", "station:media", "publication:media", "agency:agency media bureau service administration",
        "company:company", "firm:company", "carrier:airlines airways", "airline:airlines airways", "automaker:motors", "carmaker:motors", "retailer:stores supermarkets", "drugmaker:pharmaceuticals pharma therapeutics", "chipmaker:semiconductor", "planemaker:aerospace", "steelmaker:steel", "toymaker:toys", "shipbuilder:shipyard", "insurer:insurance", "brewer:brewery breweries",
        "utility:electric energy water", "conglomerate:group holdings", "giant:company", "subsidiary:company", "operator:company", "supplier:company", "developer:company", "publisher:publishing press books", "distributor:company", "chain:stores hotels", "platform:online",
        "exchange:exchange", "consultancy:consulting", "homebuilder:homes", "miner:mining", "producer:company", "builder:construction", "studio:studios pictures", "label:records", "lender:" + Banks, "bank:" + Banks,
        "ministry:ministry", "department:department ministry", "council:council", "committee:committee", "commission:commission", "court:court", "tribunal:court", "party:party", "university:university college", "college:college", "school:school",
        "hospital:hospital clinic", "bureau:bureau", "fund:fund", "board:board", "foundation:foundation", "institute:institute", "center:center centre", "centre:centre center", "group:group association", "organization:organization ngo international",
        "organisation:organisation ngo international", "campaign:campaign", "administration:administration", "government:government", "army:army", "military:military army", "association:association", "church:church", "club:club fc", "team:team fc",
        "police:police", "coast guard:guard", "border guard:guard", "national guard:guard", "force:force", "regulator:agency authority", "watchdog:agency authority watch", "authority:authority", "institution:university institute", "museum:museum", "parliament:parliament", "senate:senate", "house:house", "panel:panel committee",
        "charity:ngo", "body:international", "office:office", "service:service", "movement:movement", "band:band", "gang:gang", "coalition:coalition", "chamber:chamber", "brewery:brewery", "maker:motors", "startup:inc", "manufacturer:inc motors corp", "laboratory:laboratory lab", "lab:lab laboratory",
    }.ToFrozenDictionary(entry => entry[..entry.IndexOf(':', StringComparison.Ordinal)], entry => entry[(entry.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Works = new[]
    {
        "poll", "report", "study", "statement", "survey", "analysis", "website", "transcript", "tally", "letter", "book", "data", "article", "story", "editorial", "release", "memo", "filing", "complaint", "lawsuit", "page", "account", "paper",
        "documentary", "forecast", "estimate", "assessment", "investigation", "review", "email", "tweet", "post", "ad", "advertisement", "video", "site", "figures", "statistics", "research", "indictment", "petition", "brief", "testimony", "column",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Nouns for bodies that are no companies, with the words that stand so at either end of a name, and the sorts of the gazetteer.</summary>
    private static readonly FrozenSet<string> OtherSorts = new[]
    {
        "union", "association", "federation", "confederation", "brotherhood", "guild", "teamsters", "party", "partido", "parti", "partito", "ministry", "department", "council", "committee", "commission", "court", "tribunal", "university",
        "college", "school", "academy", "hospital", "parliament", "senate", "congress", "assembly", "government", "administration", "campaign", "coalition", "movement", "army", "navy", "police", "church", "embassy", "league", "agency", "authority",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Nouns for a body as a whole, before which its name may stand: "the Velmora | union"; not those for a part of one, as "board".</summary>
    private static readonly FrozenSet<string> Wholes = new[]
    {
        "union", "newspaper", "paper", "daily", "tabloid", "weekly", "magazine", "website", "network", "broadcaster", "channel", "company", "firm", "carrier", "airline", "automaker", "carmaker", "retailer", "drugmaker", "chipmaker", "planemaker",
        "party", "group", "chain", "charity", "platform", "startup", "movement", "gang", "band", "brewery", "exchange", "consultancy", "conglomerate", "alliance",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words besides the nouns for makers that stand before a company's name, and begin none themselves.</summary>
    private static readonly FrozenSet<string> BeforeNames = new[]
    {
        "rival", "competitor", "fellow", "newcomer", "startup", "manufacturer", "retailer", "insurer", "conglomerate", "subsidiary", "operator", "supplier", "developer", "producer", "brewer", "airline", "lender", "broadcaster", "publisher",
        "regulator", "watchdog", "charity", "newspaper", "tabloid", "consultancy", "distributor", "shipbuilder", "homebuilder",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the noun is one for a whole body, before which its name may stand: "the Velmora | union".</summary>
    public static bool IsWhole(string noun) => Wholes.Contains(noun);

    /// <summary>Whether the word says before a name what it is the name of, and is no part of it: "Rival | Acme".</summary>
    public static bool StandsBeforeName(string word) => BeforeNames.Contains(word) || (word.Length > 6 && word.EndsWith("maker", StringComparison.Ordinal) && Contains(word.ToLowerInvariant()));

    /// <summary>Whether the noun is one for a company.</summary>
    public static bool IsCompany(string noun) => (MayBeOf(noun) && noun is not ("group" or "organization" or "charity")) || (Bodies.TryGetValue(noun, out var kin) && kin.Contains("company"));

    /// <summary>Whether the noun is one for a body.</summary>
    public static bool Contains(string noun) => Bodies.ContainsKey(noun);

    /// <summary>Whether the noun is one for a publication; "agency" and "network" are, of one that is known to be.</summary>
    public static bool IsPublication(string noun, Figure figure) => noun.ToLowerInvariant() is "newspaper" or "paper" or "daily" or "magazine" or "journal" or "publication" or "outlet" or "weekly" or "tabloid"
        || (figure.Entry is { Sort: "media" } && noun.ToLowerInvariant() is "agency" or "network" or "broadcaster" or "channel" or "station" or "site" or "website");

    /// <summary>Whether the noun is one for a work that speaks for its maker.</summary>
    public static bool IsWork(string noun) => Works.Contains(noun);

    /// <summary>Whether the noun is one by which a body of which nothing is known may be called.</summary>
    private static bool MayBeOf(string noun) => noun is "company" or "firm" or "group" or "organization" or "startup" or "manufacturer" or "retailer" or "brewery" or "charity" or "insurer" or "conglomerate" or "giant" or "subsidiary" or "operator"
        or "supplier" or "developer" or "producer" or "chain" or "utility" or "brewer" || noun.EndsWith("maker", StringComparison.Ordinal);

    /// <summary>
    /// How well a noun fits a named body: 3 where it is called so or the name ends with it, 2 where it is of a sort that the noun may stand
    /// for, 1 for a company of which nothing else is known; 0 for not at all, and for a body that is known to be of another sort.
    /// </summary>
    public static int Fit(string noun, Figure body)
    {
        if (!Bodies.TryGetValue(noun, out var kin) || body.Type is not (SpeakerType.Organization or SpeakerType.Unknown) || (IsCompany(noun) ? IsOfOtherSort(body) : OtherSorts.Contains(noun) && IsCompany(body)))
        {
            return 0;
        }

        if (body.Nouns.Contains(noun))
        {
            return 3;
        }

        foreach (var name in body.Writings.Keys)
        {
            var words = name.Split(' ');
            if (words[^1].Equals(noun, StringComparison.OrdinalIgnoreCase) || (words.Length > 2 && Array.Exists(words, word => word.Equals(noun, StringComparison.OrdinalIgnoreCase))))
            {
                return 3;
            }

            if ((kin.Contains("company") && BodyWords.IsTrade(words[^1])) || Array.Exists(words, word => kin.Contains(word.TrimEnd('.', ','), StringComparer.OrdinalIgnoreCase)) || (body.Entry is { } entry && (kin.Contains(entry.Sort) || Array.Exists(entry.Name.Split(' '), word => kin.Contains(word, StringComparer.OrdinalIgnoreCase) || word.Equals(noun, StringComparison.OrdinalIgnoreCase)))))
            {
                return 2;
            }
        }

        if (body.Entry is { IsCompany: true } && noun is "airline" or "carrier" or "lender" or "network" or "utility" or "publisher" or "studio" or "platform" or "miner" or "shipbuilder" or "consultancy")
        {
            return 1;
        }

        return body.Entry is null or { IsCompany: true } && body.Name is not null && !body.Name.Contains('\'', StringComparison.Ordinal) && MayBeOf(noun) ? 1 : 0;
    }

    /// <summary>Whether a body is known to be no company: by what it is called, by its name or by the gazetteer.</summary>
    private static bool IsOfOtherSort(Figure body) =>
        body.Nouns.Overlaps(OtherSorts) || (body.Entry is { IsCompany: false } entry && entry.Sort is not ("media" or "bank" or "other")) || (body.Entry is null && body.Writings.Keys.Any(name => IsOtherName(name.Split(' '))));

    /// <summary>"Union of …", "… Union"; not "Union Foods".</summary>
    private static bool IsOtherName(string[] words) => OtherSorts.Contains(words[^1]) || (words.Length > 2 && words[1] is "of" or "for" && OtherSorts.Contains(words[0]));

    private static bool IsCompany(Figure body) => body.Entry is { IsCompany: true } || body.Nouns.Any(IsCompany) || body.Writings.Keys.Any(name => BodyWords.IsTrade(name[(name.LastIndexOf(' ') + 1)..]));
}
