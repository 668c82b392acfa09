using Inquit.Ledger;
using Inquit.Reading;
using Xunit;

namespace Inquit.Tests;

/// <summary>A change of what others build on is seen in the commit that makes it.</summary>
public class PublicApiTests
{
    [Fact]
    public void The_engine_shows_what_is_written_down() => Expectation.Check("api.engine.txt", PublicApi.Of(typeof(Article).Assembly));

    [Fact]
    public void Reading_shows_what_is_written_down() => Expectation.Check("api.reading.txt", PublicApi.Of(typeof(ArticleReader).Assembly));

    [Fact]
    public void The_ledger_shows_what_is_written_down() => Expectation.Check("api.ledger.txt", PublicApi.Of(typeof(ILedger).Assembly));
}
