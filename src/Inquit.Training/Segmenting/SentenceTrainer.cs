using Inquit.Text;
using Inquit.Training.Corpora;
using Inquit.Training.Learning;

namespace Inquit.Training.Segmenting;

/// <summary>Trains a <see cref="SentenceSplitter"/> on treebank documents.</summary>
internal static class SentenceTrainer
{
    /// <summary>Trains the splitter; the same documents and seed give the same splitter.</summary>
    public static SentenceSplitter Train(
        IReadOnlyList<TreebankDocument> documents, HashedLinearSettings settings, float[] thresholds, int seed)
    {
        var examples = new HashedExamples(SentenceFeatures.Count);
        foreach (var document in documents)
        {
            var ends = document.Sentences.Select(sentence => sentence.End).ToHashSet();
            foreach (var paragraph in document.Paragraphs)
            {
                SentenceSplitter.Walk(document.Text, document.Tokens.AsSpan()[paragraph.Start..paragraph.End], (token, _, features) =>
                {
                    var isEnd = ends.Contains(paragraph.Start + token + 1);
                    examples.Add(features, isEnd);
                    return isEnd ? 1 : -1;
                });
            }
        }

        return new SentenceSplitter(HashedLinearTrainer.Train(examples, settings, seed), thresholds);
    }
}
