using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Inquit.Tests;

/// <summary>How a page is looked at.</summary>
internal enum Look
{
    /// <summary>On a wide screen, in the day.</summary>
    Light,

    /// <summary>On a wide screen, at night.</summary>
    Dark,

    /// <summary>On a telephone, 390 pixels wide.</summary>
    Phone,
}

/// <summary>Somebody with a browser of their own on a server's pages; whatever the browser complains of or asks others for is noted.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    private static readonly string[] Grave = ["serious", "critical"];

    private readonly PublishedServer server;
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];
    private readonly List<IResponse> responses = [];

    private Visit(PublishedServer server, IBrowserContext context, IPage page) => (this.server, this.context, Page) = (server, context, page);

    /// <summary>What the browser shows.</summary>
    public IPage Page { get; }

    /// <summary>Comes with a browser that knows nothing of the server.</summary>
    public static async Task<Visit> BeginAsync(PublishedApp app, PublishedServer server, Look look = Look.Light)
    {
        var context = await (await app.BrowserAsync()).NewContextAsync(new()
        {
            BaseURL = server.Address,
            ViewportSize = look == Look.Phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 },
            ColorScheme = look == Look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(15_000);
        var visit = new Visit(server, context, await context.NewPageAsync());
        context.Console += (_, message) => visit.Note(message.Type is "error" or "warning", message.Text);
        context.WebError += (_, error) => visit.Note(true, error.Error);
        context.Request += (_, request) => visit.Note(!request.Url.StartsWith(server.Address + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal), $"asked for {request.Url}");
        context.RequestFailed += (_, request) => visit.Note(true, $"{request.Url}: {request.Failure}");
        context.Response += (_, response) => visit.responses.Add(response);
        return visit;
    }

    /// <summary>Opens a page.</summary>
    public async Task OpenAsync(string path, int status = 200)
    {
        var response = await Page.GotoAsync(path);
        Assert.Equal(status, response!.Status);
        if (status >= 400)
        {
            complaints.RemoveAll(complaint => complaint.Contains($"status of {status}", StringComparison.Ordinal)); // the browser tells of the answer itself
        }
    }

    /// <summary>The bytes that came over the wire till now, headers included.</summary>
    public async Task<long> TransferredAsync()
    {
        var sum = 0L;
        foreach (var response in responses)
        {
            await response.FinishedAsync();
            var sizes = await response.Request.SizesAsync();
            sum += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        }

        return sum;
    }

    /// <summary>Fails where something on the page keeps people out, by the rules of WCAG 2.2 AA that a program can check.</summary>
    public async Task CheckAccessAsync()
    {
        var result = await Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Rules] } });
        var found = new StringBuilder();
        foreach (var violation in result.Violations.Where(violation => Grave.Contains(violation.Impact)))
        {
            found.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{violation.Id} ({violation.Impact}): {violation.Help}");
            foreach (var node in violation.Nodes.Take(5))
            {
                found.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"  {node.Html}: {string.Join("; ", node.Any.Concat(node.All).Select(check => check.Message))}");
            }
        }

        Assert.True(found.Length == 0, $"{Page.Url}: {found}");
    }

    /// <summary>Fails where the page is wider than the screen.</summary>
    public async Task CheckWidthAsync()
    {
        var (shown, needed) = (await Page.EvaluateAsync<int>("document.documentElement.clientWidth"), await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.True(needed <= shown, $"{Page.Url} is {needed} pixels wide on a screen of {shown}.");
    }

    /// <summary>Fails where the browser complained, as of what the page's policy forbids, or asked another server for something.</summary>
    public void CheckQuiet() => Assert.True(complaints.Count == 0, string.Join('\n', complaints));

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        CheckQuiet();
    }

    private void Note(bool isWrong, string message)
    {
        if (isWrong)
        {
            lock (complaints)
            {
                complaints.Add($"{Page.Url}: {message}");
            }
        }
    }
}
