using System.Collections.Immutable;
using Inquit.Actors;
using Inquit.Meaning;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>How much of a statement's content stands in quotation marks.</summary>
public enum StatementKind
{
    /// <summary>None of it.</summary>
    Indirect,

    /// <summary>All of it.</summary>
    Direct,

    /// <summary>Some of it.</summary>
    Mixed,
}

/// <summary>One attribution found in an article: who is said to have said, thought or decreed what, and by which words.</summary>
/// <remarks>The terms source, cue and content are those of PARC (Pareti 2012) and PolNeAR (Newell, Margolin and Ruths 2018).</remarks>
public sealed record Statement
{
    /// <summary>Place in the article's list of statements, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>How much of the content is quoted.</summary>
    public required StatementKind Kind { get; init; }

    /// <summary>Whom it is attributed to; empty where the text does not say.</summary>
    public ImmutableArray<TextSpan> Source { get; init; } = [];

    /// <summary>The words that attribute it; one span, or none for a pull quote.</summary>
    public ImmutableArray<TextSpan> Cue { get; init; } = [];

    /// <summary>What is attributed; several spans where it is interrupted.</summary>
    public required ImmutableArray<TextSpan> Content { get; init; }

    /// <summary>To whom it is said ("told <b>reporters</b>", "<b>voters</b> were promised"), without a preposition; those joined by "and" are one span. It may lie in the content where this was taken too far. Empty where the text does not say.</summary>
    public ImmutableArray<TextSpan> Addressee { get; init; } = [];

    /// <summary>Through what it is said ("in <b>a letter</b>", "on <b>Twitter</b>", "through <b>a lawyer</b>"), without a preposition; it may stand within the cue. Empty where the text does not say.</summary>
    public ImmutableArray<TextSpan> Medium { get; init; } = [];

    /// <summary>Where the saying itself takes place ("said in <b>Brussels</b>"), without a preposition. Empty where the text does not say.</summary>
    public ImmutableArray<TextSpan> Place { get; init; } = [];

    /// <summary>Who speaks, as far as the article tells.</summary>
    public Speaker Speaker { get; init; } = Speaker.Unresolved;

    /// <summary>When it was made; null where nothing tells.</summary>
    public StatementTime? Said { get; init; }

    /// <summary><see cref="Index"/> of the statement that this one is part of, or null.</summary>
    public int? Within { get; init; }

    /// <summary>How sure the program is that this is a statement with these spans, 0 to 1.</summary>
    public double Confidence { get; init; }
}
