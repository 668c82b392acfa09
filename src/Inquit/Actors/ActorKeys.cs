namespace Inquit.Actors;

/// <summary>
/// The keys by which records are kept and sought. Two profiles that <see cref="ActorIdentity"/> may call the same have a key in common;
/// what could only be unsure need not. A key is a hash: two that fall together cost a comparison and nothing else.
/// </summary>
internal static class ActorKeys
{
    /// <summary>What a record is kept under.</summary>
    public static HashSet<ulong> Kept(PreparedActor actor)
    {
        var keys = new HashSet<ulong>();
        if (MayBePerson(actor))
        {
            var words = WordsOf(actor);
            foreach (var form in actor.Persons)
            {
                var (families, givens) = (FamiliesOf(form), GivensOf(form));
                AddPairs(keys, form.IsFull ? Kind.FullByWord : Kind.BareByWord, families.Union(givens), words);
                if (!form.IsFull)
                {
                    continue;
                }

                keys.Add(Key(Kind.Written, form.Written));
                AddPairs(keys, Kind.ByGiven, families, givens);
                AddPairs(keys, Kind.ByLetter, families, LettersOf(form, isInitial: null));
                AddPairs(keys, Kind.ByInitial, families, LettersOf(form, isInitial: true));
            }

            keys.UnionWith(Bearers(actor, actor.IsBare ? actor.IsMute ? Kind.MuteBearer : Kind.BareBearer : Kind.FullBearer));
        }

        if (MayBeBody(actor))
        {
            foreach (var form in actor.Bodies)
            {
                AddBody(keys, form);
                keys.UnionWith(form.ShortForms().Select(part => Key(Kind.ShortForm, part)));
                keys.UnionWith((form.Abbreviation is { } abbreviation ? [abbreviation] : form.Initials).Select(initials => Key(form.Abbreviation is null ? Kind.Initials : Kind.Abbreviation, initials)));
                keys.Add(Key(Kind.Order, string.Join(' ', form.Order)));
            }
        }

        AddState(keys, actor);
        return keys;
    }

    /// <summary>What the records that may be of an actor are kept under.</summary>
    public static HashSet<ulong> Sought(PreparedActor actor)
    {
        var keys = new HashSet<ulong>();
        if (MayBePerson(actor))
        {
            var words = WordsOf(actor);
            foreach (var form in actor.Persons)
            {
                var (families, givens) = (FamiliesOf(form), GivensOf(form));
                AddPairs(keys, Kind.BareByWord, families.Union(givens), words);
                if (!form.IsFull)
                {
                    AddPairs(keys, Kind.FullByWord, families.Union(givens), words);
                    continue;
                }

                keys.Add(Key(Kind.Written, form.Written));
                AddPairs(keys, Kind.ByGiven, families, givens);
                AddPairs(keys, Kind.ByGiven, Romanization.Keys(string.Concat(form.GivenPlain)), Romanization.Keys(form.Family));
                AddPairs(keys, Kind.ByLetter, families, LettersOf(form, isInitial: true));
                AddPairs(keys, Kind.ByInitial, families, LettersOf(form, isInitial: false));
            }
        }

        if (MayBeBody(actor))
        {
            foreach (var form in actor.Bodies)
            {
                AddBody(keys, form);
                keys.UnionWith(form.ShortForms().Select(part => Key(Kind.Order, part)));
                keys.Add(Key(Kind.ShortForm, string.Join(' ', form.Order)));
                keys.UnionWith((form.Abbreviation is { } abbreviation ? [abbreviation] : form.Initials).Select(initials => Key(form.Abbreviation is null ? Kind.Abbreviation : Kind.Initials, initials)));
            }
        }

        AddState(keys, actor);
        return keys;
    }

    /// <summary>What those who may bear an actor's family name are kept under: with a full name, or with a role and a family name alone.</summary>
    public static IEnumerable<ulong> Bearers(PreparedActor actor, Kind kind) => actor.Persons.SelectMany(FamiliesOf).Distinct().Select(family => Key(kind, family));

    private static bool MayBePerson(PreparedActor actor) => actor.Type is SpeakerType.Person or SpeakerType.Unknown;

    private static bool MayBeBody(PreparedActor actor) => actor.Type is SpeakerType.Organization or SpeakerType.Group or SpeakerType.Unknown;

    private static string[] WordsOf(PreparedActor actor) => [.. actor.Roles.All.Concat(actor.Affiliations.All).Distinct()];

