using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>
/// Brings a content to the form in which PolNeAR marks it: whole quotations with their marks, without the attribution that
/// stands in it, without commas and full stops at its ends.
/// </summary>
internal static class ContentShaper
{
    /// <summary>Shapes <paramref name="parts"/>, leaving out <paramref name="holes"/>; the result may be empty.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parts">What the content covers, roughly.</param>
    /// <param name="holes">Tokens that are not content: cue, source, the rest of the attributing clause.</param>
    /// <param name="anchor">The cue's head; a quotation that holds it bounds the content instead of widening it.</param>
    public static List<TokenRange> Shape(ParsedText text, IEnumerable<TokenRange> parts, IReadOnlyList<TokenRange> holes, int anchor)
    {
        var shaped = new List<TokenRange>();
        foreach (var part in parts)
        {
            foreach (var piece in Subtract(WithinPullQuote(text, WithWholeQuotations(text, part, holes, anchor), anchor), holes))
            {
                var trimmed = Trim(text, piece);
                if (trimmed.Length > 0)
                {
                    shaped.Add(trimmed);
                }
            }
        }

        return Merge(shaped);
    }

    private static TokenRange WithWholeQuotations(ParsedText text, TokenRange part, IReadOnlyList<TokenRange> holes, int anchor)
    {
        if (part.Length == 0)
        {
            return part;
        }

        if (text.QuotationOf(anchor) is >= 0 and var around)
        {
            var bounds = text.Quotations[around];
            return new TokenRange(Math.Max(part.Start, bounds.Start), Math.Max(Math.Max(part.Start, bounds.Start), Math.Min(part.End, bounds.End)));
        }

        var (start, end) = (part.Start, part.End);
        foreach (var edge in (ReadOnlySpan<int>)[part.Start, part.End - 1])
        {
            if (text.QuotationOf(edge) is >= 0 and var cut && !holes.Any(text.Quotations[cut].Overlaps))
            {
                start = Math.Min(start, text.Quotations[cut].Start);
                end = Math.Max(end, text.Quotations[cut].End);
            }
        }

        return new TokenRange(start, end);
    }

    private static TokenRange WithinPullQuote(ParsedText text, TokenRange part, int anchor)
    {
        if (text.PulledAround(anchor) is not { } bounds)
        {
            return part;
        }

        var start = Math.Max(part.Start, bounds.Start);
        return new TokenRange(start, Math.Max(start, Math.Min(part.End, bounds.End)));
    }

    private static IEnumerable<TokenRange> Subtract(TokenRange part, IReadOnlyList<TokenRange> holes)
    {
        var start = part.Start;
        foreach (var hole in holes.Where(hole => hole.Length > 0 && hole.Overlaps(part)).OrderBy(hole => hole.Start))
        {
            if (hole.Start > start)
            {
                yield return new TokenRange(start, hole.Start);
            }

            start = Math.Max(start, hole.End);
        }

        if (start < part.End)
        {
            yield return new TokenRange(start, part.End);
        }
    }

    private static TokenRange Trim(ParsedText text, TokenRange piece)
    {
        var (start, end) = (piece.Start, piece.End);
        while (start < end && IsLoose(text, start, start, end))
        {
            start++;
        }

        while (end > start && IsLoose(text, end - 1, start, end))
        {
            end--;
        }

        return new TokenRange(start, end);
    }

    /// <summary>Whether a token at the edge is punctuation that does not belong to the content: a whole quotation's marks do.</summary>
    private static bool IsLoose(ParsedText text, int token, int start, int end)
    {
        if (!text.IsPunctuation(token))
        {
            return text.Upos(token) == UniversalPos.CCONJ && (token == start || token == end - 1) && text.Head(token) is var head && (head < start || head >= end);
        }

        if (text.QuotationOf(token) is >= 0 and var quotation)
        {
            var whole = text.Quotations[quotation];
            var isMark = token == whole.Start || token == whole.End - 1;
            return !isMark || whole.Start < start || whole.End > end;
        }

        return text.Form(token) is not ("%" or "$" or "#" or "&" or ")" or "(" or "]" or "[" or "@") || IsUnmatchedBracket(text, token, start, end);
    }

    private static bool IsUnmatchedBracket(ParsedText text, int token, int start, int end)
    {
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            depth += text.Form(i) switch { "(" or "[" => 1, ")" or "]" => -1, _ => 0 };
        }

        return text.Form(token) switch { "(" or "[" => depth > 0, ")" or "]" => depth < 0, _ => false };
    }

    private static List<TokenRange> Merge(List<TokenRange> pieces)
    {
        pieces.Sort((left, right) => left.Start.CompareTo(right.Start));
        var merged = new List<TokenRange>(pieces.Count);
        foreach (var piece in pieces)
        {
            if (merged.Count > 0 && piece.Start <= merged[^1].End)
            {
                merged[^1] = new TokenRange(merged[^1].Start, Math.Max(merged[^1].End, piece.End));
            }
            else
            {
                merged.Add(piece);
            }
        }

        return merged;
    }
}
