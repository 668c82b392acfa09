using System.Collections.Immutable;

namespace Inquit.Actors;

/// <summary>What a directory has stored of one actor: the profiles that were resolved to it, each once. A merge joins records to one actor.</summary>
/// <param name="Id">Its number in the directory.</param>
/// <param name="Profiles">The profiles in the order in which they came.</param>
/// <param name="SplitFrom">The record from which it was split; null for none.</param>
public sealed record ActorRecord(int Id, ImmutableArray<ActorProfile> Profiles, int? SplitFrom = null);

/// <summary>An actor of a directory.</summary>
/// <param name="Id">The least number of its records.</param>
/// <param name="Profile">All that is known: the best name, the other names, roles and affiliations.</param>
public sealed record KnownActor(int Id, ActorProfile Profile);

/// <summary>To which actor a profile belongs.</summary>
/// <param name="Actor">The actor, with the profile in it.</param>
/// <param name="IsNew">Whether it was not known before.</param>
/// <param name="Verdict">Why it is this actor, or why it is a new one.</param>
public sealed record ActorResolution(KnownActor Actor, bool IsNew, IdentityVerdict Verdict);
