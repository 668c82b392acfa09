using System.Collections.Immutable;
using System.Text.Json;
using Inquit.App;
using Inquit.App.Formats;
using Inquit.Linguistics;
using Inquit.Meaning;
using Inquit.Text;
using Xunit;

namespace Inquit.Tests;

/// <summary>What must be true of the analysis of any text, and of every format it is written in.</summary>
internal static class AnalysisRules
{
    public static void Check(Analysis analysis)
    {
        CheckSegmentation(analysis.Segmentation, analysis.Article.BodyStart);
        CheckSyntax(analysis.Segmentation, analysis.Syntax);
        CheckEntities(analysis);
        CheckStatements(analysis);
        CheckTimes(analysis);
        CheckFormats(analysis);
    }

    private static void CheckSegmentation(Segmentation text, int bodyStart)
    {
        var end = bodyStart;
        foreach (var token in text.Tokens)
        {
            Assert.InRange(token.Start, end, text.Text.Length);
            Assert.InRange(token.End, token.Start + 1, text.Text.Length);
            end = token.End;
        }

        CheckCover(text.Sentences, text.Tokens.Length);
        CheckCover(text.Paragraphs.Select(paragraph => paragraph.Tokens), text.Tokens.Length);
        CheckCover(text.Paragraphs.Select(paragraph => new TokenRange(paragraph.Sentences.Start, paragraph.Sentences.End)), text.Sentences.Length);
        foreach (var part in text.Quotations.SelectMany(quotation => quotation.Parts))
        {
            Assert.InRange(part.End, part.Start + 1, text.Text.Length);
        }
    }

    private static void CheckCover(IEnumerable<TokenRange> ranges, int length)
    {
        var end = 0;
        foreach (var range in ranges)
        {
            Assert.Equal(end, range.Start);
            end = range.End;
        }

        Assert.Equal(length, end);
    }

    private static void CheckSyntax(Segmentation text, Syntax syntax)
    {
        var count = text.Tokens.Length;
        Assert.Equal((count, count, count, count, count), (syntax.Upos.Length, syntax.Xpos.Length, syntax.Lemmas.Length, syntax.Heads.Length, syntax.Relations.Length));
        foreach (var sentence in text.Sentences)
        {
            var roots = 0;
            for (var token = sentence.Start; token < sentence.End; token++)
            {
                var steps = 0;
                for (var at = token; syntax.Heads[at] >= 0; at = syntax.Heads[at])
                {
                    Assert.True(sentence.Contains(syntax.Heads[at]), "A head stands outside its sentence.");
                    Assert.True(++steps < sentence.Length, "The heads go in a circle.");
                }

                roots += syntax.Heads[token] < 0 ? 1 : 0;
            }

            Assert.Equal(Math.Min(1, sentence.Length), roots);
        }
    }

    private static void CheckEntities(Analysis analysis)
    {
        var end = 0;
        foreach (var entity in analysis.Entities)
        {
            Assert.InRange(entity.Tokens.Start, end, analysis.Segmentation.Tokens.Length);
            Assert.InRange(entity.Tokens.End, entity.Tokens.Start + 1, analysis.Segmentation.Tokens.Length);
            end = entity.Tokens.End;
        }
    }

    private static void CheckStatements(Analysis analysis)
    {
        for (var i = 0; i < analysis.Statements.Length; i++)
        {
            var statement = analysis.Statements[i];
            Assert.Equal(i, statement.Index);
            Assert.InRange(statement.Confidence, 0, 1);
            Assert.InRange(statement.Cue.Length, 0, 1);
            Assert.NotEmpty(statement.Content);
            Assert.False(statement.Within == i);
            Assert.InRange(statement.Within ?? 0, 0, analysis.Statements.Length - 1);
            CheckSpans(statement.Source, analysis.Article);
            CheckSpans(statement.Cue, analysis.Article);
            CheckSpans(statement.Content, analysis.Article);
            CheckSpans(statement.Addressee, analysis.Article);
            CheckSpans(statement.Medium, analysis.Article);
            CheckSpans(statement.Place, analysis.Article);
        }
    }

    private static void CheckTimes(Analysis analysis)
    {
        CheckSpans([.. analysis.Times.Select(time => time.Span)], analysis.Article);
        Assert.All(analysis.Times, time => Assert.NotEqual(string.Empty, time.Value));
        foreach (var said in analysis.Statements.Select(statement => statement.Said).OfType<StatementTime>())
        {
            Assert.Equal(said.Basis == TimeBasis.Text, said.Span is not null);
            Assert.True(said.Span is not { } span || analysis.Times.Any(time => time.Span == span && (said.Value is null || time.Value == said.Value)));
        }
    }

    private static void CheckSpans(ImmutableArray<TextSpan> spans, Article article)
    {
        var end = article.BodyStart;
        foreach (var span in spans)
        {
            Assert.InRange(span.Start, end, article.Text.Length);
            Assert.InRange(span.End, span.Start + 1, article.Text.Length);
            end = span.End;
        }
    }

    private static void CheckFormats(Analysis analysis)
    {
        using var json = JsonDocument.Parse(new JsonLinesFormat(Stream.Null).Render(analysis));
        Assert.Equal(analysis.Statements.Length, json.RootElement.GetProperty("statements").GetArrayLength());

        var brat = System.Text.Encoding.UTF8.GetString(new BratFormat(".", includeNested: true).Render(analysis).Span);
        Assert.All(brat.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(@"^([TE#]\d+\t)", line));

        var table = new TableFormat(new Terminal(Stream.Null, Stream.Null, TextWriter.Null, HasColor: false, 100)).Render(analysis);
        Assert.NotEqual(0, table.Length);

        using var conllu = new StreamReader(new MemoryStream(new ConlluFormat(Stream.Null).Render(analysis).ToArray()));
        Assert.Equal(analysis.Segmentation.Sentences.Count(sentence => sentence.Length > 0), Conllu.Read(conllu).Count());
    }
}
