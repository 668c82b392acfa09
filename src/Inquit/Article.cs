using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Inquit;

/// <summary>One text as published. The text is never changed after reading.</summary>
public sealed record Article
{
    /// <summary>Creates an article from its text.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public Article(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>The text, as it came. Offsets count its UTF-16 code units.</summary>
    public string Text { get; }

    /// <summary>Where the running text starts, in UTF-16 code units: after a dateline, else 0. What stands before it is part of
    /// the text, and of every offset, but is not searched.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or after the end of the text.</exception>
    public int BodyStart
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Text.Length);
            field = value;
        }
    }

    /// <summary>What the user calls it: a file's name without its extension, or a record's id.</summary>
    public string? Document { get; init; }

    /// <summary>The id that its publisher gave it, by which a later version of it is known; null where the input has none.</summary>
    public string? RecordId { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>The paper, agency or site that published it.</summary>
    public string? Outlet { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Url { get; init; }

    /// <summary>The people named as its writers.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The day of publication.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>BCP 47 language tag, where known.</summary>
    public string? Language { get; init; }

    /// <summary>The identity: SHA-256 over the text and the address, in lower-case hexadecimal.</summary>
    /// <remarks>The two are hashed as UTF-16 little-endian with a zero code unit between them, so that every text, also
    /// one with lone surrogates, has its own.</remarks>
    public string ComputeId()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(Text.AsSpan()));
        hash.AppendData([0, 0]);
        hash.AppendData(MemoryMarshal.AsBytes((Url ?? string.Empty).AsSpan()));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
