using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Inquit.Tests;

/// <summary>Searching a ledger in a browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class SearchWalkTests(PublishedApp app)
{
    [Fact]
    public async Task What_was_added_is_searched_narrowed_and_opened()
    {
        PublishedApp.RequireBrowser();
        var server = await app.SampleServerAsync();
        await using var visit = await Visit.BeginAsync(app, server);
        var page = visit.Page;
        await visit.OpenAsync("/");

        // Words, from the field that every page has; on the first one it stands in the middle.
        var field = page.GetByRole(AriaRole.Searchbox).First;
        await field.FillAsync("toll");
        await field.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?q=toll");
        var quotes = page.Locator(".quotes > li");
        var all = await quotes.CountAsync();
        Assert.InRange(all, 2, 10);
        Assert.All(await quotes.Locator("mark").AllInnerTextsAsync(), words => Assert.Equal("toll", words, ignoreCase: true));
        await Expect(page.Locator(".facets .count")).ToHaveTextAsync($"{all} statements");

        // A facet: one speaker only.
        await page.Locator(".facets").GetByRole(AriaRole.Link, new() { Name = "Tomas Brandt" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Chosen" })).ToContainTextAsync("Tomas Brandt");
        await Expect(quotes).ToHaveCountAsync(1);
        await Expect(quotes.Locator(".content").First).ToContainTextAsync("toll");
        await page.GetByRole(AriaRole.List, new() { Name = "Chosen" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(quotes).ToHaveCountAsync(all);

        // A filter: what is quoted in full.
        await page.Locator("summary", new() { HasText = "Filters" }).ClickAsync();
        await page.GetByLabel("Kind").SelectOptionAsync("direct");
        await page.Locator("form.search").GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(quotes).ToHaveCountAsync(1);
        await Expect(quotes.First).ToContainTextAsync("The toll is not on the table");

        // From what was found to its place in the article.
        await quotes.First.GetByText("in the article").ClickAsync();
        await page.WaitForURLAsync("**/articles/*#s*");
        await Expect(page.Locator(".content.chosen").First).ToContainTextAsync("The toll is not on the table");
        await Expect(page.Locator(".content.chosen").First).ToBeInViewportAsync();
    }

    [Fact]
    public async Task The_same_search_is_taken_along()
    {
        PublishedApp.RequireBrowser();
        var server = await app.SampleServerAsync();
        await using var visit = await Visit.BeginAsync(app, server);
        await visit.OpenAsync("/search?q=toll");
        var found = await visit.Page.Locator(".quotes > li").CountAsync();
        foreach (var name in (string[])["As CSV", "As JSON lines", "As a feed"])
        {
            var address = await visit.Page.GetByRole(AriaRole.Link, new() { Name = name }).GetAttributeAsync("href");
            var answer = await visit.Page.APIRequest.GetAsync(address!);
            Assert.Equal(200, answer.Status);
            var text = await answer.TextAsync();
            Assert.Equal(name == "As CSV" ? found + 1 : found, name == "As a feed" ? text.Split("<entry>").Length - 1 : text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        }
    }

    [Theory]
    [InlineData("/search?q=zeppelin", 200, "Nothing was found")]
    [InlineData("/search?q=%22", 400, "cannot be understood")]
    [InlineData("/search?since=yesterday", 400, "since is 'yesterday'")]
    public async Task A_search_for_nothing_says_what_to_do(string path, int status, string message)
    {
        PublishedApp.RequireBrowser();
        var server = await app.SampleServerAsync();
        await using var visit = await Visit.BeginAsync(app, server);
        await visit.OpenAsync(path, status);
        await Expect(visit.Page.GetByText(message)).ToBeVisibleAsync();
        await visit.CheckAccessAsync();
    }
}
