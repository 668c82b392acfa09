using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Inquit.Tests;

/// <summary>A page as a browser sees it, held against what all pages must be.</summary>
internal sealed class Page
{
    private Page(RunningServer server, string path, IHtmlDocument document, string cookie) => (Server, Path, Document, Cookie) = (server, path, document, cookie);

    public IHtmlDocument Document { get; }

    private RunningServer Server { get; }

    private string Path { get; }

    private string Cookie { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens a page.</summary>
    public static async Task<Page> OpenAsync(RunningServer server, string path, int status = 200, string? key = null)
    {
        using var answer = await server.GetAsync(path, key);
        return await OfAsync(server, path, answer, status);
    }

    /// <summary>The page that an answer is.</summary>
    public static async Task<Page> OfAsync(RunningServer server, string path, HttpResponseMessage answer, int status)
    {
        var html = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(status == (int)answer.StatusCode, $"{path}: {(int)answer.StatusCode} {answer.Headers.Location} {html}");
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        var document = await new HtmlParser().ParseDocumentAsync(html, Cancellation);
        Check(document);
        var cookie = answer.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(one => one.Split(';')[0])) : "";
        return new Page(server, path, document, cookie);
    }

    /// <summary>What stands at the first place that a selector finds, white space as one blank.</summary>
    public string Text(string selector = "main") => Plain(Document.QuerySelector(selector) ?? throw new InvalidOperationException($"{Path} has no {selector}: {Document.QuerySelector("main")?.OuterHtml}"));

    /// <summary>What stands at all places that a selector finds.</summary>
    public string[] Texts(string selector) => [.. Document.QuerySelectorAll(selector).Select(Plain)];

    /// <summary>Where the link with these words leads.</summary>
    public string Link(string words) => (Document.QuerySelectorAll("a[href]").FirstOrDefault(link => Plain(link).Contains(words, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"{Path} has no link '{words}': {Text()}")).GetAttribute("href")!;

    /// <summary>Sends a form of the page as a browser does, with the cookie that came with the page.</summary>
    public Task<HttpResponseMessage> SendAsync(string selector, params (string Name, string Value)[] fields) => SendAsync(selector, null, fields);

    /// <summary>The same with a key.</summary>
    public async Task<HttpResponseMessage> SendAsync(string selector, string? key, (string Name, string Value)[] fields)
    {
        var form = Document.QuerySelector<IHtmlFormElement>(selector) ?? throw new InvalidOperationException($"{Path} has no form {selector}.");
        var all = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => (Name: input.Name!, input.Value)).Concat(fields);
        return await Server.PostAsync(
            Path,
            string.Join('&', all.Select(field => $"{field.Name}={WebUtility.UrlEncode(field.Value)}")),
            "application/x-www-form-urlencoded",
            key,
            Cookie.Length == 0 ? [] : [("Cookie", Cookie)]);
    }

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Check(IHtmlDocument page)
    {
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Inquit", page.Title, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("h1"));
        var levels = page.QuerySelectorAll("main :is(h1, h2, h3, h4)").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.First} is followed by h{pair.Second}"));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("input:not([type=hidden]), select, textarea"), field => Assert.True(
            field.HasAttribute("aria-label") || field.Closest("label") is not null || page.QuerySelectorAll("label").Any(label => label.GetAttribute("for") == field.Id), field.OuterHtml));
        Assert.All(page.QuerySelectorAll("a[href], button"), control => Assert.True(Plain(control).Length > 0 || control.HasAttribute("aria-label"), control.OuterHtml));
        Assert.All(page.QuerySelectorAll("[aria-labelledby], [aria-describedby]"), element => Assert.Contains(element.GetAttribute("aria-labelledby") ?? element.GetAttribute("aria-describedby"), ids));
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        var searches = page.QuerySelectorAll("search, [role=search]");
        Assert.Equal(searches.Length, searches.Select(search => search.GetAttribute("aria-label")).Distinct().Count());
    }
}
