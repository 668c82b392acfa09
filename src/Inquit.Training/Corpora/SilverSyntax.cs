using System.Collections.Immutable;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Training.Corpora;

/// <summary>Turns CoreNLP's layer into the engine's own values, its Stanford/UD v1 relations into UD v2 as far as a table can.</summary>
public static class SilverSyntax
{
    /// <summary>The article as the engine would see it if its own tagger and parser had agreed with CoreNLP.</summary>
    public static (Segmentation Segmentation, Syntax Syntax, ImmutableArray<EntityMention> Entities) Of(SilverArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var tokens = ImmutableArray.CreateBuilder<TextSpan>();
        var sentences = ImmutableArray.CreateBuilder<TokenRange>();
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        List<UniversalPos> upos = [];
        List<string> xpos = [], lemmas = [], relations = [];
        List<int> heads = [];
        var firstSentence = 0;
        foreach (var sentence in article.Sentences)
        {
            var start = tokens.Count;
            var startsParagraph = start > 0 && article.Text.AsSpan(tokens[^1].End..Math.Max(tokens[^1].End, sentence[0].Span.Start)).Contains('\n');
            if (startsParagraph)
            {
                AddParagraph();
            }

            foreach (var token in sentence)
            {
                var index = tokens.Count;
                tokens.Add(token.Span);
                heads.Add(token.Head < 0 ? -1 : start + token.Head);
                xpos.Add(token.Xpos);
                lemmas.Add(token.Lemma);
                upos.Add(UposOf(token));
                relations.Add(token.Head < 0 ? "root" : RelationOf(token, sentence[token.Head]));
            }

            sentences.Add(new TokenRange(start, tokens.Count));
        }

        AddParagraph();
        var segmentation = new Segmentation(article.Text, tokens.ToImmutable(), sentences.ToImmutable(), paragraphs.ToImmutable(), Quote(article.Text, tokens, paragraphs));
        var syntax = new Syntax([.. upos], [.. xpos], [.. lemmas], [.. heads], [.. relations]);
        return (segmentation, syntax, EntitiesOf(article, segmentation));

        void AddParagraph()
        {
            if (sentences.Count > firstSentence)
            {
                var range = new TokenRange(sentences[firstSentence].Start, sentences[^1].End);
                paragraphs.Add(new Paragraph(new TextSpan(tokens[range.Start].Start, tokens[range.End - 1].End), ParagraphKind.Body, range, (firstSentence, sentences.Count)));
                firstSentence = sentences.Count;
            }
        }
    }

    private static ImmutableArray<EntityMention> EntitiesOf(SilverArticle article, Segmentation segmentation)
    {
        var mentions = ImmutableArray.CreateBuilder<EntityMention>();
        var token = 0;
        foreach (var (span, type) in article.Names())
        {
            while (segmentation.Tokens[token].Start < span.Start)
            {
                token++;
            }

            var end = token;
            while (end < segmentation.Tokens.Length && segmentation.Tokens[end].End <= span.End)
            {
                end++;
            }

            mentions.Add(new EntityMention(new TokenRange(token, end), type));
        }

        return mentions.ToImmutable();
    }

    /// <summary>Pairs double marks inside each paragraph: curly ones by their shape, straight ones in turn.</summary>
    private static ImmutableArray<Quotation> Quote(string text, ImmutableArray<TextSpan>.Builder tokens, ImmutableArray<Paragraph>.Builder paragraphs)
    {
        var quotations = ImmutableArray.CreateBuilder<Quotation>();
        foreach (var paragraph in paragraphs)
        {
            var open = -1;
            for (var token = paragraph.Tokens.Start; token < paragraph.Tokens.End; token++)
            {
                var form = tokens[token].Of(text);
                if (open < 0 && form is "“" or "\"" or "''" or "``")
                {
                    open = tokens[token].Start;
                }
                else if (open >= 0 && form is "”" or "\"" or "''")
                {
                    quotations.Add(new Quotation([new TextSpan(open, tokens[token].End)], true, 0));
                    open = -1;
                }
            }

            if (open >= 0)
            {
                quotations.Add(new Quotation([new TextSpan(open, tokens[paragraph.Tokens.End - 1].End)], false, 0));
            }
        }

        return quotations.ToImmutable();
    }

    private static UniversalPos UposOf(SilverToken token) => token.Xpos switch
    {
        _ when token.Relation is "aux" or "auxpass" or "cop" => UniversalPos.AUX,
        "NN" or "NNS" => UniversalPos.NOUN,
        "NNP" or "NNPS" => UniversalPos.PROPN,
        "JJ" or "JJR" or "JJS" => UniversalPos.ADJ,
        "RB" or "RBR" or "RBS" or "WRB" => token.Lemma is "not" or "n't" ? UniversalPos.PART : UniversalPos.ADV,
        "IN" => token.Relation == "mark" ? UniversalPos.SCONJ : UniversalPos.ADP,
        "TO" => token.Relation is "mark" or "aux" ? UniversalPos.PART : UniversalPos.ADP,
        "DT" or "PDT" or "WDT" => token.Relation is "nsubj" or "dobj" ? UniversalPos.PRON : UniversalPos.DET,
        "PRP" or "PRP$" or "WP" or "WP$" or "EX" => UniversalPos.PRON,
        "CC" => UniversalPos.CCONJ,
        "CD" => UniversalPos.NUM,
        "RP" => UniversalPos.ADP,
        "POS" => UniversalPos.PART,
        "MD" => UniversalPos.AUX,
        "UH" => UniversalPos.INTJ,
        "SYM" or "$" => UniversalPos.SYM,
        _ when token.Xpos.StartsWith("VB", StringComparison.Ordinal) => UniversalPos.VERB,
        _ when !char.IsLetterOrDigit(token.Xpos[0]) => UniversalPos.PUNCT,
        _ => UniversalPos.X,
    };

    private static string RelationOf(SilverToken token, SilverToken head)
    {
        var isUnderPredicate = head.Xpos.StartsWith("VB", StringComparison.Ordinal) || head.Xpos.StartsWith("JJ", StringComparison.Ordinal);
        return token.Relation switch
        {
            "nsubjpass" => "nsubj:pass",
            "csubjpass" => "csubj:pass",
            "auxpass" => "aux:pass",
            "dobj" => "obj",
            "neg" => "advmod",
            "mwe" => "fixed",
            "nmod" when isUnderPredicate => "obl",
            "nmod:tmod" or "nmod:npmod" => "obl:unmarked",
            "compound" when token.Xpos == "NNP" && head.Xpos == "NNP" => "flat",
            "acl:relcl" when head.Xpos.StartsWith("NN", StringComparison.Ordinal) => "acl:relcl",
            _ => token.Relation,
        };
    }
}
