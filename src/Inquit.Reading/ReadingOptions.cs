namespace Inquit.Reading;

/// <summary>The limits of reading. They are there so that one hostile input cannot take all memory.</summary>
public sealed record ReadingOptions
{
    /// <summary>The limits that the program uses.</summary>
    public static ReadingOptions Default { get; } = new();

    /// <summary>The most bytes that one article's text may have once unpacked; of a record's text, the most UTF-16 code units.
    /// What is found in a text takes up to two hundred times its bytes in memory.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or more than 512 MiB.</exception>
    public int MaxTextBytes
    {
        get;
        init => field = Checked(value);
    } = 4 << 20;

    /// <summary>The most bytes that one line of a <c>.jsonl</c> file, or a whole <c>.json</c> file, may have once unpacked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or more than 512 MiB.</exception>
    public int MaxRecordBytes
    {
        get;
        init => field = Checked(value);
    } = 64 << 20;

    /// <summary>The most bytes that one feed may have once unpacked. Reading takes up to ten times as much memory.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or more than 512 MiB.</exception>
    public int MaxFeedBytes
    {
        get;
        init => field = Checked(value);
    } = 64 << 20;

    /// <summary>The most entries of one feed that are read. Feeds have up to some thousands.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or more than 512 Mi.</exception>
    public int MaxFeedEntries
    {
        get;
        init => field = Checked(value);
    } = 100_000;

    /// <summary>The most bytes that a page may have once unpacked. Its tree takes up to seventy times as many in memory.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or more than 512 MiB.</exception>
    public int MaxPageBytes
    {
        get;
        init => field = Checked(value);
    } = 8 << 20;

    /// <summary>The last day on which a page may say that it was published; later ones are taken for mistakes. By default tomorrow,
    /// which some places have already.</summary>
    public DateOnly LatestDay { get; init; } = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1);

    /// <summary>The limit, where a buffer and a string of that size can be made.</summary>
    private static int Checked(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 512 << 20);
        return value;
    }
}