    /// <summary>The family name, its parts, and the word before it, which may be a first family name.</summary>
    private static HashSet<string> FamiliesOf(PersonForm form) =>
        [.. form.FamilyParts.Prepend(form.Family).Concat(form.Given.Length > 1 && !form.IsFamilyFirst ? [form.GivenPlain[^1]] : []).SelectMany(Romanization.Keys)];

    /// <summary>The given names and the nickname, by sound and by the groups of forms; of a bare name, those that the word may be.</summary>
    private static HashSet<string> GivensOf(PersonForm form)
    {
        var words = form.IsFull ? form.Given.Where(word => !NameMatch.IsInitial(word)).Append(string.Join(' ', form.Given)) : form.FamilyWords;
        return [.. words.Concat(form.Nickname is { } nickname ? [nickname] : []).SelectMany(word =>
            Romanization.Keys(NameLetters.Plain(word).Replace(" ", string.Empty, StringComparison.Ordinal)).Concat(NameMatch.Writings(word).Append(word).SelectMany(GivenNames.Default.GroupsOf).Select(group => $"={group}")))];
    }

    /// <summary>The first letters of the given name and the nickname: where it is an initial, where it is none, or (null) in either case.</summary>
    private static string[] LettersOf(PersonForm form, bool? isInitial) =>
        [.. new[] { form.Given[0], form.Nickname }.OfType<string>().Where(word => isInitial is null || NameMatch.IsInitial(word) == isInitial).Select(NameLetters.Plain).Where(plain => plain.Length > 0).Select(plain => plain[..1])];

    private static void AddBody(HashSet<ulong> keys, BodyForm form)
    {
        if (form.Entry is { } entry)
        {
            keys.Add(Key(Kind.Entry, entry.Name, entry.Country ?? string.Empty));
        }

        keys.Add(Key(Kind.BodyWords, form.Key));
        keys.UnionWith(Romanization.Keys(form.Joined).Select(sound => Key(Kind.BodySound, sound)));
    }

    private static void AddState(HashSet<ulong> keys, PreparedActor actor)
    {
        if (actor.Type is SpeakerType.State or SpeakerType.Unknown)
        {
            keys.UnionWith(StateIdentity.Keys(actor.Profile).Select(name => Key(Kind.State, name)));
        }
    }

    private static void AddPairs(HashSet<ulong> keys, Kind kind, IEnumerable<string> names, IReadOnlyCollection<string> others) =>
        keys.UnionWith(names.SelectMany(name => others.Select(other => Key(kind, name, other))));

    private static void AddPairs(HashSet<ulong> keys, Kind kind, IEnumerable<string> names, IEnumerable<string> others) => AddPairs(keys, kind, names, (string[])[.. others]);

    /// <summary>FNV-1a in 64 bits, which is the same in every process.</summary>
    private static ulong Key(Kind kind, string name, string other = "")
    {
        const ulong Prime = 1099511628211;
        var hash = (14695981039346656037 ^ (ulong)kind) * Prime;
        foreach (var letter in name)
        {
            hash = (hash ^ letter) * Prime;
        }

        hash = (hash ^ '\n') * Prime;
        foreach (var letter in other)
        {
            hash = (hash ^ letter) * Prime;
        }

        return hash;
    }

    /// <summary>What a key is made of.</summary>
    public enum Kind
    {
        /// <summary>All words of a full name.</summary>
        Written,

        /// <summary>Family and given name.</summary>
        ByGiven,

        /// <summary>Family name and first letter of the given name, for those who have an initial.</summary>
        ByLetter,

        /// <summary>Family name and initial.</summary>
        ByInitial,

        /// <summary>A word of a full name and a word of the role or affiliation.</summary>
        FullByWord,

        /// <summary>A bare name and a word of the role or affiliation.</summary>
        BareByWord,

        /// <summary>The family name of a full name.</summary>
        FullBearer,

        /// <summary>A bare name that has a role or an affiliation.</summary>
        BareBearer,

        /// <summary>A bare name of which nothing else is known.</summary>
        MuteBearer,

        /// <summary>An entry of the gazetteer.</summary>
        Entry,

        /// <summary>The words of a body's name in any order.</summary>
        BodyWords,

        /// <summary>The words of a body's name in their order.</summary>
        Order,

        /// <summary>A start of a body's name that may be short for it.</summary>
        ShortForm,

        /// <summary>The sounds of a body's name.</summary>
        BodySound,

        /// <summary>An abbreviation that is the name of a body.</summary>
        Abbreviation,

        /// <summary>The initials of a body's name.</summary>
        Initials,

        /// <summary>The code or the name of a state.</summary>
        State,
    }
}
