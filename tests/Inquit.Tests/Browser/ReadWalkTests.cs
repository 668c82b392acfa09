using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Inquit.Tests;

/// <summary>Reading an article in a browser, and adding it.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class ReadWalkTests(PublishedApp app)
{
    private static readonly string Sample = File.ReadAllText(PublishedApp.Sample);

    [Fact]
    public async Task A_text_is_pasted_read_walked_through_and_added()
    {
        PublishedApp.RequireBrowser();
        await using var server = await PublishedServer.StartAsync(await app.ProgramAsync());
        await using var visit = await Visit.BeginAsync(app, server);
        var page = visit.Page;
        await visit.OpenAsync("/read");
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync(Sample);
        await page.GetByRole(AriaRole.Button, new() { Name = "Read", Exact = true }).ClickAsync();

        // The article, with each statement's words marked and a card beside them.
        var cards = page.Locator("[data-card]");
        await Expect(page.Locator(".text").First).ToContainTextAsync("Ministers sign off the Orlen bridge");
        Assert.InRange(await cards.CountAsync(), 10, 40);
        var card = cards.Filter(new() { HasText = "Erik Vane" }).First;
        var id = await card.GetAttributeAsync("data-card");
        await card.GetByRole(AriaRole.Link, new() { Name = "in the text" }).ClickAsync();
        var content = page.Locator($".content[data-of='{id}']").First;
        await Expect(content).ToHaveClassAsync(Chosen());
        await Expect(content).ToBeInViewportAsync();
        await Expect(page.Locator($".content[data-of='{id}']").Filter(new() { HasText = "not on the table" }).First).ToBeVisibleAsync();
        await Expect(page.Locator($".cue[data-of='{id}']")).ToHaveTextAsync("concluded");
        await Expect(card).ToHaveClassAsync(Chosen());

        // Back from the text to the card.
        await page.Locator($"a.number#{id}").ClickAsync();
        await Expect(card).ToBeInViewportAsync();
        await Expect(card.Locator("a.number")).ToBeFocusedAsync();

        // A statement within another is marked inside it.
        await Expect(page.Locator(".content .content.depth1").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Add to the ledger" }).ClickAsync();
        await page.WaitForURLAsync("**/articles/*");
        await Expect(page.GetByText("Added 20")).ToBeVisibleAsync();
        Assert.InRange(await cards.CountAsync(), 10, 40);
    }

    [Fact]
    public async Task Keys_go_from_statement_to_statement()
    {
        PublishedApp.RequireBrowser();
        await using var server = await PublishedServer.StartAsync(await app.ProgramAsync());
        await using var visit = await Visit.BeginAsync(app, server);
        var page = visit.Page;
        await visit.OpenAsync("/read?sample=true");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read", Exact = true }).ClickAsync();
        var ids = await page.Locator("[data-card]").EvaluateAllAsync<string[]>("cards => cards.map(card => card.dataset.card)");
        var chosen = page.Locator("[data-card].chosen");

        await page.Keyboard.PressAsync("j");
        await Expect(chosen).ToHaveAttributeAsync("data-card", ids[0]);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Expect(chosen).ToHaveAttributeAsync("data-card", ids[2]);
        await Expect(page.Locator($"a.number#{ids[2]}")).ToBeFocusedAsync();
        Assert.EndsWith("#" + ids[2], page.Url, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("k");
        await Expect(chosen).ToHaveAttributeAsync("data-card", ids[1]);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator($"#card-{ids[1]} a.number").First).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await visit.CheckAccessAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("/");
        var search = page.GetByRole(AriaRole.Searchbox).First;
        await Expect(search).ToBeFocusedAsync();
        await Expect(search).ToHaveValueAsync("");
        await page.Keyboard.PressAsync("j"); // typed, no shortcut
        await Expect(search).ToHaveValueAsync("j");
        await Expect(chosen).ToHaveAttributeAsync("data-card", ids[1]);
    }

    [Fact]
    public async Task A_permalink_leads_to_its_statement()
    {
        PublishedApp.RequireBrowser();
        await using var server = await PublishedServer.StartAsync(await app.ProgramAsync(), PublishedApp.Sample);
        await using var visit = await Visit.BeginAsync(app, server);
        var page = visit.Page;
        await visit.OpenAsync("/");
        var article = await page.EvaluateAsync<string>("async () => (await (await fetch('/api/v1/articles')).json()).items[0].id");
        await visit.OpenAsync($"/articles/{article[..12]}");
        var card = page.Locator("[data-card]").Filter(new() { HasText = "Anne Brekke" }).Last;
        var id = await card.GetAttributeAsync("data-card");
        await card.Locator("summary").ClickAsync();
        var link = await card.GetByRole(AriaRole.Link, new() { Name = "Link to this statement" }).GetAttributeAsync("href");
        Assert.EndsWith($"/articles/{article[..12]}#{id}", link, StringComparison.Ordinal);

        await visit.OpenAsync("/");
        await visit.OpenAsync(link!);
        await Expect(page.Locator($"#{id}")).ToBeInViewportAsync();
        await Expect(page.Locator($".content[data-of='{id}']").First).ToHaveClassAsync(Chosen());
    }

    [Fact]
    public async Task A_file_is_read_and_what_cannot_be_read_is_named()
    {
        PublishedApp.RequireBrowser();
        await using var server = await PublishedServer.StartAsync(await app.ProgramAsync());
        await using var visit = await Visit.BeginAsync(app, server);
        var page = visit.Page;
        await visit.OpenAsync("/read");
        await page.GetByLabel("Files:").SetInputFilesAsync(
        [
            new FilePayload { Name = "good.txt", MimeType = "text/plain", Buffer = "Tomas Brandt said that the <b>bridge</b> will cost two million."u8.ToArray() },
            new FilePayload { Name = "bad.json", MimeType = "application/json", Buffer = "{oops"u8.ToArray() },
        ]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Read", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("bad.json");
        await Expect(page.Locator(".text").First).ToContainTextAsync("the <b>bridge</b> will"); // text, no markup
        await Expect(page.Locator(".text .cue").First).ToHaveTextAsync("said");
        await visit.CheckAccessAsync();
    }

    [GeneratedRegex(@"\bchosen\b")]
    private static partial Regex Chosen();
}
