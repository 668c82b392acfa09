using System.Text;
using System.Xml;
using CsCheck;
using Inquit.App.Formats;
using Inquit.Reading.Feeds;
using Inquit.Reading.Markup;
using Xunit;

namespace Inquit.Tests;

public class MarkupReaderTests
{
    private static readonly Gen<string> Names = OneOf("a", "item", "dc:date", "Ünï", "_x", "x-1");
    private static readonly Gen<string> Texts = OneOf("x", " ", "&amp;", "&#233;", "&#x1F600;", "]]", "-->", "?>", "\"", "'", "é", "\n");
    private static readonly Gen<string> Values = OneOf("", "a b", "&lt;x&gt;", "/", "it's", "&quot;", "=");

    /// <summary>Pieces of any markup, whole and broken.</summary>
    private static readonly Gen<string> Soup = OneOf(
        "<", ">", "</", "/>", "<a", "</a>", "<a b=", "\"", "'", "=", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE", "[", "]", "<?", "?>", "&", ";", "&#", "&#x", "x", " ", "\0", "é", "\uD800",
        "<script>", "</script", "<rss>", "<channel>", "<item>", "</item>", "<title>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "<content type='xhtml'>", "<description>", "<html>",
        "<title xmlns:a='b'>", "<item xmlns='http://purl.org/rss/1.0/'>", "<author xmlns:x='y' xml:base='/z'>", "<name>", "</author>", "<guid xmlns=''>", "<a href='\uD800'>", "<link>", "</link>", "<link href='//\uDC00/?'/>", "<a:b xmlns:a='http://purl.org/dc/elements/1.1/'>");

    private static readonly Gen<string> JsonSoup = OneOf(
        "{", "}", "[", "]", ",", ":", "\"items\":[", "\"id\":1,", "\"url\":\"\\ud800\",", "\"url\":\"/a b\",", "\"title\":\"\\ud83d\",", "\"authors\":[", "\"name\":\"x\"", "{\"name\":null}",
        "\"content_html\":\"<a href='\\udc00'>\",", "\"content_html\":null,", "\"date_published\":\"2024\",", "null", "1e999", "\"\\u0000\"", "true", "\"version\":{}", "\uD800", " ");

    private static readonly Uri From = new("https://herald.example/a/");

    [Fact]
    public void Whole_XML_is_read_as_an_XML_parser_reads_it() =>
        Element(3).Sample(xml => Assert.Equal(ByParser(xml), ByReader(xml)), iter: 2000);

