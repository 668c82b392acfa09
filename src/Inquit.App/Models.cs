using Inquit.Learning;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.App;

/// <summary>
/// Finds the trained models and puts the engine together from them. The folder is the one given, or else that of the
/// environment variable <c>INQUIT_MODELS</c>, or else <c>models</c> beside the program.
/// </summary>
internal class Models
{
    /// <summary>The environment variable that names the models' folder.</summary>
    public const string FolderVariable = "INQUIT_MODELS";

    /// <summary>Loads the engine: from an article to its analysis.</summary>
    /// <exception cref="BrokenEnvironmentException">A model is missing or cannot be used.</exception>
    public virtual Func<Article, Analysis> LoadEngine(string? folder)
    {
        var files = Load(folder, "segmenter", "language", "lemmatizer");
        return new Engine(new Segmenter(files["segmenter"]), CreateLanguageModel(files)).Read;
    }

    /// <summary>Loads what analyzes sentences whose tokens are given.</summary>
    /// <exception cref="BrokenEnvironmentException">A model is missing or cannot be used.</exception>
    public virtual Func<IReadOnlyList<IReadOnlyList<string>>, Syntax> LoadParser(string? folder) =>
        CreateLanguageModel(Load(folder, "language", "lemmatizer")).AnalyzeTokens;

    private static LanguageModel CreateLanguageModel(Dictionary<string, ModelFile> files) =>
        new(files["language"], files["lemmatizer"]);

    /// <summary>Reads model files side by side, since reading them is most of the time that the program takes to start.</summary>
    private static Dictionary<string, ModelFile> Load(string? folder, params string[] names)
    {
        var said = Environment.GetEnvironmentVariable(FolderVariable);
        var place = folder ?? (string.IsNullOrEmpty(said) ? Path.Join(AppContext.BaseDirectory, "models") : said);
        var loading = names.Select(name => Task.Run(() => LoadOne(Path.Join(place, name, name + ".bin")))).ToArray();
        Task.WaitAll(loading);
        var problems = loading.Select(task => task.Result.Problem).OfType<string>().ToArray();
        return problems.Length == 0
            ? names.Zip(loading).ToDictionary(pair => pair.First, pair => pair.Second.Result.Model!)
            : throw new BrokenEnvironmentException(
                $"The models in '{place}' cannot be used:\n  {string.Join("\n  ", problems)}\n"
                + $"Install the program again, name their folder with --models or {FolderVariable}, or train them with 'inquit train'.");
    }

    private static (ModelFile? Model, string? Problem) LoadOne(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return (ModelFile.Read(stream), null);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, $"{path} is missing.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ModelFormatException)
        {
            return (null, $"{path}: {failure.Message}");
        }
    }
}
