using Xunit;

namespace Inquit.Tests.Attribution;

/// <summary>Who is a source of a statement is not its medium, too.</summary>
public class DeliveryTests
{
    [Fact]
    public void A_paper_that_quotes_is_the_medium_of_what_is_quoted_only()
    {
        var article = new Article("Al Jazeera quoted an official as saying that the road was closed.");
        var statements = TrainedEngine.Load()(article).Statements;
        var outer = Assert.Single(statements, statement => statement.Within is null);
        Assert.Equal("Al Jazeera", Assert.Single(outer.Source).Of(article.Text));
        Assert.Empty(outer.Medium);
        var inner = Assert.Single(statements, statement => statement.Within is not null);
        Assert.Equal("Al Jazeera", Assert.Single(inner.Medium).Of(article.Text));
    }

    [Theory]
    [InlineData("The senator said through his lawyer, Ann Roe, that he was innocent.", "his lawyer")]
    [InlineData("Pavel Lind, the head of the agency, through his spokeswoman, Ana Ruiz, said the offices were hit.", "his spokeswoman")]
    public void Who_speaks_for_another_is_the_medium(string text, string medium)
    {
        var statement = TrainedEngine.Load()(new Article(text)).Statements[0];
        Assert.Equal(medium, Assert.Single(statement.Medium).Of(text));
    }
}
