using System.Runtime.CompilerServices;
using Inquit.Actors;
using Inquit.Ledger;
using Microsoft.Extensions.Caching.Memory;

namespace Inquit.App.Serving;

/// <summary>
/// A ledger as a server shows it: what is counted is counted once, for all who ask, till the ledger is written to. That another program
/// wrote is noticed within <see cref="Lag"/>; what was written through this one is seen at once.
/// </summary>
internal sealed class ServedLedger(ILedger inner, TimeProvider clock) : ILedger
{
    /// <summary>How long counts may stay behind what other programs write.</summary>
    public static readonly TimeSpan Lag = TimeSpan.FromSeconds(2);

    private const int MostKept = 2_000;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostKept, CompactionPercentage = 0.25 });
    private readonly SemaphoreSlim look = new(1);

    /// <summary>As many count at a time as there are processors: more would take no less time, and more memory.</summary>
    private readonly SemaphoreSlim turns = new(Environment.ProcessorCount);

    /// <summary>What is quick waits for what is quick only. A connection holds memory of its own, so that there must not be one for each who asks.</summary>
    private readonly SemaphoreSlim quickTurns = new(2 * Environment.ProcessorCount);
    private Noticed? noticed;
    private int writes;

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public async Task<long> RevisionAsync(CancellationToken cancellation)
    {
        if (Known() is { } known)
        {
            return known;
        }

        await look.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (Known() is { } meanwhile)
            {
                return meanwhile;
            }

            var (now, before) = (clock.GetTimestamp(), Volatile.Read(ref writes));
            var revision = await inner.RevisionAsync(cancellation).ConfigureAwait(false);
            if (before == Volatile.Read(ref writes))
            {
                noticed = new Noticed(revision, now);
            }

            return revision;
        }
        finally
        {
            look.Release();
        }

        long? Known() => noticed is { } last && clock.GetElapsedTime(last.At) < Lag ? last.Revision : null;
    }

    /// <inheritdoc/>
    public Task<StatementFacets> FacetsAsync(StatementSearch search, CancellationToken cancellation) =>
        KeepAsync(("facets", search with { IsOldestFirst = false, After = null, Limit = 0 }), () => inner.FacetsAsync(search, CancellationToken.None), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DayCount>> DaysAsync(StatementSearch search, CancellationToken cancellation) =>
        KeepAsync(("days", search with { IsOldestFirst = false, After = null }), () => inner.DaysAsync(search, CancellationToken.None), cancellation);

    /// <inheritdoc/>
    public Task<LedgerStatistics> CountAsync(CancellationToken cancellation) => KeepAsync("count", () => inner.CountAsync(CancellationToken.None), cancellation);

    /// <inheritdoc/>
    public Task<ActorPortrait?> PortraitAsync(int actor, CancellationToken cancellation) => KeepAsync(("portrait", actor), () => inner.PortraitAsync(actor, CancellationToken.None), cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ActorActivity> ActorsAsync(ActorSearch search, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var actor in await KeepAsync(("actors", search), async () => await inner.ActorsAsync(search, CancellationToken.None).ToListAsync().ConfigureAwait(false), cancellation).ConfigureAwait(false))
        {
            yield return actor;
        }
    }

    /// <inheritdoc/>
    public Task<bool> ContainsAsync(string articleId, CancellationToken cancellation) => inner.ContainsAsync(articleId, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredArticle> OutdatedAsync(EngineVersion engine, CancellationToken cancellation) => inner.OutdatedAsync(engine, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredReading>> FindArticlesAsync(string start, CancellationToken cancellation) => ReadAsync(() => inner.FindArticlesAsync(start, cancellation), cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<FoundStatement> SearchAsync(StatementSearch search, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // All at once, so that one who takes them slowly holds no connection.
        foreach (var found in await ReadAsync(async () => await inner.SearchAsync(search, cancellation).ToListAsync(cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false))
        {
            yield return found;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ArticleHeading>> ArticlesAsync(ArticleSearch search, CancellationToken cancellation) => ReadAsync(() => inner.ArticlesAsync(search, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ActorDecision>> DecisionsAsync(CancellationToken cancellation) => inner.DecisionsAsync(cancellation);

    /// <inheritdoc/>
    public Task<AddOutcome> AddAsync(ArticleFindings findings, EngineVersion engine, CancellationToken cancellation) => WriteAsync(() => inner.AddAsync(findings, engine, cancellation));

    /// <inheritdoc/>
    public Task<AddOutcome> AddAsync(LedgerArticle article, bool takesPlace, CancellationToken cancellation) => WriteAsync(() => inner.AddAsync(article, takesPlace, cancellation));

    /// <inheritdoc/>
    public async Task ReplaceAsync(ArticleFindings findings, EngineVersion engine, CancellationToken cancellation)
    {
        await inner.ReplaceAsync(findings, engine, cancellation).ConfigureAwait(false);
        Forget();
    }

    /// <inheritdoc/>
    public Task<ActorDecision> MergeAsync(int first, int second, CancellationToken cancellation) => WriteAsync(() => inner.MergeAsync(first, second, cancellation));

    /// <inheritdoc/>
    public Task<ActorDecision> SplitAsync(int actor, ActorProfile profile, CancellationToken cancellation) => WriteAsync(() => inner.SplitAsync(actor, profile, cancellation));

    /// <inheritdoc/>
    public async Task UndoAsync(int decision, CancellationToken cancellation)
    {
        await inner.UndoAsync(decision, cancellation).ConfigureAwait(false);
        Forget();
    }

    /// <inheritdoc/>
    public Task<int?> ActorOfAsync(string articleId, ActorProfile profile, CancellationToken cancellation) => inner.ActorOfAsync(articleId, profile, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerPiece> ExportAsync(CancellationToken cancellation) => inner.ExportAsync(cancellation);

    /// <inheritdoc/>
    public async Task RestoreAsync(IAsyncEnumerable<LedgerPiece> pieces, CancellationToken cancellation)
    {
        await inner.RestoreAsync(pieces, cancellation).ConfigureAwait(false);
        Forget();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        kept.Dispose();
        look.Dispose();
        turns.Dispose();
        quickTurns.Dispose();
        await inner.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<T> WriteAsync<T>(Func<Task<T>> write)
    {
        var result = await write().ConfigureAwait(false);
        Forget();
        return result;
    }

    private void Forget()
    {
        Interlocked.Increment(ref writes);
        noticed = null;
    }

    private async Task<T> ReadAsync<T>(Func<Task<T>> read, CancellationToken cancellation)
    {
        await quickTurns.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await read().ConfigureAwait(false);
        }
        finally
        {
            quickTurns.Release();
        }
    }

    private async Task<T> CountAsync<T>(Func<Task<T>> count)
    {
        await turns.WaitAsync().ConfigureAwait(false);
        try
        {
            return await Task.Run(count).ConfigureAwait(false);
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>What was counted at this revision, or is being counted; counted anew where that failed.</summary>
    private async Task<T> KeepAsync<T>(object what, Func<Task<T>> count, CancellationToken cancellation)
    {
        var revision = await RevisionAsync(cancellation).ConfigureAwait(false);
        var counting = kept.GetOrCreate((revision, what), entry =>
        {
            entry.Size = 1;
            entry.SlidingExpiration = TimeSpan.FromMinutes(5);
            return new Lazy<Task<T>>(() => CountAsync(count));
        })!;
        try
        {
            return await counting.Value.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch when (counting.Value.IsFaulted)
        {
            kept.Remove((revision, what));
            throw;
        }
    }

    /// <summary>A revision, and when it was looked up.</summary>
    private sealed record Noticed(long Revision, long At);
}
