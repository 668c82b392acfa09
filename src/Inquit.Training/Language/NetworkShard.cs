using System.Numerics.Tensors;
using Inquit.Learning;
using Inquit.Linguistics;

namespace Inquit.Training.Language;

/// <summary>What one batch's losses are divided by: the tokens that carry each layer.</summary>
internal readonly record struct LossScale(float Tags, float Trees, float Entities);

/// <summary>
/// Forward and backward pass over a part of a batch, on one thread, with gradients of its own. The sum over the shards in
/// their order does not depend on the number of threads.
/// </summary>
internal sealed unsafe class NetworkShard
{
    private readonly LanguageNetwork network;
    private readonly LanguageNetwork.Workspace work = new();
    private readonly MatrixGradient products = new();
    private readonly LstmGradient[] layers;
    private readonly Dictionary<string, AlignedBuffer> gradients = new(StringComparer.Ordinal);
    private readonly AlignedBuffer[] gates = [new(), new()];
    private readonly AlignedBuffer[] cells = [new(), new()];
    private readonly AlignedBuffer[] inputs = [new(), new(), new()];
    private readonly AlignedBuffer[] masks = [new(), new(), new()];
    private readonly AlignedBuffer headsGradient = new();
    private readonly AlignedBuffer stateGradient = new();
    private readonly AlignedBuffer lowerGradient = new();
    private readonly AlignedBuffer queryGradient = new();
    private readonly AlignedBuffer arcGradient = new();
    private readonly AlignedBuffer sequenceGradient = new();
    private readonly AlignedBuffer labelGradient = new();
    private readonly AlignedBuffer labelHiddenGradient = new();
    private readonly PackedMatrix packed = new();

    public NetworkShard(LanguageNetwork network)
    {
        this.network = network;
        var sizes = network.Weights.Sizes;
        layers = [new LstmGradient(sizes.Lexical, sizes.Hidden), new LstmGradient(sizes.State, sizes.Hidden)];
        foreach (var name in DenseNames(network.Weights))
        {
            gradients[name] = new AlignedBuffer(network.Weights[name].Length);
        }
    }

    /// <summary>Summed loss of the last run.</summary>
    public double Loss { get; private set; }

    /// <summary>Rows of the last run: form and whether its word was hidden.</summary>
    public List<(int Type, bool Hidden)> LexicalRows { get; } = [];

    /// <summary>Gradient of the word forms' vectors of the last run, row for row as <see cref="LexicalRows"/>.</summary>
    public AlignedBuffer LexicalGradient { get; } = new();

    /// <summary>Weights that every batch touches as a whole.</summary>
    public static IEnumerable<string> DenseNames(LanguageWeights weights) =>
        weights.Names.Where(name => name is not ("words" or "ngrams" or "suffixes" or "shapes"));

    /// <summary>The gradient of a dense weight.</summary>
    public AlignedBuffer Gradient(string name) => gradients[name];

