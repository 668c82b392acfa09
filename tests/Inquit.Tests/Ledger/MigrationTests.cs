using System.Globalization;
using System.Security.Cryptography;
using Inquit.Actors;
using Inquit.Ledger;
using Inquit.Ledger.Search;
using Inquit.Ledger.Sql;
using Xunit;

namespace Inquit.Tests;

public sealed class SqliteMigrationTests() : MigrationTests(new SqlitePlace());

public sealed class PostgresMigrationTests() : MigrationTests(new PostgresPlace());

/// <summary>A ledger of any released version is brought up to date and keeps all it held. Each version has its sample: Versions/N.sql.</summary>
public abstract class MigrationTests(LedgerPlace place) : IDisposable
{
    /// <summary>The steps that are out: these never change. The first sixteen digits of their SHA-256.</summary>
    private static readonly Dictionary<string, string> Released = new()
    {
        ["Sqlite 1"] = "e3313cfec5e819dd",
        ["Postgres 1"] = "29d50ac843874902",
        ["Sqlite 2"] = "64647711c7d641f7",
        ["Postgres 2"] = "75768ffc65c006b2",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int> Versions => [.. Migration.Of("Sqlite").Select(migration => migration.Version)];

    private Dialect Dialect => Ledgers.DialectOf(place.Address, create: true);

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Steps_are_counted_without_a_gap_and_those_that_are_out_never_change()
    {
        foreach (var (index, step) in Migration.Of(Dialect.Migrations).Index())
        {
            Assert.Equal(index + 1, step.Version);
            var mark = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(step.Commands.ReplaceLineEndings("\n"))))[..16];
            Assert.Equal(Released[$"{Dialect.Migrations} {step.Version}"], mark);
        }

        Assert.Equal(Migration.Of("Sqlite").Select(step => step.Name), Migration.Of("Postgres").Select(step => step.Name));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_ledger_of_each_version_is_brought_up_to_date(int version)
    {
        await using (var old = await SqlLedger.OpenAsync(Dialect, [.. Migration.Of(Dialect.Migrations).Take(version)], Cancellation))
        {
        }

        var key = StatementKey.Of(new DateOnly(2024, 5, 14), 1, 0);
        var sample = await File.ReadAllTextAsync(Repository.PathOf($"tests/Inquit.Tests/Ledger/Versions/{version}.sql"), Cancellation);
        await place.ExecuteAsync(sample.Replace("{key}", key.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        await place.ExecuteAsync(Dialect is SqliteDialect
            ? $"INSERT INTO statement_words (rowid, words) VALUES ({key}, 'it rained')"
            : $"INSERT INTO statement_words (key, words) VALUES ({key}, '''it'':1 ''rained'':2')");

        await using var ledger = await place.OpenAsync();
        var found = await ledger.SearchAsync(new StatementSearch { Words = SearchQuery.Parse("\"it rained\"").Query, Speaker = "Ruiz", Role = "mayor", Outlet = "wire" }, Cancellation).SingleAsync(Cancellation);
        Assert.Equal("it rained", found.Statement.Content[0].Of(found.Article.Article.Text));
        Assert.Equal(new Speaker("Ana Ruiz", SpeakerType.Person, "mayor", null, "US", SpeakerResolution.Name) { Confidence = 0.9 }, found.Statement.Speaker);
        var reading = Assert.Single(await ledger.FindArticlesAsync("7d7d62e1b0b1", Cancellation));
        Assert.Equal((1, 1, "A. Writer"), (reading.Names.Length, reading.Times.Length, Assert.Single(reading.Stored.Article.Authors)));

        var again = MarkedText.Parse("{source:Ruiz} {cue:said} {content:it snowed}.", refine: statement => statement with { Speaker = new Speaker("Ana Ruiz", SpeakerType.Person, "mayor", null, "US", SpeakerResolution.Name) });
        await ledger.AddAsync(again, EngineVersion.Parse("0.2.0+aaaa"), Cancellation);
        Assert.Equal(2, Assert.Single(await ledger.ActorsAsync(new ActorSearch(), Cancellation).ToListAsync(Cancellation)).Statements);
    }

    [Fact]
    public async Task Decisions_of_the_first_version_keep_their_numbers()
    {
        await (await SqlLedger.OpenAsync(Dialect, [.. Migration.Of(Dialect.Migrations).Take(1)], Cancellation)).DisposeAsync();
        await place.ExecuteAsync("""
            INSERT INTO actor_record (id, split_from, actor) VALUES (0, NULL, 0), (1, NULL, 0), (2, NULL, 2);
            INSERT INTO actor_sighting (id, article, record, name, name_words, type) VALUES (1, NULL, 0, 'Ana Ruiz', ' ana ruiz ', 'person'), (2, NULL, 1, 'Bob Lee', ' bob lee ', 'person'), (3, NULL, 2, 'Carla Brekke', ' carla brekke ', 'person');
            INSERT INTO actor_decision (number, kind, first_record, second_record) VALUES (4, 'merge', 0, 1);
            """);
        await using var ledger = await place.OpenAsync();
        Assert.Equal(5, (await ledger.MergeAsync(0, 2, Cancellation)).Number);
    }

    [Fact]
    public async Task A_step_that_fails_leaves_the_ledger_as_it_was()
    {
        await (await place.OpenAsync()).DisposeAsync();
        var known = Migration.Of(Dialect.Migrations);
        Migration good = new(known.Count + 1, "good", "CREATE TABLE good (x int); INSERT INTO good VALUES (1);");
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => SqlLedger.OpenAsync(Dialect, [.. known, good, new(known.Count + 2, "bad", "CREATE TABLE article (x int)")], Cancellation));
        await (await place.OpenAsync()).DisposeAsync();
        await (await SqlLedger.OpenAsync(Dialect, [.. known, good], Cancellation)).DisposeAsync();
        var refused = await Assert.ThrowsAsync<LedgerException>(place.OpenAsync);
        Assert.Contains($"its schema is version {known.Count + 1}, and this program knows those up to {known.Count}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_who_open_a_new_ledger_at_once_make_one()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await (await place.OpenAsync()).DisposeAsync(), Cancellation)));
        await using var ledger = await place.OpenAsync();
        Assert.Equal(0, (await ledger.CountAsync(Cancellation)).Articles);
    }
}
