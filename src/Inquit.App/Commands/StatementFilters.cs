using System.CommandLine;
using System.CommandLine.Parsing;
using Inquit.Attribution;
using Inquit.Ledger;

namespace Inquit.App.Commands;

/// <summary>The options that leave statements out.</summary>
internal sealed class StatementFilters
{
    private readonly Option<string?> role = new("--role") { Description = "Speakers whose role has these words, as \"foreign minister\".", HelpName = "WORDS" };
    private readonly Option<string?> country = LedgerOptions.Country();
    private readonly Option<string?> outlet = new("--outlet") { Description = "Articles of this paper, agency or site.", HelpName = "NAME" };
    private readonly Option<string?> kind = new("--kind") { Description = "How much of it is quoted.", HelpName = "direct|indirect|mixed" };
    private readonly Option<DateOnly?> since = Day("--since", "The first day, month or year", isEnd: false);
    private readonly Option<DateOnly?> until = Day("--until", "The last day, month or year", isEnd: true);
    private readonly Option<double> confidence = ReadCommand.MinConfidence();
    private readonly Option<bool> allVersions = new("--all-versions") { Description = "Also statements of articles that a newer version has taken the place of." };

    public StatementFilters() => kind.AcceptOnlyFromAmong("direct", "indirect", "mixed");

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [role, country, outlet, kind, since, until, confidence, allVersions];

    /// <summary>Whether anything is asked for that tells which statements are wanted; how sure they must be does not.</summary>
    public bool IsSearch(ParseResult parsed) => new Option[] { role, country, outlet, kind, since, until }.Any(option => parsed.GetResult(option) is { Implicit: false });

    /// <summary>Whether any of them is given.</summary>
    public bool AreAsked(CommandResult line) => All.Any(option => line.GetResult(option) is { Implicit: false });

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
