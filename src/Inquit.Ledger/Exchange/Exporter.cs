using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Inquit.Ledger.Actors;
using Inquit.Ledger.Sql;

namespace Inquit.Ledger;

/// <summary>Takes out all that a ledger holds, within a transaction that was begun; one article at a time is in memory.</summary>
internal sealed class Exporter(Session session)
{
    /// <summary>The pieces.</summary>
    public async IAsyncEnumerable<LedgerPiece> RunAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var decisions = await ActorBook.ReadDecisionsAsync(session, cancellation).ConfigureAwait(false);
        var articles = await session.ReadNumberAsync($"SELECT count(*) FROM article", cancellation).ConfigureAwait(false) ?? 0;
        var records = await session.ReadNumberAsync($"SELECT count(*) FROM actor_record", cancellation).ConfigureAwait(false) ?? 0;
        var lastDecision = await session.ReadNumberAsync($"SELECT last_decision FROM ledger", cancellation).ConfigureAwait(false) ?? 0;
        yield return new LedgerHead(decisions.Count, articles, records, (int)lastDecision);
        foreach (var decision in decisions)
        {
            yield return new LedgerDecision(decision);
        }

        for (var number = await NextAsync(0, cancellation).ConfigureAwait(false); number is not null; number = await NextAsync(number.Value, cancellation).ConfigureAwait(false))
        {
            yield return await ArticleAsync(number.Value, cancellation).ConfigureAwait(false);
        }

        var handmade = (await SightingsAsync($"q.article IS NULL", cancellation).ConfigureAwait(false)).ToLookup(sighting => sighting.Record);
        await using var row = await session.ReadAsync($"SELECT id, split_from, actor FROM actor_record ORDER BY id", cancellation).ConfigureAwait(false);
        while (await row.ReadAsync(cancellation).ConfigureAwait(false))
        {
            yield return new LedgerRecord(row.Number(0), row.NumberOrNull(1), row.Number(2), [.. handmade[row.Number(0)]]);
        }
    }

    private async Task<int?> NextAsync(int number, CancellationToken cancellation) =>
        (int?)await session.ReadNumberAsync($"SELECT min(number) FROM article WHERE number > {number}", cancellation).ConfigureAwait(false);

    private async Task<LedgerArticle> ArticleAsync(int number, CancellationToken cancellation)
    {
        StoredArticle stored;
        await using (var row = await session.ReadAsync($"SELECT {SqlText.Of(StatementRows.ArticleColumns)} FROM {SqlText.Of(StatementRows.ArticleTables)} WHERE a.number = {number}", cancellation).ConfigureAwait(false))
        {
            await row.ReadAsync(cancellation).ConfigureAwait(false);
            stored = StatementRows.ReadArticle(row);
        }

        var reading = await SqlLedger.ReadFindingsAsync(session, number, stored, cancellation).ConfigureAwait(false);
        var sightings = await SightingsAsync($"q.article = {number}", cancellation).ConfigureAwait(false);
        return new LedgerArticle(stored, reading.Findings, sightings);
    }

    private async Task<ImmutableArray<StoredSighting>> SightingsAsync(SqlText condition, CancellationToken cancellation)
    {
        var sightings = ImmutableArray.CreateBuilder<StoredSighting>();
        await using var row = await session.ReadAsync(
            $"SELECT q.id, q.record, r.actor, q.name, q.type, q.role, q.affiliation, q.country FROM actor_sighting q JOIN actor_record r ON r.id = q.record WHERE {condition} ORDER BY q.id",
            cancellation).ConfigureAwait(false);
        while (await row.ReadAsync(cancellation).ConfigureAwait(false))
        {
            sightings.Add(new StoredSighting(row.GetInt64(0), row.Number(1), row.Number(2), ActorBook.ReadProfile(row, 3)));
        }

        return sightings.ToImmutable();
    }
}
