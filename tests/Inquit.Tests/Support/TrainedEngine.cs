using Inquit.App;
using Inquit.Attribution;
using Inquit.Learning;
using Xunit;

namespace Inquit.Tests;

/// <summary>The engine with the models of the repository, loaded once.</summary>
internal static class TrainedEngine
{
    private static readonly string[] Names = ["segmenter", "language", "lemmatizer", "roles"];
    private static readonly Lazy<Func<Article, Analysis>> Engine = new(() => new Models().LoadEngine(Folder));

    private static readonly Lazy<StatementFinder> Statements = new(() =>
    {
        RequireModels();
        using var file = File.OpenRead(Path.Join(Folder, "roles", "roles.bin"));
        return new StatementFinder(ModelFile.Read(file));
    });

    /// <summary>What finds the statements in it.</summary>
    public static StatementFinder Finder => Statements.Value;

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
