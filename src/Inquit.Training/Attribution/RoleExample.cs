using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Training.Attribution;

/// <summary>An article as the role tagger is trained on it: what the engine sees of it, and what annotators marked.</summary>
/// <param name="Name">The article's name.</param>
/// <param name="Text">The article as the engine parsed it.</param>
/// <param name="States">The language network's states.</param>
/// <param name="Features">The other features of its tokens.</param>
/// <param name="Marks">What was marked, or null for a text without marks.</param>
internal sealed record RoleExample(string Name, ParsedText Text, TokenStates States, RoleFeatures Features, RoleMarks? Marks);

/// <summary>The attributions that an annotator marked, on the engine's tokens.</summary>
/// <param name="Labels">A label a token; where roles overlap, cue before source before content.</param>
/// <param name="Spans">The spans that the labels spell.</param>
/// <param name="CueOf">For each span that is content, the index of its cue's span; -1 where it has none and for other roles.</param>
/// <param name="SourcesOf">For each span that is a cue, the indices of its source's spans; empty where it has none.</param>
internal sealed record RoleMarks(byte[] Labels, List<RoleSpan> Spans, int[] CueOf, int[][] SourcesOf)
{
    /// <summary>Lays attributions over the tokens of a text.</summary>
    public static RoleMarks Of(Segmentation segmentation, IReadOnlyList<Corpora.MarkedAttribution> attributions)
    {
        var labels = new byte[segmentation.Tokens.Length];
        foreach (var role in (Role[])[Role.Content, Role.Source, Role.Cue])
        {
            foreach (var span in attributions.SelectMany(attribution => SpansOf(attribution, role)).Order())
            {
                if (TokensOf(segmentation, span) is { Length: > 0 } tokens)
                {
                    RoleLabels.Write(labels, new RoleSpan(role, tokens));
                }
            }
        }

        RoleLabels.Repair(labels);
        var spans = RoleLabels.Spans(labels);
        var cueOf = new int[spans.Count];
        var sourcesOf = new int[spans.Count][];
        Array.Fill(cueOf, -1);
        Array.Fill(sourcesOf, []);
        foreach (var attribution in attributions)
        {
            var cue = SpansIn(segmentation, spans, attribution.Cue, Role.Cue).FirstOrDefault(-1);
            if (cue < 0)
            {
                continue;
            }

            sourcesOf[cue] = [.. SpansIn(segmentation, spans, attribution.Source, Role.Source)];
            foreach (var content in SpansIn(segmentation, spans, attribution.Content, Role.Content))
            {
                cueOf[content] = cue;
            }
        }

        return new RoleMarks(labels, spans, cueOf, sourcesOf);
    }

    /// <summary>The tokens that share a character with <paramref name="span"/>.</summary>
    public static TokenRange TokensOf(Segmentation segmentation, TextSpan span)
    {
        var tokens = segmentation.Tokens.AsSpan();
        var start = tokens.BinarySearch(new TextSpan(span.Start, span.Start));
        start = Math.Max(0, (start < 0 ? ~start : start) - 1);
        while (start < tokens.Length && tokens[start].End <= span.Start)
        {
            start++;
        }

        var end = start;
        while (end < tokens.Length && tokens[end].Start < span.End)
        {
            end++;
        }

        return new TokenRange(start, end);
    }

    private static System.Collections.Immutable.ImmutableArray<TextSpan> SpansOf(Corpora.MarkedAttribution attribution, Role role) =>
        role switch { Role.Source => attribution.Source, Role.Cue => attribution.Cue, _ => attribution.Content };

    /// <summary>Indices of the spans of this role that share tokens with what was marked, without repetition.</summary>
    private static IEnumerable<int> SpansIn(Segmentation segmentation, List<RoleSpan> spans, IEnumerable<TextSpan> marked, Role role) =>
        marked.Select(span => TokensOf(segmentation, span))
            .SelectMany(tokens => Enumerable.Range(0, spans.Count).Where(i => spans[i].Role == role && spans[i].Tokens.Overlaps(tokens)))
            .Distinct();
}
