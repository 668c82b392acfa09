using CsCheck;
using Inquit.App;
using Xunit;

namespace Inquit.Tests;

public class OrderedParallelTests
{
    [Fact]
    public void Results_come_in_the_order_of_the_items() =>
        Gen.Int[0, 3].Array[0, 40].Select(Gen.Int[1, 6]).Sample((pauses, threads) =>
        {
            var results = OrderedParallel.Run(pauses.Index(), item =>
            {
                Thread.Sleep(item.Item);
                return item.Index;
            }, threads);
            Assert.Equal(Enumerable.Range(0, pauses.Length), results);
        }, iter: 50);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Items_are_taken_as_they_are_needed(int threads)
    {
        var taken = 0;
        var given = 0;
        foreach (var _ in OrderedParallel.Run(Enumerable.Range(0, 1000).Select(number => Interlocked.Increment(ref taken)), number => number, threads))
        {
            given++;
            Assert.InRange(taken - given, -1, threads * 4);
        }

        Assert.Equal(1000, given);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void No_more_work_runs_at_once_than_there_are_threads(int threads)
    {
        var running = 0;
        var most = 0;
        foreach (var _ in OrderedParallel.Run(Enumerable.Range(0, 100), number =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            Thread.Sleep(1);
            return Interlocked.Decrement(ref running);
        }, threads))
        {
        }

        Assert.InRange(most, 1, threads);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_failure_comes_out_as_it_is(int threads) =>
        Assert.Throws<FormatException>(() => OrderedParallel.Run([1, 2, 3], number => number == 2 ? throw new FormatException() : number, threads).ToArray());
}
