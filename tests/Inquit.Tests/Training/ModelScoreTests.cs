using System.Text.Json;
using Inquit.Training;
using Xunit;

namespace Inquit.Tests.Training;

/// <summary>Each model scores on the dev files what its scores.json says, and what it was to reach.</summary>
public class ModelScoreTests
{
    /// <summary>In the figures' own unit, per cent: the last digits of a network's output differ between processors.</summary>
    private const double Tolerance = 0.05;

    /// <summary>Figures that no model may fall below, whatever its scores.json says.</summary>
    private static readonly Dictionary<string, double> Least = new()
    {
        ["segmenter ewt-dev.tokens.f1"] = 98.5,
        ["segmenter ewt-dev.sentences.f1"] = 77,
        ["segmenter gum-dev-news.sentences.f1"] = 96,
        ["lemmatizer ewt-dev-lemma"] = 98,
        ["lemmatizer gum-dev-lemma"] = 97.5,
        ["language ewt.upos"] = 95,
        ["language ewt.las"] = 84,
        ["language ewt.uas"] = 87,
        ["language gum.las"] = 83,
        ["language polnear.names"] = 82,
        ["pronouns names-and-third-person.conll"] = 60,
        ["pronouns speakers.all.resolved"] = 86,
        ["pronouns speakers.all.full"] = 82,
        ["pronouns speakers.pronoun.resolved"] = 78,
        ["pronouns speakers.description.resolved"] = 60,
        ["roles found-f1"] = 83,
        ["roles all-f1"] = 54,
        ["roles calibration"] = 95,
    };

    public static TheoryData<string> Models => [.. ModelRecipes.All.Select(recipe => recipe.Name)];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_keeps_its_scores(string name)
    {
        var data = CorpusData.Folder();
        var file = Repository.PathOf($"models/{name}/scores.json");
        Assert.SkipUnless(File.Exists(file), $"The {name} model has no scores.json yet: 'inquit score --write {name}'.");
        var kept = JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(file))!;
        var request = new TrainingRequest(data, TrainedEngine.Folder, 1, new Dictionary<string, string>(), _ => { });

        var scores = ModelRecipes.All.Single(recipe => recipe.Name == name).Score(request);

        Assert.Equal(kept.Keys.Order(StringComparer.Ordinal), scores.Keys.Order(StringComparer.Ordinal));
        Assert.All(kept, figure =>
        {
            Assert.True(scores[figure.Key] >= figure.Value - Tolerance, $"{figure.Key} is {scores[figure.Key]}, below {figure.Value} in scores.json.");
            Assert.True(figure.Value >= Least.GetValueOrDefault($"{name} {figure.Key}"), $"{figure.Key} is {figure.Value}, below what was to reach.");
        });
    }
}
