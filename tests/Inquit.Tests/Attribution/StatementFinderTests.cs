using System.Diagnostics;
using Inquit.Attribution;
using Inquit.Linguistics;
using Xunit;

namespace Inquit.Tests.Attribution;

public class StatementFinderTests
{
    [Fact]
    public void Threads_do_not_change_what_is_found()
    {
        var engine = TrainedEngine.Load();
        var texts = Directory.GetFiles(Repository.PathOf("samples"), "*.txt").Select(File.ReadAllText).ToArray();
        var alone = Array.ConvertAll(texts, text => engine(new Article(text)).Statements);
        Parallel.For(0, 8 * texts.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            Assert.Equal(Array.ConvertAll([.. alone[i % texts.Length]], Whole), Array.ConvertAll([.. engine(new Article(texts[i % texts.Length])).Statements], Whole)));

        static string Whole(Statement statement) =>
            $"{statement.Index} {string.Join(' ', statement.Source)} {string.Join(' ', statement.Cue)} {string.Join(' ', statement.Content)} {statement.Within} {statement.Confidence}";
    }

    [Theory]
    [InlineData("- a\n", 20000)]
    [InlineData("- he said:\n", 20000)]
    [InlineData("Q: Why?\n", 20000)]
    [InlineData("— Why? asked Lee.\n", 5000)]
    [InlineData("“We will do it again.” Ann Lee smiled. ", 5000)]
    public void A_text_of_many_like_lines_takes_time_by_its_length(string line, int times)
    {
        var engine = TrainedEngine.Load();
        engine(new Article(string.Concat(Enumerable.Repeat(line, 50))));
        var (one, four) = (Time(times / 4), Time(times));
        Assert.True(four < 10 * one, $"{times / 4} lines take {one} ms, {times} lines {four} ms.");

        double Time(int count)
        {
            var watch = Stopwatch.StartNew();
            engine(new Article(string.Concat(Enumerable.Repeat(line, count))));
            return watch.Elapsed.TotalMilliseconds;
        }
    }

    [Fact]
    public void An_empty_item_of_a_list_is_no_part_of_what_is_said()
    {
        var found = TrainedEngine.Load()(new Article("The mayor said:\n- .\n- it is late\n- it is cold.\n")).Statements;
        Assert.All(found.SelectMany(statement => statement.Content), span => Assert.False(span.IsEmpty));
    }

    [Fact]
    public void An_analysis_of_another_text_is_refused()
    {
        var analysis = TrainedEngine.Load()(new Article("Ann Lee said it rained."));
        var without = new LanguageAnalysis(analysis.Syntax, []);
        var refused = Assert.Throws<ArgumentException>(() => TrainedEngine.Finder.Find(analysis.Segmentation, without));
        Assert.Contains("6 tokens", refused.Message, StringComparison.Ordinal);
    }
}
