using System.Text.Json;
using Inquit.Linguistics;
using Inquit.Text;
using Inquit.Training.Corpora;

namespace Inquit.Training.Language;

/// <summary>A sentence as its words, before it is turned into numbers.</summary>
internal sealed record LabelledSentence(
    string[] Forms, string[]? Upos = null, string[]? Xpos = null, int[]? Heads = null, string[]? Relations = null, int[]? Entities = null);

/// <summary>The corpora of the language layer, read from the data folder.</summary>
internal static class LanguageCorpora
{
    /// <summary>Treebank sentences with tags and trees.</summary>
    public static List<LabelledSentence> Treebank(string path) =>
        Corpora.Treebank.Load(path).Select(sentence =>
        {
            var words = sentence.Words.ToList();
            return new LabelledSentence(
                words.ConvertAll(word => word.Form).ToArray(),
                words.ConvertAll(word => word.Columns[3]).ToArray(),
                words.ConvertAll(word => word.Columns[4]).ToArray(),
                words.ConvertAll(word => int.Parse(word.Columns[6], System.Globalization.CultureInfo.InvariantCulture) - 1).ToArray(),
                words.ConvertAll(word => word.Columns[7]).ToArray());
        }).ToList();

    /// <summary>PolNeAR's articles with their CoreNLP layer.</summary>
    public static IEnumerable<SilverArticle> Silver(string dataFolder, string split) => SilverLayer.Read(
        Path.Combine(dataFolder, "polnear-corenlp", split + ".conll.gz"), Path.Combine(dataFolder, "polnear", split));

    /// <summary>Articles cut by <paramref name="segmenter"/>, with the names that CoreNLP saw.</summary>
    public static List<LabelledSentence> SilverNames(IEnumerable<SilverArticle> articles, Segmenter segmenter)
    {
        var sentences = new List<LabelledSentence>();
        foreach (var article in articles)
        {
            var segmentation = segmenter.Segment(article.Text);
            var labels = new int[segmentation.Tokens.Length];
            var token = 0;
            foreach (var (span, type) in article.Names())
            {
                while (token < labels.Length && segmentation.Tokens[token].End <= span.Start)
                {
                    token++;
                }

                for (var inside = token; inside < labels.Length && segmentation.Tokens[inside].Start < span.End; inside++)
                {
                    labels[inside] = EntityLabels.Begin(type) + (inside == token ? 0 : 1);
                }
            }

            sentences.AddRange(Sentences(segmentation).Zip(
                segmentation.Sentences, (forms, range) => new LabelledSentence(forms, Entities: labels[range.Start..range.End])));
        }

        return sentences;
    }

    /// <summary>The word forms of each sentence.</summary>
    public static IEnumerable<string[]> Sentences(Segmentation segmentation) => segmentation.Sentences.Select(
        range => Enumerable.Range(range.Start, range.Length).Select(token => segmentation.Form(token).ToString()).ToArray());

    /// <summary>Running text without labels: newswire, news, PolNeAR's training articles.</summary>
    public static IEnumerable<string> UnlabelledTexts(string dataFolder) => NewsTexts(dataFolder).Concat(
        Directory.EnumerateFiles(Path.Combine(dataFolder, "polnear", "train"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText));

    /// <summary>Running text that has no labels of any kind: newswire and news.</summary>
    public static IEnumerable<string> NewsTexts(string dataFolder)
    {
        foreach (var file in (string[])["reuters21578.jsonl.gz", "news-2023.jsonl.gz"])
        {
            using var reader = CorpusFile.OpenText(Path.Combine(dataFolder, file));
            while (reader.ReadLine() is { } line)
            {
                using var record = JsonDocument.Parse(line);
                yield return record.RootElement.GetProperty("text").GetString() ?? string.Empty;
            }
        }
    }
}
