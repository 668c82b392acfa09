using System.Collections.Immutable;
using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Actors;

/// <summary>
/// Reads an article from its first word to its last, as a reader does: names, then for each description, each work and each pronoun
/// whom it stands for. What fits two equally well stands for nobody.
/// </summary>
internal sealed class Discourse
{
    private readonly ParsedText text;
    private readonly ArticleNames names;
    private readonly RoleReader roles;
    private readonly List<Figure> figures;
    private readonly Figure?[] figureOf;
    private readonly Reference?[] referenceAt;

    private readonly Salience salience;
    private readonly Antecedents antecedents;
    private readonly Descriptions descriptions;
    private readonly Works works;

    /// <summary>For each name of a person, what is said beside it.</summary>
    private readonly RolePhrase[][] rolesOf;

    /// <summary>Names that are joined, by the head of the first one.</summary>
    private readonly Dictionary<int, Figure> joint = [];

    /// <summary>For each of those who were named together, with whom last, and by which token the name hung.</summary>
    private readonly Dictionary<Figure, (Figure All, int Head)> joinedAt = [];

    private readonly Dictionary<Figure, string?> homes = [];

    /// <summary>Nouns beside which the name stands: "the head of the office, Ann Lee".</summary>
    private readonly Dictionary<int, Figure> apposed = [];

    /// <summary>Nouns of offices whose holder's name follows: "chief of staff Ann Lee".</summary>
    private readonly Dictionary<int, Figure> offices = [];

    private Discourse(ParsedText text, ArticleNames names, SourceHeads sources, PronounWeights weights, Action<PronounChoice>? watch)
    {
        this.text = text;
        this.names = names;
        roles = new RoleReader(text, names);
        (figures, figureOf) = NameClusters.Join(text, names);
        DescribePeoples();
        referenceAt = new Reference?[text.Count];
        rolesOf = new RolePhrase[names.Mentions.Length][];
        salience = new Salience(text, names, sources);
        antecedents = new Antecedents(text, names, salience, sources, FigureAt, weights, watch);
        descriptions = new Descriptions(text, names, roles, salience, figures);
        works = new Works(text, names, figureOf, referenceAt, salience);
    }

    /// <summary>The names of the article.</summary>
    public ArticleNames Names => names;

    /// <summary>Reads roles off descriptions.</summary>
    public RoleReader Roles => roles;

    /// <summary>All figures, named or not.</summary>
    public IReadOnlyList<Figure> Figures => figures;

    /// <summary>Reads an article that has these statements.</summary>
    /// <param name="text">The article.</param>
    /// <param name="statements">Its statements.</param>
    /// <param name="weights">What is weighed how much for a pronoun; those that the engine is built with where none are given.</param>
    /// <param name="watch">Is told of each choice of whom a pronoun stands for.</param>
    public static Discourse Read(ParsedText text, ImmutableArray<Statement> statements, PronounWeights? weights = null, Action<PronounChoice>? watch = null)
    {
        var discourse = new Discourse(text, NameMentions.Find(text), new SourceHeads(text, statements), weights ?? PronounWeights.Default, watch);
        discourse.LearnRoles();
        discourse.Walk();
        return discourse;
    }

    /// <summary>Whom the token stands for: any token of a name, the noun of a description, a pronoun; null for nobody.</summary>
    public Reference? At(int token) => referenceAt[token];

    /// <summary>The figure of a name, by its place among the names.</summary>
    public Figure? FigureOf(int name) => figureOf[name];

    /// <summary>What is said beside a name of a person, by its place among the names.</summary>
    public IReadOnlyList<RolePhrase> RolesOf(int name) => rolesOf[name] ?? [];

    /// <summary>The names of the article, each with the fullest name of the one it names.</summary>
    public ImmutableArray<NamedEntity> NamedEntities() =>
        [.. names.Mentions.Select((mention, i) => new NamedEntity(mention.Tokens, mention.Type, figureOf[i] is { IsAmbiguous: false } figure ? figure.Name : null))];

    /// <summary>The country that the first of a body's mentions tells that tells one, or null.</summary>
    public string? HomeOf(Figure body)
    {
        if (!homes.TryGetValue(body, out var home))
        {
            homes.Add(body, home = body.Mentions.Select(roles.Countries.OfBody).FirstOrDefault(code => code is not null));
        }

        return home;
    }

    private Figure? FigureAt(int token) => names.IndexAt(token) is >= 0 and var name ? figureOf[name] : referenceAt[token]?.Figure;

    /// <summary>"Russians": the word for several of a people or a party describes them and is no name.</summary>
    private void DescribePeoples()
    {
        foreach (var figure in figures.Where(figure => figure is { Type: SpeakerType.Group, Name: { } word } && word.EndsWith('s') && (Gazetteer.Default.IsNational(word[..^1]) || PersonNouns.Contains(word[..^1]))))
        {
            (figure.IsPeople, figure.Nation) = (true, Gazetteer.Default.CountryOfDemonym(figure.Name!));
        }
    }

