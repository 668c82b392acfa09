using Inquit.Attribution;
using Inquit.Ledger.Search;
using Inquit.Text;

namespace Inquit.App.Web.Parts;

/// <summary>What a stretch of a passage is.</summary>
internal enum PassageRole
{
    /// <summary>Words around the statement.</summary>
    Context,

    /// <summary>Whom it is attributed to.</summary>
    Source,

    /// <summary>The words that attribute it.</summary>
    Cue,

    /// <summary>What is attributed.</summary>
    Content,

    /// <summary>Words of the article are left out.</summary>
    LeftOut,
}

/// <summary>Words of one role next to each other.</summary>
/// <param name="Role">What they are.</param>
/// <param name="Words">The words, where those that were looked for stand by themselves.</param>
internal sealed record PassageRun(PassageRole Role, IReadOnlyList<(string Words, bool IsMatch)> Words);

/// <summary>A statement as it stands in its article, with some words before and after it. All words are the article's.</summary>
internal static class Passage
{
    /// <summary>The most characters of the article before the statement, and after it.</summary>
    public const int MostAround = 160;

    /// <summary>A stretch longer than this is cut in its middle, but not where words that were looked for stand.</summary>
    public const int MostOfStretch = 700;

    private const int KeptAtStart = 350;
    private const int KeptAtEnd = 150;
    private const int KeptAroundMatch = 80;

    /// <summary>The runs of a passage, in the order of the text.</summary>
    public static IReadOnlyList<PassageRun> Of(string text, Statement statement, SearchQuery? words)
    {
        var parts = Parts(statement).OrderBy(part => part.Span).ToList();
        var (start, end) = (parts[0].Span.Start, parts.Max(part => part.Span.End));
        var matches = words is null ? [] : Matches(text, parts, words);
        var kept = Kept(text, new TextSpan(Before(text, start), After(text, end)), parts, matches);
        return Cut(text, kept, parts, matches);
    }

    /// <summary>The parts with their roles; where two lie on each other, the smaller one shows.</summary>
    private static IEnumerable<(TextSpan Span, PassageRole Role)> Parts(Statement statement) =>
    [
        .. statement.Content.Select(span => (span, PassageRole.Content)),
        .. statement.Source.Select(span => (span, PassageRole.Source)),
        .. statement.Cue.Select(span => (span, PassageRole.Cue)),
    ];

    /// <summary>Where the words stand: in the content and in the source, since they are looked for nowhere else.</summary>
    private static List<TextSpan> Matches(string text, List<(TextSpan Span, PassageRole Role)> parts, SearchQuery words) =>
    [
        .. parts.Where(part => part.Role is PassageRole.Content or PassageRole.Source)
            .SelectMany(part => words.Find(text[part.Span.Start..part.Span.End]).Select(found => new TextSpan(part.Span.Start + found.Start, part.Span.Start + found.End)))
            .Distinct().Order(),
    ];

    /// <summary>Where the words before begin: in the same paragraph, and at a word.</summary>
    private static int Before(string text, int start)
    {
        var from = Math.Max(0, start - MostAround);
        var paragraph = text.AsSpan(from, start - from).LastIndexOf("\n\n");
        return paragraph >= 0 ? from + paragraph + 2 : WordStart(text, from, start);
    }

    /// <summary>Where the words after end: in the same paragraph, and at a word.</summary>
    private static int After(string text, int end)
    {
        var to = Math.Min(text.Length, end + MostAround);
        var paragraph = text.AsSpan(end, to - end).IndexOf("\n\n");
        return paragraph >= 0 ? end + paragraph : WordEnd(text, to, end);
    }

    /// <summary>The stretches that are shown.</summary>
    private static List<TextSpan> Kept(string text, TextSpan whole, List<(TextSpan Span, PassageRole Role)> parts, List<TextSpan> matches)
    {
        var borders = parts.SelectMany(part => new[] { part.Span.Start, part.Span.End }).Append(whole.Start).Append(whole.End).Distinct().Order().ToList();
        var kept = new List<TextSpan>();
        foreach (var (from, to) in borders.Zip(borders.Skip(1)))
        {
            if (to - from <= MostOfStretch)
            {
                kept.Add(new TextSpan(from, to));
                continue;
            }

            kept.Add(new TextSpan(from, WordEnd(text, from + KeptAtStart, from)));
            kept.AddRange(matches.Where(match => match.Start >= from && match.End <= to).Take(3).Select(match => new TextSpan(
                WordStart(text, Math.Max(from, match.Start - KeptAroundMatch), match.Start), WordEnd(text, Math.Min(to, match.End + KeptAroundMatch), match.End))));
            kept.Add(new TextSpan(WordStart(text, to - KeptAtEnd, to), to));
        }

        var joined = new List<TextSpan>();
        foreach (var span in kept.Order())
        {
            if (joined.Count > 0 && span.Start <= joined[^1].End)
            {
                joined[^1] = new TextSpan(joined[^1].Start, Math.Max(joined[^1].End, span.End));
            }
            else
            {
                joined.Add(span);
            }
        }

        return joined;
    }

    private static List<PassageRun> Cut(string text, List<TextSpan> kept, List<(TextSpan Span, PassageRole Role)> parts, List<TextSpan> matches)
    {
        var runs = new List<PassageRun>();
        var last = 0;
        foreach (var stretch in kept)
        {
            LeaveOut(stretch.Start);
            var borders = parts.Select(part => part.Span).Concat(matches).SelectMany(span => new[] { span.Start, span.End })
                .Where(stretch.Contains).Append(stretch.Start).Append(stretch.End).Distinct().Order().ToList();
            foreach (var (from, to) in borders.Zip(borders.Skip(1)))
            {
                var role = parts.Where(part => part.Span.Contains(from)).OrderBy(part => part.Span.Length).Select(part => part.Role).FirstOrDefault(PassageRole.Context);
                var words = (text[from..to], matches.Exists(match => match.Contains(from)));
                if (runs is [.., { } run] && run.Role == role)
                {
                    runs[^1] = run with { Words = [.. run.Words, words] };
                }
                else
                {
                    runs.Add(new PassageRun(role, [words]));
                }
            }

            last = stretch.End;
        }

        LeaveOut(text.Length);
        return runs;

        void LeaveOut(int to)
        {
            if (!text.AsSpan(last, to - last).IsWhiteSpace())
            {
                runs.Add(new PassageRun(PassageRole.LeftOut, []));
            }
        }
    }

    /// <summary>The first word that begins at a place or later; <paramref name="last"/> where none does before it.</summary>
    private static int WordStart(string text, int at, int last)
    {
        if (at == 0 || char.IsWhiteSpace(text[at - 1]))
        {
            return at;
        }

        var blank = text.AsSpan(at, last - at).IndexOfAny(" \n\t\r");
        return blank < 0 ? last : at + blank + 1;
    }

    /// <summary>The last word that ends at a place or before; <paramref name="first"/> where none does after it.</summary>
    private static int WordEnd(string text, int at, int first)
    {
        if (at == text.Length || char.IsWhiteSpace(text[at]))
        {
            return at;
        }

        var blank = text.AsSpan(first, at - first).LastIndexOfAny(" \n\t\r");
        return blank < 0 ? first : first + blank;
    }
}
