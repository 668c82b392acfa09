using CsCheck;
using Inquit.Actors;
using Xunit;

namespace Inquit.Tests.Actors;

public class ActorDirectoryTests
{
    private static readonly ActorProfile Lavrov = new("Sergei Lavrov", SpeakerType.Person, "foreign minister", null, "RU");
    private static readonly ActorProfile LavrovAlone = new("Lavrov", SpeakerType.Person);
    private static readonly ActorProfile AnnLee = new("Ann Lee", SpeakerType.Person, "mayor of Dayton", null, "US");
    private static readonly ActorProfile BobLee = new("Bob Lee", SpeakerType.Person, "fire chief", null, "US");

    private static readonly ActorProfile Kerr = new("Kerr", SpeakerType.Person);
    private static readonly ActorProfile SteveKerr = new("Steve Kerr", SpeakerType.Person, "coach", "Warriors", "US");
    private static readonly ActorProfile DeborahKerr = new("Deborah Kerr", SpeakerType.Person, "actress", null, "GB");

    [Fact]
    public void Adding_an_article_twice_changes_nothing()
    {
        var directory = new ActorDirectory();
        ActorProfile[] said = [Lavrov, Kerr, new("John Smith", SpeakerType.Person), new("Police", SpeakerType.Organization)];
        var first = said.Select(profile => directory.Resolve("a", profile)).ToArray();
        var second = said.Select(profile => directory.Resolve("a", profile with { })).ToArray();
        Assert.All(first, resolution => Assert.True(resolution.IsNew));
        Assert.All(second, resolution => Assert.Equal((false, IdentityVerdict.Same(1, "known from this article")), (resolution.IsNew, resolution.Verdict)));
        Assert.Equal(first.Select(resolution => resolution.Actor), second.Select(resolution => resolution.Actor));
        Assert.Equal(4, directory.Actors.Count());
    }

    [Fact]
    public void Equal_words_of_two_articles_join_for_what_they_say()
    {
        var directory = new ActorDirectory();
        foreach (var profile in (ActorProfile[])[new("John Smith", SpeakerType.Person), new("Smith", SpeakerType.Person), new("Police", SpeakerType.Organization), new("Smith")])
        {
            directory.Resolve("a", profile);
            Assert.True(directory.Resolve("b", profile).IsNew, profile.Name);
            Assert.Equal(Identity.Unsure, directory.Resolve("c", profile).Verdict.Outcome);
        }

        directory.Resolve("a", Lavrov);
        Assert.False(directory.Resolve("b", Lavrov).IsNew);
        Assert.Equal(13, directory.Actors.Count());
    }

    [Theory]
    [InlineData("George Bush", "George H.W. Bush", "George W. Bush", "president", null)]
    [InlineData("J. Smith", "John Smith", "James Smith", "senator", "Senate")]
    [InlineData("Hans Vanderhoof", "Hans A. Vanderhoof", "Hans B. Vanderhoof", null, null)]
    [InlineData("Smith", "John Smith", "James Smith", "senator", "Senate")]
    public void A_middle_record_does_not_join_what_a_pair_keeps_apart(string middle, string one, string other, string? role, string? affiliation)
    {
        string[][] orders = [[middle, one, other], [middle, other, one], [one, middle, other], [other, middle, one], [one, other, middle], [other, one, middle]];
        foreach (var order in orders)
        {
            var directory = new ActorDirectory();
            var found = order.ToDictionary(name => name, name => directory.Resolve(name, new ActorProfile(name, SpeakerType.Person, role, affiliation, "US")).Record);
            Assert.NotEqual(directory.Find(found[one]).Id, directory.Find(found[other]).Id);
        }
    }

