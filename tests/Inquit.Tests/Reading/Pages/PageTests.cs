using Inquit.Reading;
using Xunit;

namespace Inquit.Tests;

/// <summary>What is read off a page: its text, and what it says of itself.</summary>
public sealed class PageTests : IDisposable
{
    /// <summary>A page with most of what news pages have.</summary>
    internal const string Page = """
        <!doctype html>
        <html lang="en-GB"><head>
          <title>Bridge to close | Island Herald</title>
          <meta property="og:site_name" content="Island Herald">
          <link rel="canonical" href="https://herald.example/news/bridge-to-close">
          <script type="application/ld+json">
          {"@context":"https://schema.org","@graph":[
            {"@type":"WebSite","name":"Herald","datePublished":"2001-01-01"},
            {"@type":"NewsArticle","headline":"Ferries","datePublished":"2020-01-01","author":{"name":"Somebody Else"}},
            {"@type":["NewsArticle"],"headline":"Bridge to close","datePublished":"2024-05-14T23:30:00-05:00","dateModified":"2024-06-01",
             "author":[{"@type":"Person","name":"Ana Ruiz"},{"@type":"Person","name":"By Tom Brandt"}]}]}
          </script>
        </head><body>
          <nav><ul><li><a href="/">Home</a><li><a href="/news">News, and what was said about it, in full</a></ul></nav>
          <main><article>
            <h1>Bridge to close</h1>
            <p class="article-dek">The islands will have to wait.</p>
            <div class="byline">By <a href="/authors/1">Ana Ruiz</a></div>
            <div class="article-body">
              <p>The council voted on Tuesday to close the old bridge, said&nbsp;<a href="/x">Ana Ruiz</a>, the mayor.
                 It   will be shut for a year.</p>
              <figure><img src="a.jpg"><figcaption>The bridge, seen from the north, on a day in May.</figcaption></figure>
              <p>&ldquo;Nobody asked us,&rdquo; he said.<br>&ldquo;Nobody.&rdquo;</p>
              <aside class="related"><h3>Related</h3><p>Another council voted on another bridge, and nobody was pleased.</p></aside>
              <h2>What comes next</h2>
              <ul><li>The ferry will run every hour, the council said.</li><li>Tolls stay.</li></ul>
              <table><tr><td>Bridge</td><td>1911</td></tr><tr><td>Ferry</td><td>1884</td></tr></table>
              <p>Sign up for our newsletter to get the latest in your inbox.</p>
            </div>
          </article>
          <section id="comments"><p>I was there in 2009, and I tell you that nobody was pleased about it then either.</p><time datetime="2024-05-20">later</time></section></main>
          <footer><p>Copyright 2024 Island Herald, which was published on 1 January 1999. All rights reserved.</p></footer>
        </body></html>
        """;

    private const string Prose = "<p>The council voted on Tuesday to close the old bridge, and nobody was pleased. It will be shut for a year, the mayor said.</p>";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_text_is_in_paragraphs_without_what_stands_around_it() => Assert.Equal(
        """
        The islands will have to wait.

        The council voted on Tuesday to close the old bridge, said Ana Ruiz, the mayor. It will be shut for a year.

        “Nobody asked us,” he said.
        “Nobody.”

        What comes next

        The ferry will run every hour, the council said.

        Tolls stay.

        Bridge 1911

        Ferry 1884
        """.ReplaceLineEndings("\n"),
        ReadOne(Page).Article!.Text);

    [Fact]
    public void What_it_says_of_itself_is_kept()
    {
        var result = ReadOne(Page);
        var article = result.Article!;
        Assert.Equal(("Bridge to close", "Island Herald", "https://herald.example/news/bridge-to-close", "en-GB"), (article.Title, article.Outlet, article.Url, article.Language));
        Assert.Equal(["Ana Ruiz", "Tom Brandt"], article.Authors);
        Assert.Equal((new DateOnly(2024, 5, 14), "json-ld"), (article.Published, result.PublishedFrom));
        Assert.Equal("page", article.Document);
    }

