using System.CommandLine;
using System.Globalization;
using Inquit.App.Formats;
using Inquit.Ledger;
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
        var ledger = new Option<string?>("--ledger")
        {
            Description = "Add what is new to this ledger, a SQLite file or the connection string of a PostgreSQL database, and write only how many there were.",
            HelpName = "FILE|CONNECTION",
        };
        var verbose = CommonOptions.Verbose();
        var every = Every();
        var once = new Option<bool>("--once") { Description = "Ask each feed once, as far as its server lets us, and end." };
        var state = new Option<string?>("--state") { Description = "The file that remembers what was taken, so that nothing comes twice. Without it, all is new at each start.", HelpName = "FILE" };
        var web = new WebOptions();
        var confidence = ReadCommand.MinConfidence();
        var modelsFolder = CommonOptions.Models();
        var command = new Command("follow", "Follow feeds: find who said what in articles as they come.") { feeds, every, once, state, ledger, verbose, format, confidence, web.Contact, web.AllowPrivate, modelsFolder };
        command.Validators.Add(line =>
        {
            var isKept = line.GetValue(ledger) is not null;
            if (isKept && (line.GetResult(format) is { Implicit: false } || line.GetResult(confidence) is { Implicit: false }))
            {
                line.AddError("--format and --min-confidence go without --ledger, which keeps all that was found.");
            }
            else if (!isKept && line.GetValue(verbose))
            {
                line.AddError("--verbose goes with --ledger.");
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            using var fetcher = web.Fetcher(parsed);
            var isOnce = parsed.GetValue(once);
            var pause = parsed.GetValue(every) ?? (isOnce ? LeastPause : FeedPollOptions.Default.Interval);
            var manners = FeedPollOptions.Default with { Interval = pause, Timeout = FetchOptions.Default.Timeout };
            var memory = new FollowMemory(parsed.GetValue(state));
            var folder = parsed.GetValue(modelsFolder);
            var engine = models.LoadEngine(folder);
            await using var store = parsed.GetValue(ledger) is { } address ? await Ledgers.OpenAsync(address, create: true, cancellation) : null;
            IFollowTarget target = store is null
                ? Output(parsed.GetValue(format)!, engine, parsed.GetValue(confidence), terminal)
                : new FollowIntake(Intake.Into(store, engine, models.FindEngineVersion(folder)), parsed.GetValue(verbose), terminal);
            var rounds = new FollowRounds([.. parsed.GetValue(feeds)!.Distinct()], new FeedFollower(fetcher, TimeProvider.System, manners, takesChanges: store is not null), memory, target);
            return isOnce ? await rounds.RunOnceAsync(cancellation) : await rounds.RunAsync(pause, terminal.Error, cancellation);
        });
        return command;
    }

    private static FollowOutput Output(string format, Func<Article, Analysis> engine, double confidence, Terminal terminal) =>
        new FollowOutput(article => engine(article).WithConfidence(confidence), format == "table" ? new TableFormat(terminal) : new JsonLinesFormat(terminal.Output), terminal);

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
}
