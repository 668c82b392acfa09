using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Inquit.Benchmarks;

/// <summary>One run of a program.</summary>
/// <param name="FirstByte">Seconds from the start to the first byte on standard output; null where there was none.</param>
/// <param name="Exit">Seconds from the start to the end.</param>
/// <param name="PeakMiB">The most memory that it had in MiB (VmHWM), as last seen before its end; 0 where the system does not tell.</param>
internal sealed record ChildRun(double? FirstByte, double Exit, double PeakMiB);

/// <summary>Starts programs and measures them from outside.</summary>
internal static class Child
{
    /// <summary>Whether a program of this name can be started.</summary>
    public static bool Exists(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Runs a program to its end on one core, the last, and reads the line of <see cref="PassTimes"/> that it prints.
    /// Where there is no <c>taskset</c>, the system chooses the cores.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static PassTimes Passes(bool onOneCore, string program, params string[] arguments)
    {
        var command = onOneCore && Exists("taskset")
            ? (string[])["taskset", "-c", (Environment.ProcessorCount - 1).ToString(CultureInfo.InvariantCulture), program, .. arguments]
            : [program, .. arguments];
        using var process = Start(command);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<PassTimes>(output, PassTimes.Format)!
            : throw new InvalidOperationException($"'{string.Join(' ', command)}' ended with exit code {process.ExitCode}.");
    }

    /// <summary>Runs a program to its end, its output thrown away, and measures it.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static ChildRun Measure(string program, params string[] arguments) => Measure(program, mostExitCode: 0, arguments);

    /// <summary>The same, also where some input could not be read.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static ChildRun MeasureAny(string program, params string[] arguments) => Measure(program, mostExitCode: 1, arguments);

    private static ChildRun Measure(string program, int mostExitCode, string[] arguments)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Start([program, .. arguments]);
        using var watch = new CancellationTokenSource();
        var peak = 0.0;
        var watcher = new Thread(() =>
        {
            while (!watch.IsCancellationRequested)
            {
                peak = Math.Max(peak, PeakMiB(process.Id));
                Thread.Sleep(2);
            }
        });
        watcher.Start();
        var output = process.StandardOutput.BaseStream;
        double? firstByte = output.ReadByte() < 0 ? null : Stopwatch.GetElapsedTime(start).TotalSeconds;
        output.CopyTo(Stream.Null);
        process.WaitForExit();
        var exit = Stopwatch.GetElapsedTime(start).TotalSeconds;
        watch.Cancel();
        watcher.Join();
        return process.ExitCode <= mostExitCode
            ? new ChildRun(firstByte, exit, peak)
            : throw new InvalidOperationException($"'{program}' ended with exit code {process.ExitCode}.");
    }

    private static Process Start(string[] command) =>
        Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;

    /// <summary>The most memory that a process had in MiB (VmHWM); 0 where the system does not tell.</summary>
    public static double PeakMiB(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.AsSpan(6, line.Length - 8), CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0; // it has ended
        }
    }
}
