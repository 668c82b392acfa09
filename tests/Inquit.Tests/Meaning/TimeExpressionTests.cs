using Inquit.Meaning;
using Xunit;

namespace Inquit.Tests.Meaning;

/// <summary>What no calendar has, and articles at its ends.</summary>
public class TimeExpressionTests
{
    [Theory]
    [InlineData("He was born on Feb. 30, 1998.")]
    [InlineData("He was born on Feb. 30.")]
    [InlineData("He was born on April 31 in Rome.")]
    [InlineData("He was born on 2011-02-29.")]
    public void A_day_that_no_month_has_is_no_time(string text) => Assert.Empty(Times(text, new DateOnly(2022, 2, 15)));

    [Fact]
    public void A_leap_day_is_a_day() => Assert.Equal("2012-02-29", Assert.Single(Times("He was born on Feb. 29, 2012.", null)).Value);

    [Theory]
    [InlineData("It lasted 99999999999999999999999999 years.")]
    [InlineData("It fell 999999999 centuries ago.")]
    [InlineData("It ends 999999999 millennia later.")]
    [InlineData("It fell 123456789 days ago and 999999999 weeks earlier.")]
    [InlineData("It fell in the 999,999,999 years since 0000 and 0/0/00.")]
    [InlineData("It fell at 99:99, at 24:60 p.m., at 13 p.m. and at 0 a.m.")]
    [InlineData("The 99th quarter of the 31st century of 9999-99-99.")]
    [InlineData("a few a few a couple of of two and a half half an hour -old")]
    public void Huge_numbers_and_broken_words_do_not_throw(string text)
    {
        foreach (var published in new DateOnly?[] { null, DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2022, 2, 15) })
        {
            AnalysisRules.Check(TrainedEngine.Load()(new Article(text) { Published = published }));
        }
    }

    [Theory]
    [InlineData("The sun rose yesterday, last week, last month, last year, last decade, last century, on Monday, in December, last fall and a year earlier.")]
    [InlineData("The sun will rise tomorrow, next week, next month, next year, next decade, next century, on Sunday, in January, this winter and at Easter.")]
    public void At_the_ends_of_the_calendar_there_is_no_value(string text)
    {
        var first = Times(text, DateOnly.MinValue);
        var last = Times(text, DateOnly.MaxValue);
        Assert.Equal(first.Length, last.Length);
        Assert.Contains(first.Concat(last), time => time.Value is null);
    }

    [Theory]
    [InlineData("early ")]
    [InlineData("at least a few more than ")]
    [InlineData("the end of the end of ")]
    [InlineData("two and a half ")]
    public void Words_that_go_on_and_on_end(string words) =>
        AnalysisRules.Check(TrainedEngine.Load()(new Article(string.Concat(Enumerable.Repeat(words, 5000)) + "Friday.") { Published = new DateOnly(2022, 2, 15) }));

    [Fact]
    public void Times_are_in_order_and_apart()
    {
        var times = Times("On Friday, Nov. 3, 1998, at 5 p.m., two years after the third quarter of 1996, he left early next week.", new DateOnly(1998, 11, 4));
        Assert.True(times.Length > 2);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.First.Span.End <= pair.Second.Span.Start));
    }

    private static TimeExpression[] Times(string text, DateOnly? published) => [.. TrainedEngine.Load()(new Article(text) { Published = published }).Times];
}
