using Inquit.Learning;
using Inquit.Linguistics;
using Inquit.Text;
using Xunit;

namespace Inquit.Tests.Linguistics;

/// <summary>What the language layer promises, with the models of the repository.</summary>
public class LanguageModelTests
{
    private static readonly string[] Odd = ["", " ", "\uFEFF", "\uD83D", "👍🏽", "\0", new('x', 5000), new('\u0301', 300)];

    private static readonly Lazy<LanguageModel> Trained = new(() => new LanguageModel(Read("language"), Read("lemmatizer")));

    [Fact]
    public void Threads_do_not_change_what_is_found()
    {
        var model = Model();
        var paragraphs = Texts().SelectMany(text => text.Split('\n')).Select(Segment).ToArray();
        var alone = Array.ConvertAll(paragraphs, model.Analyze);
        Parallel.For(0, 8 * paragraphs.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var at = i % paragraphs.Length;
            AssertEqual(alone[at], model.Analyze(paragraphs[at]));
        });
    }

    [Fact]
    public void A_saved_model_loads_to_equal_predictions()
    {
        var model = Model();
        using var saved = new MemoryStream();
        var file = LanguageWeights.From(Read("language")).ToFile();
        NameMemory.From(Read("language")).AddTo(file);
        file.Write(saved);
        saved.Position = 0;
        var again = new LanguageModel(ModelFile.Read(saved), Read("lemmatizer"));
        foreach (var text in Texts())
        {
            AssertEqual(model.Analyze(Segment(text)), again.Analyze(Segment(text)));
        }
    }

    [Fact]
    public void Nothing_at_all_has_no_tokens()
    {
        Assert.Empty(Model().AnalyzeTokens([]).Heads);
        Assert.Empty(Model().AnalyzeTokens([[], []]).Heads);
        Assert.Empty(Model().Analyze(Segment("")).Syntax.Heads);
        Assert.Empty(Model().Analyze(Segment(" \n\t ")).Syntax.Heads);
    }

    [Fact]
    public void Odd_tokens_are_tokens_like_others()
    {
        var syntax = Model().AnalyzeTokens([Odd, [], ["It", "rains", "."], .. Odd.Select(form => (string[])[form])]);
        Assert.Equal((2 * Odd.Length) + 3, syntax.Heads.Length);
        Assert.Equal(2 + Odd.Length, syntax.Heads.Count(head => head < 0));
        Assert.Equal(syntax.Heads.Select(head => head < 0), syntax.Relations.Select(relation => relation == "root"));
    }

    [Fact]
    public void A_sentence_of_as_many_tokens_as_may_be_gets_a_tree_and_a_longer_one_is_refused()
    {
        string[] words = ["the", "minister", "said", ",", "that", "it", "rains", "."];
        var longest = Enumerable.Range(0, LanguageModel.LongestSentence).Select(i => words[i * 7 % words.Length]).ToArray();
        Assert.Single(Model().AnalyzeTokens([longest]).Heads, head => head < 0);
        var refused = Assert.Throws<ArgumentException>(() => Model().AnalyzeTokens([["Short", "."], [.. longest, "."]]));
        Assert.Contains($"{LanguageModel.LongestSentence}", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16, 16, 16, 20, 16, 16)]
    [InlineData(16, 16, 16, 16, 0, 16)]
    [InlineData(-16, 16, 16, 16, 16, 16)]
    [InlineData(16, 16, 16, int.MaxValue - 15, 16, 16)]
    public void A_model_of_sizes_that_do_not_work_is_refused(params int[] sizes)
    {
        var file = Sizes(sizes);
        Assert.Contains("size", Assert.Throws<ModelFormatException>(() => LanguageWeights.From(file)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vocabulary")]
    [InlineData("xpos")]
    [InlineData("relations")]
    public void A_model_with_a_list_too_short_is_refused(string name)
    {
        var file = Sizes([16, 16, 16, 16, 16, 16]);
        file.SetStrings(name, name == "relations" ? ["root"] : []);
        Assert.Contains(name, Assert.Throws<ModelFormatException>(() => LanguageWeights.From(file)).Message, StringComparison.Ordinal);
    }

    private static ModelFile Sizes(int[] sizes)
    {
        var file = new ModelFile();
        file.SetInts("sizes", sizes, [sizes.Length]);
        file.SetStrings("vocabulary", [string.Empty]);
        file.SetStrings("xpos", ["NN"]);
        file.SetStrings("relations", ["root", "dep"]);
        return file;
    }

    private static void AssertEqual(LanguageAnalysis expected, LanguageAnalysis actual)
    {
        Assert.Equal(expected.Syntax.Upos, actual.Syntax.Upos);
        Assert.Equal(expected.Syntax.Xpos, actual.Syntax.Xpos);
        Assert.Equal(expected.Syntax.Lemmas, actual.Syntax.Lemmas);
        Assert.Equal(expected.Syntax.Heads, actual.Syntax.Heads);
        Assert.Equal(expected.Syntax.Relations, actual.Syntax.Relations);
        Assert.Equal(expected.Entities, actual.Entities);
    }

    private static LanguageModel Model()
    {
        TrainedEngine.RequireModels();
        return Trained.Value;
    }

    private static ModelFile Read(string name)
    {
        using var stream = File.OpenRead(Path.Join(TrainedEngine.Folder, name, name + ".bin"));
        return ModelFile.Read(stream);
    }

    private static IEnumerable<string> Texts() =>
        Directory.EnumerateFiles(Repository.PathOf("samples"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText);

    private static Segmentation Segment(string text) => Inquit.Tests.Text.SegmenterModel.Segmenter.Segment(text);
}
