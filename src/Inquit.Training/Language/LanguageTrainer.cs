using System.Diagnostics;
using System.Numerics.Tensors;
using Inquit.Linguistics;

namespace Inquit.Training.Language;

/// <summary>
/// Trains the language network: batches of sentences of like length, two shards side by side, Adam with warm-up and
/// linear decay, gradients clipped by their length.
/// </summary>
internal sealed unsafe class LanguageTrainer
{
    private static readonly string[] Tables = ["words", "ngrams", "suffixes", "shapes"];
    private readonly LanguageHyperparameters settings;
    private readonly LanguageNetwork network;
    private readonly IReadOnlyList<LexicalFeatures> features;
    private readonly Random random;
    private readonly TransposedWeights transposed = new();
    private readonly NetworkShard[] shards;
    private readonly Dictionary<string, Adam> optimizers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, float[]> tableGradients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<int>> touched = new(StringComparer.Ordinal);
    private int step;

    public LanguageTrainer(LanguageNetwork network, IReadOnlyList<LexicalFeatures> features, LanguageHyperparameters settings, int seed)
    {
        this.network = network;
        this.features = features;
        this.settings = settings;
        random = new Random(seed);
        shards = [new NetworkShard(network), new NetworkShard(network)];
        foreach (var name in network.Weights.Names)
        {
            optimizers[name] = new Adam(network.Weights[name]);
        }

        foreach (var table in Tables)
        {
            tableGradients[table] = new float[network.Weights[table].Length];
            touched[table] = [];
        }
    }

    /// <summary>Fills the dense weights with small random numbers, forget gates with a bias of 1.</summary>
    public static void Initialize(LanguageWeights weights, int seed)
    {
        var random = new Random(seed);
        var sizes = weights.Sizes;
        for (var layer = 0; layer < LanguageWeights.Layers; layer++)
        {
            Uniform(weights[$"lstm{layer}.input"], layer == 0 ? sizes.Lexical : sizes.State);
            Uniform(weights[$"lstm{layer}.recurrent"], sizes.Hidden);
            for (var direction = 0; direction < 2; direction++)
            {
                weights[$"lstm{layer}.bias"].AsSpan(((direction * 4) + 1) * sizes.Hidden, sizes.Hidden).Fill(1);
            }
        }

        Uniform(weights["heads.weight"], sizes.State);
        Uniform(weights["arc.weight"], sizes.Arc * 4);
        Uniform(weights["label.weight"], sizes.Label);
        Uniform(weights["arc.root"], 1);
        Uniform(weights["label.root"], 1);
        foreach (var table in (string[])["suffixes", "shapes"])
        {
            foreach (ref var value in weights[table].AsSpan())
            {
                value = (random.NextSingle() - 0.5f) * 0.3f;
            }
        }

        void Uniform(float[] values, int fanIn)
        {
            var bound = 1 / MathF.Sqrt(fanIn);
            foreach (ref var value in values.AsSpan())
            {
                value = ((2 * random.NextSingle()) - 1) * bound;
            }
        }
    }

