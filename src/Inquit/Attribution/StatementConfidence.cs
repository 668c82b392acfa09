using Inquit.Learning;

namespace Inquit.Attribution;

/// <summary>
/// How likely a statement of the role network is right, from how sure the network is of its parts: logistic regression on the
/// log odds of its probabilities (after Platt 1999), fitted on the dev articles. "Right" is that an annotator marked a
/// statement there: the cues share words, or the contents most of theirs.
/// </summary>
internal sealed class StatementConfidence
{
    /// <summary>Values that a statement is judged by, the constant among them.</summary>
    public const int Count = 7;

    /// <summary>The part of the model's file that holds the weights.</summary>
    public const string Part = "confidence";

    private const double Least = 1e-3;
    private readonly double[] weights;

    /// <summary>Reads the weights.</summary>
    /// <exception cref="ModelFormatException">They are missing or not <see cref="Count"/>.</exception>
    public StatementConfidence(ModelFile file)
    {
        weights = Array.ConvertAll(file.Floats(Part), weight => (double)weight);
        if (weights.Length != Count)
        {
            throw new ModelFormatException($"The role model's confidence has {weights.Length} weights, not {Count}.");
        }
    }

    /// <summary>What a statement is judged by.</summary>
    public static double[] Features(RoleCertainty certainty) =>
    [
        1,
        LogOdds(certainty.ExactCue),
        LogOdds(certainty.Cue),
        LogOdds(certainty.Source),
        LogOdds(certainty.Content),
        LogOdds(certainty.SourceLink),
        LogOdds(certainty.ContentLink),
    ];

    private static double LogOdds(double probability)
    {
        var bounded = Math.Clamp(probability, Least, 1 - Least);
        return Math.Log(bounded / (1 - bounded));
    }

    /// <summary>The probability, 0 to 1.</summary>
    public double Of(RoleCertainty certainty) => Of(weights, Features(certainty));

    /// <summary>The probability that weights give to what a statement is judged by.</summary>
    public static double Of(ReadOnlySpan<double> weights, ReadOnlySpan<double> features)
    {
        var odds = 0.0;
        for (var i = 0; i < features.Length; i++)
        {
            odds += features[i] * weights[i];
        }

        return 1 / (1 + Math.Exp(-odds));
    }
}
