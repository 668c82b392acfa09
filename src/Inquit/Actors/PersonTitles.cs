using System.Collections.Frozen;

namespace Inquit.Actors;

/// <summary>Words before a name that are no part of it: "Mr.", "Dr.", "Sen.", and what each tells of the person.</summary>
internal static class PersonTitles
{
    /// <summary>Titles that only say how one addresses somebody.</summary>
    private const string Plain = "mr mrs ms miss mister madam madame monsieur herr frau sir lord lady dame dr señor señora";

    private const string Men = "mr mister sir lord herr monsieur señor king prince father sheikh imam pope congressman";
    private const string Women = "mrs ms miss madam madame frau lady dame queen princess sister baroness señora congresswoman";
    private const string Either =
        "dr prof professor doctor sen senator sens rep reps gov gen col lt maj capt sgt cpl pvt adm cmdr del rev hon judge justice president governor secretary minister " +
        "chancellor general colonel captain mayor ambassador bishop rabbi representative sheriff officer det";

    /// <summary>Words that are titles only where a name follows: "Chief Justice", "Crown Prince", "then", "coach".</summary>
    private const string Opening =
        "crown prime vice deputy brig supreme ayatollah hojatoleslam mullah maulana haji hajj hajji daw speaker cardinal archbishop patriarch chairman chairwoman premier detective inspector chief commissioner " +
        "director emperor duchess comrade field admiral commander corporal sergeant lieutenant brigadier trooper special agent attorney councilman councilwoman councillor delegate assemblyman alderman msgr mgr " +
        "superintendent leader former then ex-president grand first foreign defense defence finance interior state saint st mp coach us u.s. the";

    /// <summary>Besides the plain ones, titles of respect that stand after an office.</summary>
    private const string Respectful = "ayatollah hojatoleslam mullah maulana haji hajj hajji sheikh sheik imam daw emir sayyid";

    private static readonly FrozenSet<string> Honorifics = Respectful.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> OpeningWords = Opening.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> PlainTitles = Plain.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenDictionary<string, Gender> Titles =
        Men.Split(' ').Select(title => (title, Gender.Male))
            .Concat(Women.Split(' ').Select(title => (title, Gender.Female)))
            .Concat(Either.Split(' ').Select(title => (title, Gender.Unknown)))
            .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the word is a title.</summary>
    public static bool IsTitle(string word) => Titles.ContainsKey(word.TrimEnd('.'));

    /// <summary>Whether the word is a title where more of a name follows: besides those, "Crown", "Prime", "Speaker".</summary>
    public static bool IsOpening(string word) => IsTitle(word) || OpeningWords.Contains(word.TrimEnd('.'));

    /// <summary>The gender that a title tells.</summary>
    public static Gender GenderOf(string word) => Titles.GetValueOrDefault(word.TrimEnd('.'));

    /// <summary>Whether the word only says how one addresses somebody: "Mr.", "Dr.".</summary>
    public static bool IsPlain(string word) => PlainTitles.Contains(word.TrimEnd('.'));

    /// <summary>Whether the word shows respect and stands after the office if there is one: "Supreme Leader | Ayatollah", "Minister | Dr.".</summary>
    public static bool IsHonorific(string word) => IsPlain(word) || Honorifics.Contains(word);
}
