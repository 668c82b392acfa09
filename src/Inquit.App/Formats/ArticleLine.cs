
namespace Inquit.App.Formats;

/// <summary>A page's article as a JSON object in one line. All keys are always there; what is not known is null.</summary>
internal static class ArticleLine
{
    /// <summary>The line, with its line feed.</summary>
    public static ReadOnlyMemory<byte> Of(Article article, string? publishedFrom) => JsonLinesFormat.Line(json =>
    {
        json.WriteStartObject();
        json.WriteText("document", article.Document);
        json.WriteText("title", article.Title);
        json.WriteTexts("authors", article.Authors);
        json.WriteText("published", Iso.Of(article.Published));
        json.WriteText("publishedFrom", publishedFrom);
        json.WriteText("outlet", article.Outlet);
        json.WriteText("url", article.Url);
        json.WriteText("language", article.Language);
        json.WriteText("text", article.Text);
        json.WriteEndObject();
    });
}
