using Inquit.Learning;
using Inquit.Text;
using Inquit.Training.Corpora;
using Inquit.Training.Learning;

namespace Inquit.Training.Segmenting;

/// <summary>Trains and scores the segmenter's model: tokens and sentences of the English Web Treebank and GUM.</summary>
public sealed class SegmenterRecipe : IModelRecipe
{
    private static readonly string[] Treebanks = ["ud-english-ewt", "ud-english-gum"];

    /// <inheritdoc/>
    public string Name => "segmenter";

    /// <inheritdoc/>
    public string Summary => "Cuts text into tokens and sentences.";

    /// <inheritdoc/>
    public void Train(TrainingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var documents = Treebanks.SelectMany(name => Load(request, name, "train")).ToList();
        request.Log($"Read {documents.Count} documents.");
        var tokenizer = TokenizerTrainer.Train(documents, new HashedLinearSettings(18, 16, 0.1f, 1e-5f, 0.3f), request.Seed);
        request.Log("Trained the tokenizer.");
        // Web text comes without blank lines too: the same documents again, each as one paragraph.
        var runOn = Load(request, Treebanks[0], "train", paragraphBreak: " ")
            .Select(document => document with { Paragraphs = [new TokenRange(0, document.Tokens.Length)] });
        var splitter = SentenceTrainer.Train(
            [.. documents, .. runOn], new HashedLinearSettings(20, 8, 0.05f, 1e-4f, 0.5f), [0.7f, -0.3f], request.Seed);
        request.Log("Trained the sentence splitter.");
        var model = new ModelFile();
        new Segmenter(tokenizer, splitter).Write(model);
        request.WriteModel(Name, model);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Score(TrainingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var segmenter = new Segmenter(request.ReadModel(Name));
        var web = Load(request, Treebanks[0], "dev");
        var mixed = Load(request, Treebanks[1], "dev");
        var scores = new SortedDictionary<string, double>(StringComparer.Ordinal);
        Add("ewt-dev", web);
        Add("gum-dev", mixed);
        Add("gum-dev-news", mixed.Where(document => document.Id.StartsWith("GUM_news", StringComparison.Ordinal)));
        Add("ewt-dev-without-paragraphs", Load(request, Treebanks[0], "dev", paragraphBreak: " "));
        return scores;

        void Add(string name, IEnumerable<TreebankDocument> documents)
        {
            var score = SegmentationScore.Of(segmenter, documents);
            scores[name + ".tokens.f1"] = Math.Round(score.Tokens.F1, 2);
            scores[name + ".sentences.f1"] = Math.Round(score.Sentences.F1, 2);
        }
    }

    private static List<TreebankDocument> Load(
        TrainingRequest request, string treebank, string split, string paragraphBreak = Treebank.BlankLine)
    {
        var path = Path.Combine(request.DataFolder, treebank, split + ".conllu.gz");
        return Treebank.Documents(Treebank.Load(path), paragraphBreak).ToList();
    }
}
