namespace Inquit.Tests;

/// <summary>Where the repository is that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Inquit.slnx.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>A path in the repository, with slashes.</summary>
    public static string PathOf(string path) => Path.Join(Root, path.Replace('/', Path.DirectorySeparatorChar));

    private static string FindRoot(string folder) =>
        File.Exists(Path.Join(folder, "Inquit.slnx"))
            ? folder
            : FindRoot(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("These tests run inside the repository."));
}
