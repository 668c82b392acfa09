using System.Collections.Immutable;
using Inquit.Actors;

namespace Inquit.Ledger;

/// <summary>A piece of a whole ledger, as <see cref="ILedger.ExportAsync"/> gives them and <see cref="ILedger.RestoreAsync"/> takes them.</summary>
public abstract record LedgerPiece;

/// <summary>What comes first: how many pieces of each kind follow, by which it is seen that none is missing.</summary>
/// <param name="Decisions">People's decisions about actors.</param>
/// <param name="Articles">Articles, older versions included.</param>
/// <param name="Records">Records of actors.</param>
/// <param name="LastDecision">The number that was given to a decision last, whether it still holds or not; 0 for none.</param>
public sealed record LedgerHead(long Decisions, long Articles, long Records, int LastDecision) : LedgerPiece;

/// <summary>A decision about actors that holds.</summary>
/// <param name="Decision">The decision; its numbers are those of the records in the same export.</param>
public sealed record LedgerDecision(ActorDecision Decision) : LedgerPiece;

/// <summary>An article with all that was found in it.</summary>
/// <param name="Stored">The article.</param>
/// <param name="Findings">What was found in it.</param>
/// <param name="Sightings">What it says of actors, in the order in which that was stored.</param>
public sealed record LedgerArticle(StoredArticle Stored, ArticleFindings Findings, ImmutableArray<StoredSighting> Sightings) : LedgerPiece;

/// <summary>A record of an actor.</summary>
/// <param name="Id">Its number, from 0.</param>
/// <param name="SplitFrom">The record from which a person split it.</param>
/// <param name="Actor">The actor whose record it is.</param>
/// <param name="Sightings">What is known of it from no article, but from a person who split it off.</param>
public sealed record LedgerRecord(int Id, int? SplitFrom, int Actor, ImmutableArray<StoredSighting> Sightings) : LedgerPiece;

/// <summary>What an article says of an actor.</summary>
/// <param name="Id">Its number in the ledger.</param>
/// <param name="Record">The record to which it was resolved.</param>
/// <param name="Actor">The actor whose record that is.</param>
/// <param name="Profile">What it says.</param>
public sealed record StoredSighting(long Id, int Record, int Actor, ActorProfile Profile);
