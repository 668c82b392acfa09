using Inquit.Ledger;
using Inquit.Ledger.Sql;

namespace Inquit.Tests;

/// <summary>All that a ledger holds, table by table, as text; without the times at which it was written.</summary>
internal static class LedgerDump
{
    private static readonly (string Table, string Columns, string Order)[] Tables =
    [
        ("ledger", "revision, last_decision", "revision"),
        ("article", "number, id, place, superseded_by, document, document_id, title, outlet, outlet_words, url, authors, published, language, engine, body_start, text", "number"),
        ("statement", "key, article, number, kind, confidence, within, day, source, cue, content, addressee, medium, place, said_basis, said_value, said_span", "key"),
        ("speaker", "statement, position, name, type, role, role_words, affiliation, country, resolved_by, confidence, sighting", "statement, position"),
        ("entity", "article, number, span, type, name", "article, number"),
        ("time_expression", "article, number, span, type, value", "article, number"),
        ("actor", "id, name, type, role, affiliation, country", "id"),
        ("actor_record", "id, split_from, actor", "id"),
        ("actor_sighting", "id, record, article, name, name_words, type, role, affiliation, country", "id"),
        ("actor_decision", "number, kind, first_record, second_record, name, type, role, affiliation, country", "number"),
    ];

    /// <summary>The rows of each table.</summary>
    public static async Task<Dictionary<string, List<string>>> OfAsync(string address)
    {
        var dialect = Ledgers.DialectOf(address, create: false);
        await using var session = await dialect.OpenAsync(CancellationToken.None);
        var dump = new Dictionary<string, List<string>>();
        foreach (var (table, columns, order) in Tables)
        {
            dump[table] = await RowsAsync(session, $"SELECT {columns} FROM {table} ORDER BY {order}");
        }

        if (dialect is SqliteDialect)
        {
            await session.ExecuteScriptAsync("CREATE VIRTUAL TABLE IF NOT EXISTS temp.word USING fts5vocab(main, statement_words, instance)", CancellationToken.None);
            dump["statement_words"] = await RowsAsync(session, "SELECT doc, \"offset\", term FROM temp.word ORDER BY doc, \"offset\"");
            dump["integrity"] = await RowsAsync(session, "PRAGMA integrity_check");
        }
        else
        {
            dump["statement_words"] = await RowsAsync(session, "SELECT key, words::text FROM statement_words ORDER BY key");
        }

        return dump;
    }

    private static async Task<List<string>> RowsAsync(Session session, string sql)
    {
        var rows = new List<string>();
        await using var row = await session.ReadAsync(SqlText.Of(sql), CancellationToken.None);
        var values = new object[row.FieldCount];
        while (await row.ReadAsync())
        {
            row.GetValues(values);
            rows.Add(string.Join('|', values));
        }

        return rows;
    }
}
