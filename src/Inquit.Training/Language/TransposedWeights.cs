using Inquit.Learning;
using Inquit.Linguistics;

namespace Inquit.Training.Language;

/// <summary>Packed transposes of the weights, which backpropagation multiplies with; shared by all shards.</summary>
internal sealed unsafe class TransposedWeights
{
    public PackedMatrix[] Input { get; } = [new(), new()];

    public PackedMatrix[][] Recurrent { get; } = [[new(), new()], [new(), new()]];

    public PackedMatrix Heads { get; } = new();

    public PackedMatrix Arcs { get; } = new();

    public PackedMatrix Labels { get; } = new();

    /// <summary>Lays the weights out anew.</summary>
    public void Pack(LanguageWeights weights)
    {
        var sizes = weights.Sizes;
        for (var layer = 0; layer < LanguageWeights.Layers; layer++)
        {
            Transpose(Input[layer], weights[$"lstm{layer}.input"], 0, layer == 0 ? sizes.Lexical : sizes.State, 8 * sizes.Hidden);
            for (var direction = 0; direction < 2; direction++)
            {
                Transpose(
                    Recurrent[layer][direction], weights[$"lstm{layer}.recurrent"],
                    direction * sizes.Hidden * 4 * sizes.Hidden, sizes.Hidden, 4 * sizes.Hidden);
            }
        }

        Transpose(Heads, weights["heads.weight"], 0, sizes.State, weights.Columns.Width);
        Transpose(Arcs, weights["arc.weight"], 0, sizes.Arc, sizes.Arc);
        Transpose(Labels, weights["label.weight"], 0, sizes.Label, weights.Relations.Length);
    }

    private static void Transpose(PackedMatrix target, float[] values, int offset, int rows, int columns)
    {
        fixed (float* source = values)
        {
            target.Pack(source + offset, columns, rows, 1, columns);
        }
    }
}
