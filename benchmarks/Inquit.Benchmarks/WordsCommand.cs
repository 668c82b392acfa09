using System.Diagnostics;
using System.Text.Json;

namespace Inquit.Benchmarks;

/// <summary>Seconds of each timed pass over the same articles. The peer programs print the same line of JSON.</summary>
/// <param name="Articles">Articles in a pass.</param>
/// <param name="Words">Words in a pass, as white space parts them.</param>
/// <param name="Threads">Threads that read articles.</param>
/// <param name="Seconds">The time of each pass.</param>
internal sealed record PassTimes(int Articles, int Words, int Threads, double[] Seconds)
{
    /// <summary>How it is written.</summary>
    public static JsonSerializerOptions Format { get; } = new(JsonSerializerDefaults.Web);

    /// <summary>Words a second: median, lowest and highest of the passes.</summary>
    public Figures WordsPerSecond() => Figures.Of(Seconds.Select(seconds => Words / seconds));
}

/// <summary>The verb <c>words</c>: reads all articles again and again in this process and prints the time of each pass.</summary>
internal static class WordsCommand
{
    public static int Run(Options options)
    {
        var articles = Workload.LoadArticles(options.Articles);
        var threads = options.Threads > 0 ? options.Threads : Environment.ProcessorCount;
        var engine = Workload.LoadEngine();
        var times = Measure(articles, threads, options.WarmUp, options.Passes, article => engine(article).Statements.Length);
        Console.WriteLine(JsonSerializer.Serialize(times, PassTimes.Format));
        return 0;
    }

    /// <summary>Times passes of <paramref name="read"/> over the articles.</summary>
    public static PassTimes Measure(Article[] articles, int threads, int warmUp, int passes, Func<Article, int> read)
    {
        for (var pass = 0; pass < warmUp; pass++)
        {
            ReadAll(articles, threads, read);
        }

        var seconds = new double[passes];
        for (var pass = 0; pass < passes; pass++)
        {
            var start = Stopwatch.GetTimestamp();
            ReadAll(articles, threads, read);
            seconds[pass] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        return new PassTimes(articles.Length, articles.Sum(article => Workload.CountWords(article.Text)), threads, seconds);
    }

    private static void ReadAll(Article[] articles, int threads, Func<Article, int> read)
    {
        if (threads > 1)
        {
            Parallel.ForEach(articles, new ParallelOptions { MaxDegreeOfParallelism = threads }, article => read(article));
            return;
        }

        foreach (var article in articles)
        {
            read(article);
        }
    }
}
