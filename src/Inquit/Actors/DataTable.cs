using System.Text;

namespace Inquit.Actors;

/// <summary>A table of facts that is built into the engine: tab-separated lines, the first one of titles, lists parted by bars.</summary>
internal static class DataTable
{
    private const char ListSeparator = '|';

    /// <summary>The rows of a built-in file, without its comments and titles, each with as many cells as there are titles.</summary>
    /// <exception cref="InvalidDataException">A line has another number of cells than the titles.</exception>
    public static IEnumerable<string[]> Rows(string file)
    {
        using var stream = typeof(DataTable).Assembly.GetManifestResourceStream(file) ?? throw new InvalidDataException($"{file} is not built into the engine.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        string[]? titles = null;
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var cells = line.Split('\t');
            if (titles is null)
            {
                titles = cells;
            }
            else if (cells.Length != titles.Length)
            {
                throw new InvalidDataException($"{file}, line {number}: {cells.Length} cells, not {titles.Length}.");
            }
            else
            {
                yield return cells;
            }
        }
    }

    /// <summary>The parts of a cell that holds a list.</summary>
    public static string[] List(string cell) => cell.Split(ListSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
