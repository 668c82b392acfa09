using System.Diagnostics;

namespace Inquit.Benchmarks;

/// <summary>The published program while it serves a ledger.</summary>
internal sealed class ServedProgram : IDisposable
{
    private const string Opening = "inquit: Open ";

    private readonly Process process;

    private ServedProgram(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    /// <summary>Where it is reached.</summary>
    public Uri Address { get; }

    /// <summary>The processor time that it took till now.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that it had, in MiB.</summary>
    public double PeakMiB => Child.PeakMiB(process.Id);

    /// <summary>Starts it on a port that is free.</summary>
    /// <exception cref="InvalidOperationException">It did not start.</exception>
    public static async Task<ServedProgram> StartAsync(string program, string ledger)
    {
        var process = Process.Start(new ProcessStartInfo(program, ["serve", "--ledger", ledger, "--port", "0"]) { RedirectStandardError = true })!;
        var line = await process.StandardError.ReadLineAsync();
        if (line?.StartsWith(Opening, StringComparison.Ordinal) != true)
        {
            throw new InvalidOperationException($"The server did not start: {line}");
        }

        _ = Task.Run(async () =>
        {
            while (await process.StandardError.ReadLineAsync() is { } message)
            {
                Console.Error.WriteLine($"server: {message}");
            }
        });
        return new ServedProgram(process, new Uri(line[Opening.Length..]));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
