using Inquit.Reading.Fetching;
using Xunit;

namespace Inquit.Tests;

public class RobotsFileTests
{
    [Theory]
    // The groups for a program are joined; others, and those for all, do not count beside them.
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: Inquit\nAllow: /", "/x", true)]
    [InlineData("User-agent: inquit\nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n\nUser-agent: INQUIT/2.0\nDisallow: /c", "/b", true)]
    [InlineData("User-agent: inquit\nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n\nUser-agent: INQUIT/2.0\nDisallow: /c", "/c", false)]
    [InlineData("User-agent: one\nUser-agent: inquit\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: inquit\nCrawl-delay: 5\nUser-agent: other\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: other\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: inquitor\nDisallow: /a", "/a", true)]
    [InlineData("Disallow: /a\nUser-agent: *", "/a", true)]
    [InlineData("", "/a", true)]
    [InlineData("\uFEFFuser-AGENT : *  # all\r\ndisALLOW:/a # here\r\n", "/a", false)]
    // The longest rule counts; of two as long, the one that allows.
    [InlineData("User-agent: *\nAllow: /p\nDisallow: /", "/page", true)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /p", "/page", true)]
    [InlineData("User-agent: *\nDisallow: /page\nAllow: /p", "/page", false)]
    [InlineData("User-agent: *\nDisallow: /page\nAllow: /page", "/page", true)]
    [InlineData("User-agent: *\nDisallow:", "/page", true)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    // Stars and ends.
    [InlineData("User-agent: *\nDisallow: /*.php", "/a/b.php?x", false)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/a/b.php?x", true)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/a.php/b.php", false)]
    [InlineData("User-agent: *\nDisallow: /fish*", "/fish.html", false)]
    [InlineData("User-agent: *\nDisallow: /fish$", "/fish", false)]
    [InlineData("User-agent: *\nDisallow: /fish$", "/fishy", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a-b-b-c", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a-c-b", true)]
    [InlineData("User-agent: *\nDisallow: /Fish", "/fish", true)]
    // Paths are compared in one way of writing.
    [InlineData("User-agent: *\nDisallow: /caf\u00E9", "/caf%c3%a9", false)]
    [InlineData("User-agent: *\nDisallow: /a%7eb", "/a~b", false)]
    [InlineData("User-agent: *\nDisallow: /a%2fb", "/a%2Fb", false)]
    [InlineData("User-agent: *\nDisallow: /a%2fb", "/a/b", true)]
    [InlineData("User-agent: *\nDisallow: /?id=", "/?id=5", false)]
    public void Rules_are_read_as_RFC_9309_has_them(string file, string path, bool isAllowed) =>
        Assert.Equal(isAllowed, RobotsFile.Parse(file, "inquit").Allows(new Uri("https://herald.example" + path)));

    [Fact]
    public void A_pattern_full_of_stars_takes_no_time()
    {
        var file = string.Concat(Enumerable.Repeat("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 900)) + "b\n", 100));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.True(RobotsFile.Parse(file, "inquit").Allows(new Uri("https://herald.example/" + new string('a', 5000))));
        Assert.InRange(watch.ElapsedMilliseconds, 0, 2000);
    }
}
