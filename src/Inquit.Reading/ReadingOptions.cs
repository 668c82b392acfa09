namespace Inquit.Reading;

/// <summary>The limits of reading. They are there so that one hostile input cannot take all memory.</summary>
public sealed record ReadingOptions
{
    /// <summary>The limits that the program uses.</summary>
    public static ReadingOptions Default { get; } = new();

    /// <summary>The most bytes that one article's text, or one line of a <c>.jsonl</c> file, may have once unpacked. A text
    /// takes about four times as much memory as its file while it is read.</summary>
    public int MaxTextBytes { get; init; } = 64 << 20;
}
