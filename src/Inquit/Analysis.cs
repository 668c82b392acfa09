using System.Collections.Immutable;
using Inquit.Actors;
using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Meaning;
using Inquit.Text;

namespace Inquit;

/// <summary>All that the engine found in one article.</summary>
/// <param name="Article">The article, unaltered.</param>
/// <param name="Segmentation">Tokens, sentences, paragraphs, quotations.</param>
/// <param name="Syntax">Tags, lemmas, trees.</param>
/// <param name="Entities">Names, in text order, each with whom it names.</param>
/// <param name="Statements">Statements, in text order.</param>
/// <param name="Times">Time expressions, in text order; none shares a character with another.</param>
public sealed record Analysis(
    Article Article,
    Segmentation Segmentation,
    Syntax Syntax,
    ImmutableArray<NamedEntity> Entities,
    ImmutableArray<Statement> Statements,
    ImmutableArray<TimeExpression> Times)
{
    /// <summary>
    /// The same with those statements only that are at least as sure as <paramref name="confidence"/> (0 to 1), counted anew.
    /// One within a statement that is left out is within the next one around it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is not from 0 to 1.</exception>
    public Analysis WithConfidence(double confidence)
    {
        if (!(confidence >= 0 && confidence <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence is from 0 to 1.");
        }

        var place = new int?[Statements.Length];
        var kept = 0;
        foreach (var statement in Statements)
        {
            place[statement.Index] = statement.Confidence >= confidence ? kept++ : null;
        }

        return this with
        {
            Statements =
            [
                .. Statements.Where(statement => place[statement.Index] is not null).Select(statement => statement with
                {
                    Index = place[statement.Index]!.Value,
                    Within = PlaceOfHolder(statement),
                }),
            ],
        };

        int? PlaceOfHolder(Statement statement)
        {
            var holder = statement.Within;
            while (holder is { } index && place[index] is null)
            {
                holder = Statements[index].Within;
            }

            return holder is { } found ? place[found] : null;
        }
    }
}
