using Inquit.App;
using Inquit.Attribution;
using Inquit.Learning;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Benchmarks;

/// <summary>What is timed: the engine with its models, and articles to read.</summary>
internal static class Workload
{
    private static string ModelsFolder => Path.Combine(Options.Root, "models");

    /// <summary>The engine as the program puts it together, with the models of the repository.</summary>
    public static Func<Article, Analysis> LoadEngine() => new Models().LoadEngine(ModelsFolder);

    /// <summary>The segmenter.</summary>
    public static Segmenter LoadSegmenter() => new(LoadModel("segmenter"));

    /// <summary>The language model.</summary>
    public static LanguageModel LoadLanguageModel() => new(LoadModel("language"), LoadModel("lemmatizer"));

    /// <summary>What finds statements.</summary>
    public static StatementFinder LoadStatementFinder() => new(LoadModel("roles"));

    /// <summary>The lemmatizer.</summary>
    public static Lemmatizer LoadLemmatizer() => new(LoadModel("lemmatizer"));

    /// <summary>The articles of a folder, in the order of their names.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder, or it holds no article.</exception>
    public static Article[] LoadArticles(string folder)
    {
        var articles = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal)
                .Select(file => new Article(File.ReadAllText(file)) { Document = Path.GetFileNameWithoutExtension(file) }).ToArray()
            : [];
        return articles.Length > 0
            ? articles
            : throw new DirectoryNotFoundException($"'{folder}' holds no .txt files; name a folder that does with --articles.");
    }

    /// <summary>Words of a text as white space parts them, so that programs with different tokens are compared fairly.</summary>
    public static int CountWords(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static ModelFile LoadModel(string name)
    {
        using var file = File.OpenRead(Path.Combine(ModelsFolder, name, name + ".bin"));
        return ModelFile.Read(file);
    }
}
