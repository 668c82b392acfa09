namespace Inquit.Text;

/// <summary>
/// A run of characters without a gap, or a piece of at most <see cref="MaxLength"/> characters of one. Tokens lie within
/// chunks.
/// </summary>
internal readonly ref struct Chunk
{
    /// <summary>No token is longer than this many UTF-16 code units.</summary>
    public const int MaxLength = 1024;

    private const int LongestCluster = 64;

    private Chunk(string text, int start, ReadOnlySpan<CharClass> classes, CharClass before, CharClass after)
    {
        Text = text;
        Start = start;
        Classes = classes;
        Before = before;
        After = after;
        Whole = Unbroken.Find(Characters);
    }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Where the chunk starts in the text.</summary>
    public int Start { get; }

    /// <summary>Where the chunk ends in the text.</summary>
    public int End => Start + Classes.Length;

    /// <summary>The classes of its characters.</summary>
    public ReadOnlySpan<CharClass> Classes { get; }

    /// <summary>The class of the last character of the chunk before; a gap at the start of a paragraph.</summary>
    public CharClass Before { get; }

    /// <summary>The class of the first character of the next chunk; a gap at the end of a paragraph.</summary>
    public CharClass After { get; }

    /// <summary>The characters of an address or a date in it, which are one token; an empty range where it has none.</summary>
    public (int Start, int End) Whole { get; }

    /// <summary>Its characters.</summary>
    public ReadOnlySpan<char> Characters => Text.AsSpan(Start, Classes.Length);

    /// <summary>
    /// Reads the next chunk of <paramref name="paragraph"/> at or after <paramref name="position"/> and moves the position
    /// to its end. False where there is none.
    /// </summary>
    /// <param name="text">The whole text.</param>
    /// <param name="paragraph">Where to read.</param>
    /// <param name="position">Where the chunk before ended; the paragraph's start at first.</param>
    /// <param name="buffer">Holds the classes of the chunk; at least <see cref="MaxLength"/> long.</param>
    /// <param name="chunk">The chunk; valid until the buffer is used again.</param>
    public static bool TryRead(string text, TextSpan paragraph, ref int position, Span<CharClass> buffer, out Chunk chunk)
    {
        var before = position > paragraph.Start ? CharTable.Of(text[position - 1]) : CharClass.Gap;
        var start = position;
        while (start < paragraph.End && CharTable.IsGap(text[start]))
        {
            start++;
        }

        if (start == paragraph.End)
        {
            chunk = default;
            position = start;
            return false;
        }

        var end = start;
        var limit = Math.Min(paragraph.End, start + MaxLength);
        while (end < limit && !CharTable.IsGap(text[end]))
        {
            end++;
        }

        var cut = end < paragraph.End && !CharTable.IsGap(text[end]);
        if (cut && char.IsLowSurrogate(text[end]) && char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }

        CharTable.Classify(text.AsSpan(start, end - start), buffer);
        if (cut)
        {
            end = start + CutPlace(buffer[..(end - start)]);
        }

        position = end;
        var next = end;
        while (next < paragraph.End && CharTable.IsGap(text[next]))
        {
            next++;
        }

        chunk = new Chunk(text, start, buffer[..(end - start)], before, next < paragraph.End ? CharTable.Of(text[next]) : CharClass.Gap);
        return true;
    }

    /// <summary>Where to cut a chunk that is too long: at its last change of class, else where no cluster is cut.</summary>
    private static int CutPlace(ReadOnlySpan<CharClass> classes)
    {
        var lowest = classes.Length - LongestCluster;
        for (var i = classes.Length - 1; i > lowest; i--)
        {
            if (classes[i] != classes[i - 1] && classes[i] != CharClass.Extend)
            {
                return i;
            }
        }

        for (var i = classes.Length - 1; i > lowest; i--)
        {
            if (classes[i] != CharClass.Extend)
            {
                return i;
            }
        }

        return classes.Length;
    }
}
