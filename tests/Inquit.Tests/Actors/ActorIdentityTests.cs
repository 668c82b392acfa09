using System.Collections.Immutable;
using CsCheck;
using Inquit.Actors;
using Xunit;

namespace Inquit.Tests.Actors;

/// <summary>When two profiles are of one actor. Each name is "name|other names; role; affiliation; country".</summary>
public class ActorIdentityTests
{
    [Theory]
    [InlineData("Sergei Lavrov; foreign minister;; RU", "Sergey Lavrov; Russian foreign minister;; RU", "forms of the given name")]
    [InlineData("Volodymyr Zelensky; president;; UA", "Volodymyr Zelenskyy; Ukrainian president;; UA", "transliteration")]
    [InlineData("Yulia Tymoshenko; prime minister;; UA", "Julia Timoschenko; opposition leader;; UA", "transliteration")]
    [InlineData("Viktor Yanukovych; president;; UA", "Viktor Janukowitsch; president;; UA", "transliteration")]
    [InlineData("Muammar Gaddafi; leader;; LY", "Moammar Qadhafi; Libyan leader;; LY", "transliteration")]
    [InlineData("Mohammed Morsi; president;; EG", "Mohamed Mursi; Egyptian president;; EG", "transliteration")]
    [InlineData("Gerhard Schröder; chancellor;; DE", "Gerhard Schroeder; German chancellor;; DE", "same name")]
    [InlineData("Recep Tayyip Erdoğan; president;; TR", "Recep Tayyip Erdogan; prime minister;; TR", "same name")]
    [InlineData("Ban Ki-moon; secretary-general; United Nations; KR", "Ban Ki Moon; U.N. chief; U.N.", "same name")]
    [InlineData("Viktor Orbán; prime minister;; HU", "Orban Viktor; Hungarian prime minister;; HU", "same name in another order")]
    [InlineData("Xi Jinping; president;; CN", "Jinping Xi; Chinese president;; CN", "same name")]
    [InlineData("Joe Biden; president;; US", "Joseph R. Biden Jr.; vice president;; US", "forms of the given name")]
    [InlineData("Hosni Mubarak; president;; EG", "Mohammed Hosni Mubarak; deposed president;; EG", "first name left out")]
    [InlineData("George H. W. Bush; former president;; US", "George Herbert Walker Bush; 41st president;; US", "same name")]
    [InlineData("Ann Rowe-Fields; spokeswoman; Ohio Highway Patrol; US", "Ann Rowe; spokeswoman; Ohio Highway Patrol; US", "one of two family names")]
    [InlineData("Lavrov; foreign minister;; RU", "Sergei Lavrov; Russian foreign minister;; RU", "family name and role agree")]
    [InlineData("Gov. Haley; governor;; US", "Nikki Haley; South Carolina governor;; US", "family name and role agree")]
    [InlineData("Saddam; Iraqi president;; IQ", "Saddam Hussein; president;; IQ", "given name and role agree")]
    public void Persons_are_one(string a, string b, string reason) => Check(SpeakerType.Person, a, b, Identity.Same, reason);

    [Theory]
    [InlineData("Sergei Shoigu; minister;; RU", "Sergei Lavrov; minister;; RU", "family names differ")]
    [InlineData("Qusay Hussein; commander;; IQ", "Uday Hussein; commander;; IQ", "given names differ")]
    [InlineData("Ali Khamenei; supreme leader;; IR", "Ali Khomeini; supreme leader;; IR", "family names differ")]
    [InlineData("John Smyth; banker;; GB", "John Smith; banker;; GB", "family names differ")]
    [InlineData("George H. W. Bush; president;; US", "George W. Bush; president;; US", "middle names differ")]
    [InlineData("John Ray Jr.; senator;; US", "John Ray III; senator;; US", "suffixes differ")]
    [InlineData("Ahmed Hassan; spokesman; Defense Ministry; SO", "Ahmed Hassan; taxi driver;; EG", "countries differ")]
    [InlineData("Robert Miller; sheriff;; US", "Robert Miller; economist;; US", "roles differ")]
    [InlineData("Kim; defense minister;; KR", "Kim Jong-il; leader;; KP", "countries differ")]
    [InlineData("Kim Jong-un; leader;; KP", "Kim Jong-nam; leader;; KP", "given names differ")]
    [InlineData("Pope John Paul I; pope;; VA", "Pope John Paul II; pope;; VA", "suffixes differ")]
    public void Persons_are_two(string a, string b, string reason) => Check(SpeakerType.Person, a, b, Identity.Different, reason);

