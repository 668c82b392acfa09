using Inquit.Learning;
using Inquit.Linguistics;
using Inquit.Text;
using Inquit.Training.Corpora;
using Inquit.Training.Learning;
using Inquit.Training.Segmenting;
using Xunit;

namespace Inquit.Tests.Text;

public class SegmenterModelTests
{
    private static readonly HashedLinearSettings Small = new(14, 8, 0.1f, 0, 0.1f);

    [Fact]
    public void A_few_sentences_teach_their_own_cuts()
    {
        var segmenter = new Segmenter(
            TokenizerTrainer.Train(Documents(), Small, seed: 1),
            SentenceTrainer.Train(Documents(), Small, [0, 0], seed: 1));

        var score = SegmentationScore.Of(segmenter, Documents());

        Assert.Equal((100, 100), (score.Tokens.F1, score.Sentences.F1));
    }

    [Fact]
    public void The_same_seed_gives_the_same_model_and_it_is_read_as_it_was_written()
    {
        var (first, second, read) = (new ModelFile(), new ModelFile(), new ModelFile());
        TokenizerTrainer.Train(Documents(), Small, seed: 7).Write(first);
        SentenceTrainer.Train(Documents(), Small, [0.5f, -0.5f], seed: 7).Write(first);
        TokenizerTrainer.Train(Documents(), Small, seed: 7).Write(second);
        SentenceTrainer.Train(Documents(), Small, [0.5f, -0.5f], seed: 7).Write(second);
        new Segmenter(ModelFile.Read(new MemoryStream(Bytes(first)))).Write(read);

        Assert.Equal(Bytes(first), Bytes(second));
        Assert.Equal(Bytes(first), Bytes(read));
    }

    [Fact]
    public void A_model_that_lacks_a_part_or_has_one_of_a_wrong_size_is_refused()
    {
        Assert.Throws<ModelFormatException>(() => new Segmenter(new ModelFile()));
        var damaged = SegmenterModel.Read();
        damaged.SetSBytes("tokens.weights", new sbyte[3], [3]);
        Assert.Throws<ModelFormatException>(() => new Segmenter(damaged));
        damaged = SegmenterModel.Read();
        damaged.SetFloats("sentences.thresholds", [0], [1]);
        Assert.Throws<ModelFormatException>(() => new Segmenter(damaged));
    }

    [Fact]
    public void Every_feature_is_computed()
    {
        var tokenFeatures = new uint[TokenFeatures.Count];
        var classes = new CharClass[Chunk.MaxLength];
        var position = 0;
        Assert.True(Chunk.TryRead("well-known.", new TextSpan(0, 11), ref position, classes, out var chunk));
        TokenFeatures.Extract(chunk, 4, 0, tokenFeatures);

        Assert.DoesNotContain(0u, tokenFeatures);
        Assert.Equal(tokenFeatures.Length, tokenFeatures.Distinct().Count());
        SentenceSplitter.Walk("a b", [new TextSpan(0, 1), new TextSpan(2, 3)], (_, _, features) =>
        {
            Assert.DoesNotContain(0u, features.ToArray());
            Assert.Equal(features.Length, features.ToArray().Distinct().Count());
            return 0;
        });
    }

    private static List<TreebankDocument> Documents()
    {
        string[] sentences = ["They do |n't know |.", "Nobody |, he said |, came |.", "It |'s here |.", "We left |.", "Who |?"];
        var trees = sentences.Select((sentence, number) => new ConlluSentence(
            number == 0 ? ["# newdoc id = a"] : [],
            [.. sentence.Split(' ').Select((word, index) => Line(index + 1, word, sentence.Split(' ')))]));
        return Treebank.Documents(trees).ToList();

        static ConlluLine Line(int id, string word, string[] words) => new(
            [$"{id}", word.TrimStart('|'), "_", "_", "_", "_", "_", "_", "_", id < words.Length && words[id][0] == '|' ? "SpaceAfter=No" : "_"]);
    }

    private static byte[] Bytes(ModelFile model)
    {
        using var bytes = new MemoryStream();
        model.Write(bytes);
        return bytes.ToArray();
    }
}
