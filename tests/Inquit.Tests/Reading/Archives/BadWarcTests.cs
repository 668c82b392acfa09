using System.Text;
using Inquit.Reading;
using Xunit;

namespace Inquit.Tests;

/// <summary>Archives that are broken or made to do harm: what can be read is, and what is missing is told with its place.</summary>
public sealed class BadWarcTests : IDisposable
{
    private static readonly byte[] First = Warc.Response("https://herald.example/1", Warc.Page("First"));
    private static readonly byte[] Last = Warc.Response("https://herald.example/9", Warc.Page("Last"));
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_empty_file() => Assert.Equal(["The file is empty. There is nothing to read."], Read([]));

    [Theory]
    [InlineData("This is a text.\r\n")]
    [InlineData("PK\u0003\u0004")]
    public void Something_else(string text) =>
        Assert.Equal(["This is no web archive: it has no record that starts with WARC/1.0 or WARC/1.1. Check the name."], Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_missing_file() => Assert.StartsWith("There is no such file", Assert.Single(new ArticleReader(Stream.Null).Read([folder.PathOf("a.warc.gz")])).Problem);

    [Fact]
    public void An_archive_without_a_page() =>
        Assert.Equal(["None of its 1 records holds a page. There is nothing to read."], Read(Warc.Record("warcinfo", "x"u8.ToArray())));

    [Theory]
    [InlineData(-1)]
    [InlineData(-100)]
    [InlineData(7)]
    [InlineData(300)]
    [InlineData(1_000_000)]
    [InlineData(1_000_000_000_000)]
    public void A_length_that_lies_costs_no_other_record(long wrong)
    {
        var truth = Warc.Response("https://herald.example/2", Warc.Page("Liar")).AsSpan().IndexOf("HTTP/"u8);
        var length = Warc.Response("https://herald.example/2", Warc.Page("Liar")).Length - truth - 4;
        var liar = Warc.Response("https://herald.example/2", Warc.Page("Liar"), length: length + wrong);
        byte[] archive = [.. First, .. liar, .. Last];
        var results = Read(archive);
        Assert.Equal(["First", "Liar"], results[..2]);
        Assert.Equal(("Last", 4), (results[^1], results.Length));
        Assert.StartsWith($"Its Content-Length is wrong: it says {length + wrong:N0} bytes, but the next record, or the end, comes after {length:N0}. It was read", results[2]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Content-Length: many\r\n")]
    [InlineData("Content-Length: -5\r\n")]
    [InlineData("Content-Length: 99999999999999999999\r\n")]
    public void A_length_that_is_none(string length)
    {
        var record = Encoding.UTF8.GetString(Warc.Response("https://herald.example/2", Warc.Page("Liar")));
        var start = record.IndexOf("Content-Length");
        var liar = Encoding.UTF8.GetBytes(record[..start] + length + record[(record.IndexOf("\r\n", start) + 2)..]);
        var results = Read([.. First, .. liar, .. Last]);
        Assert.Equal(["First", "Liar", "Last"], results.Where(result => !result.Contains(' ')));
        Assert.StartsWith("Its Content-Length is missing or no number; the next record, or the end, comes after", results[2]);
    }

    [Fact]
    public void A_length_that_lies_of_a_record_that_is_passed_over()
    {
        var liar = Warc.Record("request", new byte[100], contentType: "application/http; msgtype=request", length: 20_000_000);
        Assert.Equal(["First", "Its Content-Length is wrong: it says 20,000,000 bytes, but the next record, or the end, comes after 100. It was read up to there.", "Last"], Read([.. First, .. liar, .. Last]));
    }

    [Fact]
    public void A_length_that_is_right_is_believed_over_a_page_that_shows_a_record()
    {
        var page = Warc.Page("First").Replace("</article>", "<pre>\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\nHello\r\n\r\n</pre><p>The end of it, she said.</p></article>");
        var result = Assert.Single(new ArticleReader(Stream.Null).Read([folder.Write("a.warc", Warc.Response("https://herald.example/1", page))]));
        Assert.EndsWith("The end of it, she said.", result.Article?.Text);
    }

    [Fact]
    public void A_large_record_within_a_record_is_passed_over_with_it()
    {
        var inner = Enumerable.Repeat(Encoding.ASCII.GetBytes("\r\n\r\nWARC/1.0\r\nno header " + new string('x', 70_000)), 200).SelectMany(bytes => bytes).ToArray();
        Assert.Equal(["First", "Last"], Read([.. First, .. Warc.Record("resource", inner, contentType: "application/warc"), .. Last]));
    }

    [Fact]
    public void Junk_between_records_is_passed_over()
    {
        var digest = $"WARC-Block-Digest: sha256:{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(First[First.AsSpan().IndexOf("HTTP/"u8)..^4]))}\r\n";
        var good = Warc.Response("https://herald.example/1", Warc.Page("First"), more: digest);
        var results = Read([.. good, .. Encoding.ASCII.GetBytes(new string('?', 100_000)), .. "\r\n\r\n"u8, .. Last]);
        Assert.Equal(["First", $"From byte {good.Length:N0} to {good.Length + 100_004:N0} there is no record where one should be. It was passed over; the archive is damaged.", "Last"], results);
    }

    [Fact]
    public void Junk_at_the_end()
    {
        var results = Read([.. First, .. "What is this?"u8]);
        Assert.Equal(["First", $"From byte {First.Length:N0} to the end there is no record any more. The archive is damaged; get it again."], results);
    }

    [Fact]
    public void An_archive_that_is_cut_in_a_block()
    {
        var body = First.Length - First.AsSpan().IndexOf("HTTP/"u8) - 4;
        var results = Read([.. Last, .. First[..^104]]);
        Assert.Equal(["Last", "First", $"The archive breaks off in this record: {body - 100:N0} of its {body:N0} bytes are there. It was read as far as it goes. It was cut short; get it again."], results);
    }

    [Fact]
    public void An_archive_that_is_cut_in_a_header() =>
        Assert.Equal(["First", $"The archive breaks off within the header of the record at byte {First.Length:N0}. It was cut short; get it again."], Read([.. First, .. Last[..60]]));

    [Fact]
    public void A_packed_archive_that_is_cut()
    {
        byte[] records = [.. TemporaryFolder.Gzip(First), .. TemporaryFolder.Gzip(Last)[..^30]];
        var results = Read(records, "a.warc.gz");
        Assert.Equal("First", results[0]);
        Assert.EndsWith("It is no whole gzip file. It was cut short or damaged; get it again.", results[^1]);
    }

    [Fact]
    public void A_packed_archive_that_is_cut_between_bytes_of_the_end()
    {
        var results = Read(TemporaryFolder.Gzip(First)[..^2], "a.warc.gz");
        Assert.Equal(["First", $"After byte {First.Length:N0}, unpacked, the archive could not be read on, 1 records were. It is no whole gzip file. It was cut short or damaged; get it again."], results);
    }

    [Fact]
    public void A_header_without_end()
    {
        byte[] endless = [.. "WARC/1.0\r\n"u8, .. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 20_000).Select(n => $"X-{n}: {n}\r\n")))];
        Assert.Equal(
            ["First", $"The header of the record at byte {First.Length:N0} has more than 65,536 bytes, which no record needs. It was passed over; the next record is at byte {First.Length + endless.Length + 2:N0}.", "Last"],
            Read([.. First, .. endless, .. "\r\n"u8, .. Last]));
    }

