using System.Collections.Immutable;
using Inquit.Attribution;
using Inquit.Text;

namespace Inquit.App.Web.Parts;

/// <summary>What a stretch of text is in a statement.</summary>
internal enum MarkedRole
{
    /// <summary>What is attributed.</summary>
    Content,

    /// <summary>To whom it is attributed.</summary>
    Source,

    /// <summary>The words that attribute it.</summary>
    Cue,
}

/// <summary>That a run of text belongs to a statement.</summary>
/// <param name="Statement">The statement's place in its article, from 0.</param>
/// <param name="Role">What the run is in it.</param>
/// <param name="Depth">How many statements the statement is within.</param>
/// <param name="IsFirst">Whether the statement has nothing of this role before the run.</param>
internal readonly record struct Mark(int Statement, MarkedRole Role, int Depth, bool IsFirst);

/// <summary>A stretch of text in which the same marks hold.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Marks">Its marks, outer ones first.</param>
internal sealed record MarkedRun(TextSpan Span, ImmutableArray<Mark> Marks);

/// <summary>A paragraph, with the statements that begin in it.</summary>
/// <param name="Runs">Its text, run by run.</param>
/// <param name="Statements">The statements whose content begins in it, in text order.</param>
internal sealed record MarkedBlock(ImmutableArray<MarkedRun> Runs, ImmutableArray<Statement> Statements);

/// <summary>Cuts an article into paragraphs, and these at every edge of a statement, so that it can be shown with its statements in place.</summary>
internal static class MarkedArticle
{
    private const int MostDepth = 8;

    /// <summary>The paragraphs. Their runs, one after another, are the text.</summary>
    public static ImmutableArray<MarkedBlock> Of(Article article, ImmutableArray<Statement> statements)
    {
        var pieces = statements.SelectMany(statement => Pieces(statement, Depth(statement, statements))).OrderBy(piece => piece.Span.Start).ToList();
        var blocks = ImmutableArray.CreateBuilder<MarkedBlock>();
        foreach (var block in Blocks(article.Text))
        {
            var inside = pieces.Where(piece => piece.Span.Overlaps(block)).ToList();
            var edges = new SortedSet<int>(inside.SelectMany(piece => new[] { piece.Span.Start, piece.Span.End }).Where(edge => edge > block.Start && edge < block.End)) { block.Start, block.End };
            var runs = edges.Zip(edges.Skip(1), (start, end) => new TextSpan(start, end)).Select(span => new MarkedRun(
                span,
                [
                    .. inside.Where(piece => piece.Span.Overlaps(span)).OrderBy(piece => piece.Depth).ThenBy(piece => piece.Role).ThenBy(piece => piece.Statement)
                        .Select(piece => new Mark(piece.Statement, piece.Role, piece.Depth, piece.IsFirst && piece.Span.Start == span.Start)),
                ]));
            blocks.Add(new MarkedBlock([.. runs], [.. statements.Where(statement => block.Contains(Begin(statement))).OrderBy(Begin)]));
        }

        return blocks.ToImmutable();
    }

    private static int Begin(Statement statement) => statement.Content[0].Start;

    private static int Depth(Statement statement, ImmutableArray<Statement> statements)
    {
        var depth = 0;
        for (var outer = statement.Within; outer is { } index && depth < MostDepth; outer = statements[index].Within)
        {
            depth++;
        }

        return depth;
    }

    private static IEnumerable<(TextSpan Span, int Statement, MarkedRole Role, int Depth, bool IsFirst)> Pieces(Statement statement, int depth) =>
        new[] { (statement.Content, MarkedRole.Content), (statement.Source, MarkedRole.Source), (statement.Cue, MarkedRole.Cue) }
            .SelectMany(role => role.Item1.Select((span, place) => (span, statement.Index, role.Item2, depth, place == 0)));

    /// <summary>Where a text is parted: after empty lines and before lines that are set in; after every line where it has neither.</summary>
    private static IEnumerable<TextSpan> Blocks(string text)
    {
        var hasParagraphs = false;
        for (var feed = text.IndexOf('\n', StringComparison.Ordinal); feed >= 0 && !hasParagraphs; feed = text.IndexOf('\n', feed + 1))
        {
            hasParagraphs = StartsParagraph(text, feed + 1) && feed + 1 < text.Length;
        }

        var start = 0;
        for (var feed = text.IndexOf('\n', StringComparison.Ordinal); feed >= 0; feed = text.IndexOf('\n', feed + 1))
        {
            if ((!hasParagraphs || StartsParagraph(text, feed + 1)) && !string.IsNullOrWhiteSpace(text[start..feed]))
            {
                yield return new TextSpan(start, feed + 1);
                start = feed + 1;
            }
        }

        if (start < text.Length)
        {
            yield return new TextSpan(start, text.Length);
        }
    }

    private static bool StartsParagraph(string text, int line) => line < text.Length && char.IsWhiteSpace(text[line]);
}
