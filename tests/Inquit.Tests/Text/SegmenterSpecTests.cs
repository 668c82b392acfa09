using System.Text;
using Inquit.Tests.Specs;
using Inquit.Text;
using Xunit;

namespace Inquit.Tests.Text;

/// <summary>Runs the cases of <c>Specs/tokens.md</c>, <c>sentences.md</c>, <c>layout.md</c> and <c>quotations.md</c>.</summary>
public class SegmenterSpecTests
{
    public static TheoryData<SpecCase> TokenCases => SpecCase.Lines("tokens.md", "tokens");

    public static TheoryData<SpecCase> SentenceCases => SpecCase.Lines("sentences.md", "sentences");

    public static TheoryData<SpecCase> LayoutCases => SpecCase.Blocks("layout.md", "layout");

    public static TheoryData<SpecCase> QuotationCases => SpecCase.Blocks("quotations.md", "quotations");

    [Theory]
    [MemberData(nameof(TokenCases))]
    public void Tokens(SpecCase spec)
    {
        var segmentation = SegmenterModel.Segmenter.Segment(spec.Body.Replace("|", string.Empty, StringComparison.Ordinal));
        var written = new StringBuilder();
        var position = 0;
        foreach (var token in segmentation.Tokens)
        {
            written.Append(token.Start == position && position > 0 ? "|" : segmentation.Text[position..token.Start]);
            written.Append(token.Of(segmentation.Text));
            position = token.End;
        }

        Assert.Equal(spec.Body, written.Append(segmentation.Text[position..]).ToString());
    }

    [Theory]
    [MemberData(nameof(SentenceCases))]
    public void Sentences(SpecCase spec)
    {
        var segmentation = SegmenterModel.Segmenter.Segment(spec.Body.Replace("¶ ", string.Empty, StringComparison.Ordinal));

        var sentences = segmentation.Sentences.Select(range => segmentation.SpanOf(range).Of(segmentation.Text).ToString());

        Assert.Equal(spec.Body, string.Join(" ¶ ", sentences));
    }

    [Theory]
    [MemberData(nameof(LayoutCases))]
    public void Layout(SpecCase spec)
    {
        var parts = (spec.Body + "\n").Split("\n---\n");
        var segmentation = SegmenterModel.Segmenter.Segment(parts[0]);

        var paragraphs = segmentation.Paragraphs.Select(paragraph =>
            $"{paragraph.Kind}: {paragraph.Span.Of(parts[0]).ToString().Replace('\n', '⏎')}\n");

        Assert.Equal(parts[1], string.Concat(paragraphs));
    }

    [Theory]
    [MemberData(nameof(QuotationCases))]
    public void Quotations(SpecCase spec)
    {
        string[] signs = ["⟦", "⟧✗", "⟧", "⤵", "⤴"];
        var text = signs.Aggregate(spec.Body, (body, sign) => body.Replace(sign, string.Empty, StringComparison.Ordinal));
        var segmentation = SegmenterModel.Segmenter.Segment(text);

        Assert.Equal(spec.Body, WithSigns(segmentation));
    }

    /// <summary>The text with signs where quotations start and end.</summary>
    private static string WithSigns(Segmentation segmentation)
    {
        var signs = new List<(int Position, int Order, string Sign)>();
        foreach (var quotation in segmentation.Quotations)
        {
            for (var part = 0; part < quotation.Parts.Length; part++)
            {
                var isLast = part == quotation.Parts.Length - 1;
                signs.Add((quotation.Parts[part].Start, quotation.Depth + 100, part == 0 ? "⟦" : "⤴"));
                signs.Add((quotation.Parts[part].End, -quotation.Depth, !isLast ? "⤵" : quotation.IsClosed ? "⟧" : "⟧✗"));
            }
        }

        var written = new StringBuilder(segmentation.Text);
        foreach (var (position, _, sign) in signs.OrderByDescending(sign => sign.Position).ThenByDescending(sign => sign.Order))
        {
            written.Insert(position, sign);
        }

        return written.ToString();
    }
}
