using System.Globalization;

namespace Inquit.Training.Language;

/// <summary>Everything that shapes the training of the language network and is not learned.</summary>
internal sealed record LanguageHyperparameters
{
    public int Word { get; init; } = 100;

    public int Suffix { get; init; } = 24;

    public int Shape { get; init; } = 16;

    public int Hidden { get; init; } = 128;

    public int Arc { get; init; } = 128;

    public int Label { get; init; } = 96;

    /// <summary>Passes over the treebanks.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>The part of the silver articles that each pass takes along.</summary>
    public float SilverShare { get; init; } = 0.3f;

    /// <summary>Tokens of a batch, about.</summary>
    public int BatchTokens { get; init; } = 1000;

    public float LearningRate { get; init; } = 2e-3f;

    /// <summary>Steps until the learning rate is reached; it falls to zero from there on.</summary>
    public int WarmUp { get; init; } = 200;

    /// <summary>Longest gradient.</summary>
    public float Clip { get; init; } = 5;

    public float Dropout { get; init; } = 0.33f;

    public float InputDropout { get; init; } = 0.2f;

    public float WordDropout { get; init; } = 0.1f;

    public float TagWeight { get; init; } = 0.5f;

    public float RelationWeight { get; init; } = 1;

    public float EntityWeight { get; init; } = 0.5f;

    /// <summary>Passes over the unlabelled text for the word vectors.</summary>
    public int VectorEpochs { get; init; } = 5;

    /// <summary>Standard deviation that the word vectors are scaled to before the network is trained.</summary>
    public float VectorDeviation { get; init; } = 0.3f;

    /// <summary>Most words of the vocabulary.</summary>
    public int Vocabulary { get; init; } = 30000;

    /// <summary>The defaults with the request's settings put in.</summary>
    /// <exception cref="ArgumentException">A setting is unknown or no number.</exception>
    public static LanguageHyperparameters From(IReadOnlyDictionary<string, string> settings)
    {
        var result = new LanguageHyperparameters();
        foreach (var (name, text) in settings)
        {
            var property = typeof(LanguageHyperparameters).GetProperty(name, System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.IgnoreCase)
                ?? throw new ArgumentException($"'{name}' is no setting of the language model.");
            try
            {
                property.SetValue(result, Convert.ChangeType(text, property.PropertyType, CultureInfo.InvariantCulture));
            }
            catch (Exception failure) when (failure is FormatException or OverflowException)
            {
                throw new ArgumentException($"'{text}' is no value for the setting '{name}'.");
            }
        }

        return result;
    }
}
