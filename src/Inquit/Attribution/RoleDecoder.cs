using Inquit.Learning;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>A span that the role network sees.</summary>
/// <param name="Span">The span.</param>
/// <param name="Exact">How likely an annotator marked just these words, sentence by sentence: that of the least likely one, 0 to 1.</param>
/// <param name="Peak">How likely the surest of its words has this role, 0 to 1.</param>
internal readonly record struct LikelySpan(RoleSpan Span, double Exact, double Peak);

/// <summary>
/// Chooses spans by what is measured: those that together are expected to give the best F1 (minimum Bayes risk; Goel and Byrne
/// 2000). In each sentence a span counts with the probability that it is marked exactly so, which the chain gives, less a
/// threshold; the best set of spans that do not overlap is taken. The best sequence of labels as a whole, by contrast, drops
/// a span whose borders are in doubt, and takes one that is nearly as likely as not.
/// </summary>
internal static class RoleDecoder
{
    /// <summary>What a span's probability must exceed, by role; chosen on the dev articles of PolNeAR.</summary>
    private static readonly double[] Threshold = [0.35, 0.38, 0.36];

    private static readonly double[] LogThreshold = Array.ConvertAll(Threshold, Math.Log);

    /// <summary>The spans of a window, in order.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="scores">Scores of labels, a row a token.</param>
    /// <param name="starts">Tokens of the window, from 0, at which sentences start, in order; without the first.</param>
    public static List<LikelySpan> Decode(LinearChain chain, ReadOnlySpan<float> scores, IReadOnlyList<int> starts)
    {
        var sums = chain.Sum(scores);
        var length = scores.Length / RoleLabels.Count;
        var spans = new List<LikelySpan>();
        var from = 0;
        for (var i = 0; i <= starts.Count; i++)
        {
            var to = i < starts.Count ? starts[i] : length;
            Add(spans, new Sentence(chain, sums, scores, from, to).Best());
            from = to;
        }

        return spans;

        // A span that reaches over the end of a sentence is one, where that is likelier than two.
        void Add(List<LikelySpan> all, List<LikelySpan> own)
        {
            if (own.Count > 0 && all.Count > 0 && all[^1].Span.Role == own[0].Span.Role && all[^1].Span.Tokens.End == own[0].Span.Tokens.Start)
            {
                var (before, after) = (all[^1], own[0]);
                var (border, begin) = (after.Span.Tokens.Start, RoleLabels.Begin(after.Span.Role));
                if (sums.Marginal(border, begin + 1) > sums.Marginal(border, begin))
                {
                    all.RemoveAt(all.Count - 1);
                    own[0] = new LikelySpan(
                        after.Span with { Tokens = new TokenRange(before.Span.Tokens.Start, after.Span.Tokens.End) },
                        Math.Min(before.Exact, after.Exact),
                        Math.Max(before.Peak, after.Peak));
                }
            }

            all.AddRange(own);
        }
    }

    /// <summary>One sentence, or what of it is in the window.</summary>
    private readonly ref struct Sentence(LinearChain chain, LinearChain.Sums sums, ReadOnlySpan<float> scores, int start, int end)
    {
        private readonly ReadOnlySpan<float> scores = scores;

        /// <summary>The best set of spans, in order.</summary>
        public List<LikelySpan> Best()
        {
            var length = end - start;
            var value = new double[length + 1];
            var chosen = new LikelySpan?[length + 1];
            Way[] ways = [Describe(Role.Source), Describe(Role.Cue), Describe(Role.Content)];
            for (var to = 1; to <= length; to++)
            {
                value[to] = value[to - 1];
                for (var role = 0; role < ways.Length; role++)
                {
                    var way = ways[role];
                    for (var from = 0; from < to; from++)
                    {
                        var likely = way.Probability(from, to);
                        if (likely > LogThreshold[role] && value[from] + Math.Exp(likely) - Threshold[role] > value[to])
                        {
                            value[to] = value[from] + Math.Exp(likely) - Threshold[role];
                            chosen[to] = new LikelySpan(new RoleSpan((Role)role, new TokenRange(start + from, start + to)), Math.Min(1, Math.Exp(likely)), 0);
                        }
                    }
                }
            }

            var spans = new List<LikelySpan>();
            for (var to = length; to > 0;)
            {
                if (chosen[to] is { } span)
                {
                    spans.Add(span with { Peak = Peak(span.Span) });
                    to = span.Span.Tokens.Start - start;
                }
                else
                {
                    to--;
                }
            }

            spans.Reverse();
            return spans;
        }

        private double Peak(RoleSpan span)
        {
            var (peak, begin) = (0.0, RoleLabels.Begin(span.Role));
            for (var token = span.Tokens.Start; token < span.Tokens.End; token++)
            {
                peak = Math.Max(peak, sums.Marginal(token, begin) + sums.Marginal(token, begin + 1));
            }

            return Math.Min(1, peak);
        }

        private Way Describe(Role role)
        {
            var length = end - start;
            var begin = RoleLabels.Begin(role);
            var inside = begin + 1;
            var way = new Way(length);
            for (var i = 0; i < length; i++)
            {
                var isLast = i == length - 1;
                way.Entering[i] = sums.UpTo(start + i, begin) - sums.All;
                way.Inside[i + 1] = way.Inside[i] + scores[((start + i) * RoleLabels.Count) + inside] + chain.Move(inside, inside);
                way.LeavingFirst[i] = isLast ? sums.After(start + i, begin) : sums.AfterWithout(start + i, begin, inside);
                way.LeavingLater[i] = isLast ? sums.After(start + i, inside) : sums.AfterWithout(start + i, inside, inside);
            }

            // The second token follows a begin, not an inside, as the sum of the insides has it.
            way.Correction = chain.Move(begin, inside) - chain.Move(inside, inside);
            way.Continuing = sums.UpTo(start, inside) - sums.All;
            return way;
        }
    }

    /// <summary>What the probabilities of a role's spans in a sentence are summed from, as logarithms.</summary>
    private sealed class Way(int length)
    {
        public double[] Entering { get; } = new double[length];

        public double[] Inside { get; } = new double[length + 1];

        public double[] LeavingFirst { get; } = new double[length];

        public double[] LeavingLater { get; } = new double[length];

        public double Correction { get; set; }

        /// <summary>That the sentence before ended within such a span.</summary>
        public double Continuing { get; set; }

        /// <summary>The logarithm of the probability of a span; one that starts with the sentence may have begun before it.</summary>
        public double Probability(int from, int to)
        {
            var later = Inside[to] - Inside[from + 1] + LeavingLater[to - 1];
            var begun = Entering[from] + (to - from == 1 ? LeavingFirst[from] : later + Correction);
            if (from > 0)
            {
                return begun;
            }

            var continued = Continuing + later;
            var (more, less) = begun > continued ? (begun, continued) : (continued, begun);
            return double.IsNegativeInfinity(less) ? more : more + Math.Log(1 + Math.Exp(less - more));
        }
    }
}
