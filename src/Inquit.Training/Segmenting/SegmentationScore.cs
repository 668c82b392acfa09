using Inquit.Text;
using Inquit.Training.Corpora;

namespace Inquit.Training.Segmenting;

/// <summary>
/// How well raw text is segmented: tokens and sentences whose start and end are those of the gold standard, as the CoNLL
/// 2018 shared task counts syntactic words and sentences.
/// </summary>
/// <param name="Tokens">Counts of tokens.</param>
/// <param name="Sentences">Counts of sentences.</param>
public readonly record struct SegmentationScore(SpanScore Tokens, SpanScore Sentences)
{
    /// <summary>Segments the text of each document and compares.</summary>
    public static SegmentationScore Of(Segmenter segmenter, IEnumerable<TreebankDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(segmenter);
        ArgumentNullException.ThrowIfNull(documents);
        var (tokens, sentences) = (default(SpanScore), default(SpanScore));
        foreach (var document in documents)
        {
            var found = segmenter.Segment(document.Text);
            tokens += SpanScore.Of(found.Tokens, document.Tokens);
            sentences += SpanScore.Of(
                found.Sentences.Select(found.SpanOf),
                document.Sentences.Select(range => new TextSpan(document.Tokens[range.Start].Start, document.Tokens[range.End - 1].End)));
        }

        return new SegmentationScore(tokens, sentences);
    }
}
