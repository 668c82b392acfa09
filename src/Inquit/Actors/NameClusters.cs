using System.Collections.Immutable;
using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Actors;

/// <summary>
/// Joins the names of an article that name the same: full and short names of a person, by given name, initial, nickname and title;
/// full names, abbreviations and shortened names of a body.
/// </summary>
internal sealed class NameClusters
{
    /// <summary>How many times oftener the one of two namesakes must be called by the bare name's bearer's full name to be meant by it.</summary>
    private const int Dominance = 3;

    /// <summary>The fewest letters of a family name that may be misspelt.</summary>
    private const int LeastMisspelt = 5;

    private readonly ParsedText text;
    private readonly ArticleNames names;
    private readonly List<Figure> figures = [];
    private readonly Figure?[] figureOf;

    /// <summary>The persons by each word of their names.</summary>
    private readonly Dictionary<string, List<Figure>> personsByWord = new(StringComparer.Ordinal);

    private NameClusters(ParsedText text, ArticleNames names)
    {
        this.text = text;
        this.names = names;
        figureOf = new Figure?[names.Mentions.Length];
    }

    /// <summary>The figures of an article's names, and for each name the figure that it names.</summary>
    public static (List<Figure> Figures, Figure?[] FigureOf) Join(ParsedText text, ArticleNames names)
    {
        var clusters = new NameClusters(text, names);
        clusters.JoinPersons();
        clusters.JoinOthers();
        foreach (var figure in clusters.figures)
        {
            figure.Name = NameOf(figure);
        }

        return (clusters.figures, clusters.figureOf);
    }

    private void JoinPersons()
    {
        var persons = new List<NamedPerson>();
        for (var i = 0; i < names.Mentions.Length; i++)
        {
            if (names.Mentions[i].Type == EntityType.Person && PersonName.Parse(text.Words(names.Mentions[i].Tokens)) is { } name)
            {
                persons.Add(new NamedPerson(i, WithSharedFamily(i, name)));
            }
        }

        foreach (var (index, name) in persons.Where(person => person.Name.IsFull).OrderByDescending(person => person.Name.Words.Length).ThenBy(person => person.Index))
        {
            var known = Candidates(name).FirstOrDefault(figure => figure.FullNames.Exists(other => other.Agrees(name) || name.CanBeShortFor(other)));
            known ??= NewFigure(SpeakerType.Person);
            known.FullNames.Add(name);
            Remember(name, known);
            Take(index, known);
            if (names.Mentions[index].Tokens.Length == 1)
            {
                known.Writings.TryAdd(string.Join(' ', name.Words), 0);
            }
        }

        foreach (var (index, name) in persons.Where(person => !person.Name.IsFull))
        {
            if (FamilyOf(index, name) is { } family)
            {
                Take(index, family);
                continue;
            }

            var known = Candidates(name).ToList();
            var figure = Named(index, name, known) ?? (known.Count == 0 ? Misspelt(name) : null);
            if (figure is null)
            {
                figure = NewFigure(SpeakerType.Person);
                figure.IsAmbiguous = known.Exists(other => other.FullNames.Exists(name.CanBeShortFor));
                Remember(name, figure);
            }

            Take(index, figure);
        }
    }

    /// <summary>"Clara | and Felix Baum": a given name that is joined with a full name shares its family name.</summary>
    private PersonName WithSharedFamily(int index, PersonName name)
    {
        var tokens = names.Mentions[index].Tokens;
        if (name.IsFull || index + 1 >= names.Mentions.Length || !GivenNames.Default.Contains(name.First) || tokens.End >= text.Count || text.Word(tokens.End) is not ("and" or "&"))
        {
            return name;
        }

        var next = names.Mentions[index + 1];
        return next.Type == EntityType.Person && next.Tokens.Start == tokens.End + 1 && PersonName.Parse(text.Words(next.Tokens)) is { IsFull: true } other && GivenNames.Default.Contains(other.First)
            ? new PersonName([name.First, .. other.Words[other.FamilyStart..]], 1)
            : name;
    }

