using Inquit.Actors;
using Inquit.Ledger.Actors;
using Inquit.Ledger.Sql;

namespace Inquit.Ledger;

/// <summary>Puts the pieces of an exported ledger into an empty one, within a transaction that was begun.</summary>
internal sealed class Restorer(Dialect dialect, Session session, CancellationToken cancellation)
{
    private readonly HashSet<long> sightings = [];
    private readonly HashSet<int> records = [];
    private readonly HashSet<int> finished = [];
    private readonly List<ActorDecision> decisions = [];
    private LedgerHead? head;
    private long articles;

    /// <summary>Puts all pieces in; returns the actors.</summary>
    /// <exception cref="InvalidDataException">A piece does not fit the others.</exception>
    public async Task<ActorBook> RunAsync(IAsyncEnumerable<LedgerPiece> pieces, long revision)
    {
        await foreach (var piece in pieces.WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (head is null != piece is LedgerHead)
            {
                throw new InvalidDataException(head is null ? "The head of the ledger does not come first." : "A second ledger begins.");
            }

            switch (piece)
            {
                case LedgerHead first: head = first; break;
                case LedgerDecision(var decision): decisions.Add(decision); break;
                case LedgerArticle article: await AddAsync(article).ConfigureAwait(false); break;
                case LedgerRecord record: await AddAsync(record).ConfigureAwait(false); break;
            }
        }

        if (head is null || (decisions.Count, articles, finished.Count) != (head.Decisions, head.Articles, head.Records))
        {
            throw new InvalidDataException($"The ledger is not whole: it has {articles} of {head?.Articles ?? 0} articles, {finished.Count} of {head?.Records ?? 0} records of actors, {decisions.Count} of {head?.Decisions ?? 0} decisions.");
        }

        await ActorBook.WriteLastDecisionAsync(session, head.LastDecision, cancellation).ConfigureAwait(false);
        foreach (var decision in decisions)
        {
            await ActorBook.WriteDecisionAsync(session, decision, cancellation).ConfigureAwait(false);
        }

        try
        {
            var book = await ActorBook.LoadAsync(session, revision, cancellation).ConfigureAwait(false);
            await book.StoreActorsAsync(session, cancellation).ConfigureAwait(false);
            return book;
        }
        catch (ArgumentException failure)
        {
            throw new InvalidDataException(failure.Message, failure);
        }
    }

    private async Task AddAsync(LedgerArticle piece)
    {
        if (piece.Stored.Article.ComputeId() != piece.Stored.Id)
        {
            throw new InvalidDataException($"The text or address of article {piece.Stored.ShortId} is not the one that it had: its id is another.");
        }

        var writer = new ArticleWriter(dialect, session, number => OpenAsync(number, piece), cancellation);
        if ((await writer.AddAsync(piece.Stored.Id, piece.Findings, piece.Stored.Engine, piece.Stored.Added, piece.Stored.SupersededBy).ConfigureAwait(false)).Kind == AddKind.Known)
        {
            throw new InvalidDataException($"Article {piece.Stored.ShortId} is there twice.");
        }

        articles++;
    }

    private async Task<ArticleSightings> OpenAsync(int number, LedgerArticle piece)
    {
        var known = new Dictionary<ActorProfile, long>();
        foreach (var sighting in piece.Sightings)
        {
            await AddAsync(sighting, number).ConfigureAwait(false);
            if (!known.TryAdd(sighting.Profile, sighting.Id))
            {
                throw new InvalidDataException($"What article {piece.Stored.ShortId} says of {sighting.Profile.Name} is there twice.");
            }
        }

        return new ArticleSightings(known, profile => throw new InvalidDataException($"The actor of {profile.Name} in article {piece.Stored.ShortId} is missing."));
    }

    private async Task AddAsync(LedgerRecord piece)
    {
        if (!finished.Add(piece.Id))
        {
            throw new InvalidDataException($"Record {piece.Id} is there twice.");
        }

        await RequireRecordAsync(piece.Id, piece.Actor).ConfigureAwait(false);
        if (piece.SplitFrom is { } origin)
        {
            await session.WriteAsync($"UPDATE actor_record SET split_from = {origin} WHERE id = {piece.Id}", cancellation).ConfigureAwait(false);
        }

        foreach (var sighting in piece.Sightings)
        {
            await AddAsync(sighting, null).ConfigureAwait(false);
        }
    }

    private async Task AddAsync(StoredSighting sighting, int? article)
    {
        if (!sightings.Add(sighting.Id))
        {
            throw new InvalidDataException($"Two are numbered {sighting.Id} of what is said of actors.");
        }

        await RequireRecordAsync(sighting.Record, sighting.Actor).ConfigureAwait(false);
        await ActorBook.WriteSightingAsync(session, sighting.Id, article, sighting.Record, sighting.Profile, cancellation).ConfigureAwait(false);
    }

    private async Task RequireRecordAsync(int record, int actor)
    {
        if (records.Add(record))
        {
            await session.WriteAsync($"INSERT INTO actor_record (id, actor) VALUES ({record}, {actor})", cancellation).ConfigureAwait(false);
        }
    }
}
