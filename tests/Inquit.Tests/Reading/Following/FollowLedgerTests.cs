using System.Collections.Immutable;
using System.Diagnostics;
using Inquit.App;
using Inquit.Ledger;
using Inquit.Reading;
using Inquit.Reading.Fetching;
using Inquit.Reading.Following;
using Xunit;

namespace Inquit.Tests;

/// <summary>Feeds that are followed into a ledger: what comes is there once, whatever ends the program.</summary>
public sealed class FollowLedgerTests : IDisposable
{
    private readonly LoopbackServer server = new();
    private readonly TemporaryFolder folder = new();
    private readonly SqlitePlace place = new();

    private string State => folder.PathOf("state.json");

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
        place.Dispose();
    }

    [Fact]
    public async Task What_is_new_is_added_once()
    {
        GiveFeed("a", "b");
        var run = Follow("--state", State);
        Assert.Equal((0, "2 added, 0 corrected, 0 known, 0 unread; 0 statements\n", ""), (run.ExitCode, run.Output, run.Error));
        Due();
        Assert.Equal((0, "", ""), (Follow("--state", State) is var again ? again.ExitCode : 0, again.Output, again.Error));
        GiveFeed("c", "a", "b");
        Due();
        Assert.Equal("1 added, 0 corrected, 0 known, 0 unread; 0 statements\n", Follow("--state", State).Output);
        Assert.Equal(["a", "b", "c"], await DocumentsAsync());
    }

    [Fact]
    public void Without_a_state_what_is_there_is_passed_over_and_named_where_that_is_wished()
    {
        GiveFeed("a");
        Follow();
        var run = Follow("--verbose");
        Assert.Equal((0, "0 added, 0 corrected, 1 known, 0 unread; 0 statements\n"), (run.ExitCode, run.Output));
        Assert.Matches($"^inquit: {server.At("/feed.xml")}: entry 1, .*: Passed over: it is in the ledger as [0-9a-f]{{12}}\\.\n$", run.Error);
    }

    [Fact]
    public async Task A_corrected_entry_becomes_a_new_version()
    {
        GiveEntries(("a", "As it was first written."), ("b", "Another."));
        Follow("--state", State);
        GiveEntries(("a", "As it was corrected."), ("b", "Another."));
        Due();
        Assert.Equal("0 added, 1 corrected, 0 known, 0 unread; 0 statements\n", Follow("--state", State).Output);
        await using var ledger = await place.OpenAsync();
        var counts = await ledger.CountAsync(TestContext.Current.CancellationToken);
        Assert.Equal((2, 1), (counts.Articles, counts.Superseded));
    }

    [Fact]
    public async Task What_a_ledger_cannot_take_is_asked_for_again()
    {
        GiveFeed("a");
        Follow("--state", State);
        GiveFeed("b", "a");
        Due();
        await place.ExecuteAsync("ALTER TABLE statement_words RENAME TO away; ALTER TABLE article RENAME COLUMN place TO elsewhere");
        var run = Follow("--state", State);
        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("inquit: The ledger cannot be used any more: ", run.Error);
        await place.ExecuteAsync("ALTER TABLE away RENAME TO statement_words; ALTER TABLE article RENAME COLUMN elsewhere TO place");
        Assert.Equal("1 added, 0 corrected, 0 known, 0 unread; 0 statements\n", Follow("--state", State).Output);
        Assert.Equal(["a", "b"], await DocumentsAsync());
    }

    [Fact]
    public async Task What_is_in_the_ledger_when_the_state_cannot_be_written_is_known_the_next_time()
    {
        GiveFeed("a", "b");
        var inTheWay = Directory.CreateDirectory(State + ".new");
        Assert.Equal(3, Follow("--state", State).ExitCode);
        inTheWay.Delete();
        Assert.Equal(["a"], await DocumentsAsync());
        Assert.Equal("1 added, 0 corrected, 1 known, 0 unread; 0 statements\n", Follow("--state", State).Output);
    }

    [Fact]
    public async Task While_a_ledger_cannot_be_used_it_waits_and_asks_again()
    {
        GiveFeed("a", "b");
        using var fetcher = new WebFetcher(new FetchOptions { AllowPrivate = true });
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var target = new FailingTarget(end);
        var rounds = new FollowRounds([new Uri(server.At("/feed.xml"))], new FeedFollower(fetcher, TimeProvider.System), new FollowMemory(State), target);
        using var error = new StringWriter { NewLine = "\n" };
        Assert.Equal(0, await rounds.RunAsync(TimeSpan.FromMilliseconds(20), error, end.Token));
        Assert.Equal(["a", "b"], target.Taken);
        Assert.Equal(
            "inquit: The ledger cannot be used now: No. What could not be written is asked for again after the pause.\n",
            error.ToString());
    }

    [Fact]
    public async Task A_process_that_is_killed_again_and_again_loses_and_doubles_nothing()
    {
        TrainedEngine.RequireModels();
        string[] ids = [.. Enumerable.Range(0, 300).Select(number => $"n{number:000}")];
        GiveFeed(ids);
        var random = new Random(3);
        var stands = new List<long>();
        while (stands.Count < 5)
        {
            using var process = Start();
            var goal = stands.LastOrDefault() + random.Next(1, ids.Length / 6);
            while (!process.HasExited && await place.CountAsync() < goal)
            {
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }

            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            stands.Add(await place.CountAsync());
        }

        Assert.Equal(stands.Distinct().Order(), stands);
        Assert.InRange(stands[^1], 5, ids.Length - 1);
        using var last = Start("--once");
        var output = await last.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await last.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, last.ExitCode);
        Assert.StartsWith($"{ids.Length - stands[^1]} added, 0 corrected, ", output);
        Assert.Equal(ids, await DocumentsAsync());
    }

    [Theory]
    [InlineData("--format and --min-confidence go without --ledger, which keeps all that was found.", "--ledger", "x.db", "--format", "table")]
    [InlineData("--format and --min-confidence go without --ledger, which keeps all that was found.", "--ledger", "x.db", "--min-confidence", "0.5")]
    [InlineData("--verbose goes with --ledger.", "--verbose")]
    public void A_wrong_command_line(string problem, params string[] args)
    {
        var run = CommandRun.Of(["follow", "https://herald.example/feed.xml", .. args]);
        Assert.Equal((2, $"inquit: {problem}\nSee 'inquit follow --help'.\n"), (run.ExitCode, run.Error));
    }

    private CommandRun Follow(params string[] args) => CommandRun.Of(["follow", "--allow-private", server.At("/feed.xml"), "--once", "--ledger", place.Address, .. args]);

    private Process Start(params string[] args)
    {
        string[] all = ["follow", server.At("/feed.xml"), "--allow-private", "--ledger", place.Address, "--state", State, "--models", TrainedEngine.Folder, .. args];
        return Process.Start(new ProcessStartInfo(ExecutableTests.Program, all) { RedirectStandardOutput = true })!;
    }

    /// <summary>The documents of the articles in the ledger, in ordinal order.</summary>
    private async Task<string[]> DocumentsAsync() =>
        [.. (await LedgerDump.OfAsync(place.Address))["article"].Select(row => row.Split('|')[4]).Order(StringComparer.Ordinal)];

    /// <summary>Makes all feeds of the state due now.</summary>
    private void Due()
    {
        var file = new FollowFile(State);
        var state = file.Load();
        file.Save(state with { Feeds = state.Feeds.ToImmutableSortedDictionary(feed => feed.Key, feed => feed.Value with { Poll = feed.Value.Poll with { Due = null } }, StringComparer.Ordinal) });
    }

    private void GiveFeed(params string[] ids) => GiveEntries([.. ids.Select(id => (id, $"This is entry {id}."))]);

    private void GiveEntries(params (string Id, string Text)[] entries)
    {
        var rest = string.Concat(Enumerable.Repeat($"<p>{Warc.Sentence}</p>", 8));
        var items = entries.Select(entry => $"<item><guid>{entry.Id}</guid><link>https://herald.example/{entry.Id}</link><title>{entry.Id}</title><description><![CDATA[<p>{entry.Text}</p>{rest}]]></description></item>");
        server.Give("/feed.xml", $"<rss><channel><title>Herald</title>{string.Concat(items)}</channel></rss>", "application/rss+xml");
    }

    /// <summary>Fails the first time that it is to take something.</summary>
    private sealed class FailingTarget(CancellationTokenSource end) : IFollowTarget
    {
        private bool hasFailed;

        public List<string?> Taken { get; } = [];

        public Task<int> TakeAsync(ReadResult result)
        {
            if (Taken.Count == 1 && !hasFailed)
            {
                hasFailed = true;
                throw new LedgerException("No.");
            }

            Taken.Add(result.Article?.Document);
            return Task.FromResult(ExitCode.Done);
        }

        public void EndRound()
        {
            if (Taken.Count == 2)
            {
                end.Cancel();
            }
        }
    }
}
