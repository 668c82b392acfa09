using System.Collections.Immutable;
using CsCheck;
using Inquit.Actors;
using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;
using Xunit;

namespace Inquit.Tests.Attribution;

/// <summary>What holds for every segmentation and every tree, sensible or not.</summary>
public class StatementFinderProperties
{
    /// <summary>Values of a state of the language network.</summary>
    private const int StateWidth = 256;

    private static readonly string[] Words =
        ["said", "Lee", "told", "the", "plan", "that", "to", "according", "by", "it", "seems", "support", "for", ",", ".", ":", "“", "”", "-", "call", "office", "not", "view", "in", "2022"];

    private static readonly string[] Relations =
        ["nsubj", "nsubj:pass", "obj", "ccomp", "xcomp", "obl", "obl:agent", "advcl", "acl", "acl:relcl", "parataxis", "conj", "case", "mark", "punct", "aux", "aux:pass", "advmod", "appos", "flat", "nmod", "nmod:poss", "cop", "expl", "det", "dep"];

    private static readonly string[] Tags = ["VBD", "VBG", "NN", "NNP", "TO", "IN", "RB", "JJ", ",", "MD"];

    /// <summary>Random words in random trees: sentences of 1 to 8 tokens, two sentences a paragraph, quotations anywhere.</summary>
    private static readonly Gen<(Segmentation Segmentation, Syntax Syntax, ImmutableArray<EntityMention> Entities)> Parsed =
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, int.MaxValue]).Select((count, seed) => Create(count, new Random(seed)));

    [Fact]
    public void Spans_lie_in_the_text_in_order_and_nothing_is_thrown() => Parsed.Sample(parsed =>
    {
        var statements = Find(parsed.Segmentation, parsed.Syntax, parsed.Entities);
        for (var i = 0; i < statements.Length; i++)
        {
            var statement = statements[i];
            Assert.Equal(i, statement.Index);
            Assert.InRange(statement.Confidence, 0, 1);
            Assert.NotEmpty(statement.Content);
            Assert.True(statement.Cue.Length <= 1);
            foreach (var spans in (ImmutableArray<TextSpan>[])[statement.Source, statement.Cue, statement.Content, statement.Addressee, statement.Medium, statement.Place])
            {
                var end = 0;
                foreach (var span in spans)
                {
                    Assert.False(span.IsEmpty);
                    Assert.True(span.Start >= end && span.End <= parsed.Segmentation.Text.Length);
                    end = span.End;
                }
            }
        }
    }, iter: 1000);

    [Fact]
    public void Cue_and_content_of_a_statement_share_no_character() => Parsed.Sample(parsed =>
    {
        foreach (var statement in Find(parsed.Segmentation, parsed.Syntax, parsed.Entities))
        {
            Assert.DoesNotContain(statement.Content, content => statement.Cue.Any(content.Overlaps));
            Assert.DoesNotContain(statement.Content, content => statement.Source.Any(content.Overlaps));
        }
    }, iter: 1000);

    [Fact]
    public void No_statement_is_within_itself() => Parsed.Sample(parsed =>
    {
        var statements = Find(parsed.Segmentation, parsed.Syntax, parsed.Entities);
        foreach (var statement in statements)
        {
            var steps = 0;
            for (var holder = statement.Within; holder is { } index; holder = statements[index].Within)
            {
                Assert.True(++steps <= statements.Length);
            }
        }
    }, iter: 1000);

    [Fact]
    public void The_random_texts_do_hold_statements_and_names()
    {
        var (statements, names) = (0, 0);
        for (var seed = 0; seed < 300; seed++)
        {
            var parsed = Create(40, new Random(seed));
            var found = Find(parsed.Segmentation, parsed.Syntax, parsed.Entities);
            statements += found.Length;
            names += Resolve(parsed.Segmentation, parsed.Syntax, parsed.Entities, found).Count(statement => statement.Speaker.Name is not null);
        }

        Assert.True(statements > 200 && names > 5, $"{statements} statements, {names} names");
    }

    [Fact]
    public void Naming_speakers_changes_nothing_else_and_names_stand_in_the_text() => Parsed.Sample(parsed =>
    {
        var statements = Find(parsed.Segmentation, parsed.Syntax, parsed.Entities);
        var named = Resolve(parsed.Segmentation, parsed.Syntax, parsed.Entities, statements);
        Assert.Equal(statements, named.Select(statement => statement with { Speaker = Speaker.Unresolved }));
        foreach (var speaker in named.Select(statement => statement.Speaker).SelectMany(speaker => speaker.Members.Append(speaker)))
        {
            if (speaker is { Name: { } name, Members: [], ResolvedBy: not (SpeakerResolution.Metonym or SpeakerResolution.Publication) } && speaker.Type != SpeakerType.State)
            {
                Assert.Contains(name, parsed.Segmentation.Text, StringComparison.Ordinal);
            }
        }
    }, iter: 1000);

    private static ImmutableArray<Statement> Resolve(Segmentation segmentation, Syntax syntax, ImmutableArray<EntityMention> entities, ImmutableArray<Statement> statements)
    {
        var text = new ParsedText(segmentation, syntax, entities);
        return SpeakerResolver.Resolve(new Article(segmentation.Text), text, Discourse.Read(text, statements), statements);
    }

    private static ImmutableArray<Statement> Find(Segmentation segmentation, Syntax syntax, ImmutableArray<EntityMention> entities) =>
        TrainedEngine.Finder.Find(segmentation, new LanguageAnalysis(syntax, entities) { States = new TokenStates(segmentation.Tokens.Length, StateWidth) });

    private static (Segmentation Segmentation, Syntax Syntax, ImmutableArray<EntityMention> Entities) Create(int count, Random random)
    {
        var words = Enumerable.Range(0, count).Select(_ => Words[random.Next(Words.Length)]).ToArray();
        var tokens = ImmutableArray.CreateBuilder<TextSpan>();
        var position = 0;
        foreach (var word in words)
        {
            tokens.Add(new TextSpan(position, position + word.Length));
            position += word.Length + 1;
        }

        var sentences = ImmutableArray.CreateBuilder<TokenRange>();
        var heads = new int[count];
        for (var start = 0; start < count;)
        {
            var end = Math.Min(count, start + random.Next(1, 9));
            var order = Enumerable.Range(start, end - start).OrderBy(_ => random.Next()).ToArray();
            for (var i = 0; i < order.Length; i++)
            {
                heads[order[i]] = i == 0 ? -1 : order[random.Next(i)];
            }

            sentences.Add(new TokenRange(start, end));
            start = end;
        }

        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        for (var first = 0; first < sentences.Count; first += 2)
        {
            var last = Math.Min(sentences.Count, first + 2);
            var range = new TokenRange(sentences[first].Start, sentences[last - 1].End);
            paragraphs.Add(new Paragraph(new TextSpan(tokens[range.Start].Start, tokens[range.End - 1].End), ParagraphKind.Body, range, (first, last)));
        }

        var quotations = ImmutableArray.CreateBuilder<Quotation>();
        var entities = ImmutableArray.CreateBuilder<EntityMention>();
        for (var token = random.Next(6); token < count;)
        {
            var end = Math.Min(count, token + random.Next(1, 7));
            quotations.Add(new Quotation([new TextSpan(tokens[token].Start, tokens[end - 1].End)], random.Next(2) == 0, 0));
            entities.Add(new EntityMention(new TokenRange(token, Math.Min(count, token + 2)), (EntityType)random.Next(3)));
            token = end + 1 + random.Next(6);
        }

        var segmentation = new Segmentation(string.Join(' ', words), tokens.ToImmutable(), sentences.ToImmutable(), paragraphs.ToImmutable(), quotations.ToImmutable());
        var syntax = new Syntax(
            [.. words.Select(word => random.Next(4) == 0 ? (UniversalPos)random.Next(17) : LikelyPos(word))],
            [.. Enumerable.Range(0, count).Select(_ => Tags[random.Next(Tags.Length)])],
            [.. words.Select(word => word == "said" ? "say" : word)],
            [.. heads],
            [.. heads.Select(head => head < 0 ? "root" : Relations[random.Next(Relations.Length)])]);
        return (segmentation, syntax, entities.ToImmutable());
    }

    private static UniversalPos LikelyPos(string word) => word switch
    {
        "said" or "told" or "seems" or "support" or "call" or "according" => UniversalPos.VERB,
        "Lee" => UniversalPos.PROPN,
        "plan" or "office" or "view" => UniversalPos.NOUN,
        "," or "." or ":" or "“" or "”" or "-" => UniversalPos.PUNCT,
        _ => UniversalPos.ADP,
    };
}
