namespace Inquit.Tests.Attribution;

/// <summary>A fenced block of a Markdown file: a text with its statements marked, as <see cref="MarkedText"/> reads them.</summary>
/// <param name="File">The file's name without its extension.</param>
/// <param name="Heading">The last heading of second level above it, or an empty string.</param>
/// <param name="Marked">The marked text.</param>
/// <param name="IsGap">Whether its fence says "gap": it is not found yet.</param>
internal sealed record MarkedCase(string File, string Heading, string Marked, bool IsGap)
{
    private const string Fence = "```";

    /// <summary>The cases of the Markdown files of a folder, or of one file, by name and place.</summary>
    public static IEnumerable<MarkedCase> In(string path)
    {
        var full = Repository.PathOf(path);
        foreach (var file in Directory.Exists(full) ? Directory.GetFiles(full, "*.md").Order(StringComparer.Ordinal).ToArray() : [full])
        {
            var (heading, isGap) = (string.Empty, false);
            List<string>? block = null;
            foreach (var line in System.IO.File.ReadLines(file))
            {
                if (line.StartsWith("## ", StringComparison.Ordinal) && block is null)
                {
                    heading = line[3..];
                }
                else if (!line.StartsWith(Fence, StringComparison.Ordinal))
                {
                    block?.Add(line);
                }
                else if (block is null)
                {
                    block = [];
                    isGap = line[Fence.Length..].Trim() == "gap";
                }
                else
                {
                    yield return new MarkedCase(Path.GetFileNameWithoutExtension(file), heading, string.Join('\n', block), isGap);
                    block = null;
                }
            }
        }
    }
}
