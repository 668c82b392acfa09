using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Inquit.Learning;

namespace Inquit.Text;

/// <summary>Cuts a text into tokens, sentences, paragraphs and quotations. Safe to use from any number of threads.</summary>
public sealed class Segmenter
{
    private readonly Tokenizer tokenizer;
    private readonly SentenceSplitter splitter;

    /// <summary>Creates a segmenter from its trained model.</summary>
    /// <exception cref="ModelFormatException">The model lacks a part or a part is damaged.</exception>
    public Segmenter(ModelFile model)
        : this(Tokenizer.Read(model), SentenceSplitter.Read(model))
    {
    }

    internal Segmenter(Tokenizer tokenizer, SentenceSplitter splitter)
    {
        this.tokenizer = tokenizer;
        this.splitter = splitter;
    }

    /// <summary>
    /// Cuts <paramref name="text"/> from the code unit <paramref name="start"/> on; what stands before it is in no token.
    /// Takes any string and never throws on one, in time and memory linear in its length.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> is outside the text.</exception>
    public Segmentation Segment(string text, int start = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, text.Length);
        var spans = Layout.FindParagraphs(text, start);
        var tokens = new List<TextSpan>(text.Length / 5);
        var sentences = new List<TokenRange>(text.Length / 100);
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>(spans.Count);
        foreach (var span in spans)
        {
            var (tokenStart, sentenceStart) = (tokens.Count, sentences.Count);
            tokenizer.Tokenize(text, span, tokens);
            var range = new TokenRange(tokenStart, tokens.Count);
            splitter.Split(text, CollectionsMarshal.AsSpan(tokens), range, sentences);
            var kind = ParagraphKinds.Of(
                text, CollectionsMarshal.AsSpan(tokens), range, isLast: span == spans[^1], isOnly: spans.Count == 1);
            paragraphs.Add(new Paragraph(span, kind, range, (sentenceStart, sentences.Count)));
        }

        var segmentation = new Segmentation(text, [.. tokens], [.. sentences], paragraphs.MoveToImmutable(), []);
        return segmentation with { Quotations = QuotationFinder.Find(segmentation) };
    }

    /// <summary>Adds the parts of this segmenter to a model file.</summary>
    internal void Write(ModelFile model)
    {
        tokenizer.Write(model);
        splitter.Write(model);
    }
}
