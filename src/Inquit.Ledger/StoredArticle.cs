using System.Collections.Immutable;
using Inquit.Attribution;
using Inquit.Meaning;

namespace Inquit.Ledger;

/// <summary>An article of a ledger.</summary>
/// <param name="Id">Its id, SHA-256 over text and address (<see cref="Article.ComputeId"/>).</param>
/// <param name="Article">The article as it was read.</param>
/// <param name="Engine">Which engine found its statements.</param>
/// <param name="SupersededBy">The id of the version that took its place; null for one that holds.</param>
/// <param name="Added">When it came into the ledger, to the second.</param>
public sealed record StoredArticle(string Id, Article Article, EngineVersion Engine, string? SupersededBy, DateTimeOffset Added)
{
    /// <summary>How many digits of an id people see; enough for any ledger.</summary>
    public const int ShortIdLength = 12;

    /// <summary>The first digits of the id.</summary>
    public string ShortId => Id[..ShortIdLength];
}

/// <summary>A statement of a ledger.</summary>
/// <param name="Article">The article that it is from.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Day">The day by which it is ordered: when it was made, or else its article's; null where nothing tells.</param>
/// <param name="Actors">The actors that its speaker, or the speakers of a joint source, were found to be; unnamed ones have none.</param>
public sealed record FoundStatement(StoredArticle Article, Statement Statement, DateOnly? Day, ImmutableArray<int> Actors)
{
    /// <summary>Its id: that of its article, <c>#s</c>, and its place in it from 1.</summary>
    public string Id => $"{Article.Id}#s{Statement.Index + 1}";
}

/// <summary>An article of a ledger with all that was found in it.</summary>
/// <param name="Stored">The article.</param>
/// <param name="Statements">Its statements, in text order.</param>
/// <param name="Names">Its names, in text order.</param>
/// <param name="Times">Its time expressions, in text order.</param>
public sealed record StoredReading(StoredArticle Stored, ImmutableArray<FoundStatement> Statements, ImmutableArray<StoredName> Names, ImmutableArray<TimeExpression> Times)
{
    /// <summary>The same without what only the ledger knows.</summary>
    public ArticleFindings Findings => new(Stored.Article, [.. Statements.Select(found => found.Statement)], Names, Times);
}
