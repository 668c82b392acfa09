using System.CommandLine;
using Inquit.App.Formats;

namespace Inquit.App.Commands;

/// <summary><c>inquit stats</c>: how much a ledger holds.</summary>
internal static class StatsCommand
{
    private static readonly RowColumn[] Columns = [new("What", "what"), new("How many", "value")];

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var format = LedgerOptions.Format();
        var ledger = LedgerOptions.Ledger();
        var command = new Command("stats", "Show how much a ledger holds.") { format, ledger };
        command.SetAction(parsed => LedgerOptions.Run(parsed.GetValue(ledger)!, terminal, async store =>
        {
            var count = await store.CountAsync();
            object?[][] rows =
            [
                ["articles", count.Articles],
                ["older versions", count.Superseded],
                ["statements", count.Statements],
                ["statements with a named speaker", count.NamedStatements],
                ["speakers", count.Actors],
                ["decisions about speakers", count.Decisions],
                ["first day", count.First],
                ["last day", count.Last],
                .. count.Engines.Select(engine => new object?[] { $"articles read by engine {engine.Engine}", engine.Articles }),
            ];
            RowWriter.Write(terminal, parsed.GetValue(format), Columns, rows, "");
        }));
        return command;
    }
}
