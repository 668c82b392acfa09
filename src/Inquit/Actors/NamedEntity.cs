using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Actors;

/// <summary>A name in an article, and whom it names. Names with the same <paramref name="Name"/> and type name the same.</summary>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Type">What it names.</param>
/// <param name="Name">The fullest name that the article has for the same; null where two bear it, or for what is no actor.</param>
public readonly record struct NamedEntity(TokenRange Tokens, EntityType Type, string? Name);
