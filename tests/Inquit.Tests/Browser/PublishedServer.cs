using System.Diagnostics;
using Xunit;

namespace Inquit.Tests;

/// <summary>The published program while it serves a ledger of its own.</summary>
internal sealed class PublishedServer : IAsyncDisposable
{
    private const string Opening = "inquit: Open ";

    private readonly TemporaryFolder folder;
    private readonly Process process;
    private readonly Task<string> messages;

    private PublishedServer(TemporaryFolder folder, Process process, string address)
    {
        (this.folder, this.process, Address) = (folder, process, address);
        messages = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Where it is reached, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Serves a new ledger with the articles of some files, on a port that is free.</summary>
    public static Task<PublishedServer> StartAsync(string program, params string[] articles) => StartAsync(program, [], articles);

    /// <summary>The same with keys, as the environment gives them.</summary>
    public static async Task<PublishedServer> StartAsync(string program, (string Name, string Value)[] environment, string[] articles)
    {
        var folder = new TemporaryFolder();
        var ledger = folder.PathOf("ledger.db");
        if (articles.Length > 0)
        {
            using var adding = Process.Start(new ProcessStartInfo(program, ["add", "--ledger", ledger, .. articles]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = await adding.StandardError.ReadToEndAsync();
            await adding.WaitForExitAsync();
            Assert.True(adding.ExitCode == 0, said);
        }

        var start = new ProcessStartInfo(program, ["serve", "--ledger", ledger, "--port", "0"]) { RedirectStandardError = true };
        start.Environment.Remove("INQUIT_MODELS");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        var line = await process.StandardError.ReadLineAsync();
        Assert.StartsWith(Opening, line);
        return new PublishedServer(folder, process, line![Opening.Length..]);
    }

    /// <summary>Ends it; fails where it had anything to say, as of a page that could not be made.</summary>
    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Dispose();
        Assert.Equal("", await messages);
    }
}
