using System.Net;
using System.Net.WebSockets;
using System.Text.RegularExpressions;
using Inquit.App.Serving;
using Xunit;

namespace Inquit.Tests;

/// <summary>Who may do what, and what pages of strangers may not.</summary>
public sealed partial class SafetyTests
{
    private const string ReadKey = "read-0123456789abcdef";
    private const string WriteKey = "write-0123456789abcdef";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/nowhere")]
    [InlineData("/api/v1/stats")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/app.css")]
    [InlineData("/health")]
    public async Task Every_answer_tells_browsers_what_it_may_do(string path)
    {
        await using var server = await RunningServer.StartAsync();
        using var answer = await server.GetAsync(path);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(SecurityHeaders.Policy, policy);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_page_to_try_the_API_runs_its_own_scripts_only_and_asks_no_other_host()
    {
        await using var server = await RunningServer.StartAsync();
        using var answer = await server.GetAsync("/api/");
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        var nonce = NonceForm().Match(policy).Groups[1].Value;
        Assert.NotEqual("", nonce);
        Assert.DoesNotContain("script-src 'self' 'unsafe", policy, StringComparison.Ordinal);
        var page = System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation)); // a plus in the nonce is written as a reference
        Assert.All(ScriptForm().Matches(page), script => Assert.Contains($"nonce=\"{nonce}\"", script.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.Contains("\"withDefaultFonts\":false", page, StringComparison.Ordinal);
        using var again = await server.GetAsync("/api/");
        Assert.DoesNotContain(nonce, Assert.Single(again.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example", false)]
    [InlineData("evil.example:8350", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("news.example.org", true)]
    [InlineData("NEWS.example.org:1234", true)]
    [InlineData("localhost:1234", true)]
    [InlineData("127.0.0.1", true)]
    public async Task Only_hosts_that_the_server_is_are_answered(string host, bool isOurs)
    {
        await using var server = await RunningServer.StartAsync(options => options with { Hosts = ["news.example.org"] });
        foreach (var path in (string[])["/api/v1/stats", "/", "/app.css"])
        {
            using var answer = await server.GetAsync(path, headers: ("Host", host));
            Assert.Equal(isOurs ? HttpStatusCode.OK : HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_page_of_another_site_changes_nothing(string header, string value)
    {
        await using var server = await RunningServer.StartAsync();
        await server.AddAsync("Ana Ruiz: one\nBob Lee: two");
        foreach (var (method, path, body, type) in ((HttpMethod, string, string?, string)[])
        [
            (HttpMethod.Post, "/api/v1/articles", "x", "text/plain"),
            (HttpMethod.Post, "/api/v1/read", "x", "text/plain"),
            (HttpMethod.Post, "/api/v1/actors/a0/merge", "{\"with\":\"a1\"}", "application/json"),
            (HttpMethod.Delete, "/api/v1/decisions/1", null, ""),
            (HttpMethod.Post, "/session", "key=x", "application/x-www-form-urlencoded"),
        ])
        {
            using var answer = await server.SendAsync(method, path, body, type, headers: (header, value));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Equal(1, (await server.JsonAsync("/api/v1/stats")).GetProperty("articles").GetInt32());
        using var own = await server.PostAsync("/api/v1/read", "x", headers: [("Origin", server.Address.GetLeftPart(UriPartial.Authority)), ("Sec-Fetch-Site", "same-origin")]);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Fact]
    public async Task A_page_of_another_site_opens_no_channel()
    {
        await using var server = await RunningServer.StartAsync();
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "http://evil.example");
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri($"ws://{server.Address.Authority}/_blazor"), Cancellation));
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode is 0 ? HttpStatusCode.Forbidden : socket.HttpStatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var server = await RunningServer.StartAsync(options => options with { WriteKey = WriteKey });
        using var answer = await server.PostAsync("/session", $"key={WriteKey}", "application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData(null, null, null, true, true)]
    [InlineData(null, WriteKey, null, true, false)]
    [InlineData(null, WriteKey, WriteKey, true, true)]
    [InlineData(null, WriteKey, "wrong", false, false)]
    [InlineData(ReadKey, WriteKey, null, false, false)]
    [InlineData(ReadKey, WriteKey, ReadKey, true, false)]
    [InlineData(ReadKey, WriteKey, WriteKey, true, true)]
    [InlineData(ReadKey, WriteKey, "", false, false)]
    [InlineData(ReadKey, null, null, false, false)]
    [InlineData(ReadKey, null, ReadKey, true, false)]
    public async Task Keys_open_what_they_are_for(string? readKey, string? writeKey, string? given, bool reads, bool writes)
    {
        await using var server = await RunningServer.StartAsync(options => options with { ReadKey = readKey, WriteKey = writeKey });
        foreach (var path in (string[])["/api/v1/stats", "/api/v1/search", "/api/v1/articles", "/api/v1/actors", "/api/v1/decisions"])
        {
            using var read = await server.GetAsync(path, given);
            Assert.Equal(reads ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, read.StatusCode);
        }

        using var analyzed = await server.PostAsync("/api/v1/read", "x", key: given);
        Assert.Equal(reads, analyzed.IsSuccessStatusCode);
        using var added = await server.PostAsync("/api/v1/articles", "Ana Ruiz: one\nBob Lee: two", key: given);
        Assert.Equal(writes, added.IsSuccessStatusCode);
        using var undone = await server.SendAsync(HttpMethod.Delete, "/api/v1/decisions/1", key: given);
        Assert.Equal(writes, undone.StatusCode == HttpStatusCode.NotFound);
        if (!writes)
        {
            Assert.Contains(added.StatusCode, (HttpStatusCode[])[HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden]);
            Assert.Contains("key", await RunningServer.ProblemOf(added, (int)added.StatusCode), StringComparison.Ordinal);
            Assert.Equal(added.StatusCode == HttpStatusCode.Unauthorized, added.Headers.WwwAuthenticate.Count > 0);
        }
    }

    [Fact]
    public async Task A_ledger_that_is_only_read_is_never_written()
    {
        await using var server = await RunningServer.StartAsync(options =>
        {
            Assert.Equal(0, CommandRun.Of(["add", "--ledger", options.Ledger, "-"], LedgerCommandTests.Read, "Ana Ruiz: one"u8.ToArray()).ExitCode);
            return options with { IsReadOnly = true, WriteKey = WriteKey };
        });
        foreach (var key in (string?[])[null, WriteKey])
        {
            using var answer = await server.PostAsync("/api/v1/articles", "Ana Ruiz: two", key: key);
            Assert.Equal("This server reads only; nothing can be changed.", await RunningServer.ProblemOf(answer, 403));
        }

        Assert.Equal(1, (await server.JsonAsync("/api/v1/stats")).GetProperty("articles").GetInt32());
    }

    [Fact]
    public async Task A_browser_signs_in_once()
    {
        await using var server = await RunningServer.StartAsync(options => options with { ReadKey = ReadKey, WriteKey = WriteKey });
        using var closed = await server.GetAsync("/?a=b");
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?to=%2F%3Fa%3Db"), (closed.StatusCode, closed.Headers.Location!.ToString()));
        using var page = await server.GetAsync("/sign-in?to=%2F%3Fa%3Db");
        var form = await page.Content.ReadAsStringAsync(Cancellation);
        var token = Uri.EscapeDataString(TokenForm().Match(form).Groups[1].Value);
        var cookie = Assert.Single(page.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);

        using var wrong = await server.PostAsync("/session", $"__RequestVerificationToken={token}&key=wrong&to=%2F", "application/x-www-form-urlencoded", headers: ("Cookie", cookie.Split(';')[0]));
        Assert.Equal("/sign-in?wrong=true&to=%2F", wrong.Headers.Location!.ToString());
        using var right = await server.PostAsync("/session", $"__RequestVerificationToken={token}&key={ReadKey}&to=%2F%3Fa%3Db", "application/x-www-form-urlencoded", headers: ("Cookie", cookie.Split(';')[0]));
        Assert.Equal("/?a=b", right.Headers.Location!.ToString());
        var signedIn = right.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("inquit=", StringComparison.Ordinal)).Split(';')[0];
        using var open = await server.GetAsync("/", headers: ("Cookie", signedIn));
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        using var write = await server.PostAsync("/api/v1/articles", "x", headers: ("Cookie", signedIn));
        Assert.False(write.IsSuccessStatusCode);

        using var astray = await server.PostAsync("/session", $"__RequestVerificationToken={token}&key={ReadKey}&to=%2F%2Fevil.example", "application/x-www-form-urlencoded", headers: ("Cookie", cookie.Split(';')[0]));
        Assert.Equal("/", astray.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("file:///etc/passwd", "is no address")]
    [InlineData("/etc/passwd", "is no address")]
    [InlineData("ftp://example.org/a", "is no address")]
    [InlineData("http://127.0.0.1:1/", "which is no address of the public internet")]
    [InlineData("http://169.254.169.254/latest", "which is no address of the public internet")]
    [InlineData("http://[::1]/", "which is no address of the public internet")]
    [InlineData("http://localhost/", "which is no address of the public internet")]
    public async Task Only_the_public_internet_is_fetched_from(string address, string message)
    {
        await using var server = await RunningServer.StartAsync();
        using var answer = await server.SendAsync(HttpMethod.Post, $"/api/v1/read?url={Uri.EscapeDataString(address)}");
        Assert.Contains(message, await RunningServer.ProblemOf(answer, 400), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_fetched_where_that_is_allowed()
    {
        using var web = new LoopbackServer();
        web.Give("/robots.txt", "", status: "404 Not Found");
        web.Give("/a.html", "<html><body><article><h1>Rain</h1><p>Ana Ruiz: it rained, and the river rose over the bridge by noon on Tuesday.</p></article></body></html>");
        await using var server = await RunningServer.StartAsync(options => options with { Fetching = new() { AllowPrivate = true }, WriteKey = WriteKey });
        var path = $"/api/v1/read?url={Uri.EscapeDataString(web.At("/a.html"))}";
        using var answer = await server.SendAsync(HttpMethod.Post, path);
        Assert.Equal(1, (await RunningServer.JsonOf(answer, 200)).GetProperty("statements").GetArrayLength());
    }

    [Theory]
    [InlineData("http://localhost", true, null)]
    [InlineData("http://[::1]:80", true, null)]
    [InlineData("http://0.0.0.0:80", false, null)]
    [InlineData("http://*:80", false, null)]
    [InlineData("http://192.0.2.1:80", false, null)]
    [InlineData("https://localhost", true, "this server speaks plain HTTP")]
    [InlineData("http://news.example.org", true, "names no address of this machine")]
    [InlineData("http://localhost:x", true, "has no port that can be")]
    [InlineData("http://localhost:65536", true, "has no port that can be")]
    public void Addresses_are_read(string text, bool isLoopback, string? problem)
    {
        var (address, found) = ListenAddress.Parse(text);
        Assert.Contains(problem ?? "", found ?? "", StringComparison.Ordinal);
        Assert.Equal(problem is null, address is not null);
        Assert.Equal(isLoopback, address?.IsLoopback ?? isLoopback);
    }

    [Fact]
    public void What_others_reach_needs_a_key_to_write()
    {
        var local = new ServeOptions { Ledger = "x" };
        Assert.Null(local.Problem);
        var open = local with { Addresses = [ListenAddress.Parse("http://0.0.0.0:80").Address!] };
        Assert.Contains("Give a key for writing", open.Problem, StringComparison.Ordinal);
        Assert.Null((open with { WriteKey = WriteKey }).Problem);
        Assert.Null((open with { IsReadOnly = true }).Problem);
        Assert.Contains("16 characters or more", (open with { WriteKey = "short" }).Problem, StringComparison.Ordinal);
        Assert.Contains("are the same", (local with { WriteKey = WriteKey, ReadKey = WriteKey }).Problem, StringComparison.Ordinal);
    }

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex NonceForm();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex ScriptForm();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenForm();
}
