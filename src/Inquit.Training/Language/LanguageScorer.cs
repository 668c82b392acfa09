using Inquit.Linguistics;
using Inquit.Text;
using Inquit.Training.Corpora;

namespace Inquit.Training.Language;

/// <summary>Scores of the language model against labelled sentences.</summary>
internal static class LanguageScorer
{
    /// <summary>
    /// Accuracy of tags, and attachment scores with and without the relation (UAS, LAS, over all tokens, punctuation
    /// included, relations with their subtypes), in percent.
    /// </summary>
    public static (double Upos, double Xpos, double Uas, double Las) Trees(LanguageModel model, IReadOnlyList<LabelledSentence> sentences)
    {
        var syntax = model.AnalyzeTokens(sentences.Select(sentence => (IReadOnlyList<string>)sentence.Forms).ToList());
        int upos = 0, xpos = 0, attached = 0, labelled = 0, total = 0;
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Forms.Length; i++)
            {
                var token = total + i;
                upos += syntax.Upos[token].ToString() == sentence.Upos![i] ? 1 : 0;
                xpos += syntax.Xpos[token] == sentence.Xpos![i] ? 1 : 0;
                var head = syntax.Heads[token] < 0 ? -1 : syntax.Heads[token] - total;
                attached += head == sentence.Heads![i] ? 1 : 0;
                labelled += head == sentence.Heads![i] && syntax.Relations[token] == sentence.Relations![i] ? 1 : 0;
            }

            total += sentence.Forms.Length;
        }

        return (100.0 * upos / total, 100.0 * xpos / total, 100.0 * attached / total, 100.0 * labelled / total);
    }

    /// <summary>
    /// Exact F1 of names (same characters, same type) over the types in <paramref name="types"/>, article by article, against
    /// what CoreNLP marked; in percent.
    /// </summary>
    public static double Names(
        LanguageModel model, Segmenter segmenter, IEnumerable<SilverArticle> articles, params EntityType[] types)
    {
        int found = 0, marked = 0;
        foreach (var article in articles)
        {
            var segmentation = segmenter.Segment(article.Text);
            var ours = model.Analyze(segmentation).Entities
                .Select(mention => (Span: segmentation.SpanOf(mention.Tokens), mention.Type))
                .Where(name => types.Contains(name.Type)).ToHashSet();
            var theirs = article.Names().Where(name => types.Contains(name.Type)).ToList();
            found += theirs.Count(ours.Contains);
            marked += ours.Count + theirs.Count;
        }

        return marked == 0 ? 0 : 200.0 * found / marked;
    }
}
