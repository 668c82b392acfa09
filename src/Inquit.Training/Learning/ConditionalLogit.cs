using System.Numerics.Tensors;

namespace Inquit.Training.Learning;

/// <summary>
/// A choice among answers, of which one is right, by a weighted sum of their values (conditional logit; McFadden 1974), fitted by
/// Newton's method.
/// </summary>
internal static class ConditionalLogit
{
    private const int MostSteps = 50;
    private const double SmallStep = 1e-9;

    /// <summary>The weights that make the right answers most likely, but for a penalty of half <paramref name="ridge"/> times the squares of their distances from the prior.</summary>
    /// <param name="choices">For each choice the values of its answers, all of the same number, and which answer is right.</param>
    /// <param name="ridge">The penalty; positive, so that the weights stay finite.</param>
    /// <param name="prior">What the weights are drawn to; zeros where none are given.</param>
    public static double[] Fit(IReadOnlyList<(double[][] Answers, int Right)> choices, double ridge, double[]? prior = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ridge);
        var width = choices.Count == 0 ? 0 : choices[0].Answers[0].Length;
        prior ??= new double[width];
        var weights = (double[])prior.Clone();
        for (var step = 0; step < MostSteps; step++)
        {
            var slope = new double[width];
            var curvature = new double[width, width];
            for (var i = 0; i < width; i++)
            {
                slope[i] = -ridge * (weights[i] - prior[i]);
                curvature[i, i] = ridge;
            }

            foreach (var (answers, right) in choices)
            {
                Add(answers, right, weights, slope, curvature);
            }

            var change = Solve(curvature, slope);
            for (var i = 0; i < width; i++)
            {
                weights[i] += change[i];
            }

            if (change.All(part => Math.Abs(part) < SmallStep))
            {
                break;
            }
        }

        return weights;
    }

    /// <summary>How likely the weights make each answer.</summary>
    public static double[] Probabilities(double[] weights, double[][] answers)
    {
        var scores = Array.ConvertAll(answers, values => TensorPrimitives.Dot<double>(weights, values));
        TensorPrimitives.SoftMax<double>(scores, scores);
        return scores;
    }

    /// <summary>Adds what a choice tells: of the slope, the right answer's values less those expected; of the curvature, their covariance.</summary>
    private static void Add(double[][] answers, int right, double[] weights, double[] slope, double[,] curvature)
    {
        var likely = Probabilities(weights, answers);
        var expected = new double[weights.Length];
        for (var answer = 0; answer < answers.Length; answer++)
        {
            for (var i = 0; i < expected.Length; i++)
            {
                expected[i] += likely[answer] * answers[answer][i];
            }
        }

        for (var answer = 0; answer < answers.Length; answer++)
        {
            var values = answers[answer];
            for (var i = 0; i < expected.Length; i++)
            {
                slope[i] += answer == right ? values[i] - expected[i] : 0;
                for (var j = 0; j < expected.Length; j++)
                {
                    curvature[i, j] += likely[answer] * (values[i] - expected[i]) * (values[j] - expected[j]);
                }
            }
        }
    }

    /// <summary>Solves a system whose matrix is symmetric and positive definite, by Cholesky's decomposition.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        var lower = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++)
                {
                    sum -= lower[i, k] * lower[j, k];
                }

                lower[i, j] = i == j ? Math.Sqrt(sum) : sum / lower[j, j];
            }
        }

        var solution = (double[])right.Clone();
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < i; k++)
            {
                solution[i] -= lower[i, k] * solution[k];
            }

            solution[i] /= lower[i, i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < size; k++)
            {
                solution[i] -= lower[k, i] * solution[k];
            }

            solution[i] /= lower[i, i];
        }

        return solution;
    }
}
