using System.CommandLine;
using Inquit.Ledger;
using Inquit.Reading;

namespace Inquit.App.Commands;

/// <summary><c>inquit reread</c>: what an older engine read is read again.</summary>
internal static class RereadCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal, Models models)
    {
        var ledger = LedgerOptions.Ledger();
        var threads = CommonOptions.Threads();
        var modelsFolder = CommonOptions.Models();
        var command = new Command("reread", "Read the articles of a ledger again that an older engine read. What people decided holds.") { ledger, threads, modelsFolder };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(modelsFolder);
            var engine = models.LoadEngine(folder);
            var version = models.FindEngineVersion(folder);
            return AddCommand.RunAsync(
                parsed.GetValue(ledger)!,
                create: false,
                store => (new Intake(engine, _ => Task.FromResult(false), analysis => ReplaceAsync(store, analysis, version)), Outdated(store, version)),
                () => null,
                parsed.GetValue(threads),
                verbose: false,
                sums => $"{sums.Added} read again, {sums.Unread} unread; {sums.Statements} statements",
                terminal).GetAwaiter().GetResult();
        });
        return command;
    }

    private static IEnumerable<ReadResult> Outdated(ILedger ledger, EngineVersion version) =>
        ledger.OutdatedAsync(version).ToBlockingEnumerable().Select(stored => ReadResult.Of(stored.ShortId, stored.Article));

    private static async Task<AddOutcome> ReplaceAsync(ILedger ledger, Analysis analysis, EngineVersion version)
    {
        await ledger.ReplaceAsync(analysis, version);
        return new AddOutcome(AddKind.Added, analysis.Article.ComputeId(), analysis.Statements.Length);
    }
}
