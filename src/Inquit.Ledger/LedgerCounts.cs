using System.Globalization;
using Inquit.Ledger.Search;
using Inquit.Ledger.Sql;
using Inquit.Text;

namespace Inquit.Ledger;

/// <summary>What is counted and listed of a ledger in a database.</summary>
internal static class LedgerCounts
{
    /// <summary>What records' actors said in articles that hold: records <c>r</c>, sightings <c>q</c>, speakers <c>p</c>, statements <c>s</c>, articles <c>a</c>.</summary>
    private static readonly SqlText Spoken = SqlText.Of(
        """
        actor_record r JOIN actor_sighting q ON q.record = r.id JOIN speaker p ON p.sighting = q.id
        JOIN statement s ON s.key = p.statement JOIN article a ON a.number = s.article AND a.superseded_by IS NULL
        """);

    /// <summary>Counts what a search finds.</summary>
    public static async Task<StatementFacets> FacetsAsync(Dialect dialect, StatementSearch search, CancellationToken cancellation)
    {
        await using var session = await OpenAsync(dialect, cancellation).ConfigureAwait(false);
        var counted = search with { IsOldestFirst = false, After = null, Limit = StatementFacets.MostCounted + 1 };
        var rows = await session.ReadAsync(SearchSql.Of(FacetCounter.Columns, FacetCounter.Tables, counted, null, dialect), cancellation).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            return await new FacetCounter().CountAsync(rows, ids => NamesOfAsync(session, ids, cancellation), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Counts what a search finds, day by day.</summary>
    public static async Task<IReadOnlyList<DayCount>> DaysAsync(Dialect dialect, StatementSearch search, CancellationToken cancellation)
    {
        await using var session = await dialect.OpenAsync(cancellation).ConfigureAwait(false);
        var days = new List<DayCount>();
        await using var row = await session.ReadAsync(SearchSql.ByDay(search with { IsOldestFirst = false }, null, dialect), cancellation).ConfigureAwait(false);
        while (await row.ReadAsync(cancellation).ConfigureAwait(false))
        {
            days.Add(new DayCount(StoredTime.ReadDay(row.GetString(0))!.Value, row.GetInt64(1)));
        }

        return days;
    }

    /// <summary>Lists articles.</summary>
    public static async Task<IReadOnlyList<ArticleHeading>> ArticlesAsync(Dialect dialect, ArticleSearch search, CancellationToken cancellation)
    {
        await using var session = await OpenAsync(dialect, cancellation).ConfigureAwait(false);
        var after = search.After is null ? null : await NumberOfAsync(session, search.After, cancellation).ConfigureAwait(false);
        SqlText listed = search.AllVersions ? SqlText.Of("1 = 1") : SqlText.Of("a.superseded_by IS NULL");
        Add(search.Outlet is not null, () => $"a.outlet_words LIKE {SearchSql.Contains(search.Outlet!)}");
        Add(search.Since is not null, () => $"a.published >= {StoredTime.Write(search.Since)}");
        Add(search.Until is not null, () => $"a.published <= {StoredTime.Write(search.Until)}");
        Add(after is not null, () => $"a.number < {after}");
        var articles = new List<ArticleHeading>();
        await using var row = await session.ReadAsync(
            $"""
            SELECT a.id, a.document, a.title, a.outlet, a.url, a.published, a.language, a.added, (SELECT count(*) FROM statement s WHERE s.article = a.number), newer.id
            FROM {SqlText.Of(StatementRows.ArticleTables)}
            WHERE {listed}
            ORDER BY a.number DESC
            LIMIT {search.Limit}
            """,
            cancellation).ConfigureAwait(false);
        while (await row.ReadAsync(cancellation).ConfigureAwait(false))
        {
            articles.Add(new ArticleHeading(
                row.GetString(0),
                row.Text(1),
                row.Text(2),
                row.Text(3),
                row.Text(4),
                StoredTime.ReadDay(row.Text(5)),
                row.Text(6),
                StoredTime.ReadMoment(row.GetString(7)),
                row.Number(8),
                row.Text(9)));
        }

        return articles;

        void Add(bool isAsked, Func<SqlText> condition)
        {
            if (isAsked)
            {
                listed.Append($" AND {condition()}");
            }
        }
    }

    /// <summary>What there is of an actor beside how much.</summary>
    public static async Task<ActorPortrait> PortraitAsync(Dialect dialect, ActorActivity activity, CancellationToken cancellation)
    {
        await using var session = await OpenAsync(dialect, cancellation).ConfigureAwait(false);
        var actor = activity.Actor.Id;
        var roles = new List<ActorRole>();
        await using (var row = await session.ReadAsync(
            $"""
            SELECT p.role, p.affiliation, count(DISTINCT s.key), min(s.day), max(s.day)
            FROM {Spoken}
            WHERE r.actor = {actor} AND (p.role IS NOT NULL OR p.affiliation IS NOT NULL)
            GROUP BY p.role, p.affiliation
            """,
            cancellation).ConfigureAwait(false))
        {
            while (await row.ReadAsync(cancellation).ConfigureAwait(false))
            {
                roles.Add(new ActorRole(row.Text(0), row.Text(1), row.Number(2), StoredTime.ReadDay(row.Text(3)), StoredTime.ReadDay(row.Text(4))));
            }
        }

        var outlets = new Dictionary<string, int>(StringComparer.Ordinal);
        await using (var row = await session.ReadAsync(
            $"SELECT a.outlet, count(DISTINCT s.key) FROM {Spoken} WHERE r.actor = {actor} AND a.outlet IS NOT NULL GROUP BY a.outlet", cancellation).ConfigureAwait(false))
        {
            while (await row.ReadAsync(cancellation).ConfigureAwait(false))
            {
                outlets[row.Text(0)!] = row.Number(1);
            }
        }

        return new ActorPortrait(
            activity,
            [.. roles.OrderByDescending(role => role.Last).ThenByDescending(role => role.Statements).ThenBy(role => role.Role, StringComparer.Ordinal).ThenBy(role => role.Affiliation, StringComparer.Ordinal).Take(ActorPortrait.MostRoles)],
            FacetCounter.Most(outlets),
            FacetCounter.Most(await AddresseesAsync(session, actor, cancellation).ConfigureAwait(false)));
    }

    /// <summary>The condition that an actor comes after another one, where those with the most statements come first.</summary>
    /// <exception cref="ArgumentException">There is no such actor.</exception>
    public static async Task<SqlText> AfterAsync(Session session, int actor, CancellationToken cancellation)
    {
        var statements = await session.ReadNumberAsync(
            $"""
            SELECT count(DISTINCT s.key)
            FROM {Spoken}
            WHERE r.actor = {actor}
            """,
            cancellation).ConfigureAwait(false);
        if (statements is null or 0)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There is no speaker 'a{actor}' to go on after."), nameof(actor));
        }

        return $"(t.statements < {statements} OR (t.statements = {statements} AND c.id > {actor}))";
    }

    /// <summary>To whom an actor spoke: the fullest name of the one who is named there, or else the words as they stand.</summary>
    private static async Task<Dictionary<string, int>> AddresseesAsync(Session session, int actor, CancellationToken cancellation)
    {
        var addressed = new List<(long Article, string Words, TextSpan Span)>();
        await using (var row = await session.ReadAsync(
            $"""
            SELECT s.key, s.article, s.addressee, a.text
            FROM (
                SELECT DISTINCT s.key AS found
                FROM {Spoken}
                WHERE r.actor = {actor} AND s.addressee IS NOT NULL
                ORDER BY s.key
                LIMIT {ActorPortrait.MostAddressed}
            ) f
            JOIN statement s ON s.key = f.found
            JOIN article a ON a.number = s.article
            """,
            cancellation).ConfigureAwait(false))
        {
            while (await row.ReadAsync(cancellation).ConfigureAwait(false))
            {
                if (Spans.Read(row.GetString(2)) is [var only])
                {
                    addressed.Add((row.GetInt64(1), only.Of(row.Text(3)!).ToString(), only));
                }
            }
        }

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (article, words, span) in addressed)
        {
            var names = new List<string>();
            await using (var row = await session.ReadAsync($"SELECT span, name FROM entity WHERE article = {article} AND name IS NOT NULL", cancellation).ConfigureAwait(false))
            {
                while (await row.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    var named = Spans.Read(row.GetString(0))[0];
                    if (named.Start >= span.Start && named.End <= span.End)
                    {
                        names.Add(row.Text(1)!);
                    }
                }
            }

            var addressee = names is [var name] ? name : words;
            counts[addressee] = counts.GetValueOrDefault(addressee) + 1;
        }

        return counts;
    }

