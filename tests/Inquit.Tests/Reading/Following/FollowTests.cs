using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Inquit.Reading.Feeds;
using Inquit.Reading.Fetching;
using Inquit.Reading.Following;
using Xunit;

namespace Inquit.Tests;

/// <summary>Feeds that are followed: nothing comes twice, nothing is lost.</summary>
public sealed class FollowTests : IDisposable
{
    private static readonly string Whole = string.Join("", Enumerable.Repeat($"<p>{Warc.Sentence}</p>", 8));
    private readonly LoopbackServer server = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void What_is_new_is_written_once_also_after_a_restart()
    {
        GiveFeed("a", "b");
        var first = Follow();
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Equal(["a", "b"], Documents(first));
        Due();
        Assert.Empty(Documents(Follow()));
        GiveFeed("c", "a", "b");
        Due();
        Assert.Equal(["c"], Documents(Follow()));
        GiveFeed("d", "c");
        Assert.Empty(Documents(Follow())); // it is not due yet
        Assert.Equal(3, server.Paths.Length);
    }

    [Fact]
    public void Without_a_state_all_is_new_at_each_start()
    {
        GiveFeed("a");
        Assert.Equal(["a"], Documents(Run(server.At("/feed.xml"), "--once")));
        Assert.Equal(["a"], Documents(Run(server.At("/feed.xml"), "--once")));
    }

    [Fact]
    public void An_unchanged_feed_is_not_sent_again()
    {
        GiveFeed("a");
        Follow();
        Due();
        Follow();
        Assert.Contains("If-None-Match: \"a\"", server.Requests[^1]);
    }

    [Fact]
    public void A_page_that_cannot_be_had_is_tried_again()
    {
        server.Give("/feed.xml", $"<rss><channel><item><guid>a</guid><link>{server.At("/a")}</link></item></channel></rss>", "application/rss+xml", more: "ETag: \"1\"\r\n");
        var first = Follow();
        Assert.Equal((1, ""), (first.ExitCode, first.Output));
        Assert.Equal($"inquit: {server.At("/feed.xml")}: entry 1, {server.At("/a")}: The server answered 404 Not Found.\n", first.Error);
        server.Give("/a", Warc.Page());
        Due();
        Assert.Equal(["a"], Documents(Follow()));
        Due();
        Assert.Empty(Documents(Follow()));
    }

    [Fact]
    public void A_page_that_never_comes_is_given_up()
    {
        server.Give("/feed.xml", $"<rss><channel><item><guid>a</guid><link>{server.At("/a")}</link></item></channel></rss>", "application/rss+xml");
        for (var round = 0; round < 5; round++)
        {
            Follow();
            Due();
        }

        Assert.Equal(3, server.Paths.Count(path => path == "/a"));
    }

    [Fact]
    public async Task A_process_that_ends_between_two_entries_loses_none_and_repeats_none()
    {
        GiveFeed("a", "b", "c");
        using var fetcher = new WebFetcher(new FetchOptions { AllowPrivate = true });
        var follower = new FeedFollower(fetcher, TimeProvider.System);
        var state = new FollowedFeed(new FeedPollState(new Uri(server.At("/feed.xml"))));
        var taken = new List<string?>();
        for (var start = 0; start < 4; start++)
        {
            await foreach (var step in follower.AskAsync(state, TestContext.Current.CancellationToken))
            {
                taken.Add(step.Result?.Article?.Document);
                state = step.State;
                break;
            }
        }

        Assert.Equal(["a", "b", "c", null], taken);
    }

    [Fact]
    public async Task What_is_remembered_stays_small()
    {
        using var fetcher = new WebFetcher(new FetchOptions { AllowPrivate = true });
        var clock = new Clock();
        var follower = new FeedFollower(fetcher, clock);
        var state = new FollowedFeed(new FeedPollState(new Uri(server.At("/feed.xml"))));
        for (var round = 0; round < 4; round++)
        {
            GiveFeed([.. Enumerable.Range(round * 300, 300).Select(n => n.ToString(CultureInfo.InvariantCulture))]);
            await foreach (var step in follower.AskAsync(state, TestContext.Current.CancellationToken))
            {
                state = step.State;
            }

            clock.Now += TimeSpan.FromDays(1);
        }

        Assert.Equal(800, state.Seen.Count);
    }

    [Fact]
    public void A_feed_that_is_gone_is_told_once_and_left_alone()
    {
        server.Give("/feed.xml", "", status: "410 Gone");
        Assert.Contains("The server says that the feed is gone for good.", Follow().Error);
        Due();
        Assert.Equal((0, ""), (Follow().ExitCode, Follow().Error));
        Assert.Single(server.Paths);
        Assert.Equal(0, Run(server.At("/feed.xml"), "--state", State).ExitCode); // with nothing left to follow it ends
    }

