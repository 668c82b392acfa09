using System.CommandLine;
using Inquit.App.Formats;
using Inquit.Reading;
using Inquit.Reading.Feeds;

namespace Inquit.App.Commands;

/// <summary><c>inquit feed</c>: feeds as JSON, a line each.</summary>
internal static class FeedCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var inputs = CommonOptions.Inputs("Feeds: RSS, Atom or JSON Feed files (also packed: .gz), or - for one on standard input.");
        var address = Base();
        var threads = CommonOptions.Threads();
        var command = new Command("feed", "Write feeds of news and their entries as JSON, a line a feed.") { inputs, address, threads };
        command.SetAction(parsed =>
        {
            var reader = new FeedReader(terminal.Input);
            var from = parsed.GetValue(address);
            return Run(parsed.GetValue(inputs)!, input => reader.ReadFile(input, from), parsed.GetValue(threads), terminal);
        });
        return command;
    }

    private static Option<Uri?> Base() => new("--base")
    {
        Description = "The address that the feeds come from; relative links in them count from it.",
        HelpName = "URL",
        CustomParser = given =>
        {
            if (Uri.TryCreate(given.Tokens.Single().Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            {
                return address;
            }

            given.AddError("--base takes an address, as https://example.org/news.xml.");
            return null;
        },
    };

    private static int Run(IEnumerable<string> inputs, Func<string, FeedResult> reader, int threads, Terminal terminal)
    {
        var code = ExitCode.Done;
        foreach (var (source, line, problem) in OrderedParallel.Run(inputs, input => Render(input, reader), threads))
        {
            terminal.Output.Write(line.Span);
            if (problem is not null)
            {
                terminal.Error.WriteLine($"inquit: {source}: {problem}");
                code = ExitCode.SomeInputUnread;
            }
        }

        terminal.Output.Flush();
        return code;
    }

    /// <summary>One feed from reading to bytes, as much of it as could be read.</summary>
    private static (string Source, ReadOnlyMemory<byte> Line, string? Problem) Render(string input, Func<string, FeedResult> reader)
    {
        try
        {
            var (source, feed, problem) = reader(input);
            var document = input == ArticleReader.StandardInputName ? "stdin" : input;
            return (source, feed is null ? default : FeedLine.Render(document, feed), problem);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return (input, default, Fault.Describe(fault));
        }
    }
}
