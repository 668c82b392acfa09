using Inquit.Actors;

namespace Inquit.Ledger;

/// <summary>
/// The store of articles, their statements and the actors who made them. What is written is written whole or not at all, and what was
/// added twice is there once. Any number may read at a time; writers wait for each other, also those of other processes.
/// </summary>
/// <remarks>Failures of the store are <see cref="LedgerException"/> at the start and <see cref="System.Data.Common.DbException"/> later.</remarks>
public interface ILedger : IAsyncDisposable
{
    /// <summary>How people call it, without passwords.</summary>
    string Name { get; }

    /// <summary>Whether an article is there, in whichever version.</summary>
    Task<bool> ContainsAsync(string articleId, CancellationToken cancellation = default);

    /// <summary>
    /// Adds an article with what was found in it. One that is there stays as it is. One whose address, or outlet and record id, another
    /// has whose text differs, becomes the new version of that one.
    /// </summary>
    /// <exception cref="ArgumentException">The article has more statements than a ledger can number.</exception>
    Task<AddOutcome> AddAsync(ArticleFindings findings, EngineVersion engine, CancellationToken cancellation = default);

    /// <summary>
    /// Adds an article of another ledger, as an engine's findings are added. One whose newer version is here already is kept as the older one.
    /// </summary>
    /// <param name="article">The article.</param>
    /// <param name="takesPlace">Whether it may take the place of a version that holds here; where not, it is kept as an older one of that.</param>
    /// <param name="cancellation">Ends the adding.</param>
    /// <exception cref="ArgumentException">The article has more statements than a ledger can number.</exception>
    Task<AddOutcome> AddAsync(LedgerArticle article, bool takesPlace, CancellationToken cancellation = default);

    /// <summary>Puts what an engine found in an article in the place of what was found before. What people decided about actors holds.</summary>
    /// <exception cref="ArgumentException">There is no such article, or it has more statements than a ledger can number.</exception>
    Task ReplaceAsync(ArticleFindings findings, EngineVersion engine, CancellationToken cancellation = default);

    /// <summary>The articles that an older engine read, in the order in which they were added. They may be replaced meanwhile.</summary>
    IAsyncEnumerable<StoredArticle> OutdatedAsync(EngineVersion engine, CancellationToken cancellation = default);

    /// <summary>The articles whose id begins so, at most two.</summary>
    /// <param name="start">The first hexadecimal digits of an id, or all of it.</param>
    /// <param name="cancellation">Ends the search.</param>
    Task<IReadOnlyList<StoredReading>> FindArticlesAsync(string start, CancellationToken cancellation = default);

    /// <summary>The statements that are looked for: the newest first, then in the order in which their articles were added; or all the other way round.</summary>
    /// <exception cref="ArgumentException">There is no statement to go on after.</exception>
    IAsyncEnumerable<FoundStatement> SearchAsync(StatementSearch search, CancellationToken cancellation = default);

    /// <summary>
    /// How many of the statements that are looked for are of which speaker, outlet, country, kind and month. Of more than
    /// <see cref="StatementFacets.MostCounted"/> the newest are counted. In which order it gives them, where it goes on and
    /// how many it gives does not count.
    /// </summary>
    Task<StatementFacets> FacetsAsync(StatementSearch search, CancellationToken cancellation = default);

    /// <summary>How many of the statements that are looked for are of each day, the newest day first; of days without any there is nothing.</summary>
    /// <param name="search">Which statements; the limit is that of days, and in which order it gives them and where it goes on does not count.</param>
    /// <param name="cancellation">Ends the search.</param>
    Task<IReadOnlyList<DayCount>> DaysAsync(StatementSearch search, CancellationToken cancellation = default);

    /// <summary>Articles without their texts, those that were added last first.</summary>
    /// <exception cref="ArgumentException">There is no article to go on after.</exception>
    Task<IReadOnlyList<ArticleHeading>> ArticlesAsync(ArticleSearch search, CancellationToken cancellation = default);

    /// <summary>What the ledger says of one actor; null where there is none with statements.</summary>
    Task<ActorPortrait?> PortraitAsync(int actor, CancellationToken cancellation = default);

    /// <summary>The actors with statements in articles that hold, those with the most first.</summary>
    /// <exception cref="ArgumentException">There is no actor to go on after.</exception>
    IAsyncEnumerable<ActorActivity> ActorsAsync(ActorSearch search, CancellationToken cancellation = default);

    /// <summary>What a person decided about actors, in the order in which it was decided.</summary>
    Task<IReadOnlyList<ActorDecision>> DecisionsAsync(CancellationToken cancellation = default);

    /// <summary>A person says that two are one actor.</summary>
    /// <exception cref="ArgumentException">There is no such actor, or both are one.</exception>
    Task<ActorDecision> MergeAsync(int first, int second, CancellationToken cancellation = default);

    /// <summary>A person says that a profile is not of this actor; a name alone stands for all of that name.</summary>
    /// <exception cref="ArgumentException">There is no such actor, or nothing would be left of it.</exception>
    Task<ActorDecision> SplitAsync(int actor, ActorProfile profile, CancellationToken cancellation = default);

    /// <summary>Takes a decision back.</summary>
    /// <exception cref="ArgumentException">No such decision holds.</exception>
    Task UndoAsync(int decision, CancellationToken cancellation = default);

    /// <summary>How often the ledger was written to. Where it is the same, all is the same.</summary>
    Task<long> RevisionAsync(CancellationToken cancellation = default);

    /// <summary>How much there is of what.</summary>
    Task<LedgerStatistics> CountAsync(CancellationToken cancellation = default);

    /// <summary>The actor that an article's speaker of this profile was found to be; null where the ledger has no such speaker.</summary>
    Task<int?> ActorOfAsync(string articleId, ActorProfile profile, CancellationToken cancellation = default);

    /// <summary>
    /// All that is in the ledger at one moment, older versions and people's decisions included: the head, the decisions, the articles
    /// in the order in which they were added, the records of actors.
    /// </summary>
    IAsyncEnumerable<LedgerPiece> ExportAsync(CancellationToken cancellation = default);

    /// <summary>Makes of a ledger that is empty an equal one of that which was exported, whole or not at all.</summary>
    /// <exception cref="ArgumentException">The ledger is not empty.</exception>
    /// <exception cref="InvalidDataException">The pieces are not those of one whole ledger.</exception>
    Task RestoreAsync(IAsyncEnumerable<LedgerPiece> pieces, CancellationToken cancellation = default);
}

/// <summary>What goes without saying.</summary>
public static class LedgerExtensions
{
    /// <summary>Adds an article with what an engine found in it, as <see cref="ILedger.AddAsync(ArticleFindings, EngineVersion, CancellationToken)"/> does.</summary>
    public static Task<AddOutcome> AddAsync(this ILedger ledger, Analysis analysis, EngineVersion engine, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.AddAsync(ArticleFindings.Of(analysis), engine, cancellation);
    }

    /// <summary>Puts what an engine found in an article in the place of what was found before, as <see cref="ILedger.ReplaceAsync"/> does.</summary>
    public static Task ReplaceAsync(this ILedger ledger, Analysis analysis, EngineVersion engine, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.ReplaceAsync(ArticleFindings.Of(analysis), engine, cancellation);
    }

    /// <summary>The actor with this number, and what there is of them; null for none with statements in articles that hold.</summary>
    public static async Task<ActorActivity?> FindActorAsync(this ILedger ledger, int actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return await ledger.ActorsAsync(new ActorSearch { Actor = actor, Limit = 1 }, cancellation).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
    }
}
