using System.Net;
using System.Text;
using Inquit.Reading;
using Inquit.Reading.Fetching;
using Xunit;

namespace Inquit.Tests;

/// <summary>What is fetched from the web, and what is refused; the web is a server on this machine.</summary>
public sealed class FetchTests : IDisposable
{
    private static readonly FetchOptions Private = new() { AllowPrivate = true, Timeout = TimeSpan.FromSeconds(10) };
    private readonly LoopbackServer server = new();

    public void Dispose() => server.Dispose();

    [Fact]
    public void A_page_becomes_an_article()
    {
        server.Give("/news/1.html?x=1", Warc.Page());
        var article = Assert.Single(Read(server.At("/news/1.html?x=1"))).Article!;
        Assert.Equal(("Bridge closed", server.At("/news/1.html?x=1"), server.At("/news/1.html?x=1")), (article.Title, article.Url, article.Document));
        Assert.Equal($"{Warc.Sentence}\n\n{Warc.Sentence}", article.Text);
    }

    [Fact]
    public void Requests_say_who_asks_and_keep_no_cookies()
    {
        server.Give("/1", Warc.Page(), more: "Set-Cookie: a=b\r\n");
        Assert.All(Read([server.At("/1"), server.At("/1")], Private with { Contact = "https://example.org/about" }), result => Assert.NotNull(result.Article));
        Assert.Equal(3, server.Requests.Length);
        Assert.All(server.Requests, request => Assert.Contains("User-Agent: Inquit/0.1.0 (+https://example.org/about)\r\n", request));
        Assert.All(server.Requests, request => Assert.DoesNotContain("Cookie", request));
    }

