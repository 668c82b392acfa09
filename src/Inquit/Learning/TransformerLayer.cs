namespace Inquit.Learning;

/// <summary>
/// A transformer's encoder layer (Vaswani et al. 2017), normalized after each half, with weights in 8 bits: attention between
/// the rows of a window, then a hidden layer for each row.
/// </summary>
internal sealed unsafe class TransformerLayer
{
    /// <summary>Values of one head of attention.</summary>
    private const int HeadWidth = 32;

    private const float Epsilon = 1e-5f;
    private readonly ByteLinear attention;
    private readonly ByteLinear output;
    private readonly ByteLinear up;
    private readonly ByteLinear down;
    private readonly (AlignedBuffer Weight, AlignedBuffer Bias) first;
    private readonly (AlignedBuffer Weight, AlignedBuffer Bias) second;
    private readonly int heads;

    /// <summary>Reads a layer whose parts start with <paramref name="name"/>.</summary>
    /// <exception cref="ModelFormatException">A part is missing or does not fit.</exception>
    public TransformerLayer(ModelFile file, string name, int width, int heads, int hidden)
    {
        this.heads = heads;
        Width = width;
        attention = new ByteLinear(file, name + ".attention", width, 3 * heads * HeadWidth);
        output = new ByteLinear(file, name + ".output", heads * HeadWidth, width);
        up = new ByteLinear(file, name + ".up", width, hidden);
        down = new ByteLinear(file, name + ".down", hidden, width);
        first = ReadNorm(file, name + ".norm1", width);
        second = ReadNorm(file, name + ".norm2", width);
    }

    /// <summary>Values of a row.</summary>
    public int Width { get; }

    /// <summary>Reads the two rows of a normalization.</summary>
    /// <exception cref="ModelFormatException">A part is missing or does not fit.</exception>
    public static (AlignedBuffer Weight, AlignedBuffer Bias) ReadNorm(ModelFile file, string name, int width) =>
        (ReadRow(file, name + ".weight", width), ReadRow(file, name + ".bias", width));

    /// <summary>Normalizes rows in place.</summary>
    public static void Normalize(float* rows, int count, int width, (AlignedBuffer Weight, AlignedBuffer Bias) norm)
    {
        for (var row = 0; row < count; row++)
        {
            RowKernels.Normalize(rows + ((long)row * width), width, norm.Weight.Pointer, norm.Bias.Pointer, Epsilon);
        }

        GC.KeepAlive(norm.Weight);
        GC.KeepAlive(norm.Bias);
    }

    /// <summary>Runs the layer over <paramref name="rows"/>, in place.</summary>
    /// <param name="rows">The rows of all windows, one after the other.</param>
    /// <param name="windows">Where each window starts, and at the end how many rows there are.</param>
    /// <param name="work">Buffers.</param>
    public void Run(float* rows, ReadOnlySpan<int> windows, Workspace work)
    {
        var count = windows[^1];
        var mixed = work.Mixed.Reserve(count * heads * HeadWidth);
        var projected = work.Projected.Reserve(count * 3 * heads * HeadWidth);
        attention.Run(rows, count, projected, work);
        for (var window = 0; window + 1 < windows.Length; window++)
        {
            Attend(projected, mixed, windows[window], windows[window + 1] - windows[window], work);
        }

        var added = work.Added.Reserve(count * Width);
        output.Run(mixed, count, added, work);
        VectorKernels.Best.AddScaled(rows, added, 1, count * Width);
        Normalize(rows, count, Width, first);

        var hidden = work.Projected.Reserve(count * up.Columns);
        up.Run(rows, count, hidden, work);
        RowKernels.Gelu(hidden, count * up.Columns);
        down.Run(hidden, count, added, work);
        VectorKernels.Best.AddScaled(rows, added, 1, count * Width);
        Normalize(rows, count, Width, second);
    }

