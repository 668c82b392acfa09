using System.Diagnostics;
using System.Net;

namespace Inquit.Benchmarks;

/// <summary>What became of one request.</summary>
/// <param name="IsPage">Whether a page was asked for, or else the API.</param>
/// <param name="Milliseconds">From the request to the last byte of the answer.</param>
/// <param name="Problem">What was wrong with it; null where nothing was.</param>
internal readonly record struct Answer(bool IsPage, double Milliseconds, string? Problem);

/// <summary>Many who search at a time, each with a connection of its own, as browsers have.</summary>
internal static class SearchLoad
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Searches for a while; every second request is for the page, the others are for the API with counts.</summary>
    /// <param name="address">The server's.</param>
    /// <param name="queries">What is searched for; each client begins elsewhere.</param>
    /// <param name="clients">How many search at a time.</param>
    /// <param name="duration">No request begins later than this.</param>
    /// <param name="think">From an answer to the next request of that client, in the mean, spread exponentially.</param>
    public static async Task<List<Answer>> RunAsync(Uri address, List<string> queries, int clients, TimeSpan duration, TimeSpan think)
    {
        var start = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => SearchAsync(client))));
        return [.. all.SelectMany(answers => answers)];

        async Task<List<Answer>> SearchAsync(int number)
        {
            using var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, MaxConnectionsPerServer = 1 };
            using var client = new HttpClient(handler) { BaseAddress = address, Timeout = Patience };
            var random = new Random(number);
            var answers = new List<Answer>();
            await Task.Delay(think * random.NextDouble());
            for (var request = number; Stopwatch.GetElapsedTime(start) < duration; request++)
            {
                var query = queries[(int)(((number * (long)queries.Count / clients) + request) % queries.Count)];
                answers.Add(await AskAsync(client, request % 2 == 0, query));
                var pause = think * -Math.Log(1 - random.NextDouble());
                var left = duration - Stopwatch.GetElapsedTime(start);
                await Task.Delay(pause < left ? pause : left > TimeSpan.Zero ? left : TimeSpan.Zero);
            }

            return answers;
        }
    }

    private static async Task<Answer> AskAsync(HttpClient client, bool isPage, string query)
    {
        var start = Stopwatch.GetTimestamp();
        string? problem;
        try
        {
            using var response = await client.GetAsync(new Uri($"{(isPage ? "search" : "api/v1/search")}?q={Uri.EscapeDataString(query)}", UriKind.Relative));
            var body = await response.Content.ReadAsStringAsync();
            problem = response.StatusCode != HttpStatusCode.OK ? $"{(isPage ? "page" : "API")}: {(int)response.StatusCode}"
                : !body.Contains(isPage ? "</html>" : "\"facets\"", StringComparison.Ordinal) ? $"{(isPage ? "page" : "API")}: cut short"
                : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException)
        {
            problem = failure.Message;
        }

        return new Answer(isPage, Stopwatch.GetElapsedTime(start).TotalMilliseconds, problem);
    }
}
