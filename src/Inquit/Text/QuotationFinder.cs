using System.Collections.Immutable;

namespace Inquit.Text;

/// <summary>
/// Pairs quotation marks, paragraph by paragraph, on a stack. A mark left open is carried into the next paragraph where
/// that opens it again; else its passage is ended where it stands.
/// </summary>
internal sealed class QuotationFinder
{
    private const int DeepestNesting = 16;
    private const int LongestOpening = 128;
    private readonly Segmentation segmentation;
    private readonly List<Quotation> found = [];
    private readonly List<OpenPassage> open = [];
    private readonly List<QuotationMark> marks = [];

    private QuotationFinder(Segmentation segmentation)
    {
        this.segmentation = segmentation;
    }

    /// <summary>Finds the quotations of a text whose tokens, sentences and paragraphs are known.</summary>
    public static ImmutableArray<Quotation> Find(Segmentation segmentation)
    {
        var finder = new QuotationFinder(segmentation);
        for (var i = 0; i < segmentation.Paragraphs.Length; i++)
        {
            finder.Read(i);
        }

        return Nested(finder.found);
    }

    private void Read(int index)
    {
        var paragraph = segmentation.Paragraphs[index];
        marks.Clear();
        QuotationMarks.Find(segmentation.Text, paragraph.Span, marks);
        ResolveWeak();
        for (var i = Reopen(); i < marks.Count; i++)
        {
            var mark = marks[i];
            switch (mark.Side)
            {
                case MarkSide.Open:
                    Open(mark);
                    break;
                case MarkSide.CloseOrNone when mark.IsWeak:
                    break;
                default:
                    if (!Close(mark) && mark.Side == MarkSide.Either)
                    {
                        Open(mark);
                    }

                    break;
            }
        }

        var next = index + 1 < segmentation.Paragraphs.Length ? segmentation.Paragraphs[index + 1] : null;
        EndParagraph(paragraph, next);
    }

    /// <summary>
    /// Leaves a mark that may be an apostrophe weak only where one that surely closes comes in the paragraph before another
    /// that opens: ‘the boys’ house,’ but ‘boys’ and ‘girls’.
    /// </summary>
    private void ResolveWeak()
    {
        var closes = false;
        for (var i = marks.Count - 1; i >= 0; i--)
        {
            if (marks[i].Style == QuotationStyle.Single)
            {
                marks[i] = marks[i] with { IsWeak = marks[i].IsWeak && closes };
                closes = marks[i].Side != MarkSide.Open && (closes || !marks[i].IsWeak);
            }
        }
    }

    /// <summary>Takes the marks with which the paragraph opens again what the one before left open; returns how many.</summary>
    private int Reopen()
    {
        for (var i = 0; i < open.Count; i++)
        {
            open[i] = open[i] with { PartStart = marks[i].Start, FoundBefore = found.Count };
        }

        return open.Count;
    }

    private void Open(QuotationMark mark)
    {
        if (open.Count < DeepestNesting)
        {
            open.Add(new OpenPassage(mark, mark.Start, [], found.Count));
        }
    }

    private bool Close(QuotationMark mark)
    {
        var place = open.FindLastIndex(passage => IsPair(passage.Mark, mark));
        if (place < 0)
        {
            place = open.FindLastIndex(passage => passage.Mark.Style == mark.Style);
        }

        if (place < 0 || (mark.Style == QuotationStyle.Single && place < open.Count - 1))
        {
            return false;
        }

        while (open.Count - 1 > place)
        {
            Mend(open.Count - 1, place + 1, mark.Start);
        }

        Add(open[place], mark.End, isClosed: true);
        open.RemoveAt(place);
        return true;
    }

    /// <summary>Whether two marks of one style are also drawn alike: an ASCII mark ends with an ASCII mark.</summary>
    private bool IsPair(QuotationMark left, QuotationMark right) =>
        left.Style == right.Style && (segmentation.Text[left.Start] < '\u0080') == (segmentation.Text[right.Start] < '\u0080');

    private void EndParagraph(Paragraph paragraph, Paragraph? next)
    {
        var carried = next is null || open.Count == 0 ? 0 : CountCarried(paragraph, next);
        while (open.Count > carried)
        {
            Mend(open.Count - 1, carried, paragraph.Span.End);
        }

        foreach (var passage in open)
        {
            passage.Parts.Add(new TextSpan(passage.PartStart, paragraph.Span.End));
        }
    }

