using System.Collections.Immutable;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>
/// An article's segmentation, trees and names behind the questions that the finders ask: what stands under a token, in which
/// sentence and quotation it is, which dependent has a relation. Built once an article.
/// </summary>
internal sealed class ParsedText
{
    /// <summary>How far up a tree is looked for an ancestor; deeper ones are no sentences.</summary>
    private const int MaxDepth = 64;

    private readonly int[] first;
    private readonly int[] last;
    private readonly int[] sentenceOf;
    private readonly int[] paragraphOf;
    private readonly int[] quotationOf;
    private readonly int[] entityOf;

    public ParsedText(Segmentation segmentation, Syntax syntax, ImmutableArray<EntityMention> entities)
    {
        Segmentation = segmentation;
        Syntax = syntax;
        Entities = entities;
        Count = segmentation.Tokens.Length;
        sentenceOf = Index(segmentation.Sentences, Count);
        paragraphOf = Index(segmentation.Paragraphs.Select(paragraph => paragraph.Tokens), Count);
        quotationOf = new int[Count];
        Quotations = IndexQuotations(segmentation, quotationOf);
        entityOf = IndexEntities(entities, Count);
        Persons = new PersonNames(segmentation, entities);
        first = new int[Count];
        last = new int[Count];
        MeasureSubtrees();
        PullQuotes = [.. segmentation.Paragraphs.Select(paragraph => Attribution.PullQuotes.Find(this, paragraph)).OfType<PullQuote>()];
    }

    public Segmentation Segmentation { get; }

    public Syntax Syntax { get; }

    /// <summary>The names as the recognizer found them, in text order.</summary>
    public ImmutableArray<EntityMention> Entities { get; }

    /// <summary>How many tokens there are.</summary>
    public int Count { get; }

    /// <summary>The outermost quotations as token ranges, marks included; one that runs over paragraphs is one range.</summary>
    public ImmutableArray<TokenRange> Quotations { get; }

    /// <summary>The names of persons.</summary>
    public PersonNames Persons { get; }

    /// <summary>The paragraphs that are pull quotes.</summary>
    public ImmutableArray<PullQuote> PullQuotes { get; }

    /// <summary>What is quoted in the pull quote that holds the token, or null: nothing attributed there reaches into its signature.</summary>
    public TokenRange? PulledAround(int token)
    {
        foreach (var pulled in PullQuotes)
        {
            if (pulled.Content.Contains(token))
            {
                return pulled.Content;
            }
        }

        return null;
    }

    /// <summary>Index into <see cref="Quotations"/> of the one that holds the token, or -1.</summary>
    public int QuotationOf(int token) => quotationOf[token];

    /// <summary>The sentence that holds the token.</summary>
    public TokenRange SentenceOf(int token) => Segmentation.Sentences[SentenceIndexOf(token)];

    /// <summary>The index of the sentence that holds the token.</summary>
    public int SentenceIndexOf(int token) => sentenceOf[token];

    /// <summary>The index of the paragraph that holds the token.</summary>
    public int ParagraphOf(int token) => paragraphOf[token];

    /// <summary>From the first to the last token under <paramref name="token"/>, itself included; commas and full stops at its edges are not.</summary>
    public TokenRange Extent(int token) => new(first[token], last[token] + 1);

    public int Head(int token) => Syntax.Heads[token];

    public string Relation(int token) => Syntax.Relations[token];

    public UniversalPos Upos(int token) => Syntax.Upos[token];

    public string Lemma(int token) => Syntax.Lemmas[token];

    public ReadOnlySpan<char> Form(int token) => Segmentation.Form(token);

    /// <summary>The characters of the token as a string; an empty one after the text's end.</summary>
    public string Word(int token) => token < Count ? Form(token).ToString() : string.Empty;

    /// <summary>The characters from the first to the last token of a range.</summary>
    public string Words(TokenRange range) => Segmentation.SpanOf(range).Of(Segmentation.Text).ToString();

    /// <summary>The name that holds the token, or null.</summary>
    public EntityMention? EntityAt(int token) => entityOf[token] < 0 ? null : Entities[entityOf[token]];

    /// <summary>The names that share a token with <paramref name="range"/>, in text order.</summary>
    public IEnumerable<EntityMention> EntitiesIn(TokenRange range)
    {
        for (var token = range.Start; token < range.End; token++)
        {
            if (entityOf[token] >= 0 && (token == range.Start || entityOf[token] != entityOf[token - 1]))
            {
                yield return Entities[entityOf[token]];
            }
        }
    }

