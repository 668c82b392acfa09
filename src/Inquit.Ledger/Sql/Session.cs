using System.Data.Common;

namespace Inquit.Ledger.Sql;

/// <summary>One connection and the commands that were run on it. For one user at a time.</summary>
internal sealed class Session(DbConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> commands = new(StringComparer.Ordinal);
    private DbTransaction? transaction;
    private DbBatch? batch;

    /// <summary>The connection, which is open.</summary>
    public DbConnection Connection { get; } = connection;

    /// <summary>What is read and written from here to <see cref="CommitAsync"/> is one transaction.</summary>
    public void Begin(DbTransaction begun) => transaction = begun;

    /// <summary>Ends the transaction: all that was written holds.</summary>
    public async Task CommitAsync(CancellationToken cancellation)
    {
        await FlushAsync(cancellation).ConfigureAwait(false);
        await transaction!.CommitAsync(cancellation).ConfigureAwait(false);
        await EndAsync().ConfigureAwait(false);
    }

    /// <summary>Ends the transaction: nothing that was written holds.</summary>
    public async Task EndAsync()
    {
        batch = null;
        if (transaction is { } begun)
        {
            transaction = null;
            await begun.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Writes: at once, or with what else is written, where the store takes several commands at a time.</summary>
    public async ValueTask WriteAsync(SqlText sql, CancellationToken cancellation)
    {
        if (Connection.CanCreateBatch)
        {
            batch ??= Connection.CreateBatch();
            var command = batch.CreateBatchCommand();
            command.CommandText = sql.ToCommandText();
            sql.Fill(command.Parameters, command.CreateParameter);
            batch.BatchCommands.Add(command);
        }
        else
        {
            await CommandOf(sql).ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Runs several commands that have no parameters.</summary>
    public async Task ExecuteScriptAsync(string commands, CancellationToken cancellation)
    {
        await FlushAsync(cancellation).ConfigureAwait(false);
        await using var command = Connection.CreateCommand();
        command.CommandText = commands;
        command.Transaction = transaction;
        await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Runs a query. The reader must be disposed before the next one is run.</summary>
    public async Task<DbDataReader> ReadAsync(SqlText sql, CancellationToken cancellation)
    {
        await FlushAsync(cancellation).ConfigureAwait(false);
        return await CommandOf(sql).ExecuteReaderAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>The first value of a query; null for none.</summary>
    public async Task<long?> ReadNumberAsync(SqlText sql, CancellationToken cancellation)
    {
        await FlushAsync(cancellation).ConfigureAwait(false);
        return await CommandOf(sql).ExecuteScalarAsync(cancellation).ConfigureAwait(false) is { } value and not DBNull ? Convert.ToInt64(value, null) : null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await EndAsync().ConfigureAwait(false);
        foreach (var command in commands.Values)
        {
            await command.DisposeAsync().ConfigureAwait(false);
        }

        await Connection.DisposeAsync().ConfigureAwait(false);
    }

    private async Task FlushAsync(CancellationToken cancellation)
    {
        if (batch is { } full)
        {
            batch = null;
            full.Transaction = transaction;
            await full.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
            await full.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The command of a text. Where the store prepares a command object, it is made once; Npgsql, which takes batches, prepares texts
    /// by itself and wants an object each.
    /// </summary>
    private DbCommand CommandOf(SqlText sql)
    {
        var text = sql.ToCommandText();
        if (!commands.TryGetValue(text, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = text;
            if (!Connection.CanCreateBatch)
            {
                commands[text] = command;
            }
        }

        command.Transaction = transaction;
        sql.Fill(command.Parameters, command.CreateParameter);
        return command;
    }
}
