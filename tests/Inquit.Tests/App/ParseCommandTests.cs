using Xunit;

namespace Inquit.Tests;

public sealed class ParseCommandTests : IDisposable
{
    private const string Given = """
        # sent_id = 1
        # text = Don't go.
        1-2	Don't	_	_	_	_	_	_	_	_
        1	Do	do	AUX	VB	Mood=Imp	3	aux	3:aux	_
        2	n't	not	PART	RB	_	3	advmod	3:advmod	Gloss=x
        2.1	you	you	PRON	PRP	Case=Nom	_	_	3:nsubj	_
        3	go	go	VERB	VB	_	0	root	0:root	SpaceAfter=No
        4	.	.	PUNCT	.	_	3	punct	3:punct	_

        1	Yes	yes	INTJ	UH	_	0	root	0:root	_


        """;

    private const string Parsed = """
        # sent_id = 1
        # text = Don't go.
        1-2	Don't	_	_	_	_	_	_	_	_
        1	Do	do	NOUN	NN	_	0	root	_	_
        2	n't	n't	NOUN	NN	_	1	dep	_	Gloss=x
        2.1	you	_	_	_	_	_	_	_	_
        3	go	go	NOUN	NN	_	2	dep	_	SpaceAfter=No
        4	.	.	NOUN	NN	_	3	dep	_	_

        1	Yes	yes	NOUN	NN	_	0	root	_	_


        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Given_sentences_are_parsed_anew()
    {
        var run = CommandRun.Of(["parse", "--conllu", folder.Write("a.conllu", Given.ReplaceLineEndings("\n"))]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(Parsed.ReplaceLineEndings("\n"), run.Output);
    }

    [Fact]
    public void More_sentences_than_are_parsed_at_once_keep_their_heads()
    {
        var many = string.Concat(Enumerable.Repeat("1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n2\tb\t_\t_\t_\t_\t_\t_\t_\t_\n\n", 1000));
        var run = CommandRun.Of(["parse", "--conllu", "-"], input: System.Text.Encoding.UTF8.GetBytes(many));
        Assert.Equal(string.Concat(Enumerable.Repeat("1\ta\ta\tNOUN\tNN\t_\t0\troot\t_\t_\n2\tb\tb\tNOUN\tNN\t_\t1\tdep\t_\t_\n\n", 1000)), run.Output);
    }

    [Fact]
    public void A_packed_file_is_unpacked()
    {
        var run = CommandRun.Of(["parse", "--conllu", folder.WriteGzip("a.conllu.gz", System.Text.Encoding.UTF8.GetBytes(Given.ReplaceLineEndings("\n")))]);
        Assert.Equal(Parsed.ReplaceLineEndings("\n"), run.Output);
    }

    [Fact]
    public void What_is_not_CoNLLU_is_named_and_the_rest_is_done()
    {
        var bad = folder.Write("bad.conllu", "1\ta\n");
        var run = CommandRun.Of(["parse", "--conllu", bad, folder.PathOf("missing.conllu"), folder.Write("a.conllu", Given.ReplaceLineEndings("\n"))]);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(Parsed.ReplaceLineEndings("\n"), run.Output);
        Assert.Equal(
            $"inquit: {bad}: This is not CoNLL-U that can be parsed: Line 1 has 2 columns where CoNLL-U has 10, separated by tabs. Mend the file; sentences before it were done.\n"
            + $"inquit: {folder.PathOf("missing.conllu")}: There is no such file or folder. Check the name.\n",
            run.Error);
    }

    [Fact]
    public void Sentences_before_a_bad_one_are_done()
    {
        var bad = folder.Write("bad.conllu", Given.ReplaceLineEndings("\n") + "1\ta\n");
        var run = CommandRun.Of(["parse", "--conllu", bad]);
        Assert.Equal((1, Parsed.ReplaceLineEndings("\n")), (run.ExitCode, run.Output));
    }

    [Fact]
    public void A_sentence_that_is_too_long_is_named()
    {
        var words = string.Concat(Enumerable.Range(1, 2001).Select(id => $"{id}\ta\t_\t_\t_\t_\t_\t_\t_\t_\n"));
        var file = folder.Write("long.conllu", $"# sent_id = x7\n{words}\n");
        var run = CommandRun.Of(["parse", "--conllu", file]);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"inquit: {file}: This is not CoNLL-U that can be parsed: Sentence 'x7' has 2001 words; ", run.Error);
    }

    [Fact]
    public void A_text_is_cut_and_parsed()
    {
        var run = CommandRun.Of(["parse", folder.Write("a.txt", "It rained.")]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            "# newdoc id = a\n# newpar\n# sent_id = a-1\n# text = It rained.\n"
            + "1\tIt\tit\tNOUN\tNN\t_\t0\troot\t_\t_\n2\trained\trained\tNOUN\tNN\t_\t1\tdep\t_\tSpaceAfter=No\n3\t.\t.\tNOUN\tNN\t_\t1\tdep\t_\t_\n\n",
            run.Output);
    }
}
