namespace Inquit.Training.Coreference;

/// <summary>
/// Measures chains of mentions as the CoNLL-2012 shared task does (Pradhan et al. 2014): MUC by links (Vilain et al. 1995), B³ by
/// mentions (Bagga and Baldwin 1998), CEAF by the best pairing of chains (Luo 2005, with entity similarity φ4), and their mean. Chains
/// of one mention are left out, on both sides. In per cent, over all documents together.
/// </summary>
public sealed class CoreferenceScorer
{
    private readonly Tally links = new();
    private readonly Tally mentions = new();
    private readonly Tally chains = new();

    /// <summary>F1 of links.</summary>
    public double Muc => links.F1;

    /// <summary>F1 of mentions.</summary>
    public double BCubed => mentions.F1;

    /// <summary>F1 of the best pairing of chains.</summary>
    public double Ceaf => chains.F1;

    /// <summary>The mean of the three.</summary>
    public double Conll => (Muc + BCubed + Ceaf) / 3;

    /// <summary>Adds a document: for each side, which chain each mention is in.</summary>
    /// <typeparam name="T">What stands for a mention, the same on both sides.</typeparam>
    /// <param name="marked">The marked mentions with their chains.</param>
    /// <param name="found">The mentions found, with theirs.</param>
    public void Add<T>(IEnumerable<(T Mention, string Chain)> marked, IEnumerable<(T Mention, string Chain)> found)
        where T : notnull
    {
        var (key, response) = (Chains(marked), Chains(found));
        var (keyOf, responseOf) = (ChainOf(key), ChainOf(response));
        links.Right(Links(key, responseOf), key.Sum(chain => chain.Count - 1));
        links.Found(Links(response, keyOf), response.Sum(chain => chain.Count - 1));
        mentions.Right(Shared(key, responseOf), keyOf.Count);
        mentions.Found(Shared(response, keyOf), responseOf.Count);
        var similarity = new double[key.Count, response.Count];
        foreach (var (mention, chain) in keyOf)
        {
            if (responseOf.TryGetValue(mention, out var other))
            {
                similarity[chain, other] += 2.0 / (key[chain].Count + response[other].Count);
            }
        }

        var paired = Assignment.Best(similarity);
        chains.Right(paired, key.Count);
        chains.Found(paired, response.Count);
    }

    private static List<List<T>> Chains<T>(IEnumerable<(T Mention, string Chain)> mentions)
        where T : notnull =>
        [.. mentions.DistinctBy(pair => pair.Mention).GroupBy(pair => pair.Chain, pair => pair.Mention, StringComparer.Ordinal).Select(chain => chain.ToList()).Where(chain => chain.Count > 1)];

    private static Dictionary<T, int> ChainOf<T>(List<List<T>> chains)
        where T : notnull =>
        chains.SelectMany((chain, index) => chain.Select(mention => (mention, index))).ToDictionary(pair => pair.mention, pair => pair.index);

    /// <summary>Of the links that hold each chain together, how many the other side has: its size less the parts that the other side cuts it into.</summary>
    private static double Links<T>(List<List<T>> chains, Dictionary<T, int> other)
        where T : notnull =>
        chains.Sum(chain => chain.Count - chain.Where(other.ContainsKey).Select(mention => other[mention]).Distinct().Count() - chain.Count(mention => !other.ContainsKey(mention)));

    /// <summary>For each mention, the share of its chain that is with it on the other side, too.</summary>
    private static double Shared<T>(List<List<T>> chains, Dictionary<T, int> other)
        where T : notnull =>
        chains.Sum(chain => chain.Where(other.ContainsKey).GroupBy(mention => other[mention]).Sum(part => (double)part.Count() * part.Count() / chain.Count));

    /// <summary>What recall and precision are made of.</summary>
    private sealed class Tally
    {
        private double right;
        private double marked;
        private double rightFound;
        private double found;

        public double F1
        {
            get
            {
                var recall = marked == 0 ? 0 : right / marked;
                var precision = found == 0 ? 0 : rightFound / found;
                return recall + precision == 0 ? 0 : 200 * recall * precision / (recall + precision);
            }
        }

        public void Right(double part, double all)
        {
            right += part;
            marked += all;
        }

        public void Found(double part, double all)
        {
            rightFound += part;
            found += all;
        }
    }
}
