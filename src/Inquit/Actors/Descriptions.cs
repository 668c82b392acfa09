using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Actors;

/// <summary>Says for whom a description stands: "the minister" for the one who has that office, "the company" for the one spoken of. What fits two stands for nobody.</summary>
internal sealed class Descriptions
{
    /// <summary>How many sentences back, or ahead, a description with a loose fit may reach.</summary>
    public const int LooseReach = 3;

    /// <summary>The noun of a description by age, "the 45-year-old", as roles have it for "Ann Lee, 45,".</summary>
    public const string Age = "year-old";

    /// <summary>How well "the Spaniard" fits somebody of whom it is known that he is from Spain.</summary>
    private const int NationFit = 3;

    private static readonly HashSet<string> LooseKin = ["lawmaker", "president", "premier", "governor", "spokesman", "candidate", "chief", "doctor", "scholar", "lawyer", "journalist", "police", "soldier", "diplomat", "cleric", "royal"];

    /// <summary>Nouns that name no part in a scene but another side of somebody spoken of: "the nominee".</summary>
    private static readonly HashSet<string> Epithets = ["nominee", "candidate", "hopeful", "frontrunner", "front-runner", "incumbent", "billionaire", "millionaire", "mogul", "tycoon", "star", "legend", "icon", "politician"];

