using Inquit.Learning;

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
    Action<string> Log)
{
    /// <summary>Where a model is kept: <c>ModelsFolder/NAME/NAME.bin</c>.</summary>
    public string PathOf(string model) => Path.Combine(ModelsFolder, model, model + ".bin");

    /// <summary>Reads a trained model.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="ModelFormatException">It is no model file.</exception>
    public ModelFile ReadModel(string model)
    {
        using var file = File.OpenRead(PathOf(model));
        return ModelFile.Read(file);
    }

    /// <summary>Writes a trained model.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void WriteModel(string model, ModelFile parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        Directory.CreateDirectory(Path.Combine(ModelsFolder, model));
        using var file = File.Create(PathOf(model));
        parts.Write(file);
    }
}

/// <summary>How one model is trained and scored. The App's <c>train</c> and <c>score</c> commands run these by name.</summary>
public interface IModelRecipe
{
    /// <summary>The model's name, which is also its folder under the models folder and the name of its file there.</summary>
    string Name { get; }

    /// <summary>One line that says what the model does.</summary>
    string Summary { get; }

    /// <summary>What is wrong with settings for this recipe, to be told before a long run; null where nothing is. A recipe
    /// that has no settings need not say so.</summary>
    string? FindProblem(IReadOnlyDictionary<string, string> settings) =>
        settings.Count == 0 ? null : $"The {Name} model has no settings.";

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
        new Attribution.CueRecipe(),
        new Attribution.RoleRecipe(),
        new Coreference.PronounRecipe(),
    ];
}
