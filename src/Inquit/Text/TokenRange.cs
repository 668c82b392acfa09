namespace Inquit.Text;

/// <summary>A half-open run <c>[Start, End)</c> of token indices of one <see cref="Segmentation"/>.</summary>
public readonly record struct TokenRange
{
    /// <summary>Creates the range <c>[start, end)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> is negative or after <paramref name="end"/>.</exception>
    public TokenRange(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>The first token.</summary>
    public int Start { get; }

    /// <summary>The token after the last.</summary>
    public int End { get; }

    /// <summary>Tokens covered.</summary>
    public int Length => End - Start;

    /// <summary>Whether <paramref name="token"/> is one of the covered tokens.</summary>
    public bool Contains(int token) => token >= Start && token < End;

    /// <summary>Whether all of <paramref name="other"/> lies in this range.</summary>
    public bool Contains(TokenRange other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether the two share a token.</summary>
    public bool Overlaps(TokenRange other) => other.Start < End && other.End > Start;

    /// <inheritdoc/>
    public override string ToString() => $"#[{Start},{End})";
}
