namespace Inquit.Linguistics;

/// <summary>
/// Finds the best tree with one root among scored arcs: the highest head of each token where those form a tree, else
/// the maximum spanning tree (Chu and Liu 1965; Edmonds 1967; McDonald et al. 2005).
/// </summary>
internal static unsafe class TreeDecoder
{
    /// <summary>A root arc costs this much where the spanning tree is sought, so that it has just one.</summary>
    private const double RootCost = 1e6;

    /// <summary>
    /// Writes the head of each of <paramref name="count"/> tokens, -1 for the root. Row d of <paramref name="scores"/>
    /// holds the scores of token d's heads: first the root, then each token; rows are <paramref name="stride"/> apart.
    /// </summary>
    public static void Decode(float* scores, int stride, int count, Span<int> heads)
    {
        var roots = 0;
        for (var dependent = 0; dependent < count; dependent++)
        {
            var row = scores + ((long)dependent * stride);
            var best = 0;
            for (var head = 1; head <= count; head++)
            {
                if (head != dependent + 1 && row[head] > row[best])
                {
                    best = head;
                }
            }

            heads[dependent] = best - 1;
            roots += best == 0 ? 1 : 0;
        }

        if (roots != 1 || HasCycle(heads[..count]))
        {
            DecodeSpanningTree(scores, stride, count, heads);
        }
    }

    private static bool HasCycle(ReadOnlySpan<int> heads)
    {
        Span<byte> state = heads.Length <= 512 ? stackalloc byte[heads.Length] : new byte[heads.Length];
        state.Clear();
        for (var start = 0; start < heads.Length; start++)
        {
            var node = start;
            while (node >= 0 && state[node] == 0)
            {
                state[node] = 1;
                node = heads[node];
            }

            if (node >= 0 && state[node] == 1)
            {
                return true;
            }

            for (node = start; node >= 0 && state[node] == 1; node = heads[node])
            {
                state[node] = 2;
            }
        }

        return false;
    }

    private static void DecodeSpanningTree(float* scores, int stride, int count, Span<int> heads)
    {
        var graph = new ArcGraph(count + 1);
        for (var dependent = 1; dependent <= count; dependent++)
        {
            for (var head = 0; head <= count; head++)
            {
                if (head != dependent)
                {
                    graph.Add(head, dependent, scores[((long)(dependent - 1) * stride) + head] - (head == 0 ? RootCost : 0));
                }
            }
        }

        graph.WriteHeads(heads[..count]);
    }
}
