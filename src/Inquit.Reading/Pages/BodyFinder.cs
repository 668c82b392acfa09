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
    private const int LeastProse = 150;
    private const int FewestCards = 3;
    private const double CardLinks = 0.8;
    private const BoxMarks NeverWrapping = BoxMarks.Comments | BoxMarks.Hidden;
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
    /// <param name="layout">The page.</param>
    /// <param name="description">What the page says of itself, which may stand under its headline.</param>
    public static IReadOnlyList<PageBlock> Find(PageLayout layout, string? description)
    {
        if (layout.Blocks.Count == 0)
        {
            return [];
        }

        var finder = new BodyFinder(layout, NoArticle);
        var best = finder.Best();
        if (finder.ProseOf(best) < LeastProse)
        {
            var looser = new BodyFinder(layout, BoxMarks.Comments | BoxMarks.Hidden);
            var other = looser.Best();
            if (looser.ProseOf(other) > 3 * finder.ProseOf(best))
            {
                (finder, best) = (looser, other);
            }
        }

        return finder.ProseOf(best) > 0 ? finder.Inside(best, description) : [];
    }

    private static double Worth(PageBlock block)
    {
        var isMarked = block.Box.Chain.Any(box => box.Marks.HasFlag(BoxMarks.Body));
        if (IsProse(block))
        {
            return block.Text.Length - block.LinkLength;
        }

        return block.Kind switch
        {
            BlockKind.Heading => 0,
            BlockKind.Paragraph when block.LinkDensity < MostLinks => block.Text.Length / 2.0,
            BlockKind.Item when block.LinkDensity < MostLinks => isMarked ? block.Text.Length / 2.0 : 0,
            _ => -Math.Min(block.Text.Length, 100) * (isMarked ? 0.25 : 1),
        };
    }

    private static bool IsProse(PageBlock block) =>
        block.Kind != BlockKind.Heading && block.Words >= FewWords && block.LinkDensity < MostLinks && Phrases.HasSentenceEnd(block.Text);

    /// <summary>Which blocks are left out: those in boxes with the marks <paramref name="leftOut"/>, unless such a box wraps the article,
    /// and those in lists of cards.</summary>
    private static bool[] LeaveOut(PageLayout layout, BoxMarks leftOut)
    {
        var proseUpTo = new int[layout.Blocks.Count + 1];
        for (var i = 0; i < layout.Blocks.Count; i++)
        {
            var block = layout.Blocks[i];
            var counts = IsProse(block) && !block.Box.Chain.Any(box => (box.Marks & NeverWrapping) != 0);
            proseUpTo[i + 1] = proseUpTo[i] + (counts ? block.Text.Length : 0);
        }

        var anchors = layout.Boxes.Where(box => box.Name is "h1" or "article" || box.Marks.HasFlag(BoxMarks.Body)).ToArray();
        var isLeftOut = new bool[layout.Blocks.Count];
        foreach (var box in layout.Boxes.Where(box => (box.Marks & leftOut) != 0 && !IsWrapper(box)).Concat(Cards(layout).Where(box => !HoldsMost(box.Parent!))))
        {
            Array.Fill(isLeftOut, true, box.Start, box.End - box.Start);
        }

        return isLeftOut;

        bool HoldsMost(PageBox box) => proseUpTo[box.End] - proseUpTo[box.Start] > proseUpTo[^1] / 2;
        bool IsWrapper(PageBox box) =>
            (box.Marks & NeverWrapping) == 0 && HoldsMost(box) && (anchors.Length == 0 || Array.Exists(anchors, inner => inner.Start >= box.Start && inner.End <= box.End));
    }

    /// <summary>Lists of cards: boxes side by side, each with a linked title and a sentence or two.</summary>
    private static IEnumerable<PageBox> Cards(PageLayout layout) =>
        layout.Boxes.Where(box => box.Parent is not null && IsCard(layout, box))
            .GroupBy(box => box.Parent)
            .Where(list => list.Count() >= FewestCards)
            .SelectMany(list => list);

    private static bool IsCard(PageLayout layout, PageBox box)
    {
        if (box.End - box.Start is < 2 or > 8)
        {
            return false;
        }

        var unlinked = 0;
        var words = 0;
        for (var i = box.Start; i < box.End; i++)
        {
            var isLink = layout.Blocks[i].LinkDensity > CardLinks;
            unlinked += isLink ? 0 : 1;
            words += isLink ? 0 : layout.Blocks[i].Words;
        }

        return unlinked <= 4 && words < 70 && (layout.Blocks[box.Start].LinkDensity > CardLinks || layout.Blocks[box.Start + 1].LinkDensity > CardLinks);
    }

    private double WorthOf(PageBox box) => worthUpTo[box.End] - worthUpTo[box.Start];

    private int ProseOf(PageBox box)
    {
        var length = 0;
        for (var i = box.Start; i < box.End; i++)
        {
            length += !isLeftOut[i] && IsProse(layout.Blocks[i]) ? layout.Blocks[i].Text.Length : 0;
        }

        return length;
    }

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
        var least = 0.93 * WorthOf(box);
        return layout.Boxes.Last(inner => inner.Start >= box.Start && inner.End <= box.End && (inner == box || (WorthOf(inner) >= least && inner.Chain.Contains(box))));
    }

    private List<PageBlock> Inside(PageBox best, string? description)
    {
        var kept = new List<PageBlock>();
        var first = best.Start;
        for (var i = best.Start; i < best.End; i++)
        {
            if (!isLeftOut[i] && IsKept(layout.Blocks[i]))
            {
                first = kept.Count == 0 ? i : first;
                kept.Add(layout.Blocks[i]);
            }
        }

        if (kept.Count > 0 && Deck(first, description) is { } deck && deck.Text != kept[0].Text)
        {
            kept.Insert(0, deck);
        }

        return kept;
    }

    /// <summary>The sentence under the headline, where it stands outside the text.</summary>
    private PageBlock? Deck(int first, string? description)
    {
        for (var i = first - 1; i >= 0; i--)
        {
            var block = layout.Blocks[i];
            if (block.Box.Chain.Any(box => box.Name == "h1"))
            {
                return null;
            }

            if (block.Words >= 4 && block.LinkDensity < MostLinks && (block.Text == description || block.Box.Chain.Take(3).Any(box => box.Marks.HasFlag(BoxMarks.Deck))))
            {
                return block;
            }
        }

        return null;
    }

    private static bool IsKept(PageBlock block) =>
        (block.LinkDensity < 0.7 || (block.Kind == BlockKind.Paragraph && block.Text.Length - block.LinkLength > 60 && Phrases.HasSentenceEnd(block.Text)))
        && block.Box.Name != "h1"
        && !Phrases.IsHousekeeping(block.Text);
}
