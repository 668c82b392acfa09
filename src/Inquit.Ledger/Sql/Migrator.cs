using System.Globalization;

namespace Inquit.Ledger.Sql;

/// <summary>One step of the schema. Steps are never changed once a version with them is out, and never taken back.</summary>
/// <param name="Version">Its number, from 1 without a gap.</param>
/// <param name="Name">Its name.</param>
/// <param name="Commands">The SQL.</param>
internal sealed record Migration(int Version, string Name, string Commands)
{
    /// <summary>The steps of a store, in order.</summary>
    public static IReadOnlyList<Migration> Of(string folder)
    {
        var assembly = typeof(Migration).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.Replace('\\', '/').StartsWith(folder + "/", StringComparison.Ordinal))
                .Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    var file = Path.GetFileNameWithoutExtension(name.Replace('\\', '/').Split('/')[^1]);
                    return new Migration(int.Parse(file[..4], CultureInfo.InvariantCulture), file[5..], reader.ReadToEnd());
                })
                .OrderBy(migration => migration.Version),
        ];
    }
}

/// <summary>Brings the schema of a ledger up to date.</summary>
internal static class Migrator
{
    private const string Table = "migration";

    /// <summary>Runs the steps that are missing, all of them or none.</summary>
    /// <exception cref="LedgerException">The ledger was made by a newer program, or what is there is no ledger.</exception>
    public static async Task RunAsync(Dialect dialect, Session session, IReadOnlyList<Migration> migrations, CancellationToken cancellation)
    {
        // Others may be making the ledger at this moment, so what is half there is judged under the lock only.
        if (await session.ReadNumberAsync(dialect.CountTables(Table), cancellation).ConfigureAwait(false) > 0 && await VersionAsync(dialect, session, migrations, cancellation).ConfigureAwait(false) == migrations.Count)
        {
            return;
        }

        await dialect.BeginWriteAsync(session, cancellation).ConfigureAwait(false);
        var version = await VersionAsync(dialect, session, migrations, cancellation).ConfigureAwait(false);
        if (version == 0)
        {
            await session.WriteAsync(SqlText.Of("CREATE TABLE migration (version bigint PRIMARY KEY, name text NOT NULL)"), cancellation).ConfigureAwait(false);
        }

        foreach (var migration in migrations.Skip(version))
        {
            await session.ExecuteScriptAsync(migration.Commands, cancellation).ConfigureAwait(false);
            await session.WriteAsync($"INSERT INTO migration (version, name) VALUES ({migration.Version}, {migration.Name})", cancellation).ConfigureAwait(false);
        }

        await session.CommitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>How many steps were run; 0 where nothing is there yet.</summary>
    private static async Task<int> VersionAsync(Dialect dialect, Session session, IReadOnlyList<Migration> migrations, CancellationToken cancellation)
    {
        if (await session.ReadNumberAsync(dialect.CountTables(Table), cancellation).ConfigureAwait(false) == 0)
        {
            return await session.ReadNumberAsync(dialect.CountTables(), cancellation).ConfigureAwait(false) == 0
                ? 0
                : throw new LedgerException($"'{dialect.Name}' holds the tables of another program. Name another place with --ledger.");
        }

        var version = await session.ReadNumberAsync(SqlText.Of("SELECT max(version) FROM migration"), cancellation).ConfigureAwait(false) ?? 0;
        return version <= migrations.Count
            ? (int)version
            : throw new LedgerException(string.Create(
                CultureInfo.InvariantCulture,
                $"The ledger '{dialect.Name}' was made by a newer inquit: its schema is version {version}, and this program knows those up to {migrations.Count}. Install the newer program."));
    }
}
