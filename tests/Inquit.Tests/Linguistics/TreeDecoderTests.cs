using CsCheck;
using Inquit.Linguistics;
using Xunit;

namespace Inquit.Tests.Linguistics;

public unsafe class TreeDecoderTests
{
    [Fact]
    public void The_tree_is_the_best_of_all_trees_with_one_root() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[0, 100000]).Sample((count, seed) =>
        {
            var random = new Random(seed);
            var scores = Enumerable.Range(0, count * (count + 1)).Select(_ => (random.NextSingle() * 20) - 10).ToArray();
            var heads = Decode(scores, count);
            Assert.True(IsTree(heads), string.Join(' ', heads));
            Assert.Equal(AllHeads(count).Where(IsTree).Max(candidate => Score(scores, candidate)), Score(scores, heads), 1e-3);
        }, iter: 2000);

    [Fact]
    public void Long_sentences_of_random_scores_give_one_tree()
    {
        var random = new Random(5);
        foreach (var count in (int[])[1, 50, 400])
        {
            var scores = Enumerable.Range(0, count * (count + 1)).Select(_ => random.NextSingle()).ToArray();
            Assert.True(IsTree(Decode(scores, count)));
        }
    }

    [Fact]
    public void Cycles_inside_cycles_take_little_memory()
    {
        // Word 2k and word 2k + 1 like each other best, then the pair beside them: each step makes a cycle of two.
        const int Count = 400;
        var scores = new float[Count * (Count + 1)];
        for (var dependent = 0; dependent < Count; dependent++)
        {
            for (var head = 0; head < Count; head++)
            {
                scores[(dependent * (Count + 1)) + head + 1] = -System.Numerics.BitOperations.Log2((uint)(dependent ^ head) + 1);
            }

            scores[dependent * (Count + 1)] = -100;
        }

        Decode(scores, Count);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(IsTree(Decode(scores, Count)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void The_longest_sentence_takes_seconds_whatever_its_scores(int direction)
    {
        // Each token's best head is a neighbour, so that the cycle of the first two grows by one token at a time.
        const int Count = LanguageModel.LongestSentence;
        var scores = new float[Count * (Count + 1)];
        for (var dependent = 0; dependent < Count; dependent++)
        {
            for (var head = 0; head < Count; head++)
            {
                scores[(dependent * (Count + 1)) + head + 1] = -Math.Abs(head - dependent) - (head * direction > dependent * direction ? 0.5f : 0);
            }
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.True(IsTree(Decode(scores, Count)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    private static int[] Decode(float[] scores, int count)
    {
        var heads = new int[count];
        fixed (float* pointer = scores)
        {
            TreeDecoder.Decode(pointer, count + 1, count, heads);
        }

        return heads;
    }

    private static double Score(float[] scores, int[] heads) =>
        heads.Select((head, dependent) => (double)scores[(dependent * (heads.Length + 1)) + head + 1]).Sum();

    private static bool IsTree(int[] heads)
    {
        for (var start = 0; start < heads.Length; start++)
        {
            var node = start;
            for (var i = 0; i <= heads.Length && node >= 0; i++)
            {
                node = heads[node];
            }

            if (node >= 0)
            {
                return false;
            }
        }

        return heads.Count(head => head < 0) == 1;
    }

    private static IEnumerable<int[]> AllHeads(int count)
    {
        var total = (int)Math.Pow(count + 1, count);
        for (var code = 0; code < total; code++)
        {
            var heads = new int[count];
            for (int i = 0, rest = code; i < count; i++, rest /= count + 1)
            {
                heads[i] = (rest % (count + 1)) - 1;
            }

            yield return heads;
        }
    }
}
