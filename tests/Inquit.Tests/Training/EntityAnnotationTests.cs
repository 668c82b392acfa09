using Inquit.Linguistics;
using Inquit.Training.Coreference;
using Inquit.Training.Corpora;
using Xunit;

namespace Inquit.Tests.Training;

/// <summary>Mentions are read out of the last column of a treebank.</summary>
public class EntityAnnotationTests
{
    [Fact]
    public void Nested_single_and_parted_mentions_are_read()
    {
        var mentions = EntityAnnotation.Read(Document(
            "1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(1-person-new-cf1-2-coref",
            "2\tmayor\tmayor\tNOUN\tNN\t_\t5\tnsubj\t_\t_",
            "3\tof\tof\tADP\tIN\t_\t4\tcase\t_\t_",
            "4\tNorby\tNorby\tPROPN\tNNP\t_\t2\tnmod\t_\tEntity=(2-place-new-cf2-1-sgl)1)|SpaceAfter=No",
            "5\tspoke\tspeak\tVERB\tVBD\t_\t0\troot\t_\tX=1|Entity=(3[1/2]-event-new-cf1-1-sgl)",
            "6\thimself\thimself\tPRON\tPRP\t_\t5\tobj\t_\tEntity=(1-person-giv-cf1-1-coref)"));
        Assert.Equal(
            ["2 place [3,4) head 3", "1 person [0,4) head 1", "3 event [4,5) head 4", "1 person [5,6) head 5"],
            mentions.Select(mention => $"{mention.Chain} {mention.Type} {mention.Words.ToString()[1..]} head {mention.Head}"));
    }

    [Fact]
    public void A_mention_that_did_not_start_is_named()
    {
        var broken = Document("1\tSo\tso\tADV\tRB\t_\t0\troot\t_\tEntity=7)");
        Assert.Equal("d, word 1: mention 7 ends, but did not start.", Assert.Throws<FormatException>(() => EntityAnnotation.Read(broken)).Message);
    }

    private static TreebankDocument Document(params string[] lines)
    {
        using var reader = new StringReader("# newdoc id = d\n" + string.Join('\n', lines) + "\n\n");
        return Treebank.Documents(Conllu.Read(reader)).Single();
    }
}
