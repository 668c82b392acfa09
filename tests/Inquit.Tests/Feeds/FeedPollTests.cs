using System.Net;
using System.Net.Http.Headers;
using Inquit.Reading;
using Inquit.Reading.Feeds;
using Xunit;

namespace Inquit.Tests;

public sealed class FeedPollTests : IDisposable
{
    private const string Feed = "<rss><channel><item><link>1</link></item></channel></rss>";
    private static readonly Uri Address = new("https://herald.example/feed.xml");
    private static readonly FeedPollState New = new(Address);

    private readonly FakeServer server = new();
    private readonly HttpClient client;
    private readonly FakeClock clock = new();
    private readonly FeedPoll poll;

    public FeedPollTests()
    {
        client = new HttpClient(server);
        poll = new FeedPoll(client, clock);
    }

    public void Dispose()
    {
        client.Dispose();
        server.Dispose();
    }

    [Fact]
    public async Task A_feed_is_read_and_its_marks_are_kept()
    {
        server.Answer = _ => Ok(Feed, "\"v1\"", "Tue, 14 May 2024 12:00:00 GMT");
        var result = await AskAsync(New);
        Assert.Equal(FeedPollOutcome.Read, result.Outcome);
        Assert.Equal("https://herald.example/1", Assert.Single(result.Feed!.Entries).Link);
        Assert.Equal(New with { ETag = "\"v1\"", LastModified = "Tue, 14 May 2024 12:00:00 GMT", FoundAt = Address, Due = clock.Now + TimeSpan.FromMinutes(30) }, result.State);
    }

    [Fact]
    public async Task The_marks_are_sent_as_they_came_and_an_unchanged_feed_is_not_read()
    {
        server.Answer = request => request.Headers.TryGetValues("If-None-Match", out var tag) && tag.Single() == "W/\"v,1" && request.Headers.GetValues("If-Modified-Since").Single() == "yesterday"
            ? new HttpResponseMessage(HttpStatusCode.NotModified)
            : Ok(Feed, "W/\"v,1", "yesterday");
        var first = await AskAsync(New);
        clock.Now += TimeSpan.FromHours(1);
        var second = await AskAsync(first.State);
        Assert.Equal((FeedPollOutcome.Unchanged, null, null), (second.Outcome, second.Feed, second.Problem));
        Assert.Equal(first.State with { Due = clock.Now + TimeSpan.FromMinutes(30) }, second.State);
    }

    [Fact]
    public async Task A_feed_that_is_not_due_is_left_alone()
    {
        server.Answer = _ => Ok(Feed);
        var first = await AskAsync(New);
        clock.Now += TimeSpan.FromMinutes(29);
        Assert.Equal(FeedPollOutcome.NotDue, (await AskAsync(first.State)).Outcome);
        Assert.Single(server.Asked);
        clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(FeedPollOutcome.Read, (await AskAsync(first.State)).Outcome);
    }

