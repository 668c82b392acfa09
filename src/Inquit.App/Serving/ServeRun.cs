using Inquit.Reading.Fetching;

namespace Inquit.App.Serving;

/// <summary>One run of a server, from its start till somebody ends it.</summary>
internal static class ServeRun
{
    /// <summary>Serves till somebody ends it; returns the exit code. The first line on standard error says what to open.</summary>
    public static async Task<int> RunAsync(Terminal terminal, Models models, ServeArguments arguments)
    {
        var addresses = arguments.Urls.Select(ListenAddress.Parse).ToArray();
        var options = new ServeOptions
        {
            Ledger = arguments.Ledger,
            Addresses = arguments.Urls.Length == 0 ? [ListenAddress.Parse($"http://localhost:{arguments.Port ?? ListenAddress.UsualPort}").Address!] : [.. addresses.Where(parsed => parsed.Address is not null).Select(parsed => parsed.Address!)],
            Hosts = arguments.Hosts,
            ReadKey = arguments.ReadKey,
            WriteKey = arguments.WriteKey,
            IsReadOnly = arguments.IsReadOnly,
            ReadsPerMinute = arguments.ReadsPerMinute,
            Fetching = arguments.Fetching,
            Models = arguments.Models,
        };
        if ((Array.Find(addresses, parsed => parsed.Problem is not null).Problem ?? options.Problem) is { } problem)
        {
            terminal.Error.WriteLine($"inquit: {problem}");
            return ExitCode.WrongUsage;
        }

        using var interruption = new Interruption();
        await using var server = await Server.StartAsync(options, models, interruption.Token).ConfigureAwait(false);
        terminal.Error.WriteLine($"inquit: Open {server.Addresses[0]}");
        foreach (var other in server.Addresses.Skip(1))
        {
            terminal.Error.WriteLine($"inquit: Also {other}");
        }

        await Task.Delay(Timeout.Infinite, interruption.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await server.StopAsync().ConfigureAwait(false);
        return ExitCode.Done;
    }
}

/// <summary>What the command line says of a server.</summary>
internal sealed record ServeArguments(
    string Ledger, int? Port, string[] Urls, string[] Hosts, string? ReadKey, string? WriteKey, bool IsReadOnly, int ReadsPerMinute, FetchOptions Fetching, string? Models);