    /// <summary>Trains; calls <paramref name="afterEpoch"/> with the number of passes done.</summary>
    public void Train(
        IReadOnlyList<LanguageExample> gold, IReadOnlyList<LanguageExample> silver, Action<int> afterEpoch, Action<string> log)
    {
        var tokens = gold.Sum(example => (long)example.Length) + (long)(silver.Sum(example => (long)example.Length) * settings.SilverShare);
        var steps = (int)(tokens * settings.Epochs / settings.BatchTokens * 1.02) + 1;
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            var watch = Stopwatch.StartNew();
            var loss = 0.0;
            var batches = Batches(gold, silver);
            foreach (var batch in batches)
            {
                loss += Step(batch, steps);
            }

            log($"pass {epoch + 1} of {settings.Epochs}: loss {loss / batches.Count:0.000}, {tokens / watch.Elapsed.TotalSeconds:0} tokens/s, {watch.Elapsed.TotalSeconds:0} s");
            afterEpoch(epoch + 1);
        }
    }

    private List<List<LanguageExample>> Batches(IReadOnlyList<LanguageExample> gold, IReadOnlyList<LanguageExample> silver)
    {
        var pool = gold.Concat(silver.Where(_ => random.NextSingle() < settings.SilverShare))
            .Select(example => (Example: example, Key: example.Length + (random.NextSingle() * 6)))
            .OrderBy(pair => pair.Key);
        var batches = new List<List<LanguageExample>>();
        var size = settings.BatchTokens;
        foreach (var (example, _) in pool)
        {
            if (size + example.Length > settings.BatchTokens)
            {
                batches.Add([]);
                size = 0;
            }

            batches[^1].Add(example);
            size += example.Length;
        }

        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(batches));
        return batches;
    }

    private double Step(List<LanguageExample> batch, int steps)
    {
        step++;
        network.Pack();
        transposed.Pack(network.Weights);
        var scale = new LossScale(
            Share(batch, example => example.Upos is not null),
            Share(batch, example => example.Heads is not null),
            Share(batch, example => example.Entities is not null));
        var halves = new[]
        {
            batch.Where((_, i) => i % 2 == 0).ToList(),
            batch.Where((_, i) => i % 2 == 1).ToList(),
        };
        var seeds = new[] { random.Next(), random.Next() };
        Parallel.For(0, 2, i => shards[i].Run(halves[i], features, transposed, settings, scale, new Random(seeds[i])));

        var squares = 0.0;
        foreach (var name in NetworkShard.DenseNames(network.Weights))
        {
            var sum = shards[0].Gradient(name).Span;
            TensorPrimitives.Add(sum, shards[1].Gradient(name).Span, sum);
            squares += TensorPrimitives.SumOfSquares<float>(sum);
        }

        foreach (var shard in shards)
        {
            CollectTables(shard);
        }

        foreach (var table in Tables)
        {
            var width = Width(table);
            foreach (var row in touched[table])
            {
                squares += TensorPrimitives.SumOfSquares<float>(tableGradients[table].AsSpan(row * width, width));
            }
        }

        var length = Math.Sqrt(squares);
        var clip = length > settings.Clip ? (float)(settings.Clip / length) : 1;
        var progress = Math.Min(1, step / (float)steps);
        var rate = settings.LearningRate * Math.Min(1, step / (float)settings.WarmUp) * Math.Max(0.01f, 1 - progress);
        Update(clip, rate);
        return shards[0].Loss + shards[1].Loss;
    }

    private void Update(float clip, float rate)
    {
        foreach (var name in NetworkShard.DenseNames(network.Weights))
        {
            optimizers[name].Update(0, shards[0].Gradient(name).Span, clip, rate, step);
        }

        foreach (var table in Tables)
        {
            var width = Width(table);
            foreach (var row in touched[table])
            {
                var gradient = tableGradients[table].AsSpan(row * width, width);
                optimizers[table].Update(row * width, gradient, clip, rate, step);
                gradient.Clear();
            }

            touched[table].Clear();
        }
    }

    /// <summary>Adds a shard's gradients of word forms' vectors to the tables that they were composed of.</summary>
    private void CollectTables(NetworkShard shard)
    {
        var sizes = network.Weights.Sizes;
        for (var row = 0; row < shard.LexicalRows.Count; row++)
        {
            var (type, hidden) = shard.LexicalRows[row];
            var form = features[type];
            var gradient = new ReadOnlySpan<float>(shard.LexicalGradient.Pointer + ((long)row * sizes.Lexical), sizes.Lexical);
            Add("words", hidden ? 0 : form.Word, gradient[..sizes.Word], 1);
            var share = LanguageNetwork.NgramShare(form);
            foreach (var ngram in form.Ngrams)
            {
                Add("ngrams", ngram, gradient[..sizes.Word], share);
            }

            Add("suffixes", form.Suffix, gradient.Slice(sizes.Word, sizes.Suffix), 1);
            Add("shapes", form.Shape, gradient[(sizes.Word + sizes.Suffix)..], 1);
        }
    }

    private void Add(string table, int row, ReadOnlySpan<float> gradient, float factor)
    {
        touched[table].Add(row);
        var target = tableGradients[table].AsSpan(row * gradient.Length, gradient.Length);
        TensorPrimitives.MultiplyAdd(gradient, factor, target, target);
    }

    private int Width(string table) => table switch
    {
        "suffixes" => network.Weights.Sizes.Suffix,
        "shapes" => network.Weights.Sizes.Shape,
        _ => network.Weights.Sizes.Word,
    };

    private static float Share(List<LanguageExample> batch, Func<LanguageExample, bool> carries)
    {
        var tokens = batch.Where(carries).Sum(example => example.Length);
        return tokens == 0 ? 0 : 1f / tokens;
    }
}
