using System.Text;
using System.Text.Json;
using Spectre.Console;
using Words = Spectre.Console.Text;

namespace Inquit.App.Formats;

/// <summary>The form in which rows are given out.</summary>
internal enum RowFormat
{
    /// <summary>A table for people.</summary>
    Table,

    /// <summary>A JSON object a line.</summary>
    JsonLines,

    /// <summary>A line of cells, with a first line of titles.</summary>
    Csv,
}

/// <summary>A column: its title in tables, its name for programs, and the most of the width, in per cent, that it takes in a table; 0 for what it needs.</summary>
internal sealed record RowColumn(string Title, string Name, int Share = 0);

/// <summary>Writes rows of cells in any of the forms.</summary>
internal static class RowWriter
{
    /// <summary>Writes rows; a cell that is null is not known.</summary>
    public static void Write(Terminal terminal, RowFormat format, RowColumn[] columns, IReadOnlyList<object?[]> rows, string none)
    {
        if (format == RowFormat.JsonLines)
        {
            foreach (var row in rows)
            {
                terminal.Output.Write(JsonLinesFormat.Line(json => WriteObject(json, columns, row)).Span);
            }
        }
        else if (format == RowFormat.Csv)
        {
            terminal.Output.Write(Encoding.UTF8.GetBytes(CsvText.Line(columns.Select(column => column.Name))));
            foreach (var row in rows)
            {
                terminal.Output.Write(Encoding.UTF8.GetBytes(CsvText.Line(row.Select(Cell))));
            }
        }
        else
        {
            terminal.Output.Write(TableFormat.Page(terminal, console => WriteTable(console, terminal, columns, rows, none)).Span);
        }
    }

    private static void WriteTable(IAnsiConsole console, Terminal terminal, RowColumn[] columns, IReadOnlyList<object?[]> rows, string none)
    {
        if (rows.Count == 0)
        {
            console.WriteLine(none);
            return;
        }

        var table = new Table { Border = terminal.HasColor ? TableBorder.Rounded : TableBorder.Square, BorderStyle = new Style(Color.Grey), ShowRowSeparators = columns.Any(column => column.Share > 0) };
        foreach (var (index, column) in columns.Index())
        {
            var longest = rows.Max(row => TableFormat.Printable(Cell(row[index])).GetCellWidth());
            table.AddColumn(new TableColumn(new Words(column.Title, new Style(decoration: Decoration.Bold)))
            {
                NoWrap = column.Share == 0,
                Width = column.Share > 0 ? Math.Max(column.Title.Length, Math.Min(longest, terminal.Width * column.Share / 100)) : null,
            });
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Words(TableFormat.Printable(Cell(cell)))));
        }

        console.Write(table);
    }

    /// <summary>Writes a row as an object.</summary>
    public static void WriteObject(Utf8JsonWriter json, RowColumn[] columns, object?[] row)
    {
        json.WriteStartObject();
        WriteProperties(json, columns, row);
        json.WriteEndObject();
    }

    /// <summary>Writes the cells of a row as properties of an object.</summary>
    public static void WriteProperties(Utf8JsonWriter json, RowColumn[] columns, object?[] row)
    {
        foreach (var (index, column) in columns.Index())
        {
            if (row[index] is long number)
            {
                json.WriteNumber(column.Name, number);
            }
            else
            {
                json.WriteText(column.Name, Cell(row[index]));
            }
        }
    }

    /// <summary>A value as text that reads the same everywhere.</summary>
    public static string? Cell(object? value) => value switch
    {
        null => null,
        DateOnly day => Iso.Of(day),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
