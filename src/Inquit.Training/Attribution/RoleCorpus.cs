using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Training.Corpora;
using Inquit.Training.Language;

namespace Inquit.Training.Attribution;

/// <summary>The corpora of the role tagger, read as the engine reads an article.</summary>
internal static class RoleCorpus
{
    /// <summary>Parts into which the training articles are cut, so that the lexicon is counted on the others.</summary>
    private const int Folds = 5;

    /// <summary>
    /// PolNeAR's training articles. What the rules see in an article is weighed with a lexicon that was counted on other
    /// articles, so that the tagger does not learn to trust it more than it will deserve.
    /// </summary>
    public static List<RoleExample> Train(TrainingRequest request)
    {
        var articles = Parsed(request, "train").ToList();
        var sightings = articles.ConvertAll(article => CueCounter.See(article.Marked, article.Text).ToList());
        var lexicons = Enumerable.Range(0, Folds)
            .Select(fold => new CueLexicon(CueCounter.Count(sightings.Where((_, i) => i % Folds != fold).SelectMany(seen => seen).ToList())))
            .ToArray();
        return articles.Select((article, i) => Example(article.Marked.Name, article.Text, article.States, lexicons[i % Folds], article.Marked)).ToList();
    }

    /// <summary>PolNeAR's dev articles.</summary>
    public static IEnumerable<RoleExample> Dev(TrainingRequest request) =>
        Parsed(request, "dev").Select(article => Example(article.Marked.Name, article.Text, article.States, CueLexicon.Default, article.Marked));

    /// <summary>News without marks, named by their place among the unlabelled texts; texts shorter than a few sentences are left out.</summary>
    public static IEnumerable<RoleExample> Unmarked(TrainingRequest request)
    {
        const int Shortest = 600;
        var reader = new TrainedReader(request);
        var texts = LanguageCorpora.NewsTexts(request.DataFolder).Where(text => text.Length >= Shortest).Select((text, i) => (Text: text, Name: $"news-{i}"));
        foreach (var (text, name) in texts)
        {
            var (parsed, states) = reader.Parse(text);
            yield return Example(name, parsed, states, CueLexicon.Default, marked: null);
        }
    }

    /// <summary>The articles of a split as the engine sees them, with the segmenter and the language model already trained.</summary>
    public static IEnumerable<(MarkedArticle Marked, ParsedText Text, TokenStates States)> Parsed(TrainingRequest request, string split)
    {
        var reader = new TrainedReader(request);
        foreach (var marked in StandoffCorpus.Read(Path.Combine(request.DataFolder, "polnear", split)))
        {
            var (parsed, states) = reader.Parse(marked.Text);
            yield return (marked, parsed, states);
        }
    }

    private static RoleExample Example(string name, ParsedText text, TokenStates states, CueLexicon lexicon, MarkedArticle? marked) => new(
        name, text, states, RoleFeatures.Of(text, CueFamilies.Weigh(text, lexicon)), marked is null ? null : RoleMarks.Of(text.Segmentation, marked.Attributions));
}
