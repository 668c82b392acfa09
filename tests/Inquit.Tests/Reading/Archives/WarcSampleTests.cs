using Inquit.Reading;
using Xunit;

namespace Inquit.Tests;

/// <summary>The archives that two other projects test their readers with: each gives its pages, or a word on why it has none.</summary>
public sealed class WarcSampleTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, string[]> Samples => new()
    {
        { "cc.warc.gz", ["1|https://commoncrawl.org/|Common Crawl"] },
        { "example-bad-non-chunked.warc.gz", ["3|http://example.com/|Example Domain"] },
        { "example-bad.warc.gz.bad", ["2|http://example.com/?example=1|Example Domain"] },
        { "example-digest.warc", ["None of its 4 records holds a page. There is nothing to read."] },
        { "example-iana.org-chunked.warc", ["2|http://iana.org/|Internet Assigned Numbers Authority"] },
        { "example-resource.warc.gz", ["3|http://example.com/|Example Domain"] },
        { "example-space-in-target-uri.warc.gz", ["None of its 2 records holds a page. There is nothing to read."] },
        {
            "example-trunc.warc",
            ["3|http://example.com/|Example Domain", "Its Content-Length is wrong: it says 973 bytes, but the next record, or the end, comes after 975. It was read up to there."]
        },
        { "example-wget-bad-target-uri.warc.gz", ["3|http://example.com/|Example Domain"] },
        {
            "example-wrong-chunks.warc.gz",
            ["1|http://example.com/|Example Domain", "It does not match its digest: it was damaged or changed after it was stored. It was read all the same."]
        },
        { "example.warc", ["3|http://example.com/|Example Domain"] },
        { "example.warc.gz", ["3|http://example.com/|Example Domain"] },
        { "gzip_extra_sl.warc.gz", ["None of its 1 records holds a page. There is nothing to read."] },
        { "post-test.warc.gz", ["None of its 6 records holds a page. There is nothing to read."] },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Each_sample_gives_its_pages_or_a_reason(string name, string[] expected)
    {
        var bytes = File.ReadAllBytes(Path.Join(CorpusData.Folder("warc"), name));
        var path = folder.Write(name.EndsWith(".bad") ? name[..^4] : name, bytes);
        var results = new ArticleReader(Stream.Null).Read([path]).Select(result => result.Article is { } article
            ? $"{article.Document![(article.Document!.LastIndexOf('-') + 1)..]}|{article.Url}|{article.Title}"
            : result.Problem!);
        Assert.Equal(expected, results);
    }

    [Fact]
    public void Every_sample_is_known() =>
        Assert.Equal(Directory.GetFiles(CorpusData.Folder("warc")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal), Samples.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("example.warc")]
    [InlineData("example.warc.gz")]
    [InlineData("example-iana.org-chunked.warc")]
    [InlineData("post-test.warc.gz")]
    public void A_sample_cut_anywhere_is_read_as_far_as_it_goes(string name)
    {
        var bytes = File.ReadAllBytes(Path.Join(CorpusData.Folder("warc"), name));
        for (var length = 0; length < bytes.Length; length += 61)
        {
            Assert.NotEmpty(new ArticleReader(Stream.Null).Read([folder.Write("cut.warc", bytes[..length])]));
        }
    }
}
