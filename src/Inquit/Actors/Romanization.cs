using System.Collections.Frozen;
using System.Text;

namespace Inquit.Actors;

/// <summary>Scripts whose names English writes in several ways.</summary>
[Flags]
internal enum NameScripts
{
    /// <summary>Latin, or not known.</summary>
    None = 0,

    /// <summary>Cyrillic, and the scripts of the Caucasus, which are romanized alike.</summary>
    Cyrillic = 1,

    /// <summary>Arabic, Persian and Urdu; short vowels are not written, so romanizations differ in them.</summary>
    Arabic = 2,

    /// <summary>Greek.</summary>
    Greek = 4,

    /// <summary>Hebrew.</summary>
    Hebrew = 8,

    /// <summary>Hangul.</summary>
    Korean = 16,

    /// <summary>German and the Nordic languages: letters that are also written with two.</summary>
    Umlaut = 32,
}

/// <summary>
/// Whether two words are romanizations of one name. Each way of writing a sound is brought to one letter (tsch, tch, ch; kh, h; x, ks;
/// iy, yy, y, i); the vowels must agree too, save that in Arabic script a may be e, e may be i, and o may be u. Whoever asks says
/// which scripts the name may come from: in English and German names Smith and Smyth are two.
/// </summary>
internal static class Romanization
{
    private const string Vowels = "aeiou";

    private static readonly FrozenDictionary<string, NameScripts> ScriptOfCountry = new[]
    {
        (NameScripts.Cyrillic, "RU UA BY KZ KG TJ UZ TM BG MK RS ME BA MD GE AM AZ MN XK HR SI SU YU CS"),
        (NameScripts.Arabic, "SA IQ IR SY LB JO PS EG LY TN DZ MA YE OM AE QA KW BH SD SO MR AF PK IN BD LK ER DJ TJ AZ TD KM MV TR MY ID"),
        (NameScripts.Greek, "GR CY"),
        (NameScripts.Hebrew, "IL"),
        (NameScripts.Korean, "KR KP"),
        (NameScripts.Umlaut, "DE AT CH SE NO DK FI IS EE LI LU TR HU"),
    }.SelectMany(row => row.Item2.Split(' ').Select(country => (country, row.Item1)))
        .GroupBy(pair => pair.country).ToFrozenDictionary(group => group.Key, group => group.Aggregate(NameScripts.None, (all, pair) => all | pair.Item2));

