using Inquit.Training.Learning;
using Xunit;

namespace Inquit.Tests.Training;

/// <summary>Choices among answers are learned.</summary>
public class ConditionalLogitTests
{
    [Fact]
    public void Weights_that_made_choices_are_found_again()
    {
        var random = new Random(3);
        double[] made = [1.5, -0.7, 0];
        var choices = new List<(double[][] Answers, int Right)>();
        for (var i = 0; i < 20000; i++)
        {
            double[][] answers = [.. Enumerable.Range(0, 4).Select(_ => (double[])[random.NextDouble() * 2, random.NextDouble() * 2, random.NextDouble() * 2])];
            var (likely, drawn, right) = (ConditionalLogit.Probabilities(made, answers), random.NextDouble(), 0);
            while (right < 3 && (drawn -= likely[right]) > 0)
            {
                right++;
            }

            choices.Add((answers, right));
        }

        Assert.All(ConditionalLogit.Fit(choices, 1e-3).Zip(made), pair => Assert.Equal(pair.Second, pair.First, 0.1));
    }

    [Fact]
    public void Without_choices_that_tell_the_weights_stay_what_they_were_expected_to_be() =>
        Assert.Equal([2, -1], ConditionalLogit.Fit([([[1, 0], [1, 0]], 0)], 1, [2, -1]));
}
