using Xunit;

namespace Inquit.Tests.Attribution;

/// <summary>Runs the cases of <c>Specs/Attribution/*.md</c>: each fenced block is a text with its statements marked.</summary>
public class AttributionSpecTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("tests/Inquit.Tests/Specs/Attribution"), "*.md").Order(StringComparer.Ordinal))
        {
            List<string>? block = null;
            foreach (var line in File.ReadLines(file))
            {
                if (!line.StartsWith("```", StringComparison.Ordinal))
                {
                    block?.Add(line);
                }
                else if (block is null)
                {
                    block = [];
                }
                else
                {
                    cases.Add(Path.GetFileNameWithoutExtension(file), string.Join('\n', block));
                    block = null;
                }
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Statements_are_found_as_marked(string spec, string marked)
    {
        var text = MarkedText.Plain(marked);
        var analysis = TrainedEngine.Load()(new Article(text));
        Assert.True(analysis.Statements.Length > 0 || !marked.Contains('['), $"{spec}: nothing was found in '{text}'.");
        Assert.Equal(marked, MarkedText.Mark(text, analysis.Statements));
    }
}
