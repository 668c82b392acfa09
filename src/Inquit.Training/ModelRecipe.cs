namespace Inquit.Training;

/// <summary>What a recipe is run with.</summary>
/// <param name="DataFolder">The folder that holds the corpora.</param>
/// <param name="ModelsFolder">The folder that holds a folder for each model.</param>
/// <param name="Seed">Seed of every random choice; the same seed and data give the same model.</param>
/// <param name="Settings">Settings that differ from the recipe's own, by name.</param>
/// <param name="Log">Takes progress, a line at a time.</param>
public sealed record TrainingRequest(
    string DataFolder,
    string ModelsFolder,
    int Seed,
    IReadOnlyDictionary<string, string> Settings,
    Action<string> Log);

/// <summary>How one model is trained and scored. The App's <c>train</c> and <c>score</c> commands run these by name.</summary>
public interface IModelRecipe
{
    /// <summary>The model's name, which is also its folder under the models folder and the name of its file there.</summary>
    string Name { get; }

    /// <summary>One line that says what the model does.</summary>
    string Summary { get; }

    /// <summary>Trains the model and writes <c>ModelsFolder/Name/Name.bin</c>, or the file that its card names.</summary>
    void Train(TrainingRequest request);

    /// <summary>Scores the written model on the dev files: figures by name, as <c>ModelsFolder/Name/scores.json</c> keeps them.</summary>
    IReadOnlyDictionary<string, double> Score(TrainingRequest request);
}

/// <summary>All recipes, in the order in which they build on each other.</summary>
public static class ModelRecipes
{
    /// <summary>The recipes.</summary>
    public static IReadOnlyList<IModelRecipe> All { get; } =
    [
        new Segmenting.SegmenterRecipe(),
        new Lemmatization.LemmatizerRecipe(),
        new Language.LanguageRecipe(),
        new CueRecipe(),
    ];
}
