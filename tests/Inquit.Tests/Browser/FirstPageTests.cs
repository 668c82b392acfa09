using System.Diagnostics;
using Xunit;

namespace Inquit.Tests;

/// <summary>What the first look costs.</summary>
[Collection(BrowserTests.Name)]
public sealed class FirstPageTests(PublishedApp app)
{
    private const int MostBytes = 250_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_first_page_is_light(bool isFilled)
    {
        PublishedApp.RequireBrowser();
        await using var server = await PublishedServer.StartAsync(await app.ProgramAsync(), isFilled ? [PublishedApp.Sample] : []);
        await using var visit = await Visit.BeginAsync(app, server);
        await visit.OpenAsync("/");
        await visit.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        var bytes = await visit.TransferredAsync();
        TestContext.Current.TestOutputHelper!.WriteLine($"{bytes:N0} bytes");
        Assert.InRange(bytes, 1_000, MostBytes);
    }

    /// <summary>
    /// A second is meant; <c>benchmarks/serve.sh</c> measures it. Here the best of a few starts has three times as long, since the machine may
    /// be slow or have other work.
    /// </summary>
    [Fact]
    public async Task The_first_page_is_there_soon_after_the_start()
    {
        TrainedEngine.RequireModels();
        PublishedApp.RequireBrowser();
        var program = await app.ProgramAsync();
        var best = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var start = Stopwatch.GetTimestamp();
            await using var server = await PublishedServer.StartAsync(program);
            using var client = new HttpClient();
            Assert.Contains("</html>", await client.GetStringAsync(new Uri(server.Address), TestContext.Current.CancellationToken), StringComparison.Ordinal);
            var time = Stopwatch.GetElapsedTime(start);
            best = time < best ? time : best;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{best.TotalSeconds:0.00} s");
        Assert.InRange(best, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }
}
