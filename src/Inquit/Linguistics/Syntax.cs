using System.Collections.Immutable;

namespace Inquit.Linguistics;

/// <summary>
/// Tags, lemmas and trees of all tokens of an article, side by side: index i of each array speaks of token i.
/// Each sentence has one tree (Universal Dependencies v2).
/// </summary>
/// <param name="Upos">Universal part of speech.</param>
/// <param name="Xpos">Penn Treebank tag.</param>
/// <param name="Lemmas">Dictionary form.</param>
/// <param name="Heads">Index of the head token in the article; -1 for the root of a sentence.</param>
/// <param name="Relations">Relation to the head ("nsubj", "nmod:poss"; "root" for a root).</param>
public sealed record Syntax(
    ImmutableArray<UniversalPos> Upos,
    ImmutableArray<string> Xpos,
    ImmutableArray<string> Lemmas,
    ImmutableArray<int> Heads,
    ImmutableArray<string> Relations)
{
    private (int[] First, int[] Items)? children;

    /// <summary>The dependents of token <paramref name="head"/>, in text order.</summary>
    public ReadOnlySpan<int> Dependents(int head)
    {
        var (first, items) = children ??= IndexDependents();
        return items.AsSpan(first[head], first[head + 1] - first[head]);
    }

    private (int[] First, int[] Items) IndexDependents()
    {
        var first = new int[Heads.Length + 2];
        foreach (var head in Heads)
        {
            if (head >= 0)
            {
                first[head + 2]++;
            }
        }

        for (var i = 2; i < first.Length; i++)
        {
            first[i] += first[i - 1];
        }

        var items = new int[Heads.Length];
        for (var token = 0; token < Heads.Length; token++)
        {
            if (Heads[token] >= 0)
            {
                items[first[Heads[token] + 1]++] = token;
            }
        }

        return (first, items);
    }
}
