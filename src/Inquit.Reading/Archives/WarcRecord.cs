using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Inquit.Reading.Archives;

/// <summary>The header of a record of a web archive.</summary>
/// <param name="Number">Which record of the archive it is, from 1.</param>
/// <param name="Offset">Where it starts, in bytes of the unpacked archive.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record WarcRecord(int Number, long Offset, HeaderFields Fields)
{
    /// <summary>What it is: <c>response</c>, <c>resource</c>, <c>revisit</c>, …</summary>
    public string Type => Fields["WARC-Type"]?.ToLowerInvariant() ?? string.Empty;

    /// <summary>How many bytes its block has; null where it does not say so in a number.</summary>
    public long? ContentLength =>
        long.TryParse(Fields["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;

    /// <summary>The address of what it holds. Some writers put it in angle brackets.</summary>
    [SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "Archives hold addresses that are none.")]
    public string? TargetUri => Fields["WARC-Target-URI"] is { Length: > 1 } written && written[0] == '<' && written[^1] == '>' ? written[1..^1].Trim() : Fields["WARC-Target-URI"];
}
