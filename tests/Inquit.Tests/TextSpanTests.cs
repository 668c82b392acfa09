using Inquit.Text;
using Xunit;

namespace Inquit.Tests;

public class TextSpanTests
{
    [Fact]
    public void A_span_that_ends_before_it_starts_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(2, 1));
}
