namespace Inquit.Reading.Fetching;

/// <summary>How the web is asked, and what is taken from it.</summary>
public sealed record FetchOptions
{
    /// <summary>The usual ones.</summary>
    public static FetchOptions Default { get; } = new();

    /// <summary>The most bytes that an answer may have once unpacked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or more than 512 MiB.</exception>
    public int MaxBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 512 << 20);
            field = value;
        }
    } = 15 << 20;

    /// <summary>The longest time that getting one address may take, with names, redirects, robots.txt and the whole body.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The most redirects that are followed.</summary>
    public int MostRedirects { get; init; } = 5;

    /// <summary>Whether addresses of one's own network may be asked: private, loopback, link-local and the like.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>An address, on the web or of mail, at which those who run servers reach whoever runs this; null for none.</summary>
    /// <exception cref="ArgumentException">It has characters that a header cannot have.</exception>
    public string? Contact
    {
        get;
        init => field = value is null || value.All(c => c is > ' ' and < '\x7F' and not ('(' or ')' or '\\')) ? value : throw new ArgumentException("A contact is one word, as https://example.org/bot or mail@example.org.", nameof(value));
    }

    /// <summary>What requests call whoever sends them: <c>Inquit/0.1.0 (+https://example.org/bot)</c>.</summary>
    public string UserAgent
    {
        get
        {
            var version = typeof(FetchOptions).Assembly.GetName().Version!.ToString(3);
            return string.IsNullOrEmpty(Contact) ? $"Inquit/{version}" : $"Inquit/{version} (+{Contact})";
        }
    }
}
