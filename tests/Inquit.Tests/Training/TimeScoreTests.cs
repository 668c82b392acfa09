using Inquit.Training.Times;
using Xunit;

namespace Inquit.Tests.Training;

/// <summary>The time expressions reach on TimeBank and AQUAINT what they were to reach.</summary>
public class TimeScoreTests
{
    [Fact]
    public void Time_expressions_keep_their_figures()
    {
        var folder = CorpusData.Folder("timex");
        var read = TrainedEngine.Load();
        var scorer = new TimeScorer();
        foreach (var (document, times) in TimeMlDocument.ReadAll(folder).AsParallel().AsOrdered()
            .Select(document => (document, read(new Article(document.Text) { Published = document.Published }).Times)))
        {
            scorer.Add(document, times);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"strict {scorer.Strict:0.00}, relaxed {scorer.Relaxed:0.00}, value {scorer.Value:0.00}");
        Assert.True(scorer.Strict >= 86.5, $"strict {scorer.Strict}");
        Assert.True(scorer.Relaxed >= 93.5, $"relaxed {scorer.Relaxed}");
        Assert.True(scorer.Value >= 78.5, $"value {scorer.Value}");
    }

    [Fact]
    public void A_marked_document_is_read()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.tml", """
            <TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="1998-03-12T08:00">x</TIMEX3></DCT>
            <TEXT>R&amp;D <EVENT eid="e1">fell</EVENT> <TIMEX3 tid="t1" type="DATE" value="1998-03-10">on <b>Tuesday</b></TIMEX3>.</TEXT></TimeML>
            """);
        var document = TimeMlDocument.Read(path);
        Assert.Equal("R&D fell on Tuesday.", document.Text);
        Assert.Equal(new DateOnly(1998, 3, 12), document.Published);
        Assert.Equal(("on Tuesday", "1998-03-10"), (document.Times[0].Span.Of(document.Text).ToString(), document.Times[0].Value));
    }

    [Fact]
    public void A_file_without_text_is_named()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.tml", "<TimeML/>");
        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => TimeMlDocument.Read(path)).Message, StringComparison.Ordinal);
    }
}
