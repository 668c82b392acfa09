using System.CommandLine;
using Inquit.App.Formats;
using Inquit.Ledger;

namespace Inquit.App.Commands;

/// <summary><c>inquit export</c>: a ledger, or statements of it, for other programs.</summary>
internal static class ExportCommand
{
    private const string Whole = "jsonl";
    private const string Citron = "citron";

    /// <summary>The forms that hold statements, and their writers.</summary>
    private static readonly Dictionary<string, Func<Stream, IAsyncEnumerable<FoundStatement>, Task>> StatementFormats = new(StringComparer.Ordinal)
    {
        ["csv"] = (output, found) => FoundStatements.WriteLinesAsync(output, RowFormat.Csv, found),
        ["parquet"] = ParquetFormat.WriteAsync,
        ["annotations"] = LinkedData.WriteAnnotationsAsync,
        ["quotations"] = LinkedData.WriteQuotationsAsync,
    };

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var format = new Option<string>("--format")
        {
            Description = "jsonl is the whole ledger, which 'inquit import' takes; csv and parquet are tables of statements; annotations are JSON-LD of the W3C Web Annotation model, quotations of schema.org; citron is BBC Citron's JSON, a file an article.",
            DefaultValueFactory = _ => Whole,
        };
        format.AcceptOnlyFromAmong([Whole, .. StatementFormats.Keys, Citron]);
        var target = new Option<string?>("--out") { Description = "The file that takes it, or with citron the folder. [default: standard output; parquet and citron need it]", HelpName = "FILE|DIR" };
        var speaker = new Option<string?>("--speaker") { Description = "Statements of this speaker only.", HelpName = "NAME" };
        var filters = new StatementFilters();
        var ledger = LedgerOptions.Ledger();
        var command = new Command("export", "Give a ledger, or statements of it, to other programs.") { format, target, speaker, ledger };
        foreach (var option in filters.All)
        {
            command.Add(option);
        }

        command.Validators.Add(line =>
        {
            var form = line.GetValue(format) ?? Whole; // null: the usual one
            if (form is "parquet" or Citron && string.IsNullOrEmpty(line.GetValue(target)))
            {
                line.AddError($"--format {form} needs --out, the {(form == Citron ? "folder that takes a file an article" : "file that takes it")}.");
            }
            else if (!StatementFormats.ContainsKey(form) && (line.GetResult(speaker) is not null || filters.AreAsked(line)))
            {
                line.AddError($"--format {form} gives whole articles. Statements are chosen with {string.Join(", ", StatementFormats.Keys)}.");
            }
        });
        command.SetAction(parsed => LedgerOptions.Run(parsed.GetValue(ledger)!, terminal, async store =>
        {
            var form = parsed.GetValue(format)!;
            var path = parsed.GetValue(target);
            if (form == Citron)
            {
                await WriteCitronAsync(store, path!);
                return;
            }

            var search = filters.Read(parsed) with { Speaker = parsed.GetValue(speaker), Limit = int.MaxValue };
            await OutputFile.WriteAsync(path, terminal, output => form == Whole ? WriteWholeAsync(store, output) : StatementFormats[form](output, store.SearchAsync(search)));
        }));
        return command;
    }

    private static async Task WriteWholeAsync(ILedger store, Stream output)
    {
        await foreach (var piece in store.ExportAsync())
        {
            output.Write(LedgerLines.Write(piece).Span);
        }
    }

    /// <summary>Writes a file for each article that holds, named by its id.</summary>
    private static async Task WriteCitronAsync(ILedger store, string folder)
    {
        ReadCommand.CreateFolder(folder);
        await foreach (var piece in store.ExportAsync())
        {
            if (piece is LedgerArticle { Stored: { SupersededBy: null } stored } article)
            {
                await OutputFile.WriteAsync(Path.Combine(folder, stored.ShortId + ".json"), CitronFormat.Render(article.Findings));
            }
        }
    }
}
