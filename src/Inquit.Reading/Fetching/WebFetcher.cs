using System.Globalization;
using System.Net;

namespace Inquit.Reading.Fetching;

/// <summary>
/// Gets what is at an address of the web, as a stranger's address may be asked for: from the public internet only, within limits of size,
/// time and redirects, where robots.txt allows it, without cookies, credentials or proxies. Several threads may use it at once.
/// </summary>
public sealed class WebFetcher : IDisposable
{
    private readonly FetchOptions options;
    private readonly TimeProvider clock;

    /// <summary>Creates a fetcher.</summary>
    /// <param name="options">Limits and manners; null for the usual ones.</param>
    public WebFetcher(FetchOptions? options = null)
        : this(options ?? FetchOptions.Default, TimeProvider.System, Network.Real)
    {
    }

    /// <summary>Creates a fetcher with its own clock and network.</summary>
    internal WebFetcher(FetchOptions options, TimeProvider clock, Network network)
    {
        this.options = options;
        this.clock = clock;
        Client = new HttpClient(new GuardedHandler(options, clock, network)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>What sends the requests, for those who follow redirects and mind limits themselves (<see cref="Feeds.FeedPoll"/>).</summary>
    public HttpClient Client { get; }

    /// <summary>Gets what is at an address; what went wrong where it cannot be had.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task<FetchResult> FetchAsync(Uri address, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        using var timeout = new CancellationTokenSource(options.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            return await FollowAsync(address, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return FetchResult.Failed(address, string.Create(CultureInfo.InvariantCulture, $"It was not all there within {options.Timeout.TotalSeconds:0.#} seconds. Try again later."));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException)
        {
            return FetchResult.Failed(address, RefusedRequestException.Describe(failure));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();

    private async Task<FetchResult> FollowAsync(Uri address, CancellationToken cancellation)
    {
        var at = address;
        for (var hop = 0; hop <= options.MostRedirects; hop++)
        {
            if (GuardedHandler.Refusal(at) is { } refusal)
            {
                return FetchResult.Failed(address, at == address ? refusal : $"It leads to {at}. {refusal}");
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            request.Headers.TryAddWithoutValidation("Accept", "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8");
            using var response = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
            {
                return await AnswerAsync(address, at, response, cancellation).ConfigureAwait(false);
            }

            if (response.Headers.Location is not { } location || !Uri.TryCreate(at, location, out var next))
            {
                return FetchResult.Failed(address, $"It is said to have moved, but not to where ({(int)response.StatusCode}).");
            }

            if (at.Scheme == "https" && next.Scheme == "http")
            {
                return FetchResult.Failed(address, $"It leads to {next}, where anybody could change it on its way; that was not followed.");
            }

            at = next;
        }

        return FetchResult.Failed(address, string.Create(CultureInfo.InvariantCulture, $"It leads on more than {options.MostRedirects} times, the last time to {at}."));
    }

    private async Task<FetchResult> AnswerAsync(Uri address, Uri at, HttpResponseMessage response, CancellationToken cancellation)
    {
        if (!response.IsSuccessStatusCode)
        {
            return FetchResult.Failed(address, string.Create(CultureInfo.InvariantCulture, $"The server answered {(int)response.StatusCode} {response.ReasonPhrase}.").Replace(" .", ".", StringComparison.Ordinal));
        }

        var (bytes, isWhole) = await BodyReader.ReadAsync(await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false), options.MaxBytes, cancellation).ConfigureAwait(false);
        return isWhole
            ? new FetchResult(at, response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var type) ? type.ToString() : null, bytes, null)
            : FetchResult.Failed(address, string.Create(CultureInfo.InvariantCulture, $"It holds more than {options.MaxBytes:N0} bytes, the most that is fetched. Save it as a file."));
    }
}