    /// <summary>Ways of writing one sound, longer ones first. C stands for ch, S for sh, Z for zh.</summary>
    private static readonly (string Written, string Sound)[] Sounds =
    [
        ("schtsch", "SC"), ("chtch", "SC"), ("shtch", "SC"), ("shch", "SC"), ("tsch", "C"), ("tch", "C"), ("sch", "S"), ("dzh", "Z"), ("sh", "S"), ("cz", "C"),
        ("ch", "C"), ("zh", "Z"), ("dj", "j"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("ph", "f"), ("th", "t"), ("bh", "b"), ("ck", "k"), ("qu", "q"),
        ("tz", "ts"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("x", "ks"), ("w", "v"), ("y", "i"), ("c", "k"),
    ];

    /// <summary>Korean ways of writing one sound.</summary>
    private static readonly (string Written, string Sound)[] KoreanSounds =
    [
        ("yeo", "iu"), ("you", "iu"), ("yoo", "iu"), ("ch", "j"), ("sh", "s"), ("eo", "u"), ("eu", "u"), ("oo", "u"), ("ou", "u"), ("ae", "e"), ("ai", "e"), ("ee", "i"),
        ("w", "w"), ("y", "i"), ("g", "k"), ("d", "t"), ("b", "p"), ("r", "l"),
    ];

    private static readonly FrozenDictionary<string, int> KoreanFamilies = new[]
    {
        "lee yi rhee ri li", "park pak bak", "choi choe", "chung jung jeong cheong", "roh noh no", "yoon yun", "kang gang", "shin sin", "moon mun", "cho jo", "chang jang",
        "kwon gwon", "koo ku gu", "ryu yoo yu ryoo", "lim im rim", "ahn an", "baek paik paek", "kim gim", "hong", "han", "oh", "suh seo", "hwang whang", "ko go koh",
    }.SelectMany((row, index) => row.Split(' ').Select(name => (name, index))).ToFrozenDictionary(pair => pair.name, pair => pair.index);

    /// <summary>The scripts of a country's names; none for null.</summary>
    public static NameScripts ScriptsOf(string? country) => country is null ? NameScripts.None : ScriptOfCountry.GetValueOrDefault(country);

    /// <summary>Whether two plain words may be one name written twice.</summary>
    public static bool AreOne(string a, string b, NameScripts scripts) => a == b || (scripts != NameScripts.None && AreOne(new Sounding(a), new Sounding(b), scripts));

    /// <summary>As <see cref="AreOne(string, string, NameScripts)"/>, for words that are compared many times.</summary>
    public static bool AreOne(Sounding a, Sounding b, NameScripts scripts)
    {
        if (a.Plain == b.Plain)
        {
            return true;
        }

        if (a.Plain.Length < 3 || b.Plain.Length < 3 || Math.Abs(a.Plain.Length - b.Plain.Length) > 5)
        {
            return scripts.HasFlag(NameScripts.Korean) && AreKoreanFamilies(a.Plain, b.Plain);
        }

        return (scripts.HasFlag(NameScripts.Umlaut) && a.Folded == b.Folded)
            || (scripts.HasFlag(NameScripts.Cyrillic) && a.Slavic.Overlaps(b.Slavic))
            || (scripts.HasFlag(NameScripts.Greek) && a.Greek == b.Greek)
            || (scripts.HasFlag(NameScripts.Arabic) && AreSemitic(a.Arabic, b.Arabic))
            || (scripts.HasFlag(NameScripts.Hebrew) && AreSemitic(a.Hebrew, b.Hebrew))
            || (scripts.HasFlag(NameScripts.Korean) && (AreKoreanFamilies(a.Plain, b.Plain) || a.Korean == b.Korean));
    }

    private static bool AreKoreanFamilies(string a, string b) => KoreanFamilies.TryGetValue(a, out var groupA) && KoreanFamilies.TryGetValue(b, out var groupB) && groupA == groupB;

    /// <summary>
    /// Keys of which two writings of one name share at least one, and other names may, too: the consonants in classes, without those
    /// that some write as vowels. For indexes, not for verdicts.
    /// </summary>
    public static IEnumerable<string> Keys(string plain)
    {
        if (KoreanFamilies.TryGetValue(plain, out var family))
        {
            yield return $"#{family}";
        }

        var spelled = Spelled(plain);
        var skeleton = Skeleton(spelled, ' ');
        yield return skeleton;
        if (spelled.AsSpan().ContainsAny('j', 'Z'))
        {
            yield return Skeleton(spelled, 'k');
        }

        if (NameLetters.Folded(plain) is var folded && folded != plain && Skeleton(Spelled(folded), ' ') is var other && other != skeleton)
        {
            yield return other;
        }
    }

    /// <summary>The classes of the consonants, with j as given: Jamal is also written with g.</summary>
    private static string Skeleton(string spelled, char j)
    {
        var skeleton = new StringBuilder();
        foreach (var sound in spelled)
        {
            var letter = sound switch
            {
                'a' or 'e' or 'i' or 'o' or 'u' or 'h' or 'C' => ' ',
                'j' or 'Z' => j,
                'g' or 'q' or 'k' => 'k',
                't' or 'd' => 't',
                's' or 'z' or 'S' => 's',
                'v' or 'f' or 'b' or 'p' or 'w' => 'v',
                'r' or 'l' => 'l',
                _ => sound,
            };
            if (letter != ' ' && (skeleton.Length == 0 || skeleton[^1] != letter))
            {
                skeleton.Append(letter);
            }
        }

        return skeleton.Append('.').ToString();
    }

    private static string Write(string plain, (string Written, string Sound)[] sounds)
    {
        var spelled = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length;)
        {
            var (written, sound) = Array.Find(sounds, pair => string.CompareOrdinal(plain, i, pair.Written, 0, pair.Written.Length) == 0);
            sound ??= plain[i].ToString();
            foreach (var letter in sound)
            {
                if (spelled.Length == 0 || spelled[^1] != letter)
                {
                    spelled.Append(letter);
                }
            }

            i += written?.Length ?? 1;
        }

        return spelled.ToString();
    }

    /// <summary>The word without an h that only makes the vowel before it long: Nuh, Suh.</summary>
    private static string WithoutSilentH(string plain)
    {
        var kept = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length; i++)
        {
            if (plain[i] != 'h' || i == 0 || !IsVowel(plain[i - 1]) || (i + 1 < plain.Length && IsVowel(plain[i + 1])))
            {
                kept.Append(plain[i]);
            }
        }

        return kept.ToString();

        static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w';
    }

