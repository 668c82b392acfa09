using System.Diagnostics;
using System.Globalization;
using Inquit.Ledger;

namespace Inquit.Benchmarks;

/// <summary>What a server does under load.</summary>
/// <param name="Machine">Where it was measured.</param>
/// <param name="Date">When.</param>
/// <param name="Articles">Articles in the ledger at the start.</param>
/// <param name="Statements">Statements in it.</param>
/// <param name="Clients">How many searched at a time.</param>
/// <param name="Note">What else there is to know; null for nothing.</param>
/// <param name="FirstPage">Seconds from the start of the program to the end of its first page.</param>
/// <param name="FirstPageOfNone">The same with a new ledger.</param>
/// <param name="Runs">The runs.</param>
internal sealed record ServeResult(Machine Machine, string Date, long Articles, long Statements, int Clients, string? Note, Figures FirstPage, Figures FirstPageOfNone, LoadRun[] Runs);

/// <summary>One run.</summary>
/// <param name="Name">What was asked of the server.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Requests">Answers that came.</param>
/// <param name="Errors">Answers that were none, or not the right ones.</param>
/// <param name="Times">Milliseconds to the end of an answer: median, 95th percentile, most.</param>
/// <param name="ApiTimes">The same of the API alone.</param>
/// <param name="PageTimes">The same of the page alone.</param>
/// <param name="Added">Articles that were added meanwhile.</param>
/// <param name="ServerProcessor">Milliseconds of a processor that the server took for an answer.</param>
/// <param name="PeakMiB">The most memory of the server, in MiB.</param>
internal sealed record LoadRun(string Name, double Seconds, int Requests, int Errors, double[] Times, double[] ApiTimes, double[] PageTimes, long Added, double ServerProcessor, double PeakMiB);

