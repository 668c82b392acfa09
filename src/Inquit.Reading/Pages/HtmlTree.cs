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

    /// <summary>Elements that are closed without a tag of their own.</summary>
    private static readonly HashSet<string> NeverCounted = new(StringComparer.Ordinal)
    {
        "html", "head", "body", "p", "li", "dd", "dt", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "option", "optgroup",
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    };

    /// <summary>Elements for which the slash of <c>&lt;div/&gt;</c> means nothing.</summary>
    private static readonly HashSet<string> NeverSelfClosed = new(StringComparer.Ordinal)
    {
        "a", "article", "aside", "b", "big", "blockquote", "center", "code", "div", "dl", "em", "fieldset", "figure", "font", "footer", "form", "header",
        "i", "main", "nav", "nobr", "ol", "pre", "s", "section", "small", "span", "strike", "strong", "table", "tt", "u", "ul",
    };

    private readonly Dictionary<string, int> open = new(StringComparer.Ordinal);
    private int openCount;
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
            OnToken = (token, _) => bounds.Count(token),
            OnCreated = (_, _) => bounds.CountElement(),
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
        if (token.Type is not (HtmlTokenType.StartTag or HtmlTokenType.EndTag) || NeverCounted.Contains(token.Name))
        {
            return;
        }

        ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(open, token.Name, out _);
        if (token.Type == HtmlTokenType.EndTag)
        {
            if (count > 0)
            {
                count--;
                openCount--;
            }
        }
        else if (!token.AsTag().IsSelfClosing || NeverSelfClosed.Contains(token.Name))
        {
            count++;
            if (++openCount > MaxOpen)
            {
                throw new TooMuchException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"More than {MaxOpen:N0} elements of the page stand open at once, which no article needs. The page is damaged or made to do harm; save the article's text as a .txt file."));
            }
        }
    }

    private void CountElement()
    {
        if (++elementCount > MaxElements)
        {
            throw new TooMuchException(string.Create(
                CultureInfo.InvariantCulture,
                $"The page makes more than {MaxElements:N0} elements. Save the article's text as a .txt file."));
        }
    }

    private sealed class TooMuchException(string message) : Exception(message);
}
