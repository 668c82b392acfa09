namespace Inquit.Text;

/// <summary>
/// Turns offsets in UTF-16 code units, which the program counts in, into offsets in Unicode code points, which every export
/// and most corpora count in, and back. A surrogate without its partner counts as one code point, as it does in Python.
/// </summary>
public sealed class CodePointMap
{
    private readonly int[] lowSurrogates;
    private readonly int length;

    /// <summary>Creates the map of <paramref name="text"/>. A text without characters beyond U+FFFF costs one vectorized scan.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public CodePointMap(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var positions = new List<int>();
        var from = 0;
        while (text.AsSpan(from).IndexOfAnyInRange('\uD800', '\uDBFF') is var found and >= 0)
        {
            from += found + 1;
            if (from < text.Length && char.IsLowSurrogate(text[from]))
            {
                positions.Add(from++);
            }
        }

        lowSurrogates = positions.ToArray();
        length = text.Length;
    }

    /// <summary>The code points before UTF-16 offset <paramref name="offset"/>.</summary>
    public int ToCodePoints(int offset)
    {
        if (lowSurrogates.Length == 0)
        {
            return offset;
        }

        var place = Array.BinarySearch(lowSurrogates, offset);
        return offset - (place < 0 ? ~place : place);
    }

    /// <summary>The UTF-16 offset after the first <paramref name="codePoints"/> code points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or the text has fewer.</exception>
    public int ToCodeUnits(int codePoints)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(codePoints);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(codePoints, length - lowSurrogates.Length);
        var (pairs, end) = (0, lowSurrogates.Length);
        while (pairs < end)
        {
            var middle = (pairs + end) / 2;
            (pairs, end) = lowSurrogates[middle] - middle <= codePoints ? (middle + 1, end) : (pairs, middle);
        }

        return codePoints + pairs;
    }
}
