using Inquit.Ledger.Sql;

namespace Inquit.Ledger.Search;

/// <summary>A search as SQL. The keys of what is found come first, in their order and no more than are asked for; then all else of these.</summary>
internal static class SearchSql
{
    /// <summary>The query whose rows <see cref="StatementRows"/> reads.</summary>
    /// <param name="search">What is looked for.</param>
    /// <param name="after">The key after which it goes on; null for the beginning.</param>
    /// <param name="dialect">The store's way to look for words.</param>
    public static SqlText Of(StatementSearch search, long? after, Dialect dialect) => Of(StatementRows.Columns, StatementRows.Tables, search, after, dialect);

    /// <summary>The same statements with other columns: of statements <c>s</c>, speakers <c>p</c> and what <paramref name="tables"/> joins to them.</summary>
    public static SqlText Of(string columns, string tables, StatementSearch search, long? after, Dialect dialect) =>
        $"""
        SELECT {SqlText.Of(columns)}
        FROM (
            SELECT {Key(search, dialect)} AS found
            FROM {Statements(search, dialect)}
            WHERE {Conditions(search, after, dialect)}
            ORDER BY {Key(search, dialect)}{Direction(search)}
            {Limit(search)}
        ) f
        JOIN statement s ON s.key = f.found
        {SqlText.Of(tables)}
        ORDER BY s.key{Direction(search)}, p.position
        """;

    /// <summary>How many of the statements are of each day, the newest day first.</summary>
    public static SqlText ByDay(StatementSearch search, long? after, Dialect dialect) =>
        $"""
        SELECT s.day, count(*)
        FROM {Statements(search, dialect)}
        WHERE {Conditions(search, after, dialect)} AND s.day IS NOT NULL
        GROUP BY s.day
        ORDER BY s.day DESC
        LIMIT {search.Limit}
        """;

    /// <summary>The condition that a record is of an actor who has a name in which these words stand, or who has this number, or both.</summary>
    public static SqlText ActorIs(string? name, int? actor)
    {
        if (name is null)
        {
            return $"r.actor = {actor}";
        }

        SqlText isNamed = $"r.actor IN (SELECT r2.actor FROM actor_sighting q2 JOIN actor_record r2 ON r2.id = q2.record WHERE q2.name_words LIKE {Contains(name)})";
        return actor is null ? isNamed : $"{isNamed} AND {ActorIs(null, actor)}";
    }

    /// <summary>The pattern of a text that contains these words; no word holds a character that a pattern takes for another.</summary>
    public static string Contains(string words) => $"%{SearchWords.OfName(words) ?? throw new ArgumentException($"'{words}' has no letter or digit to look for.", nameof(words))}%";

    private static SqlText Statements(StatementSearch search, Dialect dialect) =>
        $"{(search.Words is null ? SqlText.Of("statement s") : $"statement_words JOIN statement s ON s.key = {dialect.WordsKey}")} JOIN article a ON a.number = s.article";

    /// <summary>No more than are asked for. Where all are, nothing: under any limit SQLite sorts the rows of all statements again, each with its article's text, in memory.</summary>
    private static SqlText Limit(StatementSearch search) => search.Limit == int.MaxValue ? new SqlText() : $"LIMIT {search.Limit}";

    private static SqlText Key(StatementSearch search, Dialect dialect) => search.Words is null ? SqlText.Of("s.key") : dialect.WordsKey;

    private static SqlText Direction(StatementSearch search) => SqlText.Of(search.IsOldestFirst ? " DESC" : "");

    private static SqlText Conditions(StatementSearch search, long? after, Dialect dialect)
    {
        var key = Key(search, dialect);
        var all = new List<SqlText>();
        Add(search.Words is not null, () => dialect.Matches(search.Words!));
        Add(after is not null && !search.IsOldestFirst, () => $"{key} > {after}");
        Add(after is not null && search.IsOldestFirst, () => $"{key} < {after}");
        Add(search.Until is not null, () => $"{key} >= {StatementKey.First(search.Until!.Value)}");
        Add(search.Since is not null, () => $"{key} <= {StatementKey.Last(search.Since!.Value)}");
        Add(search.Until is not null || search.IsOldestFirst, () => $"{key} < {StatementKey.Undated}");
        Add(search.Kind is not null, () => $"s.kind = {search.Kind!.Value.StoredName()}");
        Add(search.MinConfidence > 0, () => $"s.confidence >= {search.MinConfidence}");
        Add(!search.AllVersions, () => $"a.superseded_by IS NULL");
        Add(search.Outlet is not null, () => $"a.outlet_words LIKE {Contains(search.Outlet!)}");

        var speaker = new List<SqlText>();
        if (search.Speaker is not null || search.Actor is not null)
        {
            speaker.Add(ActorIs(search.Speaker, search.Actor));
        }

        if (search.Role is not null)
        {
            speaker.Add($"p.role_words LIKE {Contains(search.Role)}");
        }

        if (search.Country is not null)
        {
            speaker.Add($"p.country = {search.Country}");
        }

        Add(speaker.Count > 0, () => $"s.key IN (SELECT p.statement FROM speaker p LEFT JOIN actor_sighting q ON q.id = p.sighting LEFT JOIN actor_record r ON r.id = q.record WHERE {And(speaker)})");
        return all.Count == 0 ? SqlText.Of("1 = 1") : And(all);

        void Add(bool isAsked, Func<SqlText> condition)
        {
            if (isAsked)
            {
                all.Add(condition());
            }
        }
    }

    private static SqlText And(List<SqlText> conditions)
    {
        var all = new SqlText();
        foreach (var (index, condition) in conditions.Index())
        {
            all.AppendLiteral(index == 0 ? "" : " AND ");
            all.Append(condition);
        }

        return all;
    }
}
