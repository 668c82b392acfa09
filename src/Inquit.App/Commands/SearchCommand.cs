using System.CommandLine;
using Inquit.App.Formats;
using Inquit.Ledger.Search;

namespace Inquit.App.Commands;

/// <summary><c>inquit search</c>: the statements of a ledger that have these words.</summary>
internal static class SearchCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var words = new Argument<string[]>("WORDS")
        {
            Description = "Words that must be there; \"quoted\" ones next to each other; bank* begins so; -word must not be there; a OR b. In quotation marks of the shell where it has its own of these.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var speaker = new Option<string?>("--speaker") { Description = "A name of the speaker; what they said under other names is found, too.", HelpName = "NAME" };
        var options = new SearchOptions();
        var ledger = LedgerOptions.Ledger();
        var command = new Command("search", "Find statements in a ledger, the newest first.") { words, speaker, ledger };
        foreach (var option in options.All)
        {
            command.Add(option);
        }

        command.Validators.Add(line =>
        {
            var typed = line.GetValue(words)!;
            if (Array.Find(typed, word => word.StartsWith("--", StringComparison.Ordinal)) is { } mistyped)
            {
                line.AddError($"There is no option '{mistyped}'.");
            }
            else if (typed.Length > 0 && SearchQuery.Parse(string.Join(' ', typed)).Problem is { } problem)
            {
                line.AddError($"The search cannot be understood: {problem}");
            }
        });
        command.SetAction(parsed =>
        {
            var typed = parsed.GetValue(words)!;
            var search = options.Read(parsed) with
            {
                Words = typed.Length == 0 ? null : SearchQuery.Parse(string.Join(' ', typed)).Query,
                Speaker = parsed.GetValue(speaker),
            };
            if (search.Words is null && search.Speaker is null && !options.Filters.IsSearch(parsed))
            {
                terminal.Error.WriteLine("inquit: Give words to look for, or an option such as --speaker.");
                terminal.Error.WriteLine("See 'inquit search --help'.");
                return ExitCode.WrongUsage;
            }

            return LedgerOptions.Run(parsed.GetValue(ledger)!, terminal, store => FoundStatements.WriteAsync(terminal, parsed.GetValue(options.Format), store.SearchAsync(search)));
        });
        return command;
    }
}
