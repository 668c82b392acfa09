using Inquit.Actors;
using Xunit;

namespace Inquit.Tests.Actors;

public class ActorDirectoryTests
{
    private static readonly ActorProfile Lavrov = new("Sergei Lavrov", SpeakerType.Person, "foreign minister", null, "RU");
    private static readonly ActorProfile LavrovAlone = new("Lavrov", SpeakerType.Person);
    private static readonly ActorProfile AnnLee = new("Ann Lee", SpeakerType.Person, "mayor of Dayton", null, "US");
    private static readonly ActorProfile BobLee = new("Bob Lee", SpeakerType.Person, "fire chief", null, "US");

    [Fact]
    public void Adding_twice_changes_nothing()
    {
        var directory = new ActorDirectory();
        var first = directory.Resolve(Lavrov);
        var second = directory.Resolve(Lavrov with { });
        Assert.True(first.IsNew);
        Assert.False(second.IsNew);
        Assert.Equal(first.Actor, second.Actor);
        Assert.Single(directory.Actors);
    }

    [Fact]
    public void What_is_the_same_joins_and_the_fullest_name_is_kept()
    {
        var directory = new ActorDirectory();
        directory.Resolve(new ActorProfile("Lavrov", SpeakerType.Person, "Russian foreign minister", null, "RU"));
        var actor = directory.Resolve(Lavrov).Actor;
        directory.Resolve(new ActorProfile("Sergey V. Lavrov", SpeakerType.Person, "foreign minister", null, "RU"));
        actor = directory.Resolve(Lavrov).Actor;
        Assert.Equal("Sergei Lavrov", actor.Profile.Name);
        Assert.Equal(["Lavrov", "Sergey V. Lavrov"], actor.Profile.OtherNames);
        Assert.Equal("RU", actor.Profile.Country);
        Assert.Single(directory.Actors);
    }

    [Fact]
    public void A_family_name_alone_joins_the_only_one_who_bears_it()
    {
        var directory = new ActorDirectory();
        var known = directory.Resolve(Lavrov).Actor;
        var found = directory.Resolve(LavrovAlone);
        Assert.Equal(known.Id, found.Actor.Id);
        Assert.Equal("family name alone: the only known Lavrov", found.Verdict.Reason);
    }

    [Fact]
    public void A_family_name_alone_joins_nobody_where_two_bear_it()
    {
        var directory = new ActorDirectory();
        directory.Resolve(AnnLee);
        directory.Resolve(BobLee);
        var found = directory.Resolve(new ActorProfile("Lee", SpeakerType.Person));
        Assert.True(found.IsNew);
        Assert.Equal(Identity.Unsure, found.Verdict.Outcome);
        Assert.Equal("family name alone: Ann Lee and Bob Lee are known", found.Verdict.Reason);
    }

    [Fact]
    public void A_family_name_alone_does_not_join_where_something_contradicts()
    {
        var directory = new ActorDirectory();
        directory.Resolve(Lavrov);
        Assert.True(directory.Resolve(LavrovAlone with { Country = "BG" }).IsNew);
    }

    [Fact]
    public void A_merge_holds_over_the_names()
    {
        var directory = new ActorDirectory();
        var (a, b) = (directory.Resolve(AnnLee).Actor.Id, directory.Resolve(BobLee).Actor.Id);
        directory.Merge(a, b);
        Assert.Equal(directory.Resolve(AnnLee).Actor, directory.Resolve(BobLee).Actor);
        Assert.Equal(a, directory.Resolve(BobLee with { Affiliation = "Dayton Fire Department" }).Actor.Id);
        Assert.Single(directory.Actors);
        Assert.Equal("mayor of Dayton; fire chief", directory.Find(b).Profile.Role);
    }

