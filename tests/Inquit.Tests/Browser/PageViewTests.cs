using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Inquit.Tests;

/// <summary>Each page as each looks at it, and the pictures that the documentation shows.</summary>
[Collection(BrowserTests.Name)]
public sealed class PageViewTests(PublishedApp app)
{
    private const int MostPictureBytes = 150_000;
    private const int MostPictureHeight = 640;

    /// <summary>The pages, each with its picture: a path, or a name of where some steps lead.</summary>
    private static readonly string[] Pages = ["home", "empty", "read", "reading", "article", "search", "speakers", "speaker", "merge", "decisions", "read/add", "sign-in", "not-found"];

    public static TheoryData<string, string> Views { get; } = new(Pages.SelectMany(_ => Enum.GetNames<Look>(), (name, look) => (name, look)));

    /// <summary>The pictures in docs/images, beside each the page and the look.</summary>
    private static readonly (string File, string Name, Look Look)[] Pictures =
    [
        ("home", "home", Look.Light),
        ("read", "reading", Look.Light),
        ("search", "search", Look.Light),
        ("speaker", "speaker", Look.Light),
        ("article-dark", "article", Look.Dark),
        ("search-phone", "search", Look.Phone),
    ];

    [Theory]
    [MemberData(nameof(Views))]
    internal async Task A_page_keeps_nobody_out(string name, string look)
    {
        PublishedApp.RequireBrowser();
        var server = await (name == "empty" ? app.EmptyServerAsync() : app.SampleServerAsync());
        await using var visit = await Visit.BeginAsync(app, server, Enum.Parse<Look>(look));
        await OpenAsync(visit, name);
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
        await visit.CheckAccessAsync();
        await visit.CheckWidthAsync();
        foreach (var (file, _, _) in Pictures.Where(picture => picture.Name == name && picture.Look.ToString() == look))
        {
            await PictureAsync(visit.Page, Repository.PathOf($"docs/images/{file}.png"));
        }
    }

    private static async Task OpenAsync(Visit visit, string name)
    {
        var page = visit.Page;
        switch (name)
        {
            case "home" or "empty":
                await visit.OpenAsync("/");
                break;
            case "reading":
                await visit.OpenAsync("/read?sample=true");
                await page.GetByRole(AriaRole.Button, new() { Name = "Read", Exact = true }).ClickAsync();
                await page.Locator("[data-card]").First.WaitForAsync();
                await page.EvaluateAsync("document.activeElement.blur()");
                break;
            case "article":
                await visit.OpenAsync("/search?q=toll&kind=direct");
                await page.GetByText("in the article").First.ClickAsync();
                await page.Locator(".content.chosen").First.WaitForAsync();
                break;
            case "search":
                await visit.OpenAsync("/search?q=bridge");
                break;
            case "speaker" or "merge":
                await visit.OpenAsync("/speakers");
                await page.GetByRole(AriaRole.Link, new() { Name = "Karin Holm" }).First.ClickAsync();
                await page.Locator("h1", new() { HasText = "Karin Holm" }).WaitForAsync();
                if (name == "merge")
                {
                    await page.GetByRole(AriaRole.Link, new() { Name = "Same as another speaker" }).ClickAsync();
                    await page.GetByLabel("Name of the other one").WaitForAsync();
                }

                break;
            case "not-found":
                await visit.OpenAsync("/no/such/page", 404);
                break;
            default:
                await visit.OpenAsync("/" + name);
                break;
        }
    }

    /// <summary>Keeps a picture of what is seen, where expectations are written anew; else it must be there.</summary>
    private static async Task PictureAsync(IPage page, string path)
    {
        if (Expectation.AreUpdated)
        {
            var (width, height) = (page.ViewportSize!.Width, Math.Min(page.ViewportSize.Height, MostPictureHeight));
            await page.ScreenshotAsync(new() { Path = path, Animations = ScreenshotAnimations.Disabled, Clip = new() { Width = width, Height = height } });
        }

        Assert.True(File.Exists(path), $"{path} is not there yet. Run the tests once with INQUIT_UPDATE_EXPECTATIONS=1.");
        Assert.InRange(new FileInfo(path).Length, 1, MostPictureBytes);
    }
}
