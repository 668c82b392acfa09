using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Inquit.Reading;
using Inquit.Reading.Feeds;
using Xunit;

namespace Inquit.Tests;

/// <summary>Feeds that are none, that break off, or that mean harm.</summary>
public sealed class BadFeedTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    [InlineData("\uFEFF")]
    public void An_empty_file(string text) => Fails(text, "The file is empty. There is nothing to read.");

    [Fact]
    public void A_web_page() =>
        Fails("<!DOCTYPE html><title>H</title><p>News", "This is a web page, not a feed, and it names none. Give the feed's own address or file.");

    [Theory]
    [InlineData("<!doctype html><html><head><script>'<link rel=alternate type=application/rss+xml href=x>'</script><link rel=stylesheet href=y><link rel='alternate home' type='application/rss+xml' title=News href=/feed.xml>")]
    [InlineData("<HTML><HEAD><BASE HREF='https://herald.example/a/'><LINK REL=Alternate TYPE='Application/Atom+XML; charset=utf-8' HREF='../feed.xml'></HEAD></HTML>")]
    [InlineData("<html><link rel=\"alternate\" type=\"application/feed+json\" href=\"https://herald.example/feed.xml\">")]
    public void A_web_page_that_names_its_feed(string page)
    {
        var result = Feeds.Result(page, new Uri("https://herald.example/index.html"));
        Assert.Null(result.Feed);
        Assert.Equal("This is a web page, not a feed. It names its feed: https://herald.example/feed.xml. Give that.", result.Problem);
    }

    [Fact]
    public void Other_XML() =>
        Fails("<?xml version='1.0'?><opml version='2.0'><body/></opml>", "This is XML but no feed: it starts with <opml>. Feeds start with <rss>, <feed>, <rdf:RDF> or <channel>.");

    [Theory]
    [InlineData("News of today.")]
    [InlineData("\u0089PNG\r\n\u001A\n\0\0\0\rIHDR")]
    [InlineData("<")]
    [InlineData("\0\0\0")]
    public void What_is_neither_XML_nor_JSON(string text) => Assert.NotNull(Feeds.Result(text).Problem);

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"title\":\"H\"}")]
    [InlineData("[1]")]
    [InlineData("{")]
    [InlineData("{\"a\":oops}")]
    public void Other_JSON(string json) => Fails(json, "This is JSON but no feed: it has no \"version\" of JSON Feed and no \"items\". Check the name.");

    [Fact]
    public void JSON_that_is_nested_too_deep()
    {
        var result = Feeds.Result("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\"},{\"x\":" + new string('[', 100_000));
        Assert.Equal("1", Assert.Single(result.Feed!.Entries).Id);
        Assert.StartsWith("The feed breaks off or is no JSON from line 1, byte ", result.Problem);
    }

    [Fact]
    public void A_billion_laughs()
    {
        var declarations = string.Concat(Enumerable.Range(1, 9).Select(number => $"<!ENTITY lol{number} \"{string.Concat(Enumerable.Repeat($"&lol{number - 1};", 10))}\">"));
        var feed = Feeds.Read($"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY lol0 \"lol\">{declarations}]><rss><channel><title>&lol9;</title></channel></rss>");
        Assert.Equal("&amp;lol9;", feed.Title?.Html);
    }

    [Fact]
    public void An_external_entity_of_a_file()
    {
        var secret = folder.Write("secret.txt", "the secret");
        var feed = Feeds.Read($"<!DOCTYPE rss [<!ENTITY x SYSTEM \"{new Uri(secret).AbsoluteUri}\"><!ENTITY % y SYSTEM '{secret}'>%y;]><rss><channel><title>&x;</title></channel></rss>");
        Assert.Equal("&amp;x;", feed.Title?.Html);
    }

    [Fact]
    public void An_external_entity_of_the_web()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/x.dtd";
        var feed = Feeds.Read($"<!DOCTYPE rss SYSTEM '{address}' [<!ENTITY x SYSTEM \"{address}\">]><rss xmlns:xi='http://www.w3.org/2001/XInclude'><channel><title>&x;</title><xi:include href='{address}'/></channel></rss>");
        Assert.Equal("&amp;x;", feed.Title?.Html);
        Assert.False(server.Pending());
    }

    [Fact]
    public void A_million_entries()
    {
        var text = new StringBuilder("<rss><channel>").Insert(14, "<item><title>One</title></item>", 1_000_000).ToString();
        var bytes = Encoding.UTF8.GetBytes(text + "</channel></rss>");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = Feeds.Result(bytes);
        Assert.Equal(100_000, result.Feed!.Entries.Length);
        Assert.Equal("The feed has more than 100,000 entries, the most that are read at once; those after them were not read. Split it.", result.Problem);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10L * bytes.Length);
    }

    [Fact]
    public void A_million_entries_of_JSON()
    {
        var text = new StringBuilder("{\"items\":[").Insert(10, "{\"id\":\"1\"},", 1_000_000).Append("1]}").ToString();
        var result = Feeds.Result(text);
        Assert.Equal(100_000, result.Feed!.Entries.Length);
        Assert.StartsWith("The feed has more than 100,000 entries, ", result.Problem);
    }

    [Fact]
    public void Entries_up_to_the_limit_are_read()
    {
        var options = new ReadingOptions { MaxFeedEntries = 2 };
        Assert.Null(Feeds.Result("<rss><item/><item/></rss>", null, options).Problem);
        Assert.Null(Feeds.Result("{\"items\":[{},{}]}", null, options).Problem);
        var more = Feeds.Result("<rss><item/><item/><item/></rss>", null, options);
        Assert.Equal(2, more.Feed!.Entries.Length);
        Assert.Equal("The feed has more than 2 entries, the most that are read at once; those after them were not read. Split it.", more.Problem);
    }

    [Fact]
    public void A_feed_over_the_limit()
    {
        var options = new ReadingOptions { MaxFeedBytes = 1000 };
        var bytes = TemporaryFolder.Gzip(Encoding.ASCII.GetBytes("<rss>" + new string(' ', 10_000_000)));
        var result = new FeedReader(Stream.Null, options).ReadFile(folder.Write("a.xml.gz", bytes));
        Assert.Equal("It holds more than 1,000 bytes, the most that a feed may have. Split it.", result.Problem);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadingOptions { MaxFeedBytes = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadingOptions { MaxFeedEntries = -1 });
    }

    [Theory]
    [InlineData("<x>", "</x>")]
    [InlineData("<item>", "</item>")]
    [InlineData("<author>", "</author>")]
    [InlineData("<title>", "</title>")]
    [InlineData("<x xmlns:a='b' xml:base='c/'>", "</x>")]
    public void Elements_a_hundred_thousand_deep(string start, string end)
    {
        const int Depth = 100_000;
        var clock = Stopwatch.StartNew();
        var text = new StringBuilder("<rss xml:base='https://herald.example/'><channel>").Insert(49, start, Depth).Append("<item><title>One</title></item>").ToString() + string.Concat(Enumerable.Repeat(end, Depth));
        Assert.Contains("One", Feeds.Result(text + "</channel></rss>", null, new ReadingOptions { MaxFeedEntries = 2 * Depth }).Feed!.Entries.Select(entry => entry.Title?.Html));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Markup_in_a_text_a_hundred_thousand_deep()
    {
        const int Depth = 100_000;
        var deep = string.Concat(Enumerable.Repeat("<b>", Depth)) + "One" + string.Concat(Enumerable.Repeat("</b>", Depth));
        Assert.Equal("One", Feeds.Item($"<description>{deep}</description>").Summary?.Text);
        Assert.Equal("One", Feeds.Item($"<description><![CDATA[{deep}]]></description>").Summary?.Text);
    }

    [Fact]
    public void A_million_short_addresses_that_count_from_a_long_one()
    {
        var links = string.Concat(Enumerable.Repeat("<a href=x></a>", 1_000_000));
        var text = Feeds.Read($"<rss xml:base='https://herald.example/{new string('a', 1900)}/'><channel><item><description><![CDATA[{links}]]></description></item></channel></rss>").Entries[0].Summary!.Html;
        Assert.StartsWith("<a href=\"https://herald.example/aaa", text);
        Assert.InRange(text.Length, links.Length, 10 * links.Length);
    }

    [Fact]
    public void A_feed_that_breaks_off_anywhere()
    {
        const string Item = "<item><title>One</title><description>Zoë &amp; &lt;b&gt;x&lt;/b&gt; <![CDATA[y]]></description></item>";
        var whole = Encoding.UTF8.GetBytes($"<?xml version='1.0'?><rss version='2.0'><channel><title>H</title>{Item}{Item}</channel></rss>");
        for (var length = 1; length < whole.Length - "</rss>".Length; length++)
        {
            var result = Feeds.Result(whole[..length]);
            Assert.NotNull(result.Problem);
            var entries = Encoding.UTF8.GetString(whole[..length]).Split("</item").Length - 1;
            Assert.Equal(entries, result.Feed?.Entries.Length ?? 0);
            Assert.All(result.Feed?.Entries ?? [], entry => Assert.Equal("Zoë & x y", entry.Summary?.Text));
        }
    }

    [Fact]
    public void A_feed_that_breaks_off_says_where()
    {
        const string Start = "<rss><channel><item><title>One</title></item>";
        Assert.Equal("The feed breaks off before its end: 1 whole entry was read, what follows is missing. Get it again.", Feeds.Result(Start).Problem);
        Assert.Equal("The feed breaks off in entry 2: 1 whole entry was read, what follows is missing. Get it again.", Feeds.Result(Start + "<item><title>Tw").Problem);
        Assert.Equal("The feed breaks off before its end: 0 whole entries were read, what follows is missing. Get it again.", Feeds.Result("<rss>").Problem);
    }

    [Fact]
    public void JSON_that_breaks_off_says_where()
    {
        var result = Feeds.Result("{\"title\":\"H\",\n\"items\":[{\"id\":\"1\"},{\"id\":\"2\",");
        Assert.Equal("1", Assert.Single(result.Feed!.Entries).Id);
        Assert.Equal("H", result.Feed.Title?.Html);
        Assert.Equal("The feed breaks off or is no JSON from line 2, byte 29: 1 whole entry was read, what follows is missing. Get it again.", result.Problem);
    }

    [Fact]
    public void Files_that_cannot_be_read()
    {
        var reader = new FeedReader(Stream.Null);
        Assert.Equal("There is no such file or folder. Check the name.", reader.ReadFile(folder.PathOf("a.xml")).Problem);
        Assert.Equal("This is a folder. Name the feeds in it.", reader.ReadFile(folder.Path).Problem);
        Assert.Equal("It is no whole gzip file. It was cut short or damaged; get it again.", reader.ReadFile(folder.Write("a.xml.gz", "x")).Problem);
        Assert.NotNull(reader.ReadFile("").Problem);
    }

    private static void Fails(string text, string problem)
    {
        var result = Feeds.Result(text);
        Assert.Null(result.Feed);
        Assert.Equal(problem, result.Problem);
    }
}