    /// <summary>"the Baums": all who bear a family name that stands in the plural; null for another name.</summary>
    private Figure? FamilyOf(int index, PersonName name)
    {
        var start = names.Mentions[index].Tokens.Start;
        if (start == 0 || !text.Is(start - 1, "the") || !name.Last.EndsWith('s'))
        {
            return null;
        }

        var singular = name.Last.EndsWith("ses", StringComparison.Ordinal) || name.Last.EndsWith("zes", StringComparison.Ordinal) ? name.Last[..^2] : name.Last[..^1];
        var members = (personsByWord.GetValueOrDefault(PersonName.Plain(singular)) ?? []).Where(person => person.FullNames.Exists(full => PersonName.AreSame(full.Last, singular))).ToList();
        if (members.Count == 0)
        {
            return null;
        }

        var family = figures.Find(figure => figure.Members.Count > 0 && figure.Members.SequenceEqual(members)) ?? NewFigure(SpeakerType.Group);
        family.IsPlural = true;
        if (family.Members.Count == 0 && members.Count > 1)
        {
            family.Members.AddRange(members);
        }

        return family;
    }

    private void Remember(PersonName name, Figure person)
    {
        foreach (var word in name.Words.Append(name.Nickname).OfType<string>().Select(PersonName.Plain))
        {
            var own = personsByWord.TryGetValue(word, out var list) ? list : personsByWord[word] = [];
            if (!own.Contains(person))
            {
                own.Add(person);
            }
        }
    }

    /// <summary>The persons who share a word of the name.</summary>
    private IEnumerable<Figure> Candidates(PersonName name) =>
        name.Words.Append(name.Nickname).OfType<string>().SelectMany(word => personsByWord.GetValueOrDefault(PersonName.Plain(word)) ?? []).Distinct();

    /// <summary>Whom a name of one word names: one of those known by a full name, or by this word alone; null for nobody known.</summary>
    private Figure? Named(int index, PersonName name, IEnumerable<Figure> known)
    {
        var start = names.Mentions[index].Tokens.Start;
        var gender = start > 0 ? PersonTitles.GenderOf(text.Word(start - 1)) : Gender.Unknown;
        var fitting = known.Where(figure => figure.FullNames.Count == 0 || figure.FullNames.Exists(name.CanBeShortFor)).ToList();
        var agreeing = fitting.Where(figure => gender == Gender.Unknown || GenderOf(figure) is Gender.Unknown || GenderOf(figure) == gender).ToList();
        var families = agreeing.Where(figure => figure.FullNames.Count == 0 || figure.FullNames.Exists(name.IsEndOf)).ToList();
        var best = families.Count > 0 ? families : agreeing;
        if (best.Count < 2)
        {
            return best.FirstOrDefault();
        }

        // Two of one family name: the one with the title that stands here, the one who was introduced, or who is spoken of much oftener; else it stays open who is meant.
        var titled = start > 0 && PersonNouns.Contains(text.Lemma(start - 1)) ? best.Where(figure => figure.Mentions.Exists(mention => mention.Start > 0 && text.Is(mention.Start - 1, text.Word(start - 1)))).Take(2).ToList() : [];
        if (titled.Count == 1)
        {
            return titled[0];
        }

        var introduced = best.Where(figure => figure.Mentions.Exists(mention => mention.Start < start)).ToList();
        if (introduced.Count == 1)
        {
            return introduced[0];
        }

        var byWeight = (introduced.Count > 1 ? introduced : best).OrderByDescending(figure => figure.Mentions.Count).ToList();
        if (byWeight[0].Mentions.Count >= Dominance * byWeight[1].Mentions.Count)
        {
            return byWeight[0];
        }

        return best.Find(figure => figure.FullNames.Count == 0);
    }

    /// <summary>The one person whose family name this is but for one letter: a slip of the pen.</summary>
    private Figure? Misspelt(PersonName name)
    {
        if (name.Last.Length < LeastMisspelt)
        {
            return null;
        }

        var near = figures.Where(figure => figure.FullNames.Exists(full => full.Last[0] == name.Last[0] && IsOneEditApart(PersonName.Plain(full.Last), PersonName.Plain(name.Last)))).Take(2).ToList();
        return near.Count == 1 ? near[0] : null;
    }

    private static bool IsOneEditApart(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
        {
            return false;
        }

        var same = a.AsSpan().CommonPrefixLength(b);
        return a.Length == b.Length ? a.AsSpan(same + 1).SequenceEqual(b.AsSpan(same + 1))
            : a.Length > b.Length ? a.AsSpan(same + 1).SequenceEqual(b.AsSpan(same)) : a.AsSpan(same).SequenceEqual(b.AsSpan(same + 1));
    }

