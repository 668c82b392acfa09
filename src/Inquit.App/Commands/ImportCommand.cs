using System.CommandLine;
using System.Globalization;
using System.Text;
using Inquit.App.Formats;
using Inquit.Ledger;
using Inquit.Reading;

namespace Inquit.App.Commands;

/// <summary><c>inquit import</c>: a ledger that was exported.</summary>
internal static class ImportCommand
{
    /// <summary>A line may be as long as one of the longest article with the most statements is.</summary>
    private static readonly ReadingOptions LargeLines = ReadingOptions.Default with { MaxRecordBytes = 512 << 20 };

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var input = new Argument<string>("FILE") { Description = "What 'inquit export' wrote, also packed (.gz), or - for standard input." };
        var salvage = new Option<bool>("--salvage") { Description = "Into an empty ledger, too, take what can be read of a damaged export; actors are then found anew." };
        var ledger = LedgerOptions.Ledger();
        var command = new Command("import", "Take an exported ledger: into an empty one whole, as it was; into another one all that is not there.") { input, salvage, ledger };
        command.SetAction(parsed => RunAsync(terminal, parsed.GetValue(ledger)!, parsed.GetValue(input)!, parsed.GetValue(salvage)).GetAwaiter().GetResult());
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string address, string path, bool salvage)
    {
        await using var ledger = await Ledgers.OpenAsync(address, create: true);
        var source = new LedgerSource(InputLines.Read(path, terminal.Input, LargeLines), terminal);
        return !salvage && await ledger.ArticlesAsync(new ArticleSearch { AllVersions = true, Limit = 1 }) is []
            ? await RestoreAsync(terminal, ledger, source)
            : await AdoptAsync(terminal, ledger, source);
    }

    private static async Task<int> RestoreAsync(Terminal terminal, ILedger ledger, LedgerSource source)
    {
        try
        {
            await ledger.RestoreAsync(source.ReadAll());
            source.Progress.Clear();
            Say(terminal, $"{source.Articles} articles imported");
            return ExitCode.Done;
        }
        catch (Exception failure) when (failure is InvalidDataException or ArgumentException)
        {
            source.Progress.Clear();
            terminal.Error.WriteLine($"inquit: {source.Line}: {failure.Message} Nothing was imported. Get the export again, or take what can be read with --salvage.");
            return ExitCode.SomeInputUnread;
        }
    }

    private static async Task<int> AdoptAsync(Terminal terminal, ILedger ledger, LedgerSource source)
    {
        var adoption = new LedgerAdoption(ledger);
        var (added, corrected, known, unread) = (0, 0, 0, 0);
        foreach (var (piece, problem) in source.Read())
        {
            if (source.IsSecond)
            {
                // Its numbers are of other actors, to whom decisions of the first would be carried over.
                Fail("A second export begins. Give each one by itself; nothing was taken from here on.");
                break;
            }

            var failure = problem;
            try
            {
                switch (piece)
                {
                    case LedgerDecision decision:
                        adoption.Add(decision);
                        break;
                    case LedgerArticle article:
                        var kind = (await adoption.AddAsync(article)).Kind;
                        (added, corrected, known) = (added + (kind is AddKind.Added or AddKind.Older ? 1 : 0), corrected + (kind == AddKind.Corrected ? 1 : 0), known + (kind == AddKind.Known ? 1 : 0));
                        break;
                }
            }
            catch (ArgumentException refused)
            {
                failure = LedgerOptions.Plain(refused);
            }

            if (failure is not null)
            {
                Fail(failure);
            }
        }

        source.Progress.Clear();
        if (source.Missing is { } missing)
        {
            Fail(missing);
        }

        foreach (var (decision, problem) in await adoption.DecideAsync())
        {
            terminal.Error.WriteLine($"inquit: Decision {decision.Number} ({JsonNames.Of(decision.Kind)}) was not carried over: {problem}");
            unread++;
        }

        Say(terminal, $"{added} added, {corrected} corrected, {known} known, {unread} unread");
        return unread == 0 ? ExitCode.Done : ExitCode.SomeInputUnread;

        void Fail(string failure)
        {
            source.Progress.Clear();
            terminal.Error.WriteLine($"inquit: {source.Line}: {failure}");
            unread++;
        }
    }

    private static void Say(Terminal terminal, FormattableString sums)
    {
        terminal.Output.Write(Encoding.UTF8.GetBytes(FormattableString.Invariant(sums) + "\n"));
        terminal.Output.Flush();
    }

    /// <summary>The pieces of an exported ledger as they are read, with a word on how far it is.</summary>
    private sealed class LedgerSource
    {
        private readonly IEnumerable<InputLine> lines;
        private LedgerHead? head;
        private long pieces;
        private int failures;

        public LedgerSource(IEnumerable<InputLine> lines, Terminal terminal)
        {
            this.lines = lines;
            Progress = new Progress(terminal, () => (int?)head?.Articles);
        }

        /// <summary>How the line that was read last is called.</summary>
        public string Line { get; private set; } = string.Empty;

        /// <summary>How many articles were read.</summary>
        public int Articles { get; private set; }

        public Progress Progress { get; }

        /// <summary>Whether the piece that was read last begins a second export.</summary>
        public bool IsSecond { get; private set; }

        /// <summary>What is missing by what the head says, once all was read; null where nothing is.</summary>
        public string? Missing => head is null
            ? failures > 0 ? null : "The first line of the export is missing, by which it is seen whether all is there. What is there was taken."
            : head.Decisions + head.Articles + head.Records - pieces - failures is var missing and > 0 ? string.Create(CultureInfo.InvariantCulture, $"The export breaks off here: {missing} lines are missing. What is there was taken; get the export again.")
            : null;

        /// <summary>The pieces, and what is wrong with lines that are none.</summary>
        public IEnumerable<(LedgerPiece? Piece, string? Problem)> Read()
        {
            foreach (var line in lines)
            {
                Line = line.Source;
                var (piece, problem) = ReadLine(line);
                if (piece is LedgerHead found)
                {
                    (IsSecond, head) = (head is not null, head ?? found);
                }
                else if (piece is not null)
                {
                    pieces++;
                }

                Articles += piece is LedgerArticle ? 1 : 0;
                failures += problem is null ? 0 : 1;
                Progress.Report(Articles, failures);
                yield return (piece, problem);
            }
        }

        /// <summary>The pieces, of which none may be missing.</summary>
        /// <exception cref="InvalidDataException">A line is none.</exception>
        public IAsyncEnumerable<LedgerPiece> ReadAll() => Read().Select(read => read.Piece ?? throw new InvalidDataException(read.Problem)).ToAsyncEnumerable();

        private static (LedgerPiece? Piece, string? Problem) ReadLine(InputLine line)
        {
            try
            {
                return line.Problem is null ? (LedgerLineReader.Read(line.Bytes), null) : (null, line.Problem);
            }
            catch (InvalidDataException failure)
            {
                return (null, failure.Message);
            }
        }
    }
}
