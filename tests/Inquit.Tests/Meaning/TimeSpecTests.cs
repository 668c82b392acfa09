using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Inquit.Meaning;
using Xunit;

namespace Inquit.Tests.Meaning;

/// <summary>
/// Runs the cases of <c>Specs/Times/*.md</c>. A fenced block starts with the day of its articles (<c>published 2022-02-15 (Tuesday)</c>);
/// each further line is an article with its time expressions marked, <c>[last Friday]{DATE 2022-02-11}</c>, a question mark for no
/// value. Lines that start with <c>said</c> tell when the statements of the article above them were made, and how that is known.
/// </summary>
public partial class TimeSpecTests
{
    public static TheoryData<string, string?, string, string> Cases()
    {
        var cases = new TheoryData<string, string?, string, string>();
        foreach (var file in Directory.GetFiles(Repository.PathOf("tests/Inquit.Tests/Specs/Times"), "*.md").Order(StringComparer.Ordinal))
        {
            string? published = null;
            var isInside = false;
            var lines = File.ReadAllLines(file);
            for (var i = 0; i < lines.Length; i++)
            {
                if (lines[i].StartsWith("```", StringComparison.Ordinal))
                {
                    isInside = !isInside;
                }
                else if (isInside && lines[i].StartsWith("published ", StringComparison.Ordinal))
                {
                    published = lines[i]["published ".Length..];
                }
                else if (isInside)
                {
                    var (marked, place) = (lines[i], i + 1);
                    var said = new List<string>();
                    while (lines[i + 1].StartsWith("said ", StringComparison.Ordinal))
                    {
                        said.Add(lines[++i]);
                    }

                    cases.Add($"{Path.GetFileName(file)}:{place}", published, marked, string.Join('\n', said));
                }
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Times_are_found_as_marked(string place, string? published, string marked, string said)
    {
        DateOnly? day = published is null or "unknown" ? null : DateOnly.ParseExact(published.Split(' ')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (day is { } known)
        {
            Assert.Equal($"({known.DayOfWeek})", published!.Split(' ')[1]);
        }

        var analysis = TrainedEngine.Load()(new Article(Mark().Replace(marked, "$1")) { Published = day });
        var found = MarkTimes(analysis);
        Assert.True(marked == found, $"{place}\nexpected: {marked}\nfound:    {found}");
        if (said.Length > 0)
        {
            Assert.Equal(said, string.Join('\n', analysis.Statements.Select(statement => "said " + Describe(statement.Said))));
        }
    }

    private static string Describe(StatementTime? said) =>
        said is null ? "?" : $"{said.Value ?? "?"} {(said.Basis == TimeBasis.Text ? "text" : "published")}";

    private static string MarkTimes(Analysis analysis)
    {
        var marked = new StringBuilder();
        var (text, at) = (analysis.Article.Text, 0);
        foreach (var time in analysis.Times)
        {
            marked.Append(text, at, time.Span.Start - at);
            marked.Append(CultureInfo.InvariantCulture, $"[{time.Span.Of(text)}]{{{time.Type.ToString().ToUpperInvariant()} {time.Value ?? "?"}}}");
            at = time.Span.End;
        }

        return marked.Append(text, at, text.Length - at).ToString();
    }

    [GeneratedRegex(@"\[([^\]]*)\]\{[^}]*\}")]
    private static partial Regex Mark();
}
