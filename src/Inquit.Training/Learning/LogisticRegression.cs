namespace Inquit.Training.Learning;

/// <summary>Logistic regression on a few values (McCullagh and Nelder 1989): a <see cref="ConditionalLogit"/> between an example's values and none.</summary>
internal static class LogisticRegression
{
    /// <summary>
    /// The weights that make the answers most likely, but for a penalty of half <paramref name="ridge"/> times their squares.
    /// </summary>
    /// <param name="rows">Values of each example, all of the same number.</param>
    /// <param name="answers">Whether each example is one of those looked for.</param>
    /// <param name="ridge">The penalty; positive, so that the weights stay finite.</param>
    public static double[] Fit(IReadOnlyList<double[]> rows, IReadOnlyList<bool> answers, double ridge)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(answers.Count, rows.Count);
        return ConditionalLogit.Fit([.. rows.Select((values, row) => (new[] { values, new double[values.Length] }, answers[row] ? 0 : 1))], ridge);
    }
}
