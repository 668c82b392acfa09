using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Inquit.Actors;
using Inquit.App.Formats;
using Inquit.Attribution;
using Inquit.Ledger;
using Parquet;
using Xunit;

namespace Inquit.Tests;

/// <summary>What <c>inquit export</c> gives and <c>inquit import</c> takes.</summary>
public sealed class ExportCommandTests : IDisposable
{
    private const string News =
        """
        {"id":"1","outlet":"Wire","published":"2024-05-14","url":"https://example.org/1","title":"=SUM(\"A\")","text":"😀\nAna Ruiz: it rained\nBob Lee: @home, \"no\"\nCarla Brekke: it \ud800 snowed"}
        {"id":"2","outlet":"Wire","published":"2023-01-02","text":"Ana Ruiz: the bridge holds"}
        {"id":"2","outlet":"Wire","published":"2023-01-02","text":"Ana Ruiz: the bridge fell"}
        {"id":"3","outlet":"Other","text":"Nothing was said."}
        """;

    private readonly TemporaryFolder folder = new();

    private string First => folder.PathOf("first.db");

    private string Second => folder.PathOf("second.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_exported_is_imported_as_it_was()
    {
        Fill();
        var exported = Run("export", "--ledger", First);
        Assert.Equal((0, ""), (exported.ExitCode, exported.Error));
        var file = folder.Write("all.jsonl", exported.Output);
        var imported = Run("import", "--ledger", Second, file);
        Assert.Equal((0, "4 articles imported\n", ""), (imported.ExitCode, imported.Output, imported.Error));
        Assert.Equal(exported.Output, Run("export", "--ledger", Second).Output);
        var (before, after) = (await LedgerDump.OfAsync(First), await LedgerDump.OfAsync(Second));
        Assert.All(before.Keys.Where(table => table != "ledger"), table => Assert.Equal(before[table], after[table]));

        // Again, into what is now not empty: nothing changes.
        imported = Run("import", "--ledger", Second, file);
        Assert.Equal((0, "0 added, 0 corrected, 4 known, 0 unread\n", ""), (imported.ExitCode, imported.Output, imported.Error));
        Assert.Equal(exported.Output, Run("export", "--ledger", Second).Output);
    }

    [Fact]
    public void An_export_is_taken_packed_and_from_standard_input()
    {
        Fill();
        var packed = folder.PathOf("all.jsonl.gz");
        using (var gzip = new GZipStream(File.Create(packed), CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Run("export", "--ledger", First).Output));
        }

        Assert.Equal("4 articles imported\n", Run("import", "--ledger", Second, packed).Output);
        var piped = CommandRun.Of(["import", "--ledger", folder.PathOf("third.db"), "-"], input: Encoding.UTF8.GetBytes(Run("export", "--ledger", Second).Output));
        Assert.Equal("4 articles imported\n", piped.Output);
    }

