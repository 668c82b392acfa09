using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Inquit.Reading.Feeds;
using Xunit;

namespace Inquit.Tests;

/// <summary>The cases of another reader, compared as its scorer does: texts as a reader sees them, times to the second.</summary>
public partial class FeedSetTests(ITestOutputHelper output)
{
    /// <summary>Of 775. docs/feeds.md says which are left and why.</summary>
    private const int Held = 768;

    [Fact]
    public void As_many_cases_are_read_as_another_reader_reads_them_as_docs_feeds_says()
    {
        var folder = CorpusData.Folder("feeds");
        var reader = new FeedReader(Stream.Null);
        var (passed, failed) = (0, new List<string>());
        foreach (var line in File.ReadLines(Path.Join(folder, "cases.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var file = json.RootElement.GetProperty("file").GetString()!;
            var field = json.RootElement.GetProperty("field").GetString()!;
            var expected = json.RootElement.GetProperty("expect").GetString()!;
            var where = json.RootElement.GetProperty("where");
            var feed = reader.ReadFile(Path.Join(folder, "files", file)).Feed;
            object? source = where.ValueKind == JsonValueKind.Number ? feed?.Entries.ElementAtOrDefault(where.GetInt32()) : feed;
            var value = source?.GetType().GetProperty(char.ToUpperInvariant(field[0]) + field[1..])!.GetValue(source);
            if (value is DateTimeOffset time ? time == DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture) : Seen(value?.ToString()) == Seen(expected))
            {
                passed++;
            }
            else
            {
                failed.Add($"{file} {field}: {expected} is read as {value}");
            }
        }

        output.WriteLine(string.Join('\n', failed));
        Assert.True(passed >= Held, $"{passed} cases pass; {Held} are held. {string.Join('\n', failed)}");
    }

    private static string Seen(string? text) =>
        string.Concat(WebUtility.HtmlDecode(Tags().Replace(Scripts().Replace(text ?? "", " "), " ")).Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"<(script|style)\b.*?</\1\s*>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Scripts();

    [GeneratedRegex("<!--.*?-->|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tags();
}
