using System.Buffers;

namespace Inquit.Text;

/// <summary>
/// Finds paragraphs. A line break ends one, except in text with hard-wrapped lines, as in e-mail and old wires: there a
/// break ends a paragraph only before a blank line, an indented line or an item of a list, or after a line that had room
/// for the next word.
/// </summary>
internal static class Layout
{
    private const int ShortestWrapped = 40;
    private const int LongestWrapped = 130;
    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\v\f\u0085\u2028\u2029");

    /// <summary>The paragraphs of <paramref name="text"/> from <paramref name="start"/> on, without the gaps around them; none is empty.</summary>
    public static List<TextSpan> FindParagraphs(string text, int start)
    {
        var lines = FindLines(text, start);
        var isWrapped = IsWrapped(text, lines);
        var paragraphs = new List<TextSpan>();
        for (int from = 0, block = 0; from < lines.Count;)
        {
            var to = from + 1;
            if (to > block)
            {
                block = BlockEnd(lines, from);
                isWrapped = isWrapped with { Block = IsWrappedBlock(text, lines, from, block) };
            }

            while (to < block && Continues(text, lines[to - 1], lines[to], isWrapped))
            {
                to++;
            }

            paragraphs.Add(new TextSpan(lines[from].Start, lines[to - 1].End));
            from = to;
        }

        return paragraphs;
    }

    private static List<Line> FindLines(string text, int bodyStart)
    {
        var lines = new List<Line>();
        var afterBlank = true;
        for (var start = bodyStart; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(LineBreaks);
            var next = length < 0 ? text.Length : start + length + 1;
            var (from, to) = (start, length < 0 ? text.Length : start + length);
            if (next < text.Length && text[next - 1] == '\r' && text[next] == '\n')
            {
                next++;
            }

            while (from < to && CharTable.IsGap(text[from]))
            {
                from++;
            }

            while (to > from && CharTable.IsGap(text[to - 1]))
            {
                to--;
            }

            if (from < to)
            {
                lines.Add(new Line(from, to, from - start, afterBlank));
            }

            afterBlank = from == to;
            start = next;
        }

        return lines;
    }

    private static int BlockEnd(List<Line> lines, int from)
    {
        var end = from + 1;
        while (end < lines.Count && !lines[end].AfterBlank)
        {
            end++;
        }

        return end;
    }

    /// <summary>Whether the lines of the whole text are wrapped, and how wide they are.</summary>
    private static Wrapping IsWrapped(string text, List<Line> lines)
    {
        var (joins, soft, widths) = (0, 0, new List<int>());
        for (var i = 1; i < lines.Count; i++)
        {
            if (!lines[i].AfterBlank && !IsIndented(lines[i - 1], lines[i]))
            {
                joins++;
                soft += IsSoft(text, lines[i - 1], lines[i]) ? 1 : 0;
                widths.Add(Math.Min(lines[i - 1].Length, LongestWrapped + 1));
            }
        }

        widths.Sort();
        var width = widths.Count == 0 ? 0 : widths[(widths.Count - 1) * 9 / 10];
        return new Wrapping(joins >= 4 && soft * 5 >= joins * 2 && width <= LongestWrapped, false, width);
    }

    private static bool IsWrappedBlock(string text, List<Line> lines, int from, int end)
    {
        var (joins, soft) = (0, 0);
        for (var i = from + 1; i < end; i++)
        {
            joins += IsIndented(lines[i - 1], lines[i]) ? 0 : 1;
            soft += IsSoft(text, lines[i - 1], lines[i]) ? 1 : 0;
        }

        return soft > 0 && 2 * soft >= joins;
    }

    /// <summary>Whether a sentence clearly goes on over the break between two lines.</summary>
    private static bool IsSoft(string text, Line line, Line next) =>
        line.Length is >= ShortestWrapped and <= LongestWrapped
        && !EndsSentence(text, line)
        && CharTable.Of(text[next.Start]) == CharClass.Lower;

    private static bool Continues(string text, Line line, Line next, Wrapping wrapping)
    {
        if (!(wrapping.Document || wrapping.Block) || line.Length > LongestWrapped)
        {
            return false;
        }

        if (IsIndented(line, next) || StartsItem(text, next))
        {
            return false;
        }

        var room = wrapping.Width - line.Length - 1;
        var hadRoom = FirstWordLength(text, next) + (wrapping.Width / 8) < room;
        return CharTable.Of(text[next.Start]) == CharClass.Lower ? line.Length >= ShortestWrapped / 2 || !hadRoom : !hadRoom;
    }

    private static bool IsIndented(Line line, Line next) => next.Indent > line.Indent + 1;

    private static bool EndsSentence(string text, Line line)
    {
        var end = line.End;
        while (end > line.Start + 1 && CharTable.Of(text[end - 1]) is CharClass.Quote or CharClass.Apostrophe or CharClass.Close)
        {
            end--;
        }

        return CharTable.Of(text[end - 1]) is CharClass.Period or CharClass.Terminal or CharClass.Colon;
    }

    private static bool StartsItem(string text, Line line)
    {
        var at = line.Start;
        while (at < line.End && at < line.Start + 3 && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        var hasMark = at == line.Start
            ? text[at] is '-' or '*' or '•' or '·' or '–' or '—' or '>'
            : at < line.End && text[at] is '.' or ')';
        return hasMark && at + 1 < line.End && CharTable.IsGap(text[at + 1]);
    }

    private static int FirstWordLength(string text, Line line)
    {
        var end = line.Start;
        while (end < line.End && end < line.Start + LongestWrapped && !CharTable.IsGap(text[end]))
        {
            end++;
        }

        return end - line.Start;
    }

    /// <summary>A line that is not blank, without the gaps around it.</summary>
    private readonly record struct Line(int Start, int End, int Indent, bool AfterBlank)
    {
        public int Length => End - Start;
    }

    /// <summary>Whether lines are wrapped in the document, in the block at hand, and at which width.</summary>
    private readonly record struct Wrapping(bool Document, bool Block, int Width);
}