    [Theory]
    [InlineData("Lavrov;;; RU", "Sergei Lavrov; foreign minister;; RU", "family name alone")]
    [InlineData("Robert Miller;;; US", "Robert Miller;sheriff;; US", "a name that many bear")]
    [InlineData("Donald Trump; president;; US", "Donald Trump Jr.; executive;; US", "a suffix on one side only")]
    [InlineData("David Miller; analyst; Brookings Institution; US", "David Miller; analyst; Goldman Sachs; US", "affiliations differ")]
    public void Persons_may_be_one(string a, string b, string reason) => Check(SpeakerType.Person, a, b, Identity.Unsure, reason);

    [Theory]
    [InlineData("John Smith", "a name that many bear")]
    [InlineData("John Smith;;; US", "a name that many bear")]
    [InlineData("Smith", "family name alone")]
    [InlineData("Smith; analyst;; US", "family name alone")]
    [InlineData("Lavrov", "family name alone")]
    public void Equal_words_say_no_more_than_the_words(string profile, string reason) => Check(SpeakerType.Person, profile, profile, Identity.Unsure, reason);

    [Fact]
    public void A_bare_word_of_unknown_type_says_nothing() => Check(SpeakerType.Unknown, "Smith", "Smith", Identity.Unsure, null);

    [Theory]
    [InlineData("George Bush|George H.W. Bush; president;; US", "George W. Bush; president;; US", "middle names differ")]
    [InlineData("J. Smith|John Smith; senator; Senate; US", "James Smith; senator; Senate; US", "given names differ")]
    [InlineData("Hans Vanderhoof|Hans A. Vanderhoof", "Hans B. Vanderhoof", "middle names differ")]
    [InlineData("Smith|John Smith; senator; Senate; US", "James Smith; senator; Senate; US", "given names differ")]
    public void A_name_that_fits_does_not_outweigh_one_that_contradicts(string a, string b, string reason) => Check(SpeakerType.Person, a, b, Identity.Different, reason);

    [Theory]
    [InlineData("Bongbong Marcos|Ferdinand Marcos; president;; PH", "Bongbong Marcos; president;; PH")]
    [InlineData("Bongbong Marcos|Ferdinand Marcos; president;; PH", "Ferdinand R. Marcos; president;; PH")]
    [InlineData("Catherine, Princess of Wales|Kate Middleton; princess;; GB", "Catherine Middleton; princess;; GB")]
    public void Two_names_that_one_profile_bears_do_not_contradict(string a, string b) => Check(SpeakerType.Person, a, b, Identity.Same, null);

    [Theory]
    [InlineData("Le Duan; minister;; VN", "Do Duan; minister;; VN")]
    [InlineData("Ben; mayor;; US", "Van; mayor;; US")]
    public void A_name_that_is_a_particle_elsewhere_is_a_name(string a, string b) => Check(SpeakerType.Person, a, b, Identity.Different, null);

