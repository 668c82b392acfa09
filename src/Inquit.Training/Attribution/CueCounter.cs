using Inquit.Attribution;
using Inquit.Text;
using Inquit.Training.Corpora;

namespace Inquit.Training.Attribution;

/// <summary>A proposal of the finders in a marked article.</summary>
/// <param name="Frame">Its frame.</param>
/// <param name="Words">Its words.</param>
/// <param name="Circumstances">What stands around it.</param>
/// <param name="IsCue">Whether an annotator saw a cue there.</param>
internal sealed record Sighting(CueFrame Frame, string Words, string[] Circumstances, bool IsCue);

/// <summary>
/// Counts how often each word was a cue in each frame: the finders propose, and
/// a proposal counts as a cue where an annotator marked an attribution whose cue holds its word, whose content is in part the
/// same, and which no other proposal on that word is more like (where that is a quotation, it alone is counted). Pull quotes
/// are not counted: PolNeAR's texts were stripped of them. What stands inside a marked content is left out, as annotators marked only the outermost attribution.
/// </summary>
internal static class CueCounter
{
    private const double LeastShared = 0.1;

    /// <summary>What was seen less often, and never as a cue, is left to the frame's own rate.</summary>
    private const int MinSeen = 2;

    /// <summary>The counts of a lexicon.</summary>
    public static List<CueCount> Count(IReadOnlyCollection<Sighting> sightings)
    {
        var words = sightings
            .GroupBy(seen => (seen.Frame, seen.Words))
            .Select(group => Counted(group.Key.Frame, group.Key.Words, group))
            .Concat(sightings.GroupBy(seen => seen.Frame).Select(group => Counted(group.Key, CueLexicon.Any, group)))
            .ToList();
        var lexicon = new CueLexicon(words);
        var byWords = words.ToDictionary(count => (count.Frame, count.Words));
        var surplus = sightings.GroupBy(seen => seen.Frame).ToDictionary(group => group.Key, group => group.Sum(WithoutItself) / Math.Max(1, group.Count(seen => seen.IsCue)));
        var circumstances = sightings
            .SelectMany(seen => seen.Circumstances.Select(circumstance => (Circumstance: circumstance, Seen: seen)))
            .GroupBy(pair => (pair.Seen.Frame, pair.Circumstance))
            .Select(group => Counted(group.Key.Frame, CueLexicon.Marked(group.Key.Circumstance), group.Select(pair => pair.Seen)) with
            {
                Expected = (int)Math.Round(group.Sum(pair => WithoutItself(pair.Seen)) / surplus[group.Key.Frame]),
            });
        return words.Concat(circumstances).Where(count => count.Seen >= MinSeen || count.Cues > 0).ToList();

        // A sighting is left out of what it is compared with; else a rare word would always be as expected.
        double WithoutItself(Sighting seen)
        {
            var count = byWords[(seen.Frame, seen.Words)];
            return lexicon.Smooth(seen.Frame, count.Seen - 1, count.Cues - (seen.IsCue ? 1 : 0));
        }
    }

    /// <summary>What the finders propose in an article, each with whether an annotator saw a cue there.</summary>
    public static IEnumerable<Sighting> See(MarkedArticle marked, ParsedText text)
    {
        var gold = marked.Attributions
            .Select(attribution => (Cue: TokensOf(text, attribution.Cue), Content: TokensOf(text, attribution.Content)))
            .ToList();
        foreach (var rivals in CueFamilies.Propose(text).GroupBy(proposal => proposal.Anchor))
        {
            var marks = gold.Where(attribution => attribution.Cue.Contains(rivals.Key)).ToList();
            if (marks.Count == 0 && gold.Any(attribution => attribution.Content.Contains(rivals.Key)))
            {
                continue;
            }

            var likenesses = rivals.Select(proposal => marks.Max(mark => (double?)Likeness(mark.Cue, mark.Content, proposal)) ?? 0).ToList();
            var best = Math.Max(likenesses.Max(), double.Epsilon);
            var isQuoted = rivals.Zip(likenesses).Any(rival => rival.First.Frame == CueFrame.Quotation && rival.Second >= best);
            foreach (var (proposal, likeness) in rivals.Zip(likenesses))
            {
                if (proposal.Frame == CueFrame.PullQuote || (isQuoted && proposal.Frame != CueFrame.Quotation))
                {
                    continue;
                }

                yield return new Sighting(proposal.Frame, proposal.Words, Circumstances.Of(text, proposal), likeness >= best);
            }
        }
    }

    private static CueCount Counted(CueFrame frame, string words, IEnumerable<Sighting> sightings)
    {
        var (seen, cues) = (0, 0);
        foreach (var sighting in sightings)
        {
            seen++;
            cues += sighting.IsCue ? 1 : 0;
        }

        return new CueCount(frame, words, seen, cues, cues);
    }

    /// <summary>How alike a proposal and a mark are, by Dice's measure of cue and of content: 0 to 2; 0 where the contents share next to nothing.</summary>
    private static double Likeness(HashSet<int> cue, HashSet<int> content, Proposal proposal)
    {
        var alike = Dice(content, proposal.Content);
        return alike < LeastShared ? 0 : alike + Dice(cue, [proposal.Cue]);
    }

    private static HashSet<int> TokensOf(ParsedText text, IEnumerable<TextSpan> spans)
    {
        var tokens = new HashSet<int>();
        foreach (var range in spans.Select(span => RoleMarks.TokensOf(text.Segmentation, span)))
        {
            tokens.UnionWith(Enumerable.Range(range.Start, range.Length));
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