    [Fact]
    public void No_order_joins_names_that_contradict()
    {
        string[] given = ["George", "George H.", "George H.W.", "George W.", "G.", "G. W.", "Bob", "Robert", "R.", "Robert George", "Ann", ""];
        string[] families = ["Bush", "Vanderhoof", "Bush Jr.", "Bush III"];
        var names = Gen.Select(Gen.Int[0, given.Length - 1], Gen.Int[0, families.Length - 1]).Select((first, family) => $"{given[first]} {families[family]}".Trim());
        Gen.Select(names, Gen.Bool, Gen.Bool).Select((name, isSenator, isKnown) => new ActorProfile(name, SpeakerType.Person, isKnown ? isSenator ? "senator" : "president" : null, null, isKnown ? "US" : null)).Array[2, 8].Sample(profiles =>
        {
            var directory = new ActorDirectory();
            for (var i = 0; i < profiles.Length; i++)
            {
                directory.Resolve($"{i}", profiles[i]);
            }

            return directory.Records.All(record => record.Sightings.All(a => record.Sightings.All(b =>
                ActorIdentity.Compare(a.Profile, b.Profile).Reason is not ("given names differ" or "middle names differ" or "suffixes differ" or "family names differ"))));
        }, iter: 2_000);
    }

    [Fact]
    public void A_name_that_fits_two_joins_neither_and_is_one_of_its_own()
    {
        var directory = new ActorDirectory();
        string[] names = ["George H.W. Bush", "George W. Bush", "George Bush", "George Bush"];
        var actors = names.Select((name, i) => directory.Resolve($"{i}", new ActorProfile(name, SpeakerType.Person, "president", null, "US"))).ToArray();
        Assert.Equal("two known actors fit: George H.W. Bush and George W. Bush", actors[2].Verdict.Reason);
        Assert.Equal(actors[2].Actor, actors[3].Actor);
        Assert.Equal(3, directory.Actors.Count());
    }

    [Fact]
    public void What_is_the_same_joins_and_the_fullest_name_is_kept()
    {
        var directory = new ActorDirectory();
        directory.Resolve("a", new ActorProfile("Lavrov", SpeakerType.Person, "Russian foreign minister", null, "RU"));
        var actor = directory.Resolve("a", Lavrov).Actor;
        directory.Resolve("a", new ActorProfile("Sergey V. Lavrov", SpeakerType.Person, "foreign minister", null, "RU"));
        actor = directory.Resolve("a", Lavrov).Actor;
        Assert.Equal("Sergei Lavrov", actor.Profile.Name);
        Assert.Equal(["Lavrov", "Sergey V. Lavrov"], actor.Profile.OtherNames);
        Assert.Equal("RU", actor.Profile.Country);
        Assert.Single(directory.Actors);
    }

    [Fact]
    public void A_family_name_alone_joins_the_only_one_who_bears_it()
    {
        var directory = new ActorDirectory();
        var known = directory.Resolve("a", Lavrov).Actor;
        var found = directory.Resolve("b", LavrovAlone);
        Assert.False(found.IsNew);
        Assert.Equal(known, found.Actor);
        Assert.Equal(IdentityVerdict.Same(0.6, "family name alone: the only known Lavrov"), found.Verdict);
        Assert.Equal(found, directory.Resolve("b", LavrovAlone));
        Assert.Single(directory.Actors);
    }

    [Fact]
    public void A_family_name_alone_leaves_again_when_another_is_known()
    {
        var directory = new ActorDirectory();
        var steve = directory.Resolve("a", SteveKerr).Actor;
        var alone = directory.Resolve("b", Kerr);
        Assert.Equal(steve, alone.Actor);
        Assert.True(directory.Resolve("c", DeborahKerr).IsNew);
        Assert.NotEqual(steve.Id, directory.Find(alone.Record).Id);
        Assert.Equal(IdentityVerdict.Unsure(0.5, "family name alone: Steve Kerr and Deborah Kerr are known"), directory.Resolve("b", Kerr).Verdict);
        Assert.Equal(Identity.Unsure, directory.Resolve("d", Kerr).Verdict.Outcome);
        Assert.Equal(4, directory.Actors.Count());
    }

    [Fact]
    public void A_full_name_is_not_taken_for_a_bare_one_that_was_there_before()
    {
        var directory = new ActorDirectory();
        var alone = directory.Resolve("a", Kerr);
        var steve = directory.Resolve("b", SteveKerr);
        Assert.Equal((true, IdentityVerdict.Unsure(0.5, "may be Kerr: family name alone")), (steve.IsNew, steve.Verdict));
        Assert.NotEqual(directory.Find(alone.Record), steve.Actor);
        Assert.Equal(steve.Actor, directory.Resolve("c", Kerr).Actor);
    }

