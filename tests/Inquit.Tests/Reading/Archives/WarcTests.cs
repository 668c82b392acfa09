using System.Text;
using Inquit.Reading;
using Xunit;

namespace Inquit.Tests;

/// <summary>What is read from web archives that are whole.</summary>
public sealed class WarcTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("a.warc", false, false)]
    [InlineData("a.warc.gz", true, false)]
    [InlineData("a.warc.gz", true, true)]
    [InlineData("a.warc", true, true)]
    [InlineData("a.warc.gz", false, false)]
    public void An_archive_is_read_packed_or_not_whatever_its_name_says(string name, bool isPacked, bool perRecord)
    {
        byte[][] records =
        [
            Warc.Record("warcinfo", "software: x"u8.ToArray(), contentType: "application/warc-fields"),
            Warc.Response("https://herald.example/1", Warc.Page("First")),
            Warc.Record("request", "GET /1 HTTP/1.1\r\n\r\n"u8.ToArray(), "https://herald.example/1", "application/http; msgtype=request"),
            Warc.Record("resource", Encoding.UTF8.GetBytes(Warc.Page("Second")), "https://herald.example/2", "text/html"),
        ];
        var bytes = !isPacked ? records.SelectMany(record => record).ToArray()
            : perRecord ? records.SelectMany(TemporaryFolder.Gzip).ToArray()
            : TemporaryFolder.Gzip(records.SelectMany(record => record).ToArray());
        var articles = Read(folder.Write(name, bytes)).Select(result => result.Article!).ToArray();
        Assert.Equal([("a-2", "First", "https://herald.example/1"), ("a-4", "Second", "https://herald.example/2")], articles.Select(article => (article.Document!, article.Title!, article.Url!)));
        Assert.All(articles, article => Assert.Equal($"{Warc.Sentence}\n\n{Warc.Sentence}", article.Text));
        Assert.All(articles, article => Assert.Null(article.Published)); // the day of the crawl is not the day of publication
    }

    [Fact]
    public void Standard_input_may_be_an_archive()
    {
        using var input = new MemoryStream(TemporaryFolder.Gzip(Warc.Response("https://herald.example/1", Warc.Page())));
        var result = Assert.Single(new ArticleReader(input, standardInputKind: "warc").Read(["-"]));
        Assert.Equal("stdin-1", result.Article?.Document);
        Assert.True(input.CanRead);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("deflate")]
    [InlineData("deflate raw")]
    [InlineData("br")]
    [InlineData("gzip, br")]
    [InlineData("identity")]
    public void What_the_server_packed_is_unpacked(string coding)
    {
        var page = Encoding.UTF8.GetBytes(Warc.Page());
        var body = coding switch
        {
            "gzip" or "x-gzip" => TemporaryFolder.Gzip(page),
            "deflate" => Warc.Packed(page, Warc.Zlib),
            "deflate raw" => Warc.Packed(page, Warc.Deflate),
            "br" => Warc.Packed(page, Warc.Brotli),
            "gzip, br" => Warc.Packed(TemporaryFolder.Gzip(page), Warc.Brotli),
            _ => page,
        };
        Assert.Equal("Bridge closed", ReadOne(Warc.Response("https://herald.example/1", body, $"Content-Type: text/html\r\nContent-Encoding: {coding.Replace(" raw", "")}")).Title);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public void What_was_unpacked_before_it_was_stored_is_read_as_it_is(string coding) =>
        Assert.Equal("Bridge closed", ReadOne(Warc.Response("https://herald.example/1", Warc.Page(), $"Content-Type: text/html\r\nContent-Encoding: {coding}\r\nTransfer-Encoding: chunked")).Title);

    [Fact]
    public void Chunks_are_joined()
    {
        var chunked = Warc.Chunked(TemporaryFolder.Gzip(Encoding.UTF8.GetBytes(Warc.Page())), 100);
        Assert.Equal("Bridge closed", ReadOne(Warc.Response("https://herald.example/1", chunked, "content-type: TEXT/HTML\r\ntransfer-encoding: Chunked\r\ncontent-encoding: GZIP")).Title);
    }

    [Theory]
    [InlineData("text/html; charset=windows-1251", "windows-1251")]
    [InlineData("text/html;charset=\"koi8-r\"", "koi8-r")]
    [InlineData("text/html; charset=utf-8", "utf-8")]
    public void The_encoding_is_that_of_the_header(string type, string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page = Encoding.GetEncoding(encoding).GetBytes(Warc.Page("Мост закрыт"));
        Assert.Equal("Мост закрыт", ReadOne(Warc.Response("https://herald.example/1", page, $"Content-Type: {type}")).Title);
    }

    [Theory]
    [InlineData("<https://herald.example/1>", "https://herald.example/1")]
    [InlineData("https://herald.example/a b", "https://herald.example/a%20b")]
    [InlineData("no address", "no address")]
    [InlineData("urn:x:y", "urn:x:y")]
    public void Addresses_are_kept_also_bad_ones(string uri, string url) => Assert.Equal(url, ReadOne(Warc.Response(uri, Warc.Page())).Url);

    [Theory]
    [InlineData("https://www.herald.example/true", "https://www.herald.example/true")]
    [InlineData("https://other.example/true", "https://herald.example/1?x=2")]
    public void A_page_says_its_own_address_only_where_it_was_found(string canonical, string url)
    {
        var page = Warc.Page().Replace("<head>", $"<head><link rel=\"canonical\" href=\"{canonical}\">");
        Assert.Equal(url, ReadOne(Warc.Response("https://herald.example/1?x=2", page)).Url);
    }

    [Theory]
    [InlineData("404 Not Found", "text/html")]
    [InlineData("301 Moved", "text/html")]
    [InlineData("200 OK", "text/css")]
    [InlineData("200 OK", "image/png")]
    public void What_is_no_page_is_passed_over(string status, string type)
    {
        byte[] archive = [.. Warc.Response("https://herald.example/0", Warc.Page(), $"Content-Type: {type}", status), .. Warc.Response("https://herald.example/1", Warc.Page())];
        Assert.Equal("a-2", Assert.Single(Read(folder.Write("a.warc", archive))).Article?.Document);
    }

    [Fact]
    public void A_page_without_a_content_type_is_known_by_how_it_starts()
    {
        byte[] archive =
        [
            .. Warc.Response("https://herald.example/1", "  " + Warc.Page(), "Server: x"),
            .. Warc.Response("https://herald.example/2", "body { color: red }", "Server: x"),
        ];
        Assert.Equal("a-1", Assert.Single(Read(folder.Write("a.warc", archive))).Article?.Document);
    }

    [Fact]
    public void A_header_may_go_over_lines_and_a_record_may_end_in_line_feeds_only()
    {
        var page = Warc.Page();
        var archive = $"WARC/1.0\nWARC-Type:\n response\nWARC-Target-URI: https://herald.example/1\nContent-Type: application/http;\n\tmsgtype=response\nContent-Length: {page.Length + 41}\n\nHTTP/1.1 200 OK\nContent-Type: text/html\n\n{page}\n\nWARC/1.0\nWARC-Type: metadata\nContent-Length: 0\n\n\n\n";
        Assert.Equal("Bridge closed", Assert.Single(Read(folder.Write("a.warc", archive))).Article?.Title);
    }

    [Fact]
    public void A_revisit_of_a_page_of_the_archive_is_no_loss_and_one_of_another_is_told()
    {
        byte[] archive =
        [
            .. Warc.Response("https://herald.example/1", Warc.Page(), more: "WARC-Payload-Digest: sha1:AAA\r\n"),
            .. Warc.Record("revisit", [], "https://herald.example/1"),
            .. Warc.Record("revisit", [], "https://herald.example/2", more: "WARC-Payload-Digest: sha1:AAA\r\n"),
        ];
        Assert.Null(Assert.Single(Read(folder.Write("a.warc", archive))).Problem);
        archive = [.. archive, .. Warc.Record("revisit", [], "https://herald.example/3"), .. Warc.Record("revisit", [], "https://herald.example/4")];
        Assert.Equal(
            $"2 of its records say that a page is as it was before and hold none, and the page before is not in this archive; the first is record 4 at byte {archive.Length - (2 * Warc.Record("revisit", [], "https://herald.example/3").Length):N0}, https://herald.example/3. Read the archive that has them, too.",
            Read(folder.Write("a.warc", archive))[1].Problem);
    }

    [Fact]
    public void An_archive_is_read_as_it_comes()
    {
        var record = Warc.Response("https://herald.example/1", Warc.Page());
        using var input = new EndlessStream(record);
        Assert.Equal(50, new ArticleReader(input, standardInputKind: "warc").Read(["-"]).Take(50).Count(result => result.Article is not null));
        Assert.True(input.Given < 1 << 20);
    }

    private Article ReadOne(byte[] archive)
    {
        var result = Assert.Single(Read(folder.Write("a.warc", archive)));
        Assert.Null(result.Problem);
        return result.Article!;
    }

    private static ReadResult[] Read(string path) => [.. new ArticleReader(Stream.Null).Read([path])];
}
