using System.Collections.Immutable;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>Finds statements: cues over the tree, their sources and contents, quotations without a cue.</summary>
public sealed class StatementFinder
{
    /// <summary>Finds the statements of a text, in text order.</summary>
    public ImmutableArray<Statement> Find(Segmentation segmentation, Syntax syntax, ImmutableArray<EntityMention> entities) =>
        throw new NotImplementedException();
}
