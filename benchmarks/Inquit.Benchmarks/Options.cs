using System.Globalization;

namespace Inquit.Benchmarks;

/// <summary>What the verbs take after their name: <c>--name value</c>, in any order.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> values = [];

    /// <summary>Threads that read articles; 0 for one on each core.</summary>
    public int Threads => Number("threads", 1);

    /// <summary>Timed passes over all articles.</summary>
    public int Passes => Number("passes", 9);

    /// <summary>Passes before the first timed one, for the compiler to finish.</summary>
    public int WarmUp => Number("warm-up", 3);

    /// <summary>Starts of the program that are timed.</summary>
    public int Starts => Number("starts", 10);

    /// <summary>Runs of each side in turn.</summary>
    public int Pairs => Number("pairs", 5);

    /// <summary>The folder of articles, as .txt files.</summary>
    public string Articles => Text("articles", Path.Combine(Root, "..", "shared", "data", "polnear", "dev"));

    /// <summary>The folder of sets of pages.</summary>
    public string Pages => Text("pages", Path.Combine(Root, "..", "shared", "data", "html"));

    /// <summary>A file of records, for the ledger.</summary>
    public string Records => Text("records", Path.Combine(Root, "..", "shared", "data", "reuters21578.jsonl.gz"));

    /// <summary>How often the records are added, each time as other articles.</summary>
    public int Copies => Number("copies", 1);

    /// <summary>How many queries are asked.</summary>
    public int Queries => Number("queries", 500);

    /// <summary>How many search at a time.</summary>
    public int Clients => Number("clients", 50);

    /// <summary>For how many seconds they search.</summary>
    public int Seconds => Number("seconds", 60);

    /// <summary>Milliseconds, in the mean, from an answer to the next search of the same client.</summary>
    public int Think => Number("think", 2000);

    /// <summary>What the results say of how they were measured; null for nothing.</summary>
    public string? Note => values.GetValueOrDefault("note");

    /// <summary>For adding, the connection string of an empty PostgreSQL ledger, or null for a SQLite file; for serving, a file that has the corpus, or null to make one.</summary>
    public string? Ledger => values.GetValueOrDefault("ledger");

    /// <summary>The published program.</summary>
    public string? Program => values.GetValueOrDefault("program");

    /// <summary>The folder that the results are written to.</summary>
    public string Results => Text("results", Path.Combine(Root, "benchmarks", "results"));

    /// <summary>The repository's root: the nearest folder above this program that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Reads the options.</summary>
    /// <exception cref="ArgumentException">One has no value, or is not of the form <c>--name</c>.</exception>
    public static Options Parse(string[] args)
    {
        var options = new Options();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == args.Length)
            {
                throw new ArgumentException($"'{args[i]}' is not an option with a value: --name value.", nameof(args));
            }

            options.values[args[i][2..]] = args[i + 1];
        }

        return options;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Inquit.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("No folder above this program holds Inquit.slnx.");
    }

    private string Text(string name, string otherwise) => Path.GetFullPath(values.GetValueOrDefault(name, otherwise));

    private int Number(string name, int otherwise) =>
        values.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
