using System.CommandLine;
using System.Text;
using Inquit.App.Formats;
using Inquit.Ledger;

namespace Inquit.App.Commands;

/// <summary>The part of <c>inquit article</c> that shows an article of a ledger with all that was found in it.</summary>
internal sealed class ArticleOfLedger
{
    private const int LongestId = 64;

    private readonly Option<string> format = new("--format")
    {
        Description = "With an id: table for people, jsonl as of 'inquit read', text for the article's text.",
        HelpName = "table|jsonl|text",
        DefaultValueFactory = _ => "table",
    };

    private readonly Option<string> ledger = LedgerOptions.Ledger();

    /// <summary>Adds its options to the command.</summary>
    public void AddTo(Command command, Argument<string[]> inputs)
    {
        format.AcceptOnlyFromAmong("table", "jsonl", "text");
        command.Add(format);
        command.Add(ledger);
        command.Validators.Add(line =>
        {
            if (!IsAsked(line.GetValue(inputs)!) && (line.GetResult(format) is { Implicit: false } || line.GetResult(ledger) is { Implicit: false }))
            {
                line.AddError("--format and --ledger go with the id of one article in a ledger: twelve or more digits of 0-9 and a-f.");
            }
        });
    }

    /// <summary>Whether the one argument is the id of an article in a ledger, or of a statement in it, and not a file.</summary>
    public static bool IsAsked(string[] arguments) =>
        arguments is [var only] && ArticleOf(only) is { Length: >= StoredArticle.ShortIdLength and <= LongestId } digits && digits.All(char.IsAsciiHexDigit) && !Path.Exists(only);

    /// <summary>Shows the article; returns the exit code.</summary>
    public int Show(ParseResult parsed, string id, Terminal terminal) => LedgerOptions.Run(parsed.GetValue(ledger)!, terminal, async store =>
    {
        var reading = await store.FindArticlesAsync(ArticleOf(id).ToLowerInvariant()) switch
        {
            [var only] => only,
            [] => throw new ArgumentException($"There is no article '{id}' in {store.Name}."),
            _ => throw new ArgumentException($"Several articles begin with '{id}'. Give more digits."),
        };
        var form = parsed.GetValue(format);
        var (article, statements) = (reading.Stored.Article, reading.Statements.Select(found => found.Statement));
        if (reading.Stored.SupersededBy is { } newer && form == "table")
        {
            terminal.Output.Write(Encoding.UTF8.GetBytes($"A newer version took its place: {newer[..StoredArticle.ShortIdLength]}\n"));
        }

        terminal.Output.Write(form switch
        {
            "text" => Encoding.UTF8.GetBytes(article.Text),
            "jsonl" => JsonLinesFormat.Line(json => JsonLinesFormat.WriteObject(json, reading.Findings)).Span,
            _ => new TableFormat(terminal).Render(article, [.. statements]).Span,
        });
    });

    private static string ArticleOf(string argument) => argument.Split("#s", 2)[0];
}
