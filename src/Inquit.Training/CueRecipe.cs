using Inquit.Attribution;
using Inquit.Text;
using Inquit.Training.Corpora;

namespace Inquit.Training;

/// <summary>
/// Counts how often each word was a cue in each frame, on PolNeAR's training articles: the engine's own finders propose, and
/// a proposal counts as a cue where an annotator marked an attribution whose cue holds its word, whose content is mostly the
/// same, and which no other proposal on that word is more like. What stands inside a marked content is left out, as annotators marked only the outermost attribution.
/// </summary>
public sealed class CueRecipe : IModelRecipe
{
    private const double SameContent = 0.5;

    /// <inheritdoc/>
    public string Name => "cues";

    /// <inheritdoc/>
    public string Summary => "Which words attribute, in which frame, and how often: the lexicon cues.tsv that the engine is built with.";

    /// <inheritdoc/>
    public void Train(TrainingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var counts = new Dictionary<(CueFrame Frame, string Words), (int Seen, int Cues)>();
        foreach (var (marked, text) in Parsed(request.DataFolder, "train"))
        {
            Count(marked, text, counts);
        }

        var folder = Path.Combine(request.ModelsFolder, Name);
        Directory.CreateDirectory(folder);
        using var writer = new StreamWriter(Path.Combine(folder, "cues.tsv"));
        CueLexicon.Write(writer, counts.Select(count => new CueCount(count.Key.Frame, count.Key.Words, count.Value.Seen, count.Value.Cues)));
        request.Log($"{counts.Count} words in their frames, {counts.Sum(count => count.Value.Cues)} cues among {counts.Sum(count => count.Value.Seen)} proposals");
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Score(TrainingRequest request) => new Dictionary<string, double>();

    private static IEnumerable<(MarkedArticle Marked, ParsedText Text)> Parsed(string dataFolder, string split)
    {
        var folder = Path.Combine(dataFolder, "polnear", split);
        var marked = StandoffCorpus.Read(folder).ToDictionary(article => article.Name, StringComparer.Ordinal);
        foreach (var silver in SilverLayer.Read(Path.Combine(dataFolder, "polnear-corenlp", split + ".conll.gz"), folder))
        {
            var (segmentation, syntax, entities) = SilverSyntax.Of(silver);
            yield return (marked[silver.Name], new ParsedText(segmentation, syntax, entities));
        }
    }

    private static void Count(MarkedArticle marked, ParsedText text, Dictionary<(CueFrame Frame, string Words), (int Seen, int Cues)> counts)
    {
        var gold = marked.Attributions
            .Select(attribution => (Cue: TokensOf(text, attribution.Cue), Content: TokensOf(text, attribution.Content)))
            .ToList();
        foreach (var rivals in StatementFinder.Propose(text).GroupBy(proposal => proposal.Anchor))
        {
            var marks = gold.Where(attribution => attribution.Cue.Contains(rivals.Key)).ToList();
            if (marks.Count == 0 && gold.Any(attribution => attribution.Content.Contains(rivals.Key)))
            {
                continue;
            }

            var likenesses = rivals.Select(proposal => marks.Max(mark => (double?)Likeness(mark.Cue, mark.Content, proposal)) ?? 0).ToList();
            var best = Math.Max(likenesses.Max(), double.Epsilon);
            foreach (var (proposal, likeness) in rivals.Zip(likenesses))
            {
                foreach (var counted in Circumstances.Of(text, proposal).Select(CueLexicon.Marked).Append(proposal.Words))
                {
                    var (seen, cues) = counts.GetValueOrDefault((proposal.Frame, counted));
                    counts[(proposal.Frame, counted)] = (seen + 1, cues + (likeness >= best ? 1 : 0));
                }
            }
        }
    }

    /// <summary>How alike a proposal and a mark are, by Dice's measure of cue and of content: 0 to 2; 0 where the contents differ more than half.</summary>
    private static double Likeness(HashSet<int> cue, HashSet<int> content, Proposal proposal)
    {
        var alike = Dice(content, proposal.Content);
        return alike < SameContent ? 0 : alike + Dice(cue, [proposal.Cue]);
    }

    private static HashSet<int> TokensOf(ParsedText text, IEnumerable<TextSpan> spans)
    {
        var tokens = new HashSet<int>();
        foreach (var span in spans)
        {
            var token = text.Segmentation.Tokens.AsSpan().BinarySearch(new TextSpan(span.Start, span.Start));
            for (token = Math.Max(0, (token < 0 ? ~token : token) - 1); token < text.Count && text.Segmentation.Tokens[token].Start < span.End; token++)
            {
                if (text.Segmentation.Tokens[token].Overlaps(span))
                {
                    tokens.Add(token);
                }
            }
        }

        return tokens;
    }

    private static double Dice(HashSet<int> marked, IReadOnlyList<TokenRange> proposed)
    {
        var (shared, size) = (0, 0);
        foreach (var part in proposed)
        {
            size += part.Length;
            for (var token = part.Start; token < part.End; token++)
            {
                shared += marked.Contains(token) ? 1 : 0;
            }
        }

        return 2.0 * shared / Math.Max(1, size + marked.Count);
    }
}
