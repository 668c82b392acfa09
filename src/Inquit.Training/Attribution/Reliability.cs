namespace Inquit.Training.Attribution;

/// <summary>How well confidence keeps what it promises: of the statements given 0.8, eight of ten should be right.</summary>
public sealed class Reliability
{
    private const int Bins = 10;
    private readonly List<(double Confidence, bool IsRight)> judged = [];

    /// <summary>Counts a statement.</summary>
    public void Add(double confidence, bool isRight) => judged.Add((confidence, isRight));

    /// <summary>
    /// The expected calibration error (Naeini, Cooper and Hauskrecht 2015) over ten bins of equal width: the mean distance of
    /// confidence and share of right statements, 0 to 1.
    /// </summary>
    public double Error() => Diagram().Sum(bin => bin.Count * Math.Abs(bin.Confidence - bin.Right)) / Math.Max(1, judged.Count);

    /// <summary>For each bin that holds statements: how many, their mean confidence, and the share that is right.</summary>
    public IReadOnlyList<(int Count, double Confidence, double Right)> Diagram() =>
    [
        .. judged
            .GroupBy(item => Math.Min(Bins - 1, (int)(item.Confidence * Bins)))
            .OrderBy(bin => bin.Key)
            .Select(bin => (bin.Count(), bin.Average(item => item.Confidence), bin.Count(item => item.IsRight) / (double)bin.Count())),
    ];
}
