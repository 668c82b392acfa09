using Inquit.App.Formats;
using Inquit.Ledger;

namespace Inquit.App.Web.Parts;

/// <summary>How an article is called where only one line is there for it.</summary>
internal static class ArticleLabel
{
    private const int Most = 120;

    /// <summary>Its title, or else what the user calls it, or else how it begins.</summary>
    public static string Label(this Article article) => Of(article.Title ?? article.Document ?? article.Text[article.BodyStart..Math.Min(article.Text.Length, article.BodyStart + Most)]);

    /// <summary>Its title, or else what the user calls it, or else its id.</summary>
    public static string Label(this ArticleHeading article) => Of(article.Title ?? article.Document ?? article.Id[..StoredArticle.ShortIdLength]);

    private static string Of(string words) => Shortened(TableFormat.Printable(words), Most);

    /// <summary>Words of at most so many characters, with … where some are left out.</summary>
    public static string Shortened(string words, int most)
    {
        if (words.Length <= most)
        {
            return words;
        }

        var blank = words.LastIndexOf(' ', most - 1);
        var end = blank > most / 2 ? blank : most - 1;
        return words[..(char.IsHighSurrogate(words[end - 1]) ? end - 1 : end)] + "…";
    }
}
