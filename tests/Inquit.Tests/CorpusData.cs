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

    /// <summary>The repository's root.</summary>
    public static string Root => Repository.Root;
}
