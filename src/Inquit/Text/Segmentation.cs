using System.Collections.Immutable;

namespace Inquit.Text;

/// <summary>What a paragraph of an article is for.</summary>
public enum ParagraphKind
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>A title or a heading between paragraphs.</summary>
    Heading,

    /// <summary>The line that names the authors ("By Jane Roe").</summary>
    Byline,
}

/// <summary>A block of text between line breaks.</summary>
/// <param name="Span">Its characters without surrounding white space.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Sentences">Its sentences, as a half-open run of indices into <see cref="Segmentation.Sentences"/>.</param>
public sealed record Paragraph(TextSpan Span, ParagraphKind Kind, TokenRange Tokens, (int Start, int End) Sentences);

/// <summary>
/// A passage in quotation marks. One that runs over several paragraphs, each of which opens it again while only the last
/// closes it, is one quotation with several <see cref="Parts"/>.
/// </summary>
/// <param name="Parts">The passage with its marks, one span a paragraph, in text order; never empty.</param>
/// <param name="IsClosed">Whether a closing mark was found; where not, the passage was ended at its paragraph's end.</param>
/// <param name="Depth">0 for an outermost quotation, 1 for one inside it, and so on.</param>
public sealed record Quotation(ImmutableArray<TextSpan> Parts, bool IsClosed, int Depth)
{
    /// <summary>From the first opening mark to the end of the last part.</summary>
    public TextSpan Span => new(Parts[0].Start, Parts[^1].End);
}

/// <summary>
/// An article's text cut into tokens, sentences, paragraphs and quotations. The text is kept as it came; tokens and the
/// gaps between them rebuild it exactly.
/// </summary>
/// <param name="Text">The text, unaltered.</param>
/// <param name="Tokens">Spans of the tokens, in order, never empty, never overlapping. A contraction is several tokens
/// that touch ("do|n't"), as in Universal Dependencies' syntactic words.</param>
/// <param name="Sentences">Token ranges that together cover all tokens, in order. No sentence crosses a paragraph.</param>
/// <param name="Paragraphs">The paragraphs, in order; together they hold all sentences.</param>
/// <param name="Quotations">The quotations, by where they start.</param>
public sealed record Segmentation(
    string Text,
    ImmutableArray<TextSpan> Tokens,
    ImmutableArray<TokenRange> Sentences,
    ImmutableArray<Paragraph> Paragraphs,
    ImmutableArray<Quotation> Quotations)
{
    /// <summary>The characters of token <paramref name="token"/>.</summary>
    public ReadOnlySpan<char> Form(int token) => Tokens[token].Of(Text);

    /// <summary>The characters from the first to the last token of <paramref name="range"/>; an empty span at the start for an empty range.</summary>
    public TextSpan SpanOf(TokenRange range) => range.Length == 0
        ? new TextSpan(range.Start < Tokens.Length ? Tokens[range.Start].Start : Text.Length, range.Start < Tokens.Length ? Tokens[range.Start].Start : Text.Length)
        : new TextSpan(Tokens[range.Start].Start, Tokens[range.End - 1].End);
}
