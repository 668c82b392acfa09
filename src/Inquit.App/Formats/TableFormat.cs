using System.Globalization;
using System.Text;
using Inquit.Attribution;
using Spectre.Console;
using Words = Spectre.Console.Text;

namespace Inquit.App.Formats;

/// <summary>A table an article, for people. What is not known is a dash; where only the speaker's name is not known, the
/// words that the article has for the speaker follow it in brackets.</summary>
internal sealed class TableFormat(Terminal terminal) : IAnalysisFormat
{
    private const string Unknown = "–";

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Render(Analysis analysis)
    {
        using var page = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.HasColor ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.HasColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(page),
        });
        console.Profile.Width = terminal.Width;
        console.Profile.Capabilities.Unicode = true;

        var article = analysis.Article;
        string?[] heading = [article.Document, article.Title, article.Outlet, article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
        console.Write(new Words(string.Join(" · ", heading.Where(part => !string.IsNullOrWhiteSpace(part)).Select(Printable!)), new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        if (analysis.Statements.IsEmpty)
        {
            console.WriteLine("No statements found.");
        }
        else
        {
            console.Write(CreateTable(analysis));
        }

        console.WriteLine();
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    /// <inheritdoc/>
    public string? Write(Article article, ReadOnlyMemory<byte> rendered)
    {
        terminal.Output.Write(rendered.Span);
        return null;
    }

    private Table CreateTable(Analysis analysis)
    {
        var table = new Table
        {
            Border = terminal.HasColor ? TableBorder.Rounded : TableBorder.Square,
            ShowRowSeparators = true,
            BorderStyle = new Style(Color.Grey),
        };
        foreach (var title in (ReadOnlySpan<string>)["Speaker", "Role", "Cue", "Content", "Kind", "Said", "Act"])
        {
            table.AddColumn(new TableColumn(new Words(title, new Style(decoration: Decoration.Bold)))
            {
                NoWrap = title is "Kind" or "Said" or "Act",
            });
        }

        foreach (var statement in analysis.Statements)
        {
            table.AddRow(
                Cell(Speaker(statement, analysis.Article.Text), Color.Green),
                Cell(statement.Speaker.Role),
                Cell(statement.Cue.TextOf(analysis.Article.Text), Color.Yellow),
                Cell(statement.Content.TextOf(analysis.Article.Text)),
                Cell(JsonNames.Of(statement.Kind)),
                Cell(null),
                Cell(null));
        }

        return table;
    }

    private static string Speaker(Statement statement, string text)
    {
        var mark = statement.Within is null ? string.Empty : "└ ";
        var words = statement.Source.IsDefaultOrEmpty ? Unknown : $"{Unknown} ({statement.Source.TextOf(text)})";
        return mark + (statement.Speaker.Name ?? words);
    }

    private static Words Cell(string? words, Color? color = null) =>
        string.IsNullOrWhiteSpace(words) ? new Words(Unknown, new Style(Color.Grey)) : new Words(Printable(words), new Style(color));

    /// <summary>The words without control characters: a text must not be able to move the cursor or close the table.</summary>
    private static string Printable(string words)
    {
        var line = new StringBuilder(words.Length);
        var isBlank = false;
        foreach (var unit in words)
        {
            var isSpace = char.IsWhiteSpace(unit) || char.IsControl(unit);
            if (!isSpace)
            {
                line.Append(unit);
            }
            else if (!isBlank)
            {
                line.Append(' ');
            }

            isBlank = isSpace;
        }

        return line.ToString().Trim();
    }
}
