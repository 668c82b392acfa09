using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Inquit.Reading.Pages;

/// <summary>Finds where a page was published, by whom and in which language, as it says itself.</summary>
internal static partial class PageAddress
{
    private const int Longest = 2_000;

    /// <summary>The page's own address: its canonical link, else the one in its metadata. Only <c>http</c> and <c>https</c> count, and an
    /// address with a path goes before a bare one. Null where it names none.</summary>
    public static string? Url(IDocument document, JsonLd json, MetaTags meta)
    {
        var given = new[]
            {
                document.QuerySelector("link[rel~='canonical' i]")?.GetAttribute("href"), meta.First("og:url"), json.Url, meta.First("twitter:url", "parsely-link"),
            }
            .Select(Absolute)
            .OfType<Uri>()
            .ToArray();
        return (given.FirstOrDefault(url => url.PathAndQuery.Length > 1) ?? given.FirstOrDefault())?.AbsoluteUri;
    }

    /// <summary>The name of the paper, agency or site; null where the page does not say it.</summary>
    public static string? Outlet(JsonLd json, MetaTags meta) =>
        meta.First("og:site_name") is { } site && !site.Contains("://", StringComparison.Ordinal) ? site
        : json.Publisher ?? meta.First("application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "publisher", "apple-mobile-web-app-title");

    /// <summary>The BCP 47 tag of the language; null where the page names none that is one.</summary>
    public static string? Language(IDocument document, JsonLd json, MetaTags meta) =>
        new[] { document.DocumentElement.GetAttribute("lang"), document.DocumentElement.GetAttribute("xml:lang"), meta.First("content-language", "og:locale", "dc.language", "language", "inLanguage"), json.Language }
            .Select(Tag)
            .FirstOrDefault(tag => tag is not null);

    private static Uri? Absolute(string? written) =>
        written is { Length: > 0 and < Longest } && Uri.TryCreate(written.Trim(), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0 ? url : null;

    private static string? Tag(string? written)
    {
        var tag = written?.Trim().Replace('_', '-');
        return tag is not null && LanguageTag().IsMatch(tag) ? tag : null;
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.NonBacktracking)]
    private static partial Regex LanguageTag();
}
