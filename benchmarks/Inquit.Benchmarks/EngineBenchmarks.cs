using BenchmarkDotNet.Attributes;
using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Benchmarks;

/// <summary>The engine's parts and the whole road, each over the first ten articles.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private const int ArticleCount = 10;

    private StatementFinder statements = null!;
    private Article[] articles = [];
    private Segmenter segmenter = null!;
    private LanguageModel language = null!;
    private Func<Article, Analysis> engine = null!;
    private Segmentation[] segmentations = [];
    private LanguageAnalysis[] analyses = [];

    [GlobalSetup]
    public void Load()
    {
        articles = [.. Workload.LoadArticles(Options.Parse([]).Articles).Take(ArticleCount)];
        segmenter = Workload.LoadSegmenter();
        language = Workload.LoadLanguageModel();
        statements = Workload.LoadStatementFinder();
        engine = Workload.LoadEngine();
        segmentations = [.. articles.Select(article => segmenter.Segment(article.Text))];
        analyses = [.. segmentations.Select(language.Analyze)];
    }

    [Benchmark]
    public int Segment() => articles.Sum(article => segmenter.Segment(article.Text).Tokens.Length);

    [Benchmark]
    public int Analyze() => segmentations.Sum(segmentation => language.Analyze(segmentation).Entities.Length);

    [Benchmark]
    public int FindStatements()
    {
        var found = 0;
        for (var i = 0; i < segmentations.Length; i++)
        {
            found += statements.Find(segmentations[i], analyses[i]).Length;
        }

        return found;
    }

    [Benchmark(Baseline = true)]
    public int WholeRoad() => articles.Sum(article => engine(article).Statements.Length);
}
