using BenchmarkDotNet.Attributes;
using Inquit.Linguistics;

namespace Inquit.Benchmarks;

/// <summary>One lemma: from the table, from the table in another letter case, by a rule, and with an unknown tag.</summary>
[MemoryDiagnoser]
public class LemmatizerBenchmarks
{
    private readonly Lemmatizer lemmatizer = Workload.LoadLemmatizer();

    [Benchmark(Baseline = true)]
    public string Known() => lemmatizer.Lemma("said", UniversalPos.VERB, "VBD");

    [Benchmark]
    public string KnownInOtherCase() => lemmatizer.Lemma("DENIED", UniversalPos.VERB, "VBD");

    [Benchmark]
    public string ByRule() => lemmatizer.Lemma("deplatformed", UniversalPos.VERB, "VBD");

    [Benchmark]
    public string UnknownTag() => lemmatizer.Lemma("officials", UniversalPos.NOUN, "?");
}
