using Xunit;

namespace Inquit.Tests;

/// <summary>Where the corpora are, which are no part of the repository: <c>../shared/data</c> from its root.</summary>
internal static class CorpusData
{
    /// <summary>The folder of one corpus; skips the test where it is absent.</summary>
    public static string Folder(string corpus)
    {
        var folder = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", corpus));
        Assert.SkipUnless(Directory.Exists(folder), $"The corpus '{corpus}' is not in ../shared/data.");
        return folder;
    }

    /// <summary>The repository's root: the nearest folder above the tests that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Inquit.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("No folder above the tests holds Inquit.slnx.");
    }
}
