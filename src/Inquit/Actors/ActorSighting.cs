namespace Inquit.Actors;

/// <summary>What one article says of an actor. Equal words in two articles are two sightings; the same of one article is one.</summary>
/// <param name="Article">The identity of the article.</param>
/// <param name="Profile">What it says.</param>
public sealed record ActorSighting(string Article, ActorProfile Profile);
