using System.Text;
using Inquit.Reading;
using Xunit;

namespace Inquit.Tests;

/// <summary>Each input that cannot be read is named with the reason and what to do, and the next one is read.</summary>
public sealed class BadInputTests : IDisposable
{
    private static readonly ReadingOptions Small = new() { MaxTextBytes = 1000, MaxRecordBytes = 2000 };
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_limit_that_is_none_is_the_callers_mistake(int bytes)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadingOptions { MaxTextBytes = bytes });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadingOptions { MaxRecordBytes = bytes });
    }

    [Fact]
    public void A_missing_file() => Fails(folder.PathOf("a.txt"), "There is no such file or folder. Check the name.");

    [Fact]
    public void A_missing_folder() => Fails(folder.PathOf("b/a.txt"), "There is no such file or folder. Check the name.");

    [Fact]
    public void A_missing_record_file() => Fails(folder.PathOf("a.jsonl"), "There is no such file or folder. Check the name.");

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.json")]
    [InlineData("a.jsonl")]
    public void An_empty_file(string name) => Fails(folder.Write(name, ""), "The file is empty. There is nothing to read.");

    [Fact]
    public void Blank_lines_only() => Fails(folder.Write("a.jsonl", "\n \r\n"), "The file is empty. There is nothing to read.");

    [Fact]
    public void An_empty_array() => Fails(folder.Write("a.json", "[ ]"), "The array is empty. There is nothing to read.");

    [Fact]
    public void A_binary_file() => Fails(folder.Write("a.txt", [0x89, 0x50, 0, 1]), "This is binary, not text: byte 2 is zero. Give the article's text as UTF-8.");

    [Fact]
    public void A_binary_file_that_looks_like_UTF16() =>
        Fails(folder.Write("a.txt", [0xFF, 0xFE, 0x41, 0, 0, 0]), "This is binary, not text: byte 4 is zero. Give the article's text as UTF-8.");

    [Fact]
    public void Half_a_character_of_UTF16() =>
        Fails(folder.Write("a.txt", [0xFE, 0xFF, 0, 0x41, 0]), "The file is UTF-16 but ends in the middle of a character. It was cut short; get it again.");

    [Theory]
    [InlineData(new byte[] { 0x41, 0xE9, 0x20 }, "byte 1 is 0xE9")]
    [InlineData(new byte[] { 0xC3, 0xA9, 0xED, 0xA0, 0x80 }, "byte 2 is 0xED")]
    [InlineData(new byte[] { 0x41, 0x42, 0xE2, 0x82 }, "byte 2 is 0xE2")]
    public void Bytes_that_are_not_UTF8(byte[] bytes, string where) =>
        Fails(folder.Write("a.txt", bytes), $"This is not valid UTF-8: {where}. Convert it first, for example with 'iconv -f WINDOWS-1252 -t UTF-8'.");

    [Fact]
    public void A_text_over_the_limit() =>
        Fails(folder.Write("a.txt", new string('x', 1001)), "It holds more than 1,000 bytes of text, the most that is taken at once. Split it into its articles.");

    [Fact]
    public void A_record_whose_text_is_over_the_limit() =>
        Fails(folder.Write("a.json", $"{{\"text\":\"{new string('x', 1001)}\"}}"), "It holds more than 1,000 bytes of text, the most that is taken at once. Split it into its articles.");

    [Fact]
    public void A_json_file_over_the_limit() =>
        Fails(folder.Write("a.json", $"[{new string(' ', 2000)}]"), "It holds more than 2,000 bytes of text, the most that is taken at once. Split it into its articles.");

    [Fact]
    public void Together_articles_may_be_longer_than_one()
    {
        var record = $"{{\"text\":\"{new string('x', 900)}\"}}";
        Assert.Equal(2, Read(folder.Write("a.json", $"[{record},{record}]")).Count(result => result.Article is not null));
    }

    [Fact]
    public void A_text_at_the_limit_is_read() => Assert.NotNull(Assert.Single(Read(folder.Write("a.txt", new string('x', 1000)))).Article);

    [Fact]
    public void A_small_file_that_unpacks_to_a_large_one() =>
        Fails(folder.WriteGzip("a.txt.gz", Encoding.ASCII.GetBytes(new string('x', 10_000_000))), "It holds more than 1,000 bytes of text, the most that is taken at once. Split it into its articles.");

    [Theory]
    [InlineData("a.txt.gz")]
    [InlineData("a.json.gz")]
    [InlineData("a.jsonl.gz")]
    public void A_file_that_is_not_gzip(string name) =>
        Fails(folder.Write(name, "plain"), "It is no whole gzip file. It was cut short or damaged; get it again.");

    [Theory]
    [InlineData("a.txt.gz")]
    [InlineData("a.json.gz")]
    [InlineData("a.jsonl.gz")]
    public void A_gzip_file_that_was_cut_short(string name)
    {
        var packed = TemporaryFolder.Gzip(Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Range(0, 100))));
        Fails(folder.Write(name, packed[..^20]), "It is no whole gzip file. It was cut short or damaged; get it again.");
    }

    [Fact]
    public void A_folder_without_articles()
    {
        folder.Write("in/picture.png", "x");
        Fails(folder.PathOf("in"), "The folder holds no article. Give one with .txt, .html, .json, .jsonl, .xml, .rss, .atom or .warc files (also packed: .gz).");
    }

    [Fact]
    public void An_address_where_nothing_is_fetched() =>
        Fails("https://example.org/a.txt", "Nothing is fetched from the web here. Save the page as an .html file.");

    [Fact]
    public void A_name_that_says_nothing()
    {
        var result = Assert.Single(Read(folder.Write("a.docx", "x")));
        Assert.StartsWith("The name does not say what this is. ", result.Problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b.txt")]
    public void A_name_that_is_none(string name) => Assert.NotNull(Assert.Single(Read(name)).Problem);

    [Fact]
    public void A_file_that_breaks_off_while_it_is_read()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs Linux's /proc.");
        var result = Assert.Single(Read("/proc/self/mem"));
        Assert.StartsWith("It could not be read: ", result.Problem);
    }

    [Fact]
    public void A_bad_line_is_named_and_the_others_are_read()
    {
        byte[] lines =
        [
            .. "{\"text\":\"one\"}\n"u8, .. "{\"text\":\"tw\n"u8, .. "[1]\n"u8, .. "{\"text\":5}\n"u8, .. "{\"title\":\"x\"}\n"u8, .. "{\"text\":\"\xE9\"}\n"u8,
            .. "{\"text\":\""u8, 0xE9, .. "\"}\n"u8, .. "{\"text\":\"x\"} {}\n"u8, .. Encoding.ASCII.GetBytes(new string('x', 2001)), .. "\n{\"text\":\"last\"}"u8,
        ];
        var path = folder.Write("a.jsonl", lines);
        var results = Read(path);
        Assert.Equal(["one", "\xE9", "last"], results.Where(result => result.Article is not null).Select(result => result.Article!.Text));
        Assert.Equal(
            [
                $"{path}: line 2: This is not JSON: byte 11 does not fit. Mend the record or leave it out.",
                $"{path}: line 3: This is JSON but no object. A record is an object with a property \"text\".",
                $"{path}: line 4: The property \"text\" is no string. Write it in quotation marks.",
                $"{path}: line 5: The record has no text. Give the article's text as the property \"text\".",
                $"{path}: line 7: This is not valid UTF-8: byte 9 is 0xE9. Convert it first, for example with 'iconv -f WINDOWS-1252 -t UTF-8'.",
                $"{path}: line 8: This is not JSON: byte 13 does not fit. Mend the record or leave it out.",
                $"{path}: line 9: It holds more than 2,000 bytes of text, the most that is taken at once. Split it into its articles.",
            ],
            results.Where(result => result.Problem is not null).Select(result => $"{result.Source}: {result.Problem}"));
    }

    [Fact]
    public void A_bad_record_of_an_array_is_named_and_the_others_are_read()
    {
        var path = folder.Write("a.json", "[{\"text\":\"one\"}, 5, {\"text\":\"three\"},\n oops]");
        var results = Read(path);
        Assert.Equal(["one", null, "three", null], results.Select(result => result.Article?.Text));
        Assert.Equal($"{path}: record 2", results[1].Source);
        Assert.Equal("This is not JSON: byte 1 of line 2 does not fit. Mend it; what follows was not read.", results[3].Problem);
    }

    [Fact]
    public void The_next_input_is_read()
    {
        var results = Read(folder.PathOf("missing.txt"), folder.Write("a.txt", "Text."), folder.PathOf("missing.jsonl"), folder.Write("b.txt", "More."));
        Assert.Equal([null, "Text.", null, "More."], results.Select(result => result.Article?.Text));
    }

    private static ReadResult[] Read(params string[] inputs) => new ArticleReader(Stream.Null, Small).Read(inputs).ToArray();

    private static void Fails(string input, string problem)
    {
        var result = Assert.Single(Read(input));
        Assert.Null(result.Article);
        Assert.Equal(input, result.Source);
        Assert.Equal(problem, result.Problem);
    }
}
