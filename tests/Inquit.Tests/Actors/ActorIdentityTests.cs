using System.Collections.Immutable;
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
    [InlineData("University of Harrow", "Harrow University", Identity.Same)]
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
        foreach (var a in profiles)
        {
            var turned = a with { OtherNames = a.OtherNames.Reverse().ToImmutableArray() };
            Assert.Equal(a, turned);
            Assert.Equal(Identity.Same, ActorIdentity.Compare(a, turned).Outcome);
            foreach (var b in profiles)
            {
                Assert.Equal(ActorIdentity.Compare(a, b), ActorIdentity.Compare(b, a));
                Assert.Equal(ActorIdentity.Compare(a, b), ActorIdentity.Compare(turned, b));
            }
        }
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
            Assert.Equal(Identity.Same, ActorIdentity.Compare(odd, odd).Outcome);
            Assert.NotEqual(Identity.Same, ActorIdentity.Compare(odd, new ActorProfile("Sergei Lavrov", SpeakerType.Person)).Outcome);
            new ActorDirectory().Resolve(odd);
        }
    }

    private static void Check(SpeakerType type, string a, string b, Identity expected, string? reason)
    {
        var verdict = ActorIdentity.Compare(Profile(type, a), Profile(type, b));
        Assert.True(expected == verdict.Outcome && (reason is null || reason == verdict.Reason), verdict.ToString());
    }

    private static ActorProfile Profile(SpeakerType type, string text)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        string? Part(int index) => parts.Length > index && parts[index].Length > 0 ? parts[index] : null;
        return new ActorProfile(parts[0], type, Part(1), Part(2), Part(3));
    }
}
