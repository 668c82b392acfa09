using System.Collections.Immutable;
using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Actors;

/// <summary>An article's tokens, trees and names behind the questions that are asked about a source.</summary>
internal sealed class NamedText(Segmentation segmentation, Syntax syntax, ImmutableArray<EntityMention> entities)
{
    /// <summary>The names of persons.</summary>
    public PersonNames Persons { get; } = new(segmentation, entities);

    public UniversalPos Upos(int token) => syntax.Upos[token];

    public string Relation(int token) => syntax.Relations[token];

    /// <summary>The text from the first to the last token.</summary>
    public string Words(TokenRange tokens) => segmentation.SpanOf(tokens).Of(segmentation.Text).ToString();

    /// <summary>The tokens that lie in <paramref name="span"/>.</summary>
    public TokenRange TokensOf(TextSpan span)
    {
        var start = LowerBound(segmentation.Tokens.Length, token => segmentation.Tokens[token].Start < span.Start);
        var end = start;
        while (end < segmentation.Tokens.Length && segmentation.Tokens[end].End <= span.End)
        {
            end++;
        }

        return new TokenRange(start, end);
    }

    /// <summary>The names that lie in <paramref name="range"/>.</summary>
    public List<EntityMention> NamesIn(TokenRange range)
    {
        var names = new List<EntityMention>();
        for (var i = LowerBound(entities.Length, i => entities[i].Tokens.Start < range.Start); i < entities.Length && entities[i].Tokens.Start < range.End; i++)
        {
            if (range.Contains(entities[i].Tokens) && entities[i].Tokens.Length > 0)
            {
                names.Add(entities[i]);
            }
        }

        return names;
    }

    /// <summary>The first token of <paramref name="range"/> whose head lies outside it.</summary>
    public int HeadOf(TokenRange range)
    {
        for (var token = range.Start; token < range.End; token++)
        {
            if (!range.Contains(Math.Max(0, syntax.Heads[token])) || syntax.Heads[token] < 0)
            {
                return token;
            }
        }

        return range.Start;
    }

    /// <summary>The leftmost token under <paramref name="token"/>, going down by the first dependent each time.</summary>
    public int LeftEdge(int token)
    {
        while (syntax.Dependents(token) is { Length: > 0 } dependents && dependents[0] < token)
        {
            token = dependents[0];
        }

        return token;
    }

    /// <summary>The first index for which <paramref name="isBefore"/> does not hold, by halving.</summary>
    private static int LowerBound(int count, Func<int, bool> isBefore)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (isBefore(middle))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
