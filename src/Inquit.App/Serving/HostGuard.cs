using System.Net;
using Inquit.App.Api;

namespace Inquit.App.Serving;

/// <summary>
/// Answers only those who ask for a host that this server is. A page of a stranger whose name was made to lead to this machine (DNS
/// rebinding) asks for the stranger's host, and is refused.
/// </summary>
internal sealed class HostGuard(RequestDelegate next, ServeOptions options)
{
    private readonly HashSet<string> names = new(options.Hosts.Append("localhost"), StringComparer.OrdinalIgnoreCase);
    private readonly bool isAny = options.Addresses.Any(address => address.IsAny);
    private readonly HashSet<IPAddress> addresses = [.. options.Addresses.SelectMany(address => address.Address is { } one ? [one] : new[] { IPAddress.Loopback, IPAddress.IPv6Loopback })];

    /// <summary>Called for each request.</summary>
    public Task InvokeAsync(HttpContext context) => IsOurs(context.Request.Host.Host)
        ? next(context)
        : Problems.Of(StatusCodes.Status421MisdirectedRequest, $"This server is not '{context.Request.Host.Host}'. If it should be, start it with --host.").ExecuteAsync(context);

    /// <summary>An IP address needs no name to be resolved, so that no rebinding is behind it.</summary>
    private bool IsOurs(string host) =>
        names.Contains(host) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && (isAny || addresses.Contains(address)));
}
