using System.Net;
using System.Net.Sockets;

namespace Inquit.App.Serving;

/// <summary>Who asks, as far as limits go.</summary>
internal static class Client
{
    private const int NetworkBytes = 8;

    /// <summary>The address that a request came from; of an IPv6 address the network, since one client has all of it.</summary>
    public static string Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes)) : address.ToString();
    }
}
