using System.Data.Common;
using Inquit.Ledger;
using Npgsql;
using Xunit;

namespace Inquit.Tests;

/// <summary>A place for the ledgers of one test, removed after it.</summary>
public abstract class LedgerPlace : IDisposable
{
    /// <summary>The address of an empty ledger, always the same one.</summary>
    public abstract string Address { get; }

    /// <summary>Opens the ledger.</summary>
    public async Task<ILedger> OpenAsync() => await Ledgers.OpenAsync(Address, create: true, TestContext.Current.CancellationToken);

    /// <summary>How many articles of any version there are, also while another process adds; 0 while there is no ledger yet.</summary>
    public async Task<long> CountAsync()
    {
        var dialect = Ledgers.DialectOf(Address, create: false);
        try
        {
            await using var session = await dialect.OpenAsync(TestContext.Current.CancellationToken);
            return await session.ReadNumberAsync($"SELECT count(*) FROM article", TestContext.Current.CancellationToken) ?? 0;
        }
        catch (Exception missing) when (missing is LedgerException or DbException)
        {
            return 0;
        }
        finally
        {
            dialect.Close();
        }
    }

    /// <summary>Runs SQL beside the ledger.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var session = await Ledgers.DialectOf(Address, create: true).OpenAsync(TestContext.Current.CancellationToken);
        await session.ExecuteScriptAsync(sql, TestContext.Current.CancellationToken);
    }

    public virtual void Dispose() => GC.SuppressFinalize(this);
}

/// <summary>A ledger in a file of a temporary folder.</summary>
public sealed class SqlitePlace : LedgerPlace
{
    private readonly TemporaryFolder folder = new();

    public override string Address => folder.PathOf("test.db");

    public override void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
        base.Dispose();
    }
}

/// <summary>A ledger in a schema of its own in a PostgreSQL database: that of INQUIT_TEST_POSTGRES, or one on this machine.</summary>
public sealed class PostgresPlace : LedgerPlace
{
    private const string Variable = "INQUIT_TEST_POSTGRES";
    private static readonly Lazy<(string? Server, string? Problem)> Found = new(Find);
    private readonly string schema = $"inquit_test_{Guid.NewGuid():N}";

    public PostgresPlace()
    {
        Assert.SkipWhen(Found.Value.Server is null, $"No PostgreSQL: {Found.Value.Problem} Name one by {Variable}, a connection string.");
        Execute($"CREATE SCHEMA {schema}");
    }

    public override string Address => new NpgsqlConnectionStringBuilder(Found.Value.Server) { SearchPath = schema }.ToString();

    public override void Dispose()
    {
        Execute($"DROP SCHEMA {schema} CASCADE");
        base.Dispose();
    }

    private static (string? Server, string? Problem) Find()
    {
        var said = Environment.GetEnvironmentVariable(Variable);
        var server = string.IsNullOrEmpty(said) ? $"Host=localhost;Database=postgres;Username={Environment.UserName};Timeout=2" : said;
        try
        {
            using var connection = new NpgsqlConnection(server);
            connection.Open();
            return (server, null);
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException && string.IsNullOrEmpty(said))
        {
            return (null, failure.Message);
        }
    }

    private static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Found.Value.Server);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
