using Inquit.Text;

namespace Inquit.Meaning;

/// <summary>What the time of a statement was taken from.</summary>
public enum TimeBasis
{
    /// <summary>The article's day: nothing beside the cue says another.</summary>
    Published,

    /// <summary>A time expression beside the cue.</summary>
    Text,
}

/// <summary>When a statement was made, as far as the article tells.</summary>
/// <param name="Value">TIMEX3's value, as in <see cref="TimeExpression"/>; null where the expression's day is not known.</param>
/// <param name="Basis">What it was taken from.</param>
/// <param name="Span">The time expression, in UTF-16 units of the article's text; null where there is none.</param>
public sealed record StatementTime(string? Value, TimeBasis Basis, TextSpan? Span = null);
