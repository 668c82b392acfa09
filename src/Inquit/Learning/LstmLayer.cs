namespace Inquit.Learning;

/// <summary>
/// A bidirectional LSTM layer (Hochreiter and Schmidhuber 1997; Graves and Schmidhuber 2005). Columns of the gates:
/// input, forget, cell, output of the forward direction, then those of the backward one. A rounded layer multiplies in 8 bits,
/// which takes half the time; training needs one that is not.
/// </summary>
internal sealed unsafe class LstmLayer
{
    private readonly PackedMatrix input = new();
    private readonly PackedMatrix[] recurrent = [new(), new()];
    private ByteMatrix? roundedInput;
    private ByteMatrix[] roundedRecurrent = [];
    private float[] bias = [];

    /// <summary>Creates a layer; <see cref="SetWeights"/> fills it.</summary>
    public LstmLayer(int inputWidth, int hidden)
    {
        InputWidth = inputWidth;
        Hidden = hidden;
    }

    /// <summary>Values of an input row.</summary>
    public int InputWidth { get; }

    /// <summary>Units of one direction.</summary>
    public int Hidden { get; }

    /// <summary>Values of an output row.</summary>
    public int OutputWidth => 2 * Hidden;

    /// <summary>Values of a row of gates.</summary>
    public int GateWidth => 8 * Hidden;

    /// <summary>Sets weights: input to gates (input × gates), hidden to gates (2 directions × hidden × 4·hidden), bias (gates).</summary>
    public void SetWeights(ReadOnlySpan<float> inputWeights, ReadOnlySpan<float> recurrentWeights, ReadOnlySpan<float> gateBias)
    {
        fixed (float* w = inputWeights, u = recurrentWeights)
        {
            input.Pack(w, InputWidth, GateWidth, GateWidth, 1);
            for (var direction = 0; direction < 2; direction++)
            {
                recurrent[direction].Pack(u + (direction * Hidden * 4 * Hidden), Hidden, 4 * Hidden, 4 * Hidden, 1);
            }
        }

        bias = gateBias.ToArray();
    }

    /// <summary>The same, rounded.</summary>
    public void SetRoundedWeights(ReadOnlySpan<float> inputWeights, ReadOnlySpan<float> recurrentWeights, ReadOnlySpan<float> gateBias)
    {
        roundedInput = ByteMatrix.From(inputWeights, InputWidth, GateWidth);
        var half = recurrentWeights.Length / 2;
        roundedRecurrent = [ByteMatrix.From(recurrentWeights[..half], Hidden, 4 * Hidden), ByteMatrix.From(recurrentWeights[half..], Hidden, 4 * Hidden)];
        bias = gateBias.ToArray();
    }

    /// <summary>gates = x·W + b for <paramref name="rows"/> rows.</summary>
    /// <param name="x">The inputs.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="gates">Receives the gates.</param>
    /// <param name="work">A buffer for a rounded layer.</param>
    public void Project(float* x, int rows, float* gates, RoundedRows work)
    {
        if (roundedInput is not null)
        {
            work.Round(x, InputWidth, rows, InputWidth);
            roundedInput.Multiply(work, rows, bias, gates, GateWidth);
            return;
        }

        for (var row = 0; row < rows; row++)
        {
            bias.CopyTo(new Span<float>(gates + ((long)row * GateWidth), GateWidth));
        }

        input.Multiply(x, InputWidth, rows, gates, GateWidth, accumulate: true);
    }

    /// <summary>
    /// Runs both directions. <paramref name="gates"/> holds the projected inputs and receives the activations;
    /// <paramref name="cells"/> and <paramref name="output"/> receive cell states and outputs; <paramref name="work"/> is a buffer
    /// for a rounded layer.
    /// </summary>
    public void Run(SequenceBatch batch, float* gates, float* cells, float* output, RoundedRows work)
    {
        for (var step = 0; step < batch.Steps; step++)
        {
            Step(batch, step, step - 1, 0, gates, cells, output, work);
        }

        for (var step = batch.Steps - 1; step >= 0; step--)
        {
            Step(batch, step, step + 1, 1, gates, cells, output, work);
        }
    }

    private void Step(SequenceBatch batch, int step, int previous, int direction, float* gates, float* cells, float* output, RoundedRows work)
    {
        var kernels = VectorKernels.Best;
        var size = batch.StepSize(step);
        var stepGates = gates + ((long)batch.StepStart[step] * GateWidth) + (direction * 4 * Hidden);
        var first = ((long)batch.StepStart[step] * OutputWidth) + (direction * Hidden);
        var known = previous < 0 || previous >= batch.Steps ? 0 : Math.Min(size, batch.StepSize(previous));
        var before = known == 0 ? 0 : ((long)batch.StepStart[previous] * OutputWidth) + (direction * Hidden);
        if (known > 0 && roundedInput is not null)
        {
            work.Round(output + before, OutputWidth, known, Hidden);
            roundedRecurrent[direction].Multiply(work, known, [], stepGates, GateWidth);
        }
        else if (known > 0)
        {
            recurrent[direction].Multiply(output + before, OutputWidth, known, stepGates, GateWidth, accumulate: true);
        }

        for (var row = 0; row < size; row++)
        {
            var offset = (long)row * OutputWidth;
            kernels.LstmStep(
                stepGates + ((long)row * GateWidth),
                row < known ? cells + before + offset : null,
                cells + first + offset,
                output + first + offset,
                Hidden);
        }
    }
}
