using System.CommandLine;
using System.CommandLine.Invocation;
using System.Data.Common;
using Inquit.App.Commands;
using Inquit.Ledger;

namespace Inquit.App;

/// <summary>The command line: its commands, and what becomes of an error.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line and returns the exit code.</summary>
    public static int Run(IReadOnlyList<string> args, Terminal terminal, Models? models = null)
    {
        var output = new StreamWriter(terminal.Output) { AutoFlush = true };
        try
        {
            var parsed = Create(terminal, models ?? new Models()).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            return parsed.Action is ParseErrorAction
                ? Refuse(parsed, terminal.Error)
                : parsed.Invoke(new InvocationConfiguration { Output = output, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        }
        catch (BrokenEnvironmentException broken)
        {
            terminal.Error.WriteLine($"inquit: {broken.Message}");
            return ExitCode.BrokenEnvironment;
        }
        catch (LedgerException unusable)
        {
            terminal.Error.WriteLine($"inquit: {unusable.Message}");
            return ExitCode.BrokenEnvironment;
        }
        catch (DbException failure)
        {
            terminal.Error.WriteLine($"inquit: The ledger cannot be used any more: {failure.Message} What was written holds. Check the disk or the server, and start again.");
            return ExitCode.BrokenEnvironment;
        }
        catch (OutputClosedException)
        {
            return ExitCode.Done;
        }
    }

    private static int Refuse(ParseResult parsed, TextWriter error)
    {
        foreach (var problem in parsed.Errors)
        {
            error.WriteLine($"inquit: {problem.Message}");
        }

        var command = parsed.CommandResult.Command;
        error.WriteLine($"See 'inquit {(command is RootCommand ? "" : command.Name + " ")}--help'.");
        return ExitCode.WrongUsage;
    }

    private static RootCommand Create(Terminal terminal, Models models) => new("Finds who said what in the news.")
    {
        ReadCommand.Create(terminal, models),
        FollowCommand.Create(terminal, models),
        ArticleCommand.Create(terminal),
        AddCommand.Create(terminal, models),
        SearchCommand.Create(terminal),
        SpeakersCommand.Create(terminal),
        SpeakerCommand.Create(terminal),
        StatsCommand.Create(terminal),
        ExportCommand.Create(terminal),
        ImportCommand.Create(terminal),
        RereadCommand.Create(terminal, models),
        ActorsCommand.Create(terminal),
        ServeCommand.Create(terminal, models),
        ParseCommand.Create(terminal, models),
        FeedCommand.Create(terminal),
        TrainCommand.Create(terminal),
        ScoreCommand.Create(terminal),
    };
}
