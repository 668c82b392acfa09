using System.Collections.Immutable;

namespace Inquit.Linguistics;

/// <summary>What the language model finds in an article.</summary>
/// <param name="Syntax">Tags, lemmas, trees.</param>
/// <param name="Entities">Names, in text order.</param>
public sealed record LanguageAnalysis(Syntax Syntax, ImmutableArray<EntityMention> Entities)
{
    /// <summary>The network's states of the tokens, from which more can be learned.</summary>
    internal TokenStates States { get; init; } = new(0, 1);
}
