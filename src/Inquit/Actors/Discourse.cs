using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Actors;

/// <summary>
/// Reads an article from its first word to its last and keeps in mind who was spoken of, as a reader does: names, then for each
/// description and each pronoun whom it stands for. What fits two equally well stands for nobody. The weights are set by hand, by
/// what the centring and salience literature agrees on (Lappin and Leass 1994; Mitkov 2002): nearness, subjects before
/// others, those spoken of often, gender and number.
/// </summary>
internal sealed class Discourse
{
    /// <summary>How many sentences back a pronoun may reach.</summary>
    private const int PronounReach = 8;

    /// <summary>How many sentences back, or ahead, a description with a loose fit may reach.</summary>
    private const int LooseReach = 3;

    /// <summary>By how much the best candidate for a pronoun must be ahead of the next one.</summary>
    private const double LeastLead = 0.15;

    /// <summary>How many of those spoken of are kept in mind.</summary>
    private const int MostRemembered = 64;

    /// <summary>How many of those spoken of last are weighed for a pronoun.</summary>
    private const int MostCandidates = 12;

    private static readonly HashSet<string> LooseKin = ["lawmaker", "president", "premier", "governor", "spokesman", "candidate", "chief", "doctor", "scholar", "lawyer", "journalist", "police", "soldier", "diplomat", "cleric", "royal"];

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
    private readonly List<Figure> figures;
    private readonly Figure?[] figureOf;
    private readonly Reference?[] referenceAt;

    /// <summary>Those spoken of, the last one last.</summary>
    private readonly List<Figure> recent = [];

    /// <summary>Where each figure was spoken of last, and whether as a subject.</summary>
    private readonly Dictionary<Figure, Sighting> last = [];

    /// <summary>The makers of works, by the noun: "the poll" after "a Bloomberg poll".</summary>
    private readonly Dictionary<string, Figure> makers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Works that stand before anybody who made one is named: "Poll: …".</summary>
    private readonly List<(int Token, string Noun)> unmade = [];

    /// <summary>Names that are joined, by the head of the first one.</summary>
    private readonly Dictionary<int, Figure> joint = [];

    /// <summary>The persons by the nouns of their roles.</summary>
    private readonly Dictionary<string, List<Figure>> byRole = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The named figures by where they are first named, and the first of them who is still to come.</summary>
    private readonly List<Figure> entrances;
    private int nextEntrance;

    /// <summary>Nouns beside which the name stands: "the head of the office, Ann Lee".</summary>
    private readonly Dictionary<int, Figure> apposed = [];

    /// <summary>The heads of the sources of statements that are in no other.</summary>
    private readonly HashSet<int> sourceHeads;

    /// <summary>For each sentence, how many before it are told by the article itself and do not lie in a quotation.</summary>
    private readonly int[] narrated;

    /// <summary>Who spoke last, and in which sentence.</summary>
    private (Figure Figure, int Sentence)? lastSpeaker;

    private Discourse(ParsedText text, ArticleNames names, HashSet<int> sourceHeads)
    {
        this.text = text;
        this.names = names;
        this.sourceHeads = sourceHeads;
        narrated = Narrated(text);
        roles = new RoleReader(text, names);
        (figures, figureOf) = NameClusters.Join(text, names);
        entrances = [.. figures.Where(figure => figure.Mentions.Count > 0).OrderBy(figure => figure.Mentions[0].Start)];
        referenceAt = new Reference?[text.Count];
    }

    /// <summary>The names of the article.</summary>
    public ArticleNames Names => names;

    /// <summary>Reads roles off descriptions.</summary>
    public RoleReader Roles => roles;

    /// <summary>All figures, named or not.</summary>
    public IReadOnlyList<Figure> Figures => figures;

    /// <summary>Reads an article whose statements have these heads of sources.</summary>
    public static Discourse Read(ParsedText text, HashSet<int> sourceHeads)
    {
        var discourse = new Discourse(text, NameMentions.Find(text), sourceHeads);
        discourse.LearnRoles();
        discourse.Walk();
        return discourse;
    }

