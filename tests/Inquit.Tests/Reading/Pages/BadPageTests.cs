using System.Text;
using Inquit.Reading;
using Xunit;

namespace Inquit.Tests;

/// <summary>Pages that are broken, empty or made to do harm. Each gives an article or a reason, in bounded time and memory.</summary>
public sealed class BadPageTests : IDisposable
{
    private const string Sentence = "The council voted on Tuesday to close the old bridge, and nobody on the islands was pleased about it. ";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("<table><tr><td>")]
    [InlineData("<div>")]
    [InlineData("<span>")]
    [InlineData("<b>")]
    [InlineData("<div/>")]
    [InlineData("<p><div>")]
    [InlineData("<a href=x><table>")]
    [InlineData("<svg><desc>")]
    [InlineData("<ul><li>")]
    public void Elements_nested_a_hundred_thousand_deep(string tags)
    {
        var page = new StringBuilder("<p>").Append(Prose(3)).Append("</p>");
        for (var i = 0; i < 100_000; i++)
        {
            page.Append(tags);
        }

        var result = ReadOne(page.Append('x').ToString());
        Assert.True(result.Article is not null || result.Problem!.StartsWith("More than 5,000 elements", StringComparison.Ordinal) || result.Problem.StartsWith("The page makes more than", StringComparison.Ordinal), result.Problem);
    }

    [Fact]
    public void Elements_nested_as_deep_as_is_taken()
    {
        var page = new StringBuilder();
        for (var i = 0; i < 4_900; i++)
        {
            page.Append("<div>");
        }

        Assert.Contains("The council voted", ReadOne(page.Append("<p>").Append(Prose(3)).ToString()).Article!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Formatting_that_is_made_anew_in_each_paragraph()
    {
        var page = new StringBuilder("<p>");
        for (var i = 0; i < 2_000; i++)
        {
            page.Append("<font color=").Append(i).Append('>');
        }

        for (var i = 0; i < 2_000; i++)
        {
            page.Append("</p><p>x");
        }

        Assert.StartsWith("The page makes more than 1,000,000 elements.", ReadOne(page.ToString()).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", "utf-8", "caf\u00E9 \u201Cyes\u201D")]
    [InlineData("iso-8859-1", "utf-8", "caf\u00E9 \u201Cyes\u201D")]
    [InlineData("utf-8", "windows-1252", "caf\u00E9 \u201Cyes\u201D")]
    [InlineData("iso-8859-1", "windows-1252", "caf\u00E9 \u201Cyes\u201D")]
    [InlineData("windows-1251", "windows-1251", "\u041C\u043E\u0441\u043A\u0432\u0430")]
    [InlineData("nonsense-7", "windows-1252", "caf\u00E9 \u201Cyes\u201D")]
    [InlineData("utf-16", "utf-8", "caf\u00E9")]
    [InlineData("shift_jis", "utf-16", "caf\u00E9")]
    public void An_encoding_named_rightly_or_wrongly(string named, string real, string words)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(real);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes($"<html><head><meta charset='{named}'><title>x</title></head><p>{Prose(3)}{words}.</p>")];
        Assert.EndsWith(words + ".", ReadOne(bytes).Article!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_encoding_that_nobody_names()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string russian = "\u0421\u043E\u0432\u0435\u0442 \u0440\u0435\u0448\u0438\u043B \u0437\u0430\u043A\u0440\u044B\u0442\u044C \u0441\u0442\u0430\u0440\u044B\u0439 \u043C\u043E\u0441\u0442, \u0438 \u043D\u0438\u043A\u0442\u043E \u043D\u0430 \u043E\u0441\u0442\u0440\u043E\u0432\u0430\u0445 \u043D\u0435 \u0431\u044B\u043B \u044D\u0442\u043E\u043C\u0443 \u0440\u0430\u0434. ";
        var bytes = Encoding.GetEncoding("windows-1251").GetBytes($"<p>{string.Concat(Enumerable.Repeat(russian, 5))}</p>");
        Assert.StartsWith(russian.Trim(), ReadOne(bytes).Article!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_page() => Fails("", "The file is empty. There is nothing to read.");

    [Theory]
    [InlineData("<html></html>")]
    [InlineData("<script>document.write('The council voted on Tuesday, and nobody was pleased about it at all, he said.');</script>")]
    [InlineData("<style>p { color: red }</style><noscript>Please enable JavaScript, which this page needs to show the article to you, thanks.</noscript>")]
    [InlineData("<nav><a href=/>Home</a></nav><div id=app></div>")]
    [InlineData("\u0001\u0002 %PDF-1.4")]
    public void A_page_without_text(string html) => Fails(html, "No article text found in ");

    [Fact]
    public void A_binary_file_named_html() => Fails([0x89, 0x50, 0x4E, 0x47, 0, 1, 2], "This is binary, not text: byte 4 is zero.");

    [Fact]
    public void A_page_of_50_megabytes()
    {
        var path = folder.WriteGzip("big.html.gz", new byte[50_000_000]);
        var result = Assert.Single(Read(path));
        Assert.Equal("The page has more than 8,388,608 bytes, the most that is taken. Save the article's text as a .txt file.", result.Problem);
    }

    [Fact]
    public void A_packed_page_that_was_cut_short()
    {
        var whole = TemporaryFolder.Gzip(Encoding.UTF8.GetBytes($"<p>{Prose(50)}</p>"));
        Assert.StartsWith("It is no whole gzip file.", Assert.Single(Read(folder.Write("a.html.gz", whole[..^9]))).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[[[[")]
    [InlineData("{\"@type\":5,\"headline\":{}}")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":[],\"author\":[[],null,7,{\"name\":{}}],\"datePublished\":12,\"publisher\":[]}")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"\\ud800\",\"datePublished\":\"soon\",\"url\":\"javascript:alert(1)\"}")]
    public void Broken_JSON_LD_is_passed_over(string json)
    {
        var article = ReadOne($"<script type='application/ld+json'>{json}</script><p>{Prose(3)}</p>").Article!;
        Assert.Equal((null, null, null, 0), (article.Title, article.Published, article.Url, article.Authors.Count));
    }

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public void JSON_LD_nested_absurdly_is_passed_over(char open, char close)
    {
        var json = string.Concat(Enumerable.Repeat(open == '[' ? "[" : "{\"@graph\":", 200_000)) + "1" + new string(close, 200_000);
        Assert.NotNull(ReadOne($"<script type='application/ld+json'>{json}</script><p>{Prose(3)}</p>").Article);
    }

    [Fact]
    public void JSON_LD_with_line_feeds_in_its_strings_is_mended()
    {
        var article = ReadOne($"<script type='application/ld+json'>\n// <![CDATA[\n{{\"@type\":\"NewsArticle\",\"headline\":\"Bridge\nclosed\",\"datePublished\":\"2024-05-14\",}}\n// ]]></script><p>{Prose(3)}</p>").Article!;
        Assert.Equal(("Bridge closed", new DateOnly(2024, 5, 14)), (article.Title, article.Published));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("1970-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("2999-01-01")]
    [InlineData("2024-02-30")]
    [InlineData("99999999999999999")]
    [InlineData("")]
    public void A_date_that_cannot_be_is_ignored(string date)
    {
        var result = ReadOne($"<meta property='article:published_time' content='{date}'><script type='application/ld+json'>{{\"@type\":\"Article\",\"datePublished\":\"{date}\"}}</script><p>{Prose(3)}</p>");
        Assert.Equal((null, null), (result.Article!.Published, result.PublishedFrom));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("/relative")]
    [InlineData("http://")]
    [InlineData("file:///etc/passwd")]
    public void An_address_that_is_none_is_ignored(string url) =>
        Assert.Null(ReadOne($"<link rel=canonical href='{url}'><meta property='og:url' content='{url}'><p>{Prose(3)}</p>").Article!.Url);

    [Theory]
    [InlineData("Ana &amp;#xD83D; Ruiz")]
    [InlineData("Ana &#xD83D; Ruiz")]
    [InlineData("Ana &#0; Ruiz")]
    public void A_name_with_half_a_character_is_written(string author)
    {
        var run = CommandRun.Of(["article", folder.Write("page.html", $"<meta name=author content='{author}'><title>{author}</title><p>{Prose(3)}</p>")]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var line = System.Text.Json.JsonDocument.Parse(run.Output);
        Assert.StartsWith("Ana", line.RootElement.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_with_parts_cut_out_doubled_and_swapped()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var page = new StringBuilder(PageTests.Page);
            for (var change = random.Next(1, 12); change > 0; change--)
            {
                var at = random.Next(page.Length);
                var part = page.ToString(at, Math.Min(random.Next(1, 80), page.Length - at));
                _ = random.Next(3) switch
                {
                    0 => page.Remove(at, part.Length),
                    1 => page.Insert(random.Next(page.Length), part),
                    _ => page.Remove(at, part.Length).Insert(random.Next(page.Length), part),
                };
            }

            var result = ReadOne(page.ToString());
            Assert.False(result.Problem?.StartsWith("A mistake", StringComparison.Ordinal) == true, $"{result.Problem}\n{page}");
        }
    }

    [Fact]
    public void The_text_holds_no_markup()
    {
        var article = ReadOne($"<meta property='og:title' content='A &amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt; &lt;i>title&lt;/i>'><p>{Prose(3)}<!-- hidden --><b>Bold</b><script>x</script> and <img alt='no'>R&amp;D.</p>").Article!;
        Assert.EndsWith("it. Bold and R&D.", article.Text, StringComparison.Ordinal);
        Assert.Equal("A bold title", article.Title);
    }

    [Fact]
    public void What_cannot_be_read_is_named_and_the_rest_is_done()
    {
        var bad = folder.Write("a.html", "<script>x</script>");
        var good = folder.Write("b.html", $"<html lang=en><h1>Bridge closed</h1><p>{Prose(3)}</p>");
        var run = CommandRun.Of(["article", bad, good]);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"inquit: {bad}: No article text found in {bad}.", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("{\"document\":\"b\",\"title\":\"Bridge closed\",\"authors\":[],\"published\":null,\"publishedFrom\":null,\"outlet\":null,\"url\":null,\"language\":\"en\",\"text\":\"The council", run.Output, StringComparison.Ordinal);
    }

    private static string Prose(int sentences) => string.Concat(Enumerable.Repeat(Sentence, sentences));

    private void Fails(string html, string problem) => Fails(Encoding.UTF8.GetBytes(html), problem);

    private void Fails(byte[] bytes, string problem)
    {
        var result = ReadOne(bytes);
        Assert.Null(result.Article);
        Assert.StartsWith(problem, result.Problem, StringComparison.Ordinal);
    }

    private ReadResult ReadOne(string html) => ReadOne(Encoding.UTF8.GetBytes(html));

    private ReadResult ReadOne(byte[] bytes) => Assert.Single(Read(folder.Write("page.html", bytes)));

    private static IEnumerable<ReadResult> Read(string path) => new ArticleReader(Stream.Null).Read([path]);
}
