using Inquit.Attribution;
using Inquit.Text;
using Inquit.Training.Attribution;
using Inquit.Training.Corpora;
using Xunit;

namespace Inquit.Tests.Training;

/// <summary>Reading brat's standoff format, and measuring against what it marks.</summary>
public sealed class StandoffCorpusTests : IDisposable
{
    private const string Text = "😀 Ann said no, and she left.\nBob wept.";

    private const string Marks =
        "T1\tSource 2 5\tAnn\nT2\tCue 6 10\tsaid\nT3\tContent 11 13;15 18\tno and\nT4\tAttribution 6 10\tsaid\n"
        + "#1\tAnnotatorNotes T1\ta note\nT5\tDiscard 0 1\tover two\nlines of text\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n";

    private readonly string folder = Directory.CreateTempSubdirectory("inquit-standoff-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Code_points_become_code_units_and_fragments_stay_apart()
    {
        var attribution = Assert.Single(ReadOne(Marks).Attributions);
        Assert.Equal(["Ann"], Words(attribution.Source));
        Assert.Equal(["said"], Words(attribution.Cue));
        Assert.Equal(["no", "and"], Words(attribution.Content));
    }

    [Fact]
    public void An_event_that_names_no_span_is_refused() =>
        Assert.Throws<FormatException>(() => ReadOne("E1\tAttribution:T4 Content:T9\n"));

    [Fact]
    public void Equal_statements_score_a_hundred_and_shorter_contents_are_found_but_not_equal()
    {
        var article = ReadOne(Marks);
        var mark = article.Attributions[0];
        var same = new Statement { Index = 0, Kind = StatementKind.Indirect, Source = mark.Source, Cue = mark.Cue, Content = mark.Content };
        Assert.All(Score(article, same).Values, f1 => Assert.Equal(100, f1));

        var shorter = Score(article, same with { Content = [mark.Content[0]] });
        Assert.Equal((100, 100, 0, 0), (shorter["found-f1"], shorter["cue-f1"], shorter["content-f1"], shorter["all-f1"]));
    }

    [Fact]
    public void A_statement_within_another_is_not_measured()
    {
        var article = ReadOne(Marks);
        var mark = article.Attributions[0];
        var outer = new Statement { Index = 0, Kind = StatementKind.Indirect, Source = mark.Source, Cue = mark.Cue, Content = mark.Content };
        Assert.Equal(100, Score(article, outer, outer with { Index = 1, Within = 0, Cue = mark.Source })["found-f1"]);
    }

    private static IReadOnlyDictionary<string, double> Score(MarkedArticle article, params Statement[] statements)
    {
        var scorer = new AttributionScorer();
        scorer.Add(article, statements);
        return scorer.F1();
    }

    private static IEnumerable<string> Words(IEnumerable<TextSpan> spans) => spans.Select(span => span.Of(Text).ToString());

    private MarkedArticle ReadOne(string marks)
    {
        File.WriteAllText(Path.Combine(folder, "a.txt"), Text);
        File.WriteAllText(Path.Combine(folder, "a.ann"), marks);
        return StandoffCorpus.Read(folder).Single();
    }
}
