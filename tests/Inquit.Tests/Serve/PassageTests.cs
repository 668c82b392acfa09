using Inquit.App.Web.Parts;
using Inquit.Ledger.Search;
using Xunit;

namespace Inquit.Tests;

/// <summary>How a statement is shown in its context, and how time is cut up.</summary>
public sealed class PassageTests
{
    private static readonly string Long = string.Concat(Enumerable.Range(1, 300).Select(number => $"word{number} "));

    [Theory]
    [InlineData("It rained. {source:Ana} {cue:said} {content:oil is dear}. It snowed.", "oil", "It rained. |S:Ana| |Q:said| |C:[oil] is dear|. It snowed.")]
    [InlineData("{content:“Oil,} {source:she} {cue:said}, {content:“is oil.”}", "oil", "C:“[Oil],| |S:she| |Q:said|, |C:“is [oil].”")]
    [InlineData("{content:The plan {source:of Ana} holds}", null, "C:The plan |S:of Ana|C: holds")]
    [InlineData("Before.\n\nOil: {source:Ana} {cue:said} {content:gas}\n\nAfter.", "oil", "…|Oil: |S:Ana| |Q:said| |C:gas|…")]
    public void A_statement_is_shown_with_its_parts_and_what_was_looked_for(string marked, string? words, string expected)
    {
        var analysis = MarkedText.Parse(marked);
        Assert.Equal(expected, Shown(analysis.Article.Text, analysis.Statements[0], words));
    }

    [Fact]
    public void Words_far_away_are_left_out_at_words()
    {
        var analysis = MarkedText.Parse($"{Long}{{source:Ana}} {{cue:said}} {{content:gas}} {Long}");
        var shown = Shown(analysis.Article.Text, analysis.Statements[0], null);
        Assert.Matches("^…\\|word28\\d .*word300 \\|S:Ana\\| \\|Q:said\\| \\|C:gas\\| word1 word2 .*word\\d+\\|…$", shown);
        Assert.InRange(shown.Length, 2 * Passage.MostAround / 2, (2 * Passage.MostAround) + 40);
    }

    [Fact]
    public void A_long_content_is_cut_in_its_middle_but_not_where_words_were_found()
    {
        var analysis = MarkedText.Parse($"{{source:Ana}} {{cue:said}} {{content:{Long}the end}}");
        var shown = Shown(analysis.Article.Text, analysis.Statements[0], "word150");
        Assert.Matches("C:word1 .*\\|…\\|C:.*\\[word150\\].*\\|…\\|C:.*the end$", shown);
        Assert.InRange(shown.Length, 500, 900);
    }

    [Fact]
    public void What_is_shown_is_the_text_and_nothing_else()
    {
        foreach (var analysis in new[] { "a{content: b {source:c}d} {cue:e} f", "{source:{cue:a}}{content:b}", $"{{content:{Long}}}x" }.Select(marked => MarkedText.Parse(marked)))
        {
            var at = 0;
            foreach (var (words, _) in Passage.Of(analysis.Article.Text, analysis.Statements[0], SearchQuery.Parse("b").Query).SelectMany(run => run.Words))
            {
                at = analysis.Article.Text.IndexOf(words, at, StringComparison.Ordinal);
                Assert.True(at >= 0);
                at += words.Length;
            }
        }
    }

    [Theory]
    [InlineData(0, "0 1")]
    [InlineData(1, "0 1")]
    [InlineData(5, "0 1 2 3 4 5")]
    [InlineData(6, "0 2 4 6")]
    [InlineData(413, "0 100 200 300 400 500")]
    [InlineData(2574, "0 1000 2000 3000")]
    public void A_scale_has_few_lines_at_round_numbers(long most, string expected) => Assert.Equal(expected, string.Join(' ', Scale.Of(most)));

    [Theory]
    [InlineData("", "1987-03-05", "1987-03-09", "1987-03-01 … 1987-03-31", "All time")]
    [InlineData("", "1987-03-05", "1987-05-09", "1987-01 … 1987-12", "All time")]
    [InlineData("", "1985-03-05", "1987-05-09", "1985 … 1987", "All time")]
    [InlineData("", "1917-03-05", "1987-05-09", "191x … 198x", "All time")]
    [InlineData("198x", "1917-03-05", "1987-05-09", "1980 … 1989", "All time > 1980s")]
    [InlineData("1987", "1917-03-05", "1987-05-09", "1987-01 … 1987-12", "All time > 1980s > 1987")]
    [InlineData("1987-02", "1985-03-05", "1987-05-09", "1987-02-01 … 1987-02-28", "All time > 1987 > February 1987")]
    [InlineData("1987-02-03", "1987-02-03", "1987-05-09", "1987-02-01 … 1987-02-28", "All time > February 1987 > 3 February 1987")]
    [InlineData("0003", "0001-01-01", "9999-12-31", "0003-01 … 0003-12", "All time > 0000s > 0003")]
    public void Time_is_cut_up_as_the_days_that_there_are_ask_for(string key, string first, string last, string parts, string way)
    {
        var (from, to) = (DateOnly.Parse(first, null), DateOnly.Parse(last, null));
        var period = Period.Read(key)!;
        var found = period.Parts(from, to);
        Assert.Equal(parts, $"{found[0].Key} … {found[^1].Key}");
        Assert.Equal(way, string.Join(" > ", period.Way(from, to).Select(step => step.Name)));
    }

    [Theory]
    [InlineData("19x")]
    [InlineData("00x0")]
    [InlineData("1987-13")]
    [InlineData("May")]
    public void What_is_no_period_is_none(string key) => Assert.Null(Period.Read(key));

    private static string Shown(string text, Inquit.Attribution.Statement statement, string? words) => string.Join('|', Passage.Of(text, statement, words is null ? null : SearchQuery.Parse(words).Query).Select(run =>
        (run.Role switch { PassageRole.Content => "C:", PassageRole.Source => "S:", PassageRole.Cue => "Q:", PassageRole.LeftOut => "…", _ => "" })
        + string.Concat(run.Words.Select(part => part.IsMatch ? $"[{part.Words}]" : part.Words))));
}
