using Inquit.Attribution;

namespace Inquit.Ledger;

/// <summary>The day by which a statement is ordered: the first day of the time at which it was made, or else the day of its article.</summary>
internal static class SaidDay
{
    /// <summary>The day; null where nothing tells.</summary>
    public static DateOnly? Of(Statement statement, DateOnly? published) => statement.Said?.FirstDay ?? published;
}
