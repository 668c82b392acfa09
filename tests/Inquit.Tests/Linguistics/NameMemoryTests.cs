using System.Collections.Immutable;
using Inquit.Learning;
using Inquit.Linguistics;
using Inquit.Text;
using Xunit;

namespace Inquit.Tests.Linguistics;

public class NameMemoryTests
{
    private static readonly Segmentation Text = Cut("Norfin met Norfin and Norfin and Ada");

    [Fact]
    public void The_mentions_of_one_form_agree_on_the_kind_that_most_have() => Assert.Equal(
        [EntityType.Organization, EntityType.Organization, EntityType.Organization, EntityType.Person],
        Settle(NameMemory.Empty, EntityType.Organization, EntityType.Place, EntityType.Organization, EntityType.Person));

    [Fact]
    public void On_a_tie_each_mention_keeps_its_own_kind()
    {
        var mentions = Mentions(EntityType.Organization, EntityType.Place, EntityType.Person, EntityType.Person).RemoveAt(2);
        Assert.Equal(mentions, NameMemory.Empty.Settle(Text, mentions));
    }

    [Fact]
    public void What_training_saw_votes_too_and_an_article_of_many_mentions_outvotes_it()
    {
        var memory = NameMemory.Of(Enumerable.Repeat(("Norfin", EntityType.Organization), 100));
        Assert.Equal(EntityType.Organization, Settle(memory, EntityType.Place, EntityType.Place, EntityType.Place, EntityType.Person)[0]);

        var often = Cut(string.Join(' ', Enumerable.Repeat("Norfin", 6)));
        var places = Enumerable.Range(0, 6).Select(i => new EntityMention(new TokenRange(i, i + 1), EntityType.Place)).ToImmutableArray();
        Assert.Equal(places, memory.Settle(often, places));
    }

    [Theory]
    [InlineData("Ada", 3)]
    [InlineData("Norfin", -3)]
    public void A_memory_with_a_name_twice_or_seen_less_than_never_is_refused(string second, int count)
    {
        var file = new ModelFile();
        file.SetStrings("names", ["Ada", second]);
        file.SetInts("names.counts", [3, 0, 0, 0, 0, count, 0, 0, 0, 0], [2, 5]);
        Assert.Throws<ModelFormatException>(() => NameMemory.From(file));
    }

    [Fact]
    public void A_name_seen_less_than_three_times_is_not_remembered()
    {
        var memory = NameMemory.Of(Enumerable.Repeat(("Ada", EntityType.Organization), NameMemory.LeastSightings - 1));
        Assert.Equal(EntityType.Person, Settle(memory, EntityType.Place, EntityType.Place, EntityType.Place, EntityType.Person)[3]);
    }

    [Fact]
    public void A_saved_memory_is_the_same_and_a_damaged_one_is_refused()
    {
        var file = new ModelFile();
        NameMemory.Of(Enumerable.Repeat(("Norfin", EntityType.Organization), 5)).AddTo(file);
        Assert.Equal(EntityType.Organization, Settle(NameMemory.From(file), EntityType.Place, EntityType.Place, EntityType.Place, EntityType.Person)[0]);

        file.SetInts("names.counts", [1, 2], [2]);
        Assert.Contains("1 names with 2 counts", Assert.Throws<ModelFormatException>(() => NameMemory.From(file)).Message, StringComparison.Ordinal);
    }

    private static EntityType[] Settle(NameMemory memory, params EntityType[] types) =>
        [.. memory.Settle(Text, Mentions(types)).Select(mention => mention.Type)];

    private static ImmutableArray<EntityMention> Mentions(params EntityType[] types) =>
        [.. types.Zip([0, 2, 4, 6], (type, token) => new EntityMention(new TokenRange(token, token + 1), type))];

    private static Segmentation Cut(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<TextSpan>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf(' ', start) is >= 0 and var gap ? gap : text.Length;
            tokens.Add(new TextSpan(start, end));
            start = end + 1;
        }

        return new Segmentation(text, tokens.ToImmutable(), [new TokenRange(0, tokens.Count)], [], []);
    }
}
