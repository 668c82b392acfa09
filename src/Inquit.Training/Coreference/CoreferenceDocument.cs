using System.Collections.Immutable;
using System.Globalization;
using Inquit.Actors;
using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Training.Corpora;

namespace Inquit.Training.Coreference;

/// <summary>A document with marked mentions, as the engine reads its raw text. Mentions are told apart by the token of the engine that their head begins in.</summary>
/// <param name="Text">The text as the engine parses it.</param>
/// <param name="Statements">The statements that the engine finds.</param>
/// <param name="Mentions">The marked mentions, by the engine's token for their head; the shortest first where several hang by one word.</param>
internal sealed record CoreferenceDocument(ParsedText Text, ImmutableArray<Statement> Statements, ILookup<int, MarkedMention> Mentions)
{
    /// <summary>The types of those who can speak or be spoken for.</summary>
    public static readonly ImmutableHashSet<string> ActorTypes = ["person", "organization", "place"];

    /// <summary>Which word classes the heads of the marked mentions have.</summary>
    public required IReadOnlyDictionary<int, string> Tags { get; init; }

    /// <summary>Reads the documents of GUM's split.</summary>
    public static IEnumerable<CoreferenceDocument> Read(TrainingRequest request, string split)
    {
        var reader = new TrainedReader(request);
        var finder = new StatementFinder(request.ReadModel("roles"));
        foreach (var document in Treebank.LoadDocuments(Path.Combine(request.DataFolder, "ud-english-gum", split + ".conllu.gz")))
        {
            var (text, states) = reader.Parse(document.Text);
            var words = document.Trees.SelectMany(tree => tree.Words).ToList();
            var mentions = EntityAnnotation.Read(document).OrderBy(mention => mention.Words.Length).ToLookup(mention => TokenAt(text, document.Tokens[mention.Head].Start));
            var tags = mentions.ToDictionary(group => group.Key, group => words[group.First().Head].Columns[3]);
            yield return new CoreferenceDocument(text, finder.Find(text, states), mentions) { Tags = tags };
        }
    }

    /// <summary>The chain of the shortest mention that hangs by a token, or null.</summary>
    public string? ChainAt(int token) => Mentions[token].Select(mention => mention.Chain).FirstOrDefault();

    /// <summary>The chain in which most of a figure's names and descriptions are, or null; for several who are joined, that of the longest mention.</summary>
    public string? ChainOf(Figure figure) => figure.Members.Count > 0
        ? figure.Members[0].Mentions.SelectMany(mention => Mentions[Text.HeadOf(mention)]).OrderByDescending(mention => mention.Words.Length).Select(mention => mention.Chain).FirstOrDefault()
        : figure.Mentions.Select(Text.HeadOf).Where(head => Text.Upos(head) != UniversalPos.PRON).Select(ChainAt).OfType<string>().GroupBy(chain => chain, StringComparer.Ordinal).MaxBy(group => group.Count())?.Key;

    /// <summary>The marked mentions of those who can speak or be spoken for, each as its token with its chain.</summary>
    /// <param name="isMeant">Whether a mention counts whose head has this word class and is this word.</param>
    public IEnumerable<(int Mention, string Chain)> Marked(Func<string, string, bool> isMeant) =>
        Mentions.Where(at => ActorTypes.Contains(at.First().Type) && isMeant(Tags[at.Key], Text.Word(at.Key))).Select(at => (at.Key, at.First().Chain));

    /// <summary>The names that the engine finds, with the figures for chains.</summary>
    public IEnumerable<(int Mention, string Chain)> Named(Discourse discourse)
    {
        for (var i = 0; i < discourse.Names.Mentions.Length; i++)
        {
            if (discourse.FigureOf(i) is { } figure)
            {
                yield return (WithTitle(Text.HeadOf(discourse.Names.Mentions[i].Tokens)), NameOf(figure));
            }
        }
    }

    /// <summary>The pronouns for which the engine says whom they stand for, with the figures for chains.</summary>
    public IEnumerable<(int Mention, string Chain)> Meant(Discourse discourse)
    {
        for (var token = 0; token < Text.Count; token++)
        {
            if (PronounClass.Of(Text.Form(token)) is not null && discourse.At(token) is { } reference)
            {
                yield return (token, NameOf(reference.Figure));
            }
        }
    }

    private static string NameOf(Figure figure) => figure.Index.ToString(CultureInfo.InvariantCulture);

    /// <summary>The title that a name hangs by, where it has one ("Secretary Lee"), for there the marked mention has its head.</summary>
    private int WithTitle(int head) => Text.Has(head, "flat") && Text.Head(head) is >= 0 and var title && title < head ? title : head;

    /// <summary>The token that holds a character.</summary>
    private static int TokenAt(ParsedText text, int position)
    {
        var tokens = text.Segmentation.Tokens;
        var (low, high) = (0, tokens.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = tokens[middle].Start <= position ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
