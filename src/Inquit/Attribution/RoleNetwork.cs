using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Inquit.Learning;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>
/// The network behind the role tagger: for each token its word's pieces, the language network's state and its
/// <see cref="RoleFeatures"/>, then a few transformer layers over a window of the article. It was trained to follow both the
/// annotators and a larger network (Hinton, Vinyals and Dean 2015): see <c>training/README.md</c>.
/// </summary>
internal sealed unsafe class RoleNetwork
{
    /// <summary>Values of a token's state.</summary>
    public const int Width = 384;

    private const int MostHeads = 64;
    private const int WidestLayer = 4096;
    private const int MostLayers = 24;

    private readonly WordPieces cutter;
    private readonly sbyte[] pieceValues;
    private readonly float[] pieceScales;
    private readonly float[] places;
    private readonly float[][] tables;
    private readonly ByteLinear states;
    private readonly (AlignedBuffer Weight, AlignedBuffer Bias) norm;
    private readonly TransformerLayer[] layers;
    private readonly float[] labelWeights;
    private readonly float[] labelBias;
    private readonly ConcurrentBag<Workspace> workspaces = [];

    /// <summary>Reads the network.</summary>
    /// <exception cref="ModelFormatException">A part is missing or does not fit.</exception>
    public RoleNetwork(ModelFile file)
    {
        var sizes = file.Ints("sizes");
        if (sizes is not [> 0 and <= MostLayers, > 0 and <= MostHeads, > 0 and <= WidestLayer, > 0 and <= WidestLayer] || sizes[2] % RowKernels.Lanes != 0)
        {
            throw new ModelFormatException($"The role model states the sizes {string.Join(", ", sizes)}; they are layers, heads of attention, width of the hidden layers (a multiple of {RowKernels.Lanes}), width of the language states.");
        }

        cutter = new WordPieces(file.Strings("pieces"));
        pieceValues = file.SBytes("piece.values");
        pieceScales = file.Floats("piece.scales");
        places = Matrix(file, "places", RoleWindows.Longest);
        tables = [.. RoleFeatures.Sizes.Select((size, i) => Matrix(file, $"feature{i}", size))];
        states = new ByteLinear(file, "state", sizes[3], Width);
        norm = TransformerLayer.ReadNorm(file, "norm", Width);
        layers = [.. Enumerable.Range(0, sizes[0]).Select(i => new TransformerLayer(file, $"layer{i}", Width, sizes[1], sizes[2]))];
        labelWeights = Matrix(file, "label.weight", RoleLabels.Count);
        labelBias = file.Floats("label.bias");
        Chain = new LinearChain(file.Floats("chain.start"), file.Floats("chain.moves"));
        if (labelBias.Length != RoleLabels.Count || Chain.Labels != RoleLabels.Count || pieceValues.Length != pieceScales.Length * Width || pieceScales.Length < file.Shape("pieces")[0])
        {
            throw new ModelFormatException("The parts of the role model do not fit each other.");
        }
    }

    /// <summary>Values of the language network's states that it was learned with.</summary>
    public int StateWidth => states.Depth;

    /// <summary>Scores of labels to sequences and probabilities.</summary>
    public LinearChain Chain { get; }

    /// <summary>
    /// Runs the network over windows. The result is valid until the workspace is returned.
    /// </summary>
    public Workspace Run(Segmentation segmentation, TokenStates tokenStates, RoleFeatures features, ReadOnlySpan<TokenRange> windows)
    {
        if (!workspaces.TryTake(out var work))
        {
            work = new Workspace();
        }

        var starts = new int[windows.Length + 1];
        for (var i = 0; i < windows.Length; i++)
        {
            starts[i + 1] = starts[i] + windows[i].Length;
        }

        var count = starts[^1];
        var rows = work.Rows.Reserve(count * Width);
        AddStates(tokenStates, windows, count, rows, work);
        AddWords(segmentation, windows, rows, work);
        var row = rows;
        foreach (var window in windows)
        {
            for (var token = window.Start; token < window.End; token++, row += Width)
            {
                AddRow(row, places, token - window.Start);
                var own = features.Of(token);
                for (var i = 0; i < tables.Length; i++)
                {
                    AddRow(row, tables[i], own[i]);
                }
            }
        }

        TransformerLayer.Normalize(rows, count, Width, norm);
        foreach (var layer in layers)
        {
            layer.Run(rows, starts, work.Layer);
        }

        Label(rows, count, work.Scores.Reserve(count * RoleLabels.Count));
        return work;
    }

