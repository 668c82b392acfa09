using System.Diagnostics;
using System.Globalization;
using Inquit.Ledger;
using Inquit.Ledger.Search;
using Inquit.Ledger.Sql;

namespace Inquit.Benchmarks;

/// <summary>What a ledger costs.</summary>
/// <param name="Machine">Where it was measured.</param>
/// <param name="Date">When.</param>
/// <param name="Store">The kind of store.</param>
/// <param name="Articles">Articles that were added.</param>
/// <param name="Statements">Statements found in them.</param>
/// <param name="AddSeconds">Seconds that <c>inquit add</c> took.</param>
/// <param name="AgainSeconds">Seconds that the same took when all was there.</param>
/// <param name="PeakMiB">Its most memory in MiB.</param>
/// <param name="SizeMiB">The size of the ledger's file, or of its tables and indexes on a server, in MiB.</param>
/// <param name="Queries">How many queries were asked.</param>
/// <param name="Cold">Milliseconds of a query asked for the first time: median, 95th percentile, most.</param>
/// <param name="Warm">The same of a query asked again.</param>
internal sealed record LedgerResult(
    Machine Machine, string Date, string Store, long Articles, long Statements, double AddSeconds, double AgainSeconds, double PeakMiB, double SizeMiB, int Queries, double[] Cold, double[] Warm);

/// <summary>The verb <c>ledger</c>: adds a corpus to a ledger with the published program and searches it; writes <c>ledger.md</c> and <c>ledger.json</c>.</summary>
internal static class LedgerCommand
{
    public static int Run(Options options)
    {
        if (options.Program is not { } program || !File.Exists(program))
        {
            Console.Error.WriteLine("Name the published program with --program, as benchmarks/ledger.sh does.");
            return 2;
        }

        var machine = Machine.Describe();
        var folder = Directory.CreateTempSubdirectory("inquit-ledger-");
        try
        {
            var corpus = Copies(options.Records, options.Copies, folder.FullName);
            var address = options.Ledger ?? Path.Combine(folder.FullName, "ledger.db");
            Console.Error.WriteLine("Adding …");
            var add = Child.MeasureAny(program, "add", "--ledger", address, corpus);
            var size = (options.Ledger is null ? new FileInfo(address).Length : SizeAsync(address).GetAwaiter().GetResult()) / 1048576.0;
            Console.Error.WriteLine("Adding again …");
            var again = Child.MeasureAny(program, "add", "--ledger", address, corpus);
            Console.Error.WriteLine("Searching …");
            var (counts, cold, warm) = SearchAsync(address, [.. Records.Queries(corpus, options.Queries).Select(query => SearchQuery.Parse(query).Query!)]).GetAwaiter().GetResult();
            var result = new LedgerResult(
                machine, DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), options.Ledger is null ? "SQLite" : "PostgreSQL",
                counts.Articles, counts.Statements, Math.Round(add.Exit, 1), Math.Round(again.Exit, 1), Math.Round(add.PeakMiB), Math.Round(size, 1), options.Queries, cold, warm);
            Report.Write(options.Results, $"ledger{(options.Ledger is null ? "" : "-postgres")}{(options.Copies == 1 ? "" : $"-{options.Copies}")}", result, ToMarkdown(result));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The corpus as often as is asked for.</summary>
    private static string Copies(string corpus, int copies, string folder)
    {
        if (copies == 1)
        {
            return corpus;
        }

        var path = Path.Combine(folder, "copies.jsonl");
        Records.WriteCopies(corpus, path, 0, copies);
        return path;
    }

    /// <summary>What the tables of a ledger on a server take with their indexes, in bytes.</summary>
    private static async Task<long> SizeAsync(string address)
    {
        await using var session = await Ledgers.DialectOf(address, create: false).OpenAsync(CancellationToken.None);
        return await session.ReadNumberAsync(
            SqlText.Of("SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relkind = 'r'"),
            CancellationToken.None) ?? 0;
    }

    private static async Task<(LedgerStatistics Counts, double[] Cold, double[] Warm)> SearchAsync(string address, List<SearchQuery> queries)
    {
        await using var ledger = await Ledgers.OpenAsync(address, create: false);
        await ledger.SearchAsync(new StatementSearch { Limit = 1 }).CountAsync(); // the code is compiled, nothing is searched for
        await ledger.SearchAsync(new StatementSearch { Words = SearchQuery.Parse("qqqq").Query }).CountAsync();
        var passes = new List<double[]>();
        for (var pass = 0; pass < 2; pass++)
        {
            var times = new List<double>();
            foreach (var query in queries)
            {
                var start = Stopwatch.GetTimestamp();
                await ledger.SearchAsync(new StatementSearch { Words = query }).CountAsync();
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            times.Sort();
            passes.Add([.. new[] { times[times.Count / 2], times[times.Count * 95 / 100], times[^1] }.Select(time => Math.Round(time, 1))]);
        }

        return (await ledger.CountAsync(), passes[0], passes[1]);
    }

    private static IEnumerable<string> ToMarkdown(LedgerResult result) =>
    [
        $"# A ledger in {result.Store}",
        string.Empty,
        string.Create(CultureInfo.InvariantCulture, $"{result.Articles:N0} articles, {result.Statements:N0} statements; {result.Date}."),
        string.Empty,
        "| figure | |",
        "| --- | --- |",
        string.Create(CultureInfo.InvariantCulture, $"| adding all, all cores | {result.AddSeconds:0.0} s |"),
        string.Create(CultureInfo.InvariantCulture, $"| adding all again | {result.AgainSeconds:0.0} s |"),
        string.Create(CultureInfo.InvariantCulture, $"| peak memory of the program | {result.PeakMiB:0} MiB |"),
        string.Create(CultureInfo.InvariantCulture, $"| size of the ledger | {result.SizeMiB:0.0} MiB |"),
        $"| a search, first time: median, 95th percentile, most of {result.Queries} | {Times(result.Cold)} ms |",
        $"| the same, asked again | {Times(result.Warm)} ms |",
        string.Empty,
        "| machine | |",
        "| --- | --- |",
        .. result.Machine.ToRows(),
    ];

    private static string Times(double[] times) => string.Join(", ", times.Select(time => time.ToString("0.0", CultureInfo.InvariantCulture)));
}
