using System.Text;
using CsCheck;
using Inquit.Text;
using Xunit;

namespace Inquit.Tests;

public class CodePointMapTests
{
    [Fact]
    public void A_text_in_the_basic_plane_keeps_its_offsets() => Assert.Equal([0, 1, 2, 3], Map("aé\u200B"));

    [Fact]
    public void A_surrogate_pair_is_one_code_point() => Assert.Equal([0, 1, 2, 2, 3], Map("a\U0001F600b"));

    [Fact]
    public void A_surrogate_without_its_partner_is_one_code_point() =>
        Assert.Equal([0, 1, 2, 3, 4, 5, 5], Map("\uDC00\uD800a\uD800\uD800\uDC00"));

    [Fact]
    public void It_counts_as_runes_do() =>
        Gen.Char.Array[0, 50].Select(units => new string(units)).Sample(text =>
        {
            var map = new CodePointMap(text);
            var runes = 0;
            var offset = 0;
            while (offset < text.Length)
            {
                Assert.Equal(runes, map.ToCodePoints(offset));
                Assert.Equal(offset, map.ToCodeUnits(runes));
                offset += Rune.DecodeFromUtf16(text.AsSpan(offset), out _, out var length) == System.Buffers.OperationStatus.Done ? length : 1;
                runes++;
            }

            Assert.Equal(runes, map.ToCodePoints(text.Length));
            Assert.Equal(text.Length, map.ToCodeUnits(runes));
            Assert.Throws<ArgumentOutOfRangeException>(() => map.ToCodeUnits(runes + 1));
        });

    private static int[] Map(string text)
    {
        var map = new CodePointMap(text);
        return Enumerable.Range(0, text.Length + 1).Select(map.ToCodePoints).ToArray();
    }
}
