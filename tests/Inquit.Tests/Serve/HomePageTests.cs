using Xunit;

namespace Inquit.Tests;

/// <summary>The first page.</summary>
public sealed class HomePageTests
{
    [Fact]
    public async Task It_shows_what_came_in()
    {
        await using var server = await RunningServer.StartAsync();
        var ids = await server.AddAsync("date 2024-05-14\nAna Ruiz: oil is dear\nBob Lee: oil is cheap", "date 2024-05-15\nAna Ruiz: gas is dear", "date 2023-01-02\nCarla Brekke: it rained");
        var page = await Page.OpenAsync(server, "/");
        Assert.Equal("Inquit: who said what", page.Document.Title);
        Assert.Equal("4 statements of 3 speakers in 3 articles", page.Text("main form label"));
        Assert.Equal([$"/articles/{ids[2][..12]}", $"/articles/{ids[1][..12]}", $"/articles/{ids[0][..12]}"], page.Document.QuerySelectorAll(".newest h3 a").Select(link => link.GetAttribute("href")));
        Assert.Contains("2 January 2023", page.Text(".newest .facts"), StringComparison.Ordinal);
        Assert.Contains("added today", page.Text(".newest .facts"), StringComparison.Ordinal);
        Assert.Equal(["14 May 2024 2", "15 May 2024 1"], page.Texts(".chart tbody tr"));
        Assert.Equal("/search?since=2024-05-14&until=2024-05-14", page.Document.QuerySelector(".bars a")!.GetAttribute("href"));
        Assert.Equal(["Ana Ruiz 2", "Bob Lee 1"], page.Texts(".most li"));
    }

    [Fact]
    public async Task An_empty_ledger_says_how_to_begin()
    {
        await using var server = await RunningServer.StartAsync();
        var page = await Page.OpenAsync(server, "/");
        Assert.Contains("This ledger is empty.", page.Text(), StringComparison.Ordinal);
        Assert.Equal("/read?sample=true", page.Link("Try it with a sample"));
        Assert.Contains("inquit add", page.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Articles_without_a_day_are_shown_too()
    {
        await using var server = await RunningServer.StartAsync();
        await server.AddAsync("Ana Ruiz: oil is dear");
        var page = await Page.OpenAsync(server, "/");
        Assert.Single(page.Document.QuerySelectorAll(".newest li"));
        Assert.Empty(page.Document.QuerySelectorAll(".chart"));
        var speaker = await Page.OpenAsync(server, "/speakers/a0");
        Assert.Contains("None of the statements has a day.", speaker.Text(), StringComparison.Ordinal);
    }
}
