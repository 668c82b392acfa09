namespace Inquit.Training.Corpora;

/// <summary>Turns offsets that count Unicode code points, as most corpora do, into UTF-16 code units, and back.</summary>
public static class CodePointOffsets
{
    /// <summary>For each code point of <paramref name="text"/>, and for its end, the code unit at which it starts.</summary>
    public static int[] ToUtf16(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var units = new List<int>(text.Length + 1);
        for (var unit = 0; unit < text.Length; unit++)
        {
            units.Add(unit);
            if (char.IsHighSurrogate(text[unit]) && unit + 1 < text.Length && char.IsLowSurrogate(text[unit + 1]))
            {
                unit++;
            }
        }

        units.Add(text.Length);
        return units.ToArray();
    }

    /// <summary>For each code unit of <paramref name="text"/>, and for its end, how many code points start before it.</summary>
    public static int[] FromUtf16(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var points = new int[text.Length + 1];
        var count = 0;
        for (var unit = 0; unit < text.Length; unit++)
        {
            points[unit] = count;
            var isSecondHalf = char.IsLowSurrogate(text[unit]) && unit > 0 && char.IsHighSurrogate(text[unit - 1]);
            if (!isSecondHalf)
            {
                count++;
            }
        }

        points[text.Length] = count;
        return points;
    }
}
