using Inquit.Text;

namespace Inquit.Actors;

/// <summary>
/// One of those who appear in an article, in the making: named ("Ann Lee"), or known by a description only ("a spokesman"). What is
/// learned of it anywhere in the article is gathered here.
/// </summary>
internal sealed class Figure(int index, SpeakerType type)
{
    /// <summary>How many things said beside the name are kept: more are said of nobody but in a list.</summary>
    private const int MostRoles = 64;

    private readonly HashSet<(string? Noun, string? Role, string? Affiliation, string? Country, string Words)> said = [];

    /// <summary>Place in the list of figures.</summary>
    public int Index { get; } = index;

    /// <summary>What sort of actor.</summary>
    public SpeakerType Type { get; set; } = type;

    /// <summary>The name to show; null for one without a name.</summary>
    public string? Name { get; set; }

    /// <summary>The words of the description by which an unnamed one came in.</summary>
    public string? Description { get; set; }

    /// <summary>The writings of the name, each as often as it stands in the article.</summary>
    public Dictionary<string, int> Writings { get; } = new(StringComparer.Ordinal);

    /// <summary>The full names of a person, each once.</summary>
    public List<PersonName> FullNames { get; } = [];

    /// <summary>The words right before the mentions of its name, where they say what a person is: "senator", "Mr.".</summary>
    public HashSet<string> Titles { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The gender that the first such title tells that tells any.</summary>
    public Gender TitleGender { get; set; }

    /// <summary>The token where its name stands first.</summary>
    public int First { get; set; } = int.MaxValue;

    /// <summary>He or she.</summary>
    public Gender Gender { get; set; }

    /// <summary>Whether it is a bare family name that two in the article have.</summary>
    public bool IsAmbiguous { get; set; }

    /// <summary>Whether it is several.</summary>
    public bool IsPlural { get; set; }

    /// <summary>What the gazetteer has of it.</summary>
    public GazetteerEntry? Entry { get; set; }

    /// <summary>The nouns for bodies that stand beside its name: "union" for "the Velmora union".</summary>
    public HashSet<string> Nouns { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether its name only says of what people or party several are: "Russians".</summary>
    public bool IsPeople { get; set; }

    /// <summary>The country of those who are called after it: "the Spaniard", "Russians".</summary>
    public string? Nation { get; set; }

    /// <summary>What is said beside the mentions of its name, in text order; each once.</summary>
    public List<RolePhrase> Roles { get; } = [];

    /// <summary>Adds what is said beside a mention, if it was not said before.</summary>
    /// <param name="role">What is said.</param>
    /// <param name="words">The words of it.</param>
    public void Learn(RolePhrase role, string words)
    {
        if (Roles.Count < MostRoles && said.Add((role.Noun, role.Role, role.Affiliation, role.Country, words)))
        {
            Roles.Add(role);
        }
    }

    /// <summary>Where it stands, in text order: names, descriptions, pronouns.</summary>
    public List<TokenRange> Mentions { get; } = [];

    /// <summary>Those who are named together as one: "Ann Lee and Bob Ray"; empty for one.</summary>
    public List<Figure> Members { get; } = [];

    /// <summary>Whether it has a name.</summary>
    public bool IsNamed => Name is not null || Members.Count > 0;

    /// <summary>The country that its entry or a role tells.</summary>
    public string? Country => Entry?.Country ?? Nation ?? Roles.Select(role => role.Country).FirstOrDefault(country => country is not null);
}
