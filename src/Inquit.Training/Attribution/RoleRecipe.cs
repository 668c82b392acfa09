using System.IO.Compression;
using System.Text.Json;
using Inquit.Attribution;
using Inquit.Learning;
using Inquit.Training.Learning;

namespace Inquit.Training.Attribution;

/// <summary>
/// The network that tells source, cue and content in running text. Its weights are learned outside (<c>training/README.md</c>);
/// this recipe writes the examples that they are learned from, and makes the model of the weights.
/// </summary>
public sealed class RoleRecipe : IModelRecipe
{
    private const string Examples = "examples";
    private const string Weights = "weights";
    private const string HowTo =
        "The roles model is trained in two steps. First --set examples=FOLDER writes what the network learns from; then, with weights learned as training/README.md tells, --set weights=FILE makes the model.";

    private const double Ridge = 0.1;

    /// <summary>Parts of the dev articles, each judged by a confidence fitted on the others.</summary>
    private const int Parts = 5;

    /// <inheritdoc/>
    public string Name => "roles";

    /// <inheritdoc/>
    public string Summary => "Source, cue and content: which words of an article have which role in an attribution.";

    /// <inheritdoc/>
    public string? FindProblem(IReadOnlyDictionary<string, string> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Count != 1 || !(settings.ContainsKey(Examples) || settings.ContainsKey(Weights)))
        {
            return HowTo;
        }

        return settings.TryGetValue(Weights, out var file) && !File.Exists(file) ? $"The file of weights '{file}' is missing." : null;
    }

    /// <inheritdoc/>
    public void Train(TrainingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Settings.TryGetValue(Examples, out var folder))
        {
            Directory.CreateDirectory(folder);
            Write(Path.Combine(folder, "train"), RoleCorpus.Train(request));
            Write(Path.Combine(folder, "dev"), RoleCorpus.Dev(request));
            Write(Path.Combine(folder, "news"), RoleCorpus.Unmarked(request));
            return;
        }

        if (!request.Settings.TryGetValue(Weights, out var path))
        {
            request.Log(HowTo);
            return;
        }

        using var weights = File.OpenRead(path);
        var model = ModelFile.Read(weights);
        FitConfidence(request, model);
        request.WriteModel(Name, model);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Score(TrainingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var finder = new StatementFinder(request.ReadModel(Name));
        var scorer = new AttributionScorer();
        var reliability = new Reliability();
        foreach (var (marked, text, states) in RoleCorpus.Parsed(request, "dev"))
        {
            var statements = finder.Find(text, states);
            scorer.Add(marked, statements);
            foreach (var (statement, isRight) in statements.Zip(AttributionScorer.AreFound(marked, statements)).Where(judged => judged.First.Within is null))
            {
                reliability.Add(statement.Confidence, isRight);
            }
        }

        // The other way round than the error, so that of this figure, too, more is better.
        return new Dictionary<string, double>(scorer.F1()) { ["calibration"] = 100 * (1 - reliability.Error()) };
    }

    /// <summary>Adds to a model the weights of <see cref="StatementConfidence"/>.</summary>
    private static void FitConfidence(TrainingRequest request, ModelFile model)
    {
        var tagger = new RoleTagger(model);
        var lexicon = CueLexicon.Default;
        var articles = new List<(double[][] Rows, bool[] AreRight)>();
        foreach (var (marked, text, states) in RoleCorpus.Parsed(request, "dev"))
        {
            var tagged = tagger.Find(text, states, RoleFeatures.Of(text, CueFamilies.Weigh(text, lexicon)), RoleWindows.Of(text.Segmentation)).Where(statement => statement.Content.Count > 0).ToList();
            var statements = tagged.Select((statement, i) => statement.ToProposal(text).ToStatement(text, i, within: null)).ToList();
            articles.Add(([.. tagged.Select(statement => StatementConfidence.Features(statement.Certainty))], AttributionScorer.AreFound(marked, statements)));
        }

        var held = new Reliability();
        for (var part = 0; part < Parts; part++)
        {
            var weights = Fit(articles.Where((_, i) => i % Parts != part));
            foreach (var (rows, areRight) in articles.Where((_, i) => i % Parts == part))
            {
                foreach (var (row, isRight) in rows.Zip(areRight))
                {
                    held.Add(StatementConfidence.Of(weights, row), isRight);
                }
            }
        }

        request.Log(FormattableString.Invariant($"Calibration error on articles left out: {held.Error():0.000}"));
        foreach (var (count, confidence, right) in held.Diagram())
        {
            request.Log(FormattableString.Invariant($"  confidence {confidence:0.00}: {right:0.00} of {count} are right"));
        }

        model.SetFloats(StatementConfidence.Part, Array.ConvertAll(Fit(articles), weight => (float)weight), [StatementConfidence.Count]);
    }

    private static double[] Fit(IEnumerable<(double[][] Rows, bool[] AreRight)> articles)
    {
        var list = articles.ToList();
        return LogisticRegression.Fit([.. list.SelectMany(article => article.Rows)], [.. list.SelectMany(article => article.AreRight)], Ridge);
    }

    /// <summary>
    /// Writes examples: a line an article (its words, where sentences and paragraphs start, features, what was marked), and beside
    /// it, in a file that ends in <c>.states</c>, the language network's states, in signed bytes, token after token.
    /// </summary>
    private static void Write(string path, IEnumerable<RoleExample> examples)
    {
        using var writer = new StreamWriter(new GZipStream(File.Create(path + ".jsonl.gz"), CompressionLevel.Fastest));
        using var states = File.Create(path + ".states");
        foreach (var example in examples)
        {
            var segmentation = example.Text.Segmentation;
            states.Write(example.States.Bytes);
            writer.WriteLine(JsonSerializer.Serialize(new
            {
                name = example.Name,
                forms = Enumerable.Range(0, segmentation.Tokens.Length).Select(token => segmentation.Form(token).ToString()),
                sentences = segmentation.Sentences.Select(sentence => sentence.Start),
                paragraphs = segmentation.Paragraphs.Select(paragraph => paragraph.Tokens.Start),
                features = Enumerable.Range(0, segmentation.Tokens.Length).Select(token => example.Features.Of(token).ToArray()),
                labels = example.Marks?.Labels.Select(label => (int)label),
                spans = example.Marks?.Spans.Select(span => (int[])[(int)span.Role, span.Tokens.Start, span.Tokens.End]),
                cueOf = example.Marks?.CueOf,
                sourcesOf = example.Marks?.SourcesOf,
            }));
        }
    }
}
