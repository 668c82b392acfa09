using Inquit.Linguistics;

namespace Inquit.Training.Language;

/// <summary>
/// One sentence to learn from. A layer that the corpus does not give is null and costs nothing.
/// </summary>
/// <param name="Types">For each token, the index of its form among the training set's <see cref="FormTable"/>.</param>
/// <param name="Upos">Universal tags, as columns.</param>
/// <param name="Xpos">Penn tags, as columns.</param>
/// <param name="Heads">Heads in the sentence, -1 for the root.</param>
/// <param name="Relations">Relations, as columns.</param>
/// <param name="Entities">Entity labels, as columns.</param>
internal sealed record LanguageExample(
    int[] Types,
    int[]? Upos = null,
    int[]? Xpos = null,
    int[]? Heads = null,
    int[]? Relations = null,
    int[]? Entities = null)
{
    /// <summary>Tokens.</summary>
    public int Length => Types.Length;
}

/// <summary>The distinct word forms of a training set and what the network sees of each.</summary>
internal sealed class FormTable(Func<string, LexicalFeatures> featuresOf)
{
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);

    /// <summary>Features by index.</summary>
    public List<LexicalFeatures> Features { get; } = [];

    /// <summary>The index of <paramref name="form"/>, new or known.</summary>
    public int IndexOf(string form)
    {
        if (!indices.TryGetValue(form, out var index))
        {
            index = Features.Count;
            indices.Add(form, index);
            Features.Add(featuresOf(form));
        }

        return index;
    }
}
