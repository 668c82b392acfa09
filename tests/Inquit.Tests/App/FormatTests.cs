using System.Text;
using System.Text.Json;
using CsCheck;
using Inquit.Actors;
using Inquit.App;
using Inquit.App.Formats;
using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Meaning;
using Inquit.Text;
using Xunit;

namespace Inquit.Tests;

public sealed class FormatTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Three statements and a time: a pull quote, one with another inside it, the outer one interrupted by its cue.</summary>
    private static Analysis Sample { get; } = MarkedText.Parse(
        "date 2024-03-01 {content1:“We 🌧️ will\nnot wait”} {content2:“The dam,”} {cue2:wrote} {source2:the engineer Ana Ruiz}, "
        + "{content2:“holds, as {source3:the inspectors} {cue3:have\tfound}: {content3:it is sound}.”} It rained on Friday.",
        article => article with { Document = "dam", Title = "The \"old\" dam", Outlet = "Valley News", Url = "https://example.org/dam", Published = new DateOnly(2024, 3, 1), Language = "en", BodyStart = 15 },
        statement => statement.Index switch
        {
            0 => statement with { Kind = StatementKind.Direct, Confidence = 0.5, Said = new StatementTime("2024-03-01", TimeBasis.Published) },
            1 => statement with { Kind = StatementKind.Mixed, Speaker = new Speaker("Ana Ruiz", SpeakerType.Person, "engineer", "Water Board", "ES", SpeakerResolution.Name), Confidence = 0.123456, Said = new StatementTime("2024-02-23TMO", TimeBasis.Text, Friday) },
            _ => statement with { Within = 1 },
        }) with
    { Entities = [new NamedEntity(new TokenRange(22, 24), EntityType.Person, "Ana Ruiz")], Times = [new TimeExpression(Friday, TimeType.Time, "2024-02-23TMO")] };

    /// <summary>The last word of <see cref="Sample"/>.</summary>
    private static TextSpan Friday => new(144, 150);

    [Fact]
    public void The_table_is_as_expected() => Expectation.Check("read.table.txt", Table(Sample, 100));

    [Fact]
    public void A_narrow_table_is_as_expected() => Expectation.Check("read.table-narrow.txt", Table(Sample, 72));

    [Fact]
    public void A_table_in_colour_is_as_expected() => Expectation.Check("read.table-colour.txt", Table(Sample, 100, hasColor: true).Replace('\e', '␛'));

    [Fact]
    public void The_json_line_is_as_expected() => Expectation.Check("read.jsonl", Json(Sample));

    [Fact]
    public void The_brat_file_is_as_expected() => Expectation.Check("read.ann", Brat(Sample, includeNested: false));

    [Fact]
    public void The_brat_file_with_nested_statements_is_as_expected() => Expectation.Check("read.nested.ann", Brat(Sample, includeNested: true));

    [Fact]
    public void The_conllu_is_as_expected() => Expectation.Check("parse.conllu", Encoding.UTF8.GetString(new ConlluFormat(Stream.Null).Render(Sample).Span));

    [Fact]
    public void A_table_of_nothing_says_so() => Assert.Equal("test\nNo statements found.\n\n", Table(MarkedText.Parse("It rained."), 80));

    [Fact]
    public void A_table_lets_no_control_character_through()
    {
        var table = Table(MarkedText.Parse("{source:A\e[2JB} {cue:says\b} {content:\u009B31m [red]x[/]}"), 80);
        Assert.DoesNotContain(table, unit => char.IsControl(unit) && unit != '\n');
        Assert.Contains("[red]x[/]", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(72)]
    [InlineData(79)]
    [InlineData(200)]
    public void A_table_keeps_all_of_the_content_and_its_width(int width)
    {
        var words = Enumerable.Range(0, 300).Select(number => $"w{number}");
        var table = Table(MarkedText.Parse($"{{source:A}} {{cue:said}} {{content:{string.Join(' ', words)} {new string('x', 500)}}}"), width);
        Assert.All(table.Split('\n'), line => Assert.True(line.Length <= width, line));
        Assert.Equal(500, table.Count(unit => unit == 'x'));
        var letters = string.Concat(table.Where(char.IsAsciiLetterOrDigit));
        Assert.Equal(300, letters.Count(unit => unit == 'w'));
    }

    [Fact]
    public void Json_counts_code_points_and_keeps_lone_surrogates()
    {
        using var json = JsonDocument.Parse(Json(MarkedText.Parse("😀 \uD800 {source:Zoë \uDC00\"\n} {cue:said} {content:x}")));
        var source = json.RootElement.GetProperty("statements")[0].GetProperty("source");
        Assert.Equal("[[4,11]]", source.GetProperty("spans").GetRawText());
        Assert.Equal("\"Zoë \\udc00\\\"\\u000a\"", source.GetProperty("text").GetRawText());
    }

    [Fact]
    public void Json_says_of_every_statement_the_same_keys()
    {
        string[] keys =
        [
            "id", "kind", "source", "cue", "content", "addressee", "medium", "place", "speaker", "within", "act", "target", "polarity",
            "modality", "condition", "said", "about", "due", "confidence",
        ];
        using var json = JsonDocument.Parse(Json(Sample));
        Assert.All(json.RootElement.GetProperty("statements").EnumerateArray(), statement =>
            Assert.Equal(keys, statement.EnumerateObject().Select(property => property.Name)));
    }

    [Fact]
    public void Any_text_makes_one_line_of_json_that_gives_the_text_back() =>
        Gen.Char.Array[1, 30].Select(units => new string(units)).Sample(text =>
        {
            var analysis = MarkedText.Analyze(new Article(text), [new Statement { Index = 0, Kind = StatementKind.Direct, Content = [new TextSpan(0, text.Length)] }]);
            var line = Json(analysis);
            Assert.Equal(line.Length - 1, line.IndexOf('\n', StringComparison.Ordinal));
            using var json = JsonDocument.Parse(line);
            var raw = json.RootElement.GetProperty("statements")[0].GetProperty("content").GetProperty("text").GetRawText();
            Assert.Equal(text, Unescape(raw[1..^1]));
        });

    [Fact]
    public void Brat_refuses_names_that_are_no_file_names()
    {
        var format = new BratFormat(folder.Path, includeNested: false);
        foreach (var name in new[] { "..", "../a", "a/b", "a\\b", "", "a\0" })
        {
            Assert.StartsWith("Its name ", format.Write(new Article("x") { Document = name }, default));
        }

        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    private static string Table(Analysis analysis, int width, bool hasColor = false) => Encoding.UTF8.GetString(
        new TableFormat(new Terminal(Stream.Null, Stream.Null, TextWriter.Null, hasColor, width)).Render(analysis).Span);

    private static string Json(Analysis analysis) => Encoding.UTF8.GetString(new JsonLinesFormat(Stream.Null).Render(analysis).Span);

    private string Brat(Analysis analysis, bool includeNested)
    {
        var format = new BratFormat(folder.Path, includeNested);
        Assert.Null(format.Write(analysis.Article, format.Render(analysis)));
        return File.ReadAllText(folder.PathOf(analysis.Article.Document + ".ann"));
    }

    private static string Unescape(string json)
    {
        var text = new StringBuilder();
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\')
            {
                text.Append(json[i]);
                continue;
            }

            i++;
            text.Append(json[i] switch
            {
                'u' => (char)Convert.ToUInt16(json.Substring(i + 1, 4), 16),
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\b',
                'f' => '\f',
                var other => other,
            });
            i += json[i] == 'u' ? 4 : 0;
        }

        return text.ToString();
    }
}
