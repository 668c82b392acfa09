using System.Text.Json;
using Xunit;

namespace Inquit.Tests;

public sealed class FeedCommandTests : IDisposable
{
    private const string Feed =
        "<rss xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Q&amp;amp;A</title><link>https://herald.example/</link><pubDate>Tue, 14 May 2024 14:00:00 +0200</pubDate>"
        + "<item><title>“One”</title><guid>https://herald.example/1</guid><dc:creator>Ana</dc:creator><description>&lt;p>Text</description></item></channel></rss>";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_line_a_feed_has_all_keys()
    {
        var path = folder.Write("a.xml", Feed);
        var run = CommandRun.Of(["feed", path]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            $$"""
            {"document":{{JsonSerializer.Serialize(path)}},"title":"Q&amp;A","subtitle":null,"summary":null,"link":"https://herald.example/","id":null,"author":null,"language":null,"published":"2024-05-14T12:00:00Z","updated":null,"entries":[{"id":"https://herald.example/1","title":"“One”","link":"https://herald.example/1","author":"Ana","language":null,"published":null,"updated":null,"summary":"<p>Text</p>","content":null}]}

            """.ReplaceLineEndings("\n"),
            run.Output);
    }

    [Fact]
    public void Standard_input_is_read()
    {
        var run = CommandRun.Of(["feed", "-"], input: "{\"items\":[]}"u8.ToArray());
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("{\"document\":\"stdin\",", run.Output);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void The_output_is_in_the_order_of_the_input_whatever_the_threads(int threads)
    {
        var files = Enumerable.Range(0, 100).Select(number => folder.Write($"{number:000}.xml", number % 9 == 0 ? Feed.Replace("Text", new string('x', 100_000), StringComparison.Ordinal) : Feed)).ToArray();
        var run = CommandRun.Of(["feed", "--threads", $"{threads}", .. files]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(files, Documents(run.Output));
    }

    [Fact]
    public void What_cannot_be_read_is_named_and_the_rest_is_done()
    {
        var (first, missing, page, cut, last) = (folder.Write("a.xml", Feed), folder.PathOf("b.xml"), folder.Write("c.xml", "<html>"), folder.Write("d.xml", Feed[..^16]), folder.Write("e.xml", Feed));
        var run = CommandRun.Of(["feed", first, missing, page, cut, last]);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal([first, cut, last], Documents(run.Output));
        Assert.Equal(
            $"inquit: {missing}: There is no such file or folder. Check the name.\n"
            + $"inquit: {page}: This is a web page, not a feed, and it names none. Give the feed's own address or file.\n"
            + $"inquit: {cut}: The feed breaks off before its end: 1 whole entry was read, what follows is missing. Get it again.\n",
            run.Error);
    }

    [Fact]
    public void Relative_links_count_from_a_given_address()
    {
        var run = CommandRun.Of(["feed", "--base", "https://herald.example/a/", folder.Write("a.xml", "<rss><item><link>1</link></item></rss>")]);
        Assert.Contains("\"link\":\"https://herald.example/a/1\"", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inquit: Required argument 'FILE' missing for command: 'feed'.")]
    [InlineData("inquit: --base takes an address, as https://example.org/news.xml.", "--base", "/a", "a.xml")]
    [InlineData("inquit: --base takes an address, as https://example.org/news.xml.", "--base", "ftp://a.example", "a.xml")]
    public void Wrong_usage_is_refused(string message, params string[] args)
    {
        var run = CommandRun.Of(["feed", .. args]);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(message + "\nSee 'inquit feed --help'.\n", run.Error.ReplaceLineEndings("\n"));
    }

    private static IEnumerable<string?> Documents(string lines) =>
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("document").GetString());
}
