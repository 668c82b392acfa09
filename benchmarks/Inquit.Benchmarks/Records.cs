using System.IO.Compression;
using System.Text.Json.Nodes;
using Inquit.Ledger.Search;

namespace Inquit.Benchmarks;

/// <summary>The records of a corpus for the ledger: a line of JSON an article.</summary>
internal static class Records
{
    /// <summary>The lines of a file, packed or not.</summary>
    public static IEnumerable<string> Lines(string corpus)
    {
        using var file = File.OpenRead(corpus);
        using var reader = new StreamReader(corpus.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>Writes the corpus several times; each copy has addresses of its own, so that its articles are others.</summary>
    /// <param name="corpus">The file of the corpus.</param>
    /// <param name="path">The file that is written.</param>
    /// <param name="first">The number of the first copy.</param>
    /// <param name="copies">How many.</param>
    public static void WriteCopies(string corpus, string path, int first, int copies)
    {
        using var writer = new StreamWriter(path);
        for (var copy = first; copy < first + copies; copy++)
        {
            foreach (var line in Lines(corpus))
            {
                var record = JsonNode.Parse(line)!;
                record["url"] = $"https://example.org/{copy}/{record["id"]}";
                writer.WriteLine(record.ToJsonString());
            }
        }
    }

    /// <summary>Queries of one to three words: each word as often as it stands in the corpus, those of one query from one article.</summary>
    public static List<string> Queries(string corpus, int count)
    {
        const int Every = 37;
        var random = new Random(1);
        var texts = Lines(corpus).Where((_, index) => index % Every == 0).Take(20_000 / Every).Select(line => SearchWords.Of(JsonNode.Parse(line)!["text"]!.GetValue<string>())).Where(words => words.Count > 20).ToArray();
        return
        [
            .. Enumerable.Range(0, count).Select(_ =>
            {
                var words = texts[random.Next(texts.Length)];
                return string.Join(' ', Enumerable.Range(0, 1 + random.Next(3)).Select(_ => words[random.Next(words.Count)]));
            }),
        ];
    }
}
