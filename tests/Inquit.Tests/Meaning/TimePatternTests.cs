using Inquit.Meaning;
using Xunit;

namespace Inquit.Tests.Meaning;

/// <summary>The notation of the rules of time expressions.</summary>
public class TimePatternTests
{
    private readonly TimeVocabulary vocabulary = new();

    [Theory]
    [InlineData("the Day", "the", true)]
    [InlineData("the Day", "Day", false)]
    [InlineData("the? Day", "Day", true)]
    [InlineData("(early | late)? Day", "late", true)]
    [InlineData("(early | late)? Day", "the", false)]
    public void A_pattern_knows_what_it_starts_with(string notation, string word, bool expected)
    {
        var pattern = new TimePattern(notation, vocabulary);
        Assert.Equal(expected, pattern.First.Contains(vocabulary.SymbolOf(word)));
    }

    [Theory]
    [InlineData("now", true)]
    [InlineData("the? Day", true)]
    [InlineData("the Day", false)]
    [InlineData("the (Day | Period)?", true)]
    public void A_pattern_knows_whether_one_token_is_enough(string notation, bool expected) =>
        Assert.Equal(expected, new TimePattern(notation, vocabulary).IsOneTokenEnough);

    [Theory]
    [InlineData("the (Day", typeof(FormatException))]
    [InlineData("the Day)", typeof(FormatException))]
    [InlineData("the? Day?", typeof(FormatException))]
    [InlineData("the Dya", typeof(ArgumentException))]
    public void A_broken_pattern_is_refused(string notation, Type expected) =>
        Assert.Throws(expected, () => new TimePattern(notation, vocabulary));

    [Fact]
    public void The_longest_match_is_taken()
    {
        var pattern = new TimePattern("MonthName (DayNumber (,? YearNumber)?)?", vocabulary);
        var rule = new TimeRule(TimeClass.Day, pattern, (_, _) => null);
        var chart = new TimeChart(4);
        chart.Add(0, new Lexeme((int)TimeClass.MonthName, 1, 11));
        chart.Add(1, new Lexeme((int)TimeClass.DayNumber, 2, 3));
        chart.Add(2, new Lexeme(vocabulary.SymbolOf(","), 3));
        chart.Add(3, new Lexeme((int)TimeClass.YearNumber, 4, 1998));
        Assert.Equal(4, pattern.Match(chart, 0, 4, rule)!.End);
        Assert.Equal(1998, pattern.Match(chart, 0, 4, rule)!.Find(TimeClass.YearNumber));
        Assert.Equal(2, pattern.Match(chart, 0, 3, rule)!.End);
        Assert.Null(pattern.Match(chart, 1, 4, rule));
    }
}
