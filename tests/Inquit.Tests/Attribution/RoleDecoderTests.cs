using CsCheck;
using Inquit.Attribution;
using Inquit.Learning;
using Inquit.Text;
using Xunit;

namespace Inquit.Tests.Attribution;

/// <summary>The decoder against all labellings, counted out.</summary>
public class RoleDecoderTests
{
    private const int Labels = RoleLabels.Count;

    [Fact]
    public void The_likelihood_of_a_span_is_that_of_all_labellings_that_mark_it() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[0, 100000]).Sample((length, seed) =>
        {
            var random = new Random(seed);
            var (chain, scores) = Draw(random, length);
            int[] starts = length > 2 && random.Next(2) == 0 ? [random.Next(1, length)] : [];
            var labellings = All(length).Select(labels => (Labels: labels, Weight: Math.Exp(Score(chain, scores, labels)))).Where(item => item.Weight > 0).ToList();
            var total = labellings.Sum(item => item.Weight);
            foreach (var likely in RoleDecoder.Decode(chain, scores, starts))
            {
                var (span, exact) = (likely.Span, 1.0);
                foreach (var piece in Pieces(span.Tokens, starts))
                {
                    exact = Math.Min(exact, labellings.Where(item => Marks(item.Labels, piece, span.Role, starts)).Sum(item => item.Weight) / total);
                }

                Assert.Equal(exact, likely.Exact, 1e-4);
                var begin = RoleLabels.Begin(span.Role);
                var peak = Enumerable.Range(span.Tokens.Start, span.Tokens.Length).Max(token => labellings.Where(item => item.Labels[token] == begin || item.Labels[token] == begin + 1).Sum(item => item.Weight) / total);
                Assert.Equal(peak, likely.Peak, 1e-4);
            }
        }, iter: 300);

    [Fact]
    public void Spans_come_in_order_and_do_not_overlap() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 100000]).Sample((length, seed) =>
        {
            var random = new Random(seed);
            var (chain, scores) = Draw(random, length);
            var starts = Enumerable.Range(1, length - 1).Where(_ => random.Next(6) == 0).ToList();
            var end = 0;
            foreach (var likely in RoleDecoder.Decode(chain, scores, starts))
            {
                Assert.True(likely.Span.Tokens.Start >= end && likely.Span.Tokens.Length > 0 && likely.Span.Tokens.End <= length);
                Assert.InRange(likely.Exact, 0, 1);
                Assert.InRange(likely.Peak, 0, 1);
                end = likely.Span.Tokens.End;
            }
        }, iter: 300);

    [Fact]
    public void What_is_sure_is_found_and_runs_over_the_end_of_a_sentence()
    {
        int[] labels = [1, 2, 3, 0, 5, 6, 6, 6];
        var scores = new float[labels.Length * Labels];
        for (var token = 0; token < labels.Length; token++)
        {
            scores[(token * Labels) + labels[token]] = 20;
        }

        var (chain, _) = Draw(new Random(1), 1);
        Assert.Equal(
            [new RoleSpan(Role.Source, new TokenRange(0, 2)), new RoleSpan(Role.Cue, new TokenRange(2, 3)), new RoleSpan(Role.Content, new TokenRange(4, 8))],
            RoleDecoder.Decode(chain, scores, [6]).Select(likely => likely.Span));
    }

    /// <summary>A chain in which an inside follows its own only, and scores.</summary>
    private static (LinearChain Chain, float[] Scores) Draw(Random random, int length)
    {
        var (start, moves) = (new float[Labels], new float[Labels * Labels]);
        for (var from = -1; from < Labels; from++)
        {
            for (var to = 0; to < Labels; to++)
            {
                var score = RoleLabels.CanFollow(from, to) ? (random.NextSingle() * 2) - 1 : -10000;
                (from < 0 ? ref start[to] : ref moves[(from * Labels) + to]) = score;
            }
        }

        return (new LinearChain(start, moves), [.. Enumerable.Range(0, length * Labels).Select(_ => (random.NextSingle() * 8) - 4)]);
    }

    private static IEnumerable<int[]> All(int length) =>
        Enumerable.Range(0, (int)Math.Pow(Labels, length)).Select(number => Enumerable.Range(0, length).Select(token => number / (int)Math.Pow(Labels, token) % Labels).ToArray());

    private static double Score(LinearChain chain, float[] scores, int[] labels)
    {
        // The start's score is the sum over one token less the token's own.
        var row = new float[Labels];
        row.AsSpan().Fill(-10000);
        row[labels[0]] = 0;
        var score = chain.Sum(row).All + scores[labels[0]];
        for (var token = 1; token < labels.Length; token++)
        {
            score += chain.Move(labels[token - 1], labels[token]) + scores[(token * Labels) + labels[token]];
        }

        return score;
    }

    private static IEnumerable<TokenRange> Pieces(TokenRange span, int[] starts)
    {
        var from = span.Start;
        foreach (var to in starts.Where(start => start > span.Start && start < span.End).Append(span.End))
        {
            yield return new TokenRange(from, to);
            from = to;
        }
    }

    /// <summary>Whether labels, cut at the sentences' starts, have just this span.</summary>
    private static bool Marks(int[] labels, TokenRange span, Role role, int[] starts)
    {
        var cut = labels.Select((label, token) => (byte)(label > 0 && label % 2 == 0 && starts.Contains(token) ? label - 1 : label)).ToArray();
        return RoleLabels.Spans(cut).Contains(new RoleSpan(role, span));
    }
}