    [Theory]
    [InlineData("Russian Foreign Ministry;;; RU", "Ministry of Foreign Affairs of Russia", Identity.Same)]
    [InlineData("Foreign Ministry;;; RU", "Ministry of Foreign Affairs of Russia", Identity.Same)]
    [InlineData("Foreign Ministry;;; BT", "Ministry of Foreign Affairs of Bhutan", Identity.Same)]
    [InlineData("Foreign Ministry;;; BT", "Foreign Ministry;;; BN", Identity.Different)]
    [InlineData("Foreign Ministry", "Ministry of Foreign Affairs", Identity.Unsure)]
    [InlineData("Harrow Tools Inc.", "Harrow Tools", Identity.Same)]
    [InlineData("Harrow Tools GmbH;;; DE", "Harrow Tools Ltd.;;; GB", Identity.Different)]
    [InlineData("Harrow Motor Co.; automaker;; JP", "Harrow; carmaker;; JP", Identity.Same)]
    [InlineData("Board for Transport Safety", "BTS", Identity.Same)]
    [InlineData("NATO; alliance", "North Atlantic Treaty Organization", Identity.Same)]
    [InlineData("World Bank", "World Trade Organization", Identity.Different)]
    [InlineData("University of Harrow", "Harrow University", Identity.Unsure)]
    [InlineData("University of Washington;;; US", "Washington University;;; US", Identity.Unsure)]
    [InlineData("Miami University; university;; US", "University of Miami; university;; US", Identity.Unsure)]
    [InlineData("Korea University;;; KR", "University of Korea;;; KR", Identity.Unsure)]
    [InlineData("Bank of Harrow", "Harrow Bank", Identity.Unsure)]
    [InlineData("University of Harrow", "The University of Harrow", Identity.Same)]
    [InlineData("Harrow Police Department", "Police Department of Harrow", Identity.Same)]
    [InlineData("Police", "Police", Identity.Unsure)]
    [InlineData("Interior Ministry", "Interior Ministry", Identity.Unsure)]
    [InlineData("BTS|Board for Transport Safety", "Bureau of Tax Statistics", Identity.Unsure)]
    [InlineData("Harrow|Harrow Motor;;; JP", "Harrow Airlines;;; JP", Identity.Unsure)]
    [InlineData("Socialist Party;;; ES", "Socialist Party;;; FR", Identity.Different)]
    public void Organizations(string a, string b, Identity expected) => Check(SpeakerType.Organization, a, b, expected, null);

    [Theory]
    [InlineData("Russia;;; RU", "Russian Federation", Identity.Same)]
    [InlineData("Swaziland;;; SZ", "Eswatini;;; SZ", Identity.Same)]
    [InlineData("Moscow;;; RU", "Russia;;; RU", Identity.Same)]
    [InlineData("Niger;;; NE", "Nigeria;;; NG", Identity.Different)]
    [InlineData("East Germany", "West Germany;;; DE", Identity.Different)]
    public void States(string a, string b, Identity expected) => Check(SpeakerType.State, a, b, expected, null);

    [Fact]
    public void Types_that_differ_are_two_actors_and_an_unknown_type_is_any()
    {
        var (paper, person) = (new ActorProfile("Bloomberg", SpeakerType.Organization), new ActorProfile("Michael Bloomberg", SpeakerType.Person));
        Assert.Equal("types differ", ActorIdentity.Compare(paper, person).Reason);
        var unknown = new ActorProfile("Sergei Lavrov", SpeakerType.Unknown, "foreign minister", null, "RU");
        Assert.Equal(Identity.Same, ActorIdentity.Compare(unknown, unknown with { Type = SpeakerType.Person }).Outcome);
    }

    [Fact]
    public void Any_other_name_may_be_the_one_that_agrees()
    {
        var a = new ActorProfile("Catherine, Princess of Wales", SpeakerType.Person, "princess", null, "GB") { OtherNames = ["Kate Middleton"] };
        var b = new ActorProfile("Kate Middleton", SpeakerType.Person, "duchess", null, "GB");
        Assert.Equal(Identity.Same, ActorIdentity.Compare(a, b).Outcome);
    }

    [Fact]
    public void One_of_several_roles_is_enough()
    {
        var a = new ActorProfile("Robert Miller", SpeakerType.Person, "deputy; sheriff", null, "US");
        Assert.Equal(Identity.Same, ActorIdentity.Compare(a, a with { Role = "sheriff" }).Outcome);
    }

    [Fact]
    public void The_order_of_two_profiles_and_of_other_names_does_not_count()
    {
        var profiles = ActorPairs.Read("seen").Take(60).SelectMany(pair => new[] { pair.A, pair.B }).ToArray();
        Assert.All(ActorPairs.Read("seen"), pair => Assert.Equal(ActorIdentity.Compare(pair.A, pair.B), ActorIdentity.Compare(pair.B, pair.A)));
        foreach (var a in profiles)
        {
            var turned = a with { OtherNames = a.OtherNames.Reverse().ToImmutableArray() };
            Assert.Equal(a, turned);
            Assert.Equal(ActorIdentity.Compare(a, a), ActorIdentity.Compare(a, turned));
            foreach (var b in profiles)
            {
                Assert.Equal(ActorIdentity.Compare(a, b), ActorIdentity.Compare(b, a));
                Assert.Equal(ActorIdentity.Compare(a, b), ActorIdentity.Compare(turned, b));
            }
        }
    }