    /// <summary>Runs forward and backward.</summary>
    public void Run(
        IReadOnlyList<LanguageExample> examples,
        IReadOnlyList<LexicalFeatures> features,
        TransposedWeights transposed,
        LanguageHyperparameters settings,
        LossScale scale,
        Random random)
    {
        Loss = 0;
        foreach (var gradient in gradients.Values)
        {
            gradient.Span.Clear();
        }

        LexicalRows.Clear();
        if (examples.Count == 0)
        {
            return;
        }

        var sizes = network.Weights.Sizes;
        var batch = new SequenceBatch(examples.Select(example => example.Length).ToArray());
        var rows = batch.Rows;
        Embed(batch, examples, features, settings, random);
        for (var layer = 0; layer < 2; layer++)
        {
            var lstm = network.Layers[layer];
            var gate = gates[layer].Reserve(rows * lstm.GateWidth);
            lstm.Project(inputs[layer].Pointer, rows, gate, work.Rounded);
            var output = layer == 0 ? work.Lower.Reserve(rows * sizes.State) : work.Upper.Reserve(rows * sizes.State);
            lstm.Run(batch, gate, cells[layer].Reserve(rows * sizes.State), output, work.Rounded);
            DrawMask(masks[layer + 1], examples.Count, sizes.State, settings.Dropout, random);
            var next = inputs[layer + 1].Reserve(rows * sizes.State);
            ApplyMask(batch, masks[layer + 1], sizes.State, output, next);
        }

        network.RunHeads(inputs[2].Pointer, rows, work);
        var columns = network.Weights.Columns;
        var headsError = headsGradient.Reserve(rows * columns.Width);
        new Span<float>(headsError, rows * columns.Width).Clear();
        TagLoss(batch, examples, settings, scale, headsError);
        TreeLoss(batch, examples, transposed, settings, scale, headsError);

        products.AddProduct(
            inputs[2].Pointer, sizes.State, sizes.State, headsError, columns.Width, columns.Width, rows,
            Gradient("heads.weight").Pointer);
        MatrixGradient.AddRowSum(headsError, columns.Width, columns.Width, rows, Gradient("heads.bias").Pointer);
        var upper = stateGradient.Reserve(rows * sizes.State);
        transposed.Heads.Multiply(headsError, columns.Width, rows, upper, sizes.State, accumulate: false);
        ApplyMask(batch, masks[2], sizes.State, upper, upper);
        var lower = lowerGradient.Reserve(rows * sizes.State);
        Back(1, batch, work.Upper.Pointer, upper, transposed, lower);
        ApplyMask(batch, masks[1], sizes.State, lower, lower);
        var lexical = LexicalGradient.Reserve(rows * sizes.Lexical);
        Back(0, batch, work.Lower.Pointer, lower, transposed, lexical);
        ApplyMask(batch, masks[0], sizes.Lexical, lexical, lexical);
    }

    private void Embed(
        SequenceBatch batch,
        IReadOnlyList<LanguageExample> examples,
        IReadOnlyList<LexicalFeatures> features,
        LanguageHyperparameters settings,
        Random random)
    {
        var width = network.Weights.Sizes.Lexical;
        var input = inputs[0].Reserve(batch.Rows * width);
        var drawn = new (int, bool)[batch.Rows];
        for (var sequence = 0; sequence < examples.Count; sequence++)
        {
            for (var step = 0; step < examples[sequence].Length; step++)
            {
                var row = batch.Row(sequence, step);
                var type = examples[sequence].Types[step];
                var hide = random.NextSingle() < settings.WordDropout;
                drawn[row] = (type, hide);
                network.Embed(features[type], hide, input + ((long)row * width));
            }
        }

        LexicalRows.AddRange(drawn);
        DrawMask(masks[0], examples.Count, width, settings.InputDropout, random);
        ApplyMask(batch, masks[0], width, input, input);
    }

    private void TagLoss(
        SequenceBatch batch,
        IReadOnlyList<LanguageExample> examples,
        LanguageHyperparameters settings,
        LossScale scale,
        float* headsError)
    {
        var columns = network.Weights.Columns;
        for (var sequence = 0; sequence < examples.Count; sequence++)
        {
            var example = examples[sequence];
            for (var step = 0; step < example.Length; step++)
            {
                var at = (long)batch.Row(sequence, step) * columns.Width;
                var scores = work.Heads.Pointer + at;
                var error = headsError + at;
                if (example.Upos is { } upos)
                {
                    Loss += CrossEntropy(scores, HeadColumns.UposTags, upos[step], settings.TagWeight * scale.Tags, error);
                }

                if (example.Xpos is { } xpos)
                {
                    Loss += CrossEntropy(
                        scores + columns.Xpos, columns.XposTags, xpos[step], settings.TagWeight * scale.Tags, error + columns.Xpos);
                }

                if (example.Entities is { } entities)
                {
                    Loss += CrossEntropy(
                        scores + columns.Entity, HeadColumns.EntityLabels, entities[step], settings.EntityWeight * scale.Entities, error + columns.Entity);
                }
            }
        }
    }

