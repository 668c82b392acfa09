using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Inquit.Tests;

/// <summary>A speaker's page in a browser: their statements over time, and who is the same as whom.</summary>
[Collection(BrowserTests.Name)]
public sealed class SpeakerWalkTests(PublishedApp app)
{
    [Fact]
    public async Task Two_speakers_are_merged_and_parted_again()
    {
        PublishedApp.RequireBrowser();
        await using var server = await PublishedServer.StartAsync(await app.ProgramAsync(), PublishedApp.Sample);
        await using var visit = await Visit.BeginAsync(app, server);
        var page = visit.Page;
        var heading = page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        await visit.OpenAsync("/speakers");
        var before = await page.Locator("tbody tr").CountAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Karin Holm" }).First.ClickAsync();
        await Expect(heading).ToHaveTextAsync("Karin Holm");

        await page.GetByRole(AriaRole.Link, new() { Name = "Same as another speaker" }).ClickAsync();
        await page.GetByLabel("Name of the other one").FillAsync("Brandt");
        await page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tomas Brandt" }).ClickAsync();
        await visit.CheckAccessAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "They are one" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Decided");
        await Expect(page.Locator("main")).ToContainTextAsync("Karin Holm");
        await Expect(page.Locator("main")).ToContainTextAsync("Tomas Brandt");
        await visit.OpenAsync("/speakers");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(before - 1);

        await page.GetByRole(AriaRole.Link, new() { Name = "What people decided about speakers" }).ClickAsync();
        await visit.CheckAccessAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("is taken back");
        await visit.OpenAsync("/speakers");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(before);
    }

    [Fact]
    public async Task The_timeline_leads_from_years_to_a_day_and_back()
    {
        PublishedApp.RequireBrowser();
        using var folder = new TemporaryFolder();
        (string Day, int Number)[] days = [("2022-03-01", 1), ("2024-05-13", 2), ("2024-05-14", 3), ("2024-06-02", 4)];
        var articles = days.Select(day => folder.Write($"{day.Number}.txt", $"date {day.Day}\n\nKarin Holm, the leader of the opposition, said that bridge number {day.Number} would cost two million.\n")).ToArray();
        await using var server = await PublishedServer.StartAsync(await app.ProgramAsync(), articles);
        await using var visit = await Visit.BeginAsync(app, server);
        var page = visit.Page;
        await visit.OpenAsync("/speakers");
        await page.GetByRole(AriaRole.Link, new() { Name = "Karin Holm" }).First.ClickAsync();
        var bars = page.Locator("svg.bars a");
        var quotes = page.Locator(".quotes > li");
        await Expect(quotes).ToHaveCountAsync(4);
        await Zoom("2024", 3);
        await Zoom("May 2024", 2);
        await Zoom("14 May 2024", 1);
        await Expect(quotes).ToContainTextAsync("number 3");
        await visit.CheckAccessAsync();

        // Back by the way that was come.
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Period" }).GetByRole(AriaRole.Link, new() { Name = "2024", Exact = true }).ClickAsync();
        await Expect(quotes).ToHaveCountAsync(3);

        async Task Zoom(string name, int statements)
        {
            await bars.And(page.GetByLabel($"{name}:")).ClickAsync();
            await Expect(quotes).ToHaveCountAsync(statements);
        }
    }
}
