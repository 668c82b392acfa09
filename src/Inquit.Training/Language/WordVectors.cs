using System.Numerics.Tensors;
using Inquit.Linguistics;

namespace Inquit.Training.Language;

/// <summary>
/// Vectors of words and of their character n-grams from unlabelled text: skip-gram with negative sampling over subwords
/// (Mikolov et al. 2013; Bojanowski et al. 2017). One thread, so that the same seed gives the same vectors.
/// </summary>
internal sealed class WordVectors
{
    private const int Window = 5;
    private const int Negatives = 5;
    private const float FirstRate = 0.05f;
    private const double Subsampling = 2e-4;

    /// <summary>Trains <paramref name="width"/> values a word.</summary>
    /// <param name="sentences">Each sentence as rows of the vocabulary; 0 is skipped.</param>
    /// <param name="features">N-grams of each row of the vocabulary.</param>
    /// <param name="width">Values of a vector.</param>
    /// <param name="epochs">Passes.</param>
    /// <param name="seed">Seed of all draws.</param>
    /// <param name="log">Progress.</param>
    public WordVectors(
        IReadOnlyList<int[]> sentences, IReadOnlyList<LexicalFeatures> features, int width, int epochs, int seed, Action<string> log)
    {
        var random = new Random(seed);
        Words = new float[features.Count * width];
        Ngrams = new float[LexicalFeatures.NgramBuckets * width];
        var contexts = new float[features.Count * width];
        Fill(Words, width, random);
        Fill(Ngrams, width, random);
        var counts = new long[features.Count];
        var total = 0L;
        foreach (var word in sentences.SelectMany(sentence => sentence))
        {
            if (word > 0)
            {
                counts[word]++;
                total++;
            }
        }

        var kept = Array.ConvertAll(counts, count => count == 0 ? 0 : (float)(Math.Sqrt(Subsampling * total / count) + (Subsampling * total / count)));
        var noise = NoiseTable(counts);
        var center = new float[width];
        var error = new float[width];
        var seen = 0L;
        var sentence = new List<int>();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var words in sentences)
            {
                sentence.Clear();
                foreach (var word in words)
                {
                    if (word > 0 && random.NextSingle() < kept[word])
                    {
                        sentence.Add(word);
                    }
                }

                seen += words.Length;
                var rate = FirstRate * Math.Max(1e-4f, 1 - (seen / (float)(Math.Max(1, total) * epochs)));
                for (var i = 0; i < sentence.Count; i++)
                {
                    var word = features[sentence[i]];
                    Compose(sentence[i], word, width, center);
                    error.AsSpan().Clear();
                    var reach = 1 + random.Next(Window);
                    for (var j = Math.Max(0, i - reach); j <= Math.Min(sentence.Count - 1, i + reach); j++)
                    {
                        if (j == i)
                        {
                            continue;
                        }

                        for (var n = 0; n <= Negatives; n++)
                        {
                            var target = n == 0 ? sentence[j] : noise[random.Next(noise.Length)];
                            if (n > 0 && target == sentence[j])
                            {
                                continue;
                            }

                            var context = contexts.AsSpan(target * width, width);
                            var score = TensorPrimitives.Dot<float>(center, context);
                            var gradient = ((n == 0 ? 1 : 0) - (1 / (1 + MathF.Exp(-score)))) * rate;
                            TensorPrimitives.MultiplyAdd(context, gradient, error, error);
                            TensorPrimitives.MultiplyAdd(center, gradient, context, context);
                        }
                    }

                    var own = Words.AsSpan(sentence[i] * width, width);
                    TensorPrimitives.Add(own, error, own);
                    foreach (var ngram in word.Ngrams)
                    {
                        var row = Ngrams.AsSpan(ngram * width, width);
                        TensorPrimitives.MultiplyAdd(error, LanguageNetwork.NgramShare(word), row, row);
                    }
                }
            }

            log($"vectors: pass {epoch + 1} of {epochs}");
        }
    }

    /// <summary>A row a word of the vocabulary.</summary>
    public float[] Words { get; }

    /// <summary>A row a bucket.</summary>
    public float[] Ngrams { get; }

    private void Compose(int row, LexicalFeatures word, int width, float[] target)
    {
        Words.AsSpan(row * width, width).CopyTo(target);
        foreach (var ngram in word.Ngrams)
        {
            TensorPrimitives.MultiplyAdd(Ngrams.AsSpan(ngram * width, width), LanguageNetwork.NgramShare(word), target, target);
        }
    }

    private static void Fill(float[] values, int width, Random random)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (random.NextSingle() - 0.5f) / width;
        }
    }

    /// <summary>Words in proportion to the three quarters' power of their count.</summary>
    private static int[] NoiseTable(long[] counts)
    {
        const int Size = 1 << 20;
        var table = new int[Size];
        var sum = counts.Sum(count => Math.Pow(count, 0.75));
        var word = 0;
        var reached = 0.0;
        for (var i = 0; i < Size; i++)
        {
            while (word < counts.Length - 1 && (reached + Math.Pow(counts[word], 0.75)) / sum <= i / (double)Size)
            {
                reached += Math.Pow(counts[word], 0.75);
                word++;
            }

            table[i] = word;
        }

        return table;
    }
}
