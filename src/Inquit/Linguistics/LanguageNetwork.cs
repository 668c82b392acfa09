using System.Collections.Concurrent;
using Inquit.Learning;

namespace Inquit.Linguistics;

/// <summary>
/// One encoder for all of the language layer: word forms to vectors, two bidirectional LSTM layers, and heads for tags,
/// entity labels, arcs (deep biaffine attention, Dozat and Manning 2017) and relations.
/// </summary>
internal sealed unsafe class LanguageNetwork
{
    /// <summary>Slope of the leaky rectifier below zero.</summary>
    public const float Slope = 0.1f;

    private readonly Dictionary<string, int> vocabulary = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<Workspace> workspaces = [];

    private readonly bool isRounded;

    /// <summary>Creates the network of <paramref name="weights"/>.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="isRounded">Whether its LSTM layers multiply in 8 bits: for use, not for training.</param>
    public LanguageNetwork(LanguageWeights weights, bool isRounded = false)
    {
        Weights = weights;
        this.isRounded = isRounded;
        for (var row = 1; row < weights.Words.Length; row++)
        {
            vocabulary[weights.Words[row]] = row;
        }

        var sizes = weights.Sizes;
        Layers = [new LstmLayer(sizes.Lexical, sizes.Hidden), new LstmLayer(sizes.State, sizes.Hidden)];
        Pack();
    }

    /// <summary>The weights. After a change, call <see cref="Pack"/>.</summary>
    public LanguageWeights Weights { get; }

    /// <summary>The LSTM layers.</summary>
    public LstmLayer[] Layers { get; }

    /// <summary>States to all heads' columns.</summary>
    public PackedMatrix Heads { get; } = new();

    /// <summary>Dependents' vectors to what is multiplied with heads' vectors.</summary>
    public PackedMatrix Arcs { get; } = new();

    /// <summary>The relation's hidden layer to relations.</summary>
    public PackedMatrix Labels { get; } = new();

    /// <summary>Lays the weights out for the kernels.</summary>
    public void Pack()
    {
        for (var layer = 0; layer < Layers.Length; layer++)
        {
            var (input, recurrent, bias) = (Weights[$"lstm{layer}.input"], Weights[$"lstm{layer}.recurrent"], Weights[$"lstm{layer}.bias"]);
            if (isRounded)
            {
                Layers[layer].SetRoundedWeights(input, recurrent, bias);
            }
            else
            {
                Layers[layer].SetWeights(input, recurrent, bias);
            }
        }

        var sizes = Weights.Sizes;
        PackInto(Heads, "heads.weight", sizes.State, Weights.Columns.Width);
        PackInto(Arcs, "arc.weight", sizes.Arc, sizes.Arc);
        PackInto(Labels, "label.weight", sizes.Label, Weights.Relations.Length);
    }

