using System.Data.Common;
using Inquit.Attribution;
using Inquit.Ledger.Sql;

namespace Inquit.Ledger.Search;

/// <summary>Counts the statements of a search by speaker, outlet, country, kind and month, in one pass over their rows.</summary>
internal sealed class FacetCounter
{
    /// <summary>The columns of the rows that are counted: a row for each speaker of a statement, those of one statement together.</summary>
    public const string Columns = "s.key, s.kind, s.day, a.outlet, p.country, r.actor";

    /// <summary>The tables of these columns, beside the one of statements.</summary>
    public const string Tables =
        """
        JOIN article a ON a.number = s.article
        LEFT JOIN speaker p ON p.statement = s.key
        LEFT JOIN actor_sighting q ON q.id = p.sighting
        LEFT JOIN actor_record r ON r.id = q.record
        """;

    private readonly Dictionary<int, int> actors = [];
    private readonly Dictionary<string, int> outlets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> countries = new(StringComparer.Ordinal);
    private readonly Dictionary<StatementKind, int> kinds = [];
    private readonly Dictionary<string, int> months = new(StringComparer.Ordinal);
    private int statements;

    /// <summary>Counts all rows but those of more statements than are counted.</summary>
    public async Task<StatementFacets> CountAsync(DbDataReader row, Func<IReadOnlyList<int>, Task<Dictionary<int, string>>> namesOf, CancellationToken cancellation)
    {
        const int MonthLength = 7;
        var last = -1L;
        var isComplete = true;
        var (seenActors, seenCountries) = (new HashSet<int>(), new HashSet<string>(StringComparer.Ordinal));
        while (await row.ReadAsync(cancellation).ConfigureAwait(false))
        {
            var key = row.GetInt64(0);
            if (key != last)
            {
                if (statements == StatementFacets.MostCounted)
                {
                    isComplete = false;
                    break;
                }

                last = key;
                statements++;
                seenActors.Clear();
                seenCountries.Clear();
                Add(kinds, row.Value<StatementKind>(1));
                Add(months, row.IsDBNull(2) ? null : row.GetString(2)[..MonthLength]);
                Add(outlets, row.Text(3));
            }

            if (row.Text(4) is { } country && seenCountries.Add(country))
            {
                Add(countries, country);
            }

            if (row.NumberOrNull(5) is { } actor && seenActors.Add(actor))
            {
                actors[actor] = actors.GetValueOrDefault(actor) + 1;
            }
        }

        await row.DisposeAsync().ConfigureAwait(false);
        var most = actors.OrderByDescending(actor => actor.Value).ThenBy(actor => actor.Key).Take(StatementFacets.MostValues).ToList();
        var names = await namesOf([.. most.Select(actor => actor.Key)]).ConfigureAwait(false);
        return new StatementFacets(
            statements,
            isComplete,
            [.. most.Where(actor => names.ContainsKey(actor.Key)).Select(actor => new ActorCount(actor.Key, names[actor.Key], actor.Value))],
            Most(outlets),
            Most(countries),
            [.. kinds.OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key).Select(kind => new KindCount(kind.Key, kind.Value))],
            [.. months.OrderByDescending(month => month.Key, StringComparer.Ordinal).Select(month => new ValueCount(month.Key, month.Value))]);
    }

    /// <summary>The values with the most.</summary>
    public static IReadOnlyList<ValueCount> Most(Dictionary<string, int> counts) =>
        [.. counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Take(StatementFacets.MostValues).Select(count => new ValueCount(count.Key, count.Value))];

    private static void Add<T>(Dictionary<T, int> counts, T? value)
        where T : notnull
    {
        if (value is not null)
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _)++;
        }
    }
}
