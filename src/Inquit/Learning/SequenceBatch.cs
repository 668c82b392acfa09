namespace Inquit.Learning;

/// <summary>
/// Sequences of unequal length laid side by side without padding: the longest first, and all first elements before all
/// second ones, so that each step of a recurrent network is one dense block of rows.
/// </summary>
internal sealed class SequenceBatch
{
    private readonly int[] rank;

    /// <summary>Lays out sequences of these lengths, none of which may be 0.</summary>
    public SequenceBatch(IReadOnlyList<int> lengths)
    {
        Lengths = lengths;
        var order = Enumerable.Range(0, lengths.Count).OrderByDescending(i => lengths[i]).ToArray();
        rank = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            rank[order[i]] = i;
        }

        Steps = order.Length == 0 ? 0 : lengths[order[0]];
        StepStart = new int[Steps + 1];
        var active = order.Length;
        for (var step = 0; step < Steps; step++)
        {
            while (lengths[order[active - 1]] <= step)
            {
                active--;
            }

            StepStart[step + 1] = StepStart[step] + active;
        }
    }

    /// <summary>Length of each sequence, in the order given.</summary>
    public IReadOnlyList<int> Lengths { get; }

    /// <summary>Length of the longest.</summary>
    public int Steps { get; }

    /// <summary>First row of each step, and the number of rows at the end.</summary>
    public int[] StepStart { get; }

    /// <summary>Elements in all.</summary>
    public int Rows => StepStart[Steps];

    /// <summary>Sequences that have an element <paramref name="step"/>.</summary>
    public int StepSize(int step) => StepStart[step + 1] - StepStart[step];

    /// <summary>The row of element <paramref name="step"/> of sequence <paramref name="sequence"/>.</summary>
    public int Row(int sequence, int step) => StepStart[step] + rank[sequence];
}