    [Fact]
    public void Each_article_of_an_export_has_what_read_gives()
    {
        Fill();
        var line = Run("export", "--ledger", First).Output.Split('\n').First(line => line.StartsWith("{\"article\":", StringComparison.Ordinal));
        var article = JsonDocument.Parse(line.Replace("\\ud800", "?", StringComparison.Ordinal)).RootElement;
        var id = article.GetProperty("article").GetString()!;
        var shown = JsonDocument.Parse(Run("article", "--ledger", First, "--format", "jsonl", id).Output.Replace("\\ud800", "?", StringComparison.Ordinal)).RootElement;
        Assert.All(shown.EnumerateObject(), property => Assert.Equal(property.Value.ToString(), article.GetProperty(property.Name).ToString()));
        Assert.Contains("\\ud800", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"it rained\"", "\"it reined\"", "line 2: statements[0].content.text is not what the article has there.")]
    [InlineData("example.org/1", "example.org/2", "line 2: article is not the id of this text and url; one of the three was changed.")]
    [InlineData("\"indirect\"", "\"loud\"", "line 2: statements[0].kind is 'loud', which is not known here.")]
    [InlineData("\"confidence\":0.75", "\"confidence\":7.5", "line 2: statements[0].confidence is no number from 0 to 1.")]
    [InlineData("\"bodyStart\":0", "\"bodyStart\":5000", "line 2: bodyStart is outside the text, which has ")]
    [InlineData("[12,21]", "[12,99999]", "line 2: statements[0].content.spans is outside the text, which has ")]
    [InlineData("[12,21]", "[21,12]", "line 2: statements[0].content.spans is no span: one is written [12,30].")]
    [InlineData("\"published\":\"2024-05-14\"", "\"published\":\"14.5.2024\"", "line 2: published is no day: one is written 2024-05-14.")]
    [InlineData("\"outlet\":\"Wire\"", "\"outlet\":5", "line 2: outlet is not a string.")]
    [InlineData("\"within\":null", "\"within\":\"s1\"", "line 2: statements[0].within is 's1', which is no other statement's id.")]
    [InlineData("\"within\":null", "\"within\":\"s9\"", "line 2: statements[0].within is 's9', which is no other statement's id.")]
    [InlineData("\"engine\":\"1.0.0+test\"", "\"engine\":\"new\"", "line 2: engine is no version of an engine.")]
    [InlineData("\"actor\":\"a0\"", "\"actor\":\"0\"", "line 2: sightings[0].actor is no id of an actor: one is written a12.")]
    [InlineData("{\"ledger\":\"inquit\",\"version\":1", "{\"ledger\":\"inquit\",\"version\":2", "line 1: The ledger was exported by another version of the program, in form 2; this one reads form 1.")]
    [InlineData("{\"ledger\":", "[\"ledger\":", "line 1: This is not JSON: byte ")]
    [InlineData("{\"ledger\":\"inquit\"", "{\"text\":\"inquit\"", "line 1: This is no line of an exported ledger. 'inquit export' writes one; articles are read by 'inquit add'.")]
    [InlineData("\"articles\":4", "\"articles\":5", "The ledger is not whole: it has 4 of 5 articles")]
    public void A_damaged_export_is_named_and_nothing_of_it_is_taken(string exact, string damaged, string says)
    {
        Fill();
        var text = Run("export", "--ledger", First).Output;
        var at = text.IndexOf(exact, StringComparison.Ordinal);
        Assert.True(at >= 0, exact);
        text = text[..at] + damaged + text[(at + exact.Length)..];
        var run = Run("import", "--ledger", Second, folder.Write("all.jsonl", text));
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was imported. Get the export again, or take what can be read with --salvage.\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("""{"what":"articles","value":0}""", Run("stats", "--ledger", Second, "--format", "jsonl").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_can_be_read_of_a_damaged_export_is_salvaged()
    {
        Fill();
        var lines = Run("export", "--ledger", First).Output.Split('\n');
        lines[2] = lines[2][..^20];
        var run = Run("import", "--salvage", "--ledger", Second, folder.Write("all.jsonl", string.Join('\n', lines)));
        Assert.Equal((1, "3 added, 0 corrected, 0 known, 1 unread\n"), (run.ExitCode, run.Output)); // line 3 was the older version of line 4
        Assert.Contains("line 3: This is not JSON", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Into_a_ledger_with_articles_what_is_missing_is_said_and_a_second_export_is_not_taken()
    {
        Fill();
        var text = Run("export", "--ledger", First).Output;
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Import(string.Join('\n', lines[..3]), $"line 3: The export breaks off here: {lines.Length - 3} lines are missing. What is there was taken; get the export again.");
        Import(string.Join('\n', lines[1..]), $"line {lines.Length - 1}: The first line of the export is missing, by which it is seen whether all is there. What is there was taken.");
        Import(text + text, $"line {lines.Length + 1}: A second export begins. Give each one by itself; nothing was taken from here on.");

        void Import(string export, string says)
        {
            var file = folder.Write("all.jsonl", export);
            var run = Run("import", "--ledger", First, file);
            Assert.Equal((1, $"inquit: {file}: {says}\n"), (run.ExitCode, run.Error));
            Assert.EndsWith(" known, 1 unread\n", run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_missing_export_is_named()
    {
        var run = Run("import", "--ledger", Second, folder.PathOf("none.jsonl"));
        Assert.Equal((1, $"inquit: {folder.PathOf("none.jsonl")}: There is no such file or folder. Check the name. Nothing was imported. Get the export again, or take what can be read with --salvage.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public void A_table_of_statements_has_no_formula_and_all_that_were_asked_for()
    {
        Fill();
        var run = Run("export", "--ledger", First, "--format", "csv");
        var lines = run.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((0, 5), (run.ExitCode, lines.Length));
        Assert.DoesNotContain(lines.SelectMany(line => line.Split(',')), cell => cell.TrimStart('"') is ['=' or '+' or '-' or '@', ..]);
        Assert.Contains("\"'=SUM(\"\"A\"\")\"", lines[1], StringComparison.Ordinal);
        Assert.Equal(2, Run("export", "--ledger", First, "--format", "csv", "--speaker", "Ana Ruiz", "--since", "2024").Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(6, Run("export", "--ledger", First, "--format", "csv", "--all-versions").Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Parquet_holds_the_same_as_csv()
    {
        Fill();
        var path = folder.PathOf("statements.parquet");
        AssertSilent(Run("export", "--ledger", First, "--format", "parquet", "--out", path));
        await using var reader = await ParquetReader.CreateAsync(path, cancellationToken: TestContext.Current.CancellationToken);
        var header = Run("export", "--ledger", First, "--format", "csv").Output.Split("\r\n")[0].Split(',');
        Assert.Equal(header, reader.Schema.GetDataFields().Select(field => field.Name));
        using var group = reader.OpenRowGroupReader(0);
        Assert.Equal(4, group.RowCount);
        var (names, days, sure) = (new string?[4], new DateTime?[4], new double?[4]);
        var fields = reader.Schema.GetDataFields().ToDictionary(field => field.Name);
        await group.ReadAsync(fields["speaker"], names.AsMemory()!, cancellationToken: TestContext.Current.CancellationToken);
        await group.ReadAsync(fields["day"], days.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        await group.ReadAsync(fields["confidence"], sure.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["Ana Ruiz", "Bob Lee", "Carla Brekke", "Ana Ruiz"], names);
        Assert.Equal([new DateTime(2024, 5, 14), new DateTime(2023, 1, 2)], days.Distinct().Select(day => day!.Value));
        Assert.All(sure, value => Assert.Equal(0.75, value));
    }

    [Fact]
    public void Annotations_select_the_very_words()
    {
        Fill();
        var path = folder.PathOf("annotations.json");
        AssertSilent(Run("export", "--ledger", First, "--format", "annotations", "--out", path));
        var collection = Parse(File.ReadAllText(path));
        Assert.Equal("AnnotationCollection", collection.GetProperty("type").GetString());
        Assert.Equal("http://www.w3.org/ns/anno.jsonld", collection.GetProperty("@context")[0].GetString());
        var items = collection.GetProperty("first").GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(4, items.Length);
        Assert.Equal(4, items.Select(item => item.GetProperty("id").GetString()).Distinct().Count());
        foreach (var target in items.SelectMany(item => item.GetProperty("target").EnumerateArray()))
        {
            var quote = target.GetProperty("selector").EnumerateArray().Single(selector => selector.GetProperty("type").GetString() == "TextQuoteSelector");
            var position = target.GetProperty("selector").EnumerateArray().Single(selector => selector.GetProperty("type").GetString() == "TextPositionSelector");
            var source = target.GetProperty("source").GetString()!;
            var article = source.StartsWith("urn:inquit:", StringComparison.Ordinal) ? source["urn:inquit:".Length..] : items[0].GetProperty("id").GetString()!["urn:inquit:".Length..].Split('#')[0];
            var runes = Run("article", "--ledger", First, "--format", "text", article).Output.EnumerateRunes().ToArray();
            var (start, end) = (position.GetProperty("start").GetInt32(), position.GetProperty("end").GetInt32());
            var (prefix, exact, suffix) = (Words(quote, "prefix"), Words(quote, "exact"), Words(quote, "suffix"));
            Assert.Equal(exact, string.Concat(runes[start..end]));
            Assert.EndsWith(prefix, string.Concat(runes[..start]), StringComparison.Ordinal);
            Assert.StartsWith(suffix, string.Concat(runes[end..]), StringComparison.Ordinal);
            Assert.InRange(prefix.Length, Math.Min(30, start), 32);
        }

        Assert.Equal(["Ana Ruiz", "Bob Lee", "Carla Brekke", "Ana Ruiz"], items.Select(item => item.GetProperty("body")[0].GetProperty("value").GetString()));

        static string Words(JsonElement quote, string name) => quote.GetProperty(name).GetString()!;
    }

    [Fact]
    public void Quotations_name_speaker_article_and_publisher()
    {
        Fill();
        var graph = Parse(Run("export", "--ledger", First, "--format", "quotations").Output);
        Assert.Equal("https://schema.org", graph.GetProperty("@context").GetString());
        var first = graph.GetProperty("@graph")[0];
        Assert.Equal(4, graph.GetProperty("@graph").GetArrayLength());
        Assert.Equal(("Quotation", "it rained", "2024-05-14"), (first.GetProperty("@type").GetString(), first.GetProperty("text").GetString(), first.GetProperty("dateCreated").GetString()));
        Assert.Equal("""[{"@type":"Person","name":"Ana Ruiz"}]""", first.GetProperty("spokenByCharacter").GetRawText());
        var article = first.GetProperty("isPartOf");
        Assert.Equal(("NewsArticle", "https://example.org/1", "=SUM(\"A\")", "2024-05-14"), (article.GetProperty("@type").GetString(), article.GetProperty("url").GetString(), article.GetProperty("headline").GetString(), article.GetProperty("datePublished").GetString()));
        Assert.Equal("Wire", article.GetProperty("publisher").GetProperty("name").GetString());
    }

    [Fact]
    public void Citron_gets_a_file_an_article()
    {
        Fill();
        var target = folder.PathOf("citron");
        AssertSilent(Run("export", "--ledger", First, "--format", "citron", "--out", target));
        var files = Directory.GetFiles(target, "*.json");
        Assert.Equal(3, files.Length);
        var document = files.Select(file => Parse(File.ReadAllText(file))).Single(document => document.GetProperty("quotes").GetArrayLength() == 3);
        Assert.Equal("""{"start":10,"end":11,"text":":"}""", document.GetProperty("quotes")[0].GetProperty("cue").GetRawText());
        var quote = document.GetProperty("quotes")[0];
        Assert.Equal("""[{"start":2,"end":10,"text":"Ana Ruiz"}]""", quote.GetProperty("sources").GetRawText());
        Assert.Equal("""[{"start":12,"end":21,"text":"it rained"}]""", quote.GetProperty("contents").GetRawText());
    }

    [Fact]
    public void Citron_has_no_quote_without_a_cue()
    {
        var article = new Article("It rained, she said. \"It snowed.\"");
        var said = new Statement { Index = 0, Kind = StatementKind.Indirect, Cue = [new(15, 19)], Content = [new(0, 9)], Confidence = 1 };
        var rendered = JsonDocument.Parse(CitronFormat.Render(new ArticleFindings(article, [said, new Statement { Index = 1, Kind = StatementKind.Direct, Content = [new(21, 33)], Confidence = 1 }], [], [])));
        Assert.Equal("s1", Assert.Single(rendered.RootElement.GetProperty("quotes").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Linked_data_refers_to_the_web_only_and_has_no_place_speak()
    {
        var statement = new Statement { Index = 0, Kind = StatementKind.Indirect, Content = [new(0, 9)], Confidence = 1, Speaker = new Speaker("Norway", SpeakerType.State, ResolvedBy: SpeakerResolution.Name) };
        foreach (var (url, address) in new (string?, string?)[] { (null, null), ("no address", null), ("javascript:alert(1)", null), ("/news/1", null), ("https://example.org/a b", "https://example.org/a%20b") })
        {
            var stored = new StoredArticle("abc", new Article("it rained") { Url = url }, EngineVersion.Parse("1.0+a"), null, default);
            var annotation = (await WriteAsync(LinkedData.WriteAnnotationsAsync)).GetProperty("first").GetProperty("items")[0];
            Assert.Equal(address ?? "urn:inquit:abc", annotation.GetProperty("target")[0].GetProperty("source").GetString());
            var quotation = (await WriteAsync(LinkedData.WriteQuotationsAsync)).GetProperty("@graph")[0];
            Assert.Equal(address, quotation.GetProperty("isPartOf").TryGetProperty("url", out var given) ? given.GetString() : null);
            Assert.Equal("GovernmentOrganization", quotation.GetProperty("spokenByCharacter")[0].GetProperty("@type").GetString());

            async Task<JsonElement> WriteAsync(Func<Stream, IAsyncEnumerable<FoundStatement>, Task> write)
            {
                using var output = new MemoryStream();
                await write(output, new[] { new FoundStatement(stored, statement, null, []) }.ToAsyncEnumerable());
                return JsonDocument.Parse(output.ToArray()).RootElement;
            }
        }
    }

    [Fact]
    public async Task A_pipe_is_written_to_and_stays_one()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes among its files.");
        Fill();
        var pipe = folder.PathOf("pipe");
        using (var made = System.Diagnostics.Process.Start("mkfifo", pipe))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var reading = Task.Run(() => File.ReadAllText(pipe), TestContext.Current.CancellationToken); // to open it is to wait for the writer
        AssertSilent(Run("export", "--ledger", First, "--format", "csv", "--out", pipe));
        Assert.StartsWith("id,day,speaker", await reading, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(pipe).Length);
        Assert.False(File.Exists(pipe + ".part"));
        if (File.Exists("/dev/full"))
        {
            var run = Run("export", "--ledger", First, "--out", "/dev/full");
            Assert.Equal(3, run.ExitCode);
            Assert.StartsWith("inquit: '/dev/full' cannot be written: ", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_was_there_stays_where_the_new_file_cannot_be_finished()
    {
        Fill();
        var file = folder.Write("all.jsonl", "old");
        Assert.Equal(3, Run("export", "--ledger", First, "--out", Path.Combine(file, "x")).ExitCode);
        AssertSilent(Run("export", "--ledger", First, "--out", file));
        Assert.StartsWith("{\"ledger\":", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.False(File.Exists(file + ".part"));
    }

    [Fact]
    public void A_link_is_followed_and_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right there that few have.");
        Fill();
        var (file, link) = (folder.Write("old.jsonl", "old"), folder.PathOf("link.jsonl"));
        File.CreateSymbolicLink(link, file);
        AssertSilent(Run("export", "--ledger", First, "--out", link));
        Assert.Equal(file, new FileInfo(link).LinkTarget);
        Assert.StartsWith("{\"ledger\":", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--format parquet needs --out, the file that takes it.", "--format", "parquet")]
    [InlineData("--format citron needs --out, the folder that takes a file an article.", "--format", "citron")]
    [InlineData("--format jsonl gives whole articles. Statements are chosen with csv, parquet, annotations, quotations.", "--speaker", "Ana")]
    [InlineData("Argument 'xml' not recognized.", "--format", "xml")]
    public void What_does_not_go_together_is_said(string says, params string[] options)
    {
        var run = Run(["export", "--ledger", First, .. options]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    private static void AssertSilent(CommandRun run) => Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Error));

    /// <summary>JSON whose lone surrogates, which the framework's reader does not take, became the mark that stands for what cannot be shown.</summary>
    private static JsonElement Parse(string json) => JsonDocument.Parse(json.Replace("\\ud800", "\uFFFD", StringComparison.Ordinal)).RootElement;

    private static CommandRun Run(params string[] args) => CommandRun.Of(args, LedgerCommandTests.Read);

    private void Fill() => Assert.Equal(0, Run("add", "--ledger", First, folder.Write("news.jsonl", News)).ExitCode);
}
