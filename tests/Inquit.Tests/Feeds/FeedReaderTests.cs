using Inquit.Reading.Feeds;
using Xunit;

namespace Inquit.Tests;

/// <summary>Each format and module, as its specification says.</summary>
public class FeedReaderTests
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 14, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Rss_2()
    {
        var feed = Feeds.Read(
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
              <channel>
                <title>The Herald</title><link>https://herald.example/</link><description>News of Norland</description>
                <language>en-gb</language><managingEditor>ana@herald.example (Ana Ruiz)</managingEditor>
                <pubDate>Tue, 14 May 2024 12:00:00 GMT</pubDate><lastBuildDate>Tue, 14 May 2024 14:00:00 +0200</lastBuildDate>
                <image><title>Logo</title><url>logo.png</url><link>https://logo.example/</link></image>
                <item>
                  <title>Bridge &amp;amp; road</title><link>https://herald.example/1</link><guid isPermaLink="false">n1</guid>
                  <description>A &lt;b&gt;bridge&lt;/b&gt;</description><author>Tom Brandt &lt;tom@herald.example&gt;</author>
                  <pubDate>Tue, 14 May 2024 07:00:00 EST</pubDate>
                  <content:encoded><![CDATA[<p>A long text.</p>]]></content:encoded>
                  <source url="https://other.example"><title>Other</title></source>
                </item>
              </channel>
            </rss>
            """);
        Assert.Equal(
            new Feed
            {
                Title = new("The Herald"),
                Subtitle = new("News of Norland"),
                Summary = new("News of Norland"),
                Link = "https://herald.example/",
                Author = "Ana Ruiz",
                Language = "en-gb",
                Published = Noon,
                Updated = Noon,
                Entries = feed.Entries,
            },
            feed);
        Assert.Equal(
            new FeedEntry
            {
                Id = "n1",
                Title = new("Bridge &amp; road"),
                Link = "https://herald.example/1",
                Author = "Tom Brandt",
                Published = Noon,
                Summary = new("A <b>bridge</b>"),
                Content = new("<p>A long text.</p>"),
            },
            Assert.Single(feed.Entries));
    }

    [Fact]
    public void Atom_1()
    {
        var feed = Feeds.Read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://herald.example/a/">
              <title type="html">The &lt;i&gt;Herald&lt;/i&gt;</title><subtitle>1 &lt; 2</subtitle><id>tag:herald.example,2024:feed</id>
              <link rel="self" href="feed.xml"/><link href="/"/><updated>2024-05-14T14:00:00+02:00</updated>
              <author><name>Ana Ruiz</name><email>ana@herald.example</email></author>
              <entry xml:lang="de">
                <id>tag:herald.example,2024:1</id><title>One</title><link rel="enclosure" href="a.mp3"/><link rel="alternate" href="1.html"/>
                <published>2024-05-14T12:00:00Z</published><updated>2024-05-14T12:00:00.5Z</updated>
                <summary type="text">In &lt;short&gt;</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">See <a href="2.html">two</a> &amp; <em>three</em></div></content>
                <author><name>Tom Brandt</name></author><author><name>Ida Sol</name></author>
                <contributor><name>Nobody</name></contributor>
              </entry>
              <entry><id>2</id><source><title>Not mine</title><id>3</id></source></entry>
            </feed>
            """);
        Assert.Equal(("The <i>Herald</i>", "1 &lt; 2"), (feed.Title?.Html, feed.Subtitle?.Html));
        Assert.Equal(("https://herald.example/", "tag:herald.example,2024:feed", "Ana Ruiz", "en"), (feed.Link, feed.Id, feed.Author, feed.Language));
        Assert.Equal((null, Noon), (feed.Published, feed.Updated));
        var entry = feed.Entries[0];
        Assert.Equal(("One", "https://herald.example/a/1.html", "Tom Brandt; Ida Sol", "de"), (entry.Title?.Html, entry.Link, entry.Author, entry.Language));
        Assert.Equal((Noon, Noon.AddMilliseconds(500)), (entry.Published, entry.Updated));
        Assert.Equal("In &lt;short&gt;", entry.Summary?.Html);
        Assert.Equal("<div>See <a href=\"https://herald.example/a/2.html\">two</a> &amp; <em>three</em></div>", entry.Content?.Html);
        Assert.Equal("See two & three", entry.Content?.Text);
        Assert.Equal(("2", null, "Ana Ruiz"), (feed.Entries[1].Id, feed.Entries[1].Title, feed.Entries[1].Author));
    }

    [Fact]
    public void An_Atom_entry_alone() =>
        Assert.Equal("One", Assert.Single(Feeds.Read("<entry xmlns='http://www.w3.org/2005/Atom'><title>One</title></entry>").Entries).Title?.Html);

    [Fact]
    public void Atom_03()
    {
        var feed = Feeds.Read(
            """
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="escaped" type="text/html">&lt;b&gt;H&lt;/b&gt;</title><tagline>T</tagline>
            <modified>2024-05-14T12:00:00Z</modified><entry><title mode="base64">T25l</title><issued>2024-05-14T12:00:00Z</issued></entry></feed>
            """);
        Assert.Equal(("<b>H</b>", "T", Noon), (feed.Title?.Html, feed.Subtitle?.Html, feed.Updated));
        Assert.Equal(("One", Noon), (feed.Entries[0].Title?.Html, feed.Entries[0].Published));
    }

    [Theory]
    [InlineData("http://purl.org/rss/1.0/")]
    [InlineData("http://my.netscape.com/rdf/simple/0.9/")]
    public void Rdf(string name)
    {
        var feed = Feeds.Read(
            $"""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="{name}">
              <channel rdf:about="https://herald.example/rdf"><title>H</title><link>https://herald.example/</link>
                <items><rdf:Seq><rdf:li rdf:resource="https://herald.example/1"/></rdf:Seq></items></channel>
              <image><title>Logo</title></image>
              <item rdf:about="https://herald.example/1"><title>One</title><dc:creator>Ana Ruiz</dc:creator><dc:date>2024-05-14T12:00Z</dc:date></item>
              <textinput><title>Search</title></textinput>
            </rdf:RDF>
            """);
        Assert.Equal(("H", "https://herald.example/rdf"), (feed.Title?.Html, feed.Id));
        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("https://herald.example/1", "One", "Ana Ruiz", Noon, Noon), (entry.Id, entry.Title?.Html, entry.Author, entry.Published, entry.Updated));
    }

    [Theory]
    [InlineData("0.91")]
    [InlineData("0.92")]
    public void Rss_of_old(string version)
    {
        var feed = Feeds.Read(
            $"""
            <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd" [ <!ENTITY x "]>"> ]>
            <rss version="{version}"><channel><title>H&eacute;rault</title><item><title>One</title></item><item><title>Two</title></item></channel></rss>
            """);
        Assert.Equal("Hérault", feed.Title?.Html);
        Assert.Equal(["One", "Two"], feed.Entries.Select(entry => entry.Title?.Html));
    }

    [Fact]
    public void Cdf()
    {
        var feed = Feeds.Read(
            """
            <CHANNEL HREF="https://herald.example/" LASTMOD="2024-05-14T12:00Z"><TITLE>H</TITLE><ABSTRACT>News</ABSTRACT>
            <ITEM HREF="https://herald.example/1"><TITLE>One</TITLE><ABSTRACT>About</ABSTRACT></ITEM></CHANNEL>
            """);
        Assert.Equal(("H", "News", "https://herald.example/", Noon), (feed.Title?.Html, feed.Subtitle?.Html, feed.Link, feed.Updated));
        Assert.Equal(("One", "About", "https://herald.example/1"), (feed.Entries[0].Title?.Html, feed.Entries[0].Summary?.Html, feed.Entries[0].Link));
    }

    [Theory]
    [InlineData("https://jsonfeed.org/version/1", "\"author\":{\"name\":\"Ana Ruiz\",\"url\":\"https://ana.example\"}")]
    [InlineData("https://jsonfeed.org/version/1.1", "\"authors\":[{\"name\":\"Ana Ruiz\"},{\"avatar\":\"a.png\"}]")]
    public void Json(string version, string author)
    {
        var feed = Feeds.Read(
            $$"""
            {"version":"{{version}}","title":"A & <B>","home_page_url":"https://herald.example/","feed_url":"https://herald.example/feed.json","description":"News",
             "language":"en-GB",{{author}},"_x":{"y":[1,{"items":[]}]},
             "items":[{"id":1,"url":"/1","title":"One","content_html":"<p onclick='x()'>Text <a href='2'>2</a></p>","summary":"S","date_published":"2024-05-14T14:00:00+02:00"},
                      {"id":"2","content_text":"1 < 2","date_modified":"2024-05-14T12:00:00Z","authors":[{"name":"Tom"},{"name":"Ida"}]}]}
            """);
        Assert.Equal(("A &amp; &lt;B&gt;", "News", "Ana Ruiz", "en-GB"), (feed.Title?.Html, feed.Subtitle?.Html, feed.Author, feed.Language));
        Assert.Equal(("1", "https://herald.example/1", "Ana Ruiz", Noon), (feed.Entries[0].Id, feed.Entries[0].Link, feed.Entries[0].Author, feed.Entries[0].Published));
        Assert.Equal("<p>Text <a href=\"https://herald.example/2\">2</a></p>", feed.Entries[0].Content?.Html);
        Assert.Equal(("2", "1 &lt; 2", "1 &lt; 2", "Tom; Ida"), (feed.Entries[1].Id, feed.Entries[1].Content?.Html, feed.Entries[1].Summary?.Html, feed.Entries[1].Author));
    }

    [Fact]
    public void Podcasts_and_media()
    {
        const string Declared = "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd' xmlns:media='http://search.yahoo.com/mrss/'";
        var entry = Feeds.Item("<itunes:author>Ana</itunes:author><itunes:subtitle>Less</itunes:subtitle><itunes:summary>More</itunes:summary><media:group><media:content url='x'><media:title>M</media:title></media:content></media:group>", Declared);
        Assert.Equal(("Ana", "More", "M"), (entry.Author, entry.Summary?.Html, entry.Title?.Html));
        var feed = Feeds.Read($"<rss {Declared}><channel><itunes:owner><itunes:name>Ana</itunes:name><itunes:email>a@b.example</itunes:email></itunes:owner><description>D</description><itunes:summary>S</itunes:summary></channel></rss>");
        Assert.Equal(("Ana", "D", "S"), (feed.Author, feed.Subtitle?.Html, feed.Summary?.Html));
    }

    [Fact]
    public void The_element_that_is_meant_most_closely_counts_wherever_it_stands()
    {
        const string Declared = "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:x='http://x.example/'";
        var entry = Feeds.Item("<dc:title>Second</dc:title><x:title>Alien</x:title><title>First</title><title>Third</title><dc:date>2020-01-01</dc:date><pubDate>nonsense</pubDate>", Declared);
        Assert.Equal("First", entry.Title?.Html);
        Assert.Equal(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), entry.Published);
    }

    [Fact]
    public void A_guid_is_a_link_unless_it_says_no()
    {
        Assert.Equal("https://herald.example/1", Feeds.Item("<guid>https://herald.example/1</guid>").Link);
        Assert.Equal("https://herald.example/2", Feeds.Item("<guid>https://herald.example/1</guid><link>https://herald.example/2</link>").Link);
        Assert.Null(Feeds.Item("<guid isPermaLink=' FALSE '>https://herald.example/1</guid>").Link);
        Assert.Null(Feeds.Item("<guid>n1</guid>").Link);
    }

    [Fact]
    public void Relative_addresses_count_from_the_nearest_that_is_said()
    {
        const string Item = "<item><link>1</link><description>&lt;img src='p.png'&gt;</description></item>";
        var from = new Uri("https://herald.example/a/feed.xml");
        Assert.Equal("https://herald.example/a/1", Feeds.Read($"<rss><channel>{Item}</channel></rss>", from).Entries[0].Link);
        Assert.Equal("https://b.example/c/1", Feeds.Read($"<rss xml:base='https://b.example/x'><channel xml:base='c/'>{Item}</channel></rss>", from).Entries[0].Link);
        var byLink = Feeds.Read($"<rss><channel><link>https://herald.example/</link>{Item}</channel></rss>").Entries[0];
        Assert.Equal(("https://herald.example/1", "<img src=\"https://herald.example/p.png\">"), (byLink.Link, byLink.Summary?.Html));
        Assert.Equal("1", Feeds.Read($"<rss><channel>{Item}</channel></rss>").Entries[0].Link);
        Assert.Equal(
            "<div><a href=\"https://d.example/1\">1</a></div>",
            Feeds.Entry("<content type='xhtml' xml:base='https://c.example'><div xmlns='http://www.w3.org/1999/xhtml' xml:base='https://d.example'><a href='1'>1</a></div></content>").Content?.Html);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" java\nscript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    public void A_link_that_does_something_is_none(string link) => Assert.Null(Feeds.Item($"<link>{link}</link>").Link);

    [Theory]
    [InlineData("ana@herald.example (Ana Ruiz)", "Ana Ruiz")]
    [InlineData("Ana Ruiz (ana@herald.example)", "Ana Ruiz")]
    [InlineData("Ana Ruiz <ana@herald.example>", "Ana Ruiz")]
    [InlineData("ana@herald.example", "ana@herald.example")]
    [InlineData("Ana Ruiz (Norland)", "Ana Ruiz (Norland)")]
    [InlineData("(", "(")]
    public void Names_stand_beside_addresses(string written, string name) =>
        Assert.Equal(name, Feeds.Item($"<author>{System.Security.SecurityElement.Escape(written)}</author>").Author);

    [Fact]
    public void Standard_input_and_packed_files_are_read()
    {
        using var folder = new TemporaryFolder();
        var bytes = "<rss><channel><title>H</title></channel></rss>"u8.ToArray();
        Assert.Equal("H", new FeedReader(new MemoryStream(bytes)).ReadFile("-").Feed?.Title?.Html);
        Assert.Equal("H", new FeedReader(Stream.Null).ReadFile(folder.WriteGzip("a.xml.gz", bytes)).Feed?.Title?.Html);
    }
}
