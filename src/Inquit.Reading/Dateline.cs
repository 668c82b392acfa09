using System.Globalization;

namespace Inquit.Reading;

/// <summary>The optional start of a text file that says when it was published: <c>date 2022-02-15</c>, then the article, on the
/// same line or the next.</summary>
internal static class Dateline
{
    private const string Keyword = "date";
    private const string Format = "yyyy-MM-dd";

    /// <summary>The day that <paramref name="text"/> starts with, and the offset after it; no day and 0 where it has none.</summary>
    public static (DateOnly? Day, int End) Find(ReadOnlySpan<char> text)
    {
        var at = text.StartsWith('\uFEFF') ? 1 : 0;
        at = SkipBlanks(text, at);
        if (!text[at..].StartsWith(Keyword, StringComparison.Ordinal))
        {
            return (null, 0);
        }

        var start = SkipBlanks(text, at + Keyword.Length);
        var end = start + Format.Length;
        var isAlone = start > at + Keyword.Length && (end == text.Length || (end < text.Length && char.IsWhiteSpace(text[end])));
        return isAlone && DateOnly.TryParseExact(text[start..end], Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day, end)
            : (null, 0);
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }
}
