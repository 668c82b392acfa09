using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Inquit.Reading.Pages;

/// <summary>Finds a page's headline: the heading that says what the page's title or its metadata say, else these.</summary>
internal static partial class Headline
{
    private const int MostHeadings = 20;
    private const int Longest = 500;

    /// <summary>The headline as the page's own title tags have it, without the site's name; null where they say nothing.</summary>
    public static string? Announced(IDocument document, MetaTags meta, string? outlet) =>
        (meta.First("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline", "title") ?? PlainText.Of(document.Title)) is { } title
            ? WithoutOutlet(title, outlet)
            : null;

    /// <summary>The headline; null where the page has none.</summary>
    /// <param name="document">The page.</param>
    /// <param name="announced">What <see cref="Announced"/> found.</param>
    /// <param name="ofJson">The headline in JSON-LD.</param>
    /// <param name="outlet">The site's name.</param>
    public static string? Find(IDocument document, string? announced, string? ofJson, string? outlet)
    {
        var told = new[] { ofJson, announced, WithoutOutlet(PlainText.Of(document.Title), outlet) }.OfType<string>().Distinct().ToArray();
        var headings = document.QuerySelectorAll("h1").Take(MostHeadings)
            .Select(heading => PlainText.InOneLine(heading.TextContent))
            .Where(text => text.Length is > 0 and < Longest)
            .ToArray();
        return headings.FirstOrDefault(heading => told.Any(title => AreAlike(heading, title)))
            ?? announced
            ?? ofJson
            ?? (headings.Length == 1 ? headings[0] : told.FirstOrDefault());
    }

    /// <summary>Whether two headlines share most of their words.</summary>
    public static bool AreAlike(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        var shared = a.Intersect(b).Count();
        return shared > 0 && shared >= 0.5 * Math.Min(a.Count, b.Count) && shared >= 0.3 * Math.Max(a.Count, b.Count);
    }

    /// <summary>A title without what stands after its last bar or dash, where that is the site's name or as short as one.</summary>
    private static string? WithoutOutlet(string? title, string? outlet)
    {
        if (title is null || Suffix().Match(title) is not { Success: true } match)
        {
            return title;
        }

        var (head, tail) = (match.Groups[1].Value, match.Groups[2].Value);
        var isOutlet = outlet is not null && (tail.Contains(outlet, StringComparison.OrdinalIgnoreCase) || outlet.Contains(tail, StringComparison.OrdinalIgnoreCase));
        return isOutlet || (match.Value.Contains('|', StringComparison.Ordinal) && Words(tail).Count < Words(head).Count) ? WithoutOutlet(head, outlet) : title;
    }

    private static HashSet<string> Words(string text) => Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^(.+)\s+[|–—·»-]\s+([^|]+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
