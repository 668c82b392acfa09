namespace Inquit.Linguistics;

/// <summary>
/// What the language network knows of each token in its sentence: the output of its upper layer, kept in 8 bits a value.
/// The values of an LSTM's output lie between -1 and 1, so that one scale serves all.
/// </summary>
internal sealed unsafe class TokenStates
{
    private readonly sbyte[] values;

    /// <summary>Makes room for states.</summary>
    /// <exception cref="ArgumentException">They do not fit into one array.</exception>
    public TokenStates(int tokens, int width)
    {
        if ((long)tokens * width > Array.MaxLength)
        {
            throw new ArgumentException($"A text of {tokens} tokens is too long to be read at once; {Array.MaxLength / width} are the most.", nameof(tokens));
        }

        values = new sbyte[tokens * width];
        (Count, Width) = (tokens, width);
    }

    /// <summary>What a kept value of 1 stands for.</summary>
    public const float Unit = 1f / Scale;

    private const int Scale = 127;

    /// <summary>Tokens.</summary>
    public int Count { get; }

    /// <summary>Values of a token.</summary>
    public int Width { get; }

    /// <summary>All states, token after token.</summary>
    public ReadOnlySpan<byte> Bytes => System.Runtime.InteropServices.MemoryMarshal.AsBytes<sbyte>(values);

    /// <summary>Keeps the state of a token.</summary>
    public void Keep(int token, float* state)
    {
        var own = values.AsSpan(token * Width, Width);
        for (var i = 0; i < own.Length; i++)
        {
            own[i] = (sbyte)MathF.Round(state[i] * Scale);
        }
    }

    /// <summary>Writes the state of a token, each value shifted by 128, so that none is negative.</summary>
    public void CopyShifted(int token, Span<byte> target)
    {
        var own = values.AsSpan(token * Width, Width);
        for (var i = 0; i < own.Length; i++)
        {
            target[i] = (byte)(own[i] + 128);
        }
    }
}
