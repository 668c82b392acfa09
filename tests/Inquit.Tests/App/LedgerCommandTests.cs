using System.Text.Json;
using Inquit.Actors;
using Inquit.App;
using Xunit;

namespace Inquit.Tests;

/// <summary>The commands on a ledger, with an engine for which each line "NAME: WORDS" is a statement.</summary>
public sealed class LedgerCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Ledger => folder.PathOf("test.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Articles_are_added_once_and_what_cannot_be_read_is_named()
    {
        var (good, missing) = (folder.Write("a.txt", "Ana Ruiz: it rained"), folder.PathOf("b.txt"));
        var run = Run("add", good, missing);
        Assert.Equal((1, "1 added, 0 corrected, 0 known, 1 unread; 1 statements\n"), (run.ExitCode, run.Output));
        Assert.Equal($"inquit: {missing}: There is no such file or folder. Check the name.\n", run.Error);
        run = Run("add", good);
        Assert.Equal((0, "0 added, 0 corrected, 1 known, 0 unread; 0 statements\n", ""), (run.ExitCode, run.Output, run.Error));
        Assert.Matches($"^inquit: {good}: Passed over: it is in the ledger as [0-9a-f]{{12}}\\.\n$", Run("add", "--verbose", good).Error);
    }

    [Fact]
    public void A_corrected_article_takes_the_place_of_the_old_one()
    {
        Run("add", folder.Write("a.jsonl", """{"id":"1","outlet":"Wire","text":"Ana Ruiz: it rained"}"""));
        var run = Run("add", "--verbose", folder.Write("b.jsonl", """{"id":"1","outlet":"Wire","text":"Ana Ruiz: it snowed"}"""));
        Assert.Equal("0 added, 1 corrected, 0 known, 0 unread; 1 statements\n", run.Output);
        Assert.Contains("Takes the place of an older version as ", run.Error, StringComparison.Ordinal);
        Assert.Equal("No statements found.\n", Run("search", "rained").Output);
        var old = JsonDocument.Parse(Run("search", "rained", "--all-versions", "--format", "jsonl").Output).RootElement.GetProperty("article").GetString()!;
        Assert.Contains("A newer version took its place: ", Run("article", old[..12]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_the_engine_costs_one_article()
    {
        var run = CommandRun.Of(["add", "--ledger", Ledger, folder.Write("a.txt", "x"), folder.Write("b.txt", "y")], article => article.Text == "x" ? throw new InvalidOperationException("No tree.") : MarkedText.Analyze(article));
        Assert.Equal((1, "1 added, 0 corrected, 0 known, 1 unread; 0 statements\n"), (run.ExitCode, run.Output));
        Assert.Equal($"inquit: {folder.PathOf("a.txt")}: A mistake in inquit: InvalidOperationException: No tree. Please report it with this file.\n", run.Error);
    }

    [Fact]
    public void Search_gives_a_table_jsonl_or_csv_and_pages()
    {
        Add("Ana Ruiz: it rained\nBob Lee: =rained(1),\"no\"\nCarla Brekke: it snowed");
        var table = Run("search", "rained");
        Assert.Equal((0, ""), (table.ExitCode, table.Error));
        Assert.Contains("Ana Ruiz", table.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Carla Brekke", table.Output, StringComparison.Ordinal);

        var csv = Run("search", "rained", "--format", "csv").Output.Split("\r\n");
        Assert.Equal("id,day,speaker,type,role,affiliation,country,kind,source,cue,content,confidence,document,title,outlet,url,published,actors,resolved_by,speaker_confidence,addressee,medium,place,said,within,source_spans,cue_spans,content_spans", csv[0]);
        Assert.EndsWith("#s2,2024-05-14,Bob Lee,person,,,,indirect,Bob Lee,:,\"'=rained(1),\"\"no\"\"\",0.75,a,,,,2024-05-14,a1,name,0.93,,,,,,36 43,43 44,45 60", csv[2]);

        var lines = Run("search", "rained", "--format", "jsonl").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(["Ana Ruiz", "Bob Lee"], lines.Select(line => line.GetProperty("statement").GetProperty("speaker").GetProperty("name").GetString()));
        Assert.Equal("it rained", lines[0].GetProperty("statement").GetProperty("content").GetProperty("text").GetString());
        Assert.Equal("a0", lines[0].GetProperty("actors")[0].GetString());

        var first = lines[0].GetProperty("id").GetString()!;
        Assert.Equal(Lines(lines[1]), Lines(Run("search", "rained", "--format", "jsonl", "--after", first).Output));
        Assert.Equal(Lines(lines[1]), Lines(Run("search", "rained", "--format", "jsonl", "--after", first[..12] + "#s1").Output));
        Assert.Equal(Lines(lines[0]), Lines(Run("search", "rained", "--format", "jsonl", "--limit", "1").Output));
        Assert.Equal(Lines(lines[1]), Lines(Run("search", "rained", "--format", "jsonl", "--oldest", "--limit", "1").Output));
        Assert.Equal(Lines(lines[0]), Lines(Run("search", "rained", "-lee", "--format", "jsonl").Output));
        Assert.Equal(Lines(lines[1]), Lines(Run("search", "--speaker", "lee", "--since", "2024", "--until", "2024-05", "--kind", "indirect", "--format", "jsonl").Output));

        static string Lines(object json) => json.ToString()!.TrimEnd('\n');
    }

    [Fact]
    public void An_article_is_shown_as_it_was_read()
    {
        const string Text = "date 2024-05-14\r\nAna Ruiz: it rained\r\n";
        var path = folder.Write("a.txt", Text);
        Run("add", path);
        var id = new Article(Text).ComputeId();
        Assert.Equal(Run("read", "--format", "jsonl", path).Output, Run("article", id[..12], "--format", "jsonl").Output);
        Assert.Equal(Run("read", path).Output, Run("article", id + "#s1").Output);
        Assert.Equal(Text, Run("article", id, "--format", "text").Output);
        Assert.Equal((2, $"inquit: There is no article '{new string('0', 12)}' in {Ledger}.\n"), (Run("article", new string('0', 12)).ExitCode, Run("article", new string('0', 12)).Error));
        Assert.Equal(2, Run("article", "0123").ExitCode);
    }

    [Fact]
    public void Speakers_are_listed_merged_split_and_that_is_taken_back()
    {
        Add("Ana Ruiz: one\nBob Lee: two\nAna Ruiz: three");
        Assert.Equal(["id,name,type,role,country,statements,first,last", "a0,Ana Ruiz,person,,,2,2024-05-14,2024-05-14", "a1,Bob Lee,person,,,1,2024-05-14,2024-05-14", ""], Run("speakers", "--format", "csv").Output.Split("\r\n"));
        Assert.StartsWith("Ana Ruiz · person · a0\n2 statements, 2024-05-14 to 2024-05-14\n", Run("speaker", "ruiz").Output);
        Assert.Equal("decision 1: Ana Ruiz and Bob Lee are one\n", Run("actors", "merge", "a0", "bob lee").Output);
        Assert.Contains("3 statements", Run("speaker", "Bob Lee").Output, StringComparison.Ordinal);
        Assert.Equal("{\"number\":1,\"decision\":\"merge\",\"first\":\"a0\",\"second\":\"a1\",\"name\":null}\n", Run("actors", "decisions", "--format", "jsonl").Output);
        Assert.Equal("decision 2: Bob Lee is a2 and not Ana Ruiz\n", Run("actors", "split", "a0", "Bob Lee").Output);
        Assert.Equal("decision 2 is taken back\n", Run("actors", "undo", "2").Output);
        Assert.Equal("decision 1 is taken back\n", Run("actors", "undo", "1").Output);
        Assert.Equal((2, "inquit: No decision 1 holds.\n"), (Run("actors", "undo", "1").ExitCode, Run("actors", "undo", "1").Error));
        Assert.Equal("inquit: The ledger knows no speaker 'nobody'. 'inquit speakers' lists those it knows.\n", Run("speaker", "nobody").Error);
    }

    [Fact]
    public void A_name_that_several_bear_asks_which()
    {
        Add("Ana Ruiz: one\nBob Ruiz: two");
        Assert.Equal("inquit: 'ruiz' may be a0 (Ana Ruiz), a1 (Bob Ruiz). Give one of these ids.\n", Run("speaker", "ruiz").Error);
        Assert.StartsWith("Bob Ruiz · person · a1\n", Run("speaker", "bob ruiz").Output);
    }

    [Fact]
    public void Stats_count_and_reread_finds_nothing_to_do()
    {
        Add("Ana Ruiz: one");
        Assert.Contains("statements with a named speaker,1\r\n", Run("stats", "--format", "csv").Output, StringComparison.Ordinal);
        Assert.Contains("articles read by engine 1.0.0+test,1\r\n", Run("stats", "--format", "csv").Output, StringComparison.Ordinal);
        Assert.Equal("0 read again, 0 unread; 0 statements\n", Run("reread").Output);
    }

    [Fact]
    public void A_newer_engine_reads_again_and_an_older_one_does_not()
    {
        Add("Ana Ruiz: one");
        var run = Reread("0.9.0+test");
        Assert.Equal((0, "0 read again, 0 unread; 0 statements\n"), (run.ExitCode, run.Output));
        run = Reread("1.1.0+test");
        Assert.Equal((0, "1 read again, 0 unread; 0 statements\n"), (run.ExitCode, run.Output));
        Assert.Equal("No statements found.\n", Run("search", "one").Output);
        Assert.Contains("articles read by engine 1.1.0+test,1\r\n", Run("stats", "--format", "csv").Output, StringComparison.Ordinal);

        CommandRun Reread(string version) => CommandRun.Of(["reread", "--ledger", Ledger], version: version);
    }

    [Theory]
    [InlineData(2, "inquit: The search cannot be understood: The quotation mark before 'oil' is not closed.\nSee 'inquit search --help'.\n", "search", "\"oil")]
    [InlineData(2, "inquit: There is no option '--speker'.\nSee 'inquit search --help'.\n", "search", "oil", "--speker", "x")]
    [InlineData(2, "inquit: Give words to look for, or an option such as --speaker.\nSee 'inquit search --help'.\n", "search")]
    [InlineData(2, "inquit: --since takes a day, month or year: 2024-05-14, 2024-05 or 2024.\nSee 'inquit search --help'.\n", "search", "x", "--since", "yesterday")]
    [InlineData(2, "inquit: --country takes the two letters of ISO 3166-1, as RU.\nSee 'inquit search --help'.\n", "search", "x", "--country", "Russia")]
    [InlineData(2, "inquit: --limit takes a whole number from 1.\nSee 'inquit search --help'.\n", "search", "x", "--limit", "0")]
    [InlineData(2, "inquit: --format takes table, jsonl or csv.\nSee 'inquit search --help'.\n", "search", "x", "--format", "xml")]
    [InlineData(2, "inquit: '&&' has no letter or digit to look for.\n", "search", "--role", "&&")]
    [InlineData(2, "inquit: 's1' is no statement's id. One is written as the article's id, #s and a number: 0123456789ab#s1.\n", "search", "x", "--after", "s1")]
    public void Wrong_usage_is_refused(int code, string error, params string[] args)
    {
        Add("Ana Ruiz: one");
        var run = Run(args);
        Assert.Equal((code, "", error), (run.ExitCode, run.Output, run.Error.ReplaceLineEndings("\n")));
    }

    [Fact]
    public void A_ledger_that_cannot_be_used_is_named()
    {
        Assert.Equal((3, $"inquit: There is no ledger '{Ledger}'. Make one with 'inquit add', or name another with --ledger.\n"), (Run("search", "x").ExitCode, Run("search", "x").Error));
        var text = folder.Write("text.db", new string('x', 5000));
        var run = CommandRun.Of(["search", "x", "--ledger", text]);
        Assert.Equal((3, $"inquit: '{text}' is no ledger but another kind of file. Name another with --ledger.\n"), (run.ExitCode, run.Error));
        run = CommandRun.Of(["stats", "--ledger", folder.PathOf("no/folder/x.db")]);
        Assert.Equal(3, run.ExitCode);
        run = CommandRun.Of(["add", "--ledger", folder.PathOf("no/folder/x.db"), folder.Write("a.txt", "x")]);
        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith($"inquit: The ledger '{folder.PathOf("no/folder/x.db")}' cannot be opened: ", run.Error);
        run = CommandRun.Of(["stats", "--ledger", "Host=127.0.0.1;Port=1;Username=u;Password=secret;Database=d"]);
        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("inquit: The ledger PostgreSQL 127.0.0.1:1/d cannot be reached: ", run.Error);
        Assert.DoesNotContain("secret", run.Error, StringComparison.Ordinal);
        run = CommandRun.Of(["add", "--ledger", "Database=d;Server=127.0.0.1;Port=1;Password=secret", folder.Write("a.txt", "x")]);
        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("inquit: The ledger PostgreSQL 127.0.0.1:1/d cannot be reached: ", run.Error);
        run = CommandRun.Of(["stats", "--ledger", "postgres://u:secret@127.0.0.1:1/d?Bogus=1"]);
        Assert.Equal(3, run.ExitCode);
        Assert.DoesNotContain("secret", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1200, 2, 19037, 10, "1,200 of 19,037 articles, 120 a second, 2:28 left, 2 failed")]
    [InlineData(10, 0, null, 2, "10 articles, 5 a second")]
    [InlineData(10, 0, 1_000_000, 10, "10 of 1,000,000 articles, 1 a second, 277:46:30 left")]
    [InlineData(5, 0, 5, 5, "5 of 5 articles, 1 a second")]
    [InlineData(0, 0, 5, 0, "0 of 5 articles, 0 a second")]
    public void Progress_says_how_far_it_is(int done, int failures, int? total, int seconds, string line) => Assert.Equal(line, Progress.Line(done, failures, total, TimeSpan.FromSeconds(seconds), 100));

    [Theory]
    [InlineData(59, "1,200 of 19,037 articles, 120 a second, 2:28 left, 2 failed")]
    [InlineData(58, "1,200 of 19,037 articles, 2:28 left, 2 failed")]
    [InlineData(45, "1,200 of 19,037 articles, 2:28 left, 2 failed")]
    [InlineData(39, "1,200 of 19,037 articles, 2 failed")]
    [InlineData(30, "1,200 of 19,037 articles")]
    [InlineData(10, "1,200 of 1")]
    public void Progress_leaves_out_what_matters_least_where_the_line_is_short(int room, string line) => Assert.Equal(line, Progress.Line(1200, 2, 19037, TimeSpan.FromSeconds(10), room));

    [Fact]
    public void Progress_never_fills_a_line_of_the_screen_also_when_the_window_becomes_narrower()
    {
        using var error = new StringWriter();
        var width = 60;
        var progress = new Progress(new Terminal(Stream.Null, Stream.Null, error, HasColor: false, Width: 80, () => width), () => 19_037);
        foreach (var next in (int[])[60, 40, 10, 60, 1])
        {
            width = next;
            error.GetStringBuilder().Clear();
            SpinWait.SpinUntil(() =>
            {
                progress.Report(1200, 2);
                return error.GetStringBuilder().Length > 0;
            });
            Assert.All(error.ToString().Split('\r'), line => Assert.InRange(line.Length, 0, Math.Max(1, width - 1)));
        }

        progress.Clear();
        Assert.EndsWith("\r \r", error.ToString());
    }

    private void Add(string text) => Assert.Equal(0, Run("add", folder.Write("a.txt", "date 2024-05-14\n" + text)).ExitCode);

    private CommandRun Run(params string[] args) => CommandRun.Of(args[0] == "read" ? args : [.. args, "--ledger", Ledger], Read);

    /// <summary>An engine for which each line "NAME: WORDS" is a statement.</summary>
    internal static Analysis Read(Article article)
    {
        var statements = new List<Inquit.Attribution.Statement>();
        for (var start = article.BodyStart; start < article.Text.Length;)
        {
            var end = article.Text.IndexOfAny(['\r', '\n'], start) is var found and >= 0 ? found : article.Text.Length;
            if (article.Text.IndexOf(": ", start, StringComparison.Ordinal) is var colon && colon > start && colon < end)
            {
                statements.Add(new Inquit.Attribution.Statement
                {
                    Index = statements.Count,
                    Kind = Inquit.Attribution.StatementKind.Indirect,
                    Source = [new(start, colon)],
                    Cue = [new(colon, colon + 1)],
                    Content = [new(colon + 2, end)],
                    Confidence = 0.75,
                    Speaker = new Speaker(article.Text[start..colon], SpeakerType.Person, ResolvedBy: SpeakerResolution.Name),
                });
            }

            start = end + 1;
        }

        return MarkedText.Analyze(article, statements);
    }
}
