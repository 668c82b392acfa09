namespace Inquit.App;

/// <summary>Writes files whole or not at all: what was there stays until the new one is complete. A pipe or a device is written to as it is.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file, or standard output where none is named.</summary>
    /// <param name="path">The file; null for standard output.</param>
    /// <param name="terminal">Whose standard output.</param>
    /// <param name="write">Writes what belongs in it.</param>
    /// <exception cref="BrokenEnvironmentException">It cannot be written.</exception>
    public static async Task WriteAsync(string? path, Terminal terminal, Func<Stream, Task> write)
    {
        if (path is null)
        {
            var output = new BufferedStream(terminal.Output, 1 << 16);
            await write(output);
            output.Flush();
            return;
        }

        var target = TargetOf(path);
        var part = target + ".part";
        try
        {
            await using var device = OpenDevice(target);
            if (device is not null)
            {
                await write(device);
                return;
            }

            await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16))
            {
                await write(file);
            }

            File.Move(part, target, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new BrokenEnvironmentException($"'{path}' cannot be written: {failure.Message} Check the folder and the disk.");
        }
        finally
        {
            if (File.Exists(part))
            {
                File.Delete(part);
            }
        }
    }

    /// <summary>Where a link stands, what it leads to: that is written, and the link stays.</summary>
    private static string TargetOf(string path)
    {
        try
        {
            return new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : path;
        }
        catch (IOException)
        {
            return path; // it leads in a circle, which writing will tell
        }
    }

    /// <summary>What is there, opened, where it is a pipe or a device, in whose place no file may come; null where it is anything else.</summary>
    private static FileStream? OpenDevice(string path)
    {
        if (OperatingSystem.IsWindows() || new FileInfo(path) is not { Exists: true, Length: 0 })
        {
            return null;
        }

        var found = new FileStream(path, FileMode.Open, FileAccess.Write);
        if (!found.CanSeek || Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal))
        {
            return found;
        }

        found.Dispose();
        return null;
    }

    /// <summary>Writes bytes as a file.</summary>
    /// <exception cref="BrokenEnvironmentException">It cannot be written.</exception>
    public static Task WriteAsync(string path, ReadOnlyMemory<byte> bytes) => WriteAsync(path, null!, file => file.WriteAsync(bytes).AsTask());
}
