using System.Text;

namespace Inquit.Ledger.Search;

/// <summary>The words under which a statement is found: what was said, to whom it is attributed, and the names of its speakers.</summary>
internal static class StatementWords
{
    /// <summary>Places that a <c>tsvector</c> can tell apart are 16,383, and 256 for one word; it holds 1 MiB. What is beyond these
    /// limits is not indexed in either store.</summary>
    private const int MostWords = 16_000;
    private const int MostOfOne = 255;
    private const int MostBytes = 500_000;

    /// <summary>The words of some fields in order, with a border between fields.</summary>
    public static List<string> Of(IEnumerable<string?> fields)
    {
        var kept = new List<string>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var bytes = 0;
        foreach (var word in fields.Select(SearchWords.Of).Where(words => words.Count > 0).SelectMany((words, field) => field == 0 ? words : words.Prepend(SearchWords.Border)))
        {
            var count = counts[word] = counts.GetValueOrDefault(word) + 1;
            bytes += count == 1 ? Encoding.UTF8.GetByteCount(word) : 0;
            if (kept.Count == MostWords || bytes > MostBytes)
            {
                break;
            }

            if (count <= MostOfOne)
            {
                kept.Add(word);
            }
        }

        return kept;
    }
}
