using Inquit.Attribution;

namespace Inquit.Training.Attribution;

/// <summary>
/// Counts the cue lexicon on PolNeAR's training articles as the engine's own models parse them: see <see cref="CueCounter"/>.
/// </summary>
public sealed class CueRecipe : IModelRecipe
{
    /// <inheritdoc/>
    public string Name => "cues";

    /// <inheritdoc/>
    public string Summary => "Which words attribute, in which frame, and how often: the lexicon cues.tsv that the engine is built with.";

    /// <inheritdoc/>
    public void Train(TrainingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var kept = CueCounter.Count(RoleCorpus.Parsed(request, "train").SelectMany(article => CueCounter.See(article.Marked, article.Text)).ToList());
        var folder = Directory.CreateDirectory(Path.Combine(request.ModelsFolder, Name)).FullName;
        using var writer = new StreamWriter(Path.Combine(folder, "cues.tsv"));
        CueLexicon.Write(writer, kept);
        request.Log($"{kept.Count} words and circumstances in their frames");
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Score(TrainingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var scorer = new AttributionScorer();
        foreach (var (marked, text, _) in RoleCorpus.Parsed(request, "dev"))
        {
            scorer.Add(marked, CueFamilies.Select(text, CueFamilies.Weigh(text, CueLexicon.Default)).ToStatements(text));
        }

        return scorer.F1();
    }
}
