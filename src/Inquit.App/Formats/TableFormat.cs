using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Inquit.Actors;
using Inquit.Attribution;
using Inquit.Meaning;
using Spectre.Console;
using Words = Spectre.Console.Text;

namespace Inquit.App.Formats;

/// <summary>A table an article, for people. What is not known is a dash; where only the speaker's name is not known, the
/// words that the article has for the speaker follow it in brackets. A day in brackets is the article's.</summary>
internal sealed class TableFormat(Terminal terminal) : IAnalysisFormat
{
    private const string Unknown = "–";
    private const string Content = "Content";
    private const int SaidColumn = 5;

    /// <summary>A speaker less sure than this has a mark.</summary>
    public const double Unsure = 0.6;
    private const string UnsureMark = " ?";

    /// <summary>How deep a statement inside statements is shown; deeper ones stand there, too.</summary>
    private const int MostDepth = 4;

    /// <summary>Titles and colours, and how much of the width, in per cent, a column may take; the content takes what is left.</summary>
    private static readonly (string Title, Color? Color, int Share)[] Columns =
    [
        ("Speaker", Color.Green, 20),
        ("Role", null, 12),
        ("Cue", Color.Yellow, 12),
        (Content, null, 0),
        ("Kind", null, 0),
        ("Said", null, 0),
        ("Act", null, 0),
    ];

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Render(Analysis analysis) => Render(analysis.Article, analysis.Statements);

    /// <summary>Writes the statements of an article as a page.</summary>
    public ReadOnlyMemory<byte> Render(Article article, ImmutableArray<Statement> statements) => Page(terminal, console =>
    {
        string?[] heading = [article.Document, article.Title, article.Outlet, Iso.Of(article.Published)];
        console.Write(new Words(string.Join(" · ", heading.Where(part => !string.IsNullOrWhiteSpace(part)).Select(Printable)), new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        if (statements.IsEmpty)
        {
            console.WriteLine("No statements found.");
        }
        else
        {
            console.Write(CreateTable(article.Text, statements));
        }

        console.WriteLine();
    });

    /// <summary>A page that fits the terminal.</summary>
    public static ReadOnlyMemory<byte> Page(Terminal terminal, Action<IAnsiConsole> write)
    {
        using var page = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.HasColor ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.HasColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(page),
        });
        console.Profile.Width = terminal.Width;
        console.Profile.Capabilities.Unicode = true;

        write(console);
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    /// <inheritdoc/>
    public string? Write(Article article, ReadOnlyMemory<byte> rendered)
    {
        terminal.Output.Write(rendered.Span);
        return null;
    }

    private Table CreateTable(string text, ImmutableArray<Statement> statements)
    {
        var table = new Table
        {
            Border = terminal.HasColor ? TableBorder.Rounded : TableBorder.Square,
            ShowRowSeparators = true,
            BorderStyle = new Style(Color.Grey),
        };
        var rows = statements.Select(statement => new[]
        {
            Speaker(statement, text, statements),
            Role(statement.Speaker),
            Printable(statement.Cue.TextOf(text)),
            Printable(statement.Content.TextOf(text)),
            JsonNames.Of(statement.Kind),
            Day(statement.Said),
            Unknown,
        }).ToArray();
        for (var column = 0; column < Columns.Length; column++)
        {
            var longest = rows.Max(row => row[column].GetCellWidth());
            var (title, color, share) = Columns[column];
            table.AddColumn(new TableColumn(new Words(title, new Style(decoration: Decoration.Bold)))
            {
                Width = share > 0 ? Math.Max(title.Length, Math.Min(longest, terminal.Width * share / 100)) : null,
                NoWrap = share == 0 && title != Content,
            });
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select((words, column) => new Words(words, new Style(words == Unknown || (column == SaidColumn && words[0] == '(') ? Color.Grey : Columns[column].Color))));
        }

        return table;
    }

    /// <summary>The speaker; that of a statement inside another stands under it, two steps further in.</summary>
    private static string Speaker(Statement statement, string text, ImmutableArray<Statement> statements)
    {
        var depth = 0;
        for (var outer = statement.Within; outer is { } index && depth < MostDepth; outer = statements[index].Within)
        {
            depth++;
        }

        var mark = depth == 0 ? string.Empty : new string(' ', 2 * (depth - 1)) + "└ ";
        return mark + SpeakerOf(statement, text);
    }

    /// <summary>The speaker's name, with a mark where that is not sure; or a dash and the words that the text has for the speaker.</summary>
    public static string SpeakerOf(Statement statement, string text) =>
        statement.Speaker is { ResolvedBy: not SpeakerResolution.None, Name: { } name } speaker ? Printable(name) + (speaker.Confidence < Unsure ? UnsureMark : string.Empty)
        : statement.Source.IsDefaultOrEmpty ? Unknown
        : $"{Unknown} ({Printable(statement.Source.TextOf(text))})";

    /// <summary>What the speaker is, and for whom where the role does not say that: "spokesman, Kremlin".</summary>
    public static string Role(Speaker speaker) => speaker switch
    {
        { Role: { } role, Affiliation: { } body } when !role.Contains(body, StringComparison.OrdinalIgnoreCase) => $"{Printable(role)}, {Printable(body)}",
        { Role: null, Affiliation: { } body } => Printable(body),
        _ => Printable(speaker.Role),
    };

    /// <summary>
    /// The day, month or year on which a statement was made, without its time of the day; in brackets where it is only the day on which
    /// the article appeared.
    /// </summary>
    private static string Day(StatementTime? said) => said?.Value is not { } value ? Unknown
        : said.Basis == TimeBasis.Published ? $"({value})"
        : value.Split('T')[0];

    /// <summary>The words without control characters: a text must not be able to move the cursor or close the table. A dash
    /// for no words.</summary>
    public static string Printable(string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return Unknown;
        }

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