    [Theory]
    [InlineData(null, "US")]
    [InlineData("coach", null)]
    [InlineData("coach; Warriors coach", "US")]
    public void A_full_name_takes_a_bare_one_in_where_something_agrees(string? role, string? country)
    {
        var directory = new ActorDirectory();
        var alone = directory.Resolve("a", Kerr with { Role = role, Country = country });
        var steve = directory.Resolve("b", SteveKerr);
        Assert.Equal(directory.Find(steve.Record), directory.Find(alone.Record));
        Assert.Equal("Steve Kerr", directory.Find(alone.Record).Profile.Name);
    }

    [Fact]
    public void A_family_name_that_many_bear_joins_nobody()
    {
        var directory = new ActorDirectory();
        directory.Resolve("a", AnnLee);
        var found = directory.Resolve("b", new ActorProfile("Lee", SpeakerType.Person));
        Assert.Equal((true, IdentityVerdict.Unsure(0.4, "may be Ann Lee: a family name that many bear")), (found.IsNew, found.Verdict));
        directory.Resolve("c", BobLee);
        Assert.Equal("family name alone: Ann Lee and Bob Lee are known", directory.Resolve("b", new ActorProfile("Lee", SpeakerType.Person)).Verdict.Reason);
    }

    [Fact]
    public void A_word_of_unknown_type_joins_nobody()
    {
        var directory = new ActorDirectory();
        directory.Resolve("a", new ActorProfile("Vanderhoof"));
        Assert.True(directory.Resolve("b", new ActorProfile("Ann Vanderhoof", SpeakerType.Person, "mayor", null, "US")).IsNew);
        Assert.True(directory.Resolve("c", new ActorProfile("Vanderhoof")).IsNew);
    }

    [Fact]
    public void A_family_name_alone_does_not_join_where_something_contradicts()
    {
        var directory = new ActorDirectory();
        directory.Resolve("a", Lavrov);
        Assert.True(directory.Resolve("b", LavrovAlone with { Country = "BG" }).IsNew);
    }

    [Fact]
    public void A_merge_holds_over_the_names()
    {
        var directory = new ActorDirectory();
        var (a, b) = (directory.Resolve("a", AnnLee).Actor.Id, directory.Resolve("a", BobLee).Actor.Id);
        directory.Merge(a, b);
        Assert.Equal(directory.Resolve("a", AnnLee).Actor, directory.Resolve("a", BobLee).Actor);
        Assert.Equal(a, directory.Resolve("a", BobLee with { Affiliation = "Dayton Fire Department" }).Actor.Id);
        Assert.Single(directory.Actors);
        Assert.Equal("mayor of Dayton; fire chief", directory.Find(b).Profile.Role);
    }

    [Fact]
    public void A_merge_is_undone()
    {
        var directory = new ActorDirectory();
        var (a, b) = (directory.Resolve("a", AnnLee).Actor.Id, directory.Resolve("a", BobLee).Actor.Id);
        directory.Undo(directory.Merge(a, b));
        Assert.Equal(b, directory.Resolve("a", BobLee).Actor.Id);
        Assert.Equal(2, directory.Actors.Count());
        Assert.Empty(directory.Decisions);
    }

    [Fact]
    public void A_split_holds_for_what_was_and_for_what_comes()
    {
        var directory = new ActorDirectory();
        var actor = directory.Resolve("a", Lavrov).Actor.Id;
        var alone = LavrovAlone with { Role = "foreign minister", Country = "RU" };
        Assert.Equal(actor, directory.Resolve("a", alone).Actor.Id);
        var split = directory.Split(actor, LavrovAlone);
        Assert.Equal(split.Second, directory.Resolve("a", alone).Actor.Id);
        Assert.Equal(split.Second, directory.Resolve("a", alone with { Role = "Russian foreign minister" }).Actor.Id);
        Assert.NotEqual(actor, directory.Resolve("c", LavrovAlone).Actor.Id);
        Assert.Equal("Sergei Lavrov", directory.Find(actor).Profile.Name);
        Assert.Empty(directory.Find(actor).Profile.OtherNames);
    }

