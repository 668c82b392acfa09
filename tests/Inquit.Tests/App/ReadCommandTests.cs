using System.Text.Json;
using Xunit;

namespace Inquit.Tests;

public sealed class ReadCommandTests : IDisposable
{
    private const string Marked = "{source:Ana Ruiz} {cue:said} {content:it rained}, {source2:he} {cue2:denied} {content2:it}.";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_table_goes_to_standard_output()
    {
        var run = Read([folder.Write("a.txt", "x")]);
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.StartsWith("test\n", run.Output);
        Assert.Contains("it rained", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_read()
    {
        var run = CommandRun.Of(["read", "--format", "jsonl", "-"], input: "date 2022-02-15 Text."u8.ToArray());
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("{\"document\":\"stdin\",\"title\":null,\"outlet\":null,\"url\":null,\"published\":\"2022-02-15\"", run.Output);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void The_output_is_in_the_order_of_the_input_whatever_the_threads(int threads)
    {
        foreach (var number in Enumerable.Range(0, 200))
        {
            folder.Write($"in/{number:000}.txt", $"{number}");
        }

        var run = CommandRun.Of(["read", "--format", "jsonl", "--threads", $"{threads}", folder.PathOf("in")], article =>
        {
            Thread.Sleep(article.Text.EndsWith('0') ? 5 : 0);
            return MarkedText.Analyze(article);
        });
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Enumerable.Range(0, 200).Select(number => $"{number:000}"), Documents(run.Output));
    }

    [Fact]
    public void What_cannot_be_read_is_named_and_the_rest_is_done()
    {
        var run = CommandRun.Of(["read", "--format", "jsonl", folder.Write("a.txt", "x"), folder.PathOf("b.txt"), folder.Write("c.txt", ""), folder.Write("d.txt", "x")]);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["a", "d"], Documents(run.Output));
        Assert.Equal(
            $"inquit: {folder.PathOf("b.txt")}: There is no such file or folder. Check the name.\n"
            + $"inquit: {folder.PathOf("c.txt")}: The file is empty. There is nothing to read.\n",
            run.Error);
    }

    [Fact]
    public void A_fault_of_the_engine_costs_one_article()
    {
        var run = CommandRun.Of(["read", "--format", "jsonl", folder.Write("a.txt", "x"), folder.Write("b.txt", "y")], article =>
            article.Text == "x" ? throw new InvalidOperationException("No tree.") : MarkedText.Analyze(article));
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["b"], Documents(run.Output));
        Assert.Equal($"inquit: {folder.PathOf("a.txt")}: A mistake in inquit: InvalidOperationException: No tree. Please report it with this file.\n", run.Error);
    }

