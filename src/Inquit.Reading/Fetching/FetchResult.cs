namespace Inquit.Reading.Fetching;

/// <summary>What was found at an address, or why nothing was.</summary>
/// <param name="Address">Where it was found, after redirects; the address asked for where it was not.</param>
/// <param name="ContentType">What the server says that it is; null where it does not.</param>
/// <param name="Bytes">What the server sent, without its packing.</param>
/// <param name="Problem">What went wrong and what to do; null where nothing did.</param>
public sealed record FetchResult(Uri Address, string? ContentType, ReadOnlyMemory<byte> Bytes, string? Problem)
{
    /// <summary>Nothing, and why.</summary>
    public static FetchResult Failed(Uri address, string problem) => new(address, null, default, problem);
}
