using System.Collections.Immutable;
using Inquit.Text;

namespace Inquit.Linguistics;

/// <summary>Tags, lemmatizes, parses and finds names.</summary>
public sealed class LanguageModel
{
    /// <summary>Analyzes all sentences of <paramref name="segmentation"/>.</summary>
    public (Syntax Syntax, ImmutableArray<EntityMention> Entities) Analyze(Segmentation segmentation) => throw new NotImplementedException();
}
