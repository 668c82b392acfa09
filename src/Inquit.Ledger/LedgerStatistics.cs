using Inquit.Actors;

namespace Inquit.Ledger;

/// <summary>An actor, and what there is of them.</summary>
/// <param name="Actor">The actor; the profile's other names are all the names that articles use.</param>
/// <param name="Statements">How many statements there are, joint ones included.</param>
/// <param name="First">The day of the first; null where none has a day.</param>
/// <param name="Last">The day of the last.</param>
public sealed record ActorActivity(KnownActor Actor, long Statements, DateOnly? First, DateOnly? Last);

/// <summary>How much there is of what in a ledger. Statements are those of articles that hold.</summary>
/// <param name="Articles">Articles that hold.</param>
/// <param name="Superseded">Versions that were superseded.</param>
/// <param name="Statements">Statements.</param>
/// <param name="NamedStatements">Statements with a speaker whose name is known.</param>
/// <param name="Actors">Actors who made them.</param>
/// <param name="Decisions">Decisions of people about actors that hold.</param>
/// <param name="First">The day of the first statement.</param>
/// <param name="Last">The day of the last statement.</param>
/// <param name="Engines">The engines that read the articles, with how many each.</param>
public sealed record LedgerStatistics(
    long Articles, long Superseded, long Statements, long NamedStatements, long Actors, long Decisions, DateOnly? First, DateOnly? Last, IReadOnlyList<(EngineVersion Engine, long Articles)> Engines);
