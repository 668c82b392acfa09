using AngleSharp.Dom;

namespace Inquit.Reading.Pages;

/// <summary>Reads an element's <see cref="BoxMarks"/> from its name and from the words of its class, id and role. The words are
/// those that publishing systems share; none is of one site.</summary>
internal sealed class MarkReader
{
    private static readonly HashSet<string> ClutterNames = new(StringComparer.Ordinal) { "nav", "footer", "aside", "menu", "dialog" };

    private static readonly HashSet<string> ClutterWords = new(StringComparer.Ordinal)
    {
        "related", "recommended", "recommendation", "recommendations", "recirc", "recirculation", "promo", "promos", "promotion", "newsletter",
        "newsletters", "signup", "subscribe", "subscription", "share", "sharing", "sharebar", "social", "sidebar", "rail", "footer", "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "taboola",
        "outbrain", "ad", "ads", "advert", "adverts", "advertisement", "advertising", "sponsor", "sponsored", "cookie", "cookies", "consent",
        "gdpr", "modal", "popup", "popover", "tooltip", "overlay", "trending", "popular", "mostread", "teaser", "teasers", "toolbar",
        "pagination", "pager", "paging", "rating", "ratings", "masthead", "login", "signin", "register", "registration", "donate", "donation",
        "poll", "quiz", "carousel", "slider", "lightbox", "playlist", "skip", "print", "upsell", "cta", "banner",
        "disclaimer", "affiliate", "noprint", "legal", "tabs", "dropdown", "feedback", "alsoread",
    };

    private static readonly string[] ClutterStarts =
    [
        "related", "recommend", "newsletter", "breadcrumb", "advert", "sponsor", "outbrain", "taboola", "pagination", "addthis", "sharethis",
        "socialshare", "sharetools", "trending", "mostpopular", "readnext",
    ];

    private static readonly HashSet<string> ApparatusNames = new(StringComparer.Ordinal) { "figcaption", "figure", "caption", "time", "cite", "address" };

    private static readonly HashSet<string> ApparatusWords = new(StringComparer.Ordinal)
    {
        "byline", "bylines", "bio", "caption", "captions", "credit", "credits", "copyright", "tags", "tag", "taglist", "taxonomy", "timestamp",
        "author", "authors", "dateline", "pubdate", "publishdate", "published", "meta", "gallery", "slideshow", "video", "kicker", "eyebrow",
        "topics", "keywords", "attribution", "contributors", "citation",
    };

    private static readonly string[] ApparatusStarts = ["caption", "byline", "copyright", "imagecaption", "photocaption", "postmeta", "entrymeta", "authorbio", "authorinfo"];

    /// <summary>Words that say it together.</summary>
    private static readonly (string First, string Second)[] ClutterPairs =
    [
        ("read", "next"), ("read", "also"), ("more", "from"), ("more", "stories"), ("more", "news"), ("see", "also"), ("also", "like"), ("also", "read"), ("latest", "news"), ("top", "stories"),
        ("most", "read"), ("most", "popular"), ("most", "viewed"), ("up", "next"), ("sign", "up"), ("log", "in"), ("article", "list"), ("story", "list"), ("post", "list"),
        ("entry", "footer"), ("post", "footer"), ("article", "footer"), ("entry", "utility"), ("next", "prev"), ("prev", "next"), ("next", "article"), ("next", "post"),
    ];

    private static readonly HashSet<string> CommentWords = new(StringComparer.Ordinal) { "comments", "comment", "commentlist", "disqus", "respond", "replies" };

    private static readonly HashSet<string> HiddenNames = new(StringComparer.Ordinal)
    {
        "hidden", "is-hidden", "sr-only", "visually-hidden", "visuallyhidden", "visuallyHidden", "screen-reader-text", "screen-reader", "offscreen", "invisible", "hide",
    };

