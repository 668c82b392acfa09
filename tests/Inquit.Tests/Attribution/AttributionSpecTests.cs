using Xunit;

namespace Inquit.Tests.Attribution;

/// <summary>
/// Runs the cases of <c>Specs/Attribution/*.md</c>: each fenced block is a text with its statements marked. A fence with the
/// word "gap" holds a case that is not found yet.
/// </summary>
public class AttributionSpecTests
{
    public static TheoryData<string, string> Cases() => Of(MarkedCase.In("tests/Inquit.Tests/Specs/Attribution").Where(item => !item.IsGap));

    public static TheoryData<string, string> Gaps() => Of(MarkedCase.In("tests/Inquit.Tests/Specs/Attribution").Where(item => item.IsGap));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Statements_are_found_as_marked(string spec, string marked)
    {
        var text = MarkedText.Plain(marked);
        var analysis = TrainedEngine.Load()(new Article(text));
        var found = MarkedText.Mark(text, analysis.Statements);
        Assert.True(marked == found, $"{spec}\nexpected: {marked}\nfound:    {found}");
    }

    /// <summary>A gap that has closed is a case like the others: its fence loses the word.</summary>
    [Theory]
    [MemberData(nameof(Gaps))]
    public void Gaps_are_still_open(string spec, string marked)
    {
        var text = MarkedText.Plain(marked);
        Assert.True(marked != MarkedText.Mark(text, TrainedEngine.Load()(new Article(text)).Statements), $"{spec}: this is found now; take the word gap from its fence.");
    }

    private static TheoryData<string, string> Of(IEnumerable<MarkedCase> cases)
    {
        var data = new TheoryData<string, string>();
        foreach (var item in cases)
        {
            data.Add(item.File, item.Marked);
        }

        return data;
    }
}