    /// <summary>Whom the token stands for: any token of a name, the noun of a description, a pronoun; null for nobody.</summary>
    public Reference? At(int token) => referenceAt[token];

    /// <summary>The figure of a name, by its place among the names.</summary>
    public Figure? FigureOf(int name) => figureOf[name];

    private void LearnRoles()
    {
        for (var i = 0; i < names.Mentions.Length; i++)
        {
            if (names.Mentions[i].Type != EntityType.Person || figureOf[i] is not { } figure)
            {
                continue;
            }

            var mention = names.Mentions[i].Tokens;
            foreach (var role in roles.Around(mention))
            {
                figure.Roles.Add(role);
                if (role.Noun is { } noun && (byRole.TryGetValue(Canonical(noun), out var own) ? own : byRole[Canonical(noun)] = []) is var bearers && bearers.LastOrDefault() != figure)
                {
                    bearers.Add(figure);
                }

                if (role is { IsApposition: true, NounAt: >= 0 })
                {
                    apposed[role.NounAt] = figure;
                }
            }

            var title = mention.Start > 0 ? PersonTitles.GenderOf(Form(mention.Start - 1)) : Gender.Unknown;
            figure.Gender = figure.Gender == Gender.Unknown ? title : figure.Gender;
        }

        foreach (var figure in figures.Where(figure => figure.Type == SpeakerType.Person && figure.Gender == Gender.Unknown))
        {
            figure.Gender = figure.Roles.Where(role => role.Noun is not null).Select(role => PersonNouns.GenderOf(role.Noun!)).FirstOrDefault(gender => gender != Gender.Unknown);
            if (figure.Gender == Gender.Unknown)
            {
                figure.Gender = figure.FullNames.Select(name => name.Gender).FirstOrDefault(gender => gender != Gender.Unknown);
            }

            if (figure.Gender == Gender.Unknown && figure.FullNames.Count == 0 && figure.Name is { } single)
            {
                figure.Gender = GivenNames.Default.GenderOf(single);
            }
        }
    }

    private static int[] Narrated(ParsedText text)
    {
        var narrated = new int[text.Segmentation.Sentences.Length];
        for (var sentence = 0; sentence + 1 < narrated.Length; sentence++)
        {
            var tokens = text.Segmentation.Sentences[sentence];
            var isTold = false;
            for (var token = tokens.Start; token < tokens.End && !isTold; token++)
            {
                isTold = text.QuotationOf(token) < 0 && !text.IsPunctuation(token);
            }

            narrated[sentence + 1] = narrated[sentence] + (isTold ? 1 : 0);
        }

        return narrated;
    }

    private void Walk()
    {
        for (var token = 0; token < text.Count; token++)
        {
            Meet(token);
            if (sourceHeads.Contains(token) && referenceAt[token] is { } speaker)
            {
                lastSpeaker = (speaker.Figure, text.SentenceIndexOf(token));
            }
        }
    }

    /// <summary>Takes one token in: a name as a whole at its first token, a pronoun, a noun that stands for somebody.</summary>
    private void Meet(int token)
    {
        if (names.IndexAt(token) is >= 0 and var index)
        {
            var mention = names.Mentions[index];
            if (mention.Tokens.Start == token && figureOf[index] is { } figure)
            {
                for (var part = token; part < mention.Tokens.End; part++)
                {
                    referenceAt[part] = new Reference(figure, SpeakerResolution.Name);
                }

                See(figure, text.HeadOf(mention.Tokens), mention.Tokens);
                Join(figure, text.HeadOf(mention.Tokens));
            }

            return;
        }

        if (text.Upos(token) == UniversalPos.PRON || (text.Upos(token) == UniversalPos.DET && text.Relation(token) == "nmod:poss"))
        {
            if (Pronoun(token) is { } reference)
            {
                referenceAt[token] = reference;
                See(reference.Figure, token, new TokenRange(token, token + 1));
            }
        }
        else if (text.Upos(token) == UniversalPos.NOUN && IsReferring(token))
        {
            Describe(token);
        }
    }

