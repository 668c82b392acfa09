using System.Globalization;
using System.Text;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.App.Formats;

/// <summary>The engine's sentences, tokens, tags and trees as CoNLL-U.</summary>
internal sealed class ConlluFormat(Stream output) : IAnalysisFormat
{
    /// <summary>A word's line: its ID, FORM and MISC as given, the rest as predicted.</summary>
    /// <param name="given">The ten columns of which ID, FORM and MISC are kept.</param>
    /// <param name="syntax">The prediction.</param>
    /// <param name="token">The word's index in it.</param>
    /// <param name="start">The index of the first word of its sentence.</param>
    public static ConlluLine Word(string[] given, Syntax syntax, int token, int start) => new(
    [
        given[0],
        given[1],
        syntax.Lemmas[token],
        syntax.Upos[token].ToString(),
        syntax.Xpos[token],
        "_",
        (syntax.Heads[token] < 0 ? 0 : syntax.Heads[token] - start + 1).ToString(CultureInfo.InvariantCulture),
        syntax.Relations[token],
        "_",
        given[9],
    ]);

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Render(Analysis analysis)
    {
        using var page = new StringWriter(CultureInfo.InvariantCulture);
        var text = analysis.Segmentation;
        for (var paragraph = 0; paragraph < text.Paragraphs.Length; paragraph++)
        {
            var (start, end) = text.Paragraphs[paragraph].Sentences;
            for (var sentence = start; sentence < end; sentence++)
            {
                List<string> comments = [];
                if (paragraph == 0 && sentence == start)
                {
                    comments.Add($"# newdoc id = {Field(analysis.Article.Document)}");
                }

                if (sentence == start)
                {
                    comments.Add("# newpar");
                }

                comments.Add(string.Create(CultureInfo.InvariantCulture, $"# sent_id = {Field(analysis.Article.Document)}-{sentence + 1}"));
                comments.Add($"# text = {Field(text.SpanOf(text.Sentences[sentence]).Of(text.Text))}");
                Conllu.Write(page, new ConlluSentence(comments, Words(text, analysis.Syntax, text.Sentences[sentence])));
            }
        }

        return Encoding.UTF8.GetBytes(page.ToString());
    }

    /// <inheritdoc/>
    public string? Write(Article article, ReadOnlyMemory<byte> rendered)
    {
        output.Write(rendered.Span);
        return null;
    }

    private static ConlluLine[] Words(Segmentation text, Syntax syntax, TokenRange sentence)
    {
        var lines = new ConlluLine[sentence.Length];
        for (var token = sentence.Start; token < sentence.End; token++)
        {
            var touches = token + 1 < text.Tokens.Length && text.Tokens[token].End == text.Tokens[token + 1].Start;
            var id = (token - sentence.Start + 1).ToString(CultureInfo.InvariantCulture);
            string[] given = [id, Field(text.Form(token)), "_", "_", "_", "_", "_", "_", "_", touches ? "SpaceAfter=No" : "_"];
            lines[token - sentence.Start] = Word(given, syntax, token, sentence.Start);
        }

        return lines;
    }

    /// <summary>Words that may stand in one column: line breaks and tabs become spaces; nothing at all, an underscore.</summary>
    private static string Field(ReadOnlySpan<char> words)
    {
        var field = new StringBuilder(words.Length);
        foreach (var unit in words)
        {
            field.Append(char.IsControl(unit) || unit is '\u2028' or '\u2029' ? ' ' : unit);
        }

        return field.Length == 0 ? "_" : field.ToString();
    }
}
