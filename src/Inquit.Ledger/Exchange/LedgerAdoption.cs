using Inquit.Actors;

namespace Inquit.Ledger;

/// <summary>
/// Takes pieces of an exported ledger into one that has articles of its own. Articles that are there stay as they are, and an older
/// version takes the place of none of them; actors are resolved anew; decisions are carried over by what articles say of the actors that they were made about. Taking the same pieces
/// again changes nothing.
/// </summary>
/// <param name="ledger">The ledger that takes them.</param>
public sealed class LedgerAdoption(ILedger ledger)
{
    private readonly List<ActorDecision> decisions = [];

    /// <summary>Of the records that decisions are about: which articles say what of them.</summary>
    private readonly Dictionary<int, List<(string Article, ActorProfile Profile)>> records = [];

    /// <summary>The ids of the versions that are to come for those that hold here only till then.</summary>
    private readonly HashSet<string> awaited = new(StringComparer.Ordinal);

    /// <summary>Remembers a decision till all are made. It must come before the articles.</summary>
    public void Add(LedgerDecision piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        decisions.Add(piece.Decision);
        records.TryAdd(piece.Decision.First, []);
        records.TryAdd(piece.Decision.Second, []);
    }

    /// <summary>Adds an article, whole or not at all.</summary>
    /// <exception cref="ArgumentException">The article has more statements than a ledger can number.</exception>
    public async Task<AddOutcome> AddAsync(LedgerArticle piece, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(piece);
        foreach (var sighting in piece.Sightings)
        {
            if (records.TryGetValue(sighting.Record, out var sightings))
            {
                sightings.Add((piece.Findings.Article.ComputeId(), sighting.Profile));
            }
        }

        var outcome = await ledger.AddAsync(piece, piece.Stored.SupersededBy is null || awaited.Contains(piece.Stored.Id), cancellation).ConfigureAwait(false);
        if (outcome.Kind is AddKind.Added or AddKind.Corrected && piece.Stored.SupersededBy is { } newer)
        {
            awaited.Add(newer);
        }

        return outcome;
    }

    /// <summary>Makes the decisions that were remembered, so far as they do not hold already.</summary>
    /// <returns>Each that could not be made, and why.</returns>
    public async Task<IReadOnlyList<(ActorDecision Decision, string Problem)>> DecideAsync(CancellationToken cancellation = default)
    {
        var failed = new List<(ActorDecision Decision, string Problem)>();
        foreach (var decision in decisions)
        {
            try
            {
                await DecideAsync(decision, cancellation).ConfigureAwait(false);
            }
            catch (ArgumentException refused)
            {
                failed.Add((decision, refused.Message));
            }
        }

        return failed;
    }

    private async Task DecideAsync(ActorDecision decision, CancellationToken cancellation)
    {
        var first = await ActorOfAsync(decision.First, cancellation).ConfigureAwait(false);
        if (decision.Kind == ActorDecisionKind.Merge)
        {
            var second = await ActorOfAsync(decision.Second, cancellation).ConfigureAwait(false);
            if (first != second)
            {
                await ledger.MergeAsync(first, second, cancellation).ConfigureAwait(false);
            }

            return;
        }

        foreach (var held in await ledger.DecisionsAsync(cancellation).ConfigureAwait(false))
        {
            if (held.Kind == ActorDecisionKind.Split && held.Profile == decision.Profile && await ledger.ActorsAsync(new ActorSearch { Actor = held.First }, cancellation).AnyAsync(actor => actor.Actor.Id == first, cancellation).ConfigureAwait(false))
            {
                return;
            }
        }

        await ledger.SplitAsync(first, decision.Profile!, cancellation).ConfigureAwait(false);
    }

    private async Task<int> ActorOfAsync(int record, CancellationToken cancellation)
    {
        foreach (var (article, profile) in records[record])
        {
            if (await ledger.ActorOfAsync(article, profile, cancellation).ConfigureAwait(false) is { } actor)
            {
                return actor;
            }
        }

        throw new ArgumentException("No article of this ledger says anything of the actor.");
    }
}
