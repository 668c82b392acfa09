using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Inquit.Tests;

/// <summary>A browser where reading and writing need keys.</summary>
[Collection(BrowserTests.Name)]
public sealed class SignInWalkTests(PublishedApp app)
{
    private const string ReadKey = "a key for reading only";
    private const string WriteKey = "a key for writing, too";

    [Fact]
    public async Task A_key_opens_what_it_is_for()
    {
        PublishedApp.RequireBrowser();
        await using var server = await PublishedServer.StartAsync(await app.ProgramAsync(), [("INQUIT_READ_KEY", ReadKey), ("INQUIT_WRITE_KEY", WriteKey)], [PublishedApp.Sample]);
        await using var visit = await Visit.BeginAsync(app, server);
        var page = visit.Page;

        // Asked for a key first, and led on to what was asked for.
        await visit.OpenAsync("/search?q=toll");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
        await SignInAsync("no key that opens anything");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("opens nothing");
        await visit.CheckAccessAsync();
        await SignInAsync(ReadKey);
        await Expect(page.Locator(".quotes > li").First).ToBeVisibleAsync();
        Assert.EndsWith("/search?q=toll", page.Url, StringComparison.Ordinal);

        // Who may only read is shown nothing that changes the ledger.
        await visit.OpenAsync("/read?sample=true");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read", Exact = true }).ClickAsync();
        await Expect(page.Locator("[data-card]").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Add to the ledger" })).ToHaveCountAsync(0);

        await visit.OpenAsync("/sign-in?to=%2Fread%3Fsample%3Dtrue");
        await SignInAsync(WriteKey);
        await page.GetByRole(AriaRole.Button, new() { Name = "Read", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Add to the ledger" })).ToBeVisibleAsync();

        async Task SignInAsync(string key)
        {
            await page.GetByLabel("Key", new() { Exact = true }).FillAsync(key);
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        }
    }
}
