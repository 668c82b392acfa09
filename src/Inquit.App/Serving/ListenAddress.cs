using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Inquit.App.Serving;

/// <summary>Where a server listens.</summary>
/// <param name="Address">The address of this machine; null for its own name, <c>localhost</c>.</param>
/// <param name="Port">The port; 0 for any that is free.</param>
internal sealed record ListenAddress(IPAddress? Address, int Port)
{
    /// <summary>Where it listens unless told otherwise.</summary>
    public const int UsualPort = 8350;

    /// <summary>Whether only this machine reaches it.</summary>
    public bool IsLoopback => Address is null || IPAddress.IsLoopback(Address);

    /// <summary>Whether it is every address of this machine.</summary>
    public bool IsAny => Address is not null && (Address.Equals(IPAddress.Any) || Address.Equals(IPAddress.IPv6Any));

    /// <summary>The host as it stands in an address to open.</summary>
    public string Host => Address is null || IsAny ? "localhost" : Address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{Address}]" : Address.ToString();

    /// <summary>Reads <c>http://HOST:PORT</c>, where the host is an IP address, <c>localhost</c>, or <c>*</c> for every address; what is wrong with it where it is none.</summary>
    public static (ListenAddress? Address, string? Problem) Parse(string text)
    {
        const string Scheme = "http://";
        const string Form = "One is http://ADDRESS:PORT, as http://127.0.0.1:8350, http://localhost:8350 or http://*:8350.";
        if (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            return (null, $"'{text}': this server speaks plain HTTP. Put a server that has your certificate before it.");
        }

        var rest = text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text[Scheme.Length..].TrimEnd('/') : text;
        if (rest.Contains("://", StringComparison.Ordinal))
        {
            return (null, $"'{text}' is no address of a server. {Form}");
        }

        var colon = rest.LastIndexOf(':');
        var hasPort = colon > rest.LastIndexOf(']');
        var host = hasPort ? rest[..colon] : rest;
        var port = UsualPort;
        if (hasPort && !(int.TryParse(rest.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= IPEndPoint.MaxPort))
        {
            return (null, $"'{text}' has no port that can be. {Form}");
        }

        return host switch
        {
            "localhost" => (new ListenAddress(port == 0 ? IPAddress.Loopback : null, port), null),
            "*" or "+" => (new ListenAddress(IPAddress.IPv6Any, port), null),
            _ when IPAddress.TryParse(host.Trim('[', ']'), out var address) => (new ListenAddress(address, port), null),
            _ => (null, $"'{text}' names no address of this machine. {Form} Names under which it is reached are given with --host."),
        };
    }
}
