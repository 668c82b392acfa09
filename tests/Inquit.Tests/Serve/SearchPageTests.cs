using System.Text.Json;
using Inquit.App.Web;
using Inquit.Reading.Feeds;
using Xunit;

namespace Inquit.Tests;

/// <summary>The page that searches, and its feed.</summary>
public sealed class SearchPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_found_stands_in_its_context_with_the_words_marked()
    {
        await using var server = await StartAsync();
        var page = await Page.OpenAsync(server, "/search?q=oil");
        Assert.Equal("Search: oil: Inquit", page.Document.Title);
        Assert.Equal(["Ana Ruiz", "Bob Lee"], page.Texts("article.quote h3"));
        Assert.Equal("oil is dear", page.Text("article.quote .content"));
        Assert.Equal("Ana Ruiz", page.Text("article.quote .source"));
        Assert.Equal(["oil", "oil"], page.Texts("article.quote mark"));
        Assert.Equal("2 statements", page.Text(".facets .count"));
        var article = (await server.JsonAsync("/api/v1/search?q=oil")).GetProperty("items")[0].GetProperty("article").GetString()!;
        Assert.Equal($"/articles/{article[..12]}#s1", page.Link("in the article"));
        Assert.Equal("/speakers/a0", page.Link("Ana Ruiz"));
        Assert.Equal($"/articles/{article[..12]}", page.Link("Prices"));
    }

    [Fact]
    public async Task Counts_are_links_that_ask_for_less_and_what_is_chosen_can_be_taken_away()
    {
        await using var server = await StartAsync();
        var page = await Page.OpenAsync(server, "/search?q=oil");
        Assert.Equal("/search?q=oil&outlet=The%20Haven%20Courier", page.Link("The Haven Courier"));
        Assert.Equal("/search?q=oil&since=2024-05&until=2024-05", page.Link("2024-05"));
        var speaker = page.Document.QuerySelectorAll(".facet a").First(link => link.TextContent == "Bob Lee").GetAttribute("href")!;
        Assert.Equal("/search?q=oil&actor=a1", speaker);

        var chosen = await Page.OpenAsync(server, speaker);
        Assert.Equal(["Bob Lee"], chosen.Texts("article.quote h3"));
        Assert.Equal("Without Speaker: Bob Lee ×", chosen.Text(".filters a"));
        Assert.Equal("/search?q=oil", chosen.Link("Speaker: Bob Lee"));
        Assert.Equal("a1", chosen.Document.QuerySelector("form.search input[name=actor]")!.GetAttribute("value"));
        Assert.Equal("/api/v1/search.csv?q=oil&actor=a1", chosen.Link("As CSV"));
        Assert.Equal("/api/v1/search.jsonl?q=oil&actor=a1", chosen.Link("As JSON lines"));
        Assert.Equal("/search.atom?q=oil&actor=a1", chosen.Link("As a feed"));
        Assert.Equal("/search.atom?q=oil&actor=a1", chosen.Document.QuerySelector("link[rel=alternate]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_form_goes_to_an_address_without_what_was_left_empty()
    {
        await using var server = await StartAsync();
        using var answer = await server.GetAsync("/search?q=oil+price&speaker=&kind=indirect&since=");
        Assert.Equal((302, "/search?q=oil%20price&kind=indirect"), ((int)answer.StatusCode, answer.Headers.Location!.PathAndQuery));
    }

    [Fact]
    public async Task The_address_of_the_page_is_that_of_the_api()
    {
        await using var server = await StartAsync();
        var document = await server.JsonAsync("/openapi/v1.json");
        var names = document.GetProperty("paths").GetProperty("/api/v1/search").GetProperty("get").GetProperty("parameters").EnumerateArray()
            .Select(parameter => parameter.GetProperty("name").GetString()!).Where(name => name != "facets").ToList();
        var address = "/search?" + string.Join('&', names.Select(name => $"{name}=v{name}"));
        var query = new Microsoft.AspNetCore.Http.QueryCollection(names.ToDictionary(name => name, name => new Microsoft.Extensions.Primitives.StringValues($"v{name}")));
        Assert.Equal(address, SearchAddress.Of(SearchAddress.Read(query)));
    }

    [Theory]
    [InlineData("/search?q=oil+OR", "The search 'oil OR' cannot be understood: OR stands between two words.")]
    [InlineData("/search?since=May", "since is 'May'. It takes a day, month or year: 2024-05-14, 2024-05 or 2024.")]
    [InlineData("/search?order=best", "order is 'best'. It takes newest or oldest.")]
    [InlineData("/search?after=0123456789ab%23s1", "There is no statement '0123456789ab#s1' in the ledger.")]
    [InlineData("/search?speaker=--", "'--' has no letter or digit to look for.")]
    public async Task What_cannot_be_understood_is_said(string path, string message)
    {
        await using var server = await StartAsync();
        var page = await Page.OpenAsync(server, path, 400);
        Assert.Equal(message, page.Text(".problem"));
        using var feed = await server.GetAsync(path.Replace("/search", "/search.atom", StringComparison.Ordinal));
        Assert.Equal(message, await RunningServer.ProblemOf(feed, 400));
        using var counts = await server.GetAsync(path.Replace("/search", "/search/counts", StringComparison.Ordinal));
        Assert.True(path.Contains("after", StringComparison.Ordinal) ? counts.IsSuccessStatusCode : (int)counts.StatusCode == 400);
    }

    [Fact]
    public async Task Nothing_found_says_what_to_try()
    {
        await using var server = await StartAsync();
        Assert.Contains("Nothing was found.", (await Page.OpenAsync(server, "/search?q=bridge")).Text(".results"), StringComparison.Ordinal);
        await using var empty = await RunningServer.StartAsync();
        Assert.Contains("There are no statements in this ledger yet.", (await Page.OpenAsync(empty, "/search")).Text(".results"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_each_other()
    {
        await using var server = await StartAsync();
        var first = await Page.OpenAsync(server, "/search?limit=2");
        Assert.Equal(["Carla Brekke", "Ana Ruiz"], first.Texts("article.quote h3"));
        var second = await Page.OpenAsync(server, first.Link("Older"));
        Assert.Equal(["Bob Lee"], second.Texts("article.quote h3"));
        Assert.Equal("/search?limit=2", second.Link("Back to the newest"));
        Assert.Empty(second.Document.QuerySelectorAll("a[rel=next]"));

        var oldest = await Page.OpenAsync(server, first.Link("The oldest first"));
        Assert.Equal(["Bob Lee", "Ana Ruiz"], oldest.Texts("article.quote h3"));
        Assert.Equal(["Carla Brekke"], (await Page.OpenAsync(server, oldest.Link("Newer"))).Texts("article.quote h3"));
        Assert.Equal("/search?limit=2", oldest.Link("The newest first"));
        Assert.Equal("/search.atom?limit=2", oldest.Link("As a feed"));
    }

    [Fact]
    public async Task Counts_that_took_too_long_come_by_themselves()
    {
        await using var server = await StartAsync();
        using var answer = await server.GetAsync("/search/counts?q=oil");
        var html = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.StartsWith("<p class=\"count\" role=\"status\">2 statements</p>", html.Trim(), StringComparison.Ordinal);
        Assert.Contains("href=\"/search?q=oil&amp;actor=a1\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_text_is_rendered_as_HTML()
    {
        await using var server = await RunningServer.StartAsync();
        await server.AddAsync("<script>alert(1)</script> Eve: <img src=x onerror=alert(2)> hi\n<b>Bo</b>: <i>ho</i>");
        var page = await Page.OpenAsync(server, "/search?q=hi");
        Assert.Contains("<img src=x onerror=alert(2)> hi", page.Text("article.quote .content"), StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main script:not([src]), main img, main b, main i"));
        var speaker = await Page.OpenAsync(server, page.Link("<script>alert(1)</script> Eve"));
        Assert.Equal("<script>alert(1)</script> Eve", speaker.Text("h1"));
    }

    [Fact]
    public async Task A_search_can_be_followed_as_a_feed()
    {
        await using var server = await StartAsync();
        using var answer = await server.GetAsync("/search.atom?q=oil");
        Assert.Equal(("application/atom+xml", 200), (answer.Content.Headers.ContentType!.MediaType, (int)answer.StatusCode));
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        using var stream = new MemoryStream(bytes);
        var feed = new FeedReader(Stream.Null).Read(stream, "feed", new Uri(server.Address, "/search.atom?q=oil"));
        Assert.Null(feed.Problem);
        Assert.Equal("Inquit: oil", feed.Feed!.Title?.Text);
        Assert.StartsWith("urn:inquit:search:", feed.Feed.Id, StringComparison.Ordinal);
        Assert.NotNull(feed.Feed.Updated);
        Assert.Equal(["Ana Ruiz: oil is dear", "Bob Lee: oil is cheap"], feed.Feed.Entries.Select(entry => entry.Title?.Text));
        var article = (await server.JsonAsync("/api/v1/search?q=oil")).GetProperty("items")[0].GetProperty("article").GetString()!;
        Assert.Equal([$"urn:inquit:statement:{article}:s1", $"urn:inquit:statement:{article}:s2"], feed.Feed.Entries.Select(entry => entry.Id));
        Assert.All(feed.Feed.Entries, entry => Assert.NotNull(entry.Updated));

        using var known = await server.GetAsync("/search.atom?q=oil", null, ("If-None-Match", answer.Headers.ETag!.ToString()));
        Assert.Equal(304, (int)known.StatusCode);
        using var again = await server.GetAsync("/search.atom?q=oil");
        Assert.Equal(bytes, await again.Content.ReadAsByteArrayAsync(Cancellation));
        using var none = await server.GetAsync("/search.atom?q=bridge");
        using var empty = await none.Content.ReadAsStreamAsync(Cancellation);
        Assert.Empty(new FeedReader(Stream.Null).Read(empty, "feed").Feed!.Entries);
    }

    [Fact]
    public async Task A_feed_holds_what_XML_cannot()
    {
        await using var server = await RunningServer.StartAsync();
        using var added = await server.PostAsync("/api/v1/articles", JsonSerializer.Serialize(new { title = "a\u0001b", text = "Eve & <Co>: ]]> oil \u0002 \uFFFE 😀 <b>" }), "application/json");
        await RunningServer.JsonOf(added, 201);
        using var answer = await server.GetAsync("/search.atom?q=oil");
        using var stream = await answer.Content.ReadAsStreamAsync(Cancellation);
        var document = System.Xml.Linq.XDocument.Load(stream);
        Assert.Contains("😀 <b>", document.ToString().Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_right_to_read_a_page_leads_to_signing_in()
    {
        await using var server = await RunningServer.StartAsync(options => options with { ReadKey = "0123456789abcdef", WriteKey = "fedcba9876543210" });
        foreach (var path in (string[])["/", "/search?q=a", "/search.atom?q=a", "/search/counts?q=a", "/speakers", "/speakers/a0", "/decisions"])
        {
            using var refused = await server.GetAsync(path);
            Assert.Equal((302, true), ((int)refused.StatusCode, refused.Headers.Location!.ToString().StartsWith("/sign-in?to=", StringComparison.Ordinal)));
        }
    }

    private static async Task<RunningServer> StartAsync()
    {
        var server = await RunningServer.StartAsync();
        foreach (var record in (object[])
        [
            new { title = "Prices", outlet = "The Haven Courier", published = "2024-05-14", text = "Ana Ruiz: oil is dear\nBob Lee: oil is cheap" },
            new { title = "Rain", outlet = "The Port Times", published = "2024-05-15", text = "Carla Brekke: it rained" },
        ])
        {
            using var answer = await server.PostAsync("/api/v1/articles", JsonSerializer.Serialize(record), "application/json");
            await RunningServer.JsonOf(answer, 201);
        }

        return server;
    }
}
