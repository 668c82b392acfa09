using Inquit.Reading.Markup;

namespace Inquit.Reading.Feeds;

/// <summary>Finds the feeds that a web page names: <c>&lt;link rel="alternate" type="application/rss+xml" href="…"&gt;</c>.</summary>
internal static class FeedLinks
{
    private static readonly string[] FeedTypes =
        ["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json", "application/xml", "text/xml"];

    /// <summary>The address of the first feed that the page names; null where it names none.</summary>
    public static string? Find(string html, Uri? address)
    {
        var page = new MarkupReader(html, isHtml: true);
        while (page.Read())
        {
            if (page.Kind != MarkupKind.Start)
            {
                continue;
            }

            switch (OpenElements.Small(page.Name))
            {
                case "base":
                    address = WebAddress.Base(page.Attribute("href"), address);
                    break;
                case "script":
                    page.SkipRaw("script");
                    break;
                case "style":
                    page.SkipRaw("style");
                    break;
                case "link" when NamesFeed(page.Attribute("rel"), page.Attribute("type")) && WebAddress.Resolve(page.Attribute("href"), address) is { } feed:
                    return feed;
            }
        }

        return null;
    }

    private static bool NamesFeed(string? relation, string? type) =>
        relation is not null && type is not null
        && relation.Split(' ').Contains("alternate", StringComparer.OrdinalIgnoreCase)
        && FeedTypes.Contains(type.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase);
}
