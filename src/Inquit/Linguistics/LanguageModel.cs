using System.Collections.Immutable;
using Inquit.Text;

namespace Inquit.Linguistics;

/// <summary>Tags, lemmatizes, parses and finds names.</summary>
public sealed class LanguageModel
{
    /// <summary>Analyzes all sentences of <paramref name="segmentation"/>.</summary>
    public (Syntax Syntax, ImmutableArray<EntityMention> Entities) Analyze(Segmentation segmentation) => throw new NotImplementedException();

    /// <summary>Analyzes sentences whose tokens are given.</summary>
    /// <param name="sentences">The token forms of each sentence.</param>
    /// <returns>Arrays over all tokens, sentence after sentence; heads are indices into these arrays, -1 for a root.</returns>
    public Syntax AnalyzeTokens(IReadOnlyList<IReadOnlyList<string>> sentences) => throw new NotImplementedException();
}
