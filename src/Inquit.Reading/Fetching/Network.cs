using System.Net;

namespace Inquit.Reading.Fetching;

/// <summary>The network that is asked: what names stand for, and which addresses are public.</summary>
/// <param name="Resolve">The addresses of a name.</param>
/// <param name="IsPublic">Whether an address may be asked by anybody's wish.</param>
internal sealed record Network(Func<string, CancellationToken, Task<IPAddress[]>> Resolve, Func<IPAddress, bool> IsPublic)
{
    /// <summary>The network of this machine.</summary>
    public static Network Real { get; } = new((host, cancellation) => Dns.GetHostAddressesAsync(host, cancellation), PublicAddress.IsPublic);
}
