using System.Data;
using System.Globalization;
using System.Text;
using Inquit.Ledger.Search;
using Npgsql;

namespace Inquit.Ledger.Sql;

/// <summary>A ledger in a schema of a PostgreSQL database. Words are indexed as a <c>tsvector</c> that the program makes itself.</summary>
internal sealed class PostgresDialect : Dialect
{
    private readonly NpgsqlDataSource source;

    public PostgresDialect(NpgsqlConnectionStringBuilder address)
    {
        if (address.MaxAutoPrepare == 0)
        {
            address.MaxAutoPrepare = 64;
        }

        source = NpgsqlDataSource.Create(address);
        Name = string.Create(CultureInfo.InvariantCulture, $"PostgreSQL {address.Host}:{address.Port}/{address.Database ?? address.Username}");
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string Migrations => "Postgres";

    /// <inheritdoc/>
    public override SqlText WordsKey => SqlText.Of("statement_words.key");

    /// <inheritdoc/>
    public override async Task<Session> OpenAsync(CancellationToken cancellation)
    {
        try
        {
            return new Session(await source.OpenConnectionAsync(cancellation).ConfigureAwait(false));
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or ArgumentException)
        {
            throw new LedgerException($"The ledger {Name} cannot be reached: {failure.Message} Check the connection string and the server.", failure);
        }
    }

    /// <inheritdoc/>
    public override async Task BeginReadAsync(Session session, CancellationToken cancellation) =>
        session.Begin(await session.Connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task BeginWriteAsync(Session session, CancellationToken cancellation)
    {
        session.Begin(await session.Connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation).ConfigureAwait(false));
        await session.ReadNumberAsync(SqlText.Of("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext('inquit ledger'), hashtext(current_schema()))) locked"), cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override SqlText CountTables(string? name = null) => name is null
        ? SqlText.Of("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()")
        : $"SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = {name}";

    /// <inheritdoc/>
    public override SqlText InsertWords(long key, IReadOnlyList<string> words) => $"INSERT INTO statement_words (key, words) VALUES ({key}, CAST({Vector(words)} AS tsvector))";

    /// <inheritdoc/>
    public override SqlText Matches(SearchQuery query) => $"statement_words.words @@ CAST({Write(query, Term, " & ", " | ", " & !")} AS tsquery)";

    /// <inheritdoc/>
    public override void Close() => source.Dispose();

    /// <summary>Words with their places: <c>'bridge':1,4 'built':2</c>. Words hold letters and digits only, so nothing in them needs an escape.</summary>
    private static string Vector(IReadOnlyList<string> words)
    {
        var vector = new StringBuilder();
        foreach (var word in words.Index().GroupBy(word => word.Item, StringComparer.Ordinal))
        {
            vector.Append(CultureInfo.InvariantCulture, $"'{word.Key}':{string.Join(',', word.Select(place => place.Index + 1))} ");
        }

        return vector.ToString();
    }

    private static string Term(SearchTerm term) =>
        $"({string.Join(" <-> ", term.Words.Select((word, index) => $"'{word}'{(term.IsPrefix && index == term.Words.Length - 1 ? ":*" : "")}"))})";
}
