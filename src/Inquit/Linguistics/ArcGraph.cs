namespace Inquit.Linguistics;

/// <summary>
/// A dense graph of scored arcs, node 0 its root, and its maximum spanning tree: each node takes its best arc, and each
/// cycle among these is made one node, in place, until there is none (Chu and Liu 1965; Edmonds 1967; Tarjan 1977). Time
/// and memory are quadratic in the number of nodes, whatever the scores.
/// </summary>
internal sealed class ArcGraph
{
    private readonly int size;
    private readonly double[] weights;

    /// <summary>The words between which the arc from one node to another goes, once nodes stand for several words.</summary>
    private readonly (int Head, int Dependent)[] arcs;

    /// <summary>Whether a place is empty since its node went into another place's.</summary>
    private readonly bool[] isMerged;

    private readonly int[] parents;
    private readonly int[] visits;

    /// <summary>The name of the node in each place: its word, or <see cref="size"/> and more for one made of a cycle.</summary>
    private readonly int[] names;

    /// <summary>By name, the name of the node made of the cycle that it went into; 0 for none.</summary>
    private readonly int[] mergedInto;

    /// <summary>By name, the word at which the tree enters a node.</summary>
    private readonly int[] entries;

    /// <summary>The nodes of each cycle, with the arc that each had in it.</summary>
    private readonly List<(int Name, int Head, int Dependent)[]> cycles = [];

    /// <summary>Creates a graph of <paramref name="size"/> nodes without arcs.</summary>
    public ArcGraph(int size)
    {
        this.size = size;
        weights = new double[size * size];
        Array.Fill(weights, double.NegativeInfinity);
        arcs = new (int, int)[size * size];
        isMerged = new bool[size];
        parents = new int[size];
        visits = new int[size];
        names = [.. Enumerable.Range(0, size)];
        mergedInto = new int[2 * size];
        entries = new int[2 * size];
    }

    /// <summary>Adds an arc.</summary>
    public void Add(int head, int dependent, double weight)
    {
        weights[(dependent * size) + head] = weight;
        arcs[(dependent * size) + head] = (head, dependent);
    }

    /// <summary>Finds the tree and writes each node's head in it, less one, without the root's. The arcs are used up.</summary>
    public void WriteHeads(Span<int> heads)
    {
        for (var node = 1; node < size; node++)
        {
            parents[node] = Best(node);
        }

        while (FindCycle() is { } cycle)
        {
            Merge(cycle);
        }

        for (var node = 1; node < size; node++)
        {
            if (!isMerged[node])
            {
                var (head, dependent) = arcs[(node * size) + parents[node]];
                Take(names[node], head, dependent, heads);
            }
        }

        // A cycle keeps its arcs but the one into the node at which the tree enters it.
        for (var last = cycles.Count - 1; last >= 0; last--)
        {
            var entry = entries[size + last];
            var entered = entry;
            while (mergedInto[entered] != size + last)
            {
                entered = mergedInto[entered];
            }

            foreach (var (name, head, dependent) in cycles[last])
            {
                if (name == entered)
                {
                    entries[name] = entry;
                }
                else
                {
                    Take(name, head, dependent, heads);
                }
            }
        }
    }

    private void Take(int name, int head, int dependent, Span<int> heads)
    {
        heads[dependent - 1] = head - 1;
        entries[name] = dependent;
    }

    /// <summary>Makes one node of a cycle, in the place of its first.</summary>
    private void Merge(List<int> cycle)
    {
        var merged = cycle[0];
        var name = size + cycles.Count;
        cycles.Add([.. cycle.Select(node => (names[node], arcs[(node * size) + parents[node]].Head, arcs[(node * size) + parents[node]].Dependent))]);
        var kept = cycle.ConvertAll(node => weights[(node * size) + parents[node]]);
        foreach (var node in cycle)
        {
            mergedInto[names[node]] = name;
            isMerged[node] = node != merged;
        }

        names[merged] = name;
        for (var other = 0; other < size; other++)
        {
            if (other == merged || isMerged[other])
            {
                continue;
            }

            var (entering, leaving) = (0, 0);
            for (var i = 1; i < cycle.Count; i++)
            {
                entering = Gain(i, other) > Gain(entering, other) ? i : entering;
                leaving = weights[(other * size) + cycle[i]] > weights[(other * size) + cycle[leaving]] ? i : leaving;
            }

            arcs[(merged * size) + other] = arcs[(cycle[entering] * size) + other];
            weights[(merged * size) + other] = Gain(entering, other);
            arcs[(other * size) + merged] = arcs[(other * size) + cycle[leaving]];
            weights[(other * size) + merged] = weights[(other * size) + cycle[leaving]];
            parents[other] = isMerged[parents[other]] ? merged : parents[other];
        }

        parents[merged] = Best(merged);

        // What the tree gains by entering the cycle at its i-th node rather than keeping that node's arc.
        double Gain(int i, int head) => weights[(cycle[i] * size) + head] - kept[i];
    }

    private int Best(int node)
    {
        var row = weights.AsSpan(node * size, size);
        var best = 0;
        for (var head = 1; head < row.Length; head++)
        {
            best = !isMerged[head] && row[head] > row[best] ? head : best;
        }

        return best;
    }

    private List<int>? FindCycle()
    {
        Array.Clear(visits);
        for (var start = 1; start < size; start++)
        {
            var node = isMerged[start] ? 0 : start;
            while (node > 0 && visits[node] == 0)
            {
                visits[node] = start;
                node = parents[node];
            }

            if (node > 0 && visits[node] == start)
            {
                List<int> cycle = [node];
                for (var next = parents[node]; next != node; next = parents[next])
                {
                    cycle.Add(next);
                }

                return cycle;
            }
        }

        return null;
    }
}
