using Inquit.Learning;
using Inquit.Linguistics;
using Inquit.Training.Language;
using Inquit.Training.Lemmatization;
using Xunit;

namespace Inquit.Tests.Training;

public class LanguageTrainerTests
{
    private static readonly string[][] Sentences =
    [
        ["The", "minister", "said", "no", "."],
        ["Reuters", "reported", "it", "."],
        ["No", "one", "said", "it"],
        ["The", "minister", "reported", "no", "one", "."],
    ];

    private static readonly string[] Noun = ["minister", "Reuters", "one"];

    [Fact]
    public void The_same_seed_gives_the_same_model_byte_for_byte_and_another_gives_another()
    {
        Assert.Equal(Train(seed: 1), Train(seed: 1));
        Assert.NotEqual(Train(seed: 1), Train(seed: 2));
    }

    [Fact]
    public void A_network_learns_what_it_is_shown_and_a_saved_one_predicts_the_same()
    {
        var file = ModelFile.Read(new MemoryStream(Train(seed: 1)));
        var model = new LanguageModel(LanguageWeights.From(file), EmptyLemmatizer(), NameMemory.Empty);
        var syntax = model.AnalyzeTokens(Sentences);
        var token = 0;
        foreach (var form in Sentences.SelectMany(sentence => sentence))
        {
            Assert.Equal(Noun.Contains(form), syntax.Upos[token] == UniversalPos.NOUN);
            token++;
        }

        var again = new LanguageModel(LanguageWeights.From(ModelFile.Read(new MemoryStream(Train(seed: 1)))), EmptyLemmatizer(), NameMemory.Empty);
        Assert.Equal(syntax.Heads, again.AnalyzeTokens(Sentences).Heads);
    }

    [Fact]
    public void Sentences_analyzed_alone_or_together_get_the_same_trees()
    {
        var model = new LanguageModel(LanguageWeights.From(ModelFile.Read(new MemoryStream(Train(seed: 3)))), EmptyLemmatizer(), NameMemory.Empty);
        var together = model.AnalyzeTokens(Sentences);
        var start = 0;
        foreach (var sentence in Sentences)
        {
            var alone = model.AnalyzeTokens([sentence]);
            for (var i = 0; i < sentence.Length; i++)
            {
                Assert.Equal(alone.Heads[i] < 0 ? -1 : alone.Heads[i] + start, together.Heads[start + i]);
                Assert.Equal(alone.Relations[i], together.Relations[start + i]);
                Assert.Equal(alone.Xpos[i], together.Xpos[start + i]);
            }

            start += sentence.Length;
        }
    }

    [Fact]
    public void A_model_file_without_a_part_is_refused_by_name()
    {
        var file = new ModelFile();
        file.SetInts("sizes", [16, 16, 16, 16, 16, 16], [6]);
        file.SetStrings("vocabulary", [string.Empty]);
        file.SetStrings("xpos", ["NN"]);
        file.SetStrings("relations", ["root", "dep"]);
        var refused = Assert.Throws<ModelFormatException>(() => LanguageWeights.From(file));
        Assert.Contains("'words'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hidden", "wide")]
    [InlineData("Hidden", "99999999999")]
    [InlineData("Breadth", "1")]
    public void A_setting_that_is_none_is_refused_by_name(string name, string value) => Assert.Contains(
        $"'{name}'",
        Assert.Throws<ArgumentException>(() => LanguageHyperparameters.From(new Dictionary<string, string> { [name] = value })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_width_that_the_kernels_cannot_read_is_refused() => Assert.Throws<ArgumentException>(
        () => new LanguageWeights(new LanguageSizes(16, 16, 16, 20, 16, 16), [string.Empty], ["NN"], ["root", "dep"]));

    private static byte[] Train(int seed)
    {
        var sizes = new LanguageSizes(16, 16, 16, 16, 16, 16);
        var weights = new LanguageWeights(sizes, [string.Empty, "said", "reported"], ["NN", "X"], ["root", "dep"]);
        LanguageTrainer.Initialize(weights, seed);
        var network = new LanguageNetwork(weights);
        var forms = new FormTable(form => network.FeaturesOf(form));
        var examples = Sentences.Select(sentence => new LanguageExample(
            Array.ConvertAll(sentence, forms.IndexOf),
            Array.ConvertAll(sentence, form => (int)(Noun.Contains(form) ? UniversalPos.NOUN : UniversalPos.X)),
            Array.ConvertAll(sentence, form => Noun.Contains(form) ? 0 : 1),
            Enumerable.Range(-1, sentence.Length).ToArray(),
            Enumerable.Range(0, sentence.Length).Select(i => i == 0 ? 0 : 1).ToArray())).ToList();
        var settings = new LanguageHyperparameters { Epochs = 300, BatchTokens = 12, WarmUp = 5, LearningRate = 0.01f, Dropout = 0, InputDropout = 0, WordDropout = 0 };
        new LanguageTrainer(network, forms.Features, settings, seed).Train(examples, [], _ => { }, _ => { });
        using var written = new MemoryStream();
        weights.ToFile().Write(written);
        return written.ToArray();
    }

    private static Lemmatizer EmptyLemmatizer() => new(new LemmatizerTrainer(leastWords: 1).Train());
}