    /// <summary>Names that are joined are one figure, too, for the "they" after them.</summary>
    private void Join(Figure figure, int head)
    {
        if (!text.Has(head, "conj") || text.Head(head) is not (>= 0 and var first) || first > head || referenceAt[first] is not { How: SpeakerResolution.Name, Figure: { Members.Count: 0 } lead } || lead == figure)
        {
            return;
        }

        if (!joint.TryGetValue(first, out var all))
        {
            all = new Figure(figures.Count, SpeakerType.Group) { IsPlural = true };
            all.Members.Add(lead);
            figures.Add(all);
            joint.Add(first, all);
        }

        all.Members.Add(figure);
        See(all, first, new TokenRange(first, first));
    }

    private void See(Figure figure, int head, TokenRange mention)
    {
        if (mention.Length > 0 && (figure.Mentions.Count == 0 || names.IndexAt(mention.Start) < 0))
        {
            figure.Mentions.Add(mention);
        }

        recent.Remove(figure);
        recent.Add(figure);
        if (recent.Count > MostRemembered)
        {
            recent.RemoveAt(0);
        }

        var count = last.TryGetValue(figure, out var before) ? before.Count + 1 : 1;
        var isSubject = text.Has(head, "nsubj");
        var sentence = text.SentenceIndexOf(head);
        var told = text.QuotationOf(head) < 0 ? null : before is null ? null : before.Told ?? (text.QuotationOf(before.Token) < 0 ? before : null);
        last[figure] = new Sighting(head, isSubject, sentence, count, isSubject ? sentence : before?.SubjectSentence ?? -1, told);
    }

    /// <summary>Whether a noun is the head of a phrase that stands for somebody: no part of a name's title, no predicate, no apposition.</summary>
    private bool IsReferring(int token)
    {
        if (text.Has(token, "compound") || text.Has(token, "flat") || text.Has(token, "appos") || text.Has(token, "amod") || text.ExactDependent(token, "cop") >= 0)
        {
            return false;
        }

        return !(token + 1 < text.Count && names.At(token + 1) is { Type: EntityType.Person });
    }

    private void Describe(int token)
    {
        var noun = text.Lemma(token).ToLowerInvariant();
        var isPerson = PersonNouns.Contains(noun);
        if (BodyNouns.IsWork(noun) && !isPerson)
        {
            if (MakerOf(token, noun) is { } maker)
            {
                referenceAt[token] = maker;
            }
            else if (text.Has(token, "nsubj") && !BodyNouns.Contains(noun))
            {
                Introduce(token, SpeakerType.Unknown);
            }

            if (!BodyNouns.Contains(noun) || referenceAt[token] is not null)
            {
                return;
            }
        }

        var isPlural = text.Syntax.Xpos[token] is "NNS" or "NNPS";
        if (isPerson)
        {
            DescribePerson(token, noun, isPlural);
        }
        else if (BodyNouns.Contains(noun) && !isPlural)
        {
            DescribeBody(token, noun);
        }
        else if (text.Has(token, "nsubj"))
        {
            Introduce(token, isPlural && BodyNouns.Contains(noun) ? SpeakerType.Group : SpeakerType.Unknown, isPlural);
        }
    }

    private void DescribePerson(int token, string noun, bool isPlural)
    {
        if (isPlural)
        {
            var same = IsDefinite(token) ? recent.FindLast(figure => figure.IsPlural && !figure.IsNamed && figure.Description is { } words && words.EndsWith(Form(token), StringComparison.OrdinalIgnoreCase)) : null;
            Refer(token, same, SpeakerType.Group, true);
            return;
        }

        // "The candidate is Ann Lee."
        if (text.Has(token, "nsubj") && text.Head(token) is >= 0 and var predicate && names.At(predicate) is { Type: EntityType.Person } && text.ExactDependent(predicate, "cop") >= 0
            && figureOf[names.IndexAt(predicate)] is { } equal)
        {
            referenceAt[token] = new Reference(equal, SpeakerResolution.Description);
            return;
        }

        // The name stands beside it: "the mayor, Ann Lee".
        var named = text.Syntax.Dependents(token).ToArray().Where(dependent => text.Relation(dependent) is "appos" or "flat" && names.At(dependent) is { Type: EntityType.Person }).ToList();
        if (apposed.TryGetValue(token, out var beside) || (named.Count > 0 && (beside = figureOf[names.IndexAt(named[0])]) is not null))
        {
            referenceAt[token] = new Reference(beside!, SpeakerResolution.Apposition);
            return;
        }

        Refer(token, IsIndefinite(token) ? null : PersonFor(token, noun), SpeakerType.Person, false);
    }

