using System.Diagnostics;
using Microsoft.Playwright;
using Xunit;

namespace Inquit.Tests;

/// <summary>
/// The program as <c>dotnet publish</c> makes it and a browser, for all tests of pages: made when the first of them asks, gone after the last.
/// Only what is published has all that a browser asks for, and starts as fast as people see it start.
/// </summary>
public sealed class PublishedApp : IAsyncDisposable
{
    private const string BrowserVariable = "INQUIT_TEST_CHROMIUM";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly string[] BrowserNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Task<string>> program;
    private readonly Lazy<Task<IBrowser>> browser;
    private readonly Lazy<Task<PublishedServer>> emptyServer;
    private readonly Lazy<Task<PublishedServer>> sampleServer;
    private IPlaywright? playwright;

    public PublishedApp()
    {
        program = new(() => Task.Run(Publish));
        browser = new(LaunchAsync);
        emptyServer = new(async () => await PublishedServer.StartAsync(await ProgramAsync()));
        sampleServer = new(async () => await PublishedServer.StartAsync(await ProgramAsync(), Sample));
    }

    /// <summary>The browser that the environment names, or one on the path; null for none.</summary>
    public static string? BrowserPath { get; } = Environment.GetEnvironmentVariable(BrowserVariable) is { Length: > 0 } named ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(place => BrowserNames.Select(name => Path.Join(place, name))).FirstOrDefault(File.Exists);

    /// <summary>The article that the tests read.</summary>
    public static string Sample => Repository.PathOf("samples/harbour-bridge.txt");

    /// <summary>Skips the test where there is no browser.</summary>
    public static void RequireBrowser()
    {
        TrainedEngine.RequireModels();
        Assert.SkipWhen(BrowserPath is null, $"No Chromium on the path. Install it (Debian: apt-get install chromium), or name one by {BrowserVariable}.");
    }

    /// <summary>The program's path.</summary>
    public Task<string> ProgramAsync() => program.Value;

    /// <summary>The browser, running.</summary>
    public Task<IBrowser> BrowserAsync() => browser.Value;

    /// <summary>A server of an empty ledger, for tests that only look.</summary>
    internal Task<PublishedServer> EmptyServerAsync() => emptyServer.Value;

    /// <summary>A server of a ledger with the sample, for tests that only look.</summary>
    internal Task<PublishedServer> SampleServerAsync() => sampleServer.Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { emptyServer, sampleServer }.Where(server => server.IsValueCreated))
        {
            await (await server.Value).DisposeAsync();
        }

        if (browser.IsValueCreated)
        {
            await (await browser.Value).CloseAsync();
        }

        playwright?.Dispose();
        folder.Dispose();
    }

    private string Publish()
    {
        // What builds in the background would live on and keep this process's output open.
        var start = new ProcessStartInfo("dotnet", ["publish", Repository.PathOf("src/Inquit.App"), "-c", "Release", "-o", folder.PathOf("inquit"), "--disable-build-servers"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name); // the build that runs the tests says how it was started, which is not how this one is
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        Assert.True(process.WaitForExit(Patience), "dotnet publish does not end.");
        Assert.True(process.ExitCode == 0, $"dotnet publish ends with {process.ExitCode}: {output.Result}{error.Result}");
        return Path.Join(folder.PathOf("inquit"), OperatingSystem.IsWindows() ? "inquit.exe" : "inquit");
    }

    private async Task<IBrowser> LaunchAsync()
    {
        playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserPath, Args = ["--no-sandbox"] });
    }
}

/// <summary>Tests in a browser run one after another, when no others run: what they measure is the program's time, not the machine's.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class BrowserTests : ICollectionFixture<PublishedApp>
{
    public const string Name = "In a browser";
}
