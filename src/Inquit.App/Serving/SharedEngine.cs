using System.Threading.RateLimiting;
using Inquit.App.Api;
using Inquit.Ledger;

namespace Inquit.App.Serving;

/// <summary>
/// The engine, for all who ask at once: loaded when the server is up, used by as many at a time as there are processors, and by each
/// client so many times a minute.
/// </summary>
internal sealed class SharedEngine(Models models, ServeOptions options) : IDisposable
{
    private const int MostWaiting = 200;

    private readonly Lazy<Task<(Func<Article, Analysis> Read, EngineVersion Version)>> engine =
        new(() => Task.Run(() => (models.LoadEngine(options.Models), models.FindEngineVersion(options.Models))));

    private readonly PartitionedRateLimiter<string> limit = PartitionedRateLimiter.Create<string, string>(client => RateLimitPartition.GetFixedWindowLimiter(
        client, _ => new FixedWindowRateLimiterOptions { PermitLimit = options.ReadsPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    private readonly ConcurrencyLimiter turns = new(new ConcurrencyLimiterOptions { PermitLimit = Environment.ProcessorCount, QueueLimit = MostWaiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    /// <summary>Begins to load, so that the first who reads waits less.</summary>
    public void Prepare() => _ = engine.Value;

    /// <summary>Counts one reading of a client.</summary>
    /// <exception cref="RefusedException">The client has had as many as it may have in this minute.</exception>
    public void Count(string client)
    {
        using var lease = limit.AttemptAcquire(client);
        if (!lease.IsAcquired)
        {
            throw new RefusedException(StatusCodes.Status429TooManyRequests, $"More than {options.ReadsPerMinute} articles a minute. Wait, or use 'inquit read', which has no such limit.")
            {
                RetryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1),
            };
        }
    }

    /// <summary>Finds the statements of an article.</summary>
    /// <exception cref="RefusedException">Too many wait already.</exception>
    /// <exception cref="BrokenEnvironmentException">The models cannot be used.</exception>
    public async Task<(Analysis Analysis, EngineVersion Version)> ReadAsync(Article article, CancellationToken cancellation)
    {
        var (read, version) = await engine.Value.WaitAsync(cancellation).ConfigureAwait(false);
        using var turn = await turns.AcquireAsync(1, cancellation).ConfigureAwait(false);
        return turn.IsAcquired
            ? (await Task.Run(() => Telemetry.Measure(read, article), CancellationToken.None).ConfigureAwait(false), version)
            : throw new RefusedException(StatusCodes.Status503ServiceUnavailable, "Too many articles are being read. Try again in a moment.") { RetryAfter = TimeSpan.FromSeconds(5) };
    }

    /// <summary>Reads an article into a ledger; one that is there is not read.</summary>
    /// <exception cref="RefusedException">Too many wait already, or the ledger does not take it.</exception>
    public async Task<AddOutcome> AddAsync(ILedger ledger, Article article, CancellationToken cancellation)
    {
        var id = article.ComputeId();
        if (await ledger.ContainsAsync(id, cancellation).ConfigureAwait(false))
        {
            return new AddOutcome(AddKind.Known, id, 0);
        }

        var (analysis, version) = await ReadAsync(article, cancellation).ConfigureAwait(false);
        try
        {
            return await ledger.AddAsync(analysis, version, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ArgumentException refused)
        {
            throw RefusedException.BadRequest(Commands.LedgerOptions.Plain(refused));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        limit.Dispose();
        turns.Dispose();
    }
}
