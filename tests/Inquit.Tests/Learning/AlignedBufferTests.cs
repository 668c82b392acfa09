using Inquit.Learning;
using Xunit;

namespace Inquit.Tests.Learning;

public unsafe class AlignedBufferTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void Room_is_made_at_an_address_that_the_kernels_read_without_splits(int length)
    {
        var buffer = new AlignedBuffer();
        Assert.Equal(0, (nint)buffer.Reserve(length) % 64);
        Assert.True(buffer.Length >= length);
        Assert.True(buffer.Span.IndexOfAnyExcept(0f) < 0);
    }

    [Fact]
    public void A_length_that_overflowed_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => { new AlignedBuffer(4).Reserve(unchecked(50_000 * 50_000)); });
}
