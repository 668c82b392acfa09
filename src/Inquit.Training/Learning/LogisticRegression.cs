namespace Inquit.Training.Learning;

/// <summary>
/// Logistic regression on a few values, fitted by Newton's method (iteratively reweighted least squares; McCullagh and Nelder 1989).
/// </summary>
internal static class LogisticRegression
{
    private const int MostSteps = 50;
    private const double SmallStep = 1e-9;

    /// <summary>
    /// The weights that make the answers most likely, but for a penalty of half <paramref name="ridge"/> times their squares.
    /// </summary>
    /// <param name="rows">Values of each example, all of the same number.</param>
    /// <param name="answers">Whether each example is one of those looked for.</param>
    /// <param name="ridge">The penalty; positive, so that the weights stay finite.</param>
    public static double[] Fit(IReadOnlyList<double[]> rows, IReadOnlyList<bool> answers, double ridge)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ridge);
        ArgumentOutOfRangeException.ThrowIfNotEqual(answers.Count, rows.Count);
        var width = rows.Count == 0 ? 0 : rows[0].Length;
        var weights = new double[width];
        for (var step = 0; step < MostSteps; step++)
        {
            var slope = new double[width];
            var curvature = new double[width, width];
            for (var i = 0; i < width; i++)
            {
                slope[i] = -ridge * weights[i];
                curvature[i, i] = ridge;
            }

            for (var row = 0; row < rows.Count; row++)
            {
                var values = rows[row];
                var likely = Probability(weights, values);
                for (var i = 0; i < width; i++)
                {
                    slope[i] += ((answers[row] ? 1 : 0) - likely) * values[i];
                    for (var j = 0; j < width; j++)
                    {
                        curvature[i, j] += likely * (1 - likely) * values[i] * values[j];
                    }
                }
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

    /// <summary>The probability that weights give to values.</summary>
    public static double Probability(double[] weights, double[] values)
    {
        var odds = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            odds += weights[i] * values[i];
        }

        return 1 / (1 + Math.Exp(-odds));
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
