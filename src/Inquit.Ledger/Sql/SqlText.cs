using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Inquit.Ledger.Sql;

/// <summary>
/// A piece of SQL, written as an interpolated string: what stands in its holes becomes a parameter, or, where it is a piece of SQL
/// itself, part of it. No value ever becomes text of a command.
/// </summary>
[InterpolatedStringHandler]
internal sealed class SqlText
{
    private readonly List<string> pieces = [];
    private readonly List<object?> values = [];

    /// <summary>An empty piece.</summary>
    public SqlText()
    {
    }

    /// <summary>Called by the compiler.</summary>
    public SqlText(int literalLength, int holes)
    {
        _ = literalLength;
        _ = holes;
    }

    /// <summary>A piece as it stands; never of anything that came from outside.</summary>
    public static SqlText Of(string sql)
    {
        var text = new SqlText();
        text.AppendLiteral(sql);
        return text;
    }

    /// <summary>Adds to its end.</summary>
    public void Append(SqlText more) => AppendFormatted(more);

    /// <summary>Called by the compiler: what stands between holes.</summary>
    public void AppendLiteral(string sql)
    {
        if (pieces.Count > values.Count)
        {
            pieces[^1] += sql;
        }
        else
        {
            pieces.Add(sql);
        }
    }

    /// <summary>Called by the compiler: a hole with a piece of SQL.</summary>
    public void AppendFormatted(SqlText piece)
    {
        for (var i = 0; i < piece.pieces.Count; i++)
        {
            AppendLiteral(piece.pieces[i]);
            if (i < piece.values.Count)
            {
                AppendValue(piece.values[i]);
            }
        }
    }

    /// <summary>Called by the compiler: a hole with a text, which is stored so that every store can hold it.</summary>
    public void AppendFormatted(string? value) => AppendValue(StoredText.Escape(value));

    /// <summary>Called by the compiler: a hole with a number.</summary>
    public void AppendFormatted(long? value) => AppendValue(value);

    /// <summary>Called by the compiler: a hole with a number.</summary>
    public void AppendFormatted(long value) => AppendValue(value);

    /// <summary>Called by the compiler: a hole with a number.</summary>
    public void AppendFormatted(double? value) => AppendValue(value);

    /// <summary>The command's text with its parameters' names.</summary>
    public string ToCommandText()
    {
        if (values.Count == 0)
        {
            return string.Concat(pieces);
        }

        var text = new StringBuilder();
        for (var i = 0; i < pieces.Count; i++)
        {
            text.Append(pieces[i]);
            if (i < values.Count)
            {
                text.Append(CultureInfo.InvariantCulture, $"@p{i}");
            }
        }

        return text.ToString();
    }

    /// <summary>Sets the parameters.</summary>
    public void Fill(DbParameterCollection parameters, Func<DbParameter> create)
    {
        parameters.Clear();
        for (var i = 0; i < values.Count; i++)
        {
            var parameter = create();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{i}");
            parameter.Value = values[i] ?? DBNull.Value;
            parameters.Add(parameter);
        }
    }

    private void AppendValue(object? value)
    {
        if (pieces.Count == values.Count)
        {
            pieces.Add(string.Empty);
        }

        values.Add(value);
    }
}
