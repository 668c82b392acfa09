using Inquit.App;
using Xunit;

namespace Inquit.Tests;

/// <summary>The engine with the models of the repository, loaded once.</summary>
internal static class TrainedEngine
{
    private static readonly string[] Names = ["segmenter", "language", "lemmatizer"];
    private static readonly Lazy<Func<Article, Analysis>> Engine = new(() => new Models().LoadEngine(Folder));

    public static string Folder => Repository.PathOf("models");

    public static Func<Article, Analysis> Load()
    {
        RequireModels();
        return Engine.Value;
    }

    /// <summary>Fails where a model is not in the repository: without it nothing below is tested.</summary>
    public static void RequireModels() =>
        Assert.All(Names, name => Assert.True(File.Exists(Path.Join(Folder, name, name + ".bin")), $"models/{name}/{name}.bin is missing: check it out, or make it with 'inquit train {name}'."));
}