    /// <summary>Whether the token is this word, whatever its case.</summary>
    public bool Is(int token, string word) => token >= 0 && token < Count && Form(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the token is punctuation; also where the tagger took a lone mark for something else.</summary>
    public bool IsPunctuation(int token) => Upos(token) == UniversalPos.PUNCT || (Form(token).Length == 1 && char.IsPunctuation(Form(token)[0]));

    /// <summary>Whether the token is the 's of a possessive.</summary>
    public bool IsPossessive(int token) => token < Count && Form(token) is "'s" or "’s";

    /// <summary>Whether the token is a dash, or a hyphen that stands for one.</summary>
    public bool IsDash(int token) => Form(token) is "-" or "--" or "–" or "—" or "―";

    /// <summary>Whether the token has this relation, with or without a subtype.</summary>
    public bool Has(int token, string relation) => Matches(Relation(token), relation);

    /// <summary>The first dependent with this relation, with or without a subtype, or -1.</summary>
    public int Dependent(int head, string relation)
    {
        foreach (var dependent in Syntax.Dependents(head))
        {
            if (Matches(Relation(dependent), relation))
            {
                return dependent;
            }
        }

        return -1;
    }

    /// <summary>The first dependent with exactly this relation, or -1.</summary>
    public int ExactDependent(int head, string relation)
    {
        foreach (var dependent in Syntax.Dependents(head))
        {
            if (Relation(dependent) == relation)
            {
                return dependent;
            }
        }

        return -1;
    }

    /// <summary>The preposition or conjunction that marks a phrase or clause: its first <c>case</c> or <c>mark</c>, or -1.</summary>
    public int MarkerOf(int token)
    {
        foreach (var dependent in Syntax.Dependents(token))
        {
            if (dependent < token && Relation(dependent) is "case" or "mark")
            {
                return dependent;
            }
        }

        return -1;
    }

    /// <summary>The first token of a range whose head is outside it.</summary>
    public int HeadOf(TokenRange range)
    {
        for (var token = range.Start; token < range.End; token++)
        {
            if ((Head(token) < 0 || !range.Contains(Head(token))) && !IsPunctuation(token))
            {
                return token;
            }
        }

        return range.Start;
    }

    /// <summary>The tokens that lie in <paramref name="span"/>.</summary>
    public TokenRange TokensOf(TextSpan span)
    {
        var (start, high) = (0, Count);
        while (start < high)
        {
            var middle = (start + high) / 2;
            (start, high) = Segmentation.Tokens[middle].Start < span.Start ? (middle + 1, high) : (start, middle);
        }

        var end = start;
        while (end < Count && Segmentation.Tokens[end].End <= span.End)
        {
            end++;
        }

        return new TokenRange(start, end);
    }

    /// <summary>Whether <paramref name="token"/> stands under <paramref name="ancestor"/> or is it.</summary>
    public bool IsUnder(int token, int ancestor)
    {
        for (var steps = 0; token >= 0 && steps < MaxDepth; steps++)
        {
            if (token == ancestor)
            {
                return true;
            }

            token = Head(token);
        }

        return false;
    }

    private static bool Matches(string relation, string wanted) =>
        relation.StartsWith(wanted, StringComparison.Ordinal) && (relation.Length == wanted.Length || relation[wanted.Length] == ':');

    /// <summary>For each token, which of the ranges holds it.</summary>
    private static int[] Index(IEnumerable<TokenRange> ranges, int count)
    {
        var indexOf = new int[count];
        var index = 0;
        foreach (var range in ranges)
        {
            indexOf.AsSpan(range.Start, range.Length).Fill(index++);
        }

        return indexOf;
    }

    private static int[] IndexEntities(ImmutableArray<EntityMention> entities, int count)
    {
        var entityOf = new int[count];
        Array.Fill(entityOf, -1);
        for (var i = 0; i < entities.Length; i++)
        {
            entityOf.AsSpan(entities[i].Tokens.Start, entities[i].Tokens.Length).Fill(i);
        }

        return entityOf;
    }

    private static ImmutableArray<TokenRange> IndexQuotations(Segmentation segmentation, int[] quotationOf)
    {
        Array.Fill(quotationOf, -1);
        var ranges = ImmutableArray.CreateBuilder<TokenRange>();
        var token = 0;
        foreach (var quotation in segmentation.Quotations)
        {
            if (quotation.Depth > 0)
            {
                continue;
            }

            var span = quotation.Span;
            while (token < quotationOf.Length && segmentation.Tokens[token].Start < span.Start)
            {
                token++;
            }

            var start = token;
            while (token < quotationOf.Length && segmentation.Tokens[token].End <= span.End)
            {
                quotationOf[token++] = ranges.Count;
            }

            if (token > start)
            {
                ranges.Add(new TokenRange(start, token));
            }
        }

        return ranges.ToImmutable();
    }

    /// <summary>A full stop or comma, which the parser may hang on any word; brackets and quotation marks hang where they belong.</summary>
    private bool IsSeparator(int token) => IsDash(token) || Form(token) is "," or "." or ";" or ":" or "?" or "!";

    /// <summary>Carries each token's place up to its ancestors, as far as they do not reach over it already; separators are left out.</summary>
    private void MeasureSubtrees()
    {
        for (var token = 0; token < Count; token++)
        {
            first[token] = token;
            last[token] = token;
        }

        for (var token = 0; token < Count; token++)
        {
            if (IsSeparator(token))
            {
                continue;
            }

            for (var ancestor = Head(token); ancestor >= 0 && (first[ancestor] > token || last[ancestor] < token); ancestor = Head(ancestor))
            {
                first[ancestor] = Math.Min(first[ancestor], token);
                last[ancestor] = Math.Max(last[ancestor], token);
            }
        }
    }
}
