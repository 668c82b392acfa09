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

    /// <summary>How well a noun fits a named body: 3 where the name ends with it, 2 where it is of a sort that the noun may stand for, 1 for a company of which nothing else is known; 0 for not at all.</summary>
    public static int Fit(string noun, Figure body)
    {
        if (!Bodies.TryGetValue(noun, out var kin) || body.Type is not (SpeakerType.Organization or SpeakerType.Unknown))
        {
            return 0;
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
}