    /// <summary>The gender that the full names and the titles before any of the mentions tell.</summary>
    private Gender GenderOf(Figure figure)
    {
        foreach (var mention in figure.Mentions)
        {
            if (mention.Start > 0 && PersonTitles.GenderOf(text.Word(mention.Start - 1)) is not Gender.Unknown and var title)
            {
                return title;
            }
        }

        return figure.FullNames.Select(name => name.Gender).FirstOrDefault(gender => gender != Gender.Unknown);
    }

    private void JoinOthers()
    {
        var byKey = new Dictionary<string, Figure>(StringComparer.OrdinalIgnoreCase);
        var abbreviations = new List<(int Index, string Letters)>();
        for (var i = 0; i < names.Mentions.Length; i++)
        {
            var mention = names.Mentions[i];
            if (figureOf[i] is not null || mention.Tokens.Length == 0)
            {
                continue;
            }

            var words = Bare(text.Words(mention.Tokens));
            var entry = mention.Type is EntityType.Organization or EntityType.Place ? Gazetteer.Default.Find(words) : null;
            if (entry is null && mention.Type == EntityType.Organization && LettersOf(words) is { } letters)
            {
                abbreviations.Add((i, letters));
                continue;
            }

            Join(i, words, entry);
        }

        var byInitials = new Dictionary<string, Figure>(StringComparer.Ordinal);
        foreach (var figure in figures.Where(figure => figure.Type == SpeakerType.Organization))
        {
            _ = figure.Writings.Keys.All(name => byInitials.TryAdd(InitialsOf(name), figure) || true);
        }

        foreach (var (index, letters) in abbreviations)
        {
            if ((Bracketed(index) ?? byInitials.GetValueOrDefault(letters)) is { } own)
            {
                byKey.TryAdd(letters, own);
                Take(index, own);
            }
            else
            {
                Join(index, letters, null);
            }
        }

        JoinShortened();

        void Join(int index, string words, GazetteerEntry? entry)
        {
            var mention = names.Mentions[index];
            var key = OwnerKey(mention) ?? (entry is null ? words : $"{entry.Kind}/{entry.Name}");
            if (!byKey.TryGetValue(key, out var figure))
            {
                byKey[key] = figure = NewFigure(TypeOf(mention.Type, entry));
                figure.Entry = entry;
                figure.IsPlural = mention.Type == EntityType.Group && words.EndsWith('s');
            }

            Take(index, figure);
        }
    }

    /// <summary>"the International Monetary Fund (IMF)": the body before the bracket.</summary>
    private Figure? Bracketed(int index)
    {
        var start = names.Mentions[index].Tokens.Start;
        return start > 1 && text.Word(start - 1) == "(" && names.IndexAt(start - 2) is >= 0 and var before && names.Mentions[before].Type == EntityType.Organization ? figureOf[before] : null;
    }

    /// <summary>Joins a body's short name with the one longer name that begins or ends with it: "Quinnipiac", "Human Rights Council".</summary>
    private void JoinShortened()
    {
        var byShort = new Dictionary<string, HashSet<Figure>>(StringComparer.OrdinalIgnoreCase);
        foreach (var figure in figures.Where(figure => figure.Type == SpeakerType.Organization))
        {
            foreach (var shorter in figure.Writings.Keys.SelectMany(Shortenings))
            {
                (byShort.TryGetValue(shorter, out var own) ? own : byShort[shorter] = []).Add(figure);
            }
        }

        var joined = new Dictionary<Figure, Figure>();
        foreach (var figure in figures.Where(figure => figure.Type is SpeakerType.Organization or SpeakerType.Unknown && figure.Entry is not { Kind: GazetteerKind.Seat }))
        {
            if (byShort.TryGetValue(figure.Writings.Keys.First(), out var longer) && longer.Count == 1 && longer.First() is var whole && whole != figure && !joined.ContainsKey(whole))
            {
                joined.Add(figure, whole);
            }
        }

        for (var i = 0; i < figureOf.Length && joined.Count > 0; i++)
        {
            if (figureOf[i] is { } figure && joined.TryGetValue(figure, out var whole))
            {
                Take(i, whole);
            }
        }

        foreach (var (figure, whole) in joined)
        {
            whole.Mentions.Sort((a, b) => a.Start.CompareTo(b.Start));
            figure.Mentions.Clear();
        }
    }