    private static async Task<Dictionary<int, string>> NamesOfAsync(Session session, IReadOnlyList<int> actors, CancellationToken cancellation)
    {
        var names = new Dictionary<int, string>();
        if (actors.Count == 0)
        {
            return names;
        }

        SqlText ids = $"{actors[0]}";
        foreach (var actor in actors.Skip(1))
        {
            ids.Append($", {actor}");
        }

        await using var row = await session.ReadAsync($"SELECT id, name FROM actor WHERE id IN ({ids})", cancellation).ConfigureAwait(false);
        while (await row.ReadAsync(cancellation).ConfigureAwait(false))
        {
            names[row.Number(0)] = row.Text(1)!;
        }

        return names;
    }

    private static async Task<long?> NumberOfAsync(Session session, string articleId, CancellationToken cancellation) =>
        articleId.Length >= StoredArticle.ShortIdLength
        && await session.ReadNumberAsync($"SELECT number FROM article WHERE id >= {articleId} AND id < {articleId + "g"} ORDER BY id LIMIT 1", cancellation).ConfigureAwait(false) is { } number
            ? number
            : throw new ArgumentException($"There is no article '{articleId}' in the ledger.", nameof(articleId));

    private static async Task<Session> OpenAsync(Dialect dialect, CancellationToken cancellation)
    {
        var session = await dialect.OpenAsync(cancellation).ConfigureAwait(false);
        await dialect.BeginReadAsync(session, cancellation).ConfigureAwait(false);
        return session;
    }
}
