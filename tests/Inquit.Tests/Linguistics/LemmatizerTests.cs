using CsCheck;
using Inquit.Learning;
using Inquit.Linguistics;
using Inquit.Training;
using Inquit.Training.Lemmatization;
using Xunit;

namespace Inquit.Tests.Linguistics;

public class LemmatizerTests
{
    private static readonly LemmaExample[] Examples =
    [
        new("says", UniversalPos.VERB, "VBZ", "say", false), new("said", UniversalPos.VERB, "VBD", "say", false),
        new("warned", UniversalPos.VERB, "VBD", "warn", false), new("argued", UniversalPos.VERB, "VBD", "argue", false),
        new("claimed", UniversalPos.VERB, "VBD", "claim", false), new("argue", UniversalPos.VERB, "VB", "argue", false),
        new("cities", UniversalPos.NOUN, "NNS", "city", false), new("Kyiv", UniversalPos.PROPN, "NNP", "Kyiv", false),
        new("teh", UniversalPos.DET, "DT", "the", true), new("😀", UniversalPos.SYM, "NFP", "😀", false),
    ];

    private static readonly string[] Tags = ["VBD", "NNS", "NNP", "CD", "GW", ""];

    private static readonly Lazy<Lemmatizer> Trained = new(() => new Lemmatizer(ReadModel()));

    public static TheoryData<string, UniversalPos, string, string> SpecCases()
    {
        var cases = new TheoryData<string, UniversalPos, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests", "Inquit.Tests", "Specs", "lemmas.md")))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length == 6 && Enum.TryParse<UniversalPos>(cells[2], out var upos))
            {
                cases.Add(cells[1], upos, cells[3], cells[4]);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(SpecCases))]
    public void The_lemma_is_as_specified(string form, UniversalPos upos, string xpos, string lemma) =>
        Assert.Equal(lemma, Trained.Value.Lemma(form, upos, xpos));