    private void LearnRoles()
    {
        for (var i = 0; i < names.Mentions.Length; i++)
        {
            if (names.Mentions[i].Type != EntityType.Person || figureOf[i] is not { } figure)
            {
                continue;
            }

            var mention = names.Mentions[i].Tokens;
            rolesOf[i] = [.. roles.Around(mention)];
            foreach (var role in rolesOf[i])
            {
                figure.Learn(role, text.Words(role.Tokens));
                if (role.Noun is { } noun)
                {
                    descriptions.Learn(figure, noun);
                }

                if (role is { IsOffice: true, NounAt: >= 0 })
                {
                    offices[role.NounAt] = figure;
                }
                else if (role is { IsApposition: true, NounAt: >= 0 })
                {
                    apposed[role.NounAt] = figure;
                }
            }

            var title = mention.Start > 0 ? PersonTitles.GenderOf(text.Word(mention.Start - 1)) : Gender.Unknown;
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

    private void Walk()
    {
        for (var token = 0; token < text.Count; token++)
        {
            Meet(token);
            if (referenceAt[token] is { } reference)
            {
                salience.Hear(reference.Figure, token);
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

                salience.See(figure, text.HeadOf(mention.Tokens), mention.Tokens);
                Join(figure, text.HeadOf(mention.Tokens));
            }

            return;
        }

        if (text.Upos(token) == UniversalPos.PRON || (text.Upos(token) == UniversalPos.DET && text.Relation(token) == "nmod:poss"))
        {
            if (Pronoun(token) is { } reference)
            {
                referenceAt[token] = reference;
                salience.See(reference.Figure, token, new TokenRange(token, token + 1));
            }
        }
        else if (offices.TryGetValue(token, out var holder))
        {
            referenceAt[token] = new Reference(holder, SpeakerResolution.Name);
        }
        else if (descriptions.IsNoun(token) && IsReferring(token))
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
            joinedAt[lead] = (all, salience.LastOf(lead)!.Token);
        }

        all.Members.Add(figure);
        joinedAt[figure] = (all, head);
        salience.See(all, first, new TokenRange(first, first));
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
        var noun = descriptions.NounAt(token);
        var isPerson = PersonNouns.Contains(noun) || descriptions.IsNational(token);
        if (BodyNouns.IsWork(noun) && !isPerson)
        {
            if (works.MakerOf(token, noun, IsIndefinite(token)) is { } maker)
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

        var isPlural = descriptions.IsPlural(token);
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
            var same = IsDefinite(token) ? salience.Recent.LastOrDefault(figure => figure.IsPlural && !figure.IsNamed && figure.Description is { } words && words.EndsWith(text.Word(token), StringComparison.OrdinalIgnoreCase)) : null;
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
        var named = text.Syntax.Dependents(token).ToArray().Where(dependent => text.Relation(dependent) is "appos" or "flat" && IsBeside(token, dependent) && (names.At(dependent) is { Type: EntityType.Person } || (dependent == token + 1 && names.At(dependent) is not null))).ToList();
        if (apposed.TryGetValue(token, out var beside) || (named.Count > 0 && (beside = figureOf[names.IndexAt(named[0])]) is not null))
        {
            referenceAt[token] = new Reference(beside!, SpeakerResolution.Apposition);
            return;
        }

        Refer(token, IsIndefinite(token) ? null : descriptions.PersonFor(token, noun), SpeakerType.Person, false);
    }

    /// <summary>Whether a name is beside a noun: "the driver, Ann Lee", not "the wife of | driver Ann Lee".</summary>
    private bool IsBeside(int noun, int name)
    {
        for (var token = noun + 1; token < name && text.Form(name - 1) is not ("," or "–" or "—" or "-" or "("); token++)
        {
            if (text.Upos(token) == UniversalPos.ADP && PersonNouns.Contains(text.Lemma(name - 1)))
            {
                return false;
            }
        }

        return true;
    }

    private void DescribeBody(int token, string noun)
    {
        var isSubject = text.Has(token, "nsubj");
        var beside = names.At(token + 1) is { Type: EntityType.Organization } ? token + 1 : IsNamedBefore(token, noun) ? token - 1 : text.Dependent(token, "appos");
        if (beside >= 0 && names.At(beside) is { Type: EntityType.Organization } && figureOf[names.IndexAt(beside)] is { } named)
        {
            referenceAt[token] = new Reference(named, SpeakerResolution.Apposition); // "the carmaker Acme", "the Acme union"
            named.Nouns.Add(noun);
        }
        else if (!IsIndefinite(token) && (isSubject || IsDefinite(token)))
        {
            Refer(token, descriptions.BodyFor(token, noun), SpeakerType.Organization, false);
        }
        else if (isSubject)
        {
            Refer(token, descriptions.BodyAhead(token, noun), SpeakerType.Organization, false);
        }
    }

    /// <summary>"the Acme | union": whether the name of the body stands before its noun; not "Ford's union", "the Ford union" where Ford is a company.</summary>
    private bool IsNamedBefore(int token, string noun) =>
        names.At(token - 1) is { Type: EntityType.Organization, Tokens.Length: < 3 } name && BodyNouns.IsWhole(noun) && text.Head(token - 1) == token && IsDefinite(token) && text.Upos(token) == UniversalPos.NOUN
        && figureOf[names.IndexAt(token - 1)] is { } figure && (figure.Entry is null || BodyNouns.Fit(noun, figure) > 0) && name.Tokens.Start == token - name.Tokens.Length;

    private void Refer(int token, Figure? known, SpeakerType type, bool isPlural)
    {
        if (known is null)
        {
            Introduce(token, type, isPlural);
            return;
        }

        var how = BodyNouns.IsPublication(text.Lemma(token), known) ? SpeakerResolution.Publication : SpeakerResolution.Description;
        referenceAt[token] = new Reference(known, known.IsNamed ? how : SpeakerResolution.None);
        salience.See(known, token, new TokenRange(token, token + 1));
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
        var figure = new Figure(figures.Count, type) { Description = text.Words(new TokenRange(start, token + 1)), Gender = type == SpeakerType.Person ? PersonNouns.GenderOf(noun) : Gender.Unknown, IsPlural = isPlural, Nation = descriptions.IsNational(token) ? Gazetteer.Default.CountryOfDemonym(text.Word(token)) : null };
        figures.Add(figure);
        referenceAt[token] = new Reference(figure, SpeakerResolution.None);
        salience.See(figure, token, new TokenRange(token, token + 1));
    }

    private Reference? Pronoun(int token)
    {
        if (text.Form(token) is "who" or "which" or "that" or "Who" or "Which" or "That")
        {
            return text.Syntax.Xpos[token] is "WP" or "WDT" || text.Relation(token) is "nsubj" or "nsubj:pass" ? Relative(token) : null;
        }

        return text.Relation(token) != "expl" && PronounClass.Of(text.Form(token)) is { } pronoun && antecedents.Of(token, pronoun) is var (figure, probability) && !HasEqual(figure, pronoun)
            ? new Reference(figure, figure.IsNamed ? SpeakerResolution.Pronoun : SpeakerResolution.None, probability)
            : null;
    }

    /// <summary>"Ann Lee and Eva Ray came. She …": whether one who was last named together with somebody, and is spoken of as often, fits as well.</summary>
    private bool HasEqual(Figure figure, PronounClass pronoun) =>
        pronoun.Gender != Gender.Unknown && joinedAt.TryGetValue(figure, out var own) && salience.LastOf(figure) is { } seen && seen.Token == own.Head
        && own.All.Members.Exists(other => other != figure && pronoun.MayBe(other) && other.Gender == figure.Gender && joinedAt.TryGetValue(other, out var others) && others.All == own.All
            && salience.LastOf(other) is { } last && last.Token == others.Head && last.Count >= seen.Count);

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

        return text.Form(token) is "who" ? PersonJustBefore(token) : null;
    }

    /// <summary>"Lee, now the mayor, | who": where the tree hangs the clause elsewhere, the person whose words end just before it.</summary>
    private Reference? PersonJustBefore(int token)
    {
        var sentence = text.SentenceOf(token);
        for (var at = text.Form(Math.Max(0, token - 1)) is "," ? token - 2 : token - 1; at >= sentence.Start && at < token; at = text.Head(at))
        {
            if (referenceAt[at] is { Figure.Type: SpeakerType.Person or SpeakerType.Group } reference)
            {
                return reference with { How = reference.Figure.IsNamed ? SpeakerResolution.Pronoun : SpeakerResolution.None };
            }

            if (text.Relation(at) is not ("appos" or "flat" or "compound" or "conj" or "nmod"))
            {
                return null;
            }
        }

        return null;
    }

    private bool IsDefinite(int token) =>
        HasDependent(token, (relation, word) => relation == "nmod:poss" || (relation == "det" && word is "the" or "this" or "that" or "these" or "those" or "both"));

    private bool IsIndefinite(int token) =>
        HasDependent(token, (relation, word) => relation is "det" or "nummod" && word is "a" or "an" or "another" or "some" or "any" or "each" or "every" or "no" or "one");

    private bool HasDependent(int token, Func<string, string, bool> isSought)
    {
        foreach (var dependent in text.Syntax.Dependents(token))
        {
            if (isSought(text.Relation(dependent), text.Word(dependent).ToLowerInvariant()))
            {
                return true;
            }
        }

        return false;
    }
}
