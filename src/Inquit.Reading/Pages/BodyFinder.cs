namespace Inquit.Reading.Pages;

/// <summary>
/// Finds the article's text in a page's layout. Each block is worth what it holds of running text, less than nothing where it holds
/// links and scraps; the article is the box whose blocks are worth most together, the maximum subsequence of Pasternack and Roth
/// (WWW 2009) held to the page's boxes, over text and link density (Kohlschütter and others, WSDM 2010). Inside it, what is no
/// running text is left out.
/// </summary>
internal sealed class BodyFinder
{
    private const double MostLinks = 0.4;
    private const int FewWords = 8;
    private const BoxMarks NoArticle = BoxMarks.Clutter | BoxMarks.Apparatus | BoxMarks.Comments | BoxMarks.Hidden;

    private readonly PageLayout layout;
    private readonly bool[] isLeftOut;
    private readonly double[] worthUpTo;

    private BodyFinder(PageLayout layout, BoxMarks leftOut)
    {
        this.layout = layout;
        isLeftOut = LeaveOut(layout, leftOut);
        worthUpTo = new double[layout.Blocks.Count + 1];
        for (var i = 0; i < layout.Blocks.Count; i++)
        {
            worthUpTo[i + 1] = worthUpTo[i] + (isLeftOut[i] ? 0 : Worth(layout.Blocks[i]));
        }
    }

    /// <summary>The blocks of the article, in their order; none where the page has no running text.</summary>
    public static IReadOnlyList<PageBlock> Find(PageLayout layout, string? title)
    {
        if (layout.Blocks.Count == 0)
        {
            return [];
        }

        var comments = new BodyFinder(layout, BoxMarks.Comments);
        var finder = new BodyFinder(layout, NoArticle);
        var best = finder.Best();
        if (finder.WorthOf(best) < 0.2 * comments.Prose(layout.Boxes[0]))
        {
            finder = comments;
            best = finder.Best();
        }

        return finder.Inside(best, title);
    }

    private static double Worth(PageBlock block)
    {
        if (IsProse(block))
        {
            return block.Text.Length - block.LinkLength;
        }

        return block.Kind switch
        {
            BlockKind.Heading => 0,
            BlockKind.Paragraph when block.LinkDensity < MostLinks => block.Text.Length / 2.0,
            _ => -Math.Min(block.Text.Length, 100),
        };
    }

    private static bool IsProse(PageBlock block) =>
        block.Kind != BlockKind.Heading && block.Words >= FewWords && block.LinkDensity < MostLinks && Phrases.HasSentenceEnd(block.Text);

    private static bool[] LeaveOut(PageLayout layout, BoxMarks leftOut)
    {
        var proseUpTo = new int[layout.Blocks.Count + 1];
        for (var i = 0; i < layout.Blocks.Count; i++)
        {
            var block = layout.Blocks[i];
            var counts = IsProse(block) && !block.Box.Chain.Any(box => (box.Marks & (BoxMarks.Comments | BoxMarks.Hidden)) != 0);
            proseUpTo[i + 1] = proseUpTo[i] + (counts ? block.Text.Length : 0);
        }

        var isLeftOut = new bool[layout.Blocks.Count];
        foreach (var box in layout.Boxes)
        {
            var isWrapper = (box.Marks & (BoxMarks.Comments | BoxMarks.Hidden)) == 0 && proseUpTo[box.End] - proseUpTo[box.Start] > proseUpTo[^1] / 2;
            if ((box.Marks & leftOut) != 0 && !isWrapper)
            {
                Array.Fill(isLeftOut, true, box.Start, box.End - box.Start);
            }
        }

        return isLeftOut;
    }

    private int Prose(PageBox box)
    {
        var sum = 0;
        for (var i = box.Start; i < box.End; i++)
        {
            sum += !isLeftOut[i] && IsProse(layout.Blocks[i]) ? layout.Blocks[i].Text.Length : 0;
        }

        return sum;
    }

    private double WorthOf(PageBox box) => worthUpTo[box.End] - worthUpTo[box.Start];

    private PageBox Best()
    {
        var best = layout.Boxes[0];
        var most = double.NegativeInfinity;
        foreach (var box in layout.Boxes)
        {
            var worth = WorthOf(box);
            worth *= box.Marks.HasFlag(BoxMarks.Body) && worth > 0 ? 1.2 : 1;
            if (worth >= most)
            {
                (best, most) = (box, worth);
            }
        }

        return Narrowed(best);
    }

    /// <summary>The innermost box that holds nearly all of what <paramref name="box"/> is worth.</summary>
    private PageBox Narrowed(PageBox box)
    {
        var least = 0.85 * WorthOf(box);
        return layout.Boxes.Last(inner => inner.Start >= box.Start && inner.End <= box.End && (inner == box || (WorthOf(inner) >= least && inner.Chain.Contains(box))));
    }

    private List<PageBlock> Inside(PageBox best, string? title)
    {
        var kept = new List<PageBlock>();
        for (var i = best.Start; i < best.End; i++)
        {
            var block = layout.Blocks[i];
            if (!isLeftOut[i] && IsKept(block) && block.Text != title)
            {
                kept.Add(block);
            }
        }

        return kept;
    }

    private static bool IsKept(PageBlock block) => block.LinkDensity < 0.7 && block.Box.Name != "h1" && !Phrases.IsHousekeeping(block.Text);
}
