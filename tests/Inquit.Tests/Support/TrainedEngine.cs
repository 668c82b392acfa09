using Inquit.App;
using Xunit;

namespace Inquit.Tests;

/// <summary>The engine with the models of the repository, loaded once.</summary>
internal static class TrainedEngine
{
    private static readonly Lazy<Func<Article, Analysis>> Engine = new(() => new Models().LoadEngine(Folder));

    public static string Folder => Repository.PathOf("models");

    public static Func<Article, Analysis> Load()
    {
        SkipWithoutModels();
        return Engine.Value;
    }

    public static void SkipWithoutModels() =>
        Assert.SkipUnless(File.Exists(Path.Join(Folder, "language", "language.bin")) && File.Exists(Path.Join(Folder, "segmenter", "segmenter.bin")), "The models are not trained yet.");
}
