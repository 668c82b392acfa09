using Inquit.Linguistics;
using Xunit;

namespace Inquit.Tests.Linguistics;

public class SyntaxTests
{
    [Fact]
    public void Dependents_come_in_text_order() => Assert.Equal([0, 2], Tree(1, -1, 1).Dependents(1).ToArray());

    [Fact]
    public void A_copy_with_other_heads_has_other_dependents()
    {
        var tree = Tree(1, -1, 1);
        Assert.Equal(2, tree.Dependents(1).Length);
        var copy = tree with { Heads = [-1, 0, 1] };
        Assert.Equal([1], copy.Dependents(0).ToArray());
        Assert.Equal([2], copy.Dependents(1).ToArray());
    }

    [Fact]
    public void To_be_asked_for_dependents_changes_nothing()
    {
        var tree = Tree(1, -1, 1);
        var copy = tree with { };
        tree.Dependents(1);
        Assert.Equal(copy, tree);
        Assert.Equal(copy.GetHashCode(), tree.GetHashCode());
    }

    [Fact]
    public void Dependents_are_found_on_many_threads_at_once()
    {
        for (var round = 0; round < 200; round++)
        {
            var tree = Tree(1, -1, 1);
            Parallel.For(0, 8, _ => Assert.Equal(2, tree.Dependents(1).Length));
        }
    }

    private static Syntax Tree(params int[] heads) =>
        new([.. heads.Select(_ => UniversalPos.X)], [.. heads.Select(_ => "X")], [.. heads.Select(_ => "x")], [.. heads], [.. heads.Select(_ => "dep")]);
}
