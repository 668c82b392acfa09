namespace Inquit.Reading.Pages;

/// <summary>What a block of text is.</summary>
internal enum BlockKind
{
    /// <summary>Text in a <c>p</c>, <c>pre</c> or <c>blockquote</c>.</summary>
    Paragraph,

    /// <summary>Text that stands in a box of another name: <c>div</c>, <c>td</c> …</summary>
    Loose,

    /// <summary>A heading, <c>h1</c> to <c>h6</c>.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    Item,
}

/// <summary>A run of text that is laid out by itself, white space collapsed; a line break in it is a line feed.</summary>
/// <param name="Text">The text; never empty.</param>
/// <param name="LinkLength">Of its characters, those in links.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Box">The box that it stands in.</param>
internal sealed record PageBlock(string Text, int LinkLength, BlockKind Kind, PageBox Box)
{
    private int? words;

    /// <summary>The share of its characters that are in links, 0 to 1.</summary>
    public double LinkDensity => (double)LinkLength / Text.Length;

    /// <summary>How many words it has: runs without white space, and half of the signs of scripts that are written without it.</summary>
    public int Words => words ??= CountWords();

    private int CountWords()
    {
        var count = 0;
        var isInside = false;
        var signs = 0;
        foreach (var unit in Text)
        {
            var isSpace = unit is ' ' or '\n';
            count += !isSpace && !isInside ? 1 : 0;
            isInside = !isSpace;
            signs += unit is >= '\u3040' and <= '\u9FFF' ? 1 : 0;
        }

        return count + (signs / 2);
    }
}
