using System.Globalization;

namespace Inquit.Benchmarks;

/// <summary>Repeated measurements of one thing.</summary>
/// <param name="Median">The middle one; the mean of the two in the middle where their number is even.</param>
/// <param name="Lowest">The lowest.</param>
/// <param name="Highest">The highest.</param>
/// <param name="Count">How many.</param>
internal sealed record Figures(double Median, double Lowest, double Highest, int Count)
{
    /// <summary>Sums up <paramref name="values"/>.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static Figures Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0)
        {
            throw new ArgumentException("Nothing was measured.", nameof(values));
        }

        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Figures(Round(median), Round(sorted[0]), Round(sorted[^1]), sorted.Length);
    }

    /// <summary>The median, and in brackets the lowest and the highest.</summary>
    public string ToText(string format) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Text(Median, format)} ({Text(Lowest, format)}–{Text(Highest, format)})");

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    // Four digits: more would be noise.
    private static double Round(double value) => double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
