using System.Text;
using Inquit.Reading;
using Xunit;

namespace Inquit.Tests;

/// <summary>What is mended, and into what.</summary>
public class BrokenFeedTests
{
    [Theory]
    [InlineData("AT&T", "AT&amp;T")]
    [InlineData("a & b", "a &amp; b")]
    [InlineData("&nosuch; &", "&amp;nosuch; &amp;")]
    [InlineData("caf&eacute;&nbsp;&hellip;", "café\u00A0…")]
    [InlineData("&#150;&#x91;", "–‘")]
    [InlineData("&#xD83D;&#xDE00;", "😀")]
    [InlineData("&#0;&#x110000;&#99999999999;", "\uFFFD\uFFFD\uFFFD")]
    [InlineData("a\u0001\u000Bb&#2;c", "abc")]
    [InlineData("1 < 2 <3", "1 &lt; 2 &lt;3")]
    public void Characters(string written, string read)
    {
        Assert.Equal(read, Feeds.Item($"<title>{written}</title>").Title?.Html);
        Assert.Equal(read, Feeds.Entry($"<title>{written}</title>").Title?.Html);
    }

    [Fact]
    public void Prefixes_that_were_not_declared() =>
        Assert.Equal(("Ana", "Text"), (Feeds.Item("<dc:creator>Ana</dc:creator>").Author, Feeds.Item("<content:encoded>Text</content:encoded>").Content?.Html));

    [Theory]
    [InlineData("<item><title>One<item><title>Two</title></item>")]
    [InlineData("<item><title>One</title><item><title>Two")]
    [InlineData("<item><title>One</item><item><title>Two</title></item>")]
    [InlineData("<item><TITLE>One</title></ITEM></b></entry><item><title>Two</title></item>")]
    [InlineData("<item><title>One</title><author><item><title>Two</title></item>")]
    [InlineData("<item><title>One</title><link>https://x.example<item><title>Two</title></item>")]
    [InlineData("<item><title xmlns:a='b' xmlns:c='d'>One<item xmlns:e='f'><title>Two</title></item>")]
    [InlineData("<item><title>One</title></item><item <title>Two</title></item>")]
    [InlineData("<item><title>One</title x></item><item a='<' b=\" c><title>Two</title></item>")]
    public void Elements_that_were_not_closed(string items) =>
        Assert.Equal(["One", "Two"], Feeds.Read($"<rss><channel>{items}</channel></rss>").Entries.Select(entry => entry.Title?.Html));

    [Fact]
    public void A_link_that_was_not_closed()
    {
        var entry = Feeds.Item("<link>https://x.example/<title>One</title>");
        Assert.Equal(("https://x.example/", "One"), (entry.Link, entry.Title?.Html));
    }

    [Fact]
    public void Markup_that_was_not_escaped() =>
        Assert.Equal("A <b>bridge</b><br>and a road", Feeds.Item("<description>A <b>bridge</b><br>and a road</description>").Summary?.Html);

    [Fact]
    public void What_stands_before_and_after_the_feed_is_passed_over()
    {
        Assert.Equal("H", Feeds.Read("\n\uFEFF Warning: line 3\n<br /><?xml version='1.0'?><rss><channel><title>H</title></channel></rss> <!-- 12 ms --> <script>x").Title?.Html);
        Assert.Equal("H", Feeds.Read("<!-- a -- b --><?php x ?><rss><channel><title>H<!-- c --></title></channel></rss>").Title?.Html);
    }

    [Fact]
    public void A_section_or_comment_without_an_end()
    {
        var feed = Feeds.Result("<rss><channel><item><title>One</title></item><item><title><![CDATA[Two</title></item></channel></rss>");
        Assert.Equal("One", Assert.Single(feed.Feed!.Entries).Title?.Html);
        Assert.Equal("The feed breaks off in entry 2: 1 whole entry was read, what follows is missing. Get it again.", feed.Problem);
        Assert.Equal("Two", Feeds.Item("<title><!-- One >Two</title>").Title?.Html);
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-8", "iso-8859-1")]
    [InlineData("utf-8", "us-ascii")]
    [InlineData("utf-8", "nonsense")]
    [InlineData("utf-8", "utf-16")]
    [InlineData("utf-8", null)]
    [InlineData("windows-1252", "windows-1252")]
    [InlineData("windows-1252", "ISO-8859-1")]
    [InlineData("windows-1252", "utf-8")]
    [InlineData("windows-1252", null)]
    [InlineData("utf-16", "utf-16")]
    [InlineData("utf-16", "utf-8")]
    [InlineData("utf-16BE", null)]
    [InlineData("utf-32", null)]
    public void Encodings_and_what_is_said_of_them(string encoding, string? label)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var declaration = label is null ? "" : $"<?xml version='1.0' encoding='{label}'?>";
        var text = $"{declaration}<rss><channel><title>Zoë’s “café”</title></channel></rss>";
        Assert.Equal("Zoë’s “café”", Feeds.Result(bytes.GetBytes(text)).Feed?.Title?.Html);
        Assert.Equal("Zoë’s “café”", Feeds.Result([.. bytes.GetPreamble(), .. bytes.GetBytes(text)]).Feed?.Title?.Html);
    }

    [Theory]
    [InlineData("euc-kr", "euc-kr", "한국어 뉴스")]
    [InlineData("gb2312", "gb2312", "中文新闻")]
    [InlineData("shift_jis", "Shift_JIS", "日本のニュース")]
    [InlineData("koi8-r", "koi8-r", "Новости дня")]
    [InlineData("windows-1251", "windows-1251", "Новости дня")]
    [InlineData("utf-8", "gb2312", "中文新闻 今天")]
    [InlineData("utf-8", "windows-1251", "Новости дня")]
    [InlineData("utf-8", "euc-kr", "News…")]
    [InlineData("euc-kr", "euc-kr", "년")]
    public void Encodings_of_other_scripts(string encoding, string label, string title)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        Assert.Equal(title, Feeds.Result(bytes.GetBytes($"<?xml version=\"1.0\" encoding=\"{label}\"?><rss><channel><title>{title}</title></channel></rss>")).Feed?.Title?.Html);
    }

    [Fact]
    public void The_sender_s_word_counts_where_the_feed_says_nothing()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("koi8-r")!.GetBytes("<rss><channel><title>Новости</title></channel></rss>");
        Assert.Equal("Новости", Feeds.Result(bytes, charset: "koi8-r").Feed?.Title?.Html);
    }

    [Fact]
    public void Two_encodings_in_one_text() =>
        Assert.Equal("é and é", Feeds.Result([.. "<rss><channel><title>é and "u8, 0xE9, .. "</title></channel></rss>"u8]).Feed?.Title?.Html);

    [Theory]
    [InlineData(new byte[] { }, null, "")]
    [InlineData(new byte[] { 0x61, 0xE2, 0x82 }, null, "a\uFFFD")]
    [InlineData(new byte[] { 0x80, 0xFF }, null, "€ÿ")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0xC3, 0xA9 }, "koi8-r", "é")]
    [InlineData(new byte[] { 0xB3, 0xE2 }, " EUC-KR ", "년")]
    [InlineData(new byte[] { 0x41 }, "utf-7", "A")]
    public void Bytes_become_text(byte[] bytes, string? label, string text) => Assert.Equal(text, LabelledText.Decode(bytes, label));
}
