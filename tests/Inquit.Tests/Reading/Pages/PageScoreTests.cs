using System.Text.Json;
using System.Text.RegularExpressions;
using Inquit.Reading;
using Xunit;

namespace Inquit.Tests;

/// <summary>The reader of pages reaches on two sets of pages what it was to reach, counted as the sets' scorer counts.</summary>
public sealed partial class PageScoreTests
{
    private const int Shingle = 4;

    [Fact]
    public void Article_bodies_keep_their_figures()
    {
        var score = Score("scrapinghub");
        Assert.True(score.Body >= 0.970, $"body {score.Body}");
    }

    [Fact]
    public void News_pages_keep_their_figures()
    {
        var score = Score("newspages");
        Assert.True(score.Body >= 0.955, $"body {score.Body}");
        Assert.True(score.Title >= 0.93, $"title {score.Title}");
        Assert.True(score.Date >= 0.86, $"date {score.Date}");
        Assert.True(score.Authors >= 0.89, $"authors {score.Authors}");
    }

    /// <summary>Reads all pages of a set, writes the figures of both halves and of the whole to the test's output, and returns those of the whole.</summary>
    private static PageScore Score(string set)
    {
        var folder = CorpusData.Folder(Path.Join("html", set));
        using var truth = JsonDocument.Parse(File.ReadAllBytes(Path.Join(folder, "truth.json")));
        var pages = truth.RootElement.EnumerateObject().Select(page => (page.Name, page.Value)).ToArray();
        var paths = pages.Select(page => Path.Join(folder, "pages", page.Name + ".html.gz"));
        var results = new ArticleReader(Stream.Null).Pages(paths).AsParallel().AsOrdered().Select(read => read().Article).ToArray();
        var (all, worked, counted) = (new PageScore(), new PageScore(), new PageScore());
        foreach (var ((name, expected), article) in pages.Zip(results))
        {
            all.Add(expected, article);
            (IsWorkedWith(name) ? worked : counted).Add(expected, article);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{set}\nworked with: {worked}\ncounted:     {counted}\nall:         {all}");
        return all;
    }

    /// <summary>The half of the pages whose errors were looked at: those whose name, a hash, ends in 0 to 7.</summary>
    private static bool IsWorkedWith(string name) => name[^1] is >= '0' and <= '7';

    /// <summary>Overlap of four words in a row (body: means over pages), share of pages that are equal (title, date), overlap of words (authors).</summary>
    private sealed partial class PageScore
    {
        private readonly List<double> precision = [];
        private readonly List<double> recall = [];
        private (int Right, int All) title;
        private (int Right, int All) date;
        private (int Both, int Expected, int Found) authors;

        public double Body => precision.Average() is var p && recall.Average() is var r ? 2 * p * r / (p + r) : 0;

        public double Title => (double)title.Right / title.All;

        public double Date => (double)date.Right / date.All;

        public double Authors => 2.0 * authors.Both / (authors.Expected + authors.Found);

        public void Add(JsonElement expected, Article? article)
        {
            var (wanted, found) = (Shingles(Text(expected, "articleBody")), Shingles(article?.Text));
            var (both, wantedCount, foundCount) = (Overlap(wanted, found), wanted.Values.Sum(), found.Values.Sum());
            if (foundCount > 0)
            {
                precision.Add((double)both / foundCount);
            }

            if (wantedCount > 0)
            {
                recall.Add((double)both / wantedCount);
            }

            if (Text(expected, "title") is { Length: > 0 } headline)
            {
                title = (title.Right + (Folded(headline).SequenceEqual(Folded(article?.Title)) ? 1 : 0), title.All + 1);
            }

            if (Text(expected, "date") is { Length: >= 10 } day)
            {
                date = (date.Right + (article?.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) == day[..10] ? 1 : 0), date.All + 1);
            }

            if (Text(expected, "authors") is { Length: > 0 } names)
            {
                var (a, b) = (Counts(Folded(names)), Counts(Folded(string.Join("; ", article?.Authors ?? []))));
                authors = (authors.Both + Overlap(a, b), authors.Expected + a.Values.Sum(), authors.Found + b.Values.Sum());
            }
        }

        public override string ToString() =>
            title.All == 0 ? $"body {Body:0.0000}" : $"body {Body:0.0000}, title {Title:0.000}, date {Date:0.000}, authors {Authors:0.000}";

        private static string? Text(JsonElement page, string name) => page.TryGetProperty(name, out var value) ? value.GetString() : null;

        private static string[] Words(string? text) => Word().Matches(text ?? string.Empty).Select(match => match.Value).ToArray();

        private static string[] Folded(string? text) => Words(text?.ToLowerInvariant());

        private static Dictionary<string, int> Shingles(string? text)
        {
            var words = Words(text);
            return words.Length == 0 ? [] : Counts(Enumerable.Range(0, Math.Max(1, words.Length - Shingle + 1)).Select(at => string.Join(' ', words.Skip(at).Take(Shingle))));
        }

        private static Dictionary<string, int> Counts(IEnumerable<string> items) => items.GroupBy(item => item).ToDictionary(group => group.Key, group => group.Count());

        private static int Overlap(Dictionary<string, int> a, Dictionary<string, int> b) => a.Sum(item => Math.Min(item.Value, b.GetValueOrDefault(item.Key)));

        [GeneratedRegex(@"\w+")]
        private static partial Regex Word();
    }
}
