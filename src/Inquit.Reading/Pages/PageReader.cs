using System.Globalization;
using AngleSharp.Html.Dom;
using Inquit.Reading.Markup;

namespace Inquit.Reading.Pages;

/// <summary>Makes an article of an HTML page: decoded, parsed, laid out, its body and what it says of itself found.</summary>
internal static class PageReader
{
    private const string ParagraphBreak = "\n\n";

    /// <summary>Reads a page; the page, or why there is no article in it.</summary>
    /// <param name="bytes">The page as it was stored.</param>
    /// <param name="name">What the page is called in messages.</param>
    /// <param name="latest">The last day on which it may have been published.</param>
    /// <param name="found">Where it was found on the web; null where that is not known.</param>
    public static (NewsPage? Page, string? Problem) Read(ReadOnlySpan<byte> bytes, string name, DateOnly latest, Uri? found = null)
    {
        var (html, problem) = PageEncoding.Decode(bytes);
        if (html is null)
        {
            return (null, problem);
        }

        try
        {
            (var document, problem) = HtmlTree.Parse(html);
            using (document)
            {
                return document is null ? (null, problem) : Read(document, name, latest, found);
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Nothing that a page holds may end the reading of the others.
            return (null, $"A mistake in inquit: {fault.GetType().Name}: {fault.Message} Please report it with this page.");
        }
    }

    /// <summary>What to say of a page that is larger than the limit.</summary>
    public static string TooLarge(int limit) => string.Create(
        CultureInfo.InvariantCulture,
        $"The page has more than {limit:N0} bytes, the most that is taken. Save the article's text as a .txt file.");

    private static (NewsPage? Page, string? Problem) Read(IHtmlDocument document, string name, DateOnly latest, Uri? found)
    {
        var layout = PageLayout.Of(document.DocumentElement);
        var meta = new MetaTags(document);
        var body = BodyFinder.Find(layout, meta.First("og:description", "description"));
        if (body.Count == 0)
        {
            return (null, $"No article text found in {name}. If there is one in a browser, a program of the page puts it there: save it from the browser, or as a .txt file.");
        }

        var siteName = meta.First("og:site_name", "application-name");
        var announced = Headline.Announced(document, meta, siteName);
        var json = JsonLd.Read(document, headline => announced is not null && Headline.AreAlike(headline, announced));
        var outlet = PageAddress.Outlet(json, meta);
        var url = WebAddress.OfPage(PageAddress.Url(document, json, meta), found);
        var (day, from) = new PublicationDate(latest).Find(document, json, meta, url, layout, body);
        var article = new Article(string.Join(ParagraphBreak, body.Select(block => block.Text)))
        {
            Title = Headline.Find(document, announced, json.Headline, outlet),
            Outlet = outlet,
            Url = url,
            Authors = Bylines.Find(document, json, meta, outlet),
            Published = day,
            Language = PageAddress.Language(document, json, meta),
        };
        return (new NewsPage(article, from), null);
    }
}
