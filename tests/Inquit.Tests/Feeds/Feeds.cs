using System.Text;
using Inquit.Reading;
using Inquit.Reading.Feeds;
using Xunit;

namespace Inquit.Tests;

/// <summary>Feeds written in a test.</summary>
internal static class Feeds
{
    public static FeedResult Result(byte[] bytes, Uri? address = null, ReadingOptions? options = null, string? charset = null) =>
        new FeedReader(Stream.Null, options).Read(new MemoryStream(bytes), "test", address, charset);

    public static FeedResult Result(string text, Uri? address = null, ReadingOptions? options = null) => Result(Encoding.UTF8.GetBytes(text), address, options);

    /// <summary>A feed that is read without a complaint.</summary>
    public static Feed Read(string text, Uri? address = null)
    {
        var result = Result(text, address);
        Assert.Null(result.Problem);
        return Assert.IsType<Feed>(result.Feed);
    }

    /// <summary>The only entry of an RSS feed whose item holds this.</summary>
    public static FeedEntry Item(string inside, string attributes = "") => Assert.Single(Read($"<rss version='2.0' {attributes}><channel><item>{inside}</item></channel></rss>").Entries);

    /// <summary>The only entry of an Atom feed whose entry holds this.</summary>
    public static FeedEntry Entry(string inside) => Assert.Single(Read($"<feed xmlns='http://www.w3.org/2005/Atom'><entry>{inside}</entry></feed>").Entries);
}
