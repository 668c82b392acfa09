using Inquit.Attribution;
using Xunit;

namespace Inquit.Tests.Attribution;

public class CueLexiconTests
{
    private static readonly CueCount[] Counts =
    [
        new(CueFrame.Clause, "*", 150, 95, 95), new(CueFrame.Clause, "mean", 50, 5, 5), new(CueFrame.Clause, "say", 100, 90, 90),
        new(CueFrame.Object, "*", 40, 0, 0), new(CueFrame.Object, "eat", 40, 0, 0),
    ];

    [Fact]
    public void A_word_seen_often_has_nearly_its_own_share()
    {
        var lexicon = new CueLexicon(Counts);
        Assert.InRange(lexicon.Rate(CueFrame.Clause, "say"), 0.87, 0.91);
        Assert.InRange(lexicon.Rate(CueFrame.Clause, "mean"), 0.1, 0.15);
    }

    [Fact]
    public void A_word_never_seen_has_the_share_of_its_frame()
    {
        var lexicon = new CueLexicon(Counts);
        Assert.InRange(lexicon.Rate(CueFrame.Clause, "opine"), 0.6, 0.66);
        Assert.True(lexicon.Rate(CueFrame.Object, "opine") < 0.15);
    }

    [Fact]
    public void What_is_written_reads_the_same()
    {
        using var written = new StringWriter();
        CueLexicon.Write(written, Counts.Reverse());
        using var reader = new StringReader(written.ToString());
        Assert.Equal(Counts, CueLexicon.Read(reader));
    }

    [Theory]
    [InlineData("Clause\tsay\t1")]
    [InlineData("Nonsense\tsay\t2\t1\t1")]
    public void A_line_that_is_no_count_is_refused(string line)
    {
        using var reader = new StringReader(line);
        Assert.Throws<FormatException>(() => CueLexicon.Read(reader).ToList());
    }
}
