using System.Security.Cryptography;
using Inquit.Learning;
using Inquit.Ledger;
using Inquit.Linguistics;

namespace Inquit.App;

/// <summary>
/// Finds the trained models and puts the engine together from them. The folder is the one given, or else that of the
/// environment variable <c>INQUIT_MODELS</c>, or else <c>models</c> beside the program.
/// </summary>
internal class Models
{
    /// <summary>The environment variable that names the models' folder.</summary>
    public const string FolderVariable = "INQUIT_MODELS";

    private static readonly string[] EngineParts = ["segmenter", "language", "lemmatizer", "roles"];

    /// <summary>Loads the engine: from an article to its analysis.</summary>
    /// <exception cref="BrokenEnvironmentException">A model is missing or cannot be used.</exception>
    public virtual Func<Article, Analysis> LoadEngine(string? folder)
    {
        var files = Load(folder, EngineParts);
        return Create(folder, () => new Engine(files[0], files[1], files[2], files[3])).Read;
    }

    /// <summary>Which engine it is: the program's version and a mark of the models' bytes, as a ledger keeps it.</summary>
    /// <exception cref="BrokenEnvironmentException">A model is missing or cannot be read.</exception>
    public virtual EngineVersion FindEngineVersion(string? folder)
    {
        const int MarkLength = 12;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in EngineParts)
        {
            try
            {
                hash.AppendData(File.ReadAllBytes(FileOf(folder, name)));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw Unusable(folder, [failure.Message]);
            }
        }

        return new EngineVersion(typeof(Engine).Assembly.GetName().Version!, Convert.ToHexStringLower(hash.GetHashAndReset())[..MarkLength]);
    }

    /// <summary>Looks whether the engine's models are there, without loading them.</summary>
    /// <exception cref="BrokenEnvironmentException">A model is missing.</exception>
    public virtual void Require(string? folder)
    {
        var missing = EngineParts.Select(name => FileOf(folder, name)).Where(path => !File.Exists(path)).Select(path => $"{path} is missing.").ToList();
        if (missing.Count > 0)
        {
            throw Unusable(folder, missing);
        }
    }

    /// <summary>Loads what analyzes sentences whose tokens are given.</summary>
    /// <exception cref="BrokenEnvironmentException">A model is missing or cannot be used.</exception>
    public virtual Func<IReadOnlyList<IReadOnlyList<string>>, Syntax> LoadParser(string? folder)
    {
        var files = Load(folder, "language", "lemmatizer");
        return Create(folder, () => new LanguageModel(files[0], files[1])).AnalyzeTokens;
    }

    private static string PlaceOf(string? folder)
    {
        var said = Environment.GetEnvironmentVariable(FolderVariable);
        return folder ?? (string.IsNullOrEmpty(said) ? Path.Join(AppContext.BaseDirectory, "models") : said);
    }

    private static string FileOf(string? folder, string name) => Path.Join(PlaceOf(folder), name, name + ".bin");

    private static ModelFile[] Load(string? folder, params string[] names)
    {
        var files = new ModelFile[names.Length];
        var problems = new List<string>();
        for (var i = 0; i < names.Length; i++)
        {
            var path = FileOf(folder, names[i]);
            try
            {
                using var stream = File.OpenRead(path);
                files[i] = ModelFile.Read(stream);
            }
            catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
            {
                problems.Add($"{path} is missing.");
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ModelFormatException)
            {
                problems.Add($"{path}: {failure.Message}");
            }
        }

        return problems.Count == 0 ? files : throw Unusable(folder, problems);
    }

    /// <summary>Puts files together; each is a model file, but perhaps not of this model.</summary>
    private static T Create<T>(string? folder, Func<T> create)
    {
        try
        {
            return create();
        }
        catch (ModelFormatException failure)
        {
            throw Unusable(folder, [failure.Message]);
        }
    }

    private static BrokenEnvironmentException Unusable(string? folder, IEnumerable<string> problems) => new(
        $"The models in '{PlaceOf(folder)}' cannot be used:\n  {string.Join("\n  ", problems)}\n"
        + $"Install the program again, name their folder with --models or {FolderVariable}, or train them with 'inquit train'.");
}
