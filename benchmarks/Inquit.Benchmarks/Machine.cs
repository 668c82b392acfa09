using System.Runtime.InteropServices;

namespace Inquit.Benchmarks;

/// <summary>The machine that figures come from.</summary>
/// <param name="Processor">The processor's name, family, model and stepping, where the system tells them.</param>
/// <param name="Cores">Logical processors.</param>
/// <param name="MemoryGiB">Memory in GiB.</param>
/// <param name="System">The operating system.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="Load">Processes that ran or waited at the start, as a mean over the minute before; high figures mean
/// that something else was running.</param>
internal sealed record Machine(string Processor, int Cores, double MemoryGiB, string System, string Runtime, string Load)
{
    /// <summary>This machine.</summary>
    public static Machine Describe() => new(
        DescribeProcessor(),
        Environment.ProcessorCount,
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Math.Pow(1024, 3), 1),
        $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}",
        RuntimeInformation.FrameworkDescription,
        File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown");

    /// <summary>The rows of a Markdown table that say the same.</summary>
    public IEnumerable<string> ToRows() =>
    [
        $"| processor | {Processor} |",
        $"| cores | {Cores} |",
        $"| memory | {MemoryGiB} GiB |",
        $"| system | {System} |",
        $"| runtime | {Runtime} |",
        $"| load before | {Load} |",
    ];

    private static string DescribeProcessor()
    {
        if (!File.Exists("/proc/cpuinfo"))
        {
            return RuntimeInformation.ProcessArchitecture.ToString();
        }

        var values = File.ReadLines("/proc/cpuinfo").TakeWhile(line => line.Length > 0)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries)).Where(pair => pair.Length == 2)
            .DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0], pair => pair[1]);
        string Value(string key) => values.GetValueOrDefault(key, "unknown");
        return $"{Value("model name")}, family {Value("cpu family")} model {Value("model")} stepping {Value("stepping")}";
    }
}
