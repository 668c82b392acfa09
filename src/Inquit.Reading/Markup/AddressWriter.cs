namespace Inquit.Reading.Markup;

/// <summary>
/// Makes the addresses of a text whole, as long as that does not make the text grow beyond measure: a million short addresses
/// that count from a long one would fill all memory. Those after that stay as they are.
/// </summary>
/// <param name="baseAddress">What relative addresses count from; null to leave them.</param>
/// <param name="length">How long the text is.</param>
internal sealed class AddressWriter(Uri? baseAddress, int length)
{
    private const int AlwaysAllowed = 1024;
    private const long AllowedForEach = 4;

    private long grown;

    /// <summary>Whether an attribute of that name holds an address.</summary>
    public static bool IsAddress(string attribute) => attribute is "href" or "src" or "cite";

    /// <summary>The address made whole; null for one that would do something.</summary>
    public string? Resolve(string written)
    {
        var whole = WebAddress.Resolve(written, grown <= AlwaysAllowed + (AllowedForEach * length) ? baseAddress : null);
        grown += (whole?.Length ?? 0) - written.Length;
        return whole;
    }
}