    /// <summary>Attention within one window: each row takes of the others' values by how like its query their keys are.</summary>
    private void Attend(float* projected, float* mixed, int start, int length, Workspace work)
    {
        var width = heads * HeadWidth;
        var stride = 3 * width;
        var room = RowKernels.Padded(length);
        var scores = work.Scores.Reserve(length * room);
        var shares = work.Shares.Reserve(length);
        for (var head = 0; head < heads; head++)
        {
            var query = projected + ((long)start * stride) + (head * HeadWidth);
            work.Packed.Pack(query + width, HeadWidth, length, 1, stride);
            work.Packed.Multiply(query, stride, length, scores, room, accumulate: false);
            for (var row = 0; row < length; row++)
            {
                shares[row] = RowKernels.Softmax(scores + ((long)row * room), length, 1 / MathF.Sqrt(HeadWidth));
            }

            var target = mixed + ((long)start * width) + (head * HeadWidth);
            work.Packed.Pack(query + (2 * width), length, HeadWidth, stride, 1);
            work.Packed.Multiply(scores, room, length, target, width, accumulate: false);
            for (var row = 0; row < length; row++)
            {
                RowKernels.Scale(target + ((long)row * width), HeadWidth, shares[row]);
            }
        }
    }

    private static AlignedBuffer ReadRow(ModelFile file, string name, int width)
    {
        var values = file.Floats(name);
        if (values.Length != width)
        {
            throw new ModelFormatException($"Part '{name}' of the model file has {values.Length} values, not {width}.");
        }

        var row = new AlignedBuffer(width);
        values.CopyTo(row.Span);
        return row;
    }

    /// <summary>Buffers of a run, used again by the next. Not thread-safe: one for each thread.</summary>
    internal sealed class Workspace
    {
        public AlignedBuffer Projected { get; } = new();

        public AlignedBuffer Mixed { get; } = new();

        public AlignedBuffer Added { get; } = new();

        public AlignedBuffer Scores { get; } = new();

        public PackedMatrix Packed { get; } = new();

        /// <summary>What makes shares of each row's scores.</summary>
        public AlignedBuffer Shares { get; } = new();

        /// <summary>The rows of the product at hand.</summary>
        public RoundedRows Rounded { get; } = new();
    }
}

/// <summary>A linear layer with weights in 8 bits: rows · weights + bias.</summary>
internal sealed unsafe class ByteLinear
{
    private readonly ByteMatrix weights;
    private readonly float[] bias;

    /// <summary>Reads <c>NAME.values</c>, <c>NAME.scales</c> and <c>NAME.bias</c>; without a bias, zeros.</summary>
    /// <exception cref="ModelFormatException">A part is missing or does not fit.</exception>
    public ByteLinear(ModelFile file, string name, int depth, int columns)
    {
        var scales = file.Floats(name + ".scales");
        bias = file.Names.Contains(name + ".bias") ? file.Floats(name + ".bias") : new float[columns];
        if (scales.Length != columns || bias.Length != columns)
        {
            throw new ModelFormatException($"Part '{name}' of the model file has {scales.Length} columns and {bias.Length} values of bias, not {columns}.");
        }

        weights = new ByteMatrix(file.SBytes(name + ".values"), scales, depth);
    }

    /// <summary>Values of a row that it multiplies.</summary>
    public int Depth => weights.Depth;

    /// <summary>Values of a result's row.</summary>
    public int Columns => weights.Columns;

    /// <summary>Multiplies <paramref name="count"/> rows.</summary>
    public void Run(float* rows, int count, float* result, TransformerLayer.Workspace work)
    {
        work.Rounded.Round(rows, weights.Depth, count, weights.Depth);
        Run(work.Rounded, count, result);
    }

    /// <summary>Multiplies rows that are rounded already.</summary>
    public void Run(RoundedRows rows, int count, float* result) => weights.Multiply(rows, count, bias, result, Columns);
}
