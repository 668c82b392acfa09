using System.Data.Common;
using System.Threading.Channels;
using Inquit.App.Commands;
using Inquit.Ledger;
using Inquit.Reading;

namespace Inquit.App;

/// <summary>
/// Brings articles into a ledger: read on several threads, written by one, in their order. What waits between the two is bounded, so
/// that any number of articles takes the memory of a few. Each article is written whole or not at all; what was written before an end,
/// whatever kind of end, is passed over the next time.
/// </summary>
/// <param name="engine">Finds the statements of an article.</param>
/// <param name="isKnown">Whether the ledger has an article with this id, so that it need not be read.</param>
/// <param name="write">Writes what was found.</param>
internal sealed class Intake(Func<Article, Analysis> engine, Func<string, Task<bool>> isKnown, Func<Analysis, Task<AddOutcome>> write)
{
    private const int WaitingForEachThread = 4;

    /// <summary>What became of the articles.</summary>
    /// <param name="Added">New ones.</param>
    /// <param name="Corrected">New versions.</param>
    /// <param name="Known">Those that were there.</param>
    /// <param name="Unread">Inputs that could not be read.</param>
    /// <param name="Statements">Statements of the new ones.</param>
    public sealed record Sums(int Added, int Corrected, int Known, int Unread, long Statements)
    {
        /// <summary>None yet.</summary>
        public static Sums None { get; } = new(0, 0, 0, 0, 0);

        public int Done => Added + Corrected + Known + Unread;
    }

    /// <summary>The road by which articles are added to a ledger.</summary>
    public static Intake Into(ILedger ledger, Func<Article, Analysis> engine, EngineVersion version) =>
        new(engine, id => ledger.ContainsAsync(id), analysis => ledger.AddAsync(analysis, version));

    /// <summary>Reads and writes one; returns the sums with it.</summary>
    public Task<Sums> TakeAsync(ReadResult input, Sums sums, bool verbose, Progress progress, Terminal terminal) => WriteAsync(Read(input), sums, verbose, progress, terminal);

    /// <summary>Reads and writes all, or what there is until somebody ends it. Failures are named on standard error; where <paramref name="verbose"/>, what is passed over, too.</summary>
    public async Task<Sums> RunAsync(IEnumerable<ReadResult> inputs, int threads, bool verbose, Progress progress, Terminal terminal, CancellationToken stop)
    {
        var sums = Sums.None;
        using var failed = new CancellationTokenSource();
        var waiting = Channel.CreateBounded<Item>(new BoundedChannelOptions(threads * WaitingForEachThread) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => ReadAsync(inputs.TakeWhile(_ => !stop.IsCancellationRequested && !failed.IsCancellationRequested), threads, waiting.Writer, failed.Token), CancellationToken.None);
        try
        {
            await foreach (var item in waiting.Reader.ReadAllAsync(CancellationToken.None))
            {
                sums = await WriteAsync(item, sums, verbose, progress, terminal);
                progress.Report(sums.Done, sums.Unread);
            }
        }
        finally
        {
            progress.Clear();
            await failed.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await reading;
        return sums;
    }

    private async Task<Sums> WriteAsync(Item item, Sums sums, bool verbose, Progress progress, Terminal terminal)
    {
        var problem = item.Problem;
        AddOutcome? outcome = item.KnownId is { } known ? new AddOutcome(AddKind.Known, known, 0) : null;
        if (item.Analysis is not null)
        {
            try
            {
                outcome = await write(item.Analysis);
            }
            catch (ArgumentException refused)
            {
                problem = LedgerOptions.Plain(refused);
            }
            catch (Exception fault) when (fault is not (OutOfMemoryException or DbException or LedgerException or IOException or OperationCanceledException))
            {
                problem = Fault.Describe(fault);
            }
        }

        if (problem is not null)
        {
            progress.Clear();
            terminal.Error.WriteLine($"inquit: {item.Source}: {problem}");
            return sums with { Unread = sums.Unread + 1 };
        }

        if (verbose && outcome!.Kind != AddKind.Added)
        {
            progress.Clear();
            terminal.Error.WriteLine($"inquit: {item.Source}: {(outcome.Kind == AddKind.Known ? "Passed over: it is in the ledger as" : "Takes the place of an older version as")} {outcome.ArticleId[..StoredArticle.ShortIdLength]}.");
        }

        return outcome!.Kind switch
        {
            AddKind.Added => sums with { Added = sums.Added + 1, Statements = sums.Statements + outcome.Statements },
            AddKind.Corrected => sums with { Corrected = sums.Corrected + 1, Statements = sums.Statements + outcome.Statements },
            _ => sums with { Known = sums.Known + 1 },
        };
    }

    private async Task ReadAsync(IEnumerable<ReadResult> inputs, int threads, ChannelWriter<Item> waiting, CancellationToken failed)
    {
        Exception? fault = null;
        try
        {
            foreach (var item in OrderedParallel.Run(inputs, Read, threads))
            {
                await waiting.WriteAsync(item, failed);
            }
        }
        catch (Exception thrown)
        {
            fault = thrown;
            throw;
        }
        finally
        {
            waiting.Complete(fault);
        }
    }

    /// <summary>One article from its input to what was found. A fault of the engine costs the article it happened on, not the others.</summary>
    private Item Read(ReadResult input)
    {
        if (input.Article is not { } article)
        {
            return new Item(input.Source, null, null, input.Problem);
        }

        var id = article.ComputeId();
        if (isKnown(id).GetAwaiter().GetResult())
        {
            return new Item(input.Source, null, id, null);
        }

        try
        {
            return new Item(input.Source, engine(article), null, null);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return new Item(input.Source, null, null, Fault.Describe(fault));
        }
    }

    private readonly record struct Item(string Source, Analysis? Analysis, string? KnownId, string? Problem);
}
