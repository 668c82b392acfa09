namespace Inquit.Reading;

/// <summary>Lists the files under a folder, folder after folder, in ordinal order of their names, so that two runs agree.</summary>
internal static class FolderWalk
{
    /// <summary>The files under <paramref name="folder"/>; a folder that may not be listed comes as a problem. Links to folders
    /// and hidden folders are not followed.</summary>
    public static IEnumerable<(string Path, string? Problem)> Files(string folder)
    {
        var (entries, problem) = List(folder);
        if (problem is not null)
        {
            yield return (folder, problem);
        }

        foreach (var entry in entries)
        {
            if (entry is FileInfo)
            {
                yield return (Path.Join(folder, entry.Name), null);
            }
            else if (entry.LinkTarget is null && !entry.Name.StartsWith('.'))
            {
                foreach (var inner in Files(Path.Join(folder, entry.Name)))
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>What to say of a file that cannot hold anything, or is none: to open a pipe would be to wait for somebody who writes into it. Null for any other.</summary>
    public static string? FindNothing(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return ((file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo) ?? file).Length == 0
                ? "There is nothing in it to read. A pipe or a device is read only where it is given by its own name."
                : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return InputFile.Describe(failure);
        }
    }

    private static (FileSystemInfo[] Entries, string? Problem) List(string folder)
    {
        try
        {
            var entries = new DirectoryInfo(folder).GetFileSystemInfos();
            Array.Sort(entries, (a, b) => string.CompareOrdinal(a.Name, b.Name));
            return (entries, null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return ([], InputFile.Describe(failure));
        }
    }
}
