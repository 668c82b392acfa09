using Inquit.Reading.Feeds;
using Inquit.Reading.Markup;
using Xunit;

namespace Inquit.Tests;

public class SafeHtmlTests
{
    private static readonly Uri From = new("https://herald.example/a/");

    [Theory]
    [InlineData("a", "a")]
    [InlineData(" <p>One<p>Two</p> ", "<p>One</p><p>Two</p>")]
    [InlineData("<b>One", "<b>One</b>")]
    [InlineData("One</b></p>", "One")]
    [InlineData("<b><i>One</b>Two</i>", "<b><i>One</i></b>Two")]
    [InlineData("<ul><li>One<li>Two</ul>", "<ul><li>One</li><li>Two</li></ul>")]
    [InlineData("One<br/>Two<BR>", "One<br>Two<br>")]
    [InlineData("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d")]
    [InlineData("&copy 2024 &amp;lt; &quot;", "© 2024 &amp;lt; \"")]
    [InlineData("<a href=b?x=1&copy=2&amp;y=3 title='\"'>x</a>", "<a href=\"https://herald.example/a/b?x=1&amp;copy=2&amp;y=3\" title=\"&quot;\">x</a>")]
    [InlineData("<img src=\"/c.png\" alt=\"a<br>b\">", "<img src=\"https://herald.example/c.png\" alt=\"a&lt;br&gt;b\">")]
    [InlineData("<![CDATA[a & b]]>", "a &amp; b")]
    public void What_is_harmless_stays(string html, string safe) => Assert.Equal(safe, SafeHtml.Of(html, From));

    [Theory]
    [InlineData("a<script>alert(1)</script>b", "ab")]
    [InlineData("a<SCRIPT src=x>alert('<b>')</Script >b", "ab")]
    [InlineData("a<script>alert(1)", "a")]
    [InlineData("a<script src=x />b", "ab")]
    [InlineData("a<style>b{}</style>c", "ac")]
    [InlineData("a<!-- <script>b</script> -->c", "ac")]
    [InlineData("a<!-- b", "a")]
    [InlineData("<p onclick='x()' style='x' class=y id=z>a</p>", "<p>a</p>")]
    [InlineData("<a href='javascript:x()'>a</a>", "<a>a</a>")]
    [InlineData("<a href='java&#x0A;script&colon;x()' >a</a>", "<a href=\"https://herald.example/a/javascript&amp;colon;x()\">a</a>")]
    [InlineData("<a href=' \u0001javascript:x()'>a</a>", "<a>a</a>")]
    [InlineData("<a href='&#106;avascript&#58;x()'>a</a>", "<a>a</a>")]
    [InlineData("<img src='data:image/svg+xml,x'>", "<img>")]
    [InlineData("<iframe src=x>a</iframe><object data=x>b</object><embed src=x>c<form action=x><input name=y>d</form>", "abcd")]
    [InlineData("<svg><script>x</script><title>a</title></svg><math><mi>b</mi></math>", "ab")]
    [InlineData("<base href='https://evil.example/'><link rel=x href=y><meta http-equiv=refresh content=0><a href=b>a</a>", "<a href=\"https://herald.example/a/b\">a</a>")]
    [InlineData("<noscript><p title='</noscript><script>x</script>'>a", "<p title=\"&lt;/noscript&gt;&lt;script&gt;x&lt;/script&gt;\">a</p>")]
    [InlineData("<textarea><b>a</b></textarea><plaintext>c", "<b>a</b>c")]
    [InlineData("<scr<script>ipt>alert(1)</script>", "")]
    [InlineData("<<b>a</b>", "&lt;<b>a</b>")]
    [InlineData("<p/onclick=x()>a", "<p>a</p>")]
    [InlineData("<b\u0000>a\u0000</b>", "a")]
    public void What_does_something_goes(string html, string safe) => Assert.Equal(safe, SafeHtml.Of(html, From));

    [Fact]
    public void Tags_below_a_depth_go_and_their_text_stays()
    {
        const int Depth = 100_000;
        var safe = SafeHtml.Of(string.Concat(Enumerable.Repeat("<b>", Depth)) + "a" + string.Concat(Enumerable.Repeat("</b>", Depth)) + "z", null);
        Assert.Equal(64, safe.Split("<b>").Length - 1);
        Assert.Equal(64, safe.Split("</b>").Length - 1);
        Assert.EndsWith("</b>z", safe);
    }

    [Fact]
    public void A_reader_sees_text() =>
        Assert.Equal("One & two three <four>", new FeedText("<p>One &amp;\n<b>t</b>wo</p><p>three &lt;four&gt;</p>").Text);
}
