using System.Globalization;
using System.Net;
using Inquit.Reading.Fetching;

namespace Inquit.Reading.Feeds;

/// <summary>
/// Asks servers for feeds as they wish to be asked (RFC 9110, 9111): whether there is anything new since last time, not before
/// they allow it, at the new address of a feed that has moved for good, less and less often while it fails, and never again once it
/// is gone.
/// </summary>
public sealed class FeedPoll
{
    private const int MostDoublings = 16;

    private readonly HttpClient client;
    private readonly TimeProvider clock;
    private readonly FeedPollOptions options;
    private readonly ReadingOptions limits;

    /// <summary>Creates a poll. It keeps nothing between two calls and may be used by several threads at once.</summary>
    /// <param name="client">Who sends the requests. It must not follow redirects by itself (<c>AllowAutoRedirect = false</c>), since a move
    /// for good would go unseen; it is to unpack bodies (<c>AutomaticDecompression</c>), to name itself, and to refuse addresses
    /// that must not be asked, also those of redirects.</param>
    /// <param name="clock">The time.</param>
    /// <param name="options">Manners; null for the usual ones.</param>
    /// <param name="limits">The limits of reading; null for the usual ones.</param>
    public FeedPoll(HttpClient client, TimeProvider clock, FeedPollOptions? options = null, ReadingOptions? limits = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(clock);
        this.client = client;
        this.clock = clock;
        this.options = options ?? FeedPollOptions.Default;
        this.limits = limits ?? ReadingOptions.Default;
    }

    /// <summary>Asks for a feed, if it is due.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task<FeedPollResult> AskAsync(FeedPollState state, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.IsGone)
        {
            return new FeedPollResult(state, FeedPollOutcome.Gone);
        }

        if (clock.GetUtcNow() < state.Due)
        {
            return new FeedPollResult(state, FeedPollOutcome.NotDue);
        }

        using var timeout = new CancellationTokenSource(options.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            return await FollowAsync(state, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Failed(state, "The server did not answer in time.");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException)
        {
            return Failed(state, RefusedRequestException.Reason(failure) ?? $"The server could not be reached: {failure.Message}");
        }
    }

    private async Task<FeedPollResult> FollowAsync(FeedPollState state, CancellationToken cancellation)
    {
        var (at, home, isForGood) = (state.Address, state.Address, true);
        for (var hop = 0; hop <= options.MostRedirects; hop++)
        {
            using var request = Request(state, at);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if (!IsRedirect(response.StatusCode))
            {
                return await AnswerAsync(state, response, at, home, cancellation).ConfigureAwait(false);
            }

            if (response.Headers.Location is not { } location || !Uri.TryCreate(at, location, out var next) || next.Scheme is not ("http" or "https"))
            {
                return Failed(state, $"It is said to have moved, but not to where ({Number(response)}).");
            }

            if (at.Scheme == "https" && next.Scheme == "http")
            {
                return Failed(state, $"It is said to have moved to {next}, where anybody could change it on its way; that was not followed.");
            }

            isForGood &= response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            home = isForGood ? next : home;
            at = next;
        }

        return Failed(state, $"It was sent on more than {options.MostRedirects} times, the last time to {at}.");
    }

    /// <summary>The question, with the marks of the version that is known where they belong.</summary>
    private static HttpRequestMessage Request(FeedPollState state, Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5");
        if (address == state.FoundAt)
        {
            Add("If-None-Match", state.ETag);
            Add("If-Modified-Since", state.LastModified);
        }

        return request;

        void Add(string header, string? value)
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(header, value);
            }
        }
    }

    private async Task<FeedPollResult> AnswerAsync(FeedPollState state, HttpResponseMessage response, Uri at, Uri home, CancellationToken cancellation)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.NotModified:
                return new FeedPollResult(Marked(Next(state with { Address = home }, response), response, at), FeedPollOutcome.Unchanged);
            case HttpStatusCode.Gone:
                return new FeedPollResult(state with { IsGone = true, Due = null }, FeedPollOutcome.Gone, null, "The server says that the feed is gone for good. It is not asked again.");
            case HttpStatusCode.OK:
                break;
            default:
                return Failed(state, $"The server answers {Number(response)} {response.ReasonPhrase}".TrimEnd() + ".", response);
        }

        var (feed, problem) = await ReadAsync(response, at, cancellation).ConfigureAwait(false);
        return feed is null ? Failed(state, problem!, response)
            : problem is null ? new FeedPollResult(Marked(Next(state with { Address = home, ETag = null, LastModified = null }, response), response, at), FeedPollOutcome.Read, feed)

            // Without its marks a feed that broke off is asked for whole the next time.
            : new FeedPollResult(Next(state with { Address = home, ETag = null, LastModified = null, FoundAt = null }, response), FeedPollOutcome.Read, feed, problem);
    }

    private async Task<(Feed? Feed, string? Problem)> ReadAsync(HttpResponseMessage response, Uri at, CancellationToken cancellation)
    {
        using var held = new MemoryStream();
        var body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            // One byte over the limit is enough for the reader to say so.
            var buffer = new byte[1 << 16];
            while (held.Length <= limits.MaxFeedBytes && await body.ReadAsync(buffer, cancellation).ConfigureAwait(false) is var read and > 0)
            {
                held.Write(buffer, 0, read);
            }
        }

        held.Position = 0;
        var charset = response.Content.Headers.ContentType?.CharSet?.Trim('"', '\'');
        var (_, feed, problem) = new FeedReader(Stream.Null, limits).Read(held, at.ToString(), at, charset);
        return (feed, problem);
    }

    /// <summary>The state after an answer: due when the server's and our own patience allow it.</summary>
    private FeedPollState Next(FeedPollState state, HttpResponseMessage response)
    {
        var fresh = response.Headers.CacheControl?.MaxAge ?? TimeSpan.Zero;
        return state with { Failures = 0, Due = clock.GetUtcNow() + Least(Most(options.Interval, fresh), options.LongestInterval) };
    }

    private static FeedPollState Marked(FeedPollState state, HttpResponseMessage response, Uri at) => state with
    {
        ETag = Header(response, "ETag") ?? state.ETag,
        LastModified = Header(response, "Last-Modified") ?? state.LastModified,
        FoundAt = at,
    };

    private FeedPollResult Failed(FeedPollState state, string problem, HttpResponseMessage? response = null)
    {
        var now = clock.GetUtcNow();
        var patience = Least(options.Interval * (1L << Math.Min(state.Failures, MostDoublings)), options.LongestInterval);
        var asked = response?.Headers.RetryAfter is { } retry ? retry.Delta ?? retry.Date - now ?? TimeSpan.Zero : TimeSpan.Zero;
        var due = now + Most(patience, Least(asked, options.LongestRetryAfter));
        return new FeedPollResult(
            state with { Failures = state.Failures + 1, Due = due },
            FeedPollOutcome.Failed,
            null,
            string.Create(CultureInfo.InvariantCulture, $"{problem} It is asked again after {due:yyyy-MM-dd HH:mm} UTC."));
    }

    private static bool IsRedirect(HttpStatusCode code) => code is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? values.FirstOrDefault() : null;

    private static string Number(HttpResponseMessage response) => ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Most(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
