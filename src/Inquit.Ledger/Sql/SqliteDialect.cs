using System.Globalization;
using Inquit.Ledger.Search;
using Microsoft.Data.Sqlite;

namespace Inquit.Ledger.Sql;

/// <summary>A ledger in a file. Words are indexed by FTS5; readers and the writer do not wait for each other (write-ahead log).</summary>
/// <param name="path">The file.</param>
/// <param name="create">Whether it is made where it is not there.</param>
/// <param name="patience">How long a writer waits for another one, in seconds.</param>
internal sealed class SqliteDialect(string path, bool create, int patience = 60) : Dialect
{
    private const int Busy = 5;

    private readonly string connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
        ForeignKeys = true,
        DefaultTimeout = patience,
    }.ToString();

    /// <inheritdoc/>
    public override string Name => path;

    /// <inheritdoc/>
    public override string Migrations => "Sqlite";

    /// <inheritdoc/>
    public override SqlText WordsKey => SqlText.Of("statement_words.rowid");

    /// <inheritdoc/>
    public override async Task<Session> OpenAsync(CancellationToken cancellation)
    {
        if (!create && !File.Exists(path))
        {
            throw new LedgerException($"There is no ledger '{path}'. Make one with 'inquit add', or name another with --ledger.");
        }

        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellation).ConfigureAwait(false);
            await using var command = connection.CreateCommand();

            // In a write-ahead log, NORMAL loses nothing when the program is killed; when the machine is, at most what was written last.
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY;";
            await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
            return new Session(connection);
        }
        catch (SqliteException failure)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            const int NoDatabase = 26;
            throw new LedgerException(
                failure.SqliteErrorCode == NoDatabase
                    ? $"'{path}' is no ledger but another kind of file. Name another with --ledger."
                    : $"The ledger '{path}' cannot be opened: {failure.Message} Check that the folder is there and may be written.",
                failure);
        }
    }

    /// <inheritdoc/>
    public override Task BeginReadAsync(Session session, CancellationToken cancellation)
    {
        session.Begin(((SqliteConnection)session.Connection).BeginTransaction(deferred: true));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task BeginWriteAsync(Session session, CancellationToken cancellation)
    {
        try
        {
            session.Begin(((SqliteConnection)session.Connection).BeginTransaction(deferred: false));
            return Task.CompletedTask;
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == Busy)
        {
            throw new LedgerException(string.Create(CultureInfo.InvariantCulture, $"Another program has been writing to the ledger '{path}' for {patience} seconds. Wait till it ends, as an import does, and start again; what was written holds."), failure);
        }
    }

    /// <inheritdoc/>
    public override SqlText CountTables(string? name = null) => name is null
        ? SqlText.Of("SELECT count(*) FROM sqlite_schema WHERE type = 'table'")
        : $"SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = {name}";

    /// <inheritdoc/>
    public override SqlText InsertWords(long key, IReadOnlyList<string> words) => $"INSERT INTO statement_words (rowid, words) VALUES ({key}, {string.Join(' ', words)})";

    /// <inheritdoc/>
    public override SqlText Matches(SearchQuery query) => $"statement_words MATCH {Write(query, Term, " AND ", " OR ", " NOT ")}";

    /// <inheritdoc/>
    public override void Close()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static string Term(SearchTerm term) => $"\"{string.Join(' ', term.Words)}\"{(term.IsPrefix ? "*" : "")}";
}
