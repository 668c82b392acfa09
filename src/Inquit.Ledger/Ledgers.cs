using Inquit.Ledger.Sql;
using Npgsql;

namespace Inquit.Ledger;

/// <summary>Opens ledgers by what people call them.</summary>
public static class Ledgers
{
    private static readonly string[] Schemes = ["postgres://", "postgresql://"];

    /// <summary>Opens a ledger, made first where it is not there and may be made, and brings its schema up to date.</summary>
    /// <param name="address">A PostgreSQL connection string (<c>Host=…;Database=…</c>) or address (<c>postgres://…</c>), or else the path of a SQLite file.</param>
    /// <param name="create">Whether a file that is not there is made.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="LedgerException">It cannot be used; the message says why and what to do.</exception>
    public static async Task<ILedger> OpenAsync(string address, bool create, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        return await SqlLedger.OpenAsync(DialectOf(address, create), null, cancellation).ConfigureAwait(false);
    }

    /// <summary>Which store an address is of.</summary>
    internal static Dialect DialectOf(string address, bool create)
    {
        try
        {
            return Array.Exists(Schemes, scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) ? new PostgresDialect(OfAddress(new Uri(address)))
                : NamesServer(address) && !File.Exists(address) ? new PostgresDialect(new NpgsqlConnectionStringBuilder(address))
                : new SqliteDialect(address, create);
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new LedgerException($"The connection string of the ledger cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>Whether it is a connection string, which names a server: <c>Host=…</c>, or <c>Server=…</c>, which is the same.</summary>
    private static bool NamesServer(string address) =>
        Array.Exists(address.Split(';'), part => part.Split('=', 2) is [var name, _] && name.Trim().ToUpperInvariant() is "HOST" or "SERVER");

    private static NpgsqlConnectionStringBuilder OfAddress(Uri address)
    {
        var builder = new NpgsqlConnectionStringBuilder { Host = address.Host };
        if (address.Port > 0)
        {
            builder.Port = address.Port;
        }

        if (address.AbsolutePath.Trim('/') is { Length: > 0 } database)
        {
            builder.Database = Uri.UnescapeDataString(database);
        }

        if (address.UserInfo.Split(':', 2) is [{ Length: > 0 } user, .. var password])
        {
            builder.Username = Uri.UnescapeDataString(user);
            builder.Password = password is [var secret] ? Uri.UnescapeDataString(secret) : null;
        }

        foreach (var option in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = option.Split('=', 2) is [var left, var right] ? (left, right) : (option, string.Empty);
            builder[Uri.UnescapeDataString(name)] = Uri.UnescapeDataString(value);
        }

        return builder;
    }
}
