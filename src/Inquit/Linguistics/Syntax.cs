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
    // Made when first asked for; a copy with other heads makes its own.
    private DependentIndex? index;

    /// <summary>The dependents of token <paramref name="head"/>, in text order.</summary>
    public ReadOnlySpan<int> Dependents(int head)
    {
        var known = index;
        if (known is null || known.Heads != Heads)
        {
            index = known = DependentIndex.Of(Heads);
        }

        return known.Items.AsSpan(known.First[head], known.First[head + 1] - known.First[head]);
    }

    /// <summary>Whether both hold the same arrays.</summary>
    public bool Equals(Syntax? other) =>
        other is not null && (Upos, Xpos, Lemmas, Heads, Relations).Equals((other.Upos, other.Xpos, other.Lemmas, other.Heads, other.Relations));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Upos, Xpos, Lemmas, Heads, Relations);

    /// <summary>The tokens by their heads: those of head h are the items from First[h] to First[h + 1].</summary>
    private sealed record DependentIndex(ImmutableArray<int> Heads, int[] First, int[] Items)
    {
        public static DependentIndex Of(ImmutableArray<int> heads)
        {
            var first = new int[heads.Length + 2];
            foreach (var head in heads)
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

            var items = new int[heads.Length];
            for (var token = 0; token < heads.Length; token++)
            {
                if (heads[token] >= 0)
                {
                    items[first[heads[token] + 1]++] = token;
                }
            }

            return new DependentIndex(heads, first, items);
        }
    }
}
