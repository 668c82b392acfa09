using System.Collections.Immutable;
using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit;

/// <summary>All that the engine found in one article.</summary>
/// <param name="Article">The article, unaltered.</param>
/// <param name="Segmentation">Tokens, sentences, paragraphs, quotations.</param>
/// <param name="Syntax">Tags, lemmas, trees.</param>
/// <param name="Entities">Names, in text order.</param>
/// <param name="Statements">Statements, in text order.</param>
public sealed record Analysis(
    Article Article,
    Segmentation Segmentation,
    Syntax Syntax,
    ImmutableArray<EntityMention> Entities,
    ImmutableArray<Statement> Statements);
