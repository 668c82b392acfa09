using Inquit.Attribution;
using Inquit.Training.Attribution;
using Inquit.Training.Learning;
using Xunit;

namespace Inquit.Tests.Training;

public class LogisticRegressionTests
{
    [Fact]
    public void A_constant_becomes_the_odds_of_what_was_seen()
    {
        var weights = LogisticRegression.Fit([.. Enumerable.Repeat((double[])[1], 10)], [.. Enumerable.Range(0, 10).Select(i => i < 8)], 1e-9);
        Assert.Equal(Math.Log(4), weights[0], 1e-5);
        Assert.Equal(0.8, StatementConfidence.Of(weights, [1]), 1e-6);
    }

    [Fact]
    public void Weights_that_made_the_answers_are_found_again()
    {
        double[] made = [-0.5, 1.5, -2];
        var random = new Random(5);
        var rows = Enumerable.Range(0, 20000).Select(_ => (double[])[1, (random.NextDouble() * 4) - 2, (random.NextDouble() * 4) - 2]).ToList();
        var answers = rows.ConvertAll(row => random.NextDouble() < StatementConfidence.Of(made, row));
        var weights = LogisticRegression.Fit(rows, answers, 1e-3);
        Assert.All(Enumerable.Range(0, made.Length), i => Assert.Equal(made[i], weights[i], 0.1));
    }

    [Fact]
    public void Answers_that_a_value_parts_wholly_leave_the_weights_finite()
    {
        var weights = LogisticRegression.Fit([[1, -1], [1, -2], [1, 1], [1, 2]], [false, false, true, true], 0.1);
        Assert.All(weights, weight => Assert.True(double.IsFinite(weight)));
        Assert.True(StatementConfidence.Of(weights, [1, 2]) > 0.9);
    }

    [Fact]
    public void Reliability_is_the_mean_distance_of_confidence_and_share()
    {
        var reliability = new Reliability();
        for (var i = 0; i < 10; i++)
        {
            reliability.Add(0.95, i < 8);
            reliability.Add(0.35, i < 4);
        }

        Assert.Equal(0.1, reliability.Error(), 1e-9);
        Assert.Equal([(10, 0.35, 0.4), (10, 0.95, 0.8)], reliability.Diagram().Select(bin => (bin.Count, Math.Round(bin.Confidence, 9), bin.Right)));
    }
}