    [Fact]
    public void A_known_word_costs_no_allocation()
    {
        var lemmatizer = Trained.Value;
        lemmatizer.Lemma("said", UniversalPos.VERB, "VBD");
        lemmatizer.Lemma("Said", UniversalPos.VERB, "VBD");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            lemmatizer.Lemma("said", UniversalPos.VERB, "VBD");
            lemmatizer.Lemma("Said", UniversalPos.VERB, "VBD");
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void No_form_and_no_tags_throw_and_the_answer_stays_the_same()
    {
        var form = Gen.OneOf(Gen.String, Gen.String[Gen.Char["aedinŞßİı'-,.A😀\uD800\u0301\u200D"], 0, 200]);
        var tags = Gen.Select(Gen.Byte, Gen.OneOf(Gen.Int[0, 5].Select(i => Tags[i]), Gen.String));
        Gen.Select(form, tags).Sample((word, tag) =>
        {
            var (upos, xpos) = ((UniversalPos)tag.Item1, tag.Item2);
            var lemma = Trained.Value.Lemma(word, upos, xpos);
            return lemma == Trained.Value.Lemma(word, upos, xpos) && lemma.Length == 0 == (word.Length == 0);
        });
    }

    [Fact]
    public void No_lemma_cuts_a_surrogate_pair()
    {
        foreach (var upos in Enum.GetValues<UniversalPos>())
        {
            foreach (var xpos in (string[])[.. Tags, "NNPS", "VBZ", "VBG", "VBN", "JJR", "JJS", "RBR", "UH", "NFP"])
            {
                foreach (var form in (string[])["👍", "👍🏽", "x👍", "A👍", "𝒜𝒷", "𐐀𐐁"])
                {
                    var lemma = Trained.Value.Lemma(form, upos, xpos);
                    Assert.True(lemma.IsNormalized(), $"{form} as {upos} {xpos} has half a character in its lemma.");
                }
            }
        }
    }

    [Fact]
    public void A_form_longer_than_any_table_goes_by_its_ending() =>
        Assert.Equal(
            new string('a', 100_000) + "y",
            Trained.Value.Lemma(new string('a', 100_000) + "ies", UniversalPos.NOUN, "NNS"));

    [Fact]
    public void Rules_learned_from_a_few_words_fit_words_like_them()
    {
        var lemmatizer = new Lemmatizer(Train(Examples));

        Assert.Equal("report", lemmatizer.Lemma("reported", UniversalPos.VERB, "VBD"));
        Assert.Equal("argue", lemmatizer.Lemma("Argued", UniversalPos.VERB, "VBD"));
        Assert.Equal("the", lemmatizer.Lemma("teh", UniversalPos.DET, "DT"));
        Assert.Equal("Lviv", lemmatizer.Lemma("Lviv", UniversalPos.PROPN, "NNP"));
        Assert.Equal("Unheard", lemmatizer.Lemma("Unheard", UniversalPos.INTJ, "UH"));
    }

    [Fact]
    public void The_order_of_the_examples_does_not_change_the_model_bytes() =>
        Assert.Equal(Bytes(Train(Examples)), Bytes(Train(Examples.Reverse())));

    [Fact]
    public void A_saved_model_loads_to_equal_predictions()
    {
        var bytes = Bytes(Train(Examples));
        var model = ModelFile.Read(new MemoryStream(bytes));
        var (before, after) = (new Lemmatizer(Train(Examples)), new Lemmatizer(model));

        Assert.Equal(bytes, Bytes(model));
        foreach (var form in (string[])["said", "Says", "towns", "😀", "warnings", "denied", "WARNED"])
        {
            Assert.Equal(
                before.Lemma(form, UniversalPos.VERB, "VBD"),
                after.Lemma(form, UniversalPos.VERB, "VBD"));
        }
    }

    [Fact]
    public void A_model_whose_parts_do_not_fit_is_refused()
    {
        var model = Train(Examples);
        model.SetInts("entry.rule", [999], [1]);

        Assert.Throws<ModelFormatException>(() => new Lemmatizer(model));
        Assert.Throws<ModelFormatException>(() => new Lemmatizer(new ModelFile()));
    }

    [Fact]
    public void A_rule_makes_the_lemma_that_it_was_made_from()
    {
        var word = Gen.String[Gen.Char["abyABY,'İß\uD83D\uDE00"], 0, 8];
        Gen.Select(word, word).Sample((form, lemma) =>
        {
            var rule = LemmaRule.Between(form, lemma);
            var buffer = new char[form.Length + rule.Append.Length];
            return buffer.AsSpan(0, rule.Apply(form, buffer)).SequenceEqual(lemma);
        });
    }

    [Fact]
    public void The_recipe_makes_the_model_of_the_repository_byte_for_byte()
    {
        var models = Directory.CreateTempSubdirectory("inquit-test-");
        try
        {
            var request = new TrainingRequest(Treebanks(), models.FullName, 1, new Dictionary<string, string>(), _ => { });
            new LemmatizerRecipe().Train(request);

            var path = Path.Combine("lemmatizer", "lemmatizer.bin");
            Assert.Equal(
                File.ReadAllBytes(Path.Combine(Repository.Root, "models", path)),
                File.ReadAllBytes(Path.Combine(models.FullName, path)));
        }
        finally
        {
            models.Delete(recursive: true);
        }
    }

    private static string Treebanks()
    {
        CorpusData.Folder("ud-english-ewt");
        return Path.GetDirectoryName(CorpusData.Folder("ud-english-gum"))!;
    }

    private static ModelFile ReadModel()
    {
        using var file = File.OpenRead(Path.Combine(Repository.Root, "models", "lemmatizer", "lemmatizer.bin"));
        return ModelFile.Read(file);
    }

    private static ModelFile Train(IEnumerable<LemmaExample> examples)
    {
        var trainer = new LemmatizerTrainer(2);
        foreach (var example in examples)
        {
            trainer.Add(example);
        }

        return trainer.Train();
    }

    private static byte[] Bytes(ModelFile model)
    {
        using var bytes = new MemoryStream();
        model.Write(bytes);
        return bytes.ToArray();
    }
}
