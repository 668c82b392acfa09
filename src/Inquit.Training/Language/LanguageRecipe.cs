using System.Globalization;
using System.Numerics.Tensors;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Training.Language;

/// <summary>The language layer's network: tags, trees and names from one encoder.</summary>
public sealed class LanguageRecipe : IModelRecipe
{
    private static readonly string[] Treebanks = ["ud-english-ewt", "ud-english-gum"];

    /// <inheritdoc/>
    public string Name => "language";

    /// <inheritdoc/>
    public string Summary => "Tags, dependency trees and names, from one network over word forms.";

    /// <inheritdoc/>
    public string? FindProblem(IReadOnlyDictionary<string, string> settings)
    {
        try
        {
            LanguageHyperparameters.From(settings);
            return null;
        }
        catch (ArgumentException problem)
        {
            return problem.Message;
        }
    }

    /// <inheritdoc/>
    public void Train(TrainingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var settings = LanguageHyperparameters.From(request.Settings);
        var segmenter = new Segmenter(request.ReadModel("segmenter"));
        var trees = Treebanks.SelectMany(name => LanguageCorpora.Treebank(Path.Combine(request.DataFolder, name, "train.conllu.gz"))).ToList();
        var articles = LanguageCorpora.Silver(request.DataFolder, "train").ToList();
        var names = LanguageCorpora.SilverNames(articles, segmenter);
        var memory = NameMemory.Of(articles.SelectMany(
            article => article.Names().Select(name => (name.Span.Of(article.Text).ToString(), name.Type))));
        var unlabelled = LanguageCorpora.UnlabelledTexts(request.DataFolder).SelectMany(text => LanguageCorpora.Sentences(segmenter.Segment(text)))
            .Concat(trees.Select(sentence => sentence.Forms)).ToList();
        request.Log($"{trees.Count} trees, {names.Count} sentences with names, {unlabelled.Sum(words => words.Length)} words without labels");

        var weights = new LanguageWeights(
            new LanguageSizes(settings.Word, settings.Suffix, settings.Shape, settings.Hidden, settings.Arc, settings.Label),
            Vocabulary(unlabelled, settings.Vocabulary),
            Inventory(trees.SelectMany(sentence => sentence.Xpos!), first: null),
            Inventory(trees.SelectMany(sentence => sentence.Relations!), first: "root"));
        LanguageTrainer.Initialize(weights, request.Seed);
        var network = new LanguageNetwork(weights);
        InitializeVectors(network, unlabelled, settings, request);

        var forms = new FormTable(form => network.FeaturesOf(form));
        var gold = trees.ConvertAll(sentence => ToExample(sentence, weights, forms));
        var silver = names.ConvertAll(sentence => ToExample(sentence, weights, forms));
        var trainer = new LanguageTrainer(network, forms.Features, settings, request.Seed);
        trainer.Train(gold, silver, epoch => AfterEpoch(epoch, settings, weights, memory, request), request.Log);
        Write(weights, memory, request);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Score(TrainingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var model = new LanguageModel(request.ReadModel(Name), request.ReadModel("lemmatizer"));
        var scores = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var name in Treebanks)
        {
            var (upos, xpos, uas, las) = LanguageScorer.Trees(
                model, LanguageCorpora.Treebank(Path.Combine(request.DataFolder, name, "dev.conllu.gz")));
            var corpus = name[^3..];
            scores[corpus + ".upos"] = Math.Round(upos, 2);
            scores[corpus + ".xpos"] = Math.Round(xpos, 2);
            scores[corpus + ".uas"] = Math.Round(uas, 2);
            scores[corpus + ".las"] = Math.Round(las, 2);
        }

        scores["polnear.names"] = Math.Round(
            LanguageScorer.Names(
                model,
                new Segmenter(request.ReadModel("segmenter")),
                LanguageCorpora.Silver(request.DataFolder, "dev"),
                EntityType.Person,
                EntityType.Organization,
                EntityType.Place),
            2);
        return scores;
    }

    private void AfterEpoch(
        int epoch, LanguageHyperparameters settings, LanguageWeights weights, NameMemory memory, TrainingRequest request)
    {
        if (epoch % 4 == 0 || epoch == settings.Epochs)
        {
            Write(weights, memory, request);
            request.Log(string.Join(", ", Score(request).Select(pair => $"{pair.Key} {pair.Value.ToString(CultureInfo.InvariantCulture)}")));
        }
    }

    private void Write(LanguageWeights weights, NameMemory memory, TrainingRequest request)
    {
        var file = weights.ToFile();
        memory.AddTo(file);
        request.WriteModel(Name, file);
    }

    private static void InitializeVectors(
        LanguageNetwork network, List<string[]> unlabelled, LanguageHyperparameters settings, TrainingRequest request)
    {
        var weights = network.Weights;
        var features = Array.ConvertAll(weights.Words, word => network.FeaturesOf(word));
        var rows = unlabelled.ConvertAll(words => Array.ConvertAll(words, word => network.FeaturesOf(word).Word));
        var vectors = new WordVectors(rows, features, settings.Word, settings.VectorEpochs, request.Seed, request.Log);
        var scale = settings.VectorDeviation / TensorPrimitives.StdDev<float>(vectors.Words.AsSpan(settings.Word));
        request.Log($"vectors scaled by {scale:0.00}");
        TensorPrimitives.Multiply(vectors.Words, scale, weights["words"]);
        TensorPrimitives.Multiply(vectors.Ngrams, scale, weights["ngrams"]);
        weights["words"].AsSpan(0, settings.Word).Clear();
    }

    private static string[] Vocabulary(List<string[]> sentences, int size)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        Span<char> buffer = stackalloc char[32];
        foreach (var word in sentences.SelectMany(words => words))
        {
            var normalized = buffer[..LexicalFeatures.Normalize(word, buffer)].ToString();
            counts[normalized] = counts.GetValueOrDefault(normalized) + 1;
        }

        return
        [
            string.Empty,
            .. counts.Where(pair => pair.Value > 1)
                .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Take(size - 1).Select(pair => pair.Key),
        ];
    }

    private static string[] Inventory(IEnumerable<string> values, string? first)
    {
        var distinct = values.Distinct().Where(value => value != first).Order(StringComparer.Ordinal);
        return first is null ? [.. distinct] : [first, .. distinct];
    }

    private static LanguageExample ToExample(LabelledSentence sentence, LanguageWeights weights, FormTable forms) => new(
        Array.ConvertAll(sentence.Forms, forms.IndexOf),
        sentence.Upos is null ? null : Array.ConvertAll(sentence.Upos, tag => (int)Enum.Parse<UniversalPos>(tag)),
        sentence.Xpos is null ? null : Array.ConvertAll(sentence.Xpos, tag => Array.IndexOf(weights.Xpos, tag)),
        sentence.Heads,
        sentence.Relations is null ? null : Array.ConvertAll(sentence.Relations, relation => Array.IndexOf(weights.Relations, relation)),
        sentence.Entities);
}
