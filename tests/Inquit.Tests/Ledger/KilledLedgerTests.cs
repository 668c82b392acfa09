using System.Diagnostics;
using Inquit.Ledger;
using Xunit;

namespace Inquit.Tests;

/// <summary>The program is killed while it adds, as a failing machine would, and started again.</summary>
public sealed class KilledLedgerTests : IDisposable
{
    private const int Articles = 2000;

    /// <summary>A start takes about this long before the first article is written.</summary>
    private static readonly TimeSpan LeastRun = TimeSpan.FromMilliseconds(150);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public Task A_file_loses_and_doubles_nothing() => KillAsync(new SqlitePlace(), new SqlitePlace(), 30);

    [Fact]
    public Task A_server_loses_and_doubles_nothing() => KillAsync(new PostgresPlace(), new PostgresPlace(), 8);

    [Fact]
    public async Task Who_asks_it_to_end_is_obeyed_and_it_goes_on_from_there()
    {
        TrainedEngine.RequireModels();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs the signal of Ctrl-C.");
        using var place = new SqlitePlace();
        var articles = folder.Write("articles.jsonl", NewsMaker.Lines(Articles));
        using var process = Start(place.Address, articles);
        while (await CountAsync(place.Address) == 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        using var signal = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((130, "inquit: Stopped before the end. What was written holds; the same command goes on from there.\n"), (process.ExitCode, error));
        var stopped = await CountAsync(place.Address);
        Assert.InRange(stopped, 1, (Articles * 9 / 10) - 1);
        Assert.Matches(@"^\d+ added, \d+ corrected, \d+ known, 0 unread; \d+ statements\n$", output);
        Assert.Equal(0, await RunAsync(place.Address, articles, null));
        Assert.True(await CountAsync(place.Address) > stopped);
    }

    private async Task KillAsync(LedgerPlace disturbed, LedgerPlace undisturbed, int kills)
    {
        TrainedEngine.RequireModels();
        using var first = disturbed;
        using var second = undisturbed;
        var articles = folder.Write("articles.jsonl", NewsMaker.Lines(Articles));
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, await RunAsync(second.Address, articles, null));

        // So long that what is left is spread over the starts.
        var longest = LeastRun + (2 * watch.Elapsed / kills) + TimeSpan.FromMilliseconds(500);
        var random = new Random(5);
        var stands = new List<long>();
        for (var killed = 0; killed < kills;)
        {
            var code = await RunAsync(first.Address, articles, LeastRun + (random.NextDouble() * (longest - LeastRun)));
            if (code == 0)
            {
                // All is in: the next ones are killed while they pass over what is known.
                longest = LeastRun + (longest - LeastRun) / 2;
            }

            killed += code == 0 ? 0 : 1;
            stands.Add(await CountAsync(first.Address));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"Articles after each kill: {string.Join(", ", stands)}; {watch.Elapsed.TotalSeconds:0} s");
        Assert.Equal(stands.Order(), stands);
        Assert.True(stands.Distinct().Count() >= 3, $"The kills came too early or too late: {string.Join(", ", stands)}");
        Assert.Equal(0, await RunAsync(first.Address, articles, null));
        var (expected, actual) = (await LedgerDump.OfAsync(second.Address), await LedgerDump.OfAsync(first.Address));
        Assert.InRange(expected["article"].Count, Articles * 9 / 10, Articles);
        Assert.Contains(expected["article"], row => row.Split('|')[3].Length > 0);
        foreach (var (table, rows) in expected)
        {
            Assert.True(rows.SequenceEqual(actual[table]), $"{table}: {rows.Except(actual[table]).FirstOrDefault()} became {actual[table].Except(rows).FirstOrDefault()}; {rows.Count} and {actual[table].Count} rows");
        }
    }

    private static async Task<long> CountAsync(string address)
    {
        try
        {
            await using var ledger = await Ledgers.OpenAsync(address, create: false);
            return (await ledger.CountAsync()).Articles;
        }
        catch (LedgerException)
        {
            return 0;
        }
    }

    /// <summary>Adds the articles in a process of its own, which is killed after a time; returns its exit code.</summary>
    private static async Task<int> RunAsync(string address, string articles, TimeSpan? life)
    {
        using var process = Start(address, articles);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (life is { } given)
        {
            using var end = new CancellationTokenSource(given);
            try
            {
                await process.WaitForExitAsync(end.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync();
        Assert.True((await error).Length == 0, await error);
        await output;
        return process.ExitCode;
    }

    private static Process Start(string address, string articles)
    {
        var start = new ProcessStartInfo(ExecutableTests.Program, ["add", "--ledger", address, articles]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["INQUIT_MODELS"] = TrainedEngine.Folder;
        return Process.Start(start)!;
    }
}
