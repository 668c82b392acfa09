using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Inquit.Reading.Pages;

/// <summary>Finds the people named as a page's writers: in JSON-LD, meta tags, microdata, then in the byline.</summary>
internal static partial class Bylines
{
    private const int LongestName = 60;
    private const int MostNames = 20;

    /// <summary>The writers' names, each once; none where the page names nobody.</summary>
    public static IReadOnlyList<string> Find(IDocument document, JsonLd json, MetaTags meta, string? outlet)
    {
        var sources = new Func<IEnumerable<string?>>[]
        {
            () => json.Authors,
            () => meta.All("author"),
            () => [meta.First("parsely-author", "sailthru.author", "article:author_name", "dc.creator", "dcterms.creator", "article:author", "og:article:author", "byl", "citation_author", "cXenseParse:author")],
            () => Elements(document, "[itemprop~='author'] [itemprop~='name'], [itemprop~='author'], [rel~='author']"),
            () => Elements(document, "a[href*='/author/' i], a[href*='/authors/' i], a[href*='/writer/' i], a[href*='/writers/' i]").Take(1),
            () => Elements(document, "[class*='byline' i] a, [class*='author-name' i], [class*='author' i] a"),
            () => Elements(document, "[class*='byline' i], [class*='author' i]").Where(text => Leading().IsMatch(text)),
        };
        return sources.Select(source => Names(source(), outlet)).FirstOrDefault(names => names.Length > 0) ?? [];
    }

    private static IEnumerable<string> Elements(IDocument document, string selector) =>
        document.QuerySelectorAll(selector)
            .Take(10 * MostNames)
            .Where(element => element.LocalName != "meta" && element.TextContent.Length < 4 * LongestName)
            .Select(element => PlainText.InOneLine(element.TextContent))
            .Take(MostNames);

    private static string[] Names(IEnumerable<string?> written, string? outlet) =>
        written.Where(text => !string.IsNullOrWhiteSpace(text) && !text.Contains("://", StringComparison.Ordinal))
            .SelectMany(text => Between().Split(Leading().Replace(text!, string.Empty)))
            .Select(name => Trailing().Replace(name, string.Empty).Trim(' ', ',', '.', ':', '|', '-', '–', '—', '·', '•', '\u00A0'))
            .Where(name => IsName(name) && !string.Equals(name, outlet, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MostNames)
            .ToArray() is var names && Array.Exists(names, name => !Role().IsMatch(name))
                ? Array.FindAll(names, name => !Role().IsMatch(name))
                : names;

    private static bool IsName(string name) => name.Length is > 1 and <= LongestName && name.Any(char.IsLetter) && !name.Any(char.IsAsciiDigit) && !NoName().IsMatch(name);

    [GeneratedRegex(@"^\s*(by|written by|story by|words by|posted by|author)\b\s*:?\s*", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Leading();

    [GeneratedRegex(@"\s*(?:,|;|\||\s+and\s+|\s+&\s+|\s+und\s+|\s+et\s+)\s*", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    [GeneratedRegex(@"\s*(\(.*\)|[|/].*|\s[-–—]\s.*|\s(for|in|at)\s.*)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Trailing();

    /// <summary>What somebody is, or a desk: a name only where there is no better one.</summary>
    [GeneratedRegex(@"\b(reporter|writer|correspondent|editor|columnist|contributor|producer|staff|desk|team)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Role();

    [GeneratedRegex(@"https?:|www\.|@|\.com\b|^(sponsored|admin|author|editor|staff|guest|unknown|null|none|follow|read more|view all.*|more by.*|see all.*|(senior |staff |chief )?(reporter|writer|correspondent|editor|contributor|producer))$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex NoName();
}
