using Inquit.Training.Coreference;
using Xunit;

namespace Inquit.Tests.Training;

/// <summary>The measures of chains, on the worked example of Pradhan et al. 2014 and at their ends.</summary>
public class CoreferenceScorerTests
{
    [Fact]
    public void The_worked_example_gives_its_published_figures()
    {
        var scorer = new CoreferenceScorer();
        scorer.Add(Chains("abc", "defg"), Chains("ab", "cd", "fghi"));
        Assert.Equal(40, scorer.Muc, 1e-9);
        Assert.Equal(200 * (35.0 / 84) * 0.5 / ((35.0 / 84) + 0.5), scorer.BCubed, 1e-9); // recall .42, precision .50
        Assert.Equal(52, scorer.Ceaf, 1e-9);
        Assert.Equal((scorer.Muc + scorer.BCubed + scorer.Ceaf) / 3, scorer.Conll, 1e-9);
    }

    [Fact]
    public void Equal_chains_give_a_hundred_and_chains_of_one_do_not_count()
    {
        var scorer = new CoreferenceScorer();
        scorer.Add(Chains("ab", "cde", "f"), Chains("edc", "ba", "g"));
        Assert.Equal((100, 100, 100), (scorer.Muc, scorer.BCubed, scorer.Ceaf));
    }

    [Fact]
    public void Nothing_found_gives_nought()
    {
        var scorer = new CoreferenceScorer();
        scorer.Add(Chains("ab"), Chains());
        Assert.Equal((0, 0, 0), (scorer.Muc, scorer.BCubed, scorer.Ceaf));
    }

    [Fact]
    public void The_best_pairing_is_that_of_all_pairings()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var values = new double[random.Next(1, 6), random.Next(1, 6)];
            for (var row = 0; row < values.GetLength(0); row++)
            {
                for (var column = 0; column < values.GetLength(1); column++)
                {
                    values[row, column] = random.NextDouble();
                }
            }

            Assert.Equal(BestOfAll(values, 0, []), Assignment.Best(values), 1e-9);
        }
    }

    private static double BestOfAll(double[,] values, int row, HashSet<int> taken)
    {
        if (row == values.GetLength(0))
        {
            return 0;
        }

        var best = BestOfAll(values, row + 1, taken);
        for (var column = 0; column < values.GetLength(1); column++)
        {
            if (taken.Add(column))
            {
                best = Math.Max(best, values[row, column] + BestOfAll(values, row + 1, taken));
                taken.Remove(column);
            }
        }

        return best;
    }

    private static IEnumerable<(char Mention, string Chain)> Chains(params string[] chains) => chains.SelectMany(chain => chain.Select(mention => (mention, chain)));
}
