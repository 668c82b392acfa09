using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Inquit.Reading;
using Inquit.Training.Pages;

namespace Inquit.Benchmarks;

/// <summary>One reader's figures on one set of pages.</summary>
/// <param name="Set">The set.</param>
/// <param name="Reader">The reader.</param>
/// <param name="Pages">Pages in the set.</param>
/// <param name="WorkedWith">Figures on the half whose errors were looked at.</param>
/// <param name="Counted">Figures on the other half.</param>
/// <param name="All">Figures on the whole.</param>
/// <param name="PagesPerSecond">Pages a second on one core, from the packed file to the article.</param>
internal sealed record PagesResult(string Set, string Reader, int Pages, string WorkedWith, string Counted, string All, Figures PagesPerSecond);

/// <summary>The verb <c>pages</c>: reads the pages of two sets with ours and with SmartReader in turn, on one core, and writes <c>pages.md</c>
/// and <c>pages.json</c>.</summary>
internal static class PagesCommand
{
    private static readonly string[] Sets = ["scrapinghub", "newspages"];

    private static readonly (string Name, Func<PageTruth, Article?> Read)[] Readers =
    [
        ("inquit", page => new ArticleReader(Stream.Null).Pages([page.Path]).Single()().Article),
        ("SmartReader 0.11.1", SmartRead),
    ];

    public static int Run(Options options)
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            Process.GetCurrentProcess().ProcessorAffinity = 1 << (Environment.ProcessorCount - 1);
        }

        var machine = Machine.Describe();
        var results = Sets.SelectMany(set => Measure(set, PageTruth.ReadAll(Path.Combine(options.Pages, set)), options)).ToArray();
        Report.Write(options.Results, "pages", new { Machine = machine, Results = results }, ToMarkdown(machine, results));
        return 0;
    }

    private static IEnumerable<PagesResult> Measure(string set, IReadOnlyList<PageTruth> pages, Options options)
    {
        var rates = Readers.Select(_ => new List<double>()).ToArray();
        for (var pass = -options.WarmUp; pass < options.Passes; pass++)
        {
            foreach (var (reader, passes) in Readers.Zip(rates))
            {
                var start = Stopwatch.GetTimestamp();
                foreach (var page in pages)
                {
                    reader.Read(page);
                }

                if (pass >= 0)
                {
                    passes.Add(pages.Count / Stopwatch.GetElapsedTime(start).TotalSeconds);
                }
            }
        }

        foreach (var (reader, passes) in Readers.Zip(rates))
        {
            var (all, worked, counted) = (new PageScorer(), new PageScorer(), new PageScorer());
            foreach (var page in pages)
            {
                var article = reader.Read(page);
                all.Add(page, article);
                (page.IsWorkedWith ? worked : counted).Add(page, article);
            }

            yield return new PagesResult(set, reader.Name, pages.Count, worked.ToString(), counted.ToString(), all.ToString(), Figures.Of(passes));
        }
    }

    private static Article? SmartRead(PageTruth page)
    {
        using var unpacked = new StreamReader(new GZipStream(File.OpenRead(page.Path), CompressionMode.Decompress), Encoding.UTF8);
        var read = new SmartReader.Reader(page.Url, unpacked.ReadToEnd()).GetArticle();
        return new Article(read.TextContent ?? string.Empty)
        {
            Title = read.Title,
            Published = read.PublicationDate is { } time ? DateOnly.FromDateTime(time) : null,
            Authors = string.IsNullOrEmpty(read.Author) ? [] : [read.Author],
        };
    }

    private static IEnumerable<string> ToMarkdown(Machine machine, PagesResult[] results) =>
    [
        "# Pages",
        string.Empty,
        string.Create(CultureInfo.InvariantCulture, $"Two sets of pages, two readers in turn, one core; {DateTime.UtcNow:yyyy-MM-dd}. The speed is a median (lowest–highest) over the passes."),
        string.Empty,
        "| set | reader | half worked with | half counted | all | pages a second |",
        "| --- | --- | --- | --- | --- | --- |",
        .. results.Select(result => $"| {result.Set} ({result.Pages}) | {result.Reader} | {result.WorkedWith} | {result.Counted} | {result.All} | {result.PagesPerSecond.ToText("N0")} |"),
        string.Empty,
        "| machine | |",
        "| --- | --- |",
        .. machine.ToRows(),
    ];
}