    [Fact]
    public void Whole_feeds_are_read_as_an_XML_parser_reads_them()
    {
        var compared = 0;
        foreach (var file in Directory.EnumerateFiles(Path.Join(CorpusData.Folder("feeds"), "files"), "wellformed__*"))
        {
            var xml = File.ReadAllText(file);
            string expected;
            try
            {
                expected = ByParser(xml);
            }
            catch (XmlException)
            {
                continue; // as undeclared prefixes and entities
            }

            compared++;
            Assert.Equal(expected, ByReader(xml));
        }

        Assert.InRange(compared, 550, 650);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Any_text_is_read_to_its_end(bool isHtml) => Soup.Array[0, 40].Sample(
        pieces =>
        {
            var text = string.Concat(pieces);
            var reader = new MarkupReader(text, isHtml);
            var last = 0;
            while (reader.Read())
            {
                Assert.InRange(reader.Position, last + 1, text.Length);
                last = reader.Position;
            }
        },
        iter: 20_000);

    [Fact]
    public void No_text_fails_as_a_feed() => Soup.Array[0, 60].Sample(pieces => Render(Feeds.Result(string.Concat(pieces), From)), iter: 20_000);

    [Fact]
    public void No_JSON_fails_as_a_feed() => JsonSoup.Array[0, 60].Sample(pieces => Render(Feeds.Result("{\"items\":[" + string.Concat(pieces), From)), iter: 20_000);

    [Fact]
    public void No_damage_to_a_feed_fails()
    {
        var files = Directory.GetFiles(Path.Join(CorpusData.Folder("feeds"), "files")).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, files.Length - 1], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Byte).Sample(
            (one, other, cut, from, noise) =>
            {
                // The start of one feed, a byte, and what follows in another.
                byte[] damaged = [.. files[one].AsSpan(0, (int)(cut * files[one].Length)), noise, .. files[other].AsSpan((int)(from * files[other].Length))];
                Render(Feeds.Result(damaged, From));
            },
            iter: 20_000);
    }

    [Fact]
    public void Safe_HTML_is_its_own_safe_form() => Soup.Array[0, 40].Sample(
        pieces =>
        {
            var safe = SafeHtml.Of(string.Concat(pieces), null);
            Assert.Equal(safe, SafeHtml.Of(safe, null));
        },
        iter: 20_000);

    /// <summary>Openings without an end, which tempt a reader to search all that follows for each.</summary>
    [Theory]
    [InlineData("<!--")]
    [InlineData("<!-- >")]
    [InlineData("<![CDATA[")]
    [InlineData("<!a[>")]
    [InlineData("<!")]
    [InlineData("<?")]
    [InlineData("<a b=\"")]
    [InlineData("<a b='>")]
    [InlineData("<a ")]
    [InlineData("</a")]
    [InlineData("<script>")]
    [InlineData("<")]
    [InlineData("&")]
    [InlineData("&#")]
    [InlineData("<a xmlns:b='c'>")]
    [InlineData("<p>")]
    [InlineData("<b>")]
    [InlineData("<b></i>")]
    [InlineData("<item>")]
    [InlineData("<author>")]
    [InlineData("<name>")]
    [InlineData("<item><author>x</author>")]
    [InlineData("<author>x</author>")]
    public void A_long_row_of_anything_takes_its_time_once(string piece)
    {
        var row = new StringBuilder(piece.Length * 200_000).Insert(0, piece, 200_000).ToString();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Feeds.Result("<rss><channel>" + row);
        Feeds.Result("<rss><channel><item><description>" + row);
        Feeds.Result("<rss><channel><item><description><![CDATA[" + row + "]]></description></item></channel></rss>");
        Feeds.Result("<html>" + row);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    private static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    private static Gen<string> Element(int depth)
    {
        var attributes = Gen.Select(OneOf("a", "b:c", "d"), Values, OneOf("\"", "'"), (name, value, quote) => $"{name}={quote}{value.Replace(quote, "", StringComparison.Ordinal)}{quote}")
            .Array[0, 3].Select(made => string.Join(' ', made.DistinctBy(one => one[0])));
        var text = Texts.Array[1, 4].Select(pieces => string.Concat(pieces).Replace("]]>", "", StringComparison.Ordinal));
        var other = OneOf("<!-- <x> - -->", "<![CDATA[<b>&amp;]]>", "<?p <x> ?>");
        var inside = depth == 0 ? Gen.OneOf(text, other) : Gen.OneOf(text, other, Element(depth - 1));
        return Gen.Select(Names, attributes, inside.Array[0, 4], (name, tag, children) =>
            children.Length == 0 ? $"<{name} {tag}/>" : $"<{name} {tag}>{string.Concat(children)}</{name} >");
    }

    private static void Render(FeedResult result)
    {
        Assert.True(result.Feed is not null || result.Problem is not null);
        if (result.Feed is not null)
        {
            using var json = System.Text.Json.JsonDocument.Parse(FeedLine.Render("x", result.Feed));
        }
    }

    private static string ByParser(string xml)
    {
        var seen = new StringBuilder();
        using var reader = new XmlTextReader(new StringReader(xml)) { Namespaces = false, Normalization = true, DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var isEmpty = reader.IsEmptyElement;
                    var name = reader.Name;
                    seen.Append('(').Append(name);
                    while (reader.MoveToNextAttribute())
                    {
                        seen.Append(' ').Append(reader.Name).Append('=').Append(reader.Value);
                    }

                    seen.Append(isEmpty ? "|)" + name : "|");
                    break;
                case XmlNodeType.EndElement:
                    seen.Append(')').Append(reader.Name);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    seen.Append(reader.Value);
                    break;
            }
        }

        return seen.ToString().Trim();
    }

    private static string ByReader(string xml)
    {
        var seen = new StringBuilder();
        var reader = new MarkupReader(xml.ReplaceLineEndings("\n"), isHtml: false);
        while (reader.Read())
        {
            switch (reader.Kind)
            {
                case MarkupKind.Start:
                    seen.Append('(').Append(reader.Name);
                    for (var index = 0; index < reader.AttributeCount; index++)
                    {
                        seen.Append(' ').Append(reader.AttributeName(index)).Append('=').Append(reader.AttributeValue(index));
                    }

                    seen.Append(reader.IsEmpty ? $"|){reader.Name}" : "|");
                    break;
                case MarkupKind.End:
                    seen.Append(')').Append(reader.Name);
                    break;
                case MarkupKind.Text:
                    seen.Append(CharacterReferences.Resolve(reader.Text, isHtml: false));
                    break;
                default:
                    seen.Append(reader.Text);
                    break;
            }
        }

        return seen.ToString().Trim();
    }
}
