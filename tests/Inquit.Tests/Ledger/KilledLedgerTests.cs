using System.Diagnostics;
using Xunit;

namespace Inquit.Tests;

/// <summary>The program is killed while it adds, as a failing machine would, and started again.</summary>
public sealed class KilledLedgerTests : IDisposable
{
    private const int Articles = 2000;

    /// <summary>Of so many kills one comes while the program starts; the others come while it writes.</summary>
    private const int KillsForOneAtTheStart = 6;

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
        while (await place.CountAsync() == 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        using var signal = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((130, "inquit: Stopped before the end. What was written holds; the same command goes on from there.\n"), (process.ExitCode, error));
        var stopped = await place.CountAsync();
        Assert.InRange(stopped, 1, (Articles * 9 / 10) - 1);
        Assert.Matches(@"^\d+ added, \d+ corrected, \d+ known, 0 unread; \d+ statements\n$", output);
        Assert.Equal(0, await RunAsync(place.Address, articles));
        Assert.True(await place.CountAsync() > stopped);
    }

    private async Task KillAsync(LedgerPlace disturbed, LedgerPlace undisturbed, int kills)
    {
        TrainedEngine.RequireModels();
        using var first = disturbed;
        using var second = undisturbed;
        var articles = folder.Write("articles.jsonl", NewsMaker.Lines(Articles));
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, await RunAsync(second.Address, articles));
        var all = await second.CountAsync();

        var random = new Random(5);
        var stands = new List<long>();
        for (var kill = 0; kill < kills; kill++)
        {
            var before = stands.LastOrDefault();
            var goal = kill % KillsForOneAtTheStart == 0 ? 0 : before + random.NextInt64(1, Math.Max(2, 2 * (all - before) / (kills - kill + 1)));
            await KillAsync(first, articles, goal, TimeSpan.FromMilliseconds(random.Next(goal == 0 ? 400 : 10)));
            stands.Add(await first.CountAsync());
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"Articles after each kill: {string.Join(", ", stands)}; {watch.Elapsed.TotalSeconds:0} s");
        Assert.Equal(stands.Order(), stands);
        Assert.True(stands.Distinct().Count() >= kills * 2 / 3, $"The kills are not spread: {string.Join(", ", stands)}");
        Assert.InRange(stands[^1], 1, all - 1);
        Assert.Equal(0, await RunAsync(first.Address, articles));
        var (expected, actual) = (await LedgerDump.OfAsync(second.Address), await LedgerDump.OfAsync(first.Address));
        Assert.InRange(expected["article"].Count, Articles * 9 / 10, Articles);
        Assert.Contains(expected["article"], row => row.Split('|')[3].Length > 0);
        foreach (var (table, rows) in expected)
        {
            Assert.True(rows.SequenceEqual(actual[table]), $"{table}: {rows.Except(actual[table]).FirstOrDefault()} became {actual[table].Except(rows).FirstOrDefault()}; {rows.Count} and {actual[table].Count} rows");
        }
    }

    /// <summary>Adds the articles in a process of its own, which is killed some time after so many are written: mostly in the midst of one that comes after.</summary>
    private static async Task KillAsync(LedgerPlace place, string articles, long goal, TimeSpan after)
    {
        using var process = Start(place.Address, articles);
        while (!process.HasExited && await place.CountAsync() < goal)
        {
            await Task.Delay(1);
        }

        await Task.Delay(after);
        process.Kill();
        await process.WaitForExitAsync();
        Assert.Equal("", await process.StandardError.ReadToEndAsync());
    }

    /// <summary>Adds the articles in a process of its own; returns its exit code.</summary>
    private static async Task<int> RunAsync(string address, string articles)
    {
        using var process = Start(address, articles);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
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
