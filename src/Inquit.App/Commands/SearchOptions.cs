using System.CommandLine;
using Inquit.App.Formats;
using Inquit.Ledger;

namespace Inquit.App.Commands;

/// <summary>The options by which statements are looked for, a page at a time.</summary>
internal sealed class SearchOptions
{
    private readonly Option<bool> oldest = new("--oldest") { Description = "The oldest first. Those without a day are left out." };
    private readonly Option<string?> after = new("--after") { Description = "Go on after the statement with this id, the last one of the page before.", HelpName = "ID" };
    private readonly Option<int> limit = LedgerOptions.Limit(20);

    /// <summary>Which statements.</summary>
    public StatementFilters Filters { get; } = new();

    /// <summary>The form in which statements are given.</summary>
    public Option<RowFormat> Format { get; } = LedgerOptions.Format();

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [.. Filters.All, oldest, after, limit, Format];

    /// <summary>What is looked for.</summary>
    public StatementSearch Read(ParseResult parsed) => Filters.Read(parsed) with { IsOldestFirst = parsed.GetValue(oldest), After = parsed.GetValue(after), Limit = parsed.GetValue(limit) };
}