    private static readonly HashSet<string> DeckWords = new(StringComparer.Ordinal)
    {
        "deck", "dek", "subtitle", "subheadline", "subheading", "subhead", "standfirst", "strapline", "subhed", "subdek", "headlinedek",
    };

    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal) { "body", "content", "text", "copy", "main" };

    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal) { "article", "story", "post", "entry", "news", "blog", "page", "articles" };

    private static readonly HashSet<string> JoinedBodies = new(StringComparer.Ordinal)
    {
        "articlebody", "articletext", "articlecontent", "storybody", "storytext", "storycontent", "postbody", "postcontent", "posttext", "entrycontent", "entrybody", "entrytext", "bodytext", "bodycopy", "hnews",
    };

    private const int MostWords = 7;
    private const int MostJoinedWords = 4;

    private readonly Dictionary<string, BoxMarks> known = new(StringComparer.Ordinal);

    /// <summary>The marks of an element.</summary>
    public BoxMarks Read(IElement element)
    {
        var name = element.LocalName;
        if (name is "html" or "body")
        {
            return BoxMarks.None; // their classes speak of the whole page
        }

        var marks = ClutterNames.Contains(name) ? BoxMarks.Clutter : ApparatusNames.Contains(name) ? BoxMarks.Apparatus : BoxMarks.None;
        var named = OfWords(element.GetAttribute("class")) | OfWords(element.Id);
        marks |= name is "article" or "main" ? named & ~(BoxMarks.Clutter | BoxMarks.Apparatus | BoxMarks.Comments) : named;
        if (element.GetAttribute("itemprop") is { Length: > 0 } property)
        {
            marks |= OfProperty(property);
        }

        if (element.GetAttribute("role") is "navigation" or "complementary" or "contentinfo" or "search" or "dialog" or "banner")
        {
            marks |= BoxMarks.Clutter;
        }

        return IsHidden(element) ? marks | BoxMarks.Hidden : marks;
    }

    private static BoxMarks OfProperty(string property) => property switch
    {
        _ when property.Contains("articleBody", StringComparison.Ordinal) || property.Contains("reviewBody", StringComparison.Ordinal) => BoxMarks.Body,
        "alternativeHeadline" or "description" => BoxMarks.Deck,
        "author" or "creator" or "datePublished" or "dateModified" or "publisher" or "caption" or "copyrightHolder" or "headline" or "image" => BoxMarks.Apparatus,
        "comment" => BoxMarks.Comments,
        "breadcrumb" => BoxMarks.Clutter,
        _ => BoxMarks.None,
    };

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden"))
        {
            return true;
        }

        var style = element.GetAttribute("style");
        return style is not null
            && style.Replace(" ", string.Empty, StringComparison.Ordinal) is var rules
            && (rules.Contains("display:none", StringComparison.OrdinalIgnoreCase) || rules.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase));
    }

    private BoxMarks OfWords(string? names)
    {
        if (string.IsNullOrEmpty(names))
        {
            return BoxMarks.None;
        }

        if (!known.TryGetValue(names, out var marks))
        {
            foreach (var name in names.Split([' ', '\t', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries))
            {
                marks |= OfName(name);
            }

            known[names] = marks;
        }

        return marks;
    }

    /// <summary>The marks of one class name, as <c>article__relatedLinks</c>, from its words. A name of many words is a sentence
    /// about something else.</summary>
    internal static BoxMarks OfName(string name)
    {
        var words = Words(name);
        var marks = HiddenNames.Contains(name) ? BoxMarks.Hidden : BoxMarks.None;
        if (words.Count > (name.AsSpan().IndexOfAny('-', '_') < 0 ? MostJoinedWords : MostWords) || words.Contains("embed"))
        {
            return marks;
        }

        for (var i = 0; i < words.Count; i++)
        {
            marks |= OfWord(words[i]) | (i > 0 ? OfPair(words[i - 1], words[i]) : BoxMarks.None);
        }

        return marks;
    }

    private static BoxMarks OfWord(string word) =>
        JoinedBodies.Contains(word) ? BoxMarks.Body
        : CommentWords.Contains(word) ? BoxMarks.Comments
        : ClutterWords.Contains(word) || StartsWithAny(word, ClutterStarts) ? BoxMarks.Clutter
        : ApparatusWords.Contains(word) || StartsWithAny(word, ApparatusStarts) ? BoxMarks.Apparatus
        : DeckWords.Contains(word) ? BoxMarks.Deck
        : BoxMarks.None;

    private static BoxMarks OfPair(string first, string second) =>
        Array.IndexOf(ClutterPairs, (first, second)) >= 0 ? BoxMarks.Clutter
        : Articles.Contains(first) && Texts.Contains(second) ? BoxMarks.Body
        : first == "sub" && second is "headline" or "heading" or "title" or "head" ? BoxMarks.Deck
        : BoxMarks.None;

    private static bool StartsWithAny(string word, string[] starts) => Array.Exists(starts, start => word.StartsWith(start, StringComparison.Ordinal));

    /// <summary>The words of a name, in lower case: cut at what is no letter and before a capital that follows a small letter.</summary>
    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= name.Length; i++)
        {
            var isLetter = i < name.Length && char.IsLetter(name[i]);
            var isCut = !isLetter || (i > 0 && char.IsUpper(name[i]) && char.IsLower(name[i - 1]));
            if (start >= 0 && isCut)
            {
                words.Add(name[start..i].ToLowerInvariant());
                start = -1;
            }

            if (isLetter && start < 0)
            {
                start = i;
            }
        }

        return words;
    }
}
