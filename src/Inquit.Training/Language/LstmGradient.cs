using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Inquit.Learning;

namespace Inquit.Training.Language;

/// <summary>Backpropagation through a bidirectional LSTM layer. Not thread-safe: one for each thread and layer.</summary>
internal sealed unsafe class LstmGradient(int inputWidth, int hidden)
{
    private readonly AlignedBuffer previousHidden = new();
    private readonly AlignedBuffer cellGradient = new();

    /// <summary>
    /// Turns <paramref name="gates"/> (activations) into the gradient of their pre-activations, adds the gradients of the
    /// weights, and writes the gradient of the input to <paramref name="inputGradient"/>.
    /// </summary>
    /// <param name="batch">The layout.</param>
    /// <param name="input">The layer's input.</param>
    /// <param name="gates">Activations of the gates; replaced.</param>
    /// <param name="cells">Cell states.</param>
    /// <param name="output">Outputs.</param>
    /// <param name="outputGradient">Gradient of the outputs; used up.</param>
    /// <param name="inputTransposed">The input weights, transposed.</param>
    /// <param name="recurrentTransposed">The recurrent weights of each direction, transposed.</param>
    /// <param name="products">Scratch of this thread.</param>
    /// <param name="target">Gradients of the weights: input, recurrent, bias.</param>
    /// <param name="inputGradient">Receives the gradient of the input.</param>
    public void Run(
        SequenceBatch batch,
        float* input,
        float* gates,
        float* cells,
        float* output,
        float* outputGradient,
        PackedMatrix inputTransposed,
        PackedMatrix[] recurrentTransposed,
        MatrixGradient products,
        (AlignedBuffer Input, AlignedBuffer Recurrent, AlignedBuffer Bias) target,
        float* inputGradient)
    {
        var rows = batch.Rows;
        var state = 2 * hidden;
        var gateWidth = 8 * hidden;
        var carried = cellGradient.Reserve(rows * state);
        var previous = previousHidden.Reserve(rows * state);
        new Span<float>(carried, rows * state).Clear();
        new Span<float>(previous, rows * state).Clear();
        for (var direction = 0; direction < 2; direction++)
        {
            for (var i = 0; i < batch.Steps; i++)
            {
                var step = direction == 0 ? batch.Steps - 1 - i : i;
                var before = direction == 0 ? step - 1 : step + 1;
                var size = batch.StepSize(step);
                var known = before < 0 || before >= batch.Steps ? 0 : Math.Min(size, batch.StepSize(before));
                for (var row = 0; row < size; row++)
                {
                    var at = ((long)(batch.StepStart[step] + row) * state) + (direction * hidden);
                    var from = row < known ? ((long)(batch.StepStart[before] + row) * state) + (direction * hidden) : -1;
                    StepBack(
                        gates + ((long)(batch.StepStart[step] + row) * gateWidth) + (direction * 4 * hidden),
                        cells + at,
                        from < 0 ? null : cells + from,
                        outputGradient + at,
                        carried + at,
                        from < 0 ? null : carried + from);
                    if (from >= 0)
                    {
                        Unsafe.CopyBlock(previous + at, output + from, (uint)(hidden * sizeof(float)));
                    }
                }

                if (known > 0)
                {
                    recurrentTransposed[direction].Multiply(
                        gates + ((long)batch.StepStart[step] * gateWidth) + (direction * 4 * hidden),
                        gateWidth,
                        known,
                        outputGradient + ((long)batch.StepStart[before] * state) + (direction * hidden),
                        state,
                        accumulate: true);
                }
            }

            products.AddProduct(
                previous + (direction * hidden), state, hidden,
                gates + (direction * 4 * hidden), gateWidth, 4 * hidden,
                rows, target.Recurrent.Pointer + (direction * hidden * 4 * hidden));
        }

        products.AddProduct(input, inputWidth, inputWidth, gates, gateWidth, gateWidth, rows, target.Input.Pointer);
        MatrixGradient.AddRowSum(gates, gateWidth, gateWidth, rows, target.Bias.Pointer);
        inputTransposed.Multiply(gates, gateWidth, rows, inputGradient, inputWidth, accumulate: false);
    }

    private void StepBack(
        float* gates, float* cell, float* previousCell, float* outputGradient, float* cellGradient, float* previousCellGradient)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            StepBack<Simd512>(gates, cell, previousCell, outputGradient, cellGradient, previousCellGradient, hidden);
        }
        else
        {
            StepBack<Simd256>(gates, cell, previousCell, outputGradient, cellGradient, previousCellGradient, hidden);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StepBack<TVector>(
        float* gates, float* cell, float* previousCell, float* outputGradient, float* cellGradient, float* previousCellGradient, int width)
        where TVector : struct, ISimd<TVector>
    {
        var one = TVector.Broadcast(1);
        var two = TVector.Broadcast(2);
        for (var k = 0; k < width; k += TVector.Count)
        {
            var input = TVector.Load(gates + k);
            var forget = TVector.Load(gates + width + k);
            var candidate = TVector.Load(gates + (2 * width) + k);
            var outputGate = TVector.Load(gates + (3 * width) + k);
            var squashed = (two / (one + VectorKernels<TVector>.VectorExp(TVector.Broadcast(-2) * TVector.Load(cell + k)))) - one;
            var gradient = TVector.Load(outputGradient + k);
            var cellError = TVector.MultiplyAdd(
                gradient * outputGate, one - (squashed * squashed), TVector.Load(cellGradient + k));
            (cellError * candidate * input * (one - input)).Store(gates + k);
            (cellError * input * (one - (candidate * candidate))).Store(gates + (2 * width) + k);
            (gradient * squashed * outputGate * (one - outputGate)).Store(gates + (3 * width) + k);
            if (previousCell != null)
            {
                (cellError * TVector.Load(previousCell + k) * forget * (one - forget)).Store(gates + width + k);
                (cellError * forget).Store(previousCellGradient + k);
            }
            else
            {
                TVector.Broadcast(0).Store(gates + width + k);
            }
        }
    }
}