    [Fact]
    public void A_split_is_undone()
    {
        var directory = new ActorDirectory();
        var actor = directory.Resolve("a", Lavrov).Actor.Id;
        directory.Resolve("a", LavrovAlone);
        var split = directory.Split(actor, LavrovAlone);
        Assert.NotEqual(actor, directory.Resolve("b", LavrovAlone).Actor.Id);
        directory.Undo(split);
        Assert.Equal(actor, directory.Resolve("a", LavrovAlone).Actor.Id);
        Assert.Equal(actor, directory.Resolve("b", LavrovAlone).Actor.Id);
        Assert.Single(directory.Actors, known => known.Id == actor);
        directory.Resolve("c", new ActorProfile("Ivan Lavrov", SpeakerType.Person, "singer", null, "BG"));
        Assert.NotEqual(actor, directory.Resolve("a", LavrovAlone).Actor.Id);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_merge_and_a_split_of_what_was_merged_are_undone(int first, int second)
    {
        var directory = new ActorDirectory();
        directory.Resolve("a", new ActorProfile("Anna Brekke", SpeakerType.Person, "mayor"));
        directory.Resolve("b", new ActorProfile("Robert Lee", SpeakerType.Person, "fire chief"));
        var before = directory.Actors.ToArray();
        var merge = directory.Merge(first, second);
        var split = directory.Split(0, new ActorProfile("Robert Lee"));
        Assert.Equal(2, directory.Actors.Count());
        directory.Undo(split);
        Assert.Single(directory.Actors);
        directory.Undo(merge);
        Assert.Equal(before, directory.Actors);
    }

    [Fact]
    public void A_later_merge_overrules_a_split()
    {
        var directory = new ActorDirectory();
        var actor = directory.Resolve("a", Lavrov).Actor.Id;
        directory.Resolve("a", LavrovAlone);
        var split = directory.Split(actor, LavrovAlone);
        directory.Merge(actor, split.Second);
        Assert.Single(directory.Actors);
        Assert.Equal(actor, directory.Resolve("a", LavrovAlone with { Country = "RU" }).Actor.Id);
    }

    [Fact]
    public void Records_and_decisions_bring_it_all_back()
    {
        var directory = new ActorDirectory();
        var (a, b) = (directory.Resolve("a", AnnLee).Actor.Id, directory.Resolve("a", BobLee).Actor.Id);
        var lavrov = directory.Resolve("a", Lavrov).Actor.Id;
        directory.Resolve("a", LavrovAlone);
        directory.Merge(a, b);
        var split = directory.Split(lavrov, LavrovAlone);
        var again = new ActorDirectory(directory.Records, directory.Decisions);
        Assert.Equal(directory.Actors, again.Actors);
        Assert.Equal(split.Second, again.Resolve("a", LavrovAlone).Actor.Id);
        again.Undo(split);
        Assert.Equal(2, again.Actors.Count());
        Assert.Equal(3, again.Merge(a, lavrov).Number);
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        var directory = new ActorDirectory();
        var actor = directory.Resolve("a", Lavrov).Actor.Id;
        Assert.Throws<ArgumentException>(() => directory.Merge(actor, actor));
        Assert.Throws<ArgumentException>(() => directory.Merge(actor, 7));
        Assert.Throws<ArgumentException>(() => directory.Split(actor, Lavrov));
        Assert.Throws<ArgumentException>(() => directory.Undo(new ActorDecision(1, ActorDecisionKind.Merge, 0, 1)));
        Assert.Throws<ArgumentException>(() => new ActorDirectory([new ActorRecord(3, [])], []));
    }

    [Fact]
    public void What_is_compared_as_the_same_is_found()
    {
        foreach (var (a, b, _) in ActorPairs.Read("seen").Where(pair => ActorIdentity.Compare(pair.A, pair.B).Outcome == Identity.Same))
        {
            foreach (var (first, second) in new[] { (a, b), (b, a) })
            {
                var directory = new ActorDirectory();
                var known = directory.Resolve("a", first);
                Assert.Equal(known.Record, directory.Resolve("b", second).Record);
            }
        }
    }

    [Fact]
    public void A_directory_that_is_kept_goes_on_as_it_was()
    {
        var profiles = ActorPairs.Read("seen").SelectMany(pair => new[] { pair.A, pair.B }).Concat([Kerr, SteveKerr, Kerr, Lavrov, LavrovAlone, Kerr, AnnLee, DeborahKerr]).ToArray();
        var directory = new ActorDirectory();
        for (var i = 0; i < profiles.Length; i++)
        {
            directory.Resolve($"{i}", profiles[i]);
        }

        var again = new ActorDirectory(directory.Records, directory.Decisions);
        Assert.Equal(directory.Actors, again.Actors);
        Assert.All(profiles, profile => Assert.Equal(directory.Resolve("new", profile), again.Resolve("new", profile)));
    }

    [Fact]
    public void Many_who_share_a_family_name_are_resolved_fast() =>
        Time("Smiths", 5_000, i => new ActorProfile($"{Word(i)} Smith", SpeakerType.Person, "spokesman", null, "US"), atLeast: 4_000);

    [Fact]
    public void Many_bodies_that_share_a_first_word_are_resolved_fast() =>
        Time("universities", 5_000, i => new ActorProfile($"University of {Word(i)}", SpeakerType.Organization, "university", null, "US"), atLeast: 4_000);

    [Fact]
    public void Many_of_unknown_type_are_resolved_fast() => Time("unknown", 5_000, i => new ActorProfile(Word(i)), atLeast: 4_000);

    [Fact]
    public void One_with_many_profiles_is_resolved_fast() =>
        Time("profiles of one", 10_000, i => Lavrov with { Role = i % 2 == 0 ? "foreign minister" : $"foreign minister on day {Word(i)}" }, atMost: 1);

    [Fact]
    public void Many_of_whom_little_is_known_are_resolved_fast()
    {
        Time("John Smiths", 10_000, _ => new ActorProfile("John Smith", SpeakerType.Person), atLeast: 10_000);
        Time("bare names", 10_000, i => i == 5_000 ? SteveKerr : Kerr, atLeast: 5_001, atMost: 5_001);
        Time("bare names with roles", 1_000, i => new ActorProfile("Smith", SpeakerType.Person, $"spokesman for {Word(i)}", null, null));
        Time("John Smiths with roles", 1_000, i => new ActorProfile("John Smith", SpeakerType.Person, $"spokesman for {Word(i)}", Word(i + 7), null));
        Time("Bushes", 10_000, i => new ActorProfile(i switch { 0 => "George H.W. Bush", 1 => "George W. Bush", _ => "George Bush" }, SpeakerType.Person, "president", null, "US"), atMost: 3);
    }

    [Fact]
    public void Many_actors_are_resolved_fast()
    {
        const int Count = 50_000;
        string[] given = ["Ann", "Bob", "Sergei", "Mohammed", "Maria", "Chen", "David", "Olga", "Hassan", "Lucia"];
        string[] roles = ["mayor", "economist", "spokesman", "police chief", "analyst"];
        string?[] countries = ["US", "RU", "IQ", "GR", "KR", "DE", null];
        string[] syllables = ["ka", "lor", "min", "ve", "tas", "du", "ren", "bo", "shi", "gol", "fa", "nur", "pel", "zan", "wo", "mir"];
        var directory = new ActorDirectory();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < Count; i++)
        {
            var family = string.Concat(Enumerable.Range(0, 4).Select(part => syllables[(i * 7 >> (part * 4)) % syllables.Length]));
            directory.Resolve($"{i}", new ActorProfile($"{given[i % given.Length]} {char.ToUpperInvariant(family[0])}{family[1..]}", SpeakerType.Person, roles[i % roles.Length], null, countries[i % countries.Length]));
        }

        Assert.InRange(directory.Actors.Count(), Count / 4, Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{directory.Actors.Count()} actors, {watch.Elapsed.TotalSeconds:0.0} s");
    }

    private static void Time(string what, int count, Func<int, ActorProfile> profile, int atLeast = 1, int atMost = int.MaxValue)
    {
        var directory = new ActorDirectory();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            directory.Resolve($"{i}", profile(i));
        }

        var actors = directory.Actors.Count();
        TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {count} profiles, {actors} actors, {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.InRange(actors, atLeast, atMost);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    /// <summary>A word for each number: three of sixteen syllables and more.</summary>
    private static string Word(int number)
    {
        string[] syllables = ["ka", "lor", "min", "ve", "tas", "du", "ren", "bo", "shi", "gol", "fa", "nur", "pel", "zan", "wo", "mir"];
        var word = string.Concat(Enumerable.Range(0, 4).Select(part => syllables[(number >> (part * 4)) % syllables.Length]));
        return char.ToUpperInvariant(word[0]) + word[1..];
    }
}
