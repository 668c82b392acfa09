using System.Net;
using System.Net.Sockets;

namespace Inquit.Reading.Fetching;

/// <summary>
/// Tells addresses of the public internet from all others, by the registries of special addresses that IANA keeps (RFC 6890). Of IPv6 only
/// what is given out as global unicast counts (2000::/3), without tunnels: what an address of IPv4 is wrapped in may lead anywhere.
/// </summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", // this network
            "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", // private
            "100.64.0.0/10", // shared by customers of a provider
            "127.0.0.0/8", // loopback
            "169.254.0.0/16", // link-local; data of clouds' machines
            "192.0.0.0/24", // protocols
            "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays
            "198.18.0.0/15", // benchmarks
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, and broadcast
            "2001::/23", // protocols, Teredo
            "2001:db8::/32", "3fff::/20", // documentation
            "2002::/16", // 6to4
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>Whether an address is one of the public internet.</summary>
    public static bool IsPublic(IPAddress address) =>
        (address.AddressFamily == AddressFamily.InterNetwork || IsGlobalUnicast(address)) && !NotPublic.Any(network => network.Contains(address));

    /// <summary>Whether an address is in 2000::/3. Its bytes are asked, since <see cref="IPNetwork"/> takes a mapped address of IPv4 to be in there.</summary>
    private static bool IsGlobalUnicast(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 && (address.GetAddressBytes()[0] & 0xE0) == 0x20;
}
