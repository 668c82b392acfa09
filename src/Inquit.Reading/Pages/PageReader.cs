namespace Inquit.Reading.Pages;

/// <summary>Reads pages.</summary>
public static class PageReader
{
    /// <summary>Body.</summary>
    public static string Body(string html)
    {
        var (doc, problem) = HtmlTree.Parse(html);
        if (doc is null) return "";
        var layout = PageLayout.Of(doc.DocumentElement);
        return string.Join("\n\n", BodyFinder.Find(layout, null).Select(b => b.Text));
    }
}
