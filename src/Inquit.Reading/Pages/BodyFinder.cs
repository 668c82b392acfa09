namespace Inquit.Reading.Pages;

/// <summary>
/// Finds the article's text in a page's layout. Each block is worth what it holds of running text, less than nothing where it holds
/// links and scraps; the article is the box whose blocks are worth most together, the maximum subsequence of Pasternack and Roth
/// (WWW 2009) held to the page's boxes, over text and link density (Kohlschütter and others, WSDM 2010). Inside it, what is no
/// running text is left out.
/// </summary>
internal sealed class BodyFinder
{
    /// <summary>Below this length of running text, in UTF-16 units, names are not trusted: the page may be named wrongly.</summary>
    private const int LeastProse = 150;

    /// <summary>How much more a box is worth whose names say that it is the article's body.</summary>
    private const double MarkedBonus = 1.2;

    /// <summary>The share of a box's worth that a box in it must hold to be taken in its place.</summary>
    private const double NearlyAll = 0.93;

    /// <summary>The share of links from which a block in the article is left out.</summary>
    private const double MostLinksKept = 0.7;

    /// <summary>Text outside links, in UTF-16 units, that keeps a paragraph however many links it has.</summary>
    private const int KeptText = 60;

    private const int FewestWordsOfDeck = 4;

    private readonly PageLayout layout;
    private readonly bool[] isLeftOut;
    private readonly double[] worthUpTo;

    private BodyFinder(PageLayout layout, BoxMarks leftOut)
    {
        this.layout = layout;
        isLeftOut = LeftOut.In(layout, leftOut);
        worthUpTo = new double[layout.Blocks.Count + 1];
        for (var i = 0; i < layout.Blocks.Count; i++)
        {
            worthUpTo[i + 1] = worthUpTo[i] + (isLeftOut[i] ? 0 : BlockWorth.Of(layout.Blocks[i]));
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

        var finder = new BodyFinder(layout, LeftOut.Always | LeftOut.Named);
        var best = finder.Best();
        if (finder.ProseOf(best) < LeastProse)
        {
            var looser = new BodyFinder(layout, LeftOut.Always);
            var other = looser.Best();
            if (looser.ProseOf(other) > 3 * finder.ProseOf(best))
            {
                (finder, best) = (looser, other);
            }
        }

        return finder.ProseOf(best) > 0 ? finder.Inside(best, description) : [];
    }

    private double WorthOf(PageBox box) => worthUpTo[box.End] - worthUpTo[box.Start];

    private int ProseOf(PageBox box)
    {
        var length = 0;
        for (var i = box.Start; i < box.End; i++)
        {
            length += !isLeftOut[i] && BlockWorth.IsProse(layout.Blocks[i]) ? layout.Blocks[i].Text.Length : 0;
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
            worth *= box.Marks.HasFlag(BoxMarks.Body) && worth > 0 ? MarkedBonus : 1;
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
        var least = NearlyAll * WorthOf(box);
        return layout.Boxes.Last(inner => inner == box || (inner.IsWithin(box) && WorthOf(inner) >= least));
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

            if (block.Words >= FewestWordsOfDeck && block.LinkDensity < BlockWorth.MostLinks && (block.Text == description || block.Box.IsMarked(BoxMarks.Deck, levels: 3)))
            {
                return block;
            }
        }

        return null;
    }

    private static bool IsKept(PageBlock block) =>
        block.Box.Name != "h1"
        && (block.LinkDensity < MostLinksKept || (block.Kind == BlockKind.Paragraph && block.Text.Length - block.LinkLength > KeptText && Phrases.HasSentenceEnd(block.Text)))
        && !Phrases.IsHousekeeping(block.Text);
}
