using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Inquit.Reading.Pages;

/// <summary>
/// Finds the day on which a page's article was published, and says what told it. The first of these that gives a day: JSON-LD, meta
/// tags, microdata, the address, a time element by the headline, words by the headline. Dates of changes, comments,
/// related articles and copyright lines are never taken.
/// </summary>
internal sealed partial class PublicationDate(DateOnly latest)
{
    private const int BlocksBeforeHeadline = 6;
    private const int MostWords = 30;
    private const int MostElements = 200;

    private static readonly string[] MetaNames =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "article:published", "rnews:datePublished", "datePublished", "date.published", "article_date_original",
        "article.published", "originalPublicationDate", "parsely-pub-date", "cXenseParse:recs:publishtime", "publish-date", "publish_date", "publishdate", "published_date", "published-date",
        "pub_date", "pubdate", "publication_date", "published_at", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "sailthru.date", "analyticsAttributes.articleDate",
        "citation_publication_date", "citation_date", "article:post_date", "DisplayDate", "release_date", "date", "created",
    ];

    /// <summary>The day and its origin, both null where nothing tells it.</summary>
    /// <param name="document">The page.</param>
    /// <param name="json">Its JSON-LD.</param>
    /// <param name="meta">Its meta tags.</param>
    /// <param name="url">Its address.</param>
    /// <param name="layout">Its blocks.</param>
    /// <param name="body">The article's blocks.</param>
    public (DateOnly? Day, string? From) Find(IDocument document, JsonLd json, MetaTags meta, string? url, PageLayout layout, IReadOnlyList<PageBlock> body)
    {
        if (Day(json.Published) is { } ofJson)
        {
            return (ofJson, "json-ld");
        }

        foreach (var name in MetaNames)
        {
            if (Day(meta.First(name)) is { } ofMeta)
            {
                return (ofMeta, $"meta {name}");
            }
        }

        if (Microdata(document) is { } ofMicrodata)
        {
            return (ofMicrodata, "microdata");
        }

        if (url is not null && OfAddress(url) is { } ofAddress)
        {
            return (ofAddress, "url");
        }

        if (TimeElement(document) is { } ofTime)
        {
            return (ofTime, "time element");
        }

        if (Words(layout, body) is { } ofWords)
        {
            return (ofWords, "text");
        }

        return Day(json.PagePublished) is { } ofPage ? (ofPage, "json-ld page") : (null, null);
    }

    private DateOnly? Day(string? written) => DateText.Find(written, latest);

    private DateOnly? Microdata(IDocument document) =>
        document.QuerySelectorAll("[itemprop~='datePublished'], [property~='datePublished'], [pubdate]").Take(MostElements)
            .Where(IsOfArticle)
            .Select(element => Day(element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? element.TextContent))
            .FirstOrDefault(day => day is not null);

    private DateOnly? OfAddress(string url) => Address().Match(url) is { Success: true } match ? Day($"{match.Groups[1]}-{match.Groups[2]}-{match.Groups[3]}") : null;

    /// <summary>The first time element after the headline that is not of a change.</summary>
    private DateOnly? TimeElement(IDocument document)
    {
        var headline = document.QuerySelector("article h1, main h1") ?? document.QuerySelector("h1");
        var times = document.QuerySelectorAll("time[datetime]").Take(MostElements).Where(time => IsOfArticle(time) && !Changed().IsMatch(NamesOf(time))).ToArray();
        var isNamed = Array.FindIndex(times, time => Published().IsMatch(NamesOf(time)));
        if (isNamed >= 0)
        {
            return Day(times[isNamed].GetAttribute("datetime"));
        }

        var after = headline is null ? times : times.Where(time => headline.CompareDocumentPosition(time).HasFlag(DocumentPositions.Following)).Concat(times);
        return after.Select(time => Day(time.GetAttribute("datetime"))).FirstOrDefault(day => day is not null);
    }

    private static string NamesOf(IElement time) =>
        string.Join(' ', new[] { time, time.ParentElement }.Select(element => $"{element?.ClassName} {element?.GetAttribute("itemprop")}").Append(time.PreviousSibling?.TextContent is { Length: < 30 } before ? before : null));

    private static bool IsOfArticle(IElement element)
    {
        var marks = new MarkReader();
        for (var one = element; one is not null; one = one.ParentElement)
        {
            if ((marks.Read(one) & (BoxMarks.Clutter | BoxMarks.Comments)) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A day in the words around the headline, up to the text, of which the first block may be a sentence that stands above the date.</summary>
    private DateOnly? Words(PageLayout layout, IReadOnlyList<PageBlock> body)
    {
        var headline = -1;
        var end = layout.Blocks.Count;
        for (var i = 0; i < layout.Blocks.Count; i++)
        {
            if (ReferenceEquals(layout.Blocks[i], body[^1]) || (body.Count > 1 && ReferenceEquals(layout.Blocks[i], body[1])))
            {
                end = i;
                break;
            }

            headline = headline < 0 && layout.Blocks[i].Box.Name == "h1" ? i : headline;
        }

        for (var i = headline < 0 ? Math.Max(0, end - BlocksBeforeHeadline) : headline; i < end; i++)
        {
            if (!ReferenceEquals(layout.Blocks[i], body[0]) && OfLine(layout.Blocks[i]) is { } day)
            {
                return day;
            }
        }

        for (var i = headline - 1; i >= Math.Max(0, headline - BlocksBeforeHeadline); i--)
        {
            if (OfLine(layout.Blocks[i]) is { } day)
            {
                return day;
            }
        }

        return layout.Blocks.Where(block => FirstPublished().IsMatch(block.Text)).Select(OfLine).FirstOrDefault(day => day is not null);
    }

    private DateOnly? OfLine(PageBlock block)
    {
        if (block.Words > MostWords || block.LinkDensity > 0.8 || Copyright().IsMatch(block.Text) || block.Box.IsMarked(BoxMarks.Clutter | BoxMarks.Comments))
        {
            return null;
        }

        var text = Published().Match(block.Text) is { Success: true } at ? block.Text[at.Index..] : block.Text;
        return Changed().Match(text) is { Success: true } changed ? Day(text[..changed.Index]) : Day(text);
    }

    [GeneratedRegex(@"[/_-]((?:19|20)[0-9]{2})[/_-]?((?:0[1-9]|1[0-2]))[/_-]?((?:0[1-9]|[12][0-9]|3[01]))(?:[/_.-]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex("updat|modif|edited|revis|chang|last", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Changed();

    [GeneratedRegex("publish|pubdate|posted|created|entry-date|issued", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Published();

    [GeneratedRegex(@"^\W*(first )?(published|posted)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex FirstPublished();

    [GeneratedRegex(@"©|\(c\)|copyright|all rights", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Copyright();
}
