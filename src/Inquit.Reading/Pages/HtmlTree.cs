using System.Globalization;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Inquit.Reading.Pages;

/// <summary>
/// Parses HTML within bounds. Any page gives a tree of at most <see cref="MaxDepth"/> levels, so that walking it needs no more
/// stack than that; a page whose tags are made to cost time or memory is refused.
/// </summary>
internal sealed class HtmlTree
{
    /// <summary>The most levels of the tree. What is nested deeper comes beside the deepest element, as in browsers.</summary>
    public const int MaxDepth = 512;

    /// <summary>The most elements that may stand open. The parser looks through all of them at some tags.</summary>
    private const int MaxOpen = 5_000;

    /// <summary>The most elements of a page. Formatting that is never closed is made anew in each paragraph, so that few tags make many.</summary>
    private const int MaxElements = 1_000_000;

    /// <summary>Elements that need no end tag: the next of their kind closes them, or they hold nothing.</summary>
    private static readonly HashSet<string> NeverCounted = new(StringComparer.Ordinal)
    {
        "html", "head", "body", "p", "li", "dd", "dt", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "option", "optgroup", "a", "nobr", "button",
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    };

    /// <summary>Elements for which the slash of <c>&lt;div/&gt;</c> means nothing.</summary>
    private static readonly HashSet<string> NeverSelfClosed = new(StringComparer.Ordinal)
    {
        "article", "aside", "b", "big", "blockquote", "center", "code", "div", "dl", "em", "fieldset", "figure", "font", "footer", "form", "header",
        "i", "main", "nav", "ol", "pre", "s", "section", "small", "span", "strike", "strong", "table", "tt", "u", "ul",
    };

    /// <summary>Elements that, left open, are made anew in what follows.</summary>
    private static readonly HashSet<string> Formatting = new(StringComparer.Ordinal) { "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u" };

    private readonly Dictionary<string, int> open = new(StringComparer.Ordinal);
    private int openCount;
    private int formattingCount;
    private int elementCount;

    private HtmlTree()
    {
    }

    /// <summary>The tree of a page, or why it was refused.</summary>
    public static (IHtmlDocument? Document, string? Problem) Parse(string html)
    {
        var bounds = new HtmlTree();
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsScripting = true, // what stands in <noscript> is not shown
            MaximumDepth = MaxDepth,
            SkipComments = true,
            DisableElementPositionTracking = true,
            OnToken = (token, _) => bounds.Count(token),
        });
        try
        {
            return (parser.ParseDocument(html), null);
        }
        catch (TooMuchException refused)
        {
            return (null, refused.Message);
        }
    }

    private void Count(HtmlToken token)
    {
        if (token.Type == HtmlTokenType.StartTag)
        {
            CountElements(1 + formattingCount);
            if (!NeverCounted.Contains(token.Name) && (!token.AsTag().IsSelfClosing || NeverSelfClosed.Contains(token.Name)))
            {
                CountOpen(token.Name, 1);
            }
        }
        else if (token.Type == HtmlTokenType.EndTag && open.GetValueOrDefault(token.Name) > 0)
        {
            CountOpen(token.Name, -1);
        }
    }

    private void CountOpen(string name, int change)
    {
        open[name] = open.GetValueOrDefault(name) + change;
        openCount += change;
        formattingCount += Formatting.Contains(name) ? change : 0;
        if (openCount > MaxOpen)
        {
            throw new TooMuchException(string.Create(
                CultureInfo.InvariantCulture,
                $"More than {MaxOpen:N0} elements of the page stand open at once, which no article needs. The page is damaged or made to do harm; save the article's text as a .txt file."));
        }
    }

    private void CountElements(int count)
    {
        elementCount += count;
        if (elementCount > MaxElements)
        {
            throw new TooMuchException(string.Create(
                CultureInfo.InvariantCulture,
                $"The page makes more than {MaxElements:N0} elements. Save the article's text as a .txt file."));
        }
    }

    private sealed class TooMuchException(string message) : Exception(message);
}