    private void TreeLoss(
        SequenceBatch batch,
        IReadOnlyList<LanguageExample> examples,
        TransposedWeights transposed,
        LanguageHyperparameters settings,
        LossScale scale,
        float* headsError)
    {
        var sizes = network.Weights.Sizes;
        var columns = network.Weights.Columns;
        var rows = batch.Rows;
        var queryError = queryGradient.Reserve(rows * sizes.Arc);
        new Span<float>(queryError, rows * sizes.Arc).Clear();
        var headRows = new int[rows];
        var gold = new int[rows];
        Array.Fill(gold, -1);
        for (var sequence = 0; sequence < examples.Count; sequence++)
        {
            var example = examples[sequence];
            if (example.Heads is null || example.Relations is null)
            {
                continue;
            }

            ArcLoss(batch, sequence, example.Heads, scale.Trees, headsError, queryError);
            for (var step = 0; step < example.Length; step++)
            {
                var row = batch.Row(sequence, step);
                headRows[row] = example.Heads[step] < 0 ? -1 : batch.Row(sequence, example.Heads[step]);
                gold[row] = example.Relations[step];
            }
        }

        products.AddProduct(
            work.Heads.Pointer + columns.Dependent, columns.Width, sizes.Arc, queryError, sizes.Arc, sizes.Arc, rows,
            Gradient("arc.weight").Pointer);
        MatrixGradient.AddRowSum(queryError, sizes.Arc, sizes.Arc, rows, Gradient("arc.bias").Pointer);
        transposed.Arcs.Multiply(queryError, sizes.Arc, rows, headsError + columns.Dependent, columns.Width, accumulate: true);
        for (var row = 0; row < rows; row++)
        {
            var at = ((long)row * columns.Width) + columns.Dependent;
            UndoRectifier(work.Heads.Pointer + at, headsError + at, 2 * sizes.Arc);
        }

        LabelLoss(headRows, gold, transposed, settings, scale, headsError);
    }

    private void ArcLoss(SequenceBatch batch, int sequence, int[] heads, float scale, float* headsError, float* queryError)
    {
        var arc = network.Weights.Sizes.Arc;
        var columns = network.Weights.Columns;
        var length = heads.Length;
        var scores = network.ScoreArcs(batch, sequence, work, out var stride);
        var error = arcGradient.Reserve(length * stride);
        new Span<float>(error, length * stride).Clear();
        for (var step = 0; step < length; step++)
        {
            Loss += CrossEntropy(scores + (step * stride), stride, heads[step] + 1, scale, error + (step * stride));
        }

        var queries = sequenceGradient.Reserve(length * arc);
        packed.Pack(work.SequenceKeys.Pointer, stride, arc, arc, 1);
        packed.Multiply(error, stride, length, queries, arc, accumulate: false);
        for (var step = 0; step < length; step++)
        {
            VectorKernels.Best.AddScaled(queryError + ((long)batch.Row(sequence, step) * arc), queries + (step * arc), 1, arc);
        }

        var keys = sequenceGradient.Reserve(stride * arc);
        new Span<float>(keys, stride * arc).Clear();
        products.AddProduct(error, stride, stride, work.SequenceQueries.Pointer, arc, arc, length, keys);
        VectorKernels.Best.AddScaled(Gradient("arc.root").Pointer, keys, 1, arc);
        for (var step = 0; step < length; step++)
        {
            var target = headsError + ((long)batch.Row(sequence, step) * columns.Width) + columns.Head;
            VectorKernels.Best.AddScaled(target, keys + ((step + 1) * arc), 1, arc);
        }
    }

