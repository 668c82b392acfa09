using System.Collections.Frozen;

namespace Inquit.Actors;

/// <summary>Family names that many bear, and those that stand first. Own knowledge of names.</summary>
internal static class FamilyNames
{
    private static readonly FrozenSet<string> Common = Set(
        // English
        "smith johnson williams brown jones miller davis wilson anderson taylor thomas moore martin jackson thompson white harris clark lewis robinson walker hall young allen king wright scott green " +
        "baker adams nelson hill campbell mitchell roberts carter phillips evans turner parker collins edwards stewart morris murphy cook rogers morgan cooper peterson reed bailey bell kelly howard ward cox " +
        "richardson wood watson brooks bennett gray james hughes price myers long foster sanders ross powell sullivan russell jenkins perry butler barnes fisher henderson coleman simmons patterson jordan " +
        "reynolds hamilton graham kim wallace west cole hayes gibson bryant ellis stevens murray ford marshall owens harrison kennedy wells woods stone hunt black daniels palmer mills grant knight " +
        "ferguson rose hawkins dunn perkins hudson spencer gardner payne pierce arnold wagner willis ray watkins olson carroll duncan snyder hart cunningham bradley lane andrews ruiz harper fox riley " +
        "armstrong carpenter weaver greene lawrence elliott sims austin peters kelley franklin lawson fields " +
        // Spanish, Portuguese, Italian, French, German, Nordic
        "garcia martinez rodriguez hernandez lopez gonzalez perez sanchez ramirez torres flores rivera gomez diaz cruz morales ortiz gutierrez chavez ramos reyes mendoza alvarez castillo romero moreno " +
        "jimenez vargas castro fernandez ruiz munoz rojas medina aguilar vega silva santos oliveira souza sousa pereira costa ferreira rodrigues almeida lima gomes rossi russo ferrari bianchi ricci " +
        "bernard dubois durand moreau laurent muller schmidt schneider fischer weber meyer becker hoffmann schulz koch bauer hansen jensen nielsen johansson andersson larsson nilsson olsen larsen " +
        // Slavic
        "ivanov petrov smirnov kuznetsov popov vasiliev sokolov novikov morozov volkov ivanova petrova smirnova kuznetsova novak kowalski nowak shevchenko kovalenko bondarenko tkachenko kravchenko " +
        // Arabic, Persian, Turkish, Urdu, Hindi, Bengali, Hebrew, African
        "ali hassan hussein ahmed mohammed mohamed muhammad mahmoud ibrahim abdullah saleh omar khalil khan hussain malik sheikh shah syed iqbal singh kumar sharma gupta patel das roy verma reddy rao " +
        "joshi mehta jain islam rahman hossain begum chowdhury akhtar yilmaz kaya demir celik ozturk aydin cohen levy levi mizrahi peretz ahmadi hosseini mohammadi karimi abbas yusuf musa abubakar " +
        "okafor adeyemi mensah diallo traore diop ndiaye moyo dlamini nkosi kamau " +
        // Chinese, Korean, Vietnamese, Japanese
        "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo lee kim park choi jung kang cho yoon jang lim han nguyen tran le pham huynh hoang phan vu vo dang sato suzuki " +
        "takahashi tanaka watanabe ito yamamoto nakamura kobayashi wong chan cheung lau");

    private static readonly FrozenSet<string> First = Set(
        "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang song deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding " +
        "ren shen yao lu fu zhong jia xi bo wen hua mao chiang chou tsai lam wong chan cheung lau kim lee park choi jung chung kang cho yoon jang chang lim moon ban roh noh yi rhee pak hwang ahn shin seo kwon " +
        "oh nam ryu ri no nguyen tran pham huynh hoang phan vu vo dang bui do ho ngo duong ly truong dinh ko hong paik baek");

    private static readonly FrozenSet<string> FirstIn = Set("cn kr kp tw hk mo vn sg kh");

    /// <summary>Whether so many bear the family name that two persons of one full name are likely.</summary>
    public static bool IsCommon(string plain) => Common.Contains(plain);

    /// <summary>Whether the first of these words is the family name: Xi Jinping, Kim Jong-un, Ban Ki-moon.</summary>
    public static bool StandsFirst(IReadOnlyList<string> words, string? country)
    {
        if (words.Count is < 2 or > 3 || words.Any(word => word.TrimEnd('.').Length == 1))
        {
            return false;
        }

        var (first, last) = (NameLetters.Plain(words[0]), NameLetters.Plain(words[^1]));
        var isHome = country is not null && FirstIn.Contains(country.ToLowerInvariant());
        if (isHome)
        {
            return First.Contains(first) || (!First.Contains(last) && !GivenNames.Default.Contains(words[0]));
        }

        var given = string.Join(' ', words.Skip(1));
        return First.Contains(first) && country is null or "MY" or "ID" && !First.Contains(last)
            && (words[1].Contains('-', StringComparison.Ordinal) || (words.Count == 3 && !GivenNames.Default.Contains(words[1])) || (!GivenNames.Default.Contains(words[0]) && GivenNames.Default.Contains(given)));
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
