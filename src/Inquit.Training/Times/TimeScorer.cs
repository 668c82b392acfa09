using Inquit.Meaning;
using Inquit.Text;

namespace Inquit.Training.Times;

/// <summary>Measures time expressions as TempEval-3 does (UzZaman et al. 2013): F1 over all documents, in per cent.</summary>
public sealed class TimeScorer
{
    private int marked;
    private int found;
    private int strict;
    private int relaxed;
    private int value;

    /// <summary>F1 of expressions with exactly the marked characters.</summary>
    public double Strict => Rate(strict);

    /// <summary>F1 of expressions that share a character with a marked one.</summary>
    public double Relaxed => Rate(relaxed);

    /// <summary>F1 of those that also have the marked value.</summary>
    public double Value => Rate(value);

    /// <summary>Adds a document and what was found in its text.</summary>
    public void Add(TimeMlDocument document, IReadOnlyList<TimeExpression> times)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(times);
        marked += document.Times.Count;
        found += times.Count;
        strict += document.Times.Select(time => time.Span).Intersect(times.Select(time => time.Span)).Count();
        var free = times.ToList();
        foreach (var time in document.Times)
        {
            if (free.Where(other => other.Span.Overlaps(time.Span)).MaxBy(other => Shared(other.Span, time.Span)) is { } best)
            {
                free.Remove(best);
                relaxed++;
                value += (best.Value ?? string.Empty) == time.Value ? 1 : 0;
            }
        }
    }

    private static int Shared(TextSpan one, TextSpan other) => Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start);

    private double Rate(int right) => marked + found == 0 ? 0 : 200.0 * right / (marked + found);
}
