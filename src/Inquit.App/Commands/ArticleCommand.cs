using System.CommandLine;
using Inquit.App.Formats;
using Inquit.Reading;

namespace Inquit.App.Commands;

/// <summary><c>inquit article</c>: what HTML pages are: their text, and what they say of themselves; or an article of a ledger.</summary>
internal static class ArticleCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var inputs = CommonOptions.Inputs("HTML pages (also packed: .gz), folders of .html files, or - for a page on standard input; or the id of an article in a ledger, its first twelve or more digits.");
        var stored = new ArticleOfLedger();
        var threads = CommonOptions.Threads();
        var command = new Command("article", "Get the article out of web pages: a line of JSON a page. With an id, show an article of a ledger.") { inputs, threads };
        stored.AddTo(command, inputs);
        command.SetAction(parsed => ArticleOfLedger.IsAsked(parsed.GetValue(inputs)!) ? stored.Show(parsed, parsed.GetValue(inputs)![0], terminal) : Run(new ArticleReader(terminal.Input).Pages(parsed.GetValue(inputs)!), parsed.GetValue(threads), terminal));
        return command;
    }

    private static int Run(IEnumerable<Func<ReadResult>> pages, int threads, Terminal terminal)
    {
        var code = ExitCode.Done;
        foreach (var (page, line) in OrderedParallel.Run(pages, Render, threads))
        {
            if (page.Problem is not null)
            {
                terminal.Error.WriteLine($"inquit: {page.Source}: {page.Problem}");
                code = ExitCode.SomeInputUnread;
            }

            terminal.Output.Write(line.Span);
        }

        terminal.Output.Flush();
        return code;
    }

    private static (ReadResult Page, ReadOnlyMemory<byte> Line) Render(Func<ReadResult> read)
    {
        var page = read();
        return (page, page.Article is null ? default : ArticleLine.Of(page.Article, page.PublishedFrom));
    }
}
