using System.CommandLine;
using System.Text;
using Inquit.Ledger;
using Inquit.Reading;

namespace Inquit.App.Commands;

/// <summary><c>inquit add</c>: articles and their statements, kept in a ledger.</summary>
internal static class AddCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal, Models models)
    {
        var inputs = CommonOptions.Inputs("Articles, as 'inquit read' takes them.");
        var ledger = LedgerOptions.Ledger();
        var kind = CommonOptions.StandardInputKind();
        var web = new WebOptions();
        var verbose = CommonOptions.Verbose();
        var threads = CommonOptions.Threads();
        var modelsFolder = CommonOptions.Models();
        var command = new Command("add", "Read articles into a ledger; those that are in it are passed over.") { inputs, ledger, kind, web.Contact, web.AllowPrivate, verbose, threads, modelsFolder };
        command.SetAction(parsed =>
        {
            var sources = parsed.GetValue(inputs)!;
            var folder = parsed.GetValue(modelsFolder);
            using var fetcher = web.Fetcher(parsed);
            var reader = new ArticleReader(terminal.Input, fetcher: fetcher, standardInputKind: parsed.GetValue(kind)!);
            var engine = models.LoadEngine(folder);
            var version = models.FindEngineVersion(folder);
            return RunAsync(
                parsed.GetValue(ledger)!,
                create: true,
                store => (Intake.Into(store, engine, version), reader.Read(sources)),
                () => new ArticleReader(Stream.Null).Count(sources),
                parsed.GetValue(threads),
                parsed.GetValue(verbose),
                Summary,
                terminal).GetAwaiter().GetResult();
        });
        return command;
    }

    /// <summary>What became of articles that were added, in a line.</summary>
    public static FormattableString Summary(Intake.Sums sums) =>
        $"{sums.Added} added, {sums.Corrected} corrected, {sums.Known} known, {sums.Unread} unread; {sums.Statements} statements";

    /// <summary>Brings articles into a ledger and says how many; returns the exit code.</summary>
    public static async Task<int> RunAsync(string address, bool create, Func<ILedger, (Intake Intake, IEnumerable<ReadResult> Inputs)> begin, Func<int?> count, int threads, bool verbose, Func<Intake.Sums, FormattableString> summary, Terminal terminal)
    {
        using var interruption = new Interruption();
        await using var ledger = await Ledgers.OpenAsync(address, create);
        var (intake, inputs) = begin(ledger);
        var total = terminal.ProgressWidth is not null ? Task.Run(count) : Task.FromResult<int?>(null);
        var progress = new Progress(terminal, () => total.IsCompletedSuccessfully ? total.Result : null);
        var sums = await intake.RunAsync(inputs, threads, verbose, progress, terminal, interruption.Token);
        terminal.Output.Write(Encoding.UTF8.GetBytes(FormattableString.Invariant(summary(sums)) + "\n"));
        terminal.Output.Flush();
        if (interruption.Token.IsCancellationRequested)
        {
            terminal.Error.WriteLine("inquit: Stopped before the end. What was written holds; the same command goes on from there.");
            return ExitCode.Interrupted;
        }

        return sums.Unread == 0 ? ExitCode.Done : ExitCode.SomeInputUnread;
    }
}
