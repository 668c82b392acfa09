using System.Collections.Immutable;
using System.Globalization;
using System.Numerics.Tensors;

namespace Inquit.Actors;

/// <summary>The weights of <see cref="PronounFeature"/>, for each class of pronouns its own: the built-in table <c>pronouns.tsv</c>.</summary>
internal sealed class PronounWeights
{
    private const string File = "pronouns.tsv";
    private static readonly Lazy<PronounWeights> Shipped = new(() => Read(DataTable.Rows(File)));
    private readonly double[][] weights;

    /// <summary>Takes weights by class and feature.</summary>
    public PronounWeights(double[][] weights) => this.weights = weights;

    /// <summary>The names of the features, in their order.</summary>
    public static ImmutableArray<string> Features { get; } = [.. Enum.GetNames<PronounFeature>()];

    /// <summary>The weights that the engine is built with.</summary>
    public static PronounWeights Default => Shipped.Value;

    /// <summary>Weights that make all answers equally likely.</summary>
    public static PronounWeights Zero { get; } = new([.. PronounClass.Columns.Select(_ => new double[Features.Length])]);

    /// <summary>The place of the likeliest answer to a choice.</summary>
    public int Likeliest(PronounChoice choice) => TensorPrimitives.IndexOfMax<double>(Probabilities(choice.Pronoun, [.. choice.Values]));

    /// <summary>How likely each answer is.</summary>
    /// <param name="pronoun">The sort of pronoun.</param>
    /// <param name="values">The values of each answer's features.</param>
    public double[] Probabilities(PronounClass pronoun, double[][] values)
    {
        var scores = Array.ConvertAll(values, answer => TensorPrimitives.Dot<double>(weights[pronoun.Column], answer));
        TensorPrimitives.SoftMax<double>(scores, scores);
        return scores;
    }

    /// <summary>Writes the table.</summary>
    public void Write(TextWriter writer)
    {
        writer.Write($"# For whom a pronoun stands; by the recipe \"pronouns\".\nfeature\t{string.Join('\t', PronounClass.Columns)}\n");
        for (var feature = 0; feature < Features.Length; feature++)
        {
            writer.Write($"{Features[feature]}\t{string.Join('\t', weights.Select(own => own[feature].ToString("0.####", CultureInfo.InvariantCulture)))}\n");
        }
    }

    /// <exception cref="InvalidDataException">The table has not the engine's features.</exception>
    private static PronounWeights Read(IEnumerable<string[]> rows)
    {
        var table = rows.ToList();
        if (!table.Select(row => row[0]).SequenceEqual(Features))
        {
            throw new InvalidDataException($"{File} has not the engine's features: make it anew by 'inquit train pronouns'.");
        }

        return new PronounWeights([.. PronounClass.Columns.Select((_, column) => table.Select(row => double.Parse(row[column + 1], CultureInfo.InvariantCulture)).ToArray())]);
    }
}
