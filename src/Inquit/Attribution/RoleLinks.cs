using Inquit.Learning;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>Which content belongs to which cue, and which source to which cue or none: scores of pairs of spans.</summary>
internal sealed unsafe class RoleLinks
{
    private const int Link = 64;

    /// <summary>What a span gives at its ends: content first and last, source first and last, cue first and last.</summary>
    private const int Ends = 6;

    private const int Distances = 24;
    private const int Places = 12;
    private static readonly int[] Steps = [1, 2, 3, 4, 6, 9, 13, 20, 30, 50, 80];

    private readonly ByteLinear ends;
    private readonly float[] distances;
    private readonly float[] places;
    private readonly float[] nobody;
    private readonly float[] weights;

    /// <summary>Reads the scorer.</summary>
    /// <exception cref="ModelFormatException">A part is missing or does not fit.</exception>
    public RoleLinks(ModelFile file)
    {
        ends = new ByteLinear(file, "link.ends", RoleNetwork.Width, Ends * Link);
        distances = file.Floats("link.distances");
        places = file.Floats("link.places");
        nobody = file.Floats("link.nobody");
        weights = file.Floats("link.weight");
        if (distances.Length != 2 * Distances * Link || places.Length != 2 * Places * Link || nobody.Length != Link || weights.Length != Link)
        {
            throw new ModelFormatException("The link part of the role model does not fit this program.");
        }
    }

    /// <summary>
    /// For each content its cue, for each cue its source, within one window: the surest, with its probability among the
    /// candidates; -1 for a content without a cue beside it and for a cue whose source is not named.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">The spans of the window.</param>
    /// <param name="window">The window.</param>
    /// <param name="rows">The states of the window's tokens.</param>
    /// <param name="work">Buffers.</param>
    public RoleLink[] Of(ParsedText text, IReadOnlyList<RoleSpan> spans, TokenRange window, float* rows, TransformerLayer.Workspace work)
    {
        var links = new RoleLink[spans.Count];
        Array.Fill(links, new RoleLink(-1, 0));
        if (spans.Count == 0)
        {
            return links;
        }

        // The ends of all spans, first and last token one after the other.
        var gathered = work.Projected.Reserve(spans.Count * 2 * RoleNetwork.Width);
        for (var i = 0; i < spans.Count; i++)
        {
            Copy(rows, spans[i].Tokens.Start - window.Start, gathered, 2 * i);
            Copy(rows, spans[i].Tokens.End - 1 - window.Start, gathered, (2 * i) + 1);
        }

        var projected = work.Mixed.Reserve(spans.Count * 2 * Ends * Link);
        ends.Run(gathered, spans.Count * 2, projected, work);
        var cues = Indices(spans, Role.Cue);
        var sources = Indices(spans, Role.Source);
        var own = stackalloc float[Link];
        var scores = new List<float>();
        for (var span = 0; span < spans.Count; span++)
        {
            scores.Clear();
            if (spans[span].Role == Role.Content)
            {
                foreach (var cue in cues)
                {
                    Describe(text, spans, span, cue, cues, projected, own);
                    scores.Add(Score(own, projected, cue));
                }

                links[span] = Best(scores, cues);
            }
            else if (spans[span].Role == Role.Cue)
            {
                foreach (var source in sources)
                {
                    Describe(text, spans, source, span, cues, projected, own);
                    scores.Add(Score(own, projected, span));
                }

                nobody.CopyTo(new Span<float>(own, Link));
                scores.Add(Score(own, projected, span));
                links[span] = Best(scores, [.. sources, -1]);
            }
        }

        return links;
    }

    private static int[] Indices(IReadOnlyList<RoleSpan> spans, Role role) => [.. Enumerable.Range(0, spans.Count).Where(i => spans[i].Role == role)];

    private static void Copy(float* rows, int row, float* target, int at) =>
        new ReadOnlySpan<float>(rows + ((long)row * RoleNetwork.Width), RoleNetwork.Width).CopyTo(new Span<float>(target + ((long)at * RoleNetwork.Width), RoleNetwork.Width));

    private static RoleLink Best(List<float> scores, int[] candidates)
    {
        if (candidates.Length == 0)
        {
            return new RoleLink(-1, 0);
        }

        var best = 0;
        for (var i = 1; i < candidates.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        var sum = scores.Sum(score => Math.Exp(score - scores[best]));
        return new RoleLink(candidates[best], 1 / sum);
    }

    private void Describe(ParsedText text, IReadOnlyList<RoleSpan> spans, int span, int cue, int[] cues, float* projected, float* own)
    {
        var kind = spans[span].Role == Role.Content ? 0 : 1;
        var first = projected + ((long)span * 2 * Ends * Link) + (2 * kind * Link);
        var last = first + (Ends * Link) + Link;
        var distance = DistanceOf(spans[span].Tokens, spans[cue].Tokens) + (kind * Distances);
        var place = PlaceOf(text, spans, span, cue, cues) + (kind * Places);
        for (var i = 0; i < Link; i++)
        {
            own[i] = first[i] + last[i] + distances[(distance * Link) + i] + places[(place * Link) + i];
        }
    }

    private float Score(float* own, float* projected, int cue)
    {
        var first = projected + ((long)cue * 2 * Ends * Link) + (4 * Link);
        var last = first + (Ends * Link) + Link;
        var score = 0f;
        for (var i = 0; i < Link; i++)
        {
            score += Math.Max(0, own[i] + first[i] + last[i]) * weights[i];
        }

        return score;
    }

    /// <summary>How far a span is from a cue, in steps; 12 more where it comes after.</summary>
    private static int DistanceOf(TokenRange span, TokenRange cue)
    {
        var isBefore = span.End <= cue.Start;
        var gap = isBefore ? cue.Start - span.End : span.Start - cue.End;
        var steps = 0;
        foreach (var step in Steps)
        {
            steps += gap >= step ? 1 : 0;
        }

        return steps + (isBefore ? 0 : 12);
    }

    /// <summary>Same sentence, same paragraph or neither, and how many cues lie between, three at most.</summary>
    private static int PlaceOf(ParsedText text, IReadOnlyList<RoleSpan> spans, int span, int cue, int[] cues)
    {
        var (left, right) = (Math.Min(spans[span].Tokens.Start, spans[cue].Tokens.Start), Math.Max(spans[span].Tokens.Start, spans[cue].Tokens.Start));
        var between = cues.Count(other => spans[other].Tokens.Start > left && spans[other].Tokens.Start < right);
        var apart = text.SentenceOf(left) == text.SentenceOf(right) ? 0 : text.ParagraphOf(left) == text.ParagraphOf(right) ? 1 : 2;
        return (4 * apart) + Math.Min(3, between);
    }
}

/// <summary>What a span is linked to.</summary>
/// <param name="Span">The other span's index, or -1.</param>
/// <param name="Probability">How likely that is among the candidates, 0 to 1.</param>
internal readonly record struct RoleLink(int Span, double Probability);
