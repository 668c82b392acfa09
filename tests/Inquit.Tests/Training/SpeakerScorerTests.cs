using Inquit.Actors;
using Inquit.Attribution;
using Inquit.Text;
using Inquit.Training.Coreference;
using Inquit.Training.Corpora;
using Xunit;

namespace Inquit.Tests.Training;

/// <summary>Speakers are compared with those that were resolved by hand.</summary>
public class SpeakerScorerTests
{
    private const string Titles = "document\tevent\ttype\tcanonical\taliases\thow\n";
    private const string Text = "Ann said no.";

    [Theory]
    [InlineData("Sen. Ann Lee", 100, 100)]
    [InlineData("ann LEE’s", 100, 100)]
    [InlineData("Lee", 100, 0)]
    [InlineData("Bob Lee", 0, 0)]
    [InlineData(null, 0, 0)]
    public void A_name_counts_as_full_by_an_alias_or_not_at_all(string? name, double resolved, double full)
    {
        var figures = Score("a\tE1\tperson\tAnn Lee\tLee|Annie\tname\na\tE2\tgroup\tVoters\t\tname\n", name);
        Assert.Equal((resolved, full), (figures["all.resolved"], figures["all.full"]));
        Assert.Equal((resolved, full), (figures["name.resolved"], figures["name.full"]));
    }

    [Fact]
    public void A_short_line_is_named() =>
        Assert.Equal("A line of the speakers has 2 columns, not 6: 'a\tE1'.", Assert.Throws<FormatException>(() => Score("a\tE1", "Ann")).Message);

    private static IReadOnlyDictionary<string, double> Score(string rows, string? name)
    {
        using var table = new StringReader(Titles + rows);
        var scorer = new SpeakerScorer(table);
        var (source, cue, content) = (new TextSpan(0, 3), new TextSpan(4, 8), new TextSpan(9, 11));
        var article = new MarkedArticle("a", Text, [new MarkedAttribution("E1", [source], [cue], [content])]);
        scorer.Add(article, [new Statement { Index = 0, Kind = StatementKind.Indirect, Source = [source], Cue = [cue], Content = [content], Speaker = new Speaker(name, SpeakerType.Person) }]);
        return scorer.Figures();
    }
}
