using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Inquit.Actors;

/// <summary>One writing of a person's name, ready to be compared: titles off, family name apart, plain letters.</summary>
internal sealed class PersonForm
{
    private static readonly FrozenSet<string> OpeningParticles = Set("le la de du von van der den da dos del della di al el bin");
    private static readonly FrozenSet<string> Articles = Set("al el as ash at an ar az ad es ul ur");

    private PersonForm(ImmutableArray<string> given, ImmutableArray<string> family, PersonName name, string titles, bool isFamilyFirst)
    {
        Given = given;
        GivenPlain = [.. given.Select(NameLetters.Plain)];
        FamilyWords = family;
        var core = family.Where(word => !PersonName.IsParticle(word)).Select(WithoutArticle).ToArray();
        core = core.Length == 0 ? [.. family] : core;
        Family = NameLetters.Plain(string.Concat(core));
        FamilySounding = new Romanization.Sounding(Family);
        FamilyParts = [.. core.SelectMany(word => word.Split('-')).Select(NameLetters.Plain).Where(part => part.Length > 0)];
        Suffix = name.Suffix?.ToLowerInvariant();
        Nickname = name.Nickname;
        Titles = titles;
        IsFamilyFirst = isFamilyFirst;
        HasTwin = family.Any(NameLetters.HasTwin);
        Written = NameLetters.Plain(string.Concat(name.Words));
        All = string.Join(' ', GivenPlain.Append(Family));
    }

    /// <summary>Given and middle names as written; empty where the name is one word.</summary>
    public ImmutableArray<string> Given { get; }

    public ImmutableArray<string> GivenPlain { get; }

    public ImmutableArray<string> FamilyWords { get; }

    /// <summary>The family name in plain letters, without particles and articles; of a name of one word, that word.</summary>
    public string Family { get; }

    /// <summary>The family name as other scripts may have it.</summary>
    public Romanization.Sounding FamilySounding { get; }

    /// <summary>The parts of a hyphenated family name.</summary>
    public ImmutableArray<string> FamilyParts { get; }

    public string? Suffix { get; }

    public string? Nickname { get; private set; }

    /// <summary>The titles before it, as words for a role.</summary>
    public string Titles { get; }

    public bool IsFamilyFirst { get; }

    /// <summary>Whether the family name has a letter that is also written with two.</summary>
    public bool HasTwin { get; }

    /// <summary>The whole name in plain letters.</summary>
    public string All { get; }

    /// <summary>The words in plain letters as they are written, without spaces.</summary>
    public string Written { get; }

    public bool IsFull => Given.Length > 0;

    /// <summary>Reads a name; null where it is none: a description, a title alone.</summary>
    public static PersonForm? Parse(string text, string? country)
    {
        if (text.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma && PersonName.Parse("x" + text[comma..]) is { Suffix: null } or { Words.Length: > 1 })
        {
            text = text[..text.IndexOf(',', StringComparison.Ordinal)];
        }

        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
        var titles = new List<string>();
        while (words.Count > 0 && IsTitle(words[0], words.Count))
        {
            var title = words[0].TrimEnd('.').ToLowerInvariant();
            if (!PersonTitles.IsPlain(title) && title != "the")
            {
                titles.Add(title);
            }

            words.RemoveAt(0);
        }

        var ordinal = words.Count > 1 && IsOrdinal(words[^1], titles.Count > 0) ? words[^1] : null;
        if (ordinal is not null)
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count == 0 || !words.Any(word => word.Any(char.IsUpper)) || PersonName.Parse(string.Join(' ', words)) is not { } name)
        {
            return null;
        }

        name = ordinal is null ? name : name with { Suffix = ordinal };

        var start = name.FamilyStart;
        if (FamilyNames.StandsFirst(name.Words, country))
        {
            return new PersonForm(name.Words[1..], [name.Words[0]], name, string.Join(' ', titles), true);
        }

        // "von der Leyen", "Le Pen"; but "Al Gore", "Ben Carson"
        if (name.Words.Length > 1 && name.Words[..^1].All(word => OpeningParticles.Contains(word.ToLowerInvariant()) && (char.IsLower(word[0]) || word is not ("Al" or "El"))))
        {
            start = 0;
        }

        return new PersonForm(name.Words[..start], name.Words[start..], name, string.Join(' ', titles), false);
    }

    /// <summary>The names of one person; one word among them that is no family name is the nickname of the full ones.</summary>
    public static PersonForm[] ReadAll(IEnumerable<string> names, string? country)
    {
        PersonForm[] forms = [.. names.Select(name => Parse(name, country)).OfType<PersonForm>().DistinctBy(form => (form.All, form.Suffix))];
        var nickname = Array.Find(forms, form => !form.IsFull && form.Titles.Length == 0
            && Array.TrueForAll(forms, full => !full.IsFull || (full.Family != form.Family && !full.FamilyParts.Contains(form.Family) && !full.GivenPlain.Contains(form.Family))));
        foreach (var full in forms.Where(form => form.IsFull))
        {
            full.Nickname ??= nickname?.FamilyWords[^1];
        }

        return forms;
    }

    private static bool IsTitle(string word, int count) => word.TrimEnd('.', ',') is var bare && (count > 1 ? PersonTitles.IsOpening(bare) : PersonTitles.IsTitle(bare));

    /// <summary>Whether the word counts kings and popes: "XVI"; one letter only after a title.</summary>
    private static bool IsOrdinal(string word, bool hasTitle) => word.Length is > 0 and < 6 && (word.Length > 1 || hasTitle) && word.All(letter => letter is 'I' or 'V' or 'X');

    private static string WithoutArticle(string word) =>
        word.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && hyphen + 1 < word.Length && !char.IsLower(word[hyphen + 1]) && Articles.Contains(word[..hyphen].ToLowerInvariant())
            ? word[(hyphen + 1)..]
            : word.Length > 4 && word[..2] is "El" or "Al" && char.IsUpper(word[2]) ? word[2..]
            : word;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
