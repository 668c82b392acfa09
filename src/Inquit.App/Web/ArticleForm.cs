using System.Text;
using System.Text.Json;
using Inquit.App.Formats;
using Inquit.Text;

namespace Inquit.App.Web;

/// <summary>
/// An article as a field of a form, so that one that was read can be added without being kept in between. As JSON, since forms turn
/// line ends into others.
/// </summary>
internal static class ArticleForm
{
    /// <summary>The field.</summary>
    public static string Write(Article article) => Encoding.UTF8.GetString(JsonLinesFormat.Line(json =>
    {
        json.WriteStartObject();
        json.WriteText("document", article.Document);
        json.WriteText("recordId", article.RecordId);
        json.WriteText("title", article.Title);
        json.WriteText("outlet", article.Outlet);
        json.WriteText("url", article.Url);
        json.WriteTexts("authors", article.Authors);
        json.WriteText("published", Iso.Of(article.Published));
        json.WriteText("language", article.Language);
        json.WriteNumber("bodyStart", new CodePointMap(article.Text).ToCodePoints(article.BodyStart));
        json.WriteText("text", article.Text);
        json.WriteEndObject();
    }).Span).TrimEnd('\n');

    /// <summary>The article.</summary>
    /// <exception cref="InvalidDataException">The field is not one that <see cref="Write"/> gave.</exception>
    public static Article Read(string field)
    {
        try
        {
            using var document = JsonDocument.Parse(field);
            var fields = JsonFields.OfLine(document.RootElement);
            return LedgerLineReader.ReadArticleAlone(fields, new SpanReader(fields.RequiredText("text")));
        }
        catch (JsonException failure)
        {
            throw new InvalidDataException("The form was changed on its way.", failure);
        }
    }
}
