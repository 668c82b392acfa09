using System.Globalization;
using System.Runtime.CompilerServices;
using Inquit.Actors;
using Inquit.Ledger.Actors;
using Inquit.Ledger.Search;
using Inquit.Ledger.Sql;
using Inquit.Linguistics;
using Inquit.Meaning;

namespace Inquit.Ledger;

/// <summary>A ledger in a database; what its kind differs in is its <see cref="Dialect"/>.</summary>
internal sealed class SqlLedger : ILedger
{
    private readonly Dialect dialect;
    private readonly SemaphoreSlim turn = new(1);
    private Session? writer;
    private ActorBook? actors;

    private SqlLedger(Dialect dialect) => this.dialect = dialect;

    /// <inheritdoc/>
    public string Name => dialect.Name;

    /// <summary>Opens a ledger and brings its schema up to date.</summary>
    /// <exception cref="LedgerException">It cannot be used.</exception>
    public static async Task<SqlLedger> OpenAsync(Dialect dialect, IReadOnlyList<Migration>? migrations, CancellationToken cancellation)
    {
        try
        {
            await using var session = await dialect.OpenAsync(cancellation).ConfigureAwait(false);
            await Migrator.RunAsync(dialect, session, migrations ?? Migration.Of(dialect.Migrations), cancellation).ConfigureAwait(false);
            return new SqlLedger(dialect);
        }
        catch
        {
            dialect.Close();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> ContainsAsync(string articleId, CancellationToken cancellation)
    {
        await using var session = await dialect.OpenAsync(cancellation).ConfigureAwait(false);
        return await session.ReadNumberAsync($"SELECT number FROM article WHERE id = {articleId}", cancellation).ConfigureAwait(false) is not null;
    }

    /// <inheritdoc/>
    public Task<AddOutcome> AddAsync(ArticleFindings findings, EngineVersion engine, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(engine);
        var id = findings.Article.ComputeId();
        return WriteAsync((session, book) => WriterOf(session, book, cancellation).AddAsync(id, findings, engine, DateTimeOffset.UtcNow), outcome => outcome.Kind != AddKind.Known, cancellation);
    }

    /// <inheritdoc/>
    public Task<AddOutcome> AddAsync(LedgerArticle article, bool takesPlace, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(article);
        var (stored, findings, _) = article;
        var id = findings.Article.ComputeId();
        return WriteAsync((session, book) => WriterOf(session, book, cancellation).AddAsync(id, findings, stored.Engine, DateTimeOffset.UtcNow, stored.SupersededBy, takesPlace), outcome => outcome.Kind != AddKind.Known, cancellation);
    }

    /// <inheritdoc/>
    public Task ReplaceAsync(ArticleFindings findings, EngineVersion engine, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(engine);
        return WriteAsync(
            async (session, book) =>
            {
                var id = findings.Article.ComputeId();
                var number = await WriterOf(session, book, cancellation).ReplaceAsync(id, findings, engine).ConfigureAwait(false);
                await book.ForgetUnusedAsync(session, number, cancellation).ConfigureAwait(false);
                return true;
            },
            _ => true,
            cancellation);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredArticle> OutdatedAsync(EngineVersion engine, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var session = await dialect.OpenAsync(cancellation).ConfigureAwait(false);
        var numbers = new List<int>();
        await using (var row = await session.ReadAsync($"SELECT number, engine FROM article WHERE engine <> {engine.ToString()} ORDER BY number", cancellation).ConfigureAwait(false))
        {
            while (await row.ReadAsync(cancellation).ConfigureAwait(false))
            {
                if (EngineVersion.Parse(row.GetString(1)).IsOlderThan(engine))
                {
                    numbers.Add(row.Number(0));
                }
            }
        }

        foreach (var number in numbers)
        {
            StoredArticle stored;
            await using (var row = await session.ReadAsync($"SELECT {SqlText.Of(StatementRows.ArticleColumns)} FROM {SqlText.Of(StatementRows.ArticleTables)} WHERE a.number = {number}", cancellation).ConfigureAwait(false))
            {
                await row.ReadAsync(cancellation).ConfigureAwait(false);
                stored = StatementRows.ReadArticle(row);
            }

            yield return stored;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredReading>> FindArticlesAsync(string start, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(start);
        await using var session = await dialect.OpenAsync(cancellation).ConfigureAwait(false);
        await dialect.BeginReadAsync(session, cancellation).ConfigureAwait(false);
        const string AfterAllDigits = "g";
        var found = new List<(int Number, StoredArticle Stored)>();
        await using (var row = await session.ReadAsync(
            $"SELECT {SqlText.Of(StatementRows.ArticleColumns)} FROM {SqlText.Of(StatementRows.ArticleTables)} WHERE a.id >= {start} AND a.id < {start + AfterAllDigits} ORDER BY a.id LIMIT 2",
            cancellation).ConfigureAwait(false))
        {
            while (await row.ReadAsync(cancellation).ConfigureAwait(false))
            {
                found.Add((row.Number(0), StatementRows.ReadArticle(row)));
            }
        }

        var readings = new List<StoredReading>();
        foreach (var (number, stored) in found)
        {
            readings.Add(await ReadFindingsAsync(session, number, stored, cancellation).ConfigureAwait(false));
        }

        return readings;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<FoundStatement> SearchAsync(StatementSearch search, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(search);
        await using var session = await dialect.OpenAsync(cancellation).ConfigureAwait(false);
        long? after = search.After is null ? null : await KeyOfAsync(session, search.After, cancellation).ConfigureAwait(false);
        await using var row = await session.ReadAsync(SearchSql.Of(search, after, dialect), cancellation).ConfigureAwait(false);
        await foreach (var found in StatementRows.ReadAsync(row, cancellation).ConfigureAwait(false))
        {
            yield return found;
        }
    }

    /// <inheritdoc/>
    public Task<StatementFacets> FacetsAsync(StatementSearch search, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(search);
        return LedgerCounts.FacetsAsync(dialect, search, cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<DayCount>> DaysAsync(StatementSearch search, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(search);
        return LedgerCounts.DaysAsync(dialect, search, cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ArticleHeading>> ArticlesAsync(ArticleSearch search, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(search);
        return LedgerCounts.ArticlesAsync(dialect, search, cancellation);
    }

    /// <inheritdoc/>
    public async Task<ActorPortrait?> PortraitAsync(int actor, CancellationToken cancellation)
    {
        await foreach (var activity in ActorsAsync(new ActorSearch { Actor = actor }, cancellation).ConfigureAwait(false))
        {
            return await LedgerCounts.PortraitAsync(dialect, activity, cancellation).ConfigureAwait(false);
        }

        return null;
    }

    /// <inheritdoc/>
    public async Task<long> RevisionAsync(CancellationToken cancellation)
    {
        await using var session = await dialect.OpenAsync(cancellation).ConfigureAwait(false);
        return await session.ReadNumberAsync($"SELECT revision FROM ledger", cancellation).ConfigureAwait(false) ?? 0;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ActorActivity> ActorsAsync(ActorSearch search, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(search);
        await using var session = await dialect.OpenAsync(cancellation).ConfigureAwait(false);
        await dialect.BeginReadAsync(session, cancellation).ConfigureAwait(false);
        var isNamed = search.Name is null && search.Actor is null ? SqlText.Of("1 = 1") : SearchSql.ActorIs(search.Name, search.Actor);
        var isOf = search.Country is null ? SqlText.Of("1 = 1") : $"c.country = {search.Country}";
        var isAfter = search.After is null ? SqlText.Of("1 = 1") : await LedgerCounts.AfterAsync(session, search.After.Value, cancellation).ConfigureAwait(false);
        var found = new List<ActorActivity>();
        await using (var row = await session.ReadAsync(
            $"""
            SELECT c.id, c.name, c.type, c.role, c.affiliation, c.country, t.statements, t.first_day, t.last_day
            FROM (
                SELECT r.actor AS actor, count(DISTINCT s.key) AS statements, min(s.day) AS first_day, max(s.day) AS last_day
                FROM speaker p JOIN actor_sighting q ON q.id = p.sighting JOIN actor_record r ON r.id = q.record
                JOIN statement s ON s.key = p.statement JOIN article a ON a.number = s.article
                WHERE a.superseded_by IS NULL AND {isNamed}
                GROUP BY r.actor
            ) t
            JOIN actor c ON c.id = t.actor
            WHERE {isOf} AND {isAfter}
            ORDER BY t.statements DESC, c.id
            LIMIT {search.Limit}
            """,
            cancellation).ConfigureAwait(false))
        {
            while (await row.ReadAsync(cancellation).ConfigureAwait(false))
            {
                found.Add(new ActorActivity(new KnownActor(row.Number(0), ActorBook.ReadProfile(row, 1)), row.GetInt64(6), StoredTime.ReadDay(row.Text(7)), StoredTime.ReadDay(row.Text(8))));
            }
        }

        foreach (var activity in found)
        {
            var names = new List<string>();
            await using (var row = await session.ReadAsync($"SELECT DISTINCT q.name FROM actor_sighting q JOIN actor_record r ON r.id = q.record WHERE r.actor = {activity.Actor.Id}", cancellation).ConfigureAwait(false))
            {
                while (await row.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    names.Add(row.Text(0)!);
                }
            }

            var profile = activity.Actor.Profile;
            yield return activity with { Actor = activity.Actor with { Profile = profile with { OtherNames = [.. names.Where(name => name != profile.Name).Order(StringComparer.Ordinal)] } } };
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ActorDecision>> DecisionsAsync(CancellationToken cancellation)
    {
        await using var session = await dialect.OpenAsync(cancellation).ConfigureAwait(false);
        return await ActorBook.ReadDecisionsAsync(session, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<ActorDecision> MergeAsync(int first, int second, CancellationToken cancellation) => WriteAsync((session, book) => book.MergeAsync(session, first, second, cancellation), _ => true, cancellation);

    /// <inheritdoc/>
    public Task<ActorDecision> SplitAsync(int actor, ActorProfile profile, CancellationToken cancellation) => WriteAsync((session, book) => book.SplitAsync(session, actor, profile, cancellation), _ => true, cancellation);

    /// <inheritdoc/>
    public Task UndoAsync(int decision, CancellationToken cancellation) => WriteAsync((session, book) => book.UndoAsync(session, decision, cancellation), _ => true, cancellation);

    /// <inheritdoc/>
    public async Task<LedgerStatistics> CountAsync(CancellationToken cancellation)
    {
        await using var session = await dialect.OpenAsync(cancellation).ConfigureAwait(false);
        await dialect.BeginReadAsync(session, cancellation).ConfigureAwait(false);
        var current = SqlText.Of("statement s JOIN article a ON a.number = s.article AND a.superseded_by IS NULL");
        var named = SqlText.Of("speaker p JOIN statement s ON s.key = p.statement JOIN article a ON a.number = s.article AND a.superseded_by IS NULL");
        var articles = await CountAsync($"SELECT count(*) FROM article WHERE superseded_by IS NULL").ConfigureAwait(false);
        var superseded = await CountAsync($"SELECT count(*) FROM article WHERE superseded_by IS NOT NULL").ConfigureAwait(false);
        var namedStatements = await CountAsync($"SELECT count(DISTINCT s.key) FROM {named} WHERE p.sighting IS NOT NULL").ConfigureAwait(false);
        var speakers = await CountAsync($"SELECT count(DISTINCT r.actor) FROM {named} JOIN actor_sighting q ON q.id = p.sighting JOIN actor_record r ON r.id = q.record").ConfigureAwait(false);
        var decisions = await CountAsync($"SELECT count(*) FROM actor_decision").ConfigureAwait(false);
        (long Count, DateOnly? First, DateOnly? Last) statements;
        await using (var row = await session.ReadAsync($"SELECT count(*), min(s.day), max(s.day) FROM {current}", cancellation).ConfigureAwait(false))
        {
            await row.ReadAsync(cancellation).ConfigureAwait(false);
            statements = (row.GetInt64(0), StoredTime.ReadDay(row.Text(1)), StoredTime.ReadDay(row.Text(2)));
        }

        var engines = new List<(EngineVersion Engine, long Articles)>();
        await using (var row = await session.ReadAsync($"SELECT engine, count(*) FROM article GROUP BY engine", cancellation).ConfigureAwait(false))
        {
            while (await row.ReadAsync(cancellation).ConfigureAwait(false))
            {
                engines.Add((EngineVersion.Parse(row.GetString(0)), row.GetInt64(1)));
            }
        }

        return new LedgerStatistics(
            articles, superseded, statements.Count, namedStatements, speakers, decisions, statements.First, statements.Last,
            [.. engines.OrderBy(engine => engine.Engine.Number).ThenBy(engine => engine.Engine.Models, StringComparer.Ordinal)]);

        async Task<long> CountAsync(SqlText sql) => await session.ReadNumberAsync(sql, cancellation).ConfigureAwait(false) ?? 0;
    }

    /// <inheritdoc/>
    public async Task<int?> ActorOfAsync(string articleId, ActorProfile profile, CancellationToken cancellation)
    {
        await using var session = await dialect.OpenAsync(cancellation).ConfigureAwait(false);
        await using var row = await session.ReadAsync(
            $"""
            SELECT r.actor, q.name, q.type, q.role, q.affiliation, q.country
            FROM article a JOIN actor_sighting q ON q.article = a.number JOIN actor_record r ON r.id = q.record
            WHERE a.id = {articleId}
            """,
            cancellation).ConfigureAwait(false);
        while (await row.ReadAsync(cancellation).ConfigureAwait(false))
        {
            if (ActorBook.ReadProfile(row, 1) == profile)
            {
                return row.Number(0);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<LedgerPiece> ExportAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var session = await dialect.OpenAsync(cancellation).ConfigureAwait(false);
        await dialect.BeginReadAsync(session, cancellation).ConfigureAwait(false);
        await foreach (var piece in new Exporter(session).RunAsync(cancellation).ConfigureAwait(false))
        {
            yield return piece;
        }
    }

    /// <inheritdoc/>
    public Task RestoreAsync(IAsyncEnumerable<LedgerPiece> pieces, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        return WriteAsync(
            async (session, _) =>
            {
                var isFull = await session.ReadNumberAsync($"SELECT (SELECT count(*) FROM article) + (SELECT count(*) FROM actor_record)", cancellation).ConfigureAwait(false) > 0;
                return isFull ? throw new ArgumentException($"The ledger {Name} is not empty.") : actors = await new Restorer(dialect, session, cancellation).RunAsync(pieces, 0).ConfigureAwait(false);
            },
            _ => true,
            cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (writer is not null)
        {
            await writer.DisposeAsync().ConfigureAwait(false);
        }

        dialect.Close();
        turn.Dispose();
    }

    private ArticleWriter WriterOf(Session session, ActorBook book, CancellationToken cancellation) =>
        new(dialect, session, number => book.OpenAsync(session, number, cancellation), cancellation);

    /// <summary>All that was found in an article.</summary>
    internal static async Task<StoredReading> ReadFindingsAsync(Session session, int number, StoredArticle stored, CancellationToken cancellation)
    {
        var statements = new List<FoundStatement>();
        await using (var row = await session.ReadAsync(
            $"SELECT {SqlText.Of(StatementRows.Columns)} FROM statement s {SqlText.Of(StatementRows.Tables)} WHERE s.article = {number} ORDER BY s.number, p.position",
            cancellation).ConfigureAwait(false))
        {
            await foreach (var statement in StatementRows.ReadAsync(row, cancellation).ConfigureAwait(false))
            {
                statements.Add(statement with { Article = stored });
            }
        }

        var names = new List<StoredName>();
        await using (var row = await session.ReadAsync($"SELECT span, type, name FROM entity WHERE article = {number} ORDER BY number", cancellation).ConfigureAwait(false))
        {
            while (await row.ReadAsync(cancellation).ConfigureAwait(false))
            {
                names.Add(new StoredName(Spans.Read(row.GetString(0))[0], row.Value<EntityType>(1), row.Text(2)));
            }
        }

        var times = new List<TimeExpression>();
        await using (var row = await session.ReadAsync($"SELECT span, type, value FROM time_expression WHERE article = {number} ORDER BY number", cancellation).ConfigureAwait(false))
        {
            while (await row.ReadAsync(cancellation).ConfigureAwait(false))
            {
                times.Add(new TimeExpression(Spans.Read(row.GetString(0))[0], row.Value<TimeType>(1), row.Text(2)));
            }
        }

        return new StoredReading(stored, [.. statements], [.. names], [.. times]);
    }

    /// <summary>The key of the statement with an id.</summary>
    private static async Task<long> KeyOfAsync(Session session, string statementId, CancellationToken cancellation)
    {
        if (statementId.Split("#s") is [{ Length: >= StoredArticle.ShortIdLength } article, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
        {
            var key = await session.ReadNumberAsync(
                $"SELECT s.key FROM article a JOIN statement s ON s.article = a.number AND s.number = {place - 1} WHERE a.id >= {article} AND a.id < {article + "g"} ORDER BY a.id LIMIT 1",
                cancellation).ConfigureAwait(false);
            return key ?? throw new ArgumentException($"There is no statement '{statementId}' in the ledger.", nameof(statementId));
        }

        throw new ArgumentException($"'{statementId}' is no statement's id. One is written as the article's id, #s and a number: 0123456789ab#s1.", nameof(statementId));
    }

    /// <summary>Does work in one transaction. Where it fails, nothing of it is stored, and the actors are loaded anew.</summary>
    private async Task<T> WriteAsync<T>(Func<Session, ActorBook, Task<T>> work, Func<T, bool> hasChanged, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            writer ??= await dialect.OpenAsync(cancellation).ConfigureAwait(false);
            await dialect.BeginWriteAsync(writer, cancellation).ConfigureAwait(false);
            var revision = await writer.ReadNumberAsync($"SELECT revision FROM ledger", cancellation).ConfigureAwait(false) ?? 0;
            if (actors?.Revision != revision)
            {
                actors = await ActorBook.LoadAsync(writer, revision, cancellation).ConfigureAwait(false);
            }

            var result = await work(writer, actors).ConfigureAwait(false);
            if (hasChanged(result))
            {
                await writer.WriteAsync($"UPDATE ledger SET revision = {revision + 1}", cancellation).ConfigureAwait(false);
                await writer.CommitAsync(cancellation).ConfigureAwait(false);
                actors.Revision = revision + 1;
            }
            else
            {
                await writer.EndAsync().ConfigureAwait(false);
            }

            return result;
        }
        catch
        {
            actors = null;
            if (writer is { } broken)
            {
                writer = null;
                await broken.DisposeAsync().ConfigureAwait(false);
            }

            throw;
        }
        finally
        {
            turn.Release();
        }
    }
}
