namespace Inquit.Reading.Pages;

/// <summary>What a block is worth as a part of an article, by its length, links and punctuation.</summary>
internal static class BlockWorth
{
    /// <summary>The share of links from which a block is no running text.</summary>
    public const double MostLinks = 0.4;

    private const int FewestWords = 8;
    private const double ShortParagraph = 0.5;
    private const int MostLoss = 100;
    private const double MarkedLoss = 0.25;

    /// <summary>Whether a block is running text: eight words or more, few of them links, with the end of a sentence or of a part of one.</summary>
    public static bool IsProse(PageBlock block) =>
        block.Kind != BlockKind.Heading && block.Words >= FewestWords && block.LinkDensity < MostLinks && Phrases.HasSentenceEnd(block.Text);

    /// <summary>Its worth in UTF-16 units of running text: more than 0 for that, less for links and scraps, which cost less where a box's
    /// names say that it is the article's body.</summary>
    public static double Of(PageBlock block)
    {
        if (IsProse(block))
        {
            return block.Text.Length - block.LinkLength;
        }

        var isMarked = block.Box.IsMarked(BoxMarks.Body);
        return block.Kind switch
        {
            BlockKind.Heading => 0,
            BlockKind.Paragraph when block.LinkDensity < MostLinks => ShortParagraph * block.Text.Length,
            BlockKind.Item when block.LinkDensity < MostLinks => isMarked ? ShortParagraph * block.Text.Length : 0,
            _ => -Math.Min(block.Text.Length, MostLoss) * (isMarked ? MarkedLoss : 1),
        };
    }
}