    [Theory]
    [InlineData(60, 30)]
    [InlineData(7200, 120)]
    [InlineData(1_000_000, 24 * 60)]
    public async Task A_server_may_ask_for_longer_pauses(int seconds, int minutes)
    {
        server.Answer = _ =>
        {
            var response = Ok(Feed);
            response.Headers.CacheControl = new CacheControlHeaderValue { MaxAge = TimeSpan.FromSeconds(seconds) };
            return response;
        };
        Assert.Equal(clock.Now + TimeSpan.FromMinutes(minutes), (await AskAsync(New)).State.Due);
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_never_asked_again()
    {
        server.Answer = _ => new HttpResponseMessage(HttpStatusCode.Gone);
        var first = await AskAsync(New);
        Assert.Equal((FeedPollOutcome.Gone, true), (first.Outcome, first.State.IsGone));
        Assert.Equal("The server says that the feed is gone for good. It is not asked again.", first.Problem);
        clock.Now += TimeSpan.FromDays(100);
        Assert.Equal(FeedPollOutcome.Gone, (await AskAsync(first.State)).Outcome);
        Assert.Single(server.Asked);
    }

    [Theory]
    [InlineData(HttpStatusCode.MovedPermanently, true)]
    [InlineData(HttpStatusCode.PermanentRedirect, true)]
    [InlineData(HttpStatusCode.Found, false)]
    [InlineData(HttpStatusCode.SeeOther, false)]
    [InlineData(HttpStatusCode.TemporaryRedirect, false)]
    public async Task A_feed_that_moved_for_good_has_a_new_address(HttpStatusCode status, bool isForGood)
    {
        server.Answer = request => request.RequestUri == Address ? Moved(status, "/new/feed.xml") : Ok(Feed, "\"v1\"");
        var result = await AskAsync(New);
        var there = new Uri("https://herald.example/new/feed.xml");
        Assert.Equal((FeedPollOutcome.Read, isForGood ? there : Address, there), (result.Outcome, result.State.Address, result.State.FoundAt));
        Assert.Equal("https://herald.example/new/1", result.Feed!.Entries[0].Link);
    }

    [Fact]
    public async Task A_move_for_good_after_a_passing_one_is_not_for_good()
    {
        server.Answer = request => request.RequestUri!.AbsolutePath switch
        {
            "/feed.xml" => Moved(HttpStatusCode.MovedPermanently, "/b"),
            "/b" => Moved(HttpStatusCode.Found, "/c"),
            "/c" => Moved(HttpStatusCode.MovedPermanently, "/d"),
            _ => Ok(Feed),
        };
        Assert.Equal("/b", (await AskAsync(New)).State.Address.AbsolutePath);
    }

    [Fact]
    public async Task A_move_to_where_no_feed_is_changes_nothing()
    {
        server.Answer = request => request.RequestUri == Address ? Moved(HttpStatusCode.MovedPermanently, "https://login.example/") : Ok("<html>Log in");
        var result = await AskAsync(New);
        Assert.Equal((FeedPollOutcome.Failed, Address), (result.Outcome, result.State.Address));
        Assert.StartsWith("This is a web page, not a feed, ", result.Problem);
    }

    [Fact]
    public async Task Marks_are_not_sent_elsewhere()
    {
        server.Answer = request => request.RequestUri == Address ? Moved(HttpStatusCode.Found, "https://other.example/") : Ok(Feed);
        await AskAsync(New with { ETag = "\"v1\"", FoundAt = Address });
        Assert.True(server.Asked[0].Headers.Contains("If-None-Match"));
        Assert.False(server.Asked[1].Headers.Contains("If-None-Match"));
    }

    [Theory]
    [InlineData("http://herald.example/", "It is said to have moved to http://herald.example/, where anybody could change it on its way; that was not followed.")]
    [InlineData("file:///etc/passwd", "It is said to have moved, but not to where (301).")]
    [InlineData(null, "It is said to have moved, but not to where (301).")]
    [InlineData("/feed.xml", "It was sent on more than 5 times, the last time to https://herald.example/feed.xml.")]
    public async Task Redirects_that_lead_nowhere(string? location, string problem)
    {
        server.Answer = _ => Moved(HttpStatusCode.MovedPermanently, location);
        var result = await AskAsync(New);
        Assert.Equal((FeedPollOutcome.Failed, Address), (result.Outcome, result.State.Address));
        Assert.StartsWith(problem, result.Problem);
    }

    [Fact]
    public async Task A_feed_that_fails_is_asked_less_and_less_often()
    {
        server.Answer = _ => new HttpResponseMessage(HttpStatusCode.InternalServerError);
        var state = New;
        var pauses = new List<double>();
        for (var time = 0; time < 40; time++)
        {
            var result = await AskAsync(state);
            Assert.Equal((FeedPollOutcome.Failed, time + 1), (result.Outcome, result.State.Failures));
            state = result.State;
            pauses.Add((state.Due!.Value - clock.Now).TotalMinutes);
            clock.Now = state.Due.Value;
        }

        Assert.Equal([30, 60, 120, 240, 480, 960, 1440, 1440], pauses.Take(8));
        Assert.Equal(1440, pauses[^1]);
        server.Answer = _ => Ok(Feed);
        Assert.Equal(0, (await AskAsync(state)).State.Failures);
    }

    [Theory]
    [InlineData("7200", 120)]
    [InlineData("Tue, 14 May 2024 15:00:00 GMT", 180)]
    [InlineData("10", 30)]
    [InlineData("999999999", 7 * 24 * 60)]
    [InlineData("soon", 30)]
    public async Task A_server_that_says_when_to_come_back_is_heeded(string retryAfter, int minutes)
    {
        server.Answer = _ =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            return response;
        };
        var result = await AskAsync(New);
        Assert.Equal(clock.Now + TimeSpan.FromMinutes(minutes), result.State.Due);
        Assert.Equal($"The server answers 429 Too Many Requests. It is asked again after {result.State.Due:yyyy-MM-dd HH:mm} UTC.", result.Problem);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached()
    {
        server.Answer = _ => throw new HttpRequestException("No such host.");
        var result = await AskAsync(New);
        Assert.Equal("The server could not be reached: No such host. It is asked again after 2024-05-14 12:30 UTC.", result.Problem);
    }

    [Fact]
    public async Task A_server_that_does_not_answer()
    {
        server.Answer = _ => throw new TaskCanceledException();
        Assert.StartsWith("The server did not answer in time. ", (await AskAsync(New)).Problem);
    }

    [Fact]
    public async Task Whoever_asks_can_stop()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll.AskAsync(New, stop.Token));
    }

    [Fact]
    public async Task A_feed_that_breaks_off_is_asked_for_whole_the_next_time()
    {
        server.Answer = _ => Ok(Feed[..^10], "\"v1\"");
        var result = await AskAsync(New with { ETag = "\"v0\"", FoundAt = Address });
        Assert.Equal((FeedPollOutcome.Read, null), (result.Outcome, result.State.ETag));
        Assert.Single(result.Feed!.Entries);
        Assert.StartsWith("The feed breaks off before its end: ", result.Problem);
    }

    [Fact]
    public async Task A_body_without_an_end()
    {
        server.Answer = _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new EndlessStream([.. Enumerable.Repeat((byte)' ', 1 << 16)])) };
        var small = new FeedPoll(client, clock, limits: new ReadingOptions { MaxFeedBytes = 100_000 });
        var result = await small.AskAsync(New, TestContext.Current.CancellationToken);
        Assert.StartsWith("It holds more than 100,000 bytes, the most that a feed may have.", result.Problem);
    }

    [Fact]
    public async Task The_encoding_that_the_server_names_is_used()
    {
        server.Answer = _ =>
        {
            var content = new ByteArrayContent([.. "<rss><channel><title>"u8, 0xCE, 0xCF, .. "</title></channel></rss>"u8]);
            content.Headers.TryAddWithoutValidation("Content-Type", "text/xml; charset=\"koi8-r\"");
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
        };
        Assert.Equal("но", (await AskAsync(New)).Feed?.Title?.Html);
    }

    private static HttpResponseMessage Ok(string body, string? tag = null, string? modified = null)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) };
        if (tag is not null)
        {
            response.Headers.TryAddWithoutValidation("ETag", tag);
        }

        if (modified is not null)
        {
            response.Content.Headers.TryAddWithoutValidation("Last-Modified", modified);
        }

        return response;
    }

    private static HttpResponseMessage Moved(HttpStatusCode status, string? location)
    {
        var response = new HttpResponseMessage(status);
        response.Headers.Location = location is null ? null : new Uri(location, UriKind.RelativeOrAbsolute);
        return response;
    }

    private Task<FeedPollResult> AskAsync(FeedPollState state) => poll.AskAsync(state, TestContext.Current.CancellationToken);

    private sealed class FakeServer : HttpMessageHandler
    {
        public List<HttpRequestMessage> Asked { get; } = [];

        public Func<HttpRequestMessage, HttpResponseMessage> Answer { get; set; } = _ => new HttpResponseMessage(HttpStatusCode.NotFound);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Asked.Add(request);
            return Task.FromResult(Answer(request));
        }
    }

    private sealed class FakeClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2024, 5, 14, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
