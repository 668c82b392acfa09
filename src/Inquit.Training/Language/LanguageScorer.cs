using Inquit.Linguistics;

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

    /// <summary>Exact F1 of names (same tokens, same type) over the types in <paramref name="types"/>, in percent.</summary>
    public static double Entities(LanguageModel model, IReadOnlyList<LabelledSentence> sentences, params EntityType[] types)
    {
        var expected = new List<EntityMention>();
        var start = 0;
        foreach (var sentence in sentences)
        {
            EntityLabels.Collect(Array.ConvertAll(sentence.Entities!, label => (byte)label), start, expected);
            start += sentence.Forms.Length;
        }

        var actual = model.AnalyzeSentences(sentences.Select(sentence => (IReadOnlyList<string>)sentence.Forms).ToList()).Entities
            .Where(mention => types.Contains(mention.Type)).ToHashSet();
        var gold = expected.Count(mention => types.Contains(mention.Type));
        var found = expected.Count(mention => types.Contains(mention.Type) && actual.Contains(mention));
        var predicted = actual.Count;
        return gold + predicted == 0 ? 0 : 200.0 * found / (gold + predicted);
    }
}