    /// <summary>Gives a workspace back for the next run.</summary>
    public void Return(Workspace work) => workspaces.Add(work);

    private void AddStates(TokenStates tokenStates, ReadOnlySpan<TokenRange> windows, int count, float* rows, Workspace work)
    {
        var width = tokenStates.Width;
        var rounded = work.Layer.Rounded;
        rounded.Reserve(count, width);
        new Span<float>(rounded.Scales, count).Fill(TokenStates.Unit);
        var target = rounded.Bytes;
        foreach (var window in windows)
        {
            for (var token = window.Start; token < window.End; token++, target += width)
            {
                tokenStates.CopyShifted(token, new Span<byte>(target, width));
            }
        }

        states.Run(rounded, count, rows);
    }

    /// <summary>Adds the mean of each word's pieces; a form that occurs often is looked up once.</summary>
    private void AddWords(Segmentation segmentation, ReadOnlySpan<TokenRange> windows, float* rows, Workspace work)
    {
        work.Forms.Clear();
        var lookup = work.Forms.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var window in windows)
        {
            for (var token = window.Start; token < window.End; token++, rows += Width)
            {
                var form = segmentation.Form(token);
                ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(lookup, form, out var known);
                if (!known)
                {
                    index = work.Forms.Count - 1;
                    Embed(form, work.WordVectors, index, work.Pieces);
                }

                VectorKernels.Best.AddScaled(rows, work.WordVectors.Pointer + ((long)index * Width), 1, Width);
            }
        }
    }

    private void Embed(ReadOnlySpan<char> form, AlignedBuffer vectors, int index, List<int> pieces)
    {
        vectors.Grow((index + 1) * Width);
        var target = new Span<float>(vectors.Pointer + ((long)index * Width), Width);
        target.Clear();
        pieces.Clear();
        cutter.Cut(form, pieces);
        foreach (var piece in pieces)
        {
            var own = pieceValues.AsSpan(piece * Width, Width);
            var scale = pieceScales[piece] / pieces.Count;
            for (var i = 0; i < own.Length; i++)
            {
                target[i] += own[i] * scale;
            }
        }
    }

    private static void AddRow(float* target, float[] table, int row)
    {
        fixed (float* source = &table[row * Width])
        {
            VectorKernels.Best.AddScaled(target, source, 1, Width);
        }
    }

    private void Label(float* rows, int count, float* scores)
    {
        for (var row = 0; row < count; row++)
        {
            var own = new ReadOnlySpan<float>(rows + ((long)row * Width), Width);
            for (var label = 0; label < RoleLabels.Count; label++)
            {
                scores[(row * RoleLabels.Count) + label] = RowKernels.Dot(own, labelWeights.AsSpan(label * Width, Width)) + labelBias[label];
            }
        }
    }

    private static float[] Matrix(ModelFile file, string name, int leastRows)
    {
        var values = file.Floats(name);
        return values.Length >= leastRows * Width && values.Length % Width == 0
            ? values
            : throw new ModelFormatException($"Part '{name}' of the role model has {values.Length} values, not rows of {Width}, {leastRows} of them or more.");
    }

    /// <summary>Buffers of a run, used again by the next, and its results.</summary>
    internal sealed class Workspace
    {
        /// <summary>The state of each token of the windows, one window after the other.</summary>
        public AlignedBuffer Rows { get; } = new();

        /// <summary>The scores of each token's labels.</summary>
        public AlignedBuffer Scores { get; } = new();

        public TransformerLayer.Workspace Layer { get; } = new();

        public Dictionary<string, int> Forms { get; } = new(StringComparer.Ordinal);

        public AlignedBuffer WordVectors { get; } = new();

        public List<int> Pieces { get; } = [];
    }
}