    [Fact]
    public void The_order_of_two_profiles_does_not_count_for_any_names() =>
        Gen.Select(RandomProfile, RandomProfile).Sample((a, b) => ActorIdentity.Compare(a, b) == ActorIdentity.Compare(b, a), iter: 20_000);

    [Theory]
    [InlineData("Kim Jong-un; leader", "Kim Jong Un")]
    [InlineData("Kim Jong-un", "Kim Jong Un")]
    [InlineData("Park Geun-hye", "Park Geun Hye")]
    public void Either_side_may_have_the_name_that_many_bear(string a, string b)
    {
        Check(SpeakerType.Person, a, b, Identity.Unsure, "a name that many bear");
        Check(SpeakerType.Person, b, a, Identity.Unsure, "a name that many bear");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("—")]
    [InlineData("the")]
    [InlineData("Mr.")]
    [InlineData("-")]
    [InlineData(", ,")]
    [InlineData("II")]
    [InlineData("von der")]
    [InlineData("\ud800")]
    [InlineData("习近平")]
    public void Any_name_can_be_compared(string name)
    {
        foreach (var type in Enum.GetValues<SpeakerType>())
        {
            var odd = new ActorProfile(name, type, name, name, name) { OtherNames = [name] };
            Assert.NotEqual(Identity.Different, ActorIdentity.Compare(odd, odd).Outcome);
            Assert.NotEqual(Identity.Same, ActorIdentity.Compare(odd, new ActorProfile("Sergei Lavrov", SpeakerType.Person)).Outcome);
            new ActorDirectory().Resolve("a", odd);
        }
    }

    private static void Check(SpeakerType type, string a, string b, Identity expected, string? reason)
    {
        var verdict = ActorIdentity.Compare(Profile(type, a), Profile(type, b));
        Assert.True(expected == verdict.Outcome && (reason is null || reason == verdict.Reason), verdict.ToString());
    }

    /// <summary>Profiles of few words, so that many pairs have some in common.</summary>
    private static Gen<ActorProfile> RandomProfile { get; } = Gen.Select(RandomName(), RandomName(), Gen.Int[0, 3], OneOf(Roles), OneOf(Affiliations), OneOf(Countries))
        .Select((name, other, type, role, affiliation, country) => new ActorProfile(name, (SpeakerType)type, role, affiliation, country) { OtherNames = type == 0 || other.Length % 3 > 0 ? [] : [other] });

    private static string?[] Roles => [null, null, "president", "minister", "foreign minister", "Russian foreign minister", "sheriff", "spokesman", "wife of the president", "analyst", "senator", "king"];

    private static string?[] Affiliations => [null, null, "Senate", "State Department", "Harrow Tools", "Tulsa police", "United Nations"];

    private static string?[] Countries => [null, null, "US", "RU", "KP", "KR", "VN", "EG", "DE", "PS", "GR"];

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<string> RandomName() => OneOf<string>([
            "Kim", "Jong", "Un", "Jong-un", "Park", "Geun-hye", "Geun", "Hye", "Sergei", "Sergey", "S.", "V.", "Lavrov", "Lawrow", "Smith", "Smyth", "John", "J.", "Jack", "James", "George", "H.W.", "W.", "Bush",
            "Jr.", "III", "“Bobby”", "Robert", "al-Sadr", "Sadr", "Muqtada", "Moqtada", "bin", "Salman", "de", "Le", "Pen", "García", "Márquez", "Schröder", "Schroeder", "President", "Gov.", "University", "of",
            "Miami", "Bank", "Ministry", "Foreign", "Russian", "Tools", "Inc.", "Harrow", "HT", "UN", "Washington", "West", "Germany", "Moscow", "Nguyen", "Do", "Choi", "Choe"])
        .Array[1, 4].Select(words => string.Join(' ', words));

    private static ActorProfile Profile(SpeakerType type, string text)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        var names = parts[0].Split('|');
        string? Part(int index) => parts.Length > index && parts[index].Length > 0 ? parts[index] : null;
        return new ActorProfile(names[0], type, Part(1), Part(2), Part(3)) { OtherNames = [.. names[1..]] };
    }
}