    private void LabelLoss(
        int[] headRows, int[] gold, TransposedWeights transposed, LanguageHyperparameters settings, LossScale scale, float* headsError)
    {
        var rows = headRows.Length;
        var label = network.Weights.Sizes.Label;
        var columns = network.Weights.Columns;
        var relations = network.Weights.Relations.Length;
        var scores = network.ScoreRelations(headRows, work);
        var error = labelGradient.Reserve(rows * relations);
        new Span<float>(error, rows * relations).Clear();
        for (var row = 0; row < rows; row++)
        {
            if (gold[row] >= 0)
            {
                Loss += CrossEntropy(
                    scores + ((long)row * relations), relations, gold[row], settings.RelationWeight * scale.Trees, error + ((long)row * relations));
            }
        }

        products.AddProduct(
            work.LabelHidden.Pointer, label, label, error, relations, relations, rows, Gradient("label.weight").Pointer);
        MatrixGradient.AddRowSum(error, relations, relations, rows, Gradient("label.bias").Pointer);
        var hiddenError = labelHiddenGradient.Reserve(rows * label);
        transposed.Labels.Multiply(error, relations, rows, hiddenError, label, accumulate: false);
        UndoRectifier(work.LabelHidden.Pointer, hiddenError, rows * label);
        for (var row = 0; row < rows; row++)
        {
            if (gold[row] < 0)
            {
                continue;
            }

            var from = hiddenError + ((long)row * label);
            VectorKernels.Best.AddScaled(headsError + ((long)row * columns.Width) + columns.LabelDependent, from, 1, label);
            var target = headRows[row] < 0
                ? Gradient("label.root").Pointer
                : headsError + ((long)headRows[row] * columns.Width) + columns.LabelHead;
            VectorKernels.Best.AddScaled(target, from, 1, label);
        }
    }

    private void Back(int layer, SequenceBatch batch, float* output, float* error, TransposedWeights transposed, float* inputError) =>
        layers[layer].Run(
            batch,
            inputs[layer].Pointer,
            gates[layer].Pointer,
            cells[layer].Pointer,
            output,
            error,
            transposed.Input[layer],
            transposed.Recurrent[layer],
            products,
            (Gradient($"lstm{layer}.input"), Gradient($"lstm{layer}.recurrent"), Gradient($"lstm{layer}.bias")),
            inputError);

    /// <summary>The weighted loss -log softmax(scores)[gold]; adds its gradient.</summary>
    private static double CrossEntropy(float* scores, int count, int gold, float weight, float* error)
    {
        var values = new ReadOnlySpan<float>(scores, count);
        Span<float> probabilities = count <= 512 ? stackalloc float[count] : new float[count];
        TensorPrimitives.Subtract(values, TensorPrimitives.Max(values), probabilities);
        var goldScore = probabilities[gold];
        TensorPrimitives.Exp(probabilities, probabilities);
        var sum = TensorPrimitives.Sum<float>(probabilities);
        fixed (float* source = probabilities)
        {
            VectorKernels.Best.AddScaled(error, source, weight / sum, count);
        }

        error[gold] -= weight;
        return weight * (Math.Log(sum) - goldScore);
    }

    private static void UndoRectifier(float* values, float* error, int count)
    {
        for (var i = 0; i < count; i++)
        {
            error[i] *= values[i] > 0 ? 1 : LanguageNetwork.Slope;
        }
    }

    private static void DrawMask(AlignedBuffer mask, int sequences, int width, float dropout, Random random)
    {
        var values = mask.Reserve(sequences * width);
        var kept = 1 / (1 - dropout);
        for (var i = 0; i < sequences * width; i++)
        {
            values[i] = random.NextSingle() < dropout ? 0 : kept;
        }
    }

    /// <summary>Multiplies each sequence's rows with its mask: the same units are dropped at all steps (Gal and Ghahramani 2016).</summary>
    private static void ApplyMask(SequenceBatch batch, AlignedBuffer mask, int width, float* source, float* target)
    {
        for (var sequence = 0; sequence < batch.Lengths.Count; sequence++)
        {
            var own = new ReadOnlySpan<float>(mask.Pointer + ((long)sequence * width), width);
            for (var step = 0; step < batch.Lengths[sequence]; step++)
            {
                var at = (long)batch.Row(sequence, step) * width;
                TensorPrimitives.Multiply(new ReadOnlySpan<float>(source + at, width), own, new Span<float>(target + at, width));
            }
        }
    }
}
