using System.Data.Common;
using Inquit.Ledger;
using Inquit.Reading.Following;

namespace Inquit.App;

/// <summary>Asks feeds, round after round, and hands on what is new.</summary>
/// <param name="feeds">The feeds.</param>
/// <param name="follower">Who asks.</param>
/// <param name="memory">What is remembered. An entry is remembered as taken once the target has it, so one that was lost on the way comes again.</param>
/// <param name="target">Where what is new goes.</param>
internal sealed class FollowRounds(Uri[] feeds, FeedFollower follower, FollowMemory memory, IFollowTarget target)
{
    /// <summary>Asks all feeds that are due once, one after another; ends early, and without an error, where it is cancelled.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        var code = ExitCode.Done;
        try
        {
            foreach (var feed in feeds)
            {
                await foreach (var (state, result) in follower.AskAsync(memory.State.Of(feed), cancellation))
                {
                    code = Math.Max(code, result is null ? ExitCode.Done : await target.TakeAsync(result));
                    memory.Keep(feed, state);
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Done;
        }
        finally
        {
            target.EndRound();
        }

        return code;
    }

    /// <summary>Asks the feeds again and again until it is cancelled or all feeds are gone. While a ledger cannot be used, it waits and asks again.</summary>
    /// <param name="pause">The longest wait between two rounds.</param>
    /// <param name="error">Takes what is said of a ledger that cannot be used.</param>
    /// <param name="cancellation">Ends it, without an error.</param>
    public async Task<int> RunAsync(TimeSpan pause, TextWriter error, CancellationToken cancellation)
    {
        while (true)
        {
            var code = ExitCode.Done;
            TimeSpan? wait;
            try
            {
                code = await RunOnceAsync(cancellation);
                wait = Next(pause);
            }
            catch (Exception failure) when (failure is DbException or LedgerException)
            {
                error.WriteLine($"inquit: The ledger cannot be used now: {failure.Message} What could not be written is asked for again after the pause.");
                wait = pause;
            }

            if (cancellation.IsCancellationRequested || wait is null)
            {
                return code;
            }

            await Task.Delay(wait.Value, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>How long until the next feed is due; null where all are gone.</summary>
    private TimeSpan? Next(TimeSpan pause)
    {
        var waiting = feeds.Select(memory.State.Of).Where(feed => !feed.Poll.IsGone).ToArray();
        var until = waiting.Min(feed => feed.Poll.Due) - DateTimeOffset.UtcNow ?? pause;
        return waiting.Length == 0 ? null : TimeSpan.FromTicks(Math.Clamp(until.Ticks, TimeSpan.FromSeconds(1).Ticks, Math.Max(pause.Ticks, TimeSpan.FromSeconds(1).Ticks)));
    }
}

/// <summary>What is remembered of the feeds, in a file or only while the program runs.</summary>
internal sealed class FollowMemory
{
    private readonly FollowFile? file;

    /// <summary>Loads what the file holds; nothing where no file is named or none is there yet.</summary>
    /// <exception cref="BrokenEnvironmentException">The file cannot be read.</exception>
    public FollowMemory(string? path)
    {
        file = path is null ? null : new FollowFile(path);
        try
        {
            State = file?.Load() ?? FollowState.Empty;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new BrokenEnvironmentException($"The state '{path}' cannot be read: {failure.Message} Mend it, or remove it: all entries are then new.");
        }
    }

    /// <summary>What is remembered now.</summary>
    public FollowState State { get; private set; }

    /// <summary>Remembers.</summary>
    /// <exception cref="BrokenEnvironmentException">The file cannot be written.</exception>
    public void Keep(Uri address, FollowedFeed feed)
    {
        State = State.With(address, feed);
        try
        {
            file?.Save(State);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BrokenEnvironmentException($"The state cannot be written: {failure.Message} Free the disk or name another --state.");
        }
    }
}