    [Fact]
    public void Brat_writes_a_file_for_each_article()
    {
        var run = Read(["--format", "brat", "--out", folder.PathOf("new/out"), folder.Write("in/a.txt", "x"), folder.Write("in/b.txt", "x")]);
        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Error));
        Assert.Equal(["a.ann", "b.ann"], Directory.GetFiles(folder.PathOf("new/out")).Select(Path.GetFileName).Order());
        Assert.Equal(2, File.ReadLines(folder.PathOf("new/out/a.ann")).Count(line => line.StartsWith('E')));
    }

    [Fact]
    public void Brat_does_not_write_over_an_article_of_the_same_name()
    {
        var run = CommandRun.Of(["read", "--format", "brat", "--out", folder.PathOf("out"), folder.Write("1/a.txt", "x"), folder.Write("2/a.txt", "x")]);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"inquit: {folder.PathOf("2/a.txt")}: An input of the same name was written", run.Error);
    }

    [Fact]
    public void A_second_run_of_brat_writes_over_the_first()
    {
        string[] args = ["--format", "brat", "--out", folder.PathOf("out"), folder.Write("a.txt", "x")];
        Assert.Equal(0, Read(args).ExitCode);
        var first = File.ReadAllText(folder.PathOf("out/a.ann"));
        Assert.Equal(0, Read(args).ExitCode);
        Assert.Equal(first, File.ReadAllText(folder.PathOf("out/a.ann")));
    }

    [Fact]
    public void Less_sure_statements_are_left_out_and_the_others_are_counted_anew()
    {
        var analysis = MarkedText.Parse(
            "{source1:A} {cue1:said} {content1:{source2:B} {cue2:thinks} {content2:{source3:C} {cue3:lies} {content3:often}}}.",
            refine: statement => statement with { Confidence = statement.Index == 1 ? 0.4 : 0.75, Within = statement.Index == 0 ? null : statement.Index - 1 });
        var run = CommandRun.Of(["read", "--format", "jsonl", "--min-confidence", "0.5", folder.Write("a.txt", "x")], _ => analysis);
        Assert.Equal(0, run.ExitCode);
        var statements = JsonDocument.Parse(run.Output).RootElement.GetProperty("statements").EnumerateArray().ToList();
        Assert.Equal(["s1", "s2"], statements.Select(statement => statement.GetProperty("id").GetString()));
        Assert.Equal([null, "s1"], statements.Select(statement => statement.GetProperty("within").GetString()));
        Assert.Equal(["A", "C"], statements.Select(statement => statement.GetProperty("source").GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_confidence_that_is_none_is_refused(double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MarkedText.Parse(Marked).WithConfidence(confidence));

    [Fact]
    public void An_output_folder_that_cannot_be_made_is_named()
    {
        var run = CommandRun.Of(["read", "--format", "brat", "--out", folder.Write("file", "x"), folder.Write("a.txt", "x")]);
        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith($"inquit: The folder '{folder.PathOf("file")}' cannot be made: ", run.Error);
    }

    [Theory]
    [InlineData("inquit: Required argument 'FILE' missing for command: 'read'.")]
    [InlineData("inquit: Argument 'xml' not recognized. Must be one of:\n\t'table'\n\t'jsonl'\n\t'brat'", "--format", "xml", "a.txt")]
    [InlineData("inquit: --format brat needs --out DIR, the folder that takes the .ann files.", "--format", "brat", "a.txt")]
    [InlineData("inquit: --out and --nested go with --format brat.", "--out", "x", "a.txt")]
    [InlineData("inquit: --out and --nested go with --format brat.", "--nested", "a.txt")]
    [InlineData("inquit: There is no option '--formt'. A file of that name is given as './--formt'.", "--formt", "a.txt")]
    [InlineData("inquit: --threads takes a whole number from 1.", "--threads", "0", "a.txt")]
    [InlineData("inquit: --threads takes a whole number from 1.", "--threads", "two", "a.txt")]
    [InlineData("inquit: --min-confidence takes a number from 0 to 1.", "--min-confidence", "1.1", "a.txt")]
    [InlineData("inquit: --min-confidence takes a number from 0 to 1.", "--min-confidence", "-0.5", "a.txt")]
    [InlineData("inquit: --min-confidence takes a number from 0 to 1.", "--min-confidence", "most", "a.txt")]
    [InlineData("inquit: --min-confidence takes a number from 0 to 1.", "--min-confidence=-Infinity", "a.txt")]
    [InlineData("inquit: --min-confidence takes a number from 0 to 1.", "--min-confidence", "NaN", "a.txt")]
    public void Wrong_usage_is_refused(string message, params string[] args)
    {
        var run = Read(args);
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Equal(message + "\nSee 'inquit read --help'.\n", run.Error.ReplaceLineEndings("\n"));
    }

    private static CommandRun Read(string[] args) => CommandRun.Of(["read", .. args], _ => MarkedText.Parse(Marked, article => article) with { Article = new Article(MarkedText.Parse(Marked).Article.Text) { Document = "test" } });

    private static IEnumerable<string?> Documents(string lines) =>
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("document").GetString());
}