    [Fact]
    public void A_feed_that_moved_is_asked_at_its_new_address()
    {
        GiveFeed("a");
        server.Redirect("/old", "/feed.xml", "301 Moved Permanently");
        Assert.Equal(["a"], Documents(Run(server.At("/old"), "--once", "--state", State)));
        Due();
        Assert.Empty(Documents(Run(server.At("/old"), "--once", "--state", State)));
        Assert.Equal(["/old", "/feed.xml", "/feed.xml"], server.Paths);
    }

    [Fact]
    public void A_process_that_is_asked_to_end_ends_at_once_and_well()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs signals.");
        TrainedEngine.RequireModels();
        GiveFeed("a");
        var start = new ProcessStartInfo(ExecutableTests.Program, ["follow", server.At("/feed.xml"), "--allow-private", "--state", State, "--models", TrainedEngine.Folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        Assert.Contains("\"document\":\"a\"", process.StandardOutput.ReadLine());
        SpinWait.SpinUntil(() => File.Exists(State), TimeSpan.FromSeconds(10));
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(10)));
        Assert.Equal((0, ""), (process.ExitCode, process.StandardError.ReadToEnd()));
        Assert.Single(new FollowFile(State).Load().Feeds);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"version\":2,\"state\":{\"feeds\":{}}}")]
    [InlineData("{\"version\":1,\"state\":{\"feeds\":{\"x\":null}}}")]
    public void A_state_that_cannot_be_used_is_told_at_the_start(string state)
    {
        GiveFeed("a");
        File.WriteAllText(State, state);
        var run = Follow();
        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"inquit: The state '{State}' cannot be read: ", run.Error);
        Assert.Empty(server.Paths);
        Assert.Equal(state, File.ReadAllText(State));
    }

    [Fact]
    public void A_state_that_cannot_be_written()
    {
        GiveFeed("a");
        var run = Run(server.At("/feed.xml"), "--once", "--state", folder.PathOf("none/state.json"));
        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("inquit: The state ", run.Error);
    }

    [Fact]
    public void The_state_is_replaced_as_a_whole()
    {
        var file = new FollowFile(State);
        var address = new Uri("https://herald.example/feed.xml");
        var feed = new FollowedFeed(new FeedPollState(address) { ETag = "\"x\"", FoundAt = address, Due = DateTimeOffset.UnixEpoch, Failures = 2 }) { Seen = ["k1", "k2"] };
        file.Save(FollowState.Empty.With(address, feed));
        file.Save(file.Load());
        var loaded = file.Load().Of(address);
        Assert.Equal((feed.Poll, "k1 k2"), (loaded.Poll, string.Join(' ', loaded.Seen)));
        Assert.Equal([State], Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("--every", "15", "--every takes minutes, hours or days, as 15m, 2h or 1d.")]
    [InlineData("--every", "0m", "--every takes minutes, hours or days, as 15m, 2h or 1d.")]
    [InlineData("--every", "10s", "--every takes minutes, hours or days, as 15m, 2h or 1d.")]
    [InlineData("--contact", "no address", "--contact takes an address, as https://example.org/about or news@example.org.")]
    [InlineData("file:///etc/passwd", null, "'file:///etc/passwd' is no address of a feed, as https://example.org/news.xml.")]
    [InlineData("feed.xml", null, "'feed.xml' is no address of a feed, as https://example.org/news.xml.")]
    public void A_wrong_command_line(string option, string? value, string problem)
    {
        var run = CommandRun.Of(new[] { "follow", "https://herald.example/feed.xml", option, value! }.Where(part => part is not null));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(problem, run.Error);
    }

    private string State => folder.PathOf("state.json");

    private CommandRun Follow() => Run(server.At("/feed.xml"), "--once", "--state", State);

    private static CommandRun Run(params string[] args) => CommandRun.Of(["follow", "--allow-private", .. args]);

    /// <summary>Makes all feeds of the state due now.</summary>
    private void Due()
    {
        var file = new FollowFile(State);
        var state = file.Load();
        foreach (var (address, feed) in state.Feeds)
        {
            state = state.With(new Uri(address), feed with { Poll = feed.Poll with { Due = null } });
        }

        file.Save(state);
    }

    private void GiveFeed(params string[] ids)
    {
        var items = ids.Select(id => $"<item><guid>{id}</guid><title>{id}</title><description><![CDATA[{Whole}]]></description></item>");
        server.Give("/feed.xml", $"<rss><channel><title>Herald</title>{string.Concat(items)}</channel></rss>", "application/rss+xml", more: $"ETag: \"{ids[0]}\"\r\n");
    }

    private static string[] Documents(CommandRun run) =>
        [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("document").GetString()!)];

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