    /// <summary>What the network sees of a form.</summary>
    public LexicalFeatures FeaturesOf(ReadOnlySpan<char> form) =>
        LexicalFeatures.Of(form, vocabulary.GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>Writes the vector of a word form; <paramref name="hideWord"/> leaves only what its characters tell.</summary>
    public void Embed(LexicalFeatures features, bool hideWord, float* target)
    {
        var sizes = Weights.Sizes;
        fixed (float* words = Weights["words"], ngrams = Weights["ngrams"], suffixes = Weights["suffixes"], shapes = Weights["shapes"])
        {
            var word = words + ((long)(hideWord ? 0 : features.Word) * sizes.Word);
            new ReadOnlySpan<float>(word, sizes.Word).CopyTo(new Span<float>(target, sizes.Word));
            var share = NgramShare(features);
            foreach (var ngram in features.Ngrams)
            {
                VectorKernels.Best.AddScaled(target, ngrams + ((long)ngram * sizes.Word), share, sizes.Word);
            }

            new ReadOnlySpan<float>(suffixes + (features.Suffix * sizes.Suffix), sizes.Suffix)
                .CopyTo(new Span<float>(target + sizes.Word, sizes.Suffix));
            new ReadOnlySpan<float>(shapes + (features.Shape * sizes.Shape), sizes.Shape)
                .CopyTo(new Span<float>(target + sizes.Word + sizes.Suffix, sizes.Shape));
        }
    }

    /// <summary>The factor with which each n-gram's vector enters the word's.</summary>
    public static float NgramShare(LexicalFeatures features) => features.Ngrams.Length == 0 ? 0 : 1f / features.Ngrams.Length;

    /// <summary>
    /// Runs the network. <paramref name="types"/> gives each row's index into <paramref name="features"/>, so that a form
    /// that occurs often is embedded and projected once. The result is valid until the workspace is returned.
    /// </summary>
    public Workspace Run(SequenceBatch batch, ReadOnlySpan<int> types, IReadOnlyList<LexicalFeatures> features)
    {
        if (!workspaces.TryTake(out var work))
        {
            work = new Workspace();
        }

        var sizes = Weights.Sizes;
        var rows = batch.Rows;
        var first = Layers[0];
        var lexical = work.Lexical.Reserve(features.Count * sizes.Lexical);
        for (var type = 0; type < features.Count; type++)
        {
            Embed(features[type], hideWord: false, lexical + ((long)type * sizes.Lexical));
        }

        var projected = work.Projected.Reserve(features.Count * first.GateWidth);
        first.Project(lexical, features.Count, projected, work.Rounded);
        var gates = work.Gates.Reserve(rows * first.GateWidth);
        for (var row = 0; row < rows; row++)
        {
            new ReadOnlySpan<float>(projected + ((long)types[row] * first.GateWidth), first.GateWidth)
                .CopyTo(new Span<float>(gates + ((long)row * first.GateWidth), first.GateWidth));
        }

        var cells = work.Cells.Reserve(rows * sizes.State);
        var lower = work.Lower.Reserve(rows * sizes.State);
        var upper = work.Upper.Reserve(rows * sizes.State);
        first.Run(batch, gates, cells, lower, work.Rounded);
        Layers[1].Project(lower, rows, gates, work.Rounded);
        Layers[1].Run(batch, gates, cells, upper, work.Rounded);
        RunHeads(upper, rows, work);
        return work;
    }

    /// <summary>Gives a workspace back for the next run.</summary>
    public void Return(Workspace work) => workspaces.Add(work);

    /// <summary>States to <see cref="Workspace.Heads"/> and <see cref="Workspace.Queries"/>.</summary>
    public void RunHeads(float* states, int rows, Workspace work)
    {
        var sizes = Weights.Sizes;
        var columns = Weights.Columns;
        var heads = work.Heads.Reserve(rows * columns.Width);
        FillRows(heads, rows, columns.Width, Weights["heads.bias"]);
        Heads.Multiply(states, sizes.State, rows, heads, columns.Width, accumulate: true);
        for (var row = 0; row < rows; row++)
        {
            VectorKernels.Best.LeakyRelu(heads + ((long)row * columns.Width) + columns.Dependent, 2 * sizes.Arc, Slope);
        }

        var queries = work.Queries.Reserve(rows * sizes.Arc);
        FillRows(queries, rows, sizes.Arc, Weights["arc.bias"]);
        Arcs.Multiply(heads + columns.Dependent, columns.Width, rows, queries, sizes.Arc, accumulate: true);
    }

    /// <summary>
    /// Scores of one sequence's arcs: row d for dependent d, column 0 for the root, column h + 1 for head h, rows
    /// <paramref name="stride"/> apart. Valid until the workspace's next use.
    /// </summary>
    public float* ScoreArcs(SequenceBatch batch, int sequence, Workspace work, out int stride)
    {
        var arc = Weights.Sizes.Arc;
        var columns = Weights.Columns;
        var length = batch.Lengths[sequence];
        var queries = work.SequenceQueries.Reserve(length * arc);
        var keys = work.SequenceKeys.Reserve((length + 1) * arc);
        Weights["arc.root"].CopyTo(new Span<float>(keys, arc));
        for (var step = 0; step < length; step++)
        {
            var row = (long)batch.Row(sequence, step);
            new ReadOnlySpan<float>(work.Queries.Pointer + (row * arc), arc).CopyTo(new Span<float>(queries + (step * arc), arc));
            new ReadOnlySpan<float>(work.Heads.Pointer + (row * columns.Width) + columns.Head, arc)
                .CopyTo(new Span<float>(keys + ((step + 1) * arc), arc));
        }

        work.PackedKeys.Pack(keys, arc, length + 1, 1, arc);
        stride = length + 1;
        var scores = work.ArcScores.Reserve(length * stride);
        work.PackedKeys.Multiply(queries, arc, length, scores, stride, accumulate: false);
        return scores;
    }

    /// <summary>
    /// Scores of each row's relation to the head in row <paramref name="headRows"/>[row] (-1 for the root); writes the
    /// hidden layer to <see cref="Workspace.LabelHidden"/>.
    /// </summary>
    public float* ScoreRelations(ReadOnlySpan<int> headRows, Workspace work)
    {
        var label = Weights.Sizes.Label;
        var columns = Weights.Columns;
        var rows = headRows.Length;
        var hidden = work.LabelHidden.Reserve(rows * label);
        fixed (float* root = Weights["label.root"])
        {
            for (var row = 0; row < rows; row++)
            {
                var target = hidden + ((long)row * label);
                var own = work.Heads.Pointer + ((long)row * columns.Width) + columns.LabelDependent;
                new ReadOnlySpan<float>(own, label).CopyTo(new Span<float>(target, label));
                var head = headRows[row] < 0 ? root : work.Heads.Pointer + ((long)headRows[row] * columns.Width) + columns.LabelHead;
                VectorKernels.Best.AddScaled(target, head, 1, label);
            }
        }

        VectorKernels.Best.LeakyRelu(hidden, rows * label, Slope);
        var relations = Weights.Relations.Length;
        var scores = work.LabelScores.Reserve(rows * relations);
        FillRows(scores, rows, relations, Weights["label.bias"]);
        Labels.Multiply(hidden, label, rows, scores, relations, accumulate: true);
        return scores;
    }

    private static void FillRows(float* target, int rows, int width, float[] values)
    {
        for (var row = 0; row < rows; row++)
        {
            values.CopyTo(new Span<float>(target + ((long)row * width), width));
        }
    }

    private void PackInto(PackedMatrix packed, string name, int rows, int columns)
    {
        fixed (float* values = Weights[name])
        {
            packed.Pack(values, rows, columns, columns, 1);
        }
    }

    /// <summary>Buffers of one run, used again by the next.</summary>
    internal sealed class Workspace
    {
        public RoundedRows Rounded { get; } = new();

        public AlignedBuffer Lexical { get; } = new();

        public AlignedBuffer Projected { get; } = new();

        public AlignedBuffer Gates { get; } = new();

        public AlignedBuffer Cells { get; } = new();

        public AlignedBuffer Lower { get; } = new();

        public AlignedBuffer Upper { get; } = new();

        /// <summary>The heads' outputs, <see cref="HeadColumns.Width"/> a row; arc vectors after their rectifier.</summary>
        public AlignedBuffer Heads { get; } = new();

        /// <summary>Dependents' vectors times the arc weights.</summary>
        public AlignedBuffer Queries { get; } = new();

        public AlignedBuffer SequenceQueries { get; } = new();

        public AlignedBuffer SequenceKeys { get; } = new();

        public PackedMatrix PackedKeys { get; } = new();

        public AlignedBuffer ArcScores { get; } = new();

        public AlignedBuffer LabelHidden { get; } = new();

        public AlignedBuffer LabelScores { get; } = new();
    }
}