    /// <summary>Words for one office.</summary>
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sen"] = "senator",
        ["rep"] = "representative",
        ["congressman"] = "representative",
        ["congresswoman"] = "representative",
        ["gov"] = "governor",
        ["dr"] = "doctor",
        ["gen"] = "general",
        ["prof"] = "professor",
        ["del"] = "delegate",
        ["spokesman"] = "spokesperson",
        ["spokeswoman"] = "spokesperson",
        ["chairman"] = "chairperson",
        ["chairwoman"] = "chairperson",
        ["chair"] = "chairperson",
    };

    private readonly ParsedText text;
    private readonly ArticleNames names;
    private readonly RoleReader roles;
    private readonly Salience salience;

    /// <summary>The persons by the nouns of their roles.</summary>
    private readonly Dictionary<string, List<Figure>> byRole = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The named figures by where they are first named, and the first of them who is still to come.</summary>
    private readonly List<Figure> entrances;
    private int nextEntrance;

    /// <summary>Creates what an article's descriptions are read with.</summary>
    /// <param name="text">The article.</param>
    /// <param name="names">Its names.</param>
    /// <param name="roles">Reads roles.</param>
    /// <param name="salience">Who was spoken of so far.</param>
    /// <param name="figures">Those whom the article names.</param>
    public Descriptions(ParsedText text, ArticleNames names, RoleReader roles, Salience salience, IEnumerable<Figure> figures)
    {
        this.text = text;
        this.names = names;
        this.roles = roles;
        this.salience = salience;
        entrances = [.. figures.Where(figure => figure.Mentions.Count > 0).OrderBy(figure => figure.Mentions[0].Start)];
    }

    /// <summary>Whether a token is the noun of a description; also one with a capital ("the Republican", "Witnesses said") and the last word of "the 45-year-old".</summary>
    public bool IsNoun(int token) => text.Upos(token) switch
    {
        UniversalPos.NOUN => true,
        UniversalPos.PROPN => IsCapitalized(token) && (PersonNouns.Contains(NounAt(token)) || IsNational(token) || IsBeforeName(token)),
        UniversalPos.ADJ => IsAge(token) || IsNational(token) || (text.Has(token, "nsubj") && text.Form(token) is "daily" or "weekly"),
        _ => false,
    };

    /// <summary>"the Spaniard", "a Texan": whether the last word of a phrase with an article says from where somebody is.</summary>
    public bool IsNational(int token) => char.IsUpper(text.Form(token)[0]) && text.Dependent(token, "det") is >= 0 and var article && article < token && Gazetteer.Default.IsNational(text.Word(token));

    /// <summary>"Startup | Velkor".</summary>
    private bool IsBeforeName(int token) => names.At(token + 1) is not null && BodyNouns.StandsBeforeName(text.Word(token));

    /// <summary>Whether a word has its capital for another reason than that it is a name or a title: it stands first, or "the" stands before it.</summary>
    private bool IsCapitalized(int token) => text.Form(token).IndexOfAnyInRange('a', 'z') >= 0
        && ((text.SentenceOf(token).Start == token && text.Dependent(token, "nmod") < 0) || (text.Dependent(token, "det") is >= 0 and var article && article < token));

    /// <summary>The noun of a description in dictionary form and lower case.</summary>
    public string NounAt(int token)
    {
        if (text.Is(token, "guard") && token > 0 && text.Word(token - 1).ToLowerInvariant() is var kind && kind is "coast" or "border" or "national")
        {
            return $"{kind} guard"; // a body, and no man
        }

        if (text.Upos(token) != UniversalPos.PROPN)
        {
            return IsAge(token) ? Age : text.Lemma(token).ToLowerInvariant();
        }

        var noun = text.Word(token).ToLowerInvariant();
        return PersonNouns.Contains(noun) ? noun
            : noun.EndsWith("es", StringComparison.Ordinal) && PersonNouns.Contains(noun[..^2]) ? noun[..^2]
            : noun.EndsWith('s') ? noun[..^1] : noun;
    }

    /// <summary>Whether a noun is in the plural, also where the tagger took it for a name.</summary>
    public bool IsPlural(int token) => text.Syntax.Xpos[token] is "NNS" or "NNPS" || (text.Upos(token) == UniversalPos.PROPN && NounAt(token).Length < text.Form(token).Length);

    /// <summary>Remembers that a person has a role.</summary>
    public void Learn(Figure person, string noun)
    {
        var bearers = byRole.TryGetValue(Canonical(noun), out var own) ? own : byRole[Canonical(noun)] = [];
        if (bearers.LastOrDefault() != person)
        {
            bearers.Add(person);
        }
    }

    /// <summary>The one body for which a description may stand, or null.</summary>
    public Figure? BodyFor(int token, string noun)
    {
        var sentence = text.SentenceIndexOf(token);
        var fitting = salience.Recent.Where(figure => figure.Type is SpeakerType.Organization or SpeakerType.Unknown)
            .Select(figure => new Candidate(figure, FitOf(noun, figure), sentence - salience.LastOf(figure)!.Sentence))
            .Where(candidate => candidate.Fit >= 2 || (candidate.Fit == 1 && candidate.Distance <= LooseReach))
            .OrderByDescending(candidate => Nearness(noun, candidate)).ThenByDescending(candidate => candidate.Fit).ToList();
        var best = fitting.Count == 0 ? null
            : fitting.Count > 1 && Nearness(noun, fitting[1]) == Nearness(noun, fitting[0]) && !IsOnlySubject(fitting[0].Figure, fitting[1].Figure) ? null
            : fitting[0].Figure;
        return best ?? (fitting.Count == 0 ? BodyAhead(token, noun) : null);
    }

    /// <summary>How well a noun fits a body. Any company is "the company" as well as one that has the word in its name.</summary>
    private static int FitOf(string noun, Figure body) =>
        !body.IsNamed ? body.Description is { } words && words.EndsWith(noun, StringComparison.OrdinalIgnoreCase) ? 3 : 0
        : BodyNouns.Fit(noun, body) is var fit && IsGeneral(noun) ? Math.Min(fit, 2) : fit;

    private static bool IsGeneral(string noun) => noun is "company" or "firm" or "group" or "organization" or "organisation";

    /// <summary>What speaks for a body: each step of fit weighs as much as four sentences, and two where many bodies may be called so.</summary>
    private static int Nearness(string noun, Candidate candidate) => ((IsGeneral(noun) ? 2 : 4) * candidate.Fit) - candidate.Distance;

    /// <summary>A body that is named in the sentences just after a headline's or an opening's description of it.</summary>
    public Figure? BodyAhead(int token, string noun)
    {
        var sentence = text.SentenceIndexOf(token);
        var ahead = Ahead(token).Where(figure => BodyNouns.Fit(noun, figure) >= 2
            && text.SentenceIndexOf(figure.Mentions[0].Start) > sentence).ToList();
        return ahead.Count == 1 ? ahead[0] : null;
    }

    /// <summary>The one person for whom a description may stand, or null.</summary>
    public Figure? PersonFor(int token, string noun)
    {
        var extent = text.Extent(token);
        var phrase = new TokenRange(Math.Max(extent.Start, token - 8), token + 1);
        var country = roles.Countries.Of(phrase);
        var modifiers = ModifiersIn(phrase);
        var place = PlaceIn(phrase);
        var isNational = country is not null && IsNational(token) && !Gazetteer.Default.IsRegional(text.Word(token));
        var gender = PersonNouns.GenderOf(noun);
        var sentence = text.SentenceIndexOf(token);
        var candidates = new List<Candidate>();
        foreach (var figure in salience.Recent.Concat(Ahead(token)).Concat(byRole.GetValueOrDefault(Canonical(noun)) ?? []).Distinct())
        {
            if (figure.Type != SpeakerType.Person || (place is not null && IsFromElsewhere(figure, place)) || figure.IsPlural || figure.Mentions.Count == 0 || gender.Contradicts(figure.Gender) || (country is not null && figure.Country is { } other && other != country))
            {
                continue;
            }

            var sighting = salience.LastOf(figure);
            var distance = sighting is not null ? sentence - sighting.Sentence : text.SentenceIndexOf(figure.Mentions[0].Start) - sentence + 1;
            var fit = noun == Age ? FitOf(text.Form(token - 4), figure) : Math.Max(FitOf(noun, modifiers, figure), isNational && figure.IsNamed && figure.Country == country ? NationFit : 0);
            if (sighting is null)
            {
                fit = fit >= 6 || (fit >= 3 && distance <= LooseReach + 1) ? fit - 2 : 0;
            }

            if (fit >= 4 || (fit > 0 && distance <= LooseReach))
            {
                candidates.Add(new Candidate(figure, fit, distance));
            }
        }

        var sorted = candidates.OrderByDescending(candidate => candidate.Fit).ThenBy(candidate => candidate.Distance).ToList();
        if (sorted.Count == 0)
        {
            return Epithets.Contains(noun) ? LastSubject(sentence, gender) : null;
        }

        return sorted.Count > 1 && sorted[1].Fit == sorted[0].Fit && sorted[1].Distance - sorted[0].Distance < LooseReach && !sorted[1].Figure.Equals(sorted[0].Figure) ? null : sorted[0].Figure;
    }

    /// <summary>The part of a state that the words before a noun name: "the | Kentucky | senator"; null for none.</summary>
    private string? PlaceIn(TokenRange phrase)
    {
        foreach (var index in names.IndicesIn(phrase))
        {
            if (names.EntryOf(names.Mentions[index].Tokens) is { Kind: GazetteerKind.Region } place)
            {
                return place.Name;
            }
        }

        return null;
    }

    /// <summary>Whether the roles of a figure name another part of a state, and not this one.</summary>
    private static bool IsFromElsewhere(Figure figure, string place)
    {
        var places = figure.Roles.Select(role => role.Affiliation is { } body ? Gazetteer.Default.Find(body) : null).Where(entry => entry is { Kind: GazetteerKind.Region }).ToList();
        return places.Count > 0 && !places.Exists(entry => entry!.Name == place);
    }

    /// <summary>"Lee spoke. The candidate …": the subject of the sentence before, of whom no office is known and beside whom no other person stands there; else null.</summary>
    private Figure? LastSubject(int sentence, Gender gender)
    {
        var before = salience.Recent.Where(figure => figure.Type == SpeakerType.Person && salience.LastOf(figure)!.Sentence == sentence - 1).ToList();
        return before.Count == 1 && salience.LastOf(before[0])!.IsSubject && !gender.Contradicts(before[0].Gender) && !before[0].Roles.Exists(role => role.Role is not null) ? before[0] : null;
    }

    private bool IsOnlySubject(Figure one, Figure other)
    {
        var (own, others) = (salience.LastOf(one)!, salience.LastOf(other)!);
        return own.IsSubject && !others.IsSubject && !(text.Has(others.Token, "conj") && text.Head(others.Token) == own.Token);
    }

    /// <summary>Those who are named for the first time in the sentences just after a token.</summary>
    private IEnumerable<Figure> Ahead(int token)
    {
        var sentence = text.SentenceIndexOf(token);
        while (nextEntrance < entrances.Count && entrances[nextEntrance].Mentions[0].Start <= token)
        {
            nextEntrance++;
        }

        for (var i = nextEntrance; i < entrances.Count && text.SentenceIndexOf(entrances[i].Mentions[0].Start) - sentence <= LooseReach; i++)
        {
            yield return entrances[i];
        }
    }

    private bool IsAge(int token) => token > 3 && text.Is(token, "old") && text.IsDash(token - 1) && text.Is(token - 2, "year") && text.IsDash(token - 3);

    /// <summary>How well an age fits what is known of a person; 0 for not at all.</summary>
    private int FitOf(ReadOnlySpan<char> age, Figure figure)
    {
        foreach (var role in figure.Roles)
        {
            if (role.Noun == Age && text.Form(role.Tokens.Start).SequenceEqual(age))
            {
                return 8;
            }
        }

        return 0;
    }

    /// <summary>How well a noun with its modifiers fits what is known of a person; 0 for not at all.</summary>
    private int FitOf(string noun, HashSet<string> modifiers, Figure figure)
    {
        var best = 0;
        if (!figure.IsNamed)
        {
            best = figure.Description is { } words && words.EndsWith(noun, StringComparison.OrdinalIgnoreCase) ? 6 : 0;
        }

        foreach (var role in figure.Roles)
        {
            if (role.Noun is null)
            {
                continue;
            }

            var own = Canonical(role.Noun);
            var fit = own == Canonical(noun) ? 6 : PersonNouns.MayStandFor(noun, own, LooseKin) ? 3 : 0;
            if (fit == 0 && role.Role is { } said && noun is "republican" or "democrat" && said.Contains(noun[..^3], StringComparison.OrdinalIgnoreCase))
            {
                fit = 5;
            }

            if (fit > 0 && modifiers.Count > 0)
            {
                var words = text.Words(role.Tokens);
                var shared = modifiers.Count(modifier => words.Contains(modifier, StringComparison.OrdinalIgnoreCase));
                var isOther = fit == 3 && modifiers.Any(modifier => char.IsLower(modifier[0]) && BodyNouns.Contains(modifier)); // "the band leader" is no governor
                fit += shared > 0 ? 2 : isOther || (role.Role is { } whole && whole.Contains(' ', StringComparison.Ordinal)) ? -4 : 0;
            }

            best = Math.Max(best, fit);
        }

        return best;
    }

    private static string Canonical(string noun) => Synonyms.GetValueOrDefault(noun.TrimEnd('.'), noun);

    private HashSet<string> ModifiersIn(TokenRange phrase)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var token = phrase.Start; token < phrase.End - 1; token++)
        {
            if (text.Upos(token) is UniversalPos.ADJ or UniversalPos.NOUN or UniversalPos.PROPN && !text.Is(token, "former") && !text.Is(token, "other"))
            {
                words.Add(text.Word(token));
            }
        }

        return words;
    }

    /// <summary>One for whom a description may stand.</summary>
    private sealed record Candidate(Figure Figure, int Fit, int Distance);
}
