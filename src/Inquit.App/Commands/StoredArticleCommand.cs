using System.CommandLine;
using System.Text;
using Inquit.App.Formats;
using Inquit.Ledger;

namespace Inquit.App.Commands;

/// <summary><c>inquit article ID</c>: an article of a ledger with all that was found in it.</summary>
internal static class StoredArticleCommand
{
    private const int LongestId = 64;

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "The first twelve or more digits of the article's id, as 'inquit search' shows it." };
        var format = new Option<string>("--format") { Description = "table for people, jsonl as of 'inquit read', text for the article's text.", HelpName = "table|jsonl|text", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "jsonl", "text");
        var ledger = LedgerOptions.Ledger();
        var command = new Command("article", "Show an article of a ledger with its statements.") { id, format, ledger };
        command.Validators.Add(line =>
        {
            if (!IsId(line.GetValue(id)!))
            {
                line.AddError($"'{line.GetValue(id)}' is no id of an article: twelve or more digits of 0-9 and a-f.");
            }
        });
        command.SetAction(parsed => Show(parsed.GetValue(id)!, parsed.GetValue(ledger)!, parsed.GetValue(format)!, terminal));
        return command;
    }

    /// <summary>Whether an argument is the id of an article in a ledger, or of a statement in it: twelve or more hexadecimal digits.</summary>
    public static bool IsId(string argument) => ArticleOf(argument) is { Length: >= StoredArticle.ShortIdLength and <= LongestId } digits && digits.All(char.IsAsciiHexDigit);

    /// <summary>Shows an article; returns the exit code.</summary>
    public static int Show(string id, string address, string format, Terminal terminal) => LedgerOptions.Run(address, terminal, async store =>
    {
        var reading = await store.FindArticlesAsync(ArticleOf(id).ToLowerInvariant()) switch
        {
            [var only] => only,
            [] => throw new ArgumentException($"There is no article '{id}' in {store.Name}."),
            _ => throw new ArgumentException($"Several articles begin with '{id}'. Give more digits."),
        };
        var (article, statements) = (reading.Stored.Article, reading.Statements.Select(found => found.Statement));
        if (reading.Stored.SupersededBy is { } newer && format == "table")
        {
            terminal.Output.Write(Encoding.UTF8.GetBytes($"A newer version took its place: {newer[..StoredArticle.ShortIdLength]}\n"));
        }

        terminal.Output.Write(format switch
        {
            "text" => Encoding.UTF8.GetBytes(article.Text),
            "jsonl" => JsonLinesFormat.Render(article, statements, reading.Names.Select(name => (name.Span, name.Type)), reading.Times).Span,
            _ => new TableFormat(terminal).Render(article, [.. statements]).Span,
        });
    });

    private static string ArticleOf(string argument) => argument.Split("#s", 2)[0];
}
