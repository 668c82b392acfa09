using System.Text.RegularExpressions;

namespace Inquit.Reading.Pages;

/// <summary>Phrases of English pages that are not the article's: invitations, dates, credits.</summary>
internal static partial class Phrases
{
    private const int LongestHousekeeping = 500;

    /// <summary>Whether a text has the end of a sentence in it, or of a part of one.</summary>
    public static bool HasSentenceEnd(string text) => SentenceEnd().IsMatch(text);

    /// <summary>Whether a block speaks of the page and not of the news.</summary>
    public static bool IsHousekeeping(string text) =>
        text.Length <= LongestHousekeeping && (Starts().IsMatch(text) || Anywhere().IsMatch(text));

    [GeneratedRegex(@"[.!?…:;。！？，,][""”’'»)\]]*(\s|$)|[。！？]", RegexOptions.NonBacktracking)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        """
        ^\W*(
          (first\ |last\ )?(published|updated|posted)\b.{0,20}(\d|$)
        | (read|see|watch|listen)\ (more|next|also|now)\b(.{0,4}$|:)
        | (see|read)\ (more|also)[:\s]
        | (more|related|recommended|also\ read|don['’]t\ miss|just\ in|must\ read|further\ reading|read\ this|related\ (articles?|stor(y|ies)|coverage|content|news))\s*:
        | (more\ information|more\ on\ this\ story)\s*:
        | (sign\ up|subscribe)\b
        | (click|tap|go)\ here\b
        | follow\ (us|me|him|her|@?\w+(\ \w+)?)\ on\b
        | (advertisement|sponsored|photo|image|picture|credit|photos?\ (by|credit)|image\ credit|pictured)\s*(:|$)
        | (copyright|©|\(c\))
        | (additional\ )?(reporting|editing|writing)\ by\b
        | (share|print|email|save|comments?|tags?|topics?|filed\ under|categories)\s*(:|$|this\b)
        | (have\ a\ tip|got\ a\ (tip|story))\b
        | (want|need)\ (more|to\ (keep\ up|read\ more))\b.{0,80}\b(sign\ up|subscribe|newsletters?)\b
        | (join|support)\ (our|us)\b
        | listen\ to\b.{0,60}\b(podcast|live)\b
        | skip\ to\b
        )
        """,
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Starts();

    [GeneratedRegex(
        """
        \b(
          all\ rights\ reserved
        | (this|our)\ (web)?site\ uses\ cookies | we\ use\ cookies | your\ use\ of\ cookies | use\ of\ cookies
        | (to|in|into)\ your\ (e-?mail\ )?inbox | right\ in\ your\ inbox
        | free\ (daily\ |weekly\ )?newsletter
        | subscribe\ to\ (our|the|my)\b | sign\ up\ (for|to)\ (our|the)\b.{0,60}newsletters?
        | by\ (clicking|submitting|providing|signing\ up|subscribing)\b.{0,200}\b(agree|policy|terms)
        | your\ subscription\ could\ not
        | contributed\ to\ this\ (report|story|article)
        | terms\ of\ (use|service)\ and\b.{0,30}privacy\ policy | privacy\ policy\ and\ terms
        | this\ (story|article|post)\ (contains|may\ contain)\ affiliate | affiliate\ (links|commission|partnerships|advertising)
        | (we\ may\ (earn|receive|make)|we\ receive|we\ earn)\b.{0,40}\b(commission|compensation)
        | has\ been\ edited\ for\ length\ and\ clarity
        )
        """,
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Anywhere();
}