    [Theory]
    [InlineData("<meta name='pubdate' content='Tue, 14 May 2024 10:00:00 GMT'>", "", "2024-05-14", "meta pubdate")]
    [InlineData("<meta property='article:modified_time' content='2024-05-14'>", "", null, null)]
    [InlineData("", "<span itemprop='datePublished' content='2024-05-14'></span>", "2024-05-14", "microdata")]
    [InlineData("<link rel=canonical href='https://herald.example/2024/05/14/bridge'>", "", "2024-05-14", "url")]
    [InlineData("<link rel=canonical href='https://herald.example/2024/05/bridge-20'>", "", null, null)]
    [InlineData("", "<time datetime='2024-05-14T08:00Z'>today</time>", "2024-05-14", "time element")]
    [InlineData("", "<time class='updated' datetime='2024-05-20'>x</time><time class='published' datetime='2024-05-14'>x</time>", "2024-05-14", "time element")]
    [InlineData("", "<div class='comments'><time datetime='2024-05-14'>x</time></div>", null, null)]
    [InlineData("", "<div class='related-posts'><time datetime='2024-05-14'>x</time></div>", null, null)]
    [InlineData("", "<div>By Ana Ruiz, May 14, 2024</div>", "2024-05-14", "text")]
    [InlineData("", "<div>Updated: 20 May 2024, published: 14th May 2024</div>", "2024-05-14", "text")]
    [InlineData("", "<div>Published: 12:37 GMT, 14 May 2024 | Updated: 15:26 GMT, 20 May 2024</div>", "2024-05-14", "text")]
    [InlineData("", "<div>Updated 20 May 2024</div>", null, null)]
    [InlineData("", "<div>14/05/2024</div>", "2024-05-14", "text")]
    [InlineData("", "<div>05/04/2024</div>", null, null)]
    [InlineData("", "<div>&copy; 14 May 2024 Island Herald</div>", null, null)]
    public void The_date_is_that_of_publication(string head, string underHeadline, string? day, string? from)
    {
        var result = ReadOne($"<html><head>{head}</head><body><article><h1>Bridge</h1>{underHeadline}<div>{Prose}{Prose}</div></article></body></html>");
        Assert.Equal((day, from), (result.Article!.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), result.PublishedFrom));
    }

    [Theory]
    [InlineData("<meta name=author content='By Ana Ruiz and Tom Brandt'>", "", "Ana Ruiz; Tom Brandt")]
    [InlineData("<meta name=author content='https://herald.example/ana'>", "<a rel=author href=/a>Ana Ruiz</a>", "Ana Ruiz")]
    [InlineData("<meta name=author content='Ana Ruiz, Political Editor'>", "", "Ana Ruiz")]
    [InlineData("<meta name=author content='admin'>", "", "")]
    [InlineData("<meta name=author content='Island Herald'><meta property='og:site_name' content='Island Herald'>", "", "")]
    [InlineData("", "<p class='byline'>By Ana Ruiz | 14 May 2024</p>", "Ana Ruiz")]
    public void Authors_are_the_people_named(string head, string underHeadline, string authors) => Assert.Equal(
        authors,
        string.Join("; ", ReadOne($"<html><head>{head}</head><body><h1>Bridge</h1>{underHeadline}<div>{Prose}{Prose}</div></body></html>").Article!.Authors));

    [Fact]
    public void A_page_that_wraps_its_article_in_a_name_for_clutter_is_read() =>
        Assert.StartsWith("The council", ReadOne($"<div class='sidebar-active'><h1>Bridge</h1><div>{Prose}{Prose}</div></div>").Article!.Text, StringComparison.Ordinal);

    [Fact]
    public void Cards_of_other_articles_are_left_out()
    {
        var cards = string.Concat(Enumerable.Repeat("<li><h3><a href=/x>Another bridge was closed</a></h3><p>The council of another place voted on it, too.</p></li>", 5));
        Assert.DoesNotContain("another place", ReadOne($"<h1>Bridge</h1><div>{Prose}{Prose}{Prose}</div><ul>{cards}</ul>").Article!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_reads_folders_and_standard_input_in_order()
    {
        folder.Write("in/b.htm", $"<h1>B</h1>{Prose}");
        folder.Write("in/a.html", $"<h1>A</h1>{Prose}");
        folder.Write("in/c.txt", "Not a page.");
        var run = CommandRun.Of(["article", folder.PathOf("in"), "-", "--threads", "2"], input: System.Text.Encoding.UTF8.GetBytes($"<h1>C</h1>{Prose}"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["a", "b", "stdin"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("document").GetString()));
    }

    [Fact]
    public void Read_takes_pages()
    {
        var run = CommandRun.Of(["read", "--format", "jsonl", folder.Write("page.html", Page)]);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("{\"document\":\"page\",\"title\":\"Bridge to close\",\"outlet\":\"Island Herald\",\"url\":\"https://herald.example/news/bridge-to-close\",\"published\":\"2024-05-14\",\"language\":\"en-GB\"", run.Output, StringComparison.Ordinal);
    }

    private ReadResult ReadOne(string html) => Assert.Single(new ArticleReader(Stream.Null).Read([folder.Write("page.html", html)]));
}
