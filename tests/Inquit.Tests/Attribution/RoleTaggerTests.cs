using CsCheck;
using Inquit.Attribution;
using Inquit.Learning;
using Inquit.Text;
using Xunit;

namespace Inquit.Tests.Attribution;

/// <summary>What the role tagger is made of: labels, windows, word pieces.</summary>
public class RoleTaggerTests
{
    private static readonly string[] Vocabulary = ["[UNK]", "bridge", "bri", "##dge", "##s", "'", "re", "##open", "cafe", "$", "5"];

    [Fact]
    public void Labels_spell_the_spans_that_were_written()
    {
        var labels = new byte[8];
        RoleSpan[] spans = [new(Role.Source, new(0, 2)), new(Role.Cue, new(2, 3)), new(Role.Content, new(4, 6)), new(Role.Content, new(6, 8))];
        foreach (var span in spans)
        {
            RoleLabels.Write(labels, span);
        }

        Assert.Equal([1, 2, 3, 0, 5, 6, 5, 6], labels);
        Assert.Equal(spans, RoleLabels.Spans(labels));
    }

    [Fact]
    public void What_a_span_leaves_of_another_starts_anew()
    {
        var labels = new byte[5];
        RoleLabels.Write(labels, new RoleSpan(Role.Content, new(0, 5)));
        RoleLabels.Write(labels, new RoleSpan(Role.Cue, new(1, 3)));
        RoleLabels.Repair(labels);
        Assert.Equal([5, 3, 4, 5, 6], labels);
    }

    [Fact]
    public void Any_labels_can_be_repaired_and_read() => Gen.Byte[0, RoleLabels.Count - 1].Array[0, 30].Sample(labels =>
    {
        RoleLabels.Repair(labels);
        for (var i = 0; i < labels.Length; i++)
        {
            Assert.True(RoleLabels.CanFollow(i == 0 ? -1 : labels[i - 1], labels[i]));
        }

        Assert.Equal(labels.Count(label => label > 0), RoleLabels.Spans(labels).Sum(span => span.Tokens.Length));
    });

    [Fact]
    public void Windows_hold_each_token_once_and_none_is_too_long() =>
        Gen.Int[1, 400].Array[0, 8].Array[0, 12].Sample(paragraphs =>
        {
            var segmentation = Segmented(paragraphs);
            var windows = RoleWindows.Of(segmentation);
            var at = 0;
            foreach (var window in windows)
            {
                Assert.Equal(at, window.Start);
                Assert.InRange(window.Length, 1, RoleWindows.Longest);
                at = window.End;
            }

            Assert.Equal(segmentation.Tokens.Length, at);
        });

    [Fact]
    public void Windows_are_cut_between_paragraphs_where_these_are_short()
    {
        var windows = RoleWindows.Of(Segmented([[50, 40], [30], [70, 50]]));
        Assert.Equal([new TokenRange(0, 120), new TokenRange(120, 240)], windows);
    }

    [Fact]
    public void A_paragraph_that_is_too_long_is_cut_between_sentences()
    {
        var windows = RoleWindows.Of(Segmented([[100, 20, 100]]));
        Assert.Equal([new TokenRange(0, 120), new TokenRange(120, 220)], windows);
    }

    [Theory]
    [InlineData("bridge", "bridge")]
    [InlineData("Bridges", "bridge ##s")]
    [InlineData("reopen", "re ##open")]
    [InlineData("’re", "' re")]
    [InlineData("Café", "cafe")]
    [InlineData("$5", "$ 5")]
    [InlineData("xyz", "[UNK]")]
    [InlineData("", "[UNK]")]
    public void A_word_is_cut_into_its_longest_pieces(string word, string pieces)
    {
        var cut = new List<int>();
        new WordPieces(Vocabulary).Cut(word, cut);
        Assert.Equal(pieces, string.Join(' ', cut.Select(row => Vocabulary[row])));
    }