    private void DescribeBody(int token, string noun)
    {
        if (IsIndefinite(token) || !(IsDefinite(token) || text.Has(token, "nsubj")))
        {
            if (text.Has(token, "nsubj"))
            {
                Refer(token, BodyAhead(token, noun), SpeakerType.Organization, false);
            }

            return;
        }

        var sentence = text.SentenceIndexOf(token);
        var fitting = recent.Where(figure => figure.Type is SpeakerType.Organization or SpeakerType.Unknown)
            .Select(figure => (Figure: figure, Fit: figure.IsNamed ? BodyNouns.Fit(noun, figure) : figure.Description is { } words && words.EndsWith(noun, StringComparison.OrdinalIgnoreCase) ? 3 : 0, Distance: sentence - last[figure].Sentence))
            .Where(candidate => candidate.Fit >= 2 || (candidate.Fit == 1 && candidate.Distance <= LooseReach))
            .OrderByDescending(candidate => candidate.Fit).ThenBy(candidate => candidate.Distance).ToList();
        var best = fitting.Count == 0 ? null
            : fitting.Count > 1 && fitting[1].Fit == fitting[0].Fit && fitting[1].Distance == fitting[0].Distance && !IsOnlySubject(fitting[0].Figure, fitting[1].Figure) ? null
            : fitting[0].Figure;
        Refer(token, best ?? (fitting.Count == 0 ? BodyAhead(token, noun) : null), SpeakerType.Organization, false);
    }

    private bool IsOnlySubject(Figure one, Figure other) => last[one].IsSubject && !last[other].IsSubject;

    /// <summary>A body that is named in the sentences just after a headline's or an opening's description of it.</summary>
    private Figure? BodyAhead(int token, string noun)
    {
        var sentence = text.SentenceIndexOf(token);
        var ahead = Ahead(token).Where(figure => BodyNouns.Fit(noun, figure) >= 2
            && text.SentenceIndexOf(figure.Mentions[0].Start) > sentence).ToList();
        return ahead.Count == 1 ? ahead[0] : null;
    }

