namespace Inquit.Reading.Pages;

/// <summary>What an element's name, class, id and role say about what is in it.</summary>
[Flags]
internal enum BoxMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The article's text: <c>itemprop="articleBody"</c>, <c>class="entry-content"</c>.</summary>
    Body = 1,

    /// <summary>The sentence under the headline.</summary>
    Deck = 2,

    /// <summary>Not the article: navigation, related articles, comments, advertisements.</summary>
    Clutter = 4,

    /// <summary>Said of the article or its pictures: captions, credits, bylines, dates, tags.</summary>
    Apparatus = 8,

    /// <summary>What readers wrote under it.</summary>
    Comments = 16,

    /// <summary>Not shown.</summary>
    Hidden = 32,
}
