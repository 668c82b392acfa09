using Inquit.App;
using Inquit.Ledger;
using Inquit.Linguistics;

namespace Inquit.Tests;

/// <summary>An engine of a test in the place of the trained one.</summary>
internal sealed class GivenModels(Func<Article, Analysis> engine, string version) : Models
{
    public override Func<Article, Analysis> LoadEngine(string? folder) => engine;

    public override void Require(string? folder)
    {
    }

    public override EngineVersion FindEngineVersion(string? folder) => EngineVersion.Parse(version);

    public override Func<IReadOnlyList<IReadOnlyList<string>>, Syntax> LoadParser(string? folder) => Chain;

    /// <summary>A parse in which each word hangs on the one before it.</summary>
    private static Syntax Chain(IReadOnlyList<IReadOnlyList<string>> sentences)
    {
        var heads = new List<int>();
        foreach (var sentence in sentences)
        {
            var start = heads.Count;
            heads.AddRange(sentence.Select((_, index) => index == 0 ? -1 : start + index - 1));
        }

        return new Syntax(
            [.. heads.Select(_ => UniversalPos.NOUN)],
            [.. heads.Select(_ => "NN")],
            [.. sentences.SelectMany(words => words).Select(word => word.ToLowerInvariant())],
            [.. heads],
            [.. heads.Select(head => head < 0 ? "root" : "dep")]);
    }
}
