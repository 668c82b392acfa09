using System.Collections.Immutable;

namespace Inquit.Actors;

/// <summary>
/// What a directory has stored of one actor: what articles said, each once. An actor may have several records: those that a merge
/// joins, and those of a bare family name that only this actor bears.
/// </summary>
/// <param name="Id">Its number in the directory.</param>
/// <param name="Sightings">What was resolved to it, in the order in which it came.</param>
/// <param name="SplitFrom">The record from which it was split; null for none.</param>
public sealed record ActorRecord(int Id, ImmutableArray<ActorSighting> Sightings, int? SplitFrom = null);

/// <summary>An actor of a directory.</summary>
/// <param name="Id">The least number of the records that surely are this actor's.</param>
/// <param name="Profile">All that is known: the best name, the other names, roles and affiliations. What came by a bare family name is not in it.</param>
public sealed record KnownActor(int Id, ActorProfile Profile);

/// <summary>To which actor a profile belongs.</summary>
/// <param name="Record">The record that it went to, for a ledger to note: whose record that is may change, and <see cref="ActorDirectory.Find"/> tells.</param>
/// <param name="Actor">The actor whose record that is now.</param>
/// <param name="IsNew">Whether it was not known before.</param>
/// <param name="Verdict">Why it is this actor, or why it is a new one.</param>
public sealed record ActorResolution(int Record, KnownActor Actor, bool IsNew, IdentityVerdict Verdict);