    [Theory]
    [InlineData("text/html", "<!DOCTYPE html><html><head><title>T</title></head><body><p>PAGE</p></body></html>")]
    [InlineData("text/plain", "<!DOCTYPE html><html><head><title>T</title></head><body><p>PAGE</p></body></html>")]
    [InlineData("application/octet-stream", "<html><head><title>T</title></head><body><p>PAGE</p></body></html>")]
    [InlineData("text/plain; charset=utf-8", "date 2024-05-14\nTEXT")]
    [InlineData("application/octet-stream", "TEXT")]
    [InlineData("application/json", "{\"text\":\"TEXT\"}")]
    [InlineData("text/plain", "[{\"text\":\"TEXT\"}]")]
    [InlineData("application/x-ndjson", "{\"text\":\"TEXT\"}\n")]
    [InlineData("application/json", "{\"text\":\"TEXT\"}\n{\"text\":\"TEXT\"}")]
    [InlineData("application/rss+xml", "<rss><channel><item><description>TEXT</description></item></channel></rss>")]
    [InlineData("text/html", "<?xml version=\"1.0\"?><rss><channel><item><description>TEXT</description></item></channel></rss>")]
    [InlineData("text/xml", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><content>TEXT</content></entry></feed>")]
    [InlineData("application/json", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"content_text\":\"TEXT\"}]}")]
    public void What_comes_is_told_by_its_type_and_its_bytes(string type, string body)
    {
        server.Give("/x", body.Replace("PAGE", Warc.Sentence + "</p><p>" + Warc.Sentence), type);
        Assert.All(Read(server.At("/x")), result => Assert.Contains(body.Contains("PAGE") ? Warc.Sentence : "TEXT", result.Article?.Text ?? result.Problem));
    }

    [Theory]
    [InlineData("image/png", "It is image/png, which holds no article.")]
    [InlineData("application/pdf", "It is application/pdf, which holds no article.")]
    [InlineData("application/octet-stream", "It is of no kind that the server names, which holds no article.")]
    public void What_holds_no_article_is_refused(string type, string problem)
    {
        server.Give("/x", [0x89, 0x50, 0x4E, 0x47, 0, 0], type);
        Assert.Equal(problem, ProblemOf("/x"));
    }

    [Theory]
    [InlineData("/a.warc.gz", "application/warc")]
    [InlineData("/a.warc", "application/octet-stream")]
    [InlineData("/a.warc.gz", "application/gzip")]
    public void An_archive_is_read(string path, string type)
    {
        var record = Warc.Response("https://herald.example/1", Warc.Page());
        server.Give(path, path.EndsWith(".gz") ? TemporaryFolder.Gzip(record) : record, type);
        Assert.Equal("https://herald.example/1", Assert.Single(Read(server.At(path))).Article?.Url);
    }

    [Fact]
    public void The_encoding_of_the_header_is_believed()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        server.Give("/1", Encoding.GetEncoding("windows-1251").GetBytes(Warc.Page("Мост закрыт")), "text/html; charset=windows-1251");
        Assert.Equal("Мост закрыт", Assert.Single(Read(server.At("/1"))).Article?.Title);
    }

    [Fact]
    public void Entries_of_a_feed_are_read_from_it_where_it_has_all_and_from_their_pages_where_not()
    {
        var whole = string.Join("", Enumerable.Repeat($"<p>{Warc.Sentence}</p>", 8));
        server.Give("/feed.xml", $"""
            <rss><channel><title>The Herald</title>
            <item><title>Whole</title><link>{server.At("/whole")}</link><guid>w1</guid><description><![CDATA[{whole}]]></description><pubDate>Tue, 14 May 2024 12:00:00 GMT</pubDate></item>
            <item><title>Teaser</title><link>{server.At("/teaser")}</link><description>Read more.</description><pubDate>Wed, 15 May 2024 12:00:00 GMT</pubDate></item>
            <item><title>Gone</title><link>{server.At("/gone")}</link><description>Read more.</description></item>
            </channel></rss>
            """, "application/rss+xml");
        server.Give("/teaser", Warc.Page("From the page"));
        var results = Read(server.At("/feed.xml"));
        Assert.Equal(["w1", server.At("/teaser"), null], results.Select(result => result.Article?.Document));
        Assert.Equal(("Whole", "The Herald", new DateOnly(2024, 5, 14)), (results[0].Article!.Title, results[0].Article!.Outlet, results[0].Article!.Published));
        Assert.Equal(("From the page", "The Herald", new DateOnly(2024, 5, 15), server.At("/teaser")), (results[1].Article!.Title, results[1].Article!.Outlet, results[1].Article!.Published, results[1].Article!.Url));
        Assert.Equal(($"{server.At("/feed.xml")}: entry 3, {server.At("/gone")}", "The server answered 404 Not Found."), (results[2].Source, results[2].Problem));
        Assert.Equal(["/feed.xml", "/teaser", "/gone"], server.Paths);
    }

    [Fact]
    public void Redirects_are_followed_five_times()
    {
        server.Give("/0", Warc.Page());
        for (var hop = 1; hop <= 6; hop++)
        {
            server.Redirect($"/{hop}", $"/{hop - 1}", hop % 2 == 0 ? "301 Moved Permanently" : "307 Temporary Redirect");
        }

        Assert.Equal(server.At("/0"), Assert.Single(Read(server.At("/5"))).Article?.Url);
        Assert.Equal($"It leads on more than 5 times, the last time to {server.At("/0")}.", ProblemOf("/6"));
    }

    [Theory]
    [InlineData("file:///etc/passwd", "Only http and https are fetched, not file.")]
    [InlineData("ftp://example.org/", "Only http and https are fetched, not ftp.")]
    [InlineData("gopher://127.0.0.1/", "Only http and https are fetched, not gopher.")]
    [InlineData("http://me:secret@example.org/", "The address has a name or password in it, which would be shown to others. Leave it out.")]
    public void Other_addresses_are_refused_also_after_a_redirect(string address, string problem)
    {
        server.Redirect("/1", address);
        Assert.Equal($"It leads to {new Uri(address)}. {problem}", ProblemOf("/1"));
        Assert.Contains(address.StartsWith("file") ? "This is no address." : problem, Assert.Single(Read(address)).Problem);
    }

    [Theory]
    [InlineData("http://")]
    [InlineData("https://?")]
    [InlineData("://x")]
    public void What_is_no_address(string address) => Assert.StartsWith("This is no address.", Assert.Single(Read(address)).Problem);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("0x7f.1")]
    [InlineData("2130706433")]
    [InlineData("0177.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("192.0.2.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("[::1]")]
    [InlineData("[::]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:8.8.8.8]")]
    [InlineData("[64:ff9b::7f00:1]")]
    [InlineData("[2002:7f00:1::]")]
    [InlineData("[2001:0:53aa:64c::1]")]
    [InlineData("[2001:db8::1]")]
    [InlineData("[fe80::1]")]
    [InlineData("[fc00::1]")]
    [InlineData("[ff02::1]")]
    [InlineData("[5f00::1]")]
    public void Addresses_that_are_not_public_are_refused(string host)
    {
        using var fetcher = new WebFetcher();
        var problem = Assert.Single(new ArticleReader(Stream.Null, fetcher: fetcher).Read([$"http://{host}:{server.Port}/"])).Problem!;
        Assert.Contains("which is no address of the public internet. Give --allow-private if you mean a server of your own network.", problem);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("100.128.0.1")]
    [InlineData("172.32.0.1")]
    [InlineData("192.0.1.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("2a00:1450:4001:80e::200e")]
    public void Public_addresses_are_public(string address) => Assert.True(PublicAddress.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public void A_name_is_refused_by_what_it_stands_for()
    {
        Assert.Equal(
            "inside.example is at 10.0.0.5, which is no address of the public internet. Give --allow-private if you mean a server of your own network.",
            Assert.Single(Read(["http://inside.example/"], new FetchOptions(), new Network((_, _) => Task.FromResult(new[] { IPAddress.Parse("10.0.0.5"), IPAddress.IPv6Loopback }), PublicAddress.IsPublic))).Problem);
    }

    [Theory]
    [InlineData("http://10.0.0.5/secret")]
    [InlineData("http://inside.example/secret")]
    [InlineData("http://[::1]/secret")]
    public void A_public_server_cannot_lead_inside(string inside)
    {
        server.Redirect("/1", inside);
        var problem = Assert.Single(Read([server.At("/1", "outside.example")], new FetchOptions(), Outside)).Problem;
        Assert.Contains("which is no address of the public internet.", problem);
        Assert.Equal(["/1"], server.Paths);
    }

    [Fact]
    public void A_server_whose_robots_file_leads_inside_is_not_followed_there()
    {
        server.Redirect("/robots.txt", "http://inside.example/robots.txt");
        Assert.Contains("inside.example is at 10.0.0.5", Assert.Single(Read([server.At("/1", "outside.example")], new FetchOptions(), Outside)).Problem);
        Assert.Empty(server.Paths);
    }

    [Fact]
    public void Of_several_addresses_only_the_public_ones_are_asked()
    {
        server.Give("/1", Warc.Page());
        var both = new Network((_, _) => Task.FromResult(new[] { IPAddress.Parse("10.0.0.5"), IPAddress.Loopback }), IPAddress.IsLoopback);
        Assert.NotNull(Assert.Single(Read([server.At("/1", "both.example")], new FetchOptions(), both)).Article);
    }

    [Fact]
    public void A_name_that_does_not_exist() =>
        Assert.Equal(
            "There is no server of that name, or it cannot be found now. Check the address.",
            Assert.Single(Read(["http://nowhere.example/"], Private, new Network((_, _) => Task.FromResult(Array.Empty<IPAddress>()), PublicAddress.IsPublic))).Problem);

    [Fact]
    public void A_server_that_is_not_there() => Assert.StartsWith("The server could not be reached, or broke off: ", Assert.Single(Read("http://127.0.0.1:1/")).Problem);

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public void A_small_answer_that_unpacks_to_a_large_one(string coding)
    {
        var zeros = new byte[50_000_000];
        server.Give("/1", coding == "br" ? Warc.Packed(zeros, Warc.Brotli) : TemporaryFolder.Gzip(zeros), more: $"Content-Encoding: {coding}\r\n");
        Assert.Equal("It holds more than 15,728,640 bytes, the most that is fetched. Save it as a file.", ProblemOf("/1"));
    }

    [Fact]
    public void An_answer_without_end()
    {
        server.Answers["/1"] = async stream =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"u8.ToArray());
            while (true)
            {
                await stream.WriteAsync(new byte[1 << 16]);
            }
        };
        Assert.Equal("It holds more than 15,728,640 bytes, the most that is fetched. Save it as a file.", ProblemOf("/1"));
    }

    [Fact]
    public void A_header_without_end()
    {
        server.Answers["/1"] = async stream =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray());
            while (true)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"X: {new string('x', 1000)}\r\n"));
            }
        };
        Assert.StartsWith("The server could not be reached, or broke off: ", ProblemOf("/1"));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\n")]
    [InlineData("")]
    public void An_answer_that_comes_too_slowly(string start)
    {
        server.Answers["/1"] = async stream =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(start));
            for (var i = 0; i < 200; i++)
            {
                await stream.WriteAsync("x"u8.ToArray());
                await Task.Delay(50);
            }
        };
        Assert.Equal("It was not all there within 0.5 seconds. Try again later.", Assert.Single(Read([server.At("/1")], Private with { Timeout = TimeSpan.FromSeconds(0.5) })).Problem);
    }

    [Fact]
    public void An_answer_that_breaks_off()
    {
        server.Answers["/1"] = stream => stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<html>"u8.ToArray()).AsTask();
        Assert.StartsWith("The server could not be reached, or broke off: ", ProblemOf("/1"));
    }

    [Fact]
    public void An_empty_answer()
    {
        server.Give("/1", "");
        Assert.Equal("The server sent nothing.", ProblemOf("/1"));
    }

    [Fact]
    public void An_error_is_told()
    {
        server.Give("/1", Warc.Page(), status: "503 Service Unavailable");
        Assert.Equal("The server answered 503 Service Unavailable.", ProblemOf("/1"));
    }

    [Fact]
    public void Robots_rules_are_kept_and_asked_for_once()
    {
        server.Give("/robots.txt", "User-agent: *\nDisallow: /private/\nAllow: /private/open", "text/plain");
        server.Give("/1", Warc.Page());
        server.Give("/private/open", Warc.Page());
        var results = Read([server.At("/private/2"), server.At("/1"), server.At("/private/open")], Private);
        Assert.Equal($"The server's robots.txt asks programs not to read this ({server.At("/robots.txt")}). Save the page from a browser.", results[0].Problem);
        Assert.All(results[1..], result => Assert.NotNull(result.Article));
        Assert.Equal(["/1", "/private/open"], server.Paths);
        Assert.Single(server.Requests, request => request.StartsWith("GET /robots.txt"));
    }

    [Fact]
    public void Robots_rules_hold_after_a_redirect()
    {
        server.Give("/robots.txt", "User-agent: inquit\nDisallow: /b", "text/plain");
        server.Redirect("/a", "/b");
        Assert.StartsWith("The server's robots.txt asks", ProblemOf("/a"));
        Assert.Equal(["/a"], server.Paths);
    }

    [Fact]
    public void A_server_that_cannot_give_its_robots_rules_is_left_alone()
    {
        server.Give("/robots.txt", "", status: "500 Oh");
        Assert.StartsWith("The server did not give its robots.txt", ProblemOf("/1"));
        Assert.Empty(server.Paths);
    }

    [Fact]
    public void A_robots_file_without_end_is_read_as_far_as_it_must_be()
    {
        server.Answers["/robots.txt"] = async stream =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /no\n"u8.ToArray());
            while (true)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(new string('#', 1 << 16)));
            }
        };
        server.Give("/1", Warc.Page());
        Assert.NotNull(Assert.Single(Read(server.At("/1"))).Article);
        Assert.StartsWith("The server's robots.txt asks", ProblemOf("/no"));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("x)\r\nX: y")]
    [InlineData("é")]
    public void A_contact_that_does_not_fit_in_a_header_is_the_callers_mistake(string contact) => Assert.Throws<ArgumentException>(() => new FetchOptions { Contact = contact });

    /// <summary>A network in which this machine's own address is public, and inside.example is not.</summary>
    private static Network Outside => new((host, _) => Task.FromResult(new[] { host == "inside.example" ? IPAddress.Parse("10.0.0.5") : IPAddress.Loopback }), address => address.Equals(IPAddress.Loopback));

    private string? ProblemOf(string path) => Assert.Single(Read(server.At(path))).Problem;

    private static ReadResult[] Read(string address) => Read([address], Private);

    private static ReadResult[] Read(string[] addresses, FetchOptions options, Network? network = null)
    {
        using var fetcher = new WebFetcher(options, TimeProvider.System, network ?? Network.Real);
        return [.. new ArticleReader(Stream.Null, fetcher: fetcher).Read(addresses)];
    }
}
