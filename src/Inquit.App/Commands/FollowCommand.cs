using System.CommandLine;
using System.Globalization;
using Inquit.App.Formats;
using Inquit.Reading;
using Inquit.Reading.Feeds;
using Inquit.Reading.Fetching;
using Inquit.Reading.Following;

namespace Inquit.App.Commands;

/// <summary><c>inquit follow</c>: asks feeds again and again, and finds who said what in what is new.</summary>
internal static class FollowCommand
{
    private static readonly TimeSpan LeastPause = TimeSpan.FromMinutes(1);

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal, Models models)
    {
        var feeds = new Argument<Uri[]>("URL") { Description = "Addresses of feeds.", Arity = ArgumentArity.OneOrMore, CustomParser = ParseFeeds };
        var format = new Option<string>("--format") { Description = "jsonl for programs, table for people.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "table");
        var every = Every();
        var once = new Option<bool>("--once") { Description = "Ask each feed once, as far as its server lets us, and end." };
        var state = new Option<string?>("--state") { Description = "The file that remembers what was taken, so that nothing comes twice. Without it, all is new at each start.", HelpName = "FILE" };
        var web = new WebOptions();
        var confidence = ReadCommand.MinConfidence();
        var modelsFolder = CommonOptions.Models();
        var command = new Command("follow", "Follow feeds: find who said what in articles as they come.") { feeds, every, once, state, format, confidence, web.Contact, web.AllowPrivate, modelsFolder };
        command.SetAction(async (parsed, cancellation) =>
        {
            IAnalysisFormat output = parsed.GetValue(format) == "table" ? new TableFormat(terminal) : new JsonLinesFormat(terminal.Output);
            var least = parsed.GetValue(confidence);
            using var fetcher = web.Fetcher(parsed);
            var isOnce = parsed.GetValue(once);
            var pause = parsed.GetValue(every) ?? (isOnce ? LeastPause : FeedPollOptions.Default.Interval);
            var manners = FeedPollOptions.Default with { Interval = pause, Timeout = FetchOptions.Default.Timeout };
            var memory = new Memory(parsed.GetValue(state));
            var engine = models.LoadEngine(parsed.GetValue(modelsFolder));
            var following = new Round(
                [.. parsed.GetValue(feeds)!.Distinct()],
                new FeedFollower(fetcher, TimeProvider.System, manners),
                memory,
                result => ReadCommand.Run([result], article => engine(article).WithConfidence(least), output, threads: 1, terminal));
            return isOnce ? await following.RunAsync(cancellation).ConfigureAwait(false) : await RunAsync(following, pause, cancellation).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> RunAsync(Round round, TimeSpan pause, CancellationToken cancellation)
    {
        while (true)
        {
            var code = await round.RunAsync(cancellation).ConfigureAwait(false);
            if (cancellation.IsCancellationRequested)
            {
                return ExitCode.Done;
            }

            if (round.Next(pause) is not { } wait)
            {
                return code;
            }

            await Task.Delay(wait, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static Uri[] ParseFeeds(System.CommandLine.Parsing.ArgumentResult given)
    {
        var feeds = new List<Uri>();
        foreach (var written in given.Tokens.Select(token => token.Value))
        {
            if (Uri.TryCreate(written, UriKind.Absolute, out var feed) && feed.Scheme is "http" or "https")
            {
                feeds.Add(feed);
            }
            else
            {
                given.AddError($"'{written}' is no address of a feed, as https://example.org/news.xml.");
            }
        }

        return [.. feeds];
    }

    private static Option<TimeSpan?> Every() => new("--every")
    {
        Description = "The pause between two times that a feed is asked: minutes, hours or days, as 15m, 2h, 1d. A server may ask for longer ones. [default: 30m]",
        HelpName = "TIME",
        CustomParser = given =>
        {
            var written = given.Tokens.Single().Value;
            if (written.Length > 1 && int.TryParse(written.AsSpan(0, written.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 10_000)
            {
                switch (written[^1])
                {
                    case 'm': return TimeSpan.FromMinutes(number);
                    case 'h': return TimeSpan.FromHours(number);
                    case 'd': return TimeSpan.FromDays(number);
                }
            }

            given.AddError("--every takes minutes, hours or days, as 15m, 2h or 1d.");
            return null;
        },
    };

    /// <summary>What is remembered, in a file or only while the program runs.</summary>
    private sealed class Memory
    {
        private readonly FollowFile? file;

        public Memory(string? path)
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

        public FollowState State { get; private set; }

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

    /// <summary>Asks all feeds once, one after another, and hands on what is new.</summary>
    /// <param name="feeds">The feeds.</param>
    /// <param name="follower">Who asks.</param>
    /// <param name="memory">What is remembered.</param>
    /// <param name="take">Takes a result and returns the exit code it makes. Once it returns, the result counts as taken: this is where a ledger would come in.</param>
    private sealed class Round(Uri[] feeds, FeedFollower follower, Memory memory, Func<ReadResult, int> take)
    {
        /// <summary>Asks; ends early, and without an error, where it is cancelled.</summary>
        public async Task<int> RunAsync(CancellationToken cancellation)
        {
            var code = ExitCode.Done;
            try
            {
                foreach (var feed in feeds)
                {
                    await foreach (var (state, result) in follower.AskAsync(memory.State.Of(feed), cancellation).ConfigureAwait(false))
                    {
                        code = Math.Max(code, result is null ? ExitCode.Done : take(result));
                        memory.Keep(feed, state);
                    }
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return ExitCode.Done;
            }

            return code;
        }

        /// <summary>How long until the next feed is due; null where all are gone.</summary>
        public TimeSpan? Next(TimeSpan pause)
        {
            var waiting = feeds.Select(memory.State.Of).Where(feed => !feed.Poll.IsGone).ToArray();
            var until = waiting.Min(feed => feed.Poll.Due) - DateTimeOffset.UtcNow ?? pause;
            return waiting.Length == 0 ? null : TimeSpan.FromTicks(Math.Clamp(until.Ticks, TimeSpan.FromSeconds(1).Ticks, pause.Ticks));
        }
    }
}