    private static string Spelled(string plain) => Write(plain, Sounds);

    /// <summary>The word as Cyrillic may have it: j is y or zh, q is k or g, -off is -ov, e after i is e, -enka is -enko.</summary>
    private static HashSet<string> Slavic(string plain)
    {
        var spelled = Spelled(plain);
        var readings = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reading in spelled.Contains('j', StringComparison.Ordinal) ? [spelled.Replace('j', 'i'), spelled.Replace('j', 'Z')] : new[] { spelled })
        {
            var word = reading.Replace("ii", "i", StringComparison.Ordinal).Replace("io", "e", StringComparison.Ordinal).Replace("ie", "e", StringComparison.Ordinal);
            word = word.EndsWith("of", StringComparison.Ordinal) || word.EndsWith("ef", StringComparison.Ordinal) ? word[..^1] + "v" : word;
            word = word.EndsWith("enka", StringComparison.Ordinal) ? word[..^1] + "o" : word;
            word = word.EndsWith("Cov", StringComparison.Ordinal) || word.EndsWith("Sov", StringComparison.Ordinal) ? word[..^2] + "ev" : word;
            readings.Add(word.EndsWith("ii", StringComparison.Ordinal) ? word[..^1] : word);
        }

        return readings;
    }

    /// <summary>Whether two words have the same consonants, and between them vowels that one unwritten vowel may become.</summary>
    private static bool AreSemitic(string a, string b)
    {
        var consonants = a.Count(letter => !Vowels.Contains(letter, StringComparison.Ordinal));
        var (i, j) = (0, 0);
        while (true)
        {
            var (vowelsOfA, vowelsOfB) = (VowelsAt(a, i), VowelsAt(b, j));
            (i, j) = (i + vowelsOfA.Length, j + vowelsOfB.Length);
            if (!MayBeOne(vowelsOfA, vowelsOfB) && !(consonants >= 4 && i < a.Length && j < b.Length && IsLeftOut(vowelsOfA, vowelsOfB)))
            {
                return false;
            }

            if (i == a.Length || j == b.Length)
            {
                return i == a.Length && j == b.Length;
            }

            if (!AreOneConsonant(a[i], b[j]))
            {
                return false;
            }

            (i, j) = (i + 1, j + 1);
        }
    }

    private static bool IsLeftOut(string a, string b) => a.Length + b.Length == 1 && (a.Length == 0 ? b : a)[0] is 'a' or 'e' or 'i';

    private static string WithoutLastH(string word) => word.Length > 3 && word[^1] == 'h' && Vowels.Contains(word[^2], StringComparison.Ordinal) ? word[..^1] : word;

    private static string VowelsAt(string word, int start)
    {
        var end = start;
        while (end < word.Length && Vowels.Contains(word[end], StringComparison.Ordinal))
        {
            end++;
        }

        return word[start..end];
    }

    private static bool AreOneConsonant(char a, char b) => a == b || (a, b) is ('q', 'k' or 'g') or ('k' or 'g', 'q') or ('j', 'g' or 'Z') or ('g' or 'Z', 'j');

    private static bool MayBeOne(string a, string b)
    {
        if (a.Length != b.Length)
        {
            return (a, b) is ("au", "o" or "u") or ("o" or "u", "au") or ("ia", "iia") or ("iia", "ia");
        }

        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i] && (a[i], b[i]) is not (('a', 'e') or ('e', 'a') or ('e', 'i') or ('i', 'e') or ('o', 'u') or ('u', 'o')))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A word with what each script makes of it, found out when asked for the first time.</summary>
    internal sealed class Sounding(string plain)
    {
        /// <summary>The plain letters.</summary>
        public string Plain { get; } = plain;

        public string Folded => field ??= NameLetters.Folded(Plain);

        public HashSet<string> Slavic => field ??= Romanization.Slavic(Plain);

        public string Greek => field ??= Spelled.Replace('C', 'h');

        public string Arabic => field ??= WithoutLastH(Spelled.Replace('C', 'S'));

        public string Hebrew => field ??= WithoutLastH(Spelled.Replace('C', 'h').Replace("ie", "i", StringComparison.Ordinal));

        public string Korean => field ??= Write(WithoutSilentH(Plain), KoreanSounds);

        private string Spelled => field ??= Romanization.Spelled(Plain);
    }
}
