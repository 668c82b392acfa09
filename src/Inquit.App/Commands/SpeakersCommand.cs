using System.CommandLine;
using Inquit.App.Formats;
using Inquit.Ledger;

namespace Inquit.App.Commands;

/// <summary><c>inquit speakers</c>: who speaks in a ledger.</summary>
internal static class SpeakersCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string?>("NAME") { Description = "Only those with these words in one of their names.", Arity = ArgumentArity.ZeroOrOne };
        var country = LedgerOptions.Country();
        var limit = LedgerOptions.Limit(50);
        var format = LedgerOptions.Format();
        var ledger = LedgerOptions.Ledger();
        var command = new Command("speakers", "List who speaks in a ledger, those with the most statements first.") { name, country, limit, format, ledger };
        command.SetAction(parsed => LedgerOptions.Run(parsed.GetValue(ledger)!, terminal, async store =>
        {
            var search = new ActorSearch { Name = parsed.GetValue(name), Country = parsed.GetValue(country), Limit = parsed.GetValue(limit) };
            RowWriter.Write(terminal, parsed.GetValue(format), LedgerRows.SpeakerColumns, await store.ActorsAsync(search).Select(LedgerRows.Of).ToListAsync(), "No speakers found.");
        }));
        return command;
    }
}
