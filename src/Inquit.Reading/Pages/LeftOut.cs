namespace Inquit.Reading.Pages;

/// <summary>Which blocks of a page are no part of its article, whatever they hold: those in boxes that are named for something else,
/// and lists of cards, boxes side by side with a linked title and a sentence or two each.</summary>
internal static class LeftOut
{
    /// <summary>Marks of boxes that never hold the article.</summary>
    public const BoxMarks Always = BoxMarks.Comments | BoxMarks.Hidden;

    /// <summary>Marks of boxes that hold it only where they hold most of the page.</summary>
    public const BoxMarks Named = BoxMarks.Clutter | BoxMarks.Apparatus;

    private const double CardLinks = 0.8;
    private const int FewestCards = 3;
    private const int MostCardBlocks = 8;
    private const int MostCardTexts = 4;
    private const int MostCardWords = 70;

    /// <summary>For each block whether it is left out.</summary>
    /// <param name="layout">The page.</param>
    /// <param name="marks">The marks that count. A box named so that holds most of the running text and the headline or the body wraps the
    /// article: its name speaks of something else.</param>
    public static bool[] In(PageLayout layout, BoxMarks marks)
    {
        var proseUpTo = ProseUpTo(layout);
        var anchors = layout.Boxes.Where(box => box.Name is "h1" or "article" || box.Marks.HasFlag(BoxMarks.Body)).ToArray();
        var isLeftOut = new bool[layout.Blocks.Count];
        foreach (var box in layout.Boxes.Where(box => (box.Marks & marks) != 0 && !IsWrapper(box)).Concat(Cards(layout).Where(box => !HoldsMost(box.Parent!))))
        {
            Array.Fill(isLeftOut, true, box.Start, box.End - box.Start);
        }

        return isLeftOut;

        bool HoldsMost(PageBox box) => proseUpTo[box.End] - proseUpTo[box.Start] > proseUpTo[^1] / 2;
        bool IsWrapper(PageBox box) =>
            (box.Marks & Always) == 0 && HoldsMost(box) && (anchors.Length == 0 || Array.Exists(anchors, inner => inner.Start >= box.Start && inner.End <= box.End));
    }

    /// <summary>The running text before each block, in UTF-16 units, without what is hidden and comments.</summary>
    private static int[] ProseUpTo(PageLayout layout)
    {
        var sums = new int[layout.Blocks.Count + 1];
        for (var i = 0; i < layout.Blocks.Count; i++)
        {
            var block = layout.Blocks[i];
            sums[i + 1] = sums[i] + (BlockWorth.IsProse(block) && !block.Box.IsMarked(Always) ? block.Text.Length : 0);
        }

        return sums;
    }

    private static IEnumerable<PageBox> Cards(PageLayout layout) =>
        layout.Boxes.Where(box => box.Parent is not null && IsCard(layout, box))
            .GroupBy(box => box.Parent)
            .Where(list => list.Count() >= FewestCards)
            .SelectMany(list => list);

    private static bool IsCard(PageLayout layout, PageBox box)
    {
        if (box.End - box.Start is < 2 or > MostCardBlocks)
        {
            return false;
        }

        var texts = 0;
        var words = 0;
        for (var i = box.Start; i < box.End; i++)
        {
            if (!IsLink(layout.Blocks[i]))
            {
                texts++;
                words += layout.Blocks[i].Words;
            }
        }

        return texts <= MostCardTexts && words < MostCardWords && (IsLink(layout.Blocks[box.Start]) || IsLink(layout.Blocks[box.Start + 1]));
    }

    private static bool IsLink(PageBlock block) => block.LinkDensity > CardLinks;
}
