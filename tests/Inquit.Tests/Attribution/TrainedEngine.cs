using Inquit.Learning;
using Inquit.Linguistics;
using Inquit.Text;
using Xunit;

namespace Inquit.Tests.Attribution;

/// <summary>The engine with the repository's own models; loaded once for all tests.</summary>
internal static class TrainedEngine
{
    private static readonly string[] Names = ["segmenter", "language", "lemmatizer"];

    private static readonly Lazy<Engine> Loaded = new(() =>
        new Engine(new Segmenter(Load("segmenter")), new LanguageModel(Load("language"), Load("lemmatizer"))));

    /// <summary>The engine; skips the test where a model is not there.</summary>
    public static Engine Get()
    {
        foreach (var name in Names)
        {
            Assert.SkipUnless(File.Exists(PathOf(name)), $"The model '{name}' is not in models/ yet.");
        }

        return Loaded.Value;
    }

    private static string PathOf(string name) => Path.Combine(CorpusData.Root, "models", name, name + ".bin");

    private static ModelFile Load(string name)
    {
        using var stream = File.OpenRead(PathOf(name));
        return ModelFile.Read(stream);
    }
}
