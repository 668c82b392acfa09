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
        // Node 0 is the root; weight[h, d].
        var size = count + 1;
        var weight = new double[size, size];
        for (var dependent = 1; dependent < size; dependent++)
        {
            for (var head = 0; head < size; head++)
            {
                weight[head, dependent] = head == dependent
                    ? double.NegativeInfinity
                    : scores[((long)(dependent - 1) * stride) + head] - (head == 0 ? RootCost : 0);
            }
        }

        var parents = SpanningTree(weight);
        for (var dependent = 1; dependent < size; dependent++)
        {
            heads[dependent - 1] = parents[dependent] - 1;
        }
    }

    /// <summary>The parent of each node of the maximum spanning tree from node 0. Contracts one cycle after the other.</summary>
    private static int[] SpanningTree(double[,] weight)
    {
        var size = weight.GetLength(0);
        var parent = new int[size];
        parent[0] = -1;
        for (var node = 1; node < size; node++)
        {
            parent[node] = 0;
            for (var head = 1; head < size; head++)
            {
                if (weight[head, node] > weight[parent[node], node])
                {
                    parent[node] = head;
                }
            }
        }

        var cycle = FindCycle(parent);
        if (cycle.Count == 0)
        {
            return parent;
        }

        // The cycle becomes the last node of a smaller graph.
        var inCycle = new bool[size];
        foreach (var node in cycle)
        {
            inCycle[node] = true;
        }

        var outside = Enumerable.Range(0, size).Where(node => !inCycle[node]).ToArray();
        var contracted = outside.Length;
        var smaller = new double[contracted + 1, contracted + 1];
        var entry = new int[contracted];
        var exit = new int[contracted];
        for (var i = 0; i <= contracted; i++)
        {
            for (var j = 0; j <= contracted; j++)
            {
                smaller[i, j] = double.NegativeInfinity;
            }
        }

        for (var i = 0; i < contracted; i++)
        {
            for (var j = 0; j < contracted; j++)
            {
                smaller[i, j] = weight[outside[i], outside[j]];
            }

            foreach (var node in cycle)
            {
                var entering = weight[outside[i], node] - weight[parent[node], node];
                if (entering > smaller[i, contracted])
                {
                    smaller[i, contracted] = entering;
                    entry[i] = node;
                }

                if (weight[node, outside[i]] > smaller[contracted, i])
                {
                    smaller[contracted, i] = weight[node, outside[i]];
                    exit[i] = node;
                }
            }
        }

        var solved = SpanningTree(smaller);
        for (var j = 1; j < contracted; j++)
        {
            parent[outside[j]] = solved[j] == contracted ? exit[j] : outside[solved[j]];
        }

        var from = solved[contracted];
        parent[entry[from]] = outside[from];
        return parent;
    }

    private static List<int> FindCycle(int[] parent)
    {
        var seen = new int[parent.Length];
        for (var start = 1; start < parent.Length; start++)
        {
            var node = start;
            while (node > 0 && seen[node] == 0)
            {
                seen[node] = start;
                node = parent[node];
            }

            if (node > 0 && seen[node] == start)
            {
                var cycle = new List<int>();
                var member = node;
                do
                {
                    cycle.Add(member);
                    member = parent[member];
                }
                while (member != node);
                return cycle;
            }
        }

        return [];
    }
}
