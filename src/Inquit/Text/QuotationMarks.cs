using System.Buffers;
using System.Collections.Frozen;

namespace Inquit.Text;

/// <summary>
/// Finds quotation marks in a paragraph and says of each, by its neighbours, whether it opens or closes; leaves out
/// apostrophes and the marks of feet, inches and minutes.
/// </summary>
internal static class QuotationMarks
{
    private static readonly SearchValues<char> All = SearchValues.Create("\"'`“”„‟＂〝〞〟‘’‚‛＇«»‹›「」『』");

    /// <summary>Words that have lost their beginning and are written with an apostrophe for it.</summary>
    private static readonly FrozenSet<string> Clipped = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "n", "em", "til", "tis", "twas", "twill", "twere", "twould", "s", "d", "ll", "re", "ve", "m", "t", "nuff", "neath",
        "cuz", "bout", "cause", "cos", "coz", "gainst", "tude", "kay", "ol", "im", "er", "round", "nother", "course");

    /// <summary>Adds the marks of <paramref name="paragraph"/> to <paramref name="marks"/>, in order.</summary>
    public static void Find(string text, TextSpan paragraph, List<QuotationMark> marks)
    {
        for (var at = paragraph.Start; at < paragraph.End;)
        {
            var next = text.AsSpan(at, paragraph.End - at).IndexOfAny(All);
            if (next < 0)
            {
                return;
            }

            at += next;
            var end = at + 1;
            if (end < paragraph.End && text[at] == text[end] && text[at] is '`' or '\'' or '‘' or '’')
            {
                end++;
            }

            var place = new MarkPlace(text, paragraph, at, end);
            if (Classify(text, place) is { } mark)
            {
                marks.Add(mark);
            }

            at = end;
        }
    }

    private static QuotationMark? Classify(string text, in MarkPlace place)
    {
        if (place.End - place.Start == 2)
        {
            return Mark(place, QuotationStyle.Double, text[place.Start] is '`' or '‘' ? MarkSide.Open : place.Opens ? MarkSide.Either : MarkSide.CloseOrNone);
        }

        return text[place.Start] switch
        {
            '"' or '＂' => AsciiDouble(text, place),
            '“' or '‟' or '〝' => Mark(place, QuotationStyle.Double, place.ClosesOnly ? MarkSide.CloseOrNone : MarkSide.Open),
            '”' or '〞' or '〟' => Mark(place, QuotationStyle.Double, place.OpensOnly ? MarkSide.Either : MarkSide.CloseOrNone),
            '„' => Mark(place, QuotationStyle.Double, place.ClosesOnly ? MarkSide.CloseOrNone : MarkSide.Open),
            '«' => Mark(place, QuotationStyle.Angle, place.ClosesOnly ? MarkSide.CloseOrNone : MarkSide.Open),
            '»' => Mark(place, QuotationStyle.Angle, place.OpensOnly && char.IsLetterOrDigit(place.After) ? MarkSide.Open : MarkSide.CloseOrNone),
            '‹' => Mark(place, QuotationStyle.SingleAngle, place.ClosesOnly ? MarkSide.CloseOrNone : MarkSide.Open),
            '›' => Mark(place, QuotationStyle.SingleAngle, place.OpensOnly && char.IsLetterOrDigit(place.After) ? MarkSide.Open : MarkSide.CloseOrNone),
            '「' => Mark(place, QuotationStyle.Corner, MarkSide.Open),
            '」' => Mark(place, QuotationStyle.Corner, MarkSide.CloseOrNone),
            '『' => Mark(place, QuotationStyle.WhiteCorner, MarkSide.Open),
            '』' => Mark(place, QuotationStyle.WhiteCorner, MarkSide.CloseOrNone),
            _ => Single(text, place),
        };
    }

    private static QuotationMark Mark(in MarkPlace place, QuotationStyle style, MarkSide side) => new(place.Start, place.End, style, side);

    private static QuotationMark? AsciiDouble(string text, in MarkPlace place)
    {
        if (IsDigit(place.Before))
        {
            // 5'10" and 12"x14" are lengths; after another number the mark can only close.
            return IsFeetAndInches(text, place) || IsDigit(place.After) ? null : Mark(place, QuotationStyle.Double, MarkSide.CloseOrNone);
        }

        return Mark(place, QuotationStyle.Double, place.OpensOnly ? MarkSide.Open
            : place.ClosesOnly || (place.IsWordBefore && place.IsWordAfter) ? MarkSide.CloseOrNone
            : MarkSide.Either);
    }

    private static bool IsFeetAndInches(string text, in MarkPlace place)
    {
        var at = place.Start - 1;
        while (at > place.Paragraph.Start && (IsDigit(text[at]) || text[at] is ' ' or '.'))
        {
            at--;
        }

        return at > place.Paragraph.Start && text[at] is '\'' or '’' && IsDigit(text[at - 1]);
    }

    /// <summary>Tells apostrophes from single quotation marks.</summary>
    private static QuotationMark? Single(string text, in MarkPlace place)
    {
        var c = text[place.Start];
        if (c == '‚')
        {
            return place.OpensOnly ? Mark(place, QuotationStyle.Single, MarkSide.Open) : null;
        }

        if (place.IsWordBefore && place.IsWordAfter)
        {
            return null;
        }

        if (place.OpensOnly)
        {
            return IsDecade(text, place) || (c != '‘' && IsClipped(text, place))
                ? null
                : new QuotationMark(
                    place.Start, place.End, QuotationStyle.Single, MarkSide.Open, IsSure: c == '‘' && !IsClipped(text, place));
        }

        if (place.Closes)
        {
            return new QuotationMark(
                place.Start, place.End, QuotationStyle.Single, MarkSide.CloseOrNone, IsWeak: EndsLikeClipped(place), IsSure: false);
        }

        return null;
    }

    /// <summary>Whether the word before, with an apostrophe, could go on in the clause: "boys’ house", "goin’ home".</summary>
    private static bool EndsLikeClipped(in MarkPlace place) => place.IsWordBefore && place.IsWordNext && "sxzndoSXZNDO".Contains(place.Before);

    /// <summary>’90s, ’08: two digits, and no more but an "s".</summary>
    private static bool IsDecade(string text, in MarkPlace place)
    {
        var rest = text.AsSpan(place.End, place.Paragraph.End - place.End);
        return rest.Length >= 2 && IsDigit(rest[0]) && IsDigit(rest[1])
            && (rest.Length == 2 || !char.IsLetterOrDigit(rest[2]) || (rest[2] == 's' && (rest.Length == 3 || !char.IsLetterOrDigit(rest[3]))));
    }

    private static bool IsClipped(string text, in MarkPlace place)
    {
        var end = place.End;
        while (end < place.Paragraph.End && end - place.End <= 6 && char.IsLetter(text[end]))
        {
            end++;
        }

        return end > place.End && Clipped.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(place.End, end - place.End));
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c);

    /// <summary>A mark's neighbours; other quotation marks that touch it are looked through.</summary>
    private readonly ref struct MarkPlace
    {
        private const int MostMarks = 4;

        public MarkPlace(string text, TextSpan paragraph, int start, int end)
        {
            Start = start;
            End = end;
            Paragraph = paragraph;
            var left = start - 1;
            while (left >= paragraph.Start && start - left <= MostMarks && All.Contains(text[left]))
            {
                left--;
            }

            var right = end;
            while (right < paragraph.End && right - end < MostMarks && All.Contains(text[right]))
            {
                right++;
            }

            Before = left >= paragraph.Start ? text[left] : ' ';
            After = right < paragraph.End ? text[right] : ' ';
            var skip = right;
            while (skip < paragraph.End && skip - right < 2 && CharTable.IsGap(text[skip]))
            {
                skip++;
            }

            IsWordBefore = char.IsLetterOrDigit(Before) && left == start - 1;
            IsWordAfter = char.IsLetterOrDigit(After) && right == end;
            IsWordNext = skip > right && right == end && skip < paragraph.End && char.IsLetterOrDigit(text[skip]);
            var (before, after) = (CharTable.Of(Before), CharTable.Of(After));
            Opens = before is CharClass.Gap or CharClass.Open or CharClass.Dash or CharClass.Hyphen or CharClass.Slash
                && after is not (CharClass.Gap or CharClass.Comma or CharClass.Colon or CharClass.Close);
            Closes = before != CharClass.Gap
                && after is CharClass.Gap or CharClass.Period or CharClass.Comma or CharClass.Terminal or CharClass.Colon
                    or CharClass.Close or CharClass.Open or CharClass.Dash or CharClass.Hyphen or CharClass.Slash;
        }

        public TextSpan Paragraph { get; }

        public int Start { get; }

        public int End { get; }

        public char Before { get; }

        public char After { get; }

        /// <summary>Whether a letter or digit touches it on the left.</summary>
        public bool IsWordBefore { get; }

        /// <summary>Whether a letter or digit touches it on the right.</summary>
        public bool IsWordAfter { get; }

        /// <summary>Whether a word follows after a space.</summary>
        public bool IsWordNext { get; }

        public bool Opens { get; }

        public bool Closes { get; }

        public bool OpensOnly => Opens && !Closes;

        public bool ClosesOnly => Closes && !Opens;
    }
}