    [Fact]
    public void A_header_that_never_ends_takes_no_memory()
    {
        using var input = new EndlessStream("WARC/1.0\r\nX: y\r\n"u8.ToArray(), 200_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.All(new ArticleReader(input, standardInputKind: "warc").Read(["-"]).Take(100), result => Assert.NotNull(result.Problem));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64_000_000);
    }

    [Fact]
    public void A_block_that_never_ends_takes_no_memory()
    {
        byte[] start = Warc.Record("resource", [], contentType: "text/html", length: 1_000_000_000_000)[..^4];
        using var input = new InputStream(start, new EndlessStream(new byte[1 << 16], 500_000_000), keepOpen: false);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var results = new ArticleReader(input, standardInputKind: "warc").Read(["-"]).Select(result => result.Problem).ToArray();
        Assert.Equal(["The page has more than 8,388,608 bytes, the most that is taken. Save the article's text as a .txt file.", "The archive breaks off in this record: 500,000,000 of its 1,000,000,000,000 bytes are there. It was read as far as it goes. It was cut short; get it again."], results);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64_000_000);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("gzip, gzip")]
    public void A_page_that_unpacks_to_a_large_one(string coding)
    {
        var zeros = new byte[100_000_000];
        var body = coding switch
        {
            "gzip" => TemporaryFolder.Gzip(zeros),
            "br" => Warc.Packed(zeros, Warc.Brotli),
            _ => TemporaryFolder.Gzip(TemporaryFolder.Gzip(zeros)),
        };
        byte[] archive = [.. Warc.Response("https://herald.example/2", body, $"Content-Type: text/html\r\nContent-Encoding: {coding}"), .. Last];
        Assert.Equal(["The page has more than 8,388,608 bytes, the most that is taken. Save the article's text as a .txt file.", "Last"], Read(archive));
    }

    [Theory]
    [InlineData(8 << 20)]
    [InlineData((8 << 20) + 100)]
    [InlineData(9 << 20)]
    public void A_page_that_is_too_large(int length) =>
        Assert.Equal(
            ["The page has more than 8,388,608 bytes, the most that is taken. Save the article's text as a .txt file.", "Last"],
            Read([.. Warc.Response("https://herald.example/2", Warc.Page() + new string(' ', length)), .. Last]));

    [Fact]
    public void A_page_packed_over_and_over() =>
        Assert.Equal(["It is said to be packed 5 times over, which no page is.", "Last"], Read([.. Warc.Response("https://herald.example/2", Warc.Page(), "Content-Type: text/html\r\nContent-Encoding: gzip,gzip,gzip,gzip,gzip"), .. Last]));

    [Fact]
    public void A_page_packed_in_an_unknown_way() =>
        Assert.Equal(["It is packed as 'zstd', which is not known here. Archive the page anew without that.", "Last"], Read([.. Warc.Response("https://herald.example/2", [0x28, 0xB5, 0x2F, 0xFD], "Content-Type: text/html\r\nContent-Encoding: zstd"), .. Last]));

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public void A_page_whose_packing_is_cut(string coding)
    {
        var page = Encoding.UTF8.GetBytes(Warc.Page("First") + Convert.ToBase64String(System.Security.Cryptography.SHA512.HashData([])));
        var body = (coding == "gzip" ? TemporaryFolder.Gzip(page) : Warc.Packed(page, coding == "br" ? Warc.Brotli : Warc.Zlib))[..^6];
        Assert.Equal(
            ["First", $"What was packed as '{coding}' breaks off or is damaged. It was read as far as it goes; its end may be missing.", "Last"],
            Read([.. Warc.Response("https://herald.example/2", body, $"Content-Type: text/html\r\nContent-Encoding: {coding}"), .. Last]));
    }

    [Fact]
    public void A_page_whose_packing_is_damaged() =>
        Assert.Equal(
            ["It is said to be packed as 'br', but nothing comes out. It is empty or damaged.", "Last"],
            Read([.. Warc.Response("https://herald.example/2", [0x48, 0x65, 0x6C, 0x6C, 0x6F], "Content-Type: text/html\r\nContent-Encoding: br"), .. Last]));

    [Fact]
    public void Chunks_that_break_off()
    {
        var body = Warc.Chunked(Encoding.UTF8.GetBytes(Warc.Page("First")), 50)[..^40];
        var results = Read([.. Warc.Response("https://herald.example/2", body, "Content-Type: text/html\r\nTransfer-Encoding: chunked"), .. Last]);
        Assert.Equal(["First", "Last"], results.Where(result => !result.Contains(' ')));
        Assert.StartsWith("The page's chunks break off after", results[1]);
    }

    [Theory]
    [InlineData("7fffffffffffffff\r\n<html>")]
    [InlineData("ffffffffffffffffffff\r\n<html>")]
    [InlineData("-5\r\n<html>")]
    [InlineData("5")]
    [InlineData("\r\n")]
    public void Chunks_that_are_none(string body) =>
        Assert.Equal("Last", Read([.. Warc.Response("https://herald.example/2", body, "Content-Type: text/html\r\nTransfer-Encoding: chunked"), .. Last])[^1]);

    [Theory]
    [InlineData("sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", true)]
    [InlineData("sha256:0000000000000000000000000000000000000000000000000000000000000000", true)]
    [InlineData("sha1:nonsense", false)]
    [InlineData("crc32:00000000", false)]
    [InlineData("none", false)]
    public void A_digest_that_does_not_match(string digest, bool isTold)
    {
        var results = Read(Warc.Response("https://herald.example/1", Warc.Page("First"), more: $"WARC-Block-Digest: {digest}\r\n"));
        Assert.Equal(isTold ? ["First", "It does not match its digest: it was damaged or changed after it was stored. It was read all the same."] : ["First"], results);
    }

    [Fact]
    public void A_page_that_was_cut_when_it_was_stored() =>
        Assert.Equal(["First", "It was cut short when it was stored (length); its end may be missing."], Read(Warc.Response("https://herald.example/1", Warc.Page("First"), more: "WARC-Truncated: length\r\n")));

    [Fact]
    public void An_answer_that_is_none() =>
        Assert.Equal(["It is said to hold an answer of a web server but does not start with HTTP/. It was passed over.", "Last"], Read([.. Warc.Record("response", "hello"u8.ToArray(), "https://herald.example/1"), .. Last]));

    [Theory]
    [InlineData("HTTP/1.1")]
    [InlineData("HTTP/1.1 200 OK")]
    [InlineData("HTTP/1.1 200 OK\r\n")]
    [InlineData("HTTP/1.1 abc\r\n\r\n<html>")]
    [InlineData("HTTP/1.1 200 OK\r\n:\r\n:x\r\nX\r\n\r\n")]
    public void An_answer_that_breaks_off(string answer) =>
        Assert.Equal(["Last"], Read([.. Warc.Record("response", Encoding.ASCII.GetBytes(answer), "https://herald.example/1"), .. Last]));

    [Fact]
    public void Damage_at_any_byte_never_throws_and_costs_no_more_than_its_neighbours()
    {
        byte[] archive = [.. First, .. Warc.Response("https://herald.example/2", Warc.Chunked(TemporaryFolder.Gzip(Encoding.UTF8.GetBytes(Warc.Page("Second"))), 64), "Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked"), .. First, .. Last];
        var chance = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var damaged = (byte[])archive.Clone();
            damaged[chance.Next(damaged.Length - Last.Length - First.Length)] = (byte)chance.Next(256);
            Assert.Equal("Last", Read(damaged)[^1]);
        }

        for (var length = 0; length < archive.Length; length += 7)
        {
            Assert.NotEmpty(Read(archive[..length]));
        }
    }

    /// <summary>The title of each article and the text of each problem.</summary>
    private string[] Read(byte[] archive, string name = "a.warc") =>
        [.. new ArticleReader(Stream.Null).Read([folder.Write(name, archive)]).Select(result => result.Article?.Title ?? result.Problem ?? "no title")];
}
