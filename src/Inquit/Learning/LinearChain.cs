namespace Inquit.Learning;

/// <summary>
/// A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over a row of labels: scores of labels and of
/// transitions, and the sums over all sequences that probabilities are made of.
/// </summary>
internal sealed class LinearChain
{
    private readonly double[] startFactor;
    private readonly double[] moveFactor;
    private readonly float[] moves;

    /// <summary>Creates the chain.</summary>
    /// <param name="start">A score for each label at the start; very low bars it.</param>
    /// <param name="moves">Scores of transitions, from × to; very low bars one.</param>
    /// <exception cref="ModelFormatException">The numbers of scores do not fit each other.</exception>
    public LinearChain(float[] start, float[] moves)
    {
        if (moves.Length != start.Length * start.Length)
        {
            throw new ModelFormatException($"A chain of {start.Length} labels has {moves.Length} transitions.");
        }

        this.moves = moves;
        startFactor = Array.ConvertAll(start, score => Math.Exp(score));
        moveFactor = Array.ConvertAll(moves, score => Math.Exp(score));
    }

    /// <summary>How many labels there are.</summary>
    public int Labels => startFactor.Length;

    /// <summary>The score of a transition.</summary>
    public double Move(int from, int to) => moves[(from * Labels) + to];

    /// <summary>Sums over all sequences of labels (forward and backward).</summary>
    /// <param name="scores">A row of <see cref="Labels"/> a token; at least one token.</param>
    public Sums Sum(ReadOnlySpan<float> scores)
    {
        var steps = scores.Length / Labels;
        var sums = new Sums(this, steps);
        for (var step = 0; step < steps; step++)
        {
            sums.Forward(step, scores.Slice(step * Labels, Labels));
        }

        for (var step = steps - 1; step >= 0; step--)
        {
            sums.Backward(step);
        }

        return sums;
    }

    /// <summary>
    /// Sums over all sequences of labels of their exponentiated scores, as logarithms. Within, each step is scaled to sum to 1.
    /// </summary>
    internal sealed class Sums
    {
        private readonly LinearChain chain;
        private readonly double[] forward;
        private readonly double[] backward;
        private readonly double[] factors;
        private readonly double[] top;
        private readonly double[] forwardScale;
        private readonly double[] backwardScale;

        internal Sums(LinearChain chain, int steps)
        {
            this.chain = chain;
            forward = new double[steps * chain.Labels];
            backward = new double[steps * chain.Labels];
            factors = new double[steps * chain.Labels];
            top = new double[steps];
            forwardScale = new double[steps];
            backwardScale = new double[steps];
        }

        /// <summary>Over all sequences.</summary>
        public double All => forwardScale[^1];

        /// <summary>Over the sequences up to and with <paramref name="step"/> that end in <paramref name="label"/>.</summary>
        public double UpTo(int step, int label) => Math.Log(forward[(step * chain.Labels) + label]) + forwardScale[step];

        /// <summary>Over what can follow after <paramref name="step"/>, which is <paramref name="label"/>.</summary>
        public double After(int step, int label) => Math.Log(backward[(step * chain.Labels) + label]) + backwardScale[step];

        /// <summary>Over what can follow after <paramref name="step"/>, which is <paramref name="label"/>, where the next is not <paramref name="barred"/>.</summary>
        public double AfterWithout(int step, int label, int barred)
        {
            var (count, next) = (chain.Labels, step + 1);
            if (next == top.Length)
            {
                return 0;
            }

            var sum = 0.0;
            for (var other = 0; other < count; other++)
            {
                sum += other == barred ? 0 : chain.moveFactor[(label * count) + other] * factors[(next * count) + other] * backward[(next * count) + other];
            }

            return Math.Log(sum) + top[next] + backwardScale[next];
        }

        /// <summary>The probability that <paramref name="step"/> is <paramref name="label"/>.</summary>
        public double Marginal(int step, int label) =>
            forward[(step * chain.Labels) + label] * backward[(step * chain.Labels) + label] * Math.Exp(forwardScale[step] + backwardScale[step] - All);

        internal void Forward(int step, ReadOnlySpan<float> scores)
        {
            var count = chain.Labels;
            var at = step * count;
            top[step] = scores[0];
            foreach (var score in scores)
            {
                top[step] = Math.Max(top[step], score);
            }

            var sum = 0.0;
            for (var label = 0; label < count; label++)
            {
                factors[at + label] = Math.Exp(scores[label] - top[step]);
                var reached = step == 0 ? chain.startFactor[label] : 0;
                for (var other = 0; step > 0 && other < count; other++)
                {
                    reached += forward[at - count + other] * chain.moveFactor[(other * count) + label];
                }

                forward[at + label] = reached * factors[at + label];
                sum += forward[at + label];
            }

            forwardScale[step] = (step == 0 ? 0 : forwardScale[step - 1]) + top[step] + Math.Log(sum);
            for (var label = 0; label < count; label++)
            {
                forward[at + label] /= sum;
            }
        }

        internal void Backward(int step)
        {
            var (count, next) = (chain.Labels, (step + 1) * chain.Labels);
            if (next == backward.Length)
            {
                backward.AsSpan(step * count).Fill(1);
                return;
            }

            var sum = 0.0;
            for (var label = 0; label < count; label++)
            {
                var reached = 0.0;
                for (var other = 0; other < count; other++)
                {
                    reached += chain.moveFactor[(label * count) + other] * factors[next + other] * backward[next + other];
                }

                backward[(step * count) + label] = reached;
                sum += reached;
            }

            backwardScale[step] = backwardScale[step + 1] + top[step + 1] + Math.Log(sum);
            for (var label = 0; label < count; label++)
            {
                backward[(step * count) + label] /= sum;
            }
        }
    }
}
