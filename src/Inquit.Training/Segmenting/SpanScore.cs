using Inquit.Text;

namespace Inquit.Training.Segmenting;

/// <summary>Counts of spans found, of spans right, and of spans in the gold standard.</summary>
/// <param name="Right">Spans found that are in the gold standard, start and end.</param>
/// <param name="Found">Spans found.</param>
/// <param name="Gold">Spans in the gold standard.</param>
public readonly record struct SpanScore(int Right, int Found, int Gold)
{
    /// <summary>The harmonic mean of precision and recall, in percent.</summary>
    public double F1 => Found + Gold == 0 ? 100 : 200.0 * Right / (Found + Gold);

    /// <summary>Compares spans over the same text.</summary>
    public static SpanScore Of(IEnumerable<TextSpan> found, IEnumerable<TextSpan> gold)
    {
        var goldSet = gold.ToHashSet();
        var foundSet = found.ToHashSet();
        return new SpanScore(foundSet.Count(goldSet.Contains), foundSet.Count, goldSet.Count);
    }

    /// <summary>The counts of both together.</summary>
    public static SpanScore operator +(SpanScore left, SpanScore right) => Add(left, right);

    /// <inheritdoc cref="op_Addition"/>
    public static SpanScore Add(SpanScore left, SpanScore right) =>
        new(left.Right + right.Right, left.Found + right.Found, left.Gold + right.Gold);
}
