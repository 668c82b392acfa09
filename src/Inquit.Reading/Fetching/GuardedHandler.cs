using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Inquit.Reading.Fetching;

/// <summary>
/// Sends requests to the public web only, and only where a server's robots.txt allows it. It follows no redirects: each comes back and is
/// asked for anew, so that each is looked at. Addresses are looked at when the connection is made, after the name was resolved.
/// </summary>
internal sealed class GuardedHandler : DelegatingHandler
{
    private const int MostRedirects = 5;
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);
    private static readonly TimeSpan FreshFailure = TimeSpan.FromMinutes(10);

    private readonly FetchOptions options;
    private readonly TimeProvider clock;
    private readonly ConcurrentDictionary<string, (RobotsFile File, DateTimeOffset Until)> robots = new();

    /// <summary>Creates a handler.</summary>
    /// <param name="options">What is allowed.</param>
    /// <param name="clock">The time, which tells how old a robots.txt is.</param>
    /// <param name="network">The addresses of names, and which may be asked.</param>
    public GuardedHandler(FetchOptions options, TimeProvider clock, Network network)
    {
        this.options = options;
        this.clock = clock;
        InnerHandler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            Credentials = null,
            AutomaticDecompression = DecompressionMethods.All,
            MaxResponseHeadersLength = 64,
            MaxConnectionsPerServer = 2,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ActivityHeadersPropagator = null,
            ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, network, cancellation),
        };
    }

    /// <summary>Why an address is not asked at all; null where it may be.</summary>
    public static string? Refusal(Uri address) =>
        address.Scheme is not ("http" or "https") ? $"Only http and https are fetched, not {address.Scheme}."
        : address.UserInfo.Length > 0 ? "The address has a name or password in it, which would be shown to others. Leave it out."
        : null;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        if (Refusal(address) is { } refusal)
        {
            throw new RefusedRequestException(refusal);
        }

        request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        var rules = await RobotsOfAsync(address, cancellationToken).ConfigureAwait(false);
        if (!rules.Allows(address))
        {
            throw new RefusedRequestException(ReferenceEquals(rules, RobotsFile.AllowsNothing)
                ? $"The server did not give its robots.txt ({address.GetLeftPart(UriPartial.Authority)}/robots.txt), so that nothing of it may be read now. Try again later."
                : $"The server's robots.txt asks programs not to read this ({address.GetLeftPart(UriPartial.Authority)}/robots.txt). Save the page from a browser.");
        }

        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<RobotsFile> RobotsOfAsync(Uri address, CancellationToken cancellation)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        if (robots.TryGetValue(origin, out var known) && clock.GetUtcNow() < known.Until)
        {
            return known.File;
        }

        var file = await AskRobotsAsync(new Uri(address, "/robots.txt"), cancellation).ConfigureAwait(false);
        robots[origin] = (file, clock.GetUtcNow() + (ReferenceEquals(file, RobotsFile.AllowsNothing) ? FreshFailure : Fresh));
        return file;
    }

    /// <summary>The rules of a server (RFC 9309, 2.3.1): none where it says that it has no such file, nothing allowed where it cannot say.</summary>
    private async Task<RobotsFile> AskRobotsAsync(Uri address, CancellationToken cancellation)
    {
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
            using var response = await base.SendAsync(request, cancellation).ConfigureAwait(false);
            switch ((int)response.StatusCode)
            {
                case >= 200 and < 300:
                    var body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
                    var (start, _) = await BodyReader.ReadAsync(body, RobotsFile.MaxBytes, cancellation).ConfigureAwait(false);
                    return RobotsFile.Parse(Encoding.UTF8.GetString(start.Span), "inquit");
                case >= 300 and < 400 when response.Headers.Location is { } location && Uri.TryCreate(address, location, out var next) && Refusal(next) is null:
                    address = next;
                    break;
                case 429 or (>= 500 and < 600):
                    return RobotsFile.AllowsNothing;
                default:
                    return RobotsFile.AllowsAll;
            }
        }

        return RobotsFile.AllowsAll;
    }

    private async ValueTask<Stream> ConnectAsync(DnsEndPoint server, Network network, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(server.Host, out var literal) ? [literal] : await network.Resolve(server.Host, cancellation).ConfigureAwait(false);
        if (addresses.Length == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        var allowed = options.AllowPrivate ? addresses : [.. addresses.Where(network.IsPublic)];
        if (allowed.Length == 0)
        {
            throw new RefusedRequestException(
                $"{server.Host} is at {addresses[0]}, which is no address of the public internet. Give --allow-private if you mean a server of your own network.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, server.Port, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
