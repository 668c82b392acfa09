namespace Inquit.Ledger;

/// <summary>
/// Numbers statements in the order in which they are shown: the newest day first, those without a day last; of one day, as their
/// articles were added; of one article, as they stand in it. So both stores give that order by the primary key alone.
/// </summary>
internal static class StatementKey
{
    /// <summary>The most statements that an article may have.</summary>
    public const int MostStatements = 1 << IndexBits;

    /// <summary>The most articles that a ledger may have.</summary>
    public const int MostArticles = 1 << ArticleBits;

    private const int IndexBits = 16;
    private const int ArticleBits = 25;
    private const long DayStep = 1L << (IndexBits + ArticleBits);

    /// <summary>The least number of a statement without a day.</summary>
    public static long Undated { get; } = (DateOnly.MaxValue.DayNumber + 1) * DayStep;

    /// <summary>The number of a statement.</summary>
    public static long Of(DateOnly? day, int article, int index) => (day is { } known ? First(known) : Undated) + ((long)article << IndexBits) + index;

    /// <summary>The least number of a statement of a day.</summary>
    public static long First(DateOnly day) => (DateOnly.MaxValue.DayNumber - day.DayNumber) * DayStep;

    /// <summary>The greatest number of a statement of a day.</summary>
    public static long Last(DateOnly day) => First(day) + DayStep - 1;
}
