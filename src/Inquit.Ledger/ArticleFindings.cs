using System.Collections.Immutable;
using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Meaning;
using Inquit.Text;

namespace Inquit.Ledger;

/// <summary>A name in a text.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Type">What it names.</param>
/// <param name="Name">The fullest name that the article has for the same; null where that is open.</param>
public readonly record struct StoredName(TextSpan Span, EntityType Type, string? Name);

/// <summary>What was found in an article, so far as a ledger keeps it.</summary>
/// <param name="Article">The article.</param>
/// <param name="Statements">Its statements, in text order.</param>
/// <param name="Names">Its names, in text order.</param>
/// <param name="Times">Its time expressions, in text order.</param>
public sealed record ArticleFindings(Article Article, ImmutableArray<Statement> Statements, ImmutableArray<StoredName> Names, ImmutableArray<TimeExpression> Times)
{
    /// <summary>What an engine found.</summary>
    public static ArticleFindings Of(Analysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return new ArticleFindings(
            analysis.Article,
            analysis.Statements,
            [.. analysis.Entities.Select(entity => new StoredName(analysis.Segmentation.SpanOf(entity.Tokens), entity.Type, entity.Name))],
            analysis.Times);
    }
}
