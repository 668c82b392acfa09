using Inquit.Reading;
using Xunit;

namespace Inquit.Tests;

/// <summary>Feeds as inputs: each entry is an article.</summary>
public sealed class FeedInputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("a.xml")]
    [InlineData("a.rss")]
    [InlineData("a.xml.gz")]
    public void An_entry_of_a_file_is_an_article_with_what_the_feed_says(string name)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes("""
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The &lt;b&gt;Herald&lt;/b&gt;</title><language>en-GB</language>
            <item><title>Bridge &amp;amp; road</title><link>https://herald.example/1</link><guid>x1</guid><author>ana@example.org (Ana Ruiz)</author>
            <pubDate>Tue, 14 May 2024 23:30:00 -0400</pubDate>
            <description>Short.</description>
            <content:encoded><![CDATA[<p>The bridge is <b>closed</b>, she
            said.</p><script>x()</script><div>A second<br>line &amp; more.</div>]]></content:encoded></item>
            <item><description>Only this.</description><link>https://herald.example/2</link></item>
            <item><description>No id.</description></item>
            <item><title>Nothing</title></item>
            </channel></rss>
            """);
        var results = Read(name.EndsWith(".gz") ? folder.WriteGzip(name, bytes) : folder.Write(name, bytes));
        var first = results[0].Article!;
        Assert.Equal("The bridge is closed, she said.\n\nA second\n\nline & more.", first.Text);
        Assert.Equal(("x1", "Bridge & road", "The Herald", "https://herald.example/1", new DateOnly(2024, 5, 15), "en-GB"), (first.Document!, first.Title, first.Outlet, first.Url, first.Published, first.Language));
        Assert.Equal(["Ana Ruiz"], first.Authors);
        Assert.Equal(("https://herald.example/2", "Only this."), (results[1].Article!.Document, results[1].Article!.Text));
        Assert.Equal("a-3", results[2].Article!.Document);
        Assert.Equal("The entry has no text. Give its page instead.", results[3].Problem);
        Assert.EndsWith(": entry 4", results[3].Source);
    }

    [Fact]
    public void Atom_gives_the_day_of_its_last_change_where_it_says_no_other()
    {
        var path = folder.Write("a.atom", """
            <feed xmlns="http://www.w3.org/2005/Atom"><author><name>Ana Ruiz</name></author>
            <entry><id>urn:1</id><updated>2024-05-14T12:00:00Z</updated><content type="text">One.</content></entry>
            <entry><id>urn:2</id><updated>2024-05-16T12:00:00Z</updated><published>2024-05-15T12:00:00Z</published><summary>Two.</summary></entry>
            <entry><id>urn:3</id><published>2999-01-01T00:00:00Z</published><summary>Three.</summary></entry>
            </feed>
            """);
        Assert.Equal([(new DateOnly(2024, 5, 14), "One."), (new DateOnly(2024, 5, 15), "Two."), ((DateOnly?)null, "Three.")], Read(path).Select(result => (result.Article!.Published, result.Article.Text)));
    }

    [Fact]
    public void Standard_input_may_be_a_feed()
    {
        using var input = new MemoryStream("<rss><channel><item><description>Text.</description></item></channel></rss>"u8.ToArray());
        Assert.Equal(("stdin-1", "Text."), Assert.Single(new ArticleReader(input, standardInputKind: "feed").Read(["-"])) is { Article: { } article } ? (article.Document, article.Text) : default);
    }

    [Theory]
    [InlineData("html", "<html><body><p>The bridge over the river will be closed for repairs until the end of June, the city council said.</p></body></html>")]
    [InlineData("json", "{\"text\":\"Text.\"}")]
    [InlineData("jsonl", "{\"text\":\"Text.\"}\n{\"text\":\"Text.\"}")]
    [InlineData("text", "Text.")]
    public void Standard_input_may_be_of_any_kind(string kind, string text)
    {
        var run = CommandRun.Of(["read", "-", "--as", kind, "--format", "jsonl"], input: System.Text.Encoding.UTF8.GetBytes(text));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(kind == "jsonl" ? 2 : 1, run.Output.Split('\n').Length - 1);
    }

    [Fact]
    public void A_kind_that_is_none()
    {
        Assert.Equal(2, CommandRun.Of(["read", "-", "--as", "pdf"]).ExitCode);
        Assert.Throws<ArgumentException>(() => new ArticleReader(Stream.Null, standardInputKind: "pdf"));
    }

    [Theory]
    [InlineData("<rss><channel></channel></rss>", "The feed has no entry. There is nothing to read.")]
    [InlineData("<urlset></urlset>", "This is XML but no feed: it starts with <urlset>. Feeds start with <rss>, <feed>, <rdf:RDF> or <channel>.")]
    [InlineData("", "The file is empty. There is nothing to read.")]
    public void A_feed_that_gives_nothing(string feed, string problem) => Assert.Equal(problem, Assert.Single(Read(folder.Write("a.xml", feed))).Problem);

    [Fact]
    public void A_feed_that_breaks_off_gives_what_it_has_and_says_so()
    {
        var results = Read(folder.Write("a.xml", "<rss><channel><item><description>One.</description></item><item><description>Tw"));
        Assert.Equal("One.", results[0].Article?.Text);
        Assert.NotNull(results[^1].Problem);
    }

    [Fact]
    public void A_missing_feed() => Assert.StartsWith("There is no such file", Assert.Single(Read(folder.PathOf("a.xml"))).Problem);

    private static ReadResult[] Read(string path) => [.. new ArticleReader(Stream.Null).Read([path])];
}
