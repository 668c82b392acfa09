using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Inquit.App.Serving;
using Xunit;

namespace Inquit.Tests;

/// <summary>A server on a free port of this machine, with a ledger of its own and an engine for which each line "NAME: WORDS" is a statement.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private Server server = null!;

    private RunningServer()
    {
    }

    public HttpClient Client { get; private set; } = null!;

    public string Ledger => folder.PathOf("test.db");

    public Uri Address => Client.BaseAddress!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<RunningServer> StartAsync(Func<ServeOptions, ServeOptions>? refine = null, Func<Article, Analysis>? engine = null)
    {
        var running = new RunningServer();
        var options = new ServeOptions { Ledger = running.Ledger, Addresses = [ListenAddress.Parse("http://127.0.0.1:0").Address!] };
        running.server = await Server.StartAsync(refine?.Invoke(options) ?? options, new GivenModels(engine ?? LedgerCommandTests.Read, "1.0.0+test"), Cancellation);
        running.Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(running.server.Addresses[0].Replace("localhost", "127.0.0.1", StringComparison.Ordinal)) };
        return running;
    }

    /// <summary>Sends a request and gives the answer.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null, string type = "text/plain", string? key = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Headers.ExpectContinue = body.Length > 1 << 20; // what is too much is refused before it is sent
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        }

        if (key is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return await Client.SendAsync(request, Cancellation);
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? key = null, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, key: key, headers: headers);

    public Task<HttpResponseMessage> PostAsync(string path, string body, string type = "text/plain", string? key = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, body, type, key, headers);

    /// <summary>The JSON at a path, which must be there.</summary>
    public async Task<JsonElement> JsonAsync(string path)
    {
        using var answer = await GetAsync(path);
        return await JsonOf(answer, 200);
    }

    /// <summary>Adds articles, a text each.</summary>
    public async Task<string[]> AddAsync(params string[] texts)
    {
        var ids = new List<string>();
        foreach (var text in texts)
        {
            using var answer = await PostAsync("/api/v1/articles", text);
            ids.Add((await JsonOf(answer, 201)).GetProperty("article").GetString()!);
        }

        return [.. ids];
    }

    /// <summary>The JSON of an answer with a status.</summary>
    public static async Task<JsonElement> JsonOf(HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode}: {text}");
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    /// <summary>What an answer that refuses says; it must be problem details (RFC 9457).</summary>
    public static async Task<string> ProblemOf(HttpResponseMessage answer, int status)
    {
        var problem = await JsonOf(answer, status);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEqual("", problem.GetProperty("title").GetString());
        return problem.GetProperty("detail").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.StopAsync();
        await server.DisposeAsync();
        folder.Dispose();
    }
}
