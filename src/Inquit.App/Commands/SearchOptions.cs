using System.CommandLine;
using Inquit.App.Formats;
using Inquit.Attribution;
using Inquit.Ledger;

namespace Inquit.App.Commands;

/// <summary>The options by which statements are looked for.</summary>
internal sealed class SearchOptions
{
    private readonly Option<string?> role = new("--role") { Description = "Speakers whose role has these words, as \"foreign minister\".", HelpName = "WORDS" };
    private readonly Option<string?> country = LedgerOptions.Country();
    private readonly Option<string?> outlet = new("--outlet") { Description = "Articles of this paper, agency or site.", HelpName = "NAME" };
    private readonly Option<string?> kind = new("--kind") { Description = "How much of it is quoted.", HelpName = "direct|indirect|mixed" };
    private readonly Option<DateOnly?> since = Day("--since", "The first day, month or year", isEnd: false);
    private readonly Option<DateOnly?> until = Day("--until", "The last day, month or year", isEnd: true);
    private readonly Option<double> confidence = ReadCommand.MinConfidence();
    private readonly Option<bool> allVersions = new("--all-versions") { Description = "Also statements of articles that a newer version has taken the place of." };
    private readonly Option<string?> after = new("--after") { Description = "Go on after the statement with this id, the last one of the page before.", HelpName = "ID" };
    private readonly Option<int> limit = LedgerOptions.Limit(20);

    public SearchOptions() => kind.AcceptOnlyFromAmong("direct", "indirect", "mixed");

    /// <summary>The form in which statements are given.</summary>
    public Option<RowFormat> Format { get; } = LedgerOptions.Format();

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [role, country, outlet, kind, since, until, confidence, allVersions, after, limit, Format];

    /// <summary>Whether anything is asked for that leaves statements out.</summary>
    public bool IsFilter(ParseResult parsed) => new Option[] { role, country, outlet, kind, since, until }.Any(option => parsed.GetResult(option) is { Implicit: false });

    /// <summary>What is looked for.</summary>
    public StatementSearch Read(ParseResult parsed) => new()
    {
        Role = parsed.GetValue(role),
        Country = parsed.GetValue(country),
        Outlet = parsed.GetValue(outlet),
        Kind = parsed.GetValue(kind) is { } name ? Enum.Parse<StatementKind>(name, ignoreCase: true) : null,
        Since = parsed.GetValue(since),
        Until = parsed.GetValue(until),
        MinConfidence = parsed.GetValue(confidence),
        AllVersions = parsed.GetValue(allVersions),
        After = parsed.GetValue(after),
        Limit = parsed.GetValue(limit),
    };

    private static Option<DateOnly?> Day(string name, string description, bool isEnd) => new(name)
    {
        Description = $"{description}: 2024-05-14, 2024-05 or 2024.",
        HelpName = "DAY",
        CustomParser = given =>
        {
            if (SearchText.Day(given.Tokens.Single().Value, isEnd) is { } day)
            {
                return day;
            }

            given.AddError($"{name} takes {SearchText.DayForm}.");
            return null;
        },
    };
}