/// <summary>The verb <c>serve</c>: the published program serves a ledger that many search while another process adds articles to it;
/// writes <c>serve.md</c> and <c>serve.json</c>.</summary>
internal static class ServeCommand
{
    public static int Run(Options options)
    {
        if (options.Program is not { } program || !File.Exists(program))
        {
            Console.Error.WriteLine("Name the published program with --program, as benchmarks/serve.sh does.");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("inquit-serve-");
        try
        {
            return RunAsync(options, program, folder.FullName).GetAwaiter().GetResult();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> RunAsync(Options options, string program, string folder)
    {
        var full = Path.Combine(folder, "full.db");
        if (options.Ledger is { } given)
        {
            File.Copy(given, full);
        }
        else
        {
            Console.Error.WriteLine("Adding …");
            Child.MeasureAny(program, "add", "--ledger", full, options.Records);
        }

        var queries = Records.Queries(options.Records, options.Queries);
        var more = Path.Combine(folder, "more.jsonl");
        Records.WriteCopies(options.Records, more, 1, 1);
        var machine = Machine.Describe();
        var counts = await CountAsync(full);
        Console.Error.WriteLine("Starting …");
        var firstPage = await StartAsync(program, options.Starts, () => full);
        var firstPageOfNone = await StartAsync(program, options.Starts, () => Path.Combine(folder, $"{Guid.NewGuid():N}.db"));
        var runs = new List<LoadRun>();
        (string Name, int Think, bool IsAdding)[] plans =
        [
            (string.Create(CultureInfo.InvariantCulture, $"each thinks for {options.Think / 1000.0:0.#} s in the mean; articles are added"), options.Think, true),
            ("each asks again at once; articles are added", 0, true),
            ("each asks again at once; nothing is added", 0, false),
        ];
        foreach (var (name, think, isAdding) in plans)
        {
            Console.Error.WriteLine($"Searching: {name} …");
            var ledger = Path.Combine(folder, $"{runs.Count}.db");
            File.Copy(full, ledger);
            runs.Add(await RunAsync(name, options, program, ledger, isAdding ? more : null, queries, think));
            Console.Error.WriteLine($"{runs[^1].Requests} answers, {runs[^1].Errors} errors; {Text(runs[^1].Times)} ms.");
            File.Delete(ledger);
        }

        var result = new ServeResult(machine, DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), counts.Articles, counts.Statements, options.Clients, options.Note, firstPage, firstPageOfNone, [.. runs]);
        Report.Write(options.Results, "serve", result, ToMarkdown(result));
        return runs.Any(run => run.Errors > 0) ? 1 : 0;
    }

    /// <summary>Starts the server several times and asks for its first page.</summary>
    private static async Task<Figures> StartAsync(string program, int starts, Func<string> ledger)
    {
        var times = new List<double>();
        for (var count = 0; count < starts; count++)
        {
            var start = Stopwatch.GetTimestamp();
            using var server = await ServedProgram.StartAsync(program, ledger());
            using var client = new HttpClient();
            await client.GetStringAsync(server.Address);
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return Figures.Of(times);
    }

    private static async Task<LoadRun> RunAsync(string name, Options options, string program, string ledger, string? more, List<string> queries, int think)
    {
        using var server = await ServedProgram.StartAsync(program, ledger);
        await SearchLoad.RunAsync(server.Address, queries, 2, TimeSpan.FromSeconds(3), TimeSpan.Zero); // code is compiled
        var before = (await CountAsync(ledger)).Articles;
        using var adding = more is null ? null : Process.Start(new ProcessStartInfo(program, ["add", "--ledger", ledger, more]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        while (adding is { HasExited: false } && (await CountAsync(ledger)).Articles == before)
        {
            await Task.Delay(100);
        }

        before = (await CountAsync(ledger)).Articles;
        var (processor, start) = (server.Processor, Stopwatch.GetTimestamp());
        var answers = await SearchLoad.RunAsync(server.Address, queries, options.Clients, TimeSpan.FromSeconds(options.Seconds), TimeSpan.FromMilliseconds(think));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        processor = server.Processor - processor;
        var peak = server.PeakMiB;
        if (adding is { HasExited: true })
        {
            throw new InvalidOperationException($"Adding ended with exit code {adding.ExitCode} before the searches did. Give more records with --records, or fewer --seconds.");
        }

        var added = (await CountAsync(ledger)).Articles - before;
        adding?.Kill();
        adding?.WaitForExit();
        foreach (var problem in answers.Select(answer => answer.Problem).OfType<string>().GroupBy(problem => problem).OrderByDescending(group => group.Count()).Take(5))
        {
            Console.Error.WriteLine($"{problem.Count()} x {problem.Key}");
        }

        return new LoadRun(
            name, Math.Round(seconds, 1), answers.Count, answers.Count(answer => answer.Problem is not null),
            Times(answers), Times(answers.Where(answer => !answer.IsPage)), Times(answers.Where(answer => answer.IsPage)),
            added, Math.Round(processor.TotalMilliseconds / Math.Max(answers.Count, 1), 2), Math.Round(peak));
    }

    private static async Task<LedgerStatistics> CountAsync(string address)
    {
        await using var ledger = await Ledgers.OpenAsync(address, create: false);
        return await ledger.CountAsync();
    }

    /// <summary>Median, 95th percentile and most.</summary>
    private static double[] Times(IEnumerable<Answer> answers)
    {
        var times = answers.Select(answer => answer.Milliseconds).Order().ToArray();
        return times.Length == 0 ? [] : [.. new[] { times[times.Length / 2], times[times.Length * 95 / 100], times[^1] }.Select(time => Math.Round(time, 1))];
    }

    private static IEnumerable<string> ToMarkdown(ServeResult result) =>
    [
        "# A server under load",
        string.Empty,
        string.Create(CultureInfo.InvariantCulture, $"{result.Clients} clients search a SQLite ledger of {result.Articles:N0} articles and {result.Statements:N0} statements, half of them through the API with counts, half through the page; {result.Date}."),
        .. result.Note is { } note ? (IEnumerable<string>)[string.Empty, note] : [],
        string.Empty,
        "| figure | |",
        "| --- | --- |",
        $"| from the start of the program to the end of its first page | {result.FirstPage.ToText("0.00")} s |",
        $"| the same with a new ledger | {result.FirstPageOfNone.ToText("0.00")} s |",
        .. result.Runs.SelectMany(ToMarkdown),
        string.Empty,
        "| machine | |",
        "| --- | --- |",
        .. result.Machine.ToRows(),
    ];

    private static IEnumerable<string> ToMarkdown(LoadRun run) =>
    [
        string.Empty,
        $"## {char.ToUpperInvariant(run.Name[0])}{run.Name[1..]}",
        string.Empty,
        "| figure | |",
        "| --- | --- |",
        string.Create(CultureInfo.InvariantCulture, $"| answers in {run.Seconds:0.0} s | {run.Requests:N0}, {run.Requests / run.Seconds:0.0} a second |"),
        $"| errors | {run.Errors} |",
        $"| an answer: median, 95th percentile, most | {Text(run.Times)} ms |",
        $"| the same, of the API | {Text(run.ApiTimes)} ms |",
        $"| the same, of the page | {Text(run.PageTimes)} ms |",
        string.Create(CultureInfo.InvariantCulture, $"| articles added meanwhile | {run.Added:N0} |"),
        string.Create(CultureInfo.InvariantCulture, $"| processor time of the server for an answer | {run.ServerProcessor:0.0} ms |"),
        string.Create(CultureInfo.InvariantCulture, $"| peak memory of the server | {run.PeakMiB:0} MiB |"),
    ];

    private static string Text(double[] times) => string.Join(", ", times.Select(time => time.ToString("0.0", CultureInfo.InvariantCulture)));
}
