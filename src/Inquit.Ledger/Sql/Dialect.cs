using Inquit.Ledger.Search;

namespace Inquit.Ledger.Sql;

/// <summary>What the stores differ in. All other SQL is the same for each.</summary>
internal abstract class Dialect
{
    /// <summary>How people call the ledger, without passwords.</summary>
    public abstract string Name { get; }

    /// <summary>The folder of its migrations.</summary>
    public abstract string Migrations { get; }

    /// <summary>The key of a row of words.</summary>
    public abstract SqlText WordsKey { get; }

    /// <summary>Opens a connection.</summary>
    /// <exception cref="LedgerException">There is no ledger, or it cannot be reached.</exception>
    public abstract Task<Session> OpenAsync(CancellationToken cancellation);

    /// <summary>Begins to read: all that is read till the end is of one moment.</summary>
    public abstract Task BeginReadAsync(Session session, CancellationToken cancellation);

    /// <summary>Begins to write; waits until nobody else writes.</summary>
    public abstract Task BeginWriteAsync(Session session, CancellationToken cancellation);

    /// <summary>Counts the tables that the ledger's place holds, by whomever they were made.</summary>
    public abstract SqlText CountTables(string? name = null);

    /// <summary>Adds the words of a statement.</summary>
    public abstract SqlText InsertWords(long key, IReadOnlyList<string> words);

    /// <summary>Removes the words of the statements whose keys a query gives.</summary>
    public SqlText DeleteWords(SqlText keys) => $"DELETE FROM statement_words WHERE {WordsKey} IN ({keys})";

    /// <summary>The condition that a row of words has what is looked for.</summary>
    public abstract SqlText Matches(SearchQuery query);

    /// <summary>Lets go of what is held between connections.</summary>
    public abstract void Close();

    /// <summary>A query in the store's own language.</summary>
    protected static string Write(SearchQuery query, Func<SearchTerm, string> term, string and, string or, string not)
    {
        var all = string.Join(and, query.All.Select(group => Any(group)));
        return query.None.IsEmpty ? all : $"({all}){not}{Any(query.None)}";

        string Any(IReadOnlyList<SearchTerm> terms) => $"({string.Join(or, terms.Select(term))})";
    }
}