    [Fact]
    public void No_word_breaks_the_cutter() => Gen.String.Sample(word =>
    {
        var cut = new List<int>();
        new WordPieces(Vocabulary).Cut(word, cut);
        Assert.InRange(cut.Count, 1, 12);
        Assert.All(cut, row => Assert.InRange(row, 0, Vocabulary.Length - 1));
    });

    [Fact]
    public void A_vocabulary_without_the_unknown_piece_is_refused() =>
        Assert.Contains("[UNK]", Assert.Throws<ModelFormatException>(() => new WordPieces(["a"])).Message, StringComparison.Ordinal);

    /// <summary>A part left out, or one of another size, is named before anything is read.</summary>
    [Theory]
    [InlineData("sizes")]
    [InlineData("pieces")]
    [InlineData("piece.scales")]
    [InlineData("places")]
    [InlineData("feature8")]
    [InlineData("state.values")]
    [InlineData("layer2.down.values")]
    [InlineData("layer0.norm1.weight")]
    [InlineData("label.weight")]
    [InlineData("chain.moves")]
    [InlineData("link.weight")]
    [InlineData("confidence")]
    public void A_model_with_a_part_missing_or_too_short_is_refused(string part)
    {
        TrainedEngine.RequireModels();
        Assert.Contains(part, Assert.Throws<ModelFormatException>(() => new StatementFinder(Without(part, replace: false))).Message, StringComparison.Ordinal);
        Assert.Throws<ModelFormatException>(() => new StatementFinder(Without(part, replace: true)));
    }

    /// <summary>The role model of the repository without a part, or with a shorter one in its place.</summary>
    private static ModelFile Without(string part, bool replace)
    {
        using var stream = File.OpenRead(Path.Join(TrainedEngine.Folder, "roles", "roles.bin"));
        var whole = ModelFile.Read(stream);
        var file = new ModelFile();
        foreach (var name in whole.Names.Where(name => name != part || replace))
        {
            int[] shape = [.. whole.Shape(name)];
            var keep = name == part ? 1 : int.MaxValue;
            switch (name)
            {
                case "sizes":
                    Set(whole.Ints(name), (values, size) => file.SetInts(name, values, size));
                    break;
                case "pieces":
                    file.SetStrings(name, whole.Strings(name)[..Math.Min(keep, shape[0])]);
                    break;
                case var _ when name.EndsWith(".values", StringComparison.Ordinal):
                    Set(whole.SBytes(name), (values, size) => file.SetSBytes(name, values, size));
                    break;
                default:
                    Set(whole.Floats(name), (values, size) => file.SetFloats(name, values, size));
                    break;
            }

            void Set<T>(T[] values, Action<T[], int[]> set) => set(values[..Math.Min(keep, values.Length)], keep == 1 ? [1] : shape);
        }

        return file;
    }

    /// <summary>A text of the letter a, given the tokens of each sentence of each paragraph.</summary>
    private static Segmentation Segmented(int[][] paragraphs)
    {
        var (tokens, sentences, ranges) = (new List<TextSpan>(), new List<TokenRange>(), new List<Paragraph>());
        foreach (var lengths in paragraphs.Where(lengths => lengths.Length > 0))
        {
            var (first, firstSentence) = (tokens.Count, sentences.Count);
            foreach (var length in lengths)
            {
                sentences.Add(new TokenRange(tokens.Count, tokens.Count + length));
                tokens.AddRange(Enumerable.Range(tokens.Count, length).Select(i => new TextSpan(2 * i, (2 * i) + 1)));
            }

            ranges.Add(new Paragraph(new TextSpan(tokens[first].Start, tokens[^1].End), ParagraphKind.Body, new TokenRange(first, tokens.Count), (firstSentence, sentences.Count)));
        }

        return new Segmentation(string.Concat(Enumerable.Repeat("a ", tokens.Count)), [.. tokens], [.. sentences], [.. ranges], []);
    }
}
