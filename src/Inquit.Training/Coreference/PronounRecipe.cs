using Inquit.Actors;
using Inquit.Attribution;
using Inquit.Training.Attribution;
using Inquit.Training.Learning;

namespace Inquit.Training.Coreference;

/// <summary>Weighs for whom a pronoun stands, as GUM's training documents tell.</summary>
public sealed class PronounRecipe : IModelRecipe
{
    /// <summary>How often the documents are read, each time with the weights that were learned the time before.</summary>
    private const int Rounds = 4;

    private const double Ridge = 10;

    private const string ProperName = "PROPN";
    private const string Pronoun = "PRON";

    /// <summary>
    /// What the weights are drawn to: what the literature agrees on (nearness, subjects, those spoken of often, gender), and what news
    /// is like, of which GUM has little: there a pronoun that speaks is mostly the one who spoke just before. Set by hand.
    /// </summary>
    private static readonly Dictionary<PronounFeature, double> Expected = new()
    {
        [PronounFeature.Named] = 0.4,
        [PronounFeature.KnownGender] = 0.8,
        [PronounFeature.SameSentence] = 0.5,
        [PronounFeature.Distance] = -1.2,
        [PronounFeature.Subject] = 0.7,
        [PronounFeature.MainSubject] = 0.3,
        [PronounFeature.SubjectOfSentence] = 0.6,
        [PronounFeature.SubjectOfLastSentence] = 0.5,
        [PronounFeature.SeenOften] = 0.35,
        [PronounFeature.JustIntroduced] = 0.5,
        [PronounFeature.SpokeLast] = 0.4,
        [PronounFeature.SpokeLastToSpeak] = 3,
        [PronounFeature.OutOfQuotation] = -1.2,
        [PronounFeature.UnknownType] = -0.3,
        [PronounFeature.Modifier] = -0.5,
        [PronounFeature.NobodyAsSource] = -4,
        [PronounFeature.NamedOftenToSpeak] = -0.6,
        [PronounFeature.RankToSpeak] = 0.3,
        [PronounFeature.SubjectToSpeak] = 1.4,
        [PronounFeature.MainSubjectToSpeak] = 0.3,
        [PronounFeature.JustIntroducedToSpeak] = 1.2,
    };

    /// <inheritdoc/>
    public string Name => "pronouns";

    /// <inheritdoc/>
    public string Summary => "For whom a pronoun stands: the weights pronouns.tsv that the engine is built with.";

    /// <inheritdoc/>
    public void Train(TrainingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var documents = CoreferenceDocument.Read(request, "train").ToList();
        double[] prior = [.. Enum.GetValues<PronounFeature>().Select(feature => Expected.GetValueOrDefault(feature))];
        var weights = PronounWeights.Zero;
        for (var round = 1; round <= Rounds; round++)
        {
            var answered = documents.AsParallel().AsOrdered().SelectMany(document => Answered(document, weights).Choices).ToList();
            weights = new PronounWeights([.. PronounClass.Columns.Select((_, column) =>
                ConditionalLogit.Fit([.. answered.Where(choice => choice.Choice.Pronoun.Column == column).Select(choice => (choice.Choice.Values.ToArray(), choice.Right))], Ridge, prior))]);
            request.Log(string.Join(", ", PronounClass.Columns.Select((name, column) => $"{name} {Accuracy(answered, weights, column):0.0}")) + $" % of {answered.Count}");
        }

        var folder = Directory.CreateDirectory(Path.Combine(request.ModelsFolder, Name)).FullName;
        using var writer = new StreamWriter(Path.Combine(folder, "pronouns.tsv"));
        weights.Write(writer);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Score(TrainingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (names, third, all) = (new CoreferenceScorer(), new CoreferenceScorer(), new CoreferenceScorer());
        var choices = new List<(PronounChoice Choice, int Right)>();
        foreach (var document in CoreferenceDocument.Read(request, "dev"))
        {
            var (discourse, answered) = Answered(document, PronounWeights.Default);
            choices.AddRange(answered);
            var (named, meant) = (document.Named(discourse).ToList(), document.Meant(discourse).ToList());
            names.Add(document.Marked((tag, _) => tag == ProperName), named);
            third.Add(document.Marked((tag, word) => tag == ProperName || (tag == Pronoun && PronounClass.Of(word) is not null)), [.. named, .. meant]);
            all.Add(document.Marked((tag, _) => tag is ProperName or Pronoun), [.. named, .. meant]);
        }

        var figures = new Dictionary<string, double>
        {
            ["names.conll"] = names.Conll,
            ["names-and-third-person.muc"] = third.Muc,
            ["names-and-third-person.b3"] = third.BCubed,
            ["names-and-third-person.ceaf"] = third.Ceaf,
            ["names-and-third-person.conll"] = third.Conll,
            ["names-and-all-pronouns.conll"] = all.Conll,
        };
        for (var column = 0; column < PronounClass.Columns.Count; column++)
        {
            figures[$"antecedent.{PronounClass.Columns[column]}"] = Accuracy(choices, PronounWeights.Default, column);
        }

        foreach (var (figure, value) in ScoreSpeakers(request))
        {
            figures["speakers." + figure] = value;
        }

        return figures;
    }

    /// <summary>Who speaks in PolNeAR's dev articles: what the weights are for.</summary>
    private static IReadOnlyDictionary<string, double> ScoreSpeakers(TrainingRequest request)
    {
        using var table = File.OpenText(Path.Combine(request.DataFolder, "polnear", "dev-speakers.tsv"));
        var scorer = new SpeakerScorer(table);
        var finder = new StatementFinder(request.ReadModel("roles"));
        foreach (var (marked, text, states) in RoleCorpus.Parsed(request, "dev").Where(article => scorer.Knows(article.Marked.Name)))
        {
            var found = finder.Find(text, states);
            scorer.Add(marked, SpeakerResolver.Resolve(new Article(marked.Text), text, Discourse.Read(text, found), found));
        }

        return scorer.Figures();
    }

    /// <summary>A document as the weights read it, and the choices made on the way, each with the place of its right answer.</summary>
    private static (Discourse Discourse, List<(PronounChoice Choice, int Right)> Choices) Answered(CoreferenceDocument document, PronounWeights weights)
    {
        var choices = new List<PronounChoice>();
        var discourse = Discourse.Read(document.Text, document.Statements, weights, choices.Add);
        var chains = new Dictionary<Figure, string?>();
        return (discourse, choices.ConvertAll(choice =>
        {
            var chain = document.ChainAt(choice.Token);
            var right = chain is null ? -1 : choice.Figures.ToList().FindIndex(figure => ChainOf(figure) == chain);
            return (choice, right < 0 ? choice.Figures.Length : right);
        }));

        string? ChainOf(Figure figure) => chains.TryGetValue(figure, out var chain) ? chain : chains[figure] = document.ChainOf(figure);
    }

    /// <summary>In how many of a hundred cases the likeliest answer is right.</summary>
    private static double Accuracy(List<(PronounChoice Choice, int Right)> choices, PronounWeights weights, int column)
    {
        var own = choices.Where(choice => choice.Choice.Pronoun.Column == column).ToList();
        return 100.0 * own.Count(choice => weights.Likeliest(choice.Choice) == choice.Right) / own.Count;
    }
}
