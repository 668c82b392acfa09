using System.Text;
using Inquit.Reading;
using Xunit;

namespace Inquit.Tests;

public sealed class ArticleReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_text_file_is_kept_to_the_last_character()
    {
        const string text = "\uFEFF\r\nHe said \u201cyes\u201d\u00A0\u200B.\r\n\U0001F600 e\u0301\t\n";
        var article = ReadOne(folder.Write("a.b.txt", text));
        Assert.Equal(text, article.Text);
        Assert.Equal("a.b", article.Document);
        Assert.Null(article.Published);
        Assert.Equal(0, article.BodyStart);
    }

    [Theory]
    [InlineData("date 2022-02-15\nText.", "2022-02-15", "\nText.")]
    [InlineData(" date 2022-02-15 Text.", "2022-02-15", " Text.")]
    [InlineData("\uFEFFdate\t2022-02-15\r\nText.", "2022-02-15", "\r\nText.")]
    [InlineData("date 2022-02-15", "2022-02-15", "")]
    [InlineData("date 2022-02-30\nText.", null, "date 2022-02-30\nText.")]
    [InlineData("date 2022-02-155 Text.", null, "date 2022-02-155 Text.")]
    [InlineData("date2022-02-15 Text.", null, "date2022-02-15 Text.")]
    [InlineData("dated 2022-02-15 Text.", null, "dated 2022-02-15 Text.")]
    [InlineData("\ndate 2022-02-15 Text.", null, "\ndate 2022-02-15 Text.")]
    [InlineData("date 2022-2-5 Text.", null, "date 2022-2-5 Text.")]
    [InlineData("Text. date 2022-02-15", null, "Text. date 2022-02-15")]
    public void A_dateline_gives_the_day_and_stays_in_the_text(string text, string? day, string body)
    {
        var article = ReadOne(folder.Write("a.txt", text));
        Assert.Equal(text, article.Text);
        Assert.Equal(day, article.Published?.ToString("yyyy-MM-dd"));
        Assert.Equal(body, article.Text[article.BodyStart..]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_text_in_UTF16_is_read_by_its_mark(bool isBigEndian)
    {
        byte[] bytes = [.. new UnicodeEncoding(isBigEndian, byteOrderMark: true).GetPreamble(), .. new UnicodeEncoding(isBigEndian, false).GetBytes("Né \U0001F600")];
        Assert.Equal("\uFEFFNé \U0001F600", ReadOne(folder.Write("a.txt", bytes)).Text);
    }

    [Fact]
    public void A_lone_surrogate_in_UTF16_is_kept() =>
        Assert.Equal("\uFEFFa\uD800b", ReadOne(folder.Write("a.txt", [0xFF, 0xFE, 0x61, 0, 0, 0xD8, 0x62, 0])).Text);

    [Fact]
    public void A_packed_text_is_unpacked()
    {
        var article = ReadOne(folder.WriteGzip("a.txt.gz", "date 2022-02-15 Text."u8.ToArray()));
        Assert.Equal("date 2022-02-15 Text.", article.Text);
        Assert.Equal("a", article.Document);
    }

    [Fact]
    public void Standard_input_is_a_text()
    {
        using var input = new MemoryStream("date 2022-02-15 Text."u8.ToArray());
        var result = Assert.Single(new ArticleReader(input).Read(["-"]));
        Assert.Equal("date 2022-02-15 Text.", result.Article?.Text);
        Assert.Equal("stdin", result.Article?.Document);
    }

    [Fact]
    public void A_name_without_an_extension_is_a_text() => Assert.Equal("Text.", ReadOne(folder.Write("article", "Text.")).Text);

    [Fact]
    public void Records_give_what_they_know()
    {
        var path = folder.Write("a.jsonl", """
            {"id":"x1","title":"T","published":"2022-02-15T10:00:00Z","outlet":"O","url":"https://example.org/","text":"One.","more":[{"text":1}]}

            {"text":"Two \ud83d\ude00 \ud800."}
            {"id":7,"published":"yesterday","title":null,"text":"\u0054hree\n\"q\" \/ \\."}
            """);
        var articles = Read(path).Select(result => result.Article!).ToArray();
        Assert.Equal(["One.", "Two \U0001F600 \uD800.", "Three\n\"q\" / \\."], articles.Select(article => article.Text));
        Assert.Equal(["x1", "a-3", "7"], articles.Select(article => article.Document));
        Assert.Equal(new DateOnly(2022, 2, 15), articles[0].Published);
        Assert.Equal(("T", "O", "https://example.org/"), (articles[0].Title, articles[0].Outlet, articles[0].Url));
        Assert.Null(articles[2].Published);
        Assert.Null(articles[2].Title);
    }

    [Theory]
    [InlineData("{\"text\":\"One.\"}", new[] { "One." }, new[] { "a" })]
    [InlineData("\uFEFF [ {\"text\":\"One.\"} ,\n{\"id\":\"b\",\"text\":\"Two.\"}] ", new[] { "One.", "Two." }, new[] { "a-1", "b" })]
    public void A_json_file_is_a_record_or_an_array_of_them(string json, string[] texts, string[] documents)
    {
        var articles = Read(folder.Write("a.json", json)).Select(result => result.Article!).ToArray();
        Assert.Equal(texts, articles.Select(article => article.Text));
        Assert.Equal(documents, articles.Select(article => article.Document));
    }

    [Fact]
    public void A_folder_is_read_in_ordinal_order_whatever_else_it_holds()
    {
        folder.Write("in/b.txt", "b");
        folder.Write("in/B.txt", "B");
        folder.Write("in/a/z.jsonl", "{\"text\":\"z\"}");
        folder.Write("in/a.txt", "a");
        folder.WriteGzip("in/c.txt.gz", "c"u8.ToArray());
        folder.Write("in/.hidden.txt", "no");
        folder.Write("in/.git/x.txt", "no");
        folder.Write("in/picture.png", "no");
        folder.Write("in/LICENSE", "no");
        Assert.Equal(["B", "z", "a", "b", "c"], Read(folder.PathOf("in")).Select(result => result.Article?.Text));
    }

    [Fact]
    public void A_folder_that_links_to_itself_is_read_once()
    {
        folder.Write("in/a.txt", "a");
        Directory.CreateSymbolicLink(folder.PathOf("in/again"), folder.PathOf("in"));
        Assert.Single(Read(folder.PathOf("in")));
    }

    [Fact]
    public void Files_are_opened_when_their_turn_comes()
    {
        var paths = new[] { folder.Write("a.txt", "a"), folder.PathOf("later.txt") };
        using var results = new ArticleReader(Stream.Null).Read(paths).GetEnumerator();
        Assert.True(results.MoveNext());
        folder.Write("later.txt", "later");
        Assert.True(results.MoveNext());
        Assert.Equal("later", results.Current.Article?.Text);
    }

    [Fact]
    public void What_is_to_be_read_is_counted_where_only_names_and_records_tell()
    {
        folder.Write("in/a.txt", "A");
        folder.Write("in/b.html", "<p>");
        folder.Write("in/c.jsonl", "{\"text\":\"x\"}\n\noops\n");
        folder.Write("in/d.json", "[{\"text\":\"x\"},{\"text\":\"y\"}]");
        folder.Write("in/e.xml", "<rss><channel><item/><item/><item/></channel></rss>");
        folder.Write("in/f.txt", "");
        folder.Write("in/picture.png", "");
        Directory.CreateDirectory(folder.PathOf("none"));
        string[] inputs = [folder.PathOf("in"), folder.PathOf("none"), folder.PathOf("missing.txt"), folder.PathOf("in/a.txt"), "x.docx"];
        var reader = new ArticleReader(Stream.Null);
        Assert.Equal(14, reader.Count(inputs));
        Assert.Equal(reader.Read(inputs).Count(), reader.Count(inputs));
        Assert.All([ArticleReader.StandardInputName, "https://example.org/", folder.Write("a.warc", "")], input => Assert.Null(reader.Count([folder.PathOf("in"), input])));
    }

    private static ReadResult[] Read(params string[] inputs) => new ArticleReader(Stream.Null).Read(inputs).ToArray();

    private static Article ReadOne(string path)
    {
        var result = Assert.Single(Read(path));
        Assert.Null(result.Problem);
        return result.Article!;
    }
}
