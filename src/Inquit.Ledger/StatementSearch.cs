using Inquit.Attribution;
using Inquit.Ledger.Search;

namespace Inquit.Ledger;

/// <summary>Which statements are looked for. What is null does not count. Names, roles and outlets match where the words stand in them next to each other.</summary>
public sealed record StatementSearch
{
    /// <summary>Words of the statement.</summary>
    public SearchQuery? Words { get; init; }

    /// <summary>A name of an actor who speaks. All statements of that actor are found, under whichever name.</summary>
    public string? Speaker { get; init; }

    /// <summary>The actor who speaks.</summary>
    public int? Actor { get; init; }

    /// <summary>The speaker's role in that article.</summary>
    public string? Role { get; init; }

    /// <summary>The speaker's country in that article, as ISO 3166 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>Who published the article.</summary>
    public string? Outlet { get; init; }

    /// <summary>How much is quoted.</summary>
    public StatementKind? Kind { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The least confidence, 0 to 1.</summary>
    public double MinConfidence { get; init; }

    /// <summary>Whether versions that were superseded count.</summary>
    public bool AllVersions { get; init; }

    /// <summary>Whether the order is turned round: the oldest first. Those without a day are not given then, since they would stand before all others.</summary>
    public bool IsOldestFirst { get; init; }

    /// <summary>The id of a statement (<see cref="FoundStatement.Id"/>, of the article 12 digits or more); what comes after it in the order is given.</summary>
    public string? After { get; init; }

    /// <summary>The most statements that are given.</summary>
    public int Limit { get; init; } = 20;
}

/// <summary>Which actors are looked for; what is null does not count.</summary>
public sealed record ActorSearch
{
    /// <summary>Words that stand next to each other in one of the actor's names.</summary>
    public string? Name { get; init; }

    /// <summary>The actor.</summary>
    public int? Actor { get; init; }

    /// <summary>The actor's country, as ISO 3166 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>The actor after which the order goes on; null for the beginning.</summary>
    public int? After { get; init; }

    /// <summary>The most actors that are given.</summary>
    public int Limit { get; init; } = 20;
}

/// <summary>Which articles are listed; what is null does not count.</summary>
public sealed record ArticleSearch
{
    /// <summary>Who published the article: words that stand next to each other in the name.</summary>
    public string? Outlet { get; init; }

    /// <summary>The first day of publication.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The last day of publication.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether versions that were superseded count.</summary>
    public bool AllVersions { get; init; }

    /// <summary>The id of an article (12 digits or more); what comes after it in the order is given.</summary>
    public string? After { get; init; }

    /// <summary>The most articles that are given.</summary>
    public int Limit { get; init; } = 20;
}
