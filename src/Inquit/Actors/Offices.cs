using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Inquit.Actors;

/// <summary>How two roles, or two affiliations, stand to each other.</summary>
internal enum Fit
{
    /// <summary>One of them is not known.</summary>
    Unknown,

    /// <summary>One person has both in the course of a life: two offices, or one trade.</summary>
    Near,

    /// <summary>They say the same.</summary>
    Agree,

    /// <summary>One office of two fields: minister of defense, minister of finance.</summary>
    Conflict,

    /// <summary>Two trades that one person rarely has: oceanographer, sheriff.</summary>
    Apart,
}

/// <summary>Roles and affiliations of one actor as sets of words that can be compared.</summary>
internal sealed class Offices
{
    private static readonly FrozenSet<string> Stops = Set(
        "the a an of for to in at on and s by from with who former ex late then ousted deposed jailed current new outgoing acting interim longtime retired incoming fugitive exiled slain murdered prominent " +
        "senior top newly elected veteran ailing his her its their one time onetime sitting de facto");

    /// <summary>Words after which a head has stood already.</summary>
    private static readonly FrozenSet<string> Prepositions = Set("of for in at to on from with by who");

    private static readonly FrozenDictionary<string, string> Words = new[]
    {
        "defense:defence", "labor:labour", "center:centre", "organization:organisation", "spokesman:spokeswoman,spokesperson,spox", "chairman:chairwoman,chair,chairperson",
        "congressman:congresswoman,representative,rep", "businessman:businesswoman", "policeman:policewoman", "prime-minister:pm,premier,prime-ministerial", "chief-executive:ceo",
        "senator:sen", "governor:gov", "general:gen", "founder:co-founder,cofounder", "treasury:finance", "carmaker:automaker", "lawmaker:mp,legislator,parliamentarian,deputy", "secretary-general:un-chief",
        "united-nations:un", "european-union:eu", "police:cops", "councilman:councilwoman,councillor,councilor", "army:armed-forces", "leader:head", "adviser:advisor",
        "lieutenant:lt", "sergeant:sgt", "captain:capt", "colonel:col", "major:maj", "admiral:adm", "reverend:rev", "professor:prof", "detective:det", "commander:cmdr", "actor:actress", "reporter:correspondent", "parliament:parliamentary", "party:partys", "presidential:presidency", "jeweler:jeweller",
    }.Select(row => row.Split(':')).SelectMany(row => row[1].Split(',').Select(other => (other, row[0]))).ToFrozenDictionary(pair => pair.other, pair => pair.Item2);

    private static readonly FrozenSet<string> Compounds = Set(
        "prime-minister vice-president vice-premier attorney-general secretary-general chief-justice first-lady chief-executive armed-forces united-nations european-union un-chief crown-prince " +
        "inspector-general director-general solicitor-general governor-general surgeon-general vice-chairman");

    private static readonly FrozenSet<string> Chiefs = Set("president chairman leader chief chief-executive director boss founder head owner executive");
    private static readonly FrozenSet<string> Politics = Set("official lawmaker candidate diplomat governor premier president royal politics");
    private static readonly FrozenSet<string> Trades = Set("player scholar lawyer business doctor worker artist cleric journalist soldier police politics man");
    private static readonly FrozenSet<string> Kinship = Set("wife husband son daughter brother sister father mother widow widower nephew niece uncle cousin half-brother half-sister grandson granddaughter stepson brother-in-law");
    private static readonly FrozenSet<string> Vague = Set(
        "office department ministry agency group party company organization service government state national police force forces university city county team bank council committee international president general union house");

    private readonly List<Office> offices = [];

    private Offices()
    {
    }

    /// <summary>The countries that the words tell.</summary>
    public HashSet<string> Countries { get; } = new(StringComparer.Ordinal);

    public bool IsEmpty => offices.Count == 0;

    /// <summary>All words; two that agree, or that share one, have one in common.</summary>
    public IEnumerable<string> All => offices.SelectMany(office => office.All);

    /// <summary>Whether the actor is named as somebody's kin and nothing else.</summary>
    public bool IsKin => offices.Count > 0 && offices.TrueForAll(office => Kinship.Contains(office.Head));

    /// <summary>Whether one of the offices is one in politics.</summary>
    public bool IsPolitics => offices.Any(office => office.Trades.Contains("politics"));

