using System.Diagnostics;
using CsCheck;
using Inquit.Text;
using Xunit;

namespace Inquit.Tests.Text;

/// <summary>What holds of the segmentation of every text.</summary>
public class SegmenterPropertyTests
{
    private static readonly string[] Pieces =
    [
        " ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u00A0", "\uFEFF", "\u200B", "\u200D", "\u0301", "\uFE0F", "\0",
        "\"", "\"", "“", "”", "‘", "’", "'", "''", "``", "«", "»", "„", "‹", "›", "「", "」", "(", ")", "[", "]",
        ".", ",", "!", "?", "...", "…", "-", "—", ":", ";", "/", "@", "#", "$", "%", "5", "10", "1,000.5", "90s",
        "the", "The", "U.S.", "Mr.", "don't", "can't", "cannot", "n't", "well-known", "said", "He", "http://a.b/c", "x@y.org",
        "👍🏽", "👨‍👩‍👧", "🇺🇦", "\uD83D", "\uDE00", "é", "я", "天", "٣",
    ];

    /// <summary>How many features of a place are others when it is looked at again, since its sentence was cut before it.</summary>
    private static int Changed(string third)
    {
        var words = string.Join(' ', Enumerable.Range(0, 450).Select(i => i == 300 ? third : "word"));
        var tokens = Enumerable.Range(0, 450).Select(i => i > 300 ? (i * 5) - 4 + third.Length : i * 5)
            .Select((start, i) => new TextSpan(start, start + (i == 300 ? third.Length : 4))).ToArray();
        var seen = new List<uint[]>();
        SentenceSplitter.Walk(words, tokens, (token, _, features) =>
        {
            if (token == 350)
            {
                seen.Add(features.ToArray());
            }

            return -token;
        });
        Assert.Equal(2, seen.Count);
        return seen[0].Zip(seen[1]).Count(pair => pair.First != pair.Second);
    }

    private static readonly Gen<string> Texts = Gen.Frequency(
        (3, Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece])),
        (1, Gen.Int[0, char.MaxValue].Select(unit => ((char)unit).ToString()))).Array[0, 60].Select(string.Concat);

    [Fact]
    public void Tokens_and_gaps_rebuild_the_text() => Texts.Sample(text =>
    {
        var segmentation = SegmenterModel.Segmenter.Segment(text);
        Assert.Same(text, segmentation.Text);
        var position = 0;
        foreach (var token in segmentation.Tokens)
        {
            Assert.True(token.Start >= position && !token.IsEmpty && token.End <= text.Length);
            Assert.All(text[position..token.Start], c => Assert.True(CharTable.IsGap(c)));
            Assert.All(token.Of(text).ToString(), c => Assert.False(CharTable.IsGap(c)));
            Assert.InRange(token.Length, 1, Chunk.MaxLength);
            position = token.End;
        }

        Assert.All(text[position..], c => Assert.True(CharTable.IsGap(c)));
    });

    [Fact]
    public void No_token_cuts_a_surrogate_pair() => Texts.Sample(text =>
        Assert.All(SegmenterModel.Segmenter.Segment(text).Tokens, token => Assert.False(
            token.Start > 0 && char.IsLowSurrogate(text[token.Start]) && char.IsHighSurrogate(text[token.Start - 1]))));

    [Fact]
    public void Sentences_and_paragraphs_cover_the_tokens_in_order() => Texts.Sample(text =>
    {
        var segmentation = SegmenterModel.Segmenter.Segment(text);
        var (token, sentence, position) = (0, 0, 0);
        foreach (var paragraph in segmentation.Paragraphs)
        {
            Assert.Equal((token, sentence), (paragraph.Tokens.Start, paragraph.Sentences.Start));
            Assert.True(paragraph.Tokens.Length > 0 && paragraph.Span.Start >= position);
            Assert.Equal(segmentation.SpanOf(paragraph.Tokens), paragraph.Span);
            for (; sentence < paragraph.Sentences.End; sentence++)
            {
                var range = segmentation.Sentences[sentence];
                Assert.Equal(token, range.Start);
                Assert.InRange(range.Length, 1, SentenceSplitter.MaxLength);
                token = range.End;
            }

            Assert.Equal(token, paragraph.Tokens.End);
            position = paragraph.Span.End;
        }

        Assert.Equal((segmentation.Tokens.Length, segmentation.Sentences.Length), (token, sentence));
    });

    [Fact]
    public void Quotations_lie_in_paragraphs_and_within_each_other() => Texts.Sample(text =>
    {
        var segmentation = SegmenterModel.Segmenter.Segment(text);
        var before = 0;
        foreach (var quotation in segmentation.Quotations)
        {
            Assert.True(quotation.Span.Start >= before);
            before = quotation.Span.Start;
            Assert.Equal(quotation.Depth, segmentation.Quotations.Count(other => other != quotation && other.Span.Contains(quotation.Span)));
            var end = 0;
            foreach (var part in quotation.Parts)
            {
                Assert.True(part.Start >= end && part.Length > 0);
                Assert.Contains(segmentation.Paragraphs, paragraph => paragraph.Span.Contains(part));
                end = part.End;
            }
        }
    });

    [Fact]
    public void The_same_text_gives_the_same_segmentation_on_any_thread()
    {
        var other = new Segmenter(SegmenterModel.Read());
        Texts.Sample(
            text =>
            {
                var (left, right) = (SegmenterModel.Segmenter.Segment(text), other.Segment(text));
                Assert.Equal(left.Tokens, right.Tokens);
                Assert.Equal(left.Sentences, right.Sentences);
                Assert.Equal(left.Paragraphs, right.Paragraphs);
                Assert.Equal(
                    left.Quotations.Select(quotation => (quotation.Span, quotation.Depth, quotation.IsClosed)),
                    right.Quotations.Select(quotation => (quotation.Span, quotation.Depth, quotation.IsClosed)));
            },
            threads: 4);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a ")]
    [InlineData("\"")]
    [InlineData("“«")]
    [InlineData("' s ")]
    [InlineData(".")]
    [InlineData("\n")]
    [InlineData("a\n")]
    [InlineData("👨‍👩‍👧")]
    [InlineData("e\u0301\u0301")]
    [InlineData("-a@b.")]
    [InlineData("天")]
    public void A_long_row_of_anything_takes_linear_time(string piece)
    {
        var half = Time(string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length)));
        var whole = Time(string.Concat(Enumerable.Repeat(piece, 1_600_000 / piece.Length)));

        Assert.True(whole < (8 * 4 * half) + TimeSpan.FromSeconds(2), $"{half} for an eighth, {whole} for the whole");

        static TimeSpan Time(string text)
        {
            var watch = Stopwatch.StartNew();
            _ = SegmenterModel.Segmenter.Segment(text);
            return watch.Elapsed;
        }
    }

    [Theory]
    [InlineData("(")]
    [InlineData("“")]
    public void A_mark_after_a_forced_cut_is_counted_once(string mark) => Assert.Equal(Changed("word"), Changed(mark));

    [Fact]
    public void A_text_that_is_null_is_the_callers_mistake() =>
        Assert.Throws<ArgumentNullException>(() => SegmenterModel.Segmenter.Segment(null!));
}
