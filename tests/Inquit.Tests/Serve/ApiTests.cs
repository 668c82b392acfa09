using System.Net;
using System.Text;
using System.Text.Json;
using Inquit.App.Serving;
using Xunit;

namespace Inquit.Tests;

/// <summary>What the API answers. Each answer is held against what the OpenAPI document says of it.</summary>
public sealed class ApiTests
{
    private static readonly string[] Articles = ["date 2024-05-14\nAna Ruiz: oil is dear\nBob Lee: oil is cheap\nAna Ruiz: oil is oil", "date 2024-05-15\nDavid Holm: gas is dear", "date 2023-01-02\nCarla Brekke: it rained"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_is_read_and_not_kept()
    {
        await using var server = await RunningServer.StartAsync();
        using var answer = await server.PostAsync("/api/v1/read", Articles[0]);
        var analysis = await RunningServer.JsonOf(answer, 200);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        var run = CommandRun.Of(["read", "--format", "jsonl", "-"], LedgerCommandTests.Read, Encoding.UTF8.GetBytes(Articles[0]));
        Assert.Equal(run.Output.TrimEnd('\n').Replace("\"document\":\"stdin\"", "\"document\":null", StringComparison.Ordinal), analysis.ToString());
        Assert.Equal(0, (await server.JsonAsync("/api/v1/stats")).GetProperty("articles").GetInt32());
        (await Shapes.OfAsync(server)).Check("read", analysis);
    }

    [Fact]
    public async Task A_record_and_a_page_are_read()
    {
        await using var server = await RunningServer.StartAsync();
        using var record = await server.PostAsync("/api/v1/read", """{"id":"r1","title":"T","published":"2024-05-14","text":"Ana Ruiz: it rained"}""", "application/json; charset=utf-8");
        var analysis = await RunningServer.JsonOf(record, 200);
        Assert.Equal(("r1", "T", "2024-05-14", 1), (analysis.GetProperty("document").GetString(), analysis.GetProperty("title").GetString(), analysis.GetProperty("published").GetString(), analysis.GetProperty("statements").GetArrayLength()));
        using var page = await server.PostAsync("/api/v1/read", "<html><body><article><h1>Rain</h1><p>Ana Ruiz: it rained, and the river rose over the bridge by noon on Tuesday.</p></article></body></html>", "text/html");
        Assert.Equal(1, (await RunningServer.JsonOf(page, 200)).GetProperty("statements").GetArrayLength());
    }

    [Theory]
    [InlineData("", "text/plain", 400, "empty")]
    [InlineData("{\"id\":\"x\"}", "application/json", 400, "The record has no text.")]
    [InlineData("{oops", "application/json", 400, "This is not JSON")]
    [InlineData("[{\"text\":\"a\"},{\"text\":\"b\"}]", "application/json", 400, "There are several articles. Send them one by one.")]
    [InlineData("a\0b", "text/plain", 400, "")]
    [InlineData("<x/>", "application/xml", 415, "Send text/plain, text/html or application/json.")]
    [InlineData("x", "text/plain; charset=latin1", 415, "Send UTF-8.")]
    public async Task What_cannot_be_read_is_refused_with_what_to_do(string body, string type, int status, string message)
    {
        await using var server = await RunningServer.StartAsync();
        using var answer = await server.PostAsync("/api/v1/read", body, type);
        Assert.Contains(message, await RunningServer.ProblemOf(answer, status), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/read")]
    [InlineData("/api/v1/articles")]
    public async Task More_than_two_million_bytes_are_refused(string path)
    {
        await using var server = await RunningServer.StartAsync();
        using var most = await server.PostAsync("/api/v1/read", new string('a', BodyLimit.Bytes));
        Assert.Equal(HttpStatusCode.OK, most.StatusCode);
        using var answer = await server.PostAsync(path, new string('a', BodyLimit.Bytes + 1));
        Assert.Contains("2,000,000 bytes", await RunningServer.ProblemOf(answer, 413), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_client_reads_so_many_articles_a_minute()
    {
        await using var server = await RunningServer.StartAsync(options => options with { ReadsPerMinute = 3 });
        foreach (var _ in Enumerable.Range(0, 3))
        {
            using var read = await server.PostAsync("/api/v1/read", "x");
            Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        }

        foreach (var path in (string[])["/api/v1/read", "/api/v1/articles"])
        {
            using var refused = await server.PostAsync(path, "x");
            Assert.Contains("More than 3 articles a minute", await RunningServer.ProblemOf(refused, 429), StringComparison.Ordinal);
            Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        }

        using var search = await server.GetAsync("/api/v1/search?q=oil");
        Assert.Equal(HttpStatusCode.OK, search.StatusCode);
    }

    [Fact]
    public async Task Articles_are_added_once_listed_and_shown()
    {
        await using var server = await RunningServer.StartAsync();
        var shapes = await Shapes.OfAsync(server);
        var ids = await server.AddAsync(Articles);
        using var again = await server.PostAsync("/api/v1/articles", Articles[0]);
        var known = await RunningServer.JsonOf(again, 200);
        Assert.Equal(("known", ids[0]), (known.GetProperty("outcome").GetString(), known.GetProperty("article").GetString()));
        shapes.Check("addArticle", known);

        var page = await server.JsonAsync("/api/v1/articles?limit=2");
        shapes.Check("articles", page);
        Assert.Equal([ids[2], ids[1]], page.GetProperty("items").EnumerateArray().Select(article => article.GetProperty("id").GetString()));
        var rest = await server.JsonAsync($"/api/v1/articles?limit=2&after={page.GetProperty("next").GetString()}");
        Assert.Equal(ids[0], Assert.Single(rest.GetProperty("items").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, rest.GetProperty("next").ValueKind);
        Assert.Equal(ids[2], Assert.Single((await server.JsonAsync("/api/v1/articles?until=2023")).GetProperty("items").EnumerateArray()).GetProperty("id").GetString());

        var article = await server.JsonAsync($"/api/v1/articles/{ids[0][..12]}");
        shapes.Check("article", article);
        Assert.Equal(CommandRun.Of(["article", ids[0], "--format", "jsonl", "--ledger", server.Ledger]).Output.TrimEnd('\n'), article.ToString());
        using var text = await server.GetAsync($"/api/v1/articles/{ids[0]}/text");
        Assert.Equal((Articles[0], "text/plain"), (await text.Content.ReadAsStringAsync(Cancellation), text.Content.Headers.ContentType!.MediaType));

        var statement = await server.JsonAsync($"/api/v1/statements/{ids[0][..12]}%23s2");
        shapes.Check("statement", statement);
        Assert.Equal("oil is cheap", statement.GetProperty("statement").GetProperty("content").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("/api/v1/articles/0123456789ab", 404, "There is no article '0123456789ab'.")]
    [InlineData("/api/v1/articles/..%2f..%2fetc", 404, "")]
    [InlineData("/api/v1/statements/0123456789ab%23s1", 404, "There is no article")]
    [InlineData("/api/v1/statements/x", 404, "There is no statement 'x'.")]
    [InlineData("/api/v1/actors/a99", 404, "There is no speaker 'a99'.")]
    [InlineData("/api/v1/actors/nobody", 404, "There is no speaker 'nobody'.")]
    [InlineData("/api/v1/actors/a99/statements", 404, "There is no speaker 'a99'.")]
    [InlineData("/api/v1/actors?after=a99", 400, "There is no speaker 'a99' to go on after.")]
    [InlineData("/api/v1/articles?after=0123456789ab", 400, "There is no article '0123456789ab' in the ledger.")]
    [InlineData("/api/v1/search?after=0123456789ab%23s1", 400, "There is no statement '0123456789ab#s1' in the ledger.")]
    [InlineData("/api/v1/search?limit=101", 400, "limit is '101'. It takes a whole number from 1 to 100.")]
    [InlineData("/api/v1/search?limit=-1", 400, "limit is '-1'.")]
    [InlineData("/api/v1/search?q=%22oil", 400, "The quotation mark before 'oil' is not closed.")]
    [InlineData("/api/v1/search?since=yesterday", 400, "since is 'yesterday'. It takes a day, month or year")]
    [InlineData("/api/v1/search?kind=loud", 400, "kind is 'loud'. It takes direct, indirect or mixed.")]
    [InlineData("/api/v1/search?country=Russia", 400, "country is 'Russia'.")]
    [InlineData("/api/v1/search?minConfidence=2", 400, "minConfidence is '2'.")]
    [InlineData("/api/v1/search?facets=maybe", 400, "facets is 'maybe'.")]
    [InlineData("/api/v1/search?role=%26", 400, "'&' has no letter or digit to look for.")]
    [InlineData("/api/v1/search?actor=lee", 400, "actor is 'lee'. It takes the id of a speaker, as a12.")]
    [InlineData("/api/v1/search.xml", 404, "there are search.csv and search.jsonl")]
    [InlineData("/api/v1/days?role=%26", 400, "has no letter or digit")]
    [InlineData("/api/v1/nothing", 404, "There is nothing at /api/v1/nothing.")]
    [InlineData("/api/v2/articles", 404, "There is nothing at /api/v2/articles.")]
    public async Task A_wrong_request_is_told_what_is_wrong(string path, int status, string message)
    {
        await using var server = await RunningServer.StartAsync();
        using var answer = await server.GetAsync(path);
        Assert.Contains(message, await RunningServer.ProblemOf(answer, status), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_that_is_not_taken_is_refused()
    {
        await using var server = await RunningServer.StartAsync();
        using var answer = await server.SendAsync(HttpMethod.Put, "/api/v1/stats", "x");
        Assert.Contains("not PUT", await RunningServer.ProblemOf(answer, 405), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_gives_what_the_command_line_gives_with_counts_and_pages()
    {
        await using var server = await RunningServer.StartAsync();
        var shapes = await Shapes.OfAsync(server);
        await server.AddAsync(Articles);
        var found = await server.JsonAsync("/api/v1/search?q=oil+OR+gas&since=2024");
        shapes.Check("search", found);
        var lines = CommandRun.Of(["search", "oil", "OR", "gas", "--since", "2024", "--format", "jsonl", "--ledger", server.Ledger]).Output;
        Assert.Equal(lines, string.Concat(found.GetProperty("items").EnumerateArray().Select(item => item + "\n")));
        var facets = found.GetProperty("facets");
        Assert.Equal((4, true), (facets.GetProperty("statements").GetInt32(), facets.GetProperty("complete").GetBoolean()));
        Assert.Equal("""[{"id":"a0","name":"Ana Ruiz","statements":2},{"id":"a1","name":"Bob Lee","statements":1},{"id":"a2","name":"David Holm","statements":1}]""", facets.GetProperty("speakers").ToString());
        Assert.Equal("""[{"value":"2024-05","statements":4}]""", facets.GetProperty("months").ToString());
        Assert.Equal("""[{"value":"indirect","statements":4}]""", facets.GetProperty("kinds").ToString());

        var first = await server.JsonAsync("/api/v1/search?limit=4&facets=false");
        Assert.False(first.TryGetProperty("facets", out _));
        shapes.Check("search", first);
        var second = await server.JsonAsync($"/api/v1/search?limit=4&after={Uri.EscapeDataString(first.GetProperty("next").GetString()!)}");
        Assert.Equal("Carla Brekke", Assert.Single(second.GetProperty("items").EnumerateArray()).GetProperty("statement").GetProperty("speaker").GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        Assert.Equal(5, second.GetProperty("facets").GetProperty("statements").GetInt32());

        foreach (var (format, type) in ((string, string)[])[("csv", "text/csv"), ("jsonl", "application/x-ndjson")])
        {
            using var answer = await server.GetAsync($"/api/v1/search.{format}?q=oil+OR+gas&since=2024");
            Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal(CommandRun.Of(["search", "oil", "OR", "gas", "--since", "2024", "--format", format, "--ledger", server.Ledger]).Output, await answer.Content.ReadAsStringAsync(Cancellation));
        }

        var days = await server.JsonAsync("/api/v1/days?q=oil+OR+gas");
        shapes.Check("days", days);
        Assert.Equal("""[{"day":"2024-05-15","statements":1},{"day":"2024-05-14","statements":3}]""", days.GetProperty("items").ToString());
    }

    [Fact]
    public async Task Speakers_are_listed_merged_split_and_that_is_taken_back()
    {
        await using var server = await RunningServer.StartAsync();
        var shapes = await Shapes.OfAsync(server);
        await server.AddAsync(Articles);
        var page = await server.JsonAsync("/api/v1/actors?limit=2");
        shapes.Check("actors", page);
        Assert.Equal("""{"id":"a0","name":"Ana Ruiz","type":"person","role":null,"country":null,"statements":2,"first":"2024-05-14","last":"2024-05-14"}""", page.GetProperty("items")[0].ToString());
        var rest = await server.JsonAsync($"/api/v1/actors?limit=3&after={page.GetProperty("next").GetString()}");
        Assert.Equal(["a2", "a3"], rest.GetProperty("items").EnumerateArray().Select(actor => actor.GetProperty("id").GetString()));

        using var merged = await server.PostAsync("/api/v1/actors/a0/merge", """{"with":"a1"}""", "application/json");
        var decision = await RunningServer.JsonOf(merged, 201);
        shapes.Check("mergeActors", decision);
        Assert.Equal("""{"number":1,"decision":"merge","first":"a0","second":"a1","name":null}""", decision.ToString());
        var actor = await server.JsonAsync("/api/v1/actors/a0");
        shapes.Check("actor", actor);
        Assert.Equal((3, "Bob Lee"), (actor.GetProperty("statements").GetInt32(), actor.GetProperty("otherNames")[0].GetString()));
        var said = await server.JsonAsync("/api/v1/actors/a0/statements?q=oil");
        shapes.Check("actorStatements", said);
        Assert.Equal(3, said.GetProperty("items").GetArrayLength());

        using var split = await server.PostAsync("/api/v1/actors/a0/split", """{"name":"Bob Lee"}""", "application/json");
        Assert.Equal("split", (await RunningServer.JsonOf(split, 201)).GetProperty("decision").GetString());
        var decisions = await server.JsonAsync("/api/v1/decisions");
        shapes.Check("decisions", decisions);
        Assert.Equal(2, decisions.GetProperty("items").GetArrayLength());
        foreach (var number in (int[])[2, 1])
        {
            using var undone = await server.SendAsync(HttpMethod.Delete, $"/api/v1/decisions/{number}");
            Assert.Equal(HttpStatusCode.NoContent, undone.StatusCode);
        }

        Assert.Equal(0, (await server.JsonAsync("/api/v1/decisions")).GetProperty("items").GetArrayLength());
        shapes.Check("stats", await server.JsonAsync("/api/v1/stats"));
    }

    [Theory]
    [InlineData("/api/v1/actors/a0/merge", "{\"with\":\"a0\"}", "application/json", 409, "")]
    [InlineData("/api/v1/actors/a0/merge", "{\"with\":\"a9\"}", "application/json", 404, "There is no speaker 'a9'.")]
    [InlineData("/api/v1/actors/a0/merge", "{}", "application/json", 400, "The body is not what /openapi/v1.json describes")]
    [InlineData("/api/v1/actors/a0/merge", "{\"with\":null}", "application/json", 400, "The body is not what /openapi/v1.json describes")]
    [InlineData("/api/v1/actors/a0/merge", "{", "application/json", 400, "The body is not what /openapi/v1.json describes")]
    [InlineData("/api/v1/actors/a0/merge", "with=a1", "application/x-www-form-urlencoded", 415, "Send application/json.")]
    [InlineData("/api/v1/actors/a0/split", "{\"name\":\" \"}", "application/json", 400, "name is empty.")]
    public async Task A_decision_that_cannot_be_is_refused(string path, string body, string type, int status, string message)
    {
        await using var server = await RunningServer.StartAsync();
        await server.AddAsync(Articles[0]);
        using var answer = await server.PostAsync(path, body, type);
        Assert.Contains(message, await RunningServer.ProblemOf(answer, status), StringComparison.Ordinal);
        Assert.Equal(0, (await server.JsonAsync("/api/v1/decisions")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Who_has_the_latest_answer_is_not_sent_it_again()
    {
        await using var server = await RunningServer.StartAsync();
        await server.AddAsync(Articles[0]);
        foreach (var path in (string[])["/api/v1/stats", "/api/v1/search?q=oil", "/api/v1/articles", "/api/v1/actors/a0"])
        {
            using var first = await server.GetAsync(path);
            Assert.Equal("no-cache, private", first.Headers.CacheControl!.ToString());
            using var second = await server.GetAsync(path, headers: ("If-None-Match", $"\"other\", {first.Headers.ETag}"));
            Assert.Equal((HttpStatusCode.NotModified, first.Headers.ETag), (second.StatusCode, second.Headers.ETag));
            Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancellation));
        }

        using var before = await server.GetAsync("/api/v1/stats");
        await server.AddAsync(Articles[1]);
        using var after = await server.GetAsync("/api/v1/stats", headers: ("If-None-Match", before.Headers.ETag!.ToString()));
        Assert.Equal(2, (await RunningServer.JsonOf(after, 200)).GetProperty("articles").GetInt32());
    }

    [Fact]
    public async Task What_another_program_adds_is_seen()
    {
        await using var server = await RunningServer.StartAsync();
        await server.AddAsync(Articles[0]);
        using var folder = new TemporaryFolder();
        Assert.Equal(0, CommandRun.Of(["add", "--ledger", server.Ledger, folder.Write("a.txt", Articles[1])], LedgerCommandTests.Read).ExitCode);
        Assert.Equal(3, (await server.JsonAsync("/api/v1/search?facets=false")).GetProperty("items").GetArrayLength() - 1);
        await Task.Delay(ServedLedger.Lag, Cancellation);
        Assert.Equal(2, (await server.JsonAsync("/api/v1/stats")).GetProperty("articles").GetInt32());
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Answers_are_packed_for_those_who_can_unpack_them(string encoding)
    {
        await using var server = await RunningServer.StartAsync();
        await server.AddAsync(Articles);
        using var answer = await server.GetAsync("/api/v1/search", headers: ("Accept-Encoding", encoding));
        Assert.Equal(encoding, Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
    }

    [Fact]
    public async Task It_says_whether_it_is_well()
    {
        await using var server = await RunningServer.StartAsync(options => options with { ReadKey = new string('k', 20) });
        foreach (var path in (string[])["/health", "/health/live", "/health/ready"])
        {
            using var answer = await server.GetAsync(path);
            Assert.Equal((HttpStatusCode.OK, "Healthy"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation)));
        }
    }

    [Fact]
    public async Task A_fault_of_the_engine_is_one_answer()
    {
        await using var server = await RunningServer.StartAsync(engine: article => article.Text == "x" ? throw new InvalidOperationException("No tree.") : LedgerCommandTests.Read(article));
        using var fault = await server.PostAsync("/api/v1/read", "x");
        Assert.Contains("A mistake in inquit.", await RunningServer.ProblemOf(fault, 500), StringComparison.Ordinal);
        Assert.DoesNotContain("No tree.", await fault.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var good = await server.PostAsync("/api/v1/read", "y");
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
    }

    [Fact]
    public async Task The_description_names_every_operation_and_what_it_answers()
    {
        await using var server = await RunningServer.StartAsync();
        var document = await server.JsonAsync("/openapi/v1.json");
        Assert.StartsWith("3.1.", document.GetProperty("openapi").GetString());
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(operation => operation.Value).ToList();
        Assert.Equal(
            ["actor", "actorStatements", "actors", "addArticle", "article", "articleText", "articles", "days", "decisions", "mergeActors", "read", "search", "searchLines", "splitActor", "statement", "stats", "undoDecision"],
            operations.Select(operation => operation.GetProperty("operationId").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(operations, operation =>
        {
            Assert.NotEqual("", operation.GetProperty("summary").GetString());
            Assert.NotEmpty(operation.GetProperty("tags").EnumerateArray());
            foreach (var response in operation.GetProperty("responses").EnumerateObject().Where(response => response.Name != "204"))
            {
                Assert.All(response.Value.GetProperty("content").EnumerateObject(), content => Assert.NotEmpty(content.Value.GetProperty("schema").EnumerateObject()));
            }

            if (operation.TryGetProperty("parameters", out var parameters))
            {
                Assert.All(parameters.EnumerateArray(), parameter => Assert.NotEqual("", parameter.GetProperty("description").GetString()));
            }
        });
        Assert.All(operations.Where(operation => operation.GetProperty("operationId").GetString() is "read" or "addArticle"), operation =>
            Assert.Equal(["application/json", "text/html", "text/plain"], operation.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(content => content.Name).Order(StringComparer.Ordinal)));
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("key").GetProperty("scheme").GetString());
    }
}
