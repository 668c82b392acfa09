using System.Globalization;
using Inquit.Linguistics;
using Inquit.Training.Corpora;

namespace Inquit.Training.Lemmatization;

/// <summary>
/// Trains the <see cref="Lemmatizer"/> on the training parts of the English Web Treebank and GUM, and scores it on their
/// dev parts with the treebank's own tokens and tags.
/// </summary>
/// <remarks>Setting <c>least-words</c>: words that must share an ending before a rule is learned for it (2).</remarks>
public sealed class LemmatizerRecipe : IModelRecipe
{
    private const string LeastWords = "least-words";
    private static readonly string[] Treebanks = ["ewt", "gum"];

    /// <inheritdoc/>
    public string Name => "lemmatizer";

    /// <inheritdoc/>
    public string Summary => "Dictionary forms of words, from a table and rules by ending.";

    /// <inheritdoc/>
    public string? FindProblem(IReadOnlyDictionary<string, string> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        foreach (var (name, value) in settings)
        {
            if (name != LeastWords)
            {
                return $"'{name}' is no setting of the lemmatizer model.";
            }

            if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var least) || least < 1)
            {
                return $"'{value}' is no value for the setting '{name}'.";
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Train(TrainingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var trainer = new LemmatizerTrainer(
            request.Settings.TryGetValue(LeastWords, out var least) ? int.Parse(least, CultureInfo.InvariantCulture) : 2);
        foreach (var treebank in Treebanks)
        {
            var count = 0;
            foreach (var example in Examples(request.DataFolder, treebank, "train"))
            {
                trainer.Add(example);
                count++;
            }

            request.Log($"{treebank}: {count} words");
        }

        request.WriteModel(Name, trainer.Train());
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Score(TrainingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var lemmatizer = new Lemmatizer(request.ReadModel(Name));
        return Treebanks.ToDictionary(treebank => $"{treebank}-dev-lemma", treebank => Accuracy(lemmatizer, request, treebank));
    }

    /// <summary>The words of one part of a treebank.</summary>
    internal static IEnumerable<LemmaExample> Examples(string dataFolder, string treebank, string part)
    {
        var path = Path.Combine(dataFolder, $"ud-english-{treebank}", $"{part}.conllu.gz");
        foreach (var word in Treebank.Load(path).SelectMany(sentence => sentence.Words))
        {
            var columns = word.Columns;
            var isTypo = columns[5].Contains("Typo=Yes", StringComparison.Ordinal)
                || columns[9].Contains("CorrectForm=", StringComparison.Ordinal);
            yield return new LemmaExample(word.Form, Enum.Parse<UniversalPos>(columns[3]), columns[4], columns[2], isTypo);
        }
    }

    private static double Accuracy(Lemmatizer lemmatizer, TrainingRequest request, string treebank)
    {
        var words = 0;
        var right = 0;
        foreach (var example in Examples(request.DataFolder, treebank, "dev"))
        {
            words++;
            right += lemmatizer.Lemma(example.Form, example.Upos, example.Xpos) == example.Lemma ? 1 : 0;
        }

        return Math.Round(100.0 * right / words, 2);
    }
}
