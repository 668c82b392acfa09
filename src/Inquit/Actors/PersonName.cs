using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Inquit.Actors;

/// <summary>
/// A person's name in its parts: "Sen. Robert C. “Bobby” Scott Jr." has a title, a given name, a middle initial, a nickname, a
/// family name and a suffix. Of a name of one word it is not known whether it is a given or a family name.
/// </summary>
/// <param name="Words">Given, middle and family names, in the order in which they are written.</param>
/// <param name="FamilyStart">Index of the first word of the family name; 0 where the name is one word.</param>
internal sealed record PersonName(ImmutableArray<string> Words, int FamilyStart)
{
    private static readonly FrozenSet<string> Particles = new[]
    {
        "de", "da", "do", "dos", "das", "del", "della", "der", "den", "di", "du", "la", "le", "van", "von", "zu", "ten", "ter", "bin", "ibn", "ben", "bint", "al", "el", "af", "av",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Suffixes = new[] { "jr", "sr", "ii", "iii", "iv", "md", "phd" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Jr., Sr., III; null for none.</summary>
    public string? Suffix { get; init; }

    /// <summary>A name in quotation marks or brackets among the others.</summary>
    public string? Nickname { get; init; }

    /// <summary>Whether it has a given and a family name.</summary>
    public bool IsFull => FamilyStart > 0;

    /// <summary>The first word.</summary>
    public string First => Words[0];

    /// <summary>The last word.</summary>
    public string Last => Words[^1];

    /// <summary>The family name; for one word, that word.</summary>
    public string Family => string.Join(' ', Words[FamilyStart..]);

    /// <summary>The gender that the given name or the nickname tells.</summary>
    public Gender Gender
    {
        get
        {
            var gender = IsFull || Words.Length > 1 ? GivenNames.Default.GenderOf(First) : Gender.Unknown;
            return gender == Gender.Unknown && Nickname is not null ? GivenNames.Default.GenderOf(Nickname) : gender;
        }
    }

    /// <summary>Takes a name apart; null where nothing but titles and marks is left.</summary>
    public static PersonName? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = ImmutableArray.CreateBuilder<string>();
        string? suffix = null, nickname = null;
        foreach (var raw in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var word = raw.Trim(',', ';', ':');
            var bare = word.Trim('"', '“', '”', '‘', '’', '\'', '(', ')', '„');
            if (bare.Length == 0)
            {
                continue;
            }

            if (words.Count > 0 && Suffixes.Contains(bare.Replace(".", string.Empty, StringComparison.Ordinal)))
            {
                suffix = bare.TrimEnd('.');
            }
            else if (words.Count > 0 && bare.Length < word.Length && word[0] is '"' or '“' or '‘' or '\'' or '(' or '„')
            {
                nickname = bare;
            }
            else if (words.Count > 0 || !PersonTitles.IsTitle(bare))
            {
                words.Add(bare);
            }
        }

        return words.Count == 0 ? null : new PersonName(words.ToImmutable(), FamilyStartOf(words)) { Suffix = suffix, Nickname = nickname };
    }

    /// <summary>
    /// Whether a full name can be another writing of this full one: the same family name; given names equal, forms of one name, or
    /// one an initial of the other; middle names and suffixes that do not contradict.
    /// </summary>
    public bool Agrees(PersonName other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!IsFull || !other.IsFull || !AreSame(Family, other.Family) || Contradict(Suffix, other.Suffix))
        {
            return IsFull && other.IsFull && Words.Length == other.Words.Length && Words.Zip(other.Words).All(pair => AreSame(pair.First, pair.Second));
        }

        return (GivenAgree(First, other.First) || (Nickname is not null && GivenAgree(Nickname, other.First)) || (other.Nickname is not null && GivenAgree(First, other.Nickname)))
            && MiddlesAgree(other);
    }

    /// <summary>Whether this shorter name may stand for the full one: its family name, its first name, its nickname, or a run of its words at either end.</summary>
    public bool CanBeShortFor(PersonName full)
    {
        ArgumentNullException.ThrowIfNull(full);
        if (Words.Length >= full.Words.Length && Nickname is null)
        {
            return Words.Length == 1 && full.Nickname is not null && AreSame(First, full.Nickname);
        }

        return IsEndOf(full) || IsStartOf(full) || (Words.Length == 1 && full.Nickname is not null && AreSame(First, full.Nickname));
    }

    /// <summary>Whether the words are the last ones of the other name.</summary>
    public bool IsEndOf(PersonName full) => Words.Length <= full.Words.Length && Enumerable.Range(0, Words.Length).All(i => AreSame(Words[i], full.Words[full.Words.Length - Words.Length + i]));

    /// <summary>Whether the words are the first ones of the other name.</summary>
    public bool IsStartOf(PersonName full) => Words.Length <= full.Words.Length && Enumerable.Range(0, Words.Length).All(i => AreSame(Words[i], full.Words[i]));

    /// <summary>Whether two words are the same but for case, accents and hyphens.</summary>
    public static bool AreSame(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase) || Plain(a) == Plain(b);

    /// <summary>A name without case, accents, hyphens and points.</summary>
    public static string Plain(string name) => NameLetters.Plain(name);

    /// <summary>Whether the word is a small one before a family name: de, van, bin.</summary>
    public static bool IsParticle(string word) => Particles.Contains(word);

    private static bool IsSaint(string word) => word.TrimEnd('.').Equals("st", StringComparison.OrdinalIgnoreCase);

    private static bool GivenAgree(string a, string b) => AreSame(a, b) || IsInitialOf(a, b) || IsInitialOf(b, a) || GivenNames.Default.AreForms(a, b);

    private static bool IsInitialOf(string initial, string name) =>
        initial.TrimEnd('.').Length == 1 && char.ToLowerInvariant(initial[0]) == char.ToLowerInvariant(name[0]);

    private static bool Contradict(string? a, string? b) => a is not null && b is not null && !AreSame(a, b);

    private bool MiddlesAgree(PersonName other)
    {
        var (own, others) = (Words[1..FamilyStart], other.Words[1..other.FamilyStart]);
        return own.Length == 0 || others.Length == 0 || own.Any(a => others.Any(b => GivenAgree(a, b)));
    }

    /// <summary>The last word and the particles before it.</summary>
    private static int FamilyStartOf(ImmutableArray<string>.Builder words)
    {
        var start = words.Count - 1;
        while (start > 1 && (IsParticle(words[start - 1]) || IsSaint(words[start - 1])))
        {
            start--;
        }

        return start;
    }
}