    /// <summary>Reads roles or affiliations that are parted by semicolons.</summary>
    public static Offices Read(string? text)
    {
        var read = new Offices();
        foreach (var part in (text ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            read.Add(part);
        }

        return read;
    }

    /// <summary>How these roles stand to others.</summary>
    public Fit FitWith(Offices other)
    {
        if (IsEmpty || other.IsEmpty)
        {
            return Fit.Unknown;
        }

        var best = Fit.Apart;
        foreach (var a in offices)
        {
            foreach (var b in other.offices)
            {
                var fit = a.FitWith(b);
                best = Rank(fit) > Rank(best) ? fit : best;
            }
        }

        return best;

        static int Rank(Fit fit) => fit switch { Fit.Agree => 4, Fit.Near => 3, Fit.Conflict => 1, Fit.Apart => 0, _ => 2 };
    }

    /// <summary>Whether a word that tells something stands in both: "Tulsa police", "Tulsa Police Department".</summary>
    public bool ShareWord(Offices other)
    {
        foreach (var a in offices)
        {
            foreach (var b in other.offices)
            {
                if (a.All.Overlaps(b.Telling) || a.All.SetEquals(b.All))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether the roles agree in a field, not in the noun alone: "Kremlin spokesman".</summary>
    public bool ShareField(Offices other) => offices.Any(a => other.offices.Any(b => a.FitWith(b) == Fit.Agree && a.Fields.Overlaps(b.Fields)));

    private void Add(string text)
    {
        var words = new List<string>();
        var (head, hasCountry) = (-1, false);
        var raw = text.Replace("’s", " ", StringComparison.Ordinal).Replace("'s", " ", StringComparison.Ordinal).Split([' ', ',', '/', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < raw.Length; i++)
        {
            if (CountryAt(raw, i) is var (country, length))
            {
                Countries.Add(country);
                hasCountry = true;
                i += length - 1;
                continue;
            }

            var word = raw[i].Trim('.', '\'', '’').ToLowerInvariant();
            word = word.StartsWith("ex-", StringComparison.Ordinal) ? word[3..] : word.Replace(".", string.Empty, StringComparison.Ordinal);
            if (i + 1 < raw.Length && raw[i + 1].TrimEnd('.').ToLowerInvariant() is var next && $"{word}-{Words.GetValueOrDefault(next, next)}" is var compound && Compounds.Contains(compound))
            {
                word = compound;
                i++;
            }

            word = Words.GetValueOrDefault(word, word);
            if (word == "prime-minister" && i + 1 < raw.Length && raw[i + 1].Equals("minister", StringComparison.OrdinalIgnoreCase))
            {
                i++;
            }

            if (Prepositions.Contains(word) && head < 0)
            {
                head = words.Count - 1;
            }

            if (!Stops.Contains(word) && word.Length > 0 && !char.IsAsciiDigit(word[0]))
            {
                words.Add(NameLetters.Plain(word) is var plain && word.Contains('-', StringComparison.Ordinal) ? word : plain);
            }
        }

        if (words.Count > 0)
        {
            var index = head >= 0 ? head : words.Count - 1;
            offices.Add(new Office(words[index], words, hasCountry));
        }
    }

    /// <summary>The country that the words from a place on name, and how many words that are.</summary>
    public static (string Country, int Length)? CountryAt(string[] words, int start)
    {
        for (var length = Math.Min(4, words.Length - start); length > 0; length--)
        {
            var name = string.Join(' ', words[start..(start + length)]).TrimEnd(',');
            if (char.IsUpper(name[0]) && Gazetteer.Default.CountryOf(name) is { } country)
            {
                return (country, length);
            }
        }

        return null;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private sealed class Office
    {
        private readonly string[] kin;

        public Office(string head, List<string> words, bool hasCountry)
        {
            Head = head;
            Fields = words.Where(word => word != head).ToHashSet(StringComparer.Ordinal);
            All = words.ToHashSet(StringComparer.Ordinal);
            Telling = [.. All.Where(word => !Vague.Contains(word))];
            kin = PersonNouns.KinOf(head).ToArray();
            var trades = new HashSet<string>(kin, StringComparer.Ordinal);
            if (trades.Overlaps(Politics) || head is "prime-minister" or "vice-president" or "attorney-general" or "secretary-general" or "first-lady" or "chief-justice" or "crown-prince" or "dictator"
                || (hasCountry && Fields.Count == 0 && Chiefs.Contains(head)))
            {
                trades.Add("politics");
            }

            Trades = trades;
            IsOpen = !trades.Overlaps(Offices.Trades) || trades.Contains("chief");
        }

        public string Head { get; }

        public HashSet<string> Fields { get; }

        public HashSet<string> All { get; }

        /// <summary>The words that not every office has.</summary>
        public ImmutableArray<string> Telling { get; }

        public HashSet<string> Trades { get; }

        /// <summary>Whether the noun may go with any trade: chief, spokesman, or one that is not known.</summary>
        private bool IsOpen { get; }

        public Fit FitWith(Office other)
        {
            var shared = Fields.Overlaps(other.Fields);
            if (Head == other.Head)
            {
                return Fields.Count == 0 || other.Fields.Count == 0 || shared ? Fit.Agree : Fit.Conflict;
            }

            if ((kin.AsSpan().ContainsAny(other.kin) || AreChiefs(other)) && (shared || All.Overlaps(other.Fields) || Fields.Overlaps(other.All)))
            {
                return Fit.Agree;
            }

            if (AreChiefs(other) && (Fields.Count == 0 || other.Fields.Count == 0) && Trades.Contains("politics") == other.Trades.Contains("politics"))
            {
                return Fit.Near;
            }

            var politics = Trades.Contains("politics") || other.Trades.Contains("politics");
            return IsOpen || other.IsOpen || Trades.Overlaps(other.Trades) || (politics && !IsWorker && !other.IsWorker) ? Fit.Near : Fit.Apart;
        }

        private bool IsWorker => Trades.Contains("worker") && !Trades.Contains("politics");

        private bool AreChiefs(Office other) => Chiefs.Contains(Head) && Chiefs.Contains(other.Head);
    }
}
