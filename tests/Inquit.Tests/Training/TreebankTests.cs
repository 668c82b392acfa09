using Inquit.Linguistics;
using Inquit.Training.Corpora;
using Xunit;

namespace Inquit.Tests.Training;

public class TreebankTests
{
    private const string TwoParagraphs = """
        # newdoc id = a
        # newpar
        1-2	Don't	_	_	_	_	_	_	_	_
        1	Do	_	_	_	_	_	_	_	_
        2	n't	_	_	_	_	_	_	_	_
        3	go	_	_	_	_	_	_	_	SpaceAfter=No
        4	.	_	_	_	_	_	_	_	_

        1	Stay	_	_	_	_	_	_	_	_
        1.1	here	_	_	_	_	_	_	_	_

        # newpar id = a-2
        1	OK	_	_	_	_	_	_	_	SpaceAfter=No

        # newdoc id = b
        1	End	_	_	_	_	_	_	_	_


        """;

    [Fact]
    public void A_document_is_rebuilt_with_the_places_of_its_words()
    {
        var documents = Treebank.Documents(Conllu.Read(new StringReader(TwoParagraphs))).ToList();

        Assert.Equal(["a", "b"], documents.Select(document => document.Id));
        var first = documents[0];
        Assert.Equal("Don't go. Stay\n\nOK", first.Text);
        Assert.Equal("Do|n't|go|.|Stay|OK", string.Join('|', first.Tokens.Select(token => token.Of(first.Text).ToString())));
        Assert.Equal("#[0,4) #[4,5) #[5,6)", string.Join(' ', first.Sentences));
        Assert.Equal("#[0,5) #[5,6)", string.Join(' ', first.Paragraphs));
        Assert.Equal(3, first.Trees.Length);
    }

    [Theory]
    [InlineData(5, "do n't", "0-2 2-5")]
    [InlineData(2, "de le", "0-1 1-2")]
    [InlineData(3, "a bbbbbbbb c", "0-1 1-2 2-3")]
    public void The_words_of_a_multiword_token_share_its_characters(int length, string forms, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', Treebank.ShareOut(0, length, forms.Split(' ')).Select(span => $"{span.Start}-{span.End}")));

    [Fact]
    public void Every_sentence_of_the_treebanks_stands_in_its_text_as_its_comment_says()
    {
        var data = CorpusData.Folder("ud-english-ewt");
        foreach (var document in Treebank.LoadDocuments(Path.Combine(data, "dev.conllu.gz")))
        {
            for (var i = 0; i < document.Sentences.Length; i++)
            {
                var range = document.Sentences[i];
                var text = document.Text[document.Tokens[range.Start].Start..document.Tokens[range.End - 1].End];
                Assert.Equal(document.Trees[i].Comment("text"), text);
            }
        }
    }
}