    /// <summary>The one person for whom a description may stand, or null.</summary>
    private Figure? PersonFor(int token, string noun)
    {
        var extent = text.Extent(token);
        var phrase = new TokenRange(Math.Max(extent.Start, token - 8), token + 1);
        var country = roles.CountryOf(phrase);
        var modifiers = ModifiersIn(phrase);
        var gender = PersonNouns.GenderOf(noun);
        var sentence = text.SentenceIndexOf(token);
        var candidates = new List<(Figure Figure, int Fit, int Distance)>();
        foreach (var figure in recent.Concat(Ahead(token)).Concat(byRole.GetValueOrDefault(Canonical(noun)) ?? []).Distinct())
        {
            if (figure.Type != SpeakerType.Person || figure.IsPlural || figure.Mentions.Count == 0 || Contradicts(gender, figure.Gender) || (country is not null && figure.Country is { } other && other != country))
            {
                continue;
            }

            var isIntroduced = last.TryGetValue(figure, out var sighting);
            var distance = isIntroduced ? sentence - sighting!.Sentence : text.SentenceIndexOf(figure.Mentions[0].Start) - sentence + 1;
            var fit = FitOf(noun, modifiers, figure);
            if (!isIntroduced)
            {
                fit = fit >= 6 || (fit >= 3 && distance <= LooseReach + 1) ? fit - 2 : 0;
            }

            if (fit >= 4 || (fit > 0 && distance <= LooseReach))
            {
                candidates.Add((figure, fit, distance));
            }
        }

        var sorted = candidates.OrderByDescending(candidate => candidate.Fit).ThenBy(candidate => candidate.Distance).ToList();
        if (sorted.Count == 0)
        {
            return null;
        }

        return sorted.Count > 1 && sorted[1].Fit == sorted[0].Fit && sorted[1].Distance - sorted[0].Distance < LooseReach && !sorted[1].Figure.Equals(sorted[0].Figure) ? null : sorted[0].Figure;
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
                var words = names.Words(role.Tokens);
                var shared = modifiers.Count(modifier => words.Contains(modifier, StringComparison.OrdinalIgnoreCase));
                fit += shared > 0 ? 2 : role.Role is { } whole && whole.Contains(' ', StringComparison.Ordinal) ? -4 : 0;
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
                words.Add(Form(token));
            }
        }

        return words;
    }

    private void Refer(int token, Figure? known, SpeakerType type, bool isPlural)
    {
        if (known is null)
        {
            Introduce(token, type, isPlural);
            return;
        }

        var how = BodyNouns.IsPublication(text.Lemma(token)) ? SpeakerResolution.Publication : SpeakerResolution.Description;
        referenceAt[token] = new Reference(known, known.IsNamed ? how : SpeakerResolution.None);
        See(known, token, new TokenRange(token, token + 1));
    }

    /// <summary>Somebody or something without a name comes in.</summary>
    private void Introduce(int token, SpeakerType type, bool isPlural = false)
    {
        var start = token;
        while (start > 0 && text.Extent(token).Start < start && text.SentenceOf(token).Contains(start - 1) && text.Upos(start - 1) is UniversalPos.ADJ or UniversalPos.NOUN or UniversalPos.PROPN or UniversalPos.NUM or UniversalPos.PART)
        {
            start--;
        }

        var noun = text.Lemma(token).ToLowerInvariant();
        var figure = new Figure(figures.Count, type) { Description = names.Words(new TokenRange(start, token + 1)), Gender = type == SpeakerType.Person ? PersonNouns.GenderOf(noun) : Gender.Unknown, IsPlural = isPlural };
        figures.Add(figure);
        referenceAt[token] = new Reference(figure, SpeakerResolution.None);
        See(figure, token, new TokenRange(token, token + 1));
    }

    /// <summary>Who made a work: named in its phrase ("a Bloomberg poll", "a report by the office"), its owner ("his website"), or the maker of the last such work.</summary>
    private Reference? MakerOf(int token, string noun)
    {
        var extent = text.Extent(token);
        var reach = new TokenRange(Math.Max(extent.Start, token - 10), Math.Min(Math.Max(extent.End, token + 1), token + 14));
        Figure? maker = null;
        for (var at = reach.Start; at < token && maker is null; at++)
        {
            if (names.At(at) is { Type: EntityType.Organization or EntityType.Person or EntityType.Other } && figureOf[names.IndexAt(at)] is { } before)
            {
                maker = before;
            }
            else if (text.Relation(at) == "nmod:poss" && referenceAt[at] is { Figure.Type: SpeakerType.Person or SpeakerType.Organization } owner)
            {
                maker = owner.Figure;
            }
        }

        for (var at = token + 1; at < reach.End && maker is null; at++)
        {
            if (Form(at) is "by" or "from" or "in")
            {
                for (var next = at + 1; next < Math.Min(reach.End, at + 8) && maker is null; next++)
                {
                    maker = names.At(next) is { Type: EntityType.Organization or EntityType.Person } && !text.IsPunctuation(next) ? figureOf[names.IndexAt(next)] : null;
                    if (text.Upos(next) is UniversalPos.ADP or UniversalPos.VERB)
                    {
                        break;
                    }
                }
            }
        }

        if (maker is not null)
        {
            foreach (var (earlier, _) in unmade.Where(work => work.Noun == noun && text.SentenceIndexOf(token) - text.SentenceIndexOf(work.Token) <= LooseReach))
            {
                referenceAt[earlier] = new Reference(maker, SpeakerResolution.Description);
            }

            makers[noun] = maker;
            return new Reference(maker, SpeakerResolution.Name);
        }

        if (IsIndefinite(token))
        {
            return null;
        }

        if (makers.TryGetValue(noun, out var known) || (noun == "statement" && lastSpeaker is { } speaker && (known = speaker.Figure).IsNamed))
        {
            return new Reference(known!, SpeakerResolution.Description);
        }

        unmade.Add((token, noun));
        return null;
    }

    private Reference? Pronoun(int token)
    {
        var form = Form(token).ToLowerInvariant();
        switch (form)
        {
            case "he" or "him" or "his":
                return Antecedent(token, figure => figure.Type == SpeakerType.Person && !figure.IsPlural && figure.Gender != Gender.Female, Gender.Male);
            case "she" or "her":
                return Antecedent(token, figure => figure.Type == SpeakerType.Person && !figure.IsPlural && figure.Gender != Gender.Male, Gender.Female);
            case "it" or "its" when text.Relation(token) != "expl":
                return Antecedent(token, figure => figure.Type is SpeakerType.Organization or SpeakerType.State or SpeakerType.Unknown && !figure.IsPlural, Gender.Unknown);
            case "they" or "them" or "their":
                return Antecedent(token, figure => figure.IsPlural || figure.Type is SpeakerType.Group or SpeakerType.Organization, Gender.Unknown);
            case "who" or "which" or "that" when text.Syntax.Xpos[token] is "WP" or "WDT" || text.Relation(token) is "nsubj" or "nsubj:pass":
                return Relative(token);
            default:
                return null;
        }
    }

    /// <summary>The noun or name that a relative clause hangs on.</summary>
    private Reference? Relative(int token)
    {
        var verb = text.Head(token);
        for (var steps = 0; verb >= 0 && steps < 4; steps++)
        {
            if (text.Has(verb, "acl"))
            {
                var antecedent = text.Head(verb);
                antecedent = antecedent >= 0 && text.Has(antecedent, "appos") && referenceAt[antecedent] is null ? text.Head(antecedent) : antecedent;
                if (joint.TryGetValue(antecedent, out var all))
                {
                    return new Reference(all, SpeakerResolution.Pronoun);
                }

                return antecedent >= 0 && antecedent < token && referenceAt[antecedent] is { } reference
                    ? reference with { How = reference.Figure.IsNamed ? SpeakerResolution.Pronoun : SpeakerResolution.None }
                    : null;
            }

            verb = text.Head(verb);
        }

        return null;
    }

    private Reference? Antecedent(int token, Predicate<Figure> mayBe, Gender gender)
    {
        var sentence = text.SentenceIndexOf(token);
        var isQuoted = text.QuotationOf(token) >= 0;
        var candidates = new List<(Figure Figure, Sighting Sighting)>();
        for (var i = recent.Count - 1; i >= 0 && candidates.Count < MostCandidates; i--)
        {
            var figure = recent[i];
            var sighting = !isQuoted && last[figure].Told is { } told ? told with { Count = last[figure].Count } : last[figure];
            if (mayBe(figure) && narrated[sentence] - narrated[sighting.Sentence] <= PronounReach && !IsBound(token, sighting.Token))
            {
                candidates.Add((figure, sighting));
            }
        }

        var latest = candidates.Count == 0 ? -1 : candidates.Max(candidate => text.QuotationOf(candidate.Sighting.Token) >= 0 && !isQuoted ? -1 : candidate.Sighting.Token);
        var (best, bestScore, secondScore) = ((Figure?)null, double.NegativeInfinity, double.NegativeInfinity);
        foreach (var (figure, sighting) in candidates)
        {
            var score = Score(token, figure, sighting, sentence, isQuoted, gender);
            score += sighting.Token == latest && sighting.Count == 1 && figure.Roles.Count > 0 ? 1.2 : 0; // just introduced, with who they are
            if (score > bestScore)
            {
                (best, bestScore, secondScore) = (figure, score, bestScore);
            }
            else if (score > secondScore)
            {
                secondScore = score;
            }
        }

        if (gender != Gender.Unknown && (best is null || bestScore < -1.5) && SubjectAhead(token, gender) is { } ahead)
        {
            return new Reference(ahead, SpeakerResolution.Pronoun);
        }

        return best is null || bestScore - secondScore < LeastLead ? null : new Reference(best, best.IsNamed ? SpeakerResolution.Pronoun : SpeakerResolution.None);
    }

    private double Score(int token, Figure figure, Sighting sighting, int sentence, bool isQuoted, Gender gender)
    {
        var distance = isQuoted ? sentence - sighting.Sentence : narrated[sentence] - narrated[sighting.Sentence];
        var score = distance switch { 0 => 0.0, 1 => -0.5, 2 => -1.4, 3 => -2.0, _ => -2.5 - (0.2 * distance) };
        score += sighting.IsSubject ? text.Relation(Math.Max(0, text.Head(sighting.Token))) is "root" or "parataxis" or "conj" ? 1.0 : 0.7 : sighting.SubjectSentence == sentence ? 0.6 : sighting.SubjectSentence == sentence - 1 ? 0.5 : 0;
        score += Math.Min(0.9, 0.35 * Math.Log(sighting.Count));
        score += figure.IsNamed ? 0.4 : 0;
        score += lastSpeaker is { } speaker && speaker.Figure == figure && narrated[sentence] - narrated[speaker.Sentence] <= 1 && !isQuoted ? sourceHeads.Contains(token) ? 1.3 : 0.4 : 0;
        score += gender != Gender.Unknown && figure.Gender == gender ? 0.8 : 0;
        score -= text.QuotationOf(sighting.Token) >= 0 && !isQuoted ? 1.2 : 0;
        score -= figure.Type == SpeakerType.Unknown ? 0.3 : 0;
        score += text.Relation(sighting.Token) == "nmod:poss" || text.Has(sighting.Token, "compound") ? -0.5 : 0;
        return score;
    }

    /// <summary>"When she came in, Ann Lee said": a subject that follows in the sentence of a pronoun in an opening clause.</summary>
    private Figure? SubjectAhead(int token, Gender gender)
    {
        var sentence = text.SentenceOf(token);
        for (var at = token + 1; at < sentence.End; at++)
        {
            if (names.At(at) is { Type: EntityType.Person } name && name.Tokens.Start == at && text.Has(text.HeadOf(name.Tokens), "nsubj")
                && figureOf[names.IndexAt(at)] is { } figure && !Contradicts(gender, figure.Gender) && text.Relation(text.Head(text.HeadOf(name.Tokens))) is "root" or "parataxis")
            {
                return figure;
            }
        }

        return null;
    }

    /// <summary>Whether the two stand under one verb as its subject and object, so that they are not the same; "her" before a noun may be.</summary>
    private bool IsBound(int pronoun, int other) =>
        text.Relation(pronoun) != "nmod:poss" && text.Head(pronoun) >= 0 && text.Head(pronoun) == text.Head(other) && text.Upos(other) != UniversalPos.PRON;

    private bool IsDefinite(int token)
    {
        foreach (var dependent in text.Syntax.Dependents(token))
        {
            if (text.Relation(dependent) is "nmod:poss" || (text.Relation(dependent) == "det" && Form(dependent).ToLowerInvariant() is "the" or "this" or "that" or "these" or "those" or "both"))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsIndefinite(int token)
    {
        foreach (var dependent in text.Syntax.Dependents(token))
        {
            if (text.Relation(dependent) is "det" or "nummod" && Form(dependent).ToLowerInvariant() is "a" or "an" or "another" or "some" or "any" or "each" or "every" or "no" or "one")
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contradicts(Gender a, Gender b) => a != Gender.Unknown && b != Gender.Unknown && a != b;

    private string Form(int token) => text.Form(token).ToString();

    /// <summary>Where a figure was spoken of last.</summary>
    /// <param name="Token">The head.</param>
    /// <param name="IsSubject">Whether as a subject.</param>
    /// <param name="Sentence">The sentence.</param>
    /// <param name="Count">How often so far.</param>
    /// <param name="SubjectSentence">The last sentence of which it was a subject, or -1.</param>
    /// <param name="Told">The last time outside quotations, where this time is inside one.</param>
    private sealed record Sighting(int Token, bool IsSubject, int Sentence, int Count, int SubjectSentence, Sighting? Told);
}
