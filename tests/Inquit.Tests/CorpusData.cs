using Xunit;

namespace Inquit.Tests;

/// <summary>Where the corpora are, which are no part of the repository: <c>../shared/data</c> from its root.</summary>
internal static class CorpusData
{
    /// <summary>The folder that holds the corpora, or one of them; skips the test where it is absent.</summary>
    public static string Folder(string corpus = "")
    {
        var folder = Path.GetFullPath(Path.Join(Repository.Root, "..", "shared", "data", corpus));
        Assert.SkipUnless(Directory.Exists(folder), corpus.Length == 0 ? "The corpora are not in ../shared/data." : $"The corpus '{corpus}' is not in ../shared/data.");
        return folder;
    }
}