    /// <summary>How many of the open passages, the outermost first, the next paragraph opens again.</summary>
    private int CountCarried(Paragraph paragraph, Paragraph next)
    {
        var start = next.Span.Start;
        var opening = new List<QuotationMark>();
        QuotationMarks.Find(segmentation.Text, new TextSpan(start, Math.Min(next.Span.End, start + LongestOpening)), opening);
        var carried = 0;
        while (carried < Math.Min(open.Count, opening.Count)
            && opening[carried].Start == start
            && opening[carried].Style == open[carried].Mark.Style
            && (opening[carried].Side != MarkSide.CloseOrNone || opening[carried].Style == QuotationStyle.Angle)
            && NextOpening(open[carried], paragraph.Span.End) == paragraph.Span.End)
        {
            start = opening[carried].End;
            carried++;
        }

        return carried;
    }

    /// <summary>
    /// Where the next passage in marks of the same kind starts after a passage's opening mark; <paramref name="end"/> where
    /// none does before it. A passage that has one after it was left open by mistake.
    /// </summary>
    private int NextOpening(OpenPassage passage, int end)
    {
        for (var i = FirstMarkAfter(passage.PartStart); i < marks.Count && marks[i].Start < end; i++)
        {
            if (IsPair(marks[i], passage.Mark) && marks[i].Side == MarkSide.Open)
            {
                return marks[i].Start;
            }
        }

        return end;
    }

    private int FirstMarkAfter(int position)
    {
        var (low, high) = (0, marks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (marks[middle].Start > position)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    /// <summary>
    /// Ends a passage that nothing closes: with its sentence where another in marks of its kind comes, else at
    /// <paramref name="end"/>; not after a passage that it lies in, of those from <paramref name="outermost"/> on, which are
    /// ended next.
    /// </summary>
    private void Mend(int place, int outermost, int end)
    {
        var passage = open[place];
        open.RemoveAt(place);
        if (!passage.Mark.IsSure)
        {
            return; // an apostrophe after all
        }

        var own = MendedEnd(passage, end);
        for (var outer = outermost; outer < place; outer++)
        {
            var bound = open[outer].Mark.IsSure ? MendedEnd(open[outer], end) : end;
            own = bound > passage.PartStart ? Math.Min(own, bound) : own;
        }

        while (own > passage.PartStart + 1 && CharTable.IsGap(segmentation.Text[own - 1]))
        {
            own--;
        }

        Add(passage, own, isClosed: false);
    }

    private int MendedEnd(OpenPassage passage, int end)
    {
        var again = NextOpening(passage, end);
        var mended = again < end ? Math.Min(again, SentenceEnd(passage.PartStart)) : end;
        for (var inner = passage.FoundBefore; inner < found.Count; inner++)
        {
            if (found[inner].Span.Start < mended && found[inner].Span.End > mended)
            {
                return end; // a passage that was found in it goes on after that
            }
        }

        return mended;
    }

    /// <summary>The end of the sentence that holds <paramref name="position"/>.</summary>
    private int SentenceEnd(int position)
    {
        var (low, high) = (0, segmentation.Sentences.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (segmentation.SpanOf(segmentation.Sentences[middle]).End > position)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return segmentation.SpanOf(segmentation.Sentences[low]).End;
    }

    private void Add(OpenPassage passage, int end, bool isClosed)
    {
        passage.Parts.Add(new TextSpan(passage.PartStart, end));
        if (passage.Parts.Count > 1 || HasContent(passage.Mark.End, isClosed ? end - 1 : end))
        {
            found.Add(new Quotation([.. passage.Parts], isClosed, 0));
        }
    }

    private bool HasContent(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (CharTable.Of(segmentation.Text[i]) is not (CharClass.Gap or CharClass.Quote or CharClass.Apostrophe))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Orders quotations by where they start and counts how deep each lies in others.</summary>
    private static ImmutableArray<Quotation> Nested(List<Quotation> quotations)
    {
        var ordered = quotations.OrderBy(quotation => quotation.Span.Start).ThenByDescending(quotation => quotation.Span.End).ToArray();
        var ends = new Stack<int>();
        for (var i = 0; i < ordered.Length; i++)
        {
            while (ends.Count > 0 && ends.Peek() < ordered[i].Span.End)
            {
                ends.Pop();
            }

            ordered[i] = ordered[i] with { Depth = ends.Count };
            ends.Push(ordered[i].Span.End);
        }

        return [.. ordered];
    }

    /// <summary>A passage whose closing mark has not come yet.</summary>
    /// <param name="Mark">The mark that opened it first.</param>
    /// <param name="PartStart">Where its part in the paragraph at hand starts.</param>
    /// <param name="Parts">Its parts in the paragraphs before.</param>
    /// <param name="FoundBefore">How many quotations were found before it, or its part, was opened.</param>
    private sealed record OpenPassage(QuotationMark Mark, int PartStart, List<TextSpan> Parts, int FoundBefore);
}