    /// <summary>By what a long name may be called for short: without what can be dropped at its end, or its last words without the first ones.</summary>
    private static IEnumerable<string> Shortenings(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var end = words.Length - 1; end > 0 && BodyWords.IsDroppable(words[end]); end--)
        {
            yield return string.Join(' ', words[..end]);
        }

        if (Array.Exists(words, word => word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal)))
        {
            yield break;
        }

        for (var start = 1; start < words.Length - 1; start++)
        {
            if (char.IsUpper(words[start][0]))
            {
                yield return string.Join(' ', words[start..]);
            }
        }
    }

    /// <summary>A body that is named by whose it is: the owner's figure and the noun, so that "Clinton's campaign" is "the Clinton campaign".</summary>
    private string? OwnerKey(EntityMention mention)
    {
        if (mention.Type != EntityType.Organization || mention.Tokens.Length < 2)
        {
            return null;
        }

        var noun = text.Word(mention.Tokens.End - 1).ToLowerInvariant();
        var end = mention.Tokens.End - 1;
        while (end > mention.Tokens.Start && text.IsPossessive(end - 1))
        {
            end--;
        }

        var owner = text.Words(new TokenRange(mention.Tokens.Start, Math.Max(mention.Tokens.Start + 1, end)));
        if (Gazetteer.Default.CountryOf(owner) is { } country)
        {
            return $"{country}|{noun}";
        }

        return PersonName.Parse(owner) is { } name && Candidates(name).FirstOrDefault(figure => figure.FullNames.Exists(full => full.Agrees(name) || name.IsEndOf(full))) is { } person
            ? $"{person.Index}|{noun}"
            : null;
    }

    private Figure NewFigure(SpeakerType type)
    {
        var figure = new Figure(figures.Count, type);
        figures.Add(figure);
        return figure;
    }

    private void Take(int index, Figure figure)
    {
        figureOf[index] = figure;
        figure.Mentions.Add(names.Mentions[index].Tokens);
        var words = Bare(text.Words(names.Mentions[index].Tokens));
        figure.Writings[words] = figure.Writings.GetValueOrDefault(words) + 1;
    }

    /// <summary>The name to show: of a person the full name written most often, the longer one of two; of a state that is only abbreviated its usual name; of others the longest.</summary>
    private static string? NameOf(Figure figure)
    {
        if (figure.Entry is { Kind: GazetteerKind.State } state && figure.Writings.Keys.All(name => LettersOf(name) is not null))
        {
            return state.Name;
        }

        return figure.Type == SpeakerType.Person
            ? figure.Writings.OrderBy(pair => figure.Writings.Keys.Any(whole => whole.EndsWith(" " + pair.Key, StringComparison.Ordinal))).ThenByDescending(pair => pair.Key.Contains(' ', StringComparison.Ordinal)).ThenBy(pair => IsShouted(pair.Key))
                .ThenByDescending(pair => pair.Key.AsSpan().ContainsAny("“\"")).ThenByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key.Length).FirstOrDefault().Key
            : figure.Writings.OrderBy(pair => LettersOf(pair.Key) is not null).ThenBy(pair => IsShouted(pair.Key)).ThenByDescending(pair => pair.Key.Length).FirstOrDefault().Key;
    }

    private static bool IsShouted(string name) => name.Length > 5 && name.Equals(name.ToUpperInvariant(), StringComparison.Ordinal);

    private static SpeakerType TypeOf(EntityType type, GazetteerEntry? entry) => type switch
    {
        EntityType.Organization => SpeakerType.Organization,
        EntityType.Place => entry?.Kind == GazetteerKind.Seat ? SpeakerType.Organization : SpeakerType.State,
        EntityType.Group => SpeakerType.Group,
        _ => SpeakerType.Unknown,
    };

    /// <summary>The letters of an abbreviation in capitals, without points; null where it is none.</summary>
    private static string? LettersOf(string words)
    {
        var letters = words.Replace(".", string.Empty, StringComparison.Ordinal);
        return letters.Length is > 1 and < 8 && letters.All(letter => char.IsUpper(letter) || letter is '&' or '-') ? letters : null;
    }

    private static string InitialsOf(string name) =>
        string.Concat(name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsUpper(word[0])).Select(word => word[0]));

    private static string Bare(string words) => words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && words.Length > 4 ? words[4..] : words;

    /// <summary>A name of a person, by its place among the names.</summary>
    private sealed record NamedPerson(int Index, PersonName Name);
}