    [Fact]
    public void A_merge_is_undone()
    {
        var directory = new ActorDirectory();
        var (a, b) = (directory.Resolve(AnnLee).Actor.Id, directory.Resolve(BobLee).Actor.Id);
        directory.Undo(directory.Merge(a, b));
        Assert.Equal(b, directory.Resolve(BobLee).Actor.Id);
        Assert.Equal(2, directory.Actors.Count());
        Assert.Empty(directory.Decisions);
    }

    [Fact]
    public void A_split_holds_for_what_was_and_for_what_comes()
    {
        var directory = new ActorDirectory();
        var actor = directory.Resolve(Lavrov).Actor.Id;
        var alone = LavrovAlone with { Role = "foreign minister", Country = "RU" };
        Assert.Equal(actor, directory.Resolve(alone).Actor.Id);
        var split = directory.Split(actor, LavrovAlone);
        Assert.Equal(split.Second, directory.Resolve(alone).Actor.Id);
        Assert.Equal(split.Second, directory.Resolve(alone with { Role = "Russian foreign minister" }).Actor.Id);
        Assert.Equal("Sergei Lavrov", directory.Find(actor).Profile.Name);
        Assert.Empty(directory.Find(actor).Profile.OtherNames);
    }

    [Fact]
    public void A_split_is_undone()
    {
        var directory = new ActorDirectory();
        var actor = directory.Resolve(Lavrov).Actor.Id;
        directory.Resolve(LavrovAlone);
        directory.Undo(directory.Split(actor, LavrovAlone));
        Assert.Equal(actor, directory.Resolve(LavrovAlone).Actor.Id);
        Assert.Single(directory.Actors);
    }

    [Fact]
    public void A_later_merge_overrules_a_split()
    {
        var directory = new ActorDirectory();
        var actor = directory.Resolve(Lavrov).Actor.Id;
        directory.Resolve(LavrovAlone);
        var split = directory.Split(actor, LavrovAlone);
        directory.Merge(actor, split.Second);
        Assert.Single(directory.Actors);
        Assert.Equal(actor, directory.Resolve(LavrovAlone with { Country = "RU" }).Actor.Id);
    }

    [Fact]
    public void Records_and_decisions_bring_it_all_back()
    {
        var directory = new ActorDirectory();
        var (a, b) = (directory.Resolve(AnnLee).Actor.Id, directory.Resolve(BobLee).Actor.Id);
        var lavrov = directory.Resolve(Lavrov).Actor.Id;
        directory.Resolve(LavrovAlone);
        directory.Merge(a, b);
        var split = directory.Split(lavrov, LavrovAlone);
        var again = new ActorDirectory(directory.Records, directory.Decisions);
        Assert.Equal(directory.Actors, again.Actors);
        Assert.Equal(split.Second, again.Resolve(LavrovAlone).Actor.Id);
        again.Undo(split);
        Assert.Equal(2, again.Actors.Count());
        Assert.Equal(3, again.Merge(a, lavrov).Number);
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        var directory = new ActorDirectory();
        var actor = directory.Resolve(Lavrov).Actor.Id;
        Assert.Throws<ArgumentException>(() => directory.Merge(actor, actor));
        Assert.Throws<ArgumentException>(() => directory.Merge(actor, 7));
        Assert.Throws<ArgumentException>(() => directory.Split(actor, Lavrov));
        Assert.Throws<ArgumentException>(() => directory.Undo(new ActorDecision(1, ActorDecisionKind.Merge, 0, 1)));
        Assert.Throws<ArgumentException>(() => new ActorDirectory([new ActorRecord(3, [])], []));
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
            directory.Resolve(new ActorProfile($"{given[i % given.Length]} {char.ToUpperInvariant(family[0])}{family[1..]}", SpeakerType.Person, roles[i % roles.Length], null, countries[i % countries.Length]));
        }

        Assert.InRange(directory.Actors.Count(), Count / 4, Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{directory.Actors.Count()} actors, {watch.Elapsed.TotalSeconds:0.0} s");
    }
}
