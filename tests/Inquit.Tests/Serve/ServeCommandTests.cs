using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Inquit.App;
using Xunit;

namespace Inquit.Tests;

/// <summary><c>inquit serve</c> from its start to its end.</summary>
public sealed class ServeCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("--urls", "http://0.0.0.0:0", "Others reach this address and could write.")]
    [InlineData("--urls", "ftp://x", "is no address of a server")]
    [InlineData("--port", "x", "--port takes a whole number up to 65535")]
    [InlineData("--reads-per-minute", "0", "--reads-per-minute takes a whole number from 1.")]
    public void A_wrong_command_line_is_refused(string option, string value, string message)
    {
        var run = CommandRun.Of(["serve", "--ledger", folder.PathOf("a.db"), option, value]);
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_too_short_is_refused()
    {
        var run = CommandRun.Of(["serve", "--ledger", folder.PathOf("a.db"), "--write-key-file", folder.Write("key", "short\n")]);
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("A key has 16 characters or more.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_that_is_taken_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var run = CommandRun.Of(["serve", "--ledger", folder.PathOf("a.db"), "--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}"]);
        Assert.Equal(ExitCode.BrokenEnvironment, run.ExitCode);
        Assert.Contains("The server cannot listen on 127.0.0.1:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ledger_that_is_only_read_must_be_there()
    {
        var run = CommandRun.Of(["serve", "--ledger", folder.PathOf("a.db"), "--read-only"]);
        Assert.Equal(ExitCode.BrokenEnvironment, run.ExitCode);
        Assert.Contains("There is no ledger", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task It_says_what_to_open_and_ends_what_it_has_begun(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs signals.");
        TrainedEngine.RequireModels();
        using var collector = new LoopbackServer();
        collector.Give("/v1/metrics", "");
        collector.Give("/v1/traces", "");
        using var program = Start(("OTEL_EXPORTER_OTLP_ENDPOINT", $"http://127.0.0.1:{collector.Port}"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        var process = program.Process;
        var first = await process.StandardError.ReadLineAsync(Cancellation);
        Assert.Matches("^inquit: Open http://127.0.0.1:[0-9]+$", first);
        using var client = new HttpClient { BaseAddress = new Uri(first!["inquit: Open ".Length..]) };
        Assert.Contains("<h1>", await client.GetStringAsync("/", Cancellation), StringComparison.Ordinal);

        // A request that is under way when it is asked to end is answered.
        var text = string.Concat(Enumerable.Repeat("Tomas Brandt, the mayor, said that the bridge will cost two million. ", 300));
        var reading = client.PostAsync("/api/v1/read", new StringContent(text, Encoding.UTF8, "text/plain"), Cancellation);
        await Task.Delay(TimeSpan.FromSeconds(0.5), Cancellation);
        using (var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(Cancellation);
        }

        using var answer = await reading;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await process.WaitForExitAsync(Cancellation);
        Assert.Equal((0, ""), (process.ExitCode, await process.StandardError.ReadToEndAsync(Cancellation)));

        // What was measured is sent at the end at the latest.
        Assert.Contains(collector.Requests, request => request.StartsWith("POST /v1/traces", StringComparison.Ordinal));
        Assert.Contains(collector.Requests, request => request.StartsWith("POST /v1/metrics", StringComparison.Ordinal));
    }

    private RunningProgram Start(params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(ExecutableTests.Program, ["serve", "--ledger", folder.PathOf("a.db"), "--urls", "http://127.0.0.1:0"]) { RedirectStandardError = true };
        start.Environment["INQUIT_MODELS"] = TrainedEngine.Folder;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new RunningProgram(Process.Start(start)!);
    }

    /// <summary>A process that ends with its test, however that ends.</summary>
    private sealed class RunningProgram(Process process) : IDisposable
    {
        public Process Process => process;

        public void Dispose()
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            process.Dispose();
        }
    }
}
