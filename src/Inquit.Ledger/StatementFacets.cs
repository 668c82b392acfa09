using Inquit.Attribution;

namespace Inquit.Ledger;

/// <summary>How many statements are of which value; those with the most first, and equal ones in the order of their names.</summary>
/// <param name="Value">The value.</param>
/// <param name="Statements">How many.</param>
public readonly record struct ValueCount(string Value, int Statements);

/// <summary>How many statements an actor made.</summary>
/// <param name="Actor">The actor.</param>
/// <param name="Name">The actor's name.</param>
/// <param name="Statements">How many, joint ones included.</param>
public readonly record struct ActorCount(int Actor, string Name, int Statements);

/// <summary>How many statements are of which kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Statements">How many.</param>
public readonly record struct KindCount(StatementKind Kind, int Statements);

/// <summary>How many statements are of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Statements">How many.</param>
public readonly record struct DayCount(DateOnly Day, long Statements);

/// <summary>How many of the statements that were found are of which speaker, outlet, country, kind and month.</summary>
/// <param name="Statements">How many were counted.</param>
/// <param name="IsComplete">Whether these are all; where not, there are more, and the counts are of the newest.</param>
/// <param name="Speakers">The speakers with the most, at most <see cref="MostValues"/>.</param>
/// <param name="Outlets">The outlets with the most, at most as many.</param>
/// <param name="Countries">The speakers' countries in the articles, at most as many.</param>
/// <param name="Kinds">The kinds.</param>
/// <param name="Months">The months, as <c>2024-05</c>, the newest first; those without a day are in none.</param>
public sealed record StatementFacets(
    int Statements, bool IsComplete, IReadOnlyList<ActorCount> Speakers, IReadOnlyList<ValueCount> Outlets, IReadOnlyList<ValueCount> Countries, IReadOnlyList<KindCount> Kinds, IReadOnlyList<ValueCount> Months)
{
    /// <summary>The most statements that are counted, so that a count costs the same in a ledger of any size.</summary>
    public const int MostCounted = 10_000;

    /// <summary>The most speakers, outlets and countries that are given.</summary>
    public const int MostValues = 20;
}
