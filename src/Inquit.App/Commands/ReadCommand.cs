using System.CommandLine;
using System.Globalization;
using Inquit.App.Formats;
using Inquit.Reading;

namespace Inquit.App.Commands;

/// <summary><c>inquit read</c>: every statement of every article given.</summary>
internal static class ReadCommand
{
    private static readonly string[] FormatNames = ["table", "jsonl", "brat"];

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal, Models models)
    {
        var inputs = CommonOptions.Inputs("Articles: .txt, .html, .json or .jsonl files, feeds (.xml, .rss, .atom), web archives (.warc), all of them also packed (.gz), folders of these, addresses (https://…) of pages and feeds, or - for standard input.");
        var format = new Option<string>("--format")
        {
            Description = "table for people, jsonl for programs, brat for annotation tools.",
            DefaultValueFactory = _ => FormatNames[0],
        };
        format.AcceptOnlyFromAmong(FormatNames);
        var folder = new Option<string?>("--out") { Description = "The folder that takes NAME.ann for each article; with --format brat.", HelpName = "DIR" };
        var nested = new Option<bool>("--nested") { Description = "Also write statements inside statements; with --format brat." };
        var confidence = MinConfidence();
        var kind = CommonOptions.StandardInputKind();
        var web = new WebOptions();
        var threads = CommonOptions.Threads();
        var modelsFolder = CommonOptions.Models();
        var command = new Command("read", "Find who said what in articles.") { inputs, format, folder, nested, confidence, kind, web.Contact, web.AllowPrivate, threads, modelsFolder };
        command.Validators.Add(line =>
        {
            var isBrat = line.GetValue(format) == "brat";
            if (isBrat && string.IsNullOrEmpty(line.GetValue(folder)))
            {
                line.AddError("--format brat needs --out DIR, the folder that takes the .ann files.");
            }
            else if (!isBrat && (line.GetValue(folder) is not null || line.GetValue(nested)))
            {
                line.AddError("--out and --nested go with --format brat.");
            }
        });
        command.SetAction(parsed =>
        {
            IAnalysisFormat output = parsed.GetValue(format) switch
            {
                "jsonl" => new JsonLinesFormat(terminal.Output),
                "brat" => new BratFormat(CreateFolder(parsed.GetValue(folder)!), parsed.GetValue(nested)),
                _ => new TableFormat(terminal),
            };
            using var fetcher = web.Fetcher(parsed);
            var articles = new ArticleReader(terminal.Input, fetcher: fetcher, standardInputKind: parsed.GetValue(kind)!).Read(parsed.GetValue(inputs)!);
            var least = parsed.GetValue(confidence);
            var engine = models.LoadEngine(parsed.GetValue(modelsFolder));
            return Run(articles, article => engine(article).WithConfidence(least), output, parsed.GetValue(threads), terminal);
        });
        return command;
    }

    /// <summary>Reads, analyzes and writes articles, in their order; returns the exit code.</summary>
    public static int Run(IEnumerable<ReadResult> articles, Func<Article, Analysis> engine, IAnalysisFormat format, int threads, Terminal terminal)
    {
        var code = ExitCode.Done;
        foreach (var (input, rendered, failure) in OrderedParallel.Run(articles, input => Render(input, engine, format), threads))
        {
            var problem = failure ?? format.Write(input.Article!, rendered);
            if (problem is not null)
            {
                terminal.Error.WriteLine($"inquit: {input.Source}: {problem}");
                code = ExitCode.SomeInputUnread;
            }
        }

        terminal.Output.Flush();
        return code;
    }

    /// <summary>One article from reading to bytes. A fault of the engine costs the article it happened on, not the others.</summary>
    private static (ReadResult Input, ReadOnlyMemory<byte> Rendered, string? Problem) Render(ReadResult input, Func<Article, Analysis> engine, IAnalysisFormat format)
    {
        if (input.Article is null)
        {
            return (input, default, input.Problem);
        }

        try
        {
            return (input, format.Render(engine(input.Article)), null);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return (input, default, Fault.Describe(fault));
        }
    }

    /// <summary>How sure a statement must be.</summary>
    public static Option<double> MinConfidence() => new("--min-confidence")
    {
        Description = "Leave out statements that are less sure, 0 to 1: fewer, and more of them right.",
        HelpName = "P",
        CustomParser = given =>
        {
            if (double.TryParse(given.Tokens.Single().Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var confidence) && confidence is >= 0 and <= 1)
            {
                return confidence;
            }

            given.AddError("--min-confidence takes a number from 0 to 1.");
            return 0;
        },
    };

    /// <summary>Makes a folder for what is written; returns its path.</summary>
    /// <exception cref="BrokenEnvironmentException">It cannot be made.</exception>
    public static string CreateFolder(string folder)
    {
        try
        {
            return Directory.CreateDirectory(folder).FullName;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BrokenEnvironmentException($"The folder '{folder}' cannot be made: {failure.Message} Name another --out.");
        }
    }
}
