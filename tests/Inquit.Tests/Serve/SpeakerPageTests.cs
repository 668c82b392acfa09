using Xunit;

namespace Inquit.Tests;

/// <summary>The pages about speakers, and what people decide about them there.</summary>
public sealed class SpeakerPageTests
{
    private const string WriteKey = "fedcba9876543210";

    private static readonly string[] Articles =
    [
        "date 2023-12-31\nAna Ruiz: it was cold",
        "date 2024-05-14\nAna Ruiz: oil is dear\nBob Lee: oil is cheap",
        "date 2024-05-15\nAna Ruiz: gas is dear\nCarla Leigh: gas is cheap",
    ];

    [Fact]
    public async Task A_speaker_is_shown_with_what_was_said_and_when()
    {
        await using var server = await StartAsync();
        var page = await Page.OpenAsync(server, "/speakers/a0");
        Assert.Equal("Ana Ruiz: Inquit", page.Document.Title);
        Assert.Contains("3 statements", page.Text(".facts"), StringComparison.Ordinal);
        Assert.Contains("31 December 2023 – 15 May 2024", page.Text(".facts"), StringComparison.Ordinal);
        Assert.Equal(["gas is dear", "oil is dear", "it was cold"], page.Texts("article.quote .content"));
        Assert.Equal("/search?actor=a0", page.Link("Search in these"));
        Assert.Equal("/search.atom?actor=a0", page.Document.QuerySelector("link[rel=alternate]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_timeline_goes_from_years_to_days_and_back()
    {
        await using var server = await StartAsync();
        var page = await Page.OpenAsync(server, "/speakers/a0");
        Assert.Equal(["2023: 1 statement", "2024: 2 statements"], Bars(page));
        Assert.Equal(["2023 1", "2024 2"], page.Texts(".chart tbody tr"));

        page = await Page.OpenAsync(server, page.Document.QuerySelector(".bars a[aria-label^='2024']")!.GetAttribute("href")!);
        Assert.Equal(["May 2024: 2 statements"], Bars(page));
        Assert.Equal(12, page.Document.QuerySelectorAll(".bars .hit").Length);
        Assert.Equal(["All time", "2024"], page.Texts(".way li"));
        Assert.Equal(["gas is dear", "oil is dear"], page.Texts("article.quote .content"));

        page = await Page.OpenAsync(server, page.Document.QuerySelector(".bars a")!.GetAttribute("href")!);
        Assert.Equal(["14 May 2024: 1 statement", "15 May 2024: 1 statement"], Bars(page));
        Assert.Equal(["/speakers/a0", "/speakers/a0?period=2024"], page.Document.QuerySelectorAll(".way a").Select(link => link.GetAttribute("href")));

        page = await Page.OpenAsync(server, page.Document.QuerySelector(".bars a")!.GetAttribute("href")!);
        Assert.Equal("14 May 2024: 1 statement", page.Document.QuerySelector(".bars a[aria-current]")!.GetAttribute("aria-label"));
        Assert.Equal(["oil is dear"], page.Texts("article.quote .content"));
        Assert.Equal("Statements of 14 May 2024, newest first", page.Text("#statements"));

        static IEnumerable<string?> Bars(Page page) => page.Document.QuerySelectorAll(".bars a").Select(bar => bar.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task What_has_no_day_is_said_not_to_be_in_the_timeline()
    {
        await using var server = await StartAsync();
        await server.AddAsync("Ana Ruiz: it is late");
        var page = await Page.OpenAsync(server, "/speakers/a0");
        Assert.Equal("1 statement without a day is not in the chart.", page.Text(".chart + .hint"));
        Assert.Equal(["2023 1", "2024 2"], page.Texts(".chart tbody tr"));
    }

    [Theory]
    [InlineData("/speakers/a77")]
    [InlineData("/speakers/a77/merge")]
    [InlineData("/speakers/a77/split")]
    [InlineData("/speakers/Ana")]
    [InlineData("/speakers/a0?period=May")]
    public async Task Who_is_not_there_is_not_found(string path)
    {
        await using var server = await StartAsync();
        Assert.Equal("There is no such page", (await Page.OpenAsync(server, path, 404)).Text("h1"));
    }

    [Fact]
    public async Task Speakers_are_listed_and_found_by_name()
    {
        await using var server = await StartAsync();
        Assert.Equal(["Ana Ruiz", "Bob Lee", "Carla Leigh"], (await Page.OpenAsync(server, "/speakers")).Texts("tbody th > a"));
        Assert.Equal(["Bob Lee"], (await Page.OpenAsync(server, "/speakers?name=lee&country=")).Texts("tbody th > a"));
        Assert.Equal(["Carla Leigh"], (await Page.OpenAsync(server, "/speakers?after=a1")).Texts("tbody th > a"));
        Assert.Contains("Nobody was found.", (await Page.OpenAsync(server, "/speakers?name=nobody")).Text(), StringComparison.Ordinal);
        Assert.Equal("country is 'Russia'. It takes the two letters of ISO 3166-1, as RU.", (await Page.OpenAsync(server, "/speakers?country=Russia", 400)).Text(".problem"));
    }

    [Fact]
    public async Task Two_speakers_are_made_one_and_two_again()
    {
        await using var server = await StartAsync();
        var page = await Page.OpenAsync(server, "/speakers/a1");
        page = await Page.OpenAsync(server, page.Link("Same as another speaker"));
        page = await Page.OpenAsync(server, $"{page.Document.QuerySelector("main form")!.GetAttribute("action")}?name=carla");
        page = await Page.OpenAsync(server, page.Link("Carla Leigh"));
        Assert.Equal(["Bob Lee", "Carla Leigh"], page.Texts("tbody th > a"));

        using var merged = await page.SendAsync("main form");
        Assert.Equal((302, "/speakers/a1?decided=1"), ((int)merged.StatusCode, merged.Headers.Location!.PathAndQuery));
        var one = await Page.OpenAsync(server, "/speakers/a1?decided=1");
        Assert.Contains("Decided: a1 and a2 are one speaker.", one.Text(".note"), StringComparison.Ordinal);
        Assert.Equal(["gas is cheap", "oil is cheap"], one.Texts("article.quote .content"));
        using var other = await server.GetAsync("/speakers/a2");
        Assert.Equal((302, "/speakers/a1"), ((int)other.StatusCode, other.Headers.Location!.PathAndQuery));

        var decisions = await Page.OpenAsync(server, "/decisions");
        Assert.Equal(["a1 and a2 are one speaker."], decisions.Texts("tbody td:nth-child(2)"));
        using var undone = await decisions.SendAsync("main form", ("number", "1"));
        Assert.Equal((302, "/decisions?undone=1"), ((int)undone.StatusCode, undone.Headers.Location!.PathAndQuery));
        Assert.Equal(["oil is cheap"], (await Page.OpenAsync(server, "/speakers/a1")).Texts("article.quote .content"));
        Assert.Contains("Decision 1 is taken back.", (await Page.OpenAsync(server, "/decisions?undone=1")).Text(), StringComparison.Ordinal);

        using var again = await decisions.SendAsync("main form", ("number", "1"));
        Assert.Equal("No decision 1 holds.", (await Page.OfAsync(server, "/decisions", again, 409)).Text(".problem"));
    }

    [Fact]
    public async Task A_name_is_split_off_and_put_back()
    {
        await using var server = await StartAsync();
        using var merged = await (await Page.OpenAsync(server, "/speakers/a1/merge?with=a2")).SendAsync("main form");
        Assert.Equal(302, (int)merged.StatusCode);
        var page = await Page.OpenAsync(server, "/speakers/a1/split");
        Assert.Equal(["Bob Lee", "Carla Leigh"], page.Document.QuerySelectorAll("input[type=radio]").Select(choice => choice.GetAttribute("value")).Order());
        using var split = await page.SendAsync("main form", ("name", "Carla Leigh"), ("role", ""));
        Assert.Equal((302, "/speakers/a1?decided=2"), ((int)split.StatusCode, split.Headers.Location!.PathAndQuery));
        Assert.Contains("“Carla Leigh” is not a1, but a3.", (await Page.OpenAsync(server, "/speakers/a1?decided=2")).Text(".note"), StringComparison.Ordinal);
        Assert.Equal(["oil is cheap"], (await Page.OpenAsync(server, "/speakers/a1")).Texts("article.quote .content"));
    }

    [Fact]
    public async Task A_decision_that_is_refused_says_why()
    {
        await using var server = await StartAsync();
        Assert.Equal("That is the same speaker.", (await Page.OpenAsync(server, "/speakers/a1/merge?with=a1", 400)).Text(".problem"));
        Assert.Equal("There is no speaker 'a9'.", (await Page.OpenAsync(server, "/speakers/a1/merge?with=a9", 400)).Text(".problem"));
        var page = await Page.OpenAsync(server, "/speakers/a0/split");
        using var nothingLeft = await page.SendAsync("main form", ("name", "Ana Ruiz"));
        Assert.Equal("Nothing would be left of the actor.", (await Page.OfAsync(server, "/speakers/a0/split", nothingLeft, 409)).Text(".problem"));
        using var noName = await page.SendAsync("main form");
        Assert.Equal("Choose the name that is somebody else’s.", (await Page.OfAsync(server, "/speakers/a0/split", noName, 400)).Text(".problem"));
    }

    [Fact]
    public async Task Without_the_key_nothing_can_be_decided()
    {
        await using var server = await RunningServer.StartAsync(options => options with { WriteKey = WriteKey }, Page.Read);
        foreach (var text in Articles)
        {
            using var added = await server.PostAsync("/api/v1/articles", text, key: WriteKey);
            await RunningServer.JsonOf(added, 201);
        }

        var page = await Page.OpenAsync(server, "/speakers/a1");
        Assert.Empty(page.Document.QuerySelectorAll("a[href$='/merge'], a[href$='/split']"));
        using var refused = await server.GetAsync("/speakers/a1/merge?with=a2");
        Assert.Equal((302, true), ((int)refused.StatusCode, refused.Headers.Location!.ToString().StartsWith("/sign-in", StringComparison.Ordinal)));
        var form = await Page.OpenAsync(server, "/speakers/a1/merge?with=a2", key: WriteKey);
        using var withoutKey = await form.SendAsync("main form");
        Assert.Equal(401, (int)withoutKey.StatusCode);
        using var withKey = await form.SendAsync("main form", WriteKey, []);
        Assert.Equal(302, (int)withKey.StatusCode);

        var decisions = await Page.OpenAsync(server, "/decisions");
        Assert.Empty(decisions.Document.QuerySelectorAll("button[name=number]"));
        using var undo = await decisions.SendAsync("main form", ("number", "1"));
        Assert.Equal("Taking a decision back needs the right to write.", (await Page.OfAsync(server, "/decisions", undo, 403)).Text(".problem"));
        Assert.Single((await server.JsonAsync("/api/v1/decisions")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_form_without_its_token_decides_nothing()
    {
        await using var server = await StartAsync();
        using var answer = await server.PostAsync("/speakers/a1/merge?with=a2", "_handler=merge", "application/x-www-form-urlencoded");
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Empty((await server.JsonAsync("/api/v1/decisions")).GetProperty("items").EnumerateArray());
    }

    private static async Task<RunningServer> StartAsync()
    {
        var server = await RunningServer.StartAsync(engine: Page.Read);
        await server.AddAsync(Articles);
        return server;
    }
}
