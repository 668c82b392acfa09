using System.Globalization;

namespace Inquit.Benchmarks;

/// <summary>What the whole road costs.</summary>
/// <param name="Machine">Where it was measured.</param>
/// <param name="Date">When.</param>
/// <param name="Articles">Articles in a pass.</param>
/// <param name="Words">Words in a pass, as white space parts them.</param>
/// <param name="OneCore">Words a second on one core, one thread, after warm-up.</param>
/// <param name="AllCores">Words a second with a thread on each core, after warm-up.</param>
/// <param name="FirstByte">Seconds from the start of the published program to its first byte of output, one article.</param>
/// <param name="Exit">Seconds from its start to its end, one article.</param>
/// <param name="PeakMiB">Its most memory in MiB, all articles.</param>
internal sealed record RoadResult(
    Machine Machine,
    string Date,
    int Articles,
    int Words,
    Figures OneCore,
    Figures AllCores,
    Figures? FirstByte,
    Figures? Exit,
    Figures? PeakMiB);

/// <summary>The verb <c>road</c>: measures the whole road and writes <c>road.md</c> and <c>road.json</c>.</summary>
internal static class RoadCommand
{
    public static int Run(Options options)
    {
        if (options.Program is { } path && !File.Exists(path))
        {
            Console.Error.WriteLine($"There is no program '{path}'; publish it first, as benchmarks/road.sh does.");
            return 2;
        }

        var machine = Machine.Describe();
        string[] words =
            ["words", "--articles", options.Articles, "--passes", Number(options.Passes), "--warm-up", Number(options.WarmUp)];
        Console.Error.WriteLine("One core …");
        var one = Child.Passes(onOneCore: true, Environment.ProcessPath!, [.. words, "--threads", "1"]);
        Console.Error.WriteLine("All cores …");
        var all = Child.Passes(onOneCore: false, Environment.ProcessPath!, [.. words, "--threads", "0"]);
        var result = new RoadResult(
            machine,
            DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            one.Articles,
            one.Words,
            one.WordsPerSecond(),
            all.WordsPerSecond(),
            null,
            null,
            null);
        if (options.Program is { } program)
        {
            Console.Error.WriteLine("Starts …");
            var articles = Directory.GetFiles(options.Articles, "*.txt").Order(StringComparer.Ordinal).ToArray();
            var starts = Enumerable.Range(0, options.Starts).Select(_ => Child.Measure(program, "read", Sample(articles))).ToArray();
            Console.Error.WriteLine("Memory …");
            var reads = Enumerable.Range(0, 3)
                .Select(_ => Child.Measure(program, ["read", "--format", "jsonl", .. articles])).ToArray();
            result = result with
            {
                FirstByte = Figures.Of(starts.Select(start => start.FirstByte ?? start.Exit)),
                Exit = Figures.Of(starts.Select(start => start.Exit)),
                PeakMiB = Figures.Of(reads.Select(read => read.PeakMiB)),
            };
        }

        Report.Write(options.Results, "road", result, ToMarkdown(result));
        return 0;
    }

    // The sample article that the README reads; the first of the articles where there is none.
    private static string Sample(string[] articles)
    {
        var samples = Path.Combine(Options.Root, "samples");
        return (Directory.Exists(samples) ? Directory.GetFiles(samples, "*.txt").Order(StringComparer.Ordinal).FirstOrDefault() : null)
            ?? articles[0];
    }

    private static IEnumerable<string> ToMarkdown(RoadResult result) =>
    [
        "# The whole road",
        string.Empty,
        string.Create(CultureInfo.InvariantCulture, $"{result.Articles} articles, {result.Words:N0} words; {result.Date}. Median (lowest–highest)."),
        string.Empty,
        "| figure | |",
        "| --- | --- |",
        $"| words a second, one core | {result.OneCore.ToText("N0")} |",
        $"| words a second, all cores | {result.AllCores.ToText("N0")} |",
        .. result.FirstByte is null ? [] : (string[])
        [
            $"| cold start to first output, one article | {result.FirstByte.ToText("0.000")} s |",
            $"| cold start to end, one article | {result.Exit!.ToText("0.000")} s |",
            $"| peak memory, all articles | {result.PeakMiB!.ToText("0")} MiB |",
        ],
        string.Empty,
        "| machine | |",
        "| --- | --- |",
        .. result.Machine.ToRows(),
    ];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
