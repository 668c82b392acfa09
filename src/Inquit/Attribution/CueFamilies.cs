using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>
/// What the families of cues see over the trees, quotation marks and lines of a text, and how sure the cue lexicon is of each.
/// </summary>
internal static class CueFamilies
{
    /// <summary>The statements that the families and the lexicon find without the role network.</summary>
    public static Selection Select(ParsedText text, IEnumerable<Proposal> weighed) =>
        Selection.Select(text, weighed.Where(proposal => proposal.Confidence >= Selection.MinConfidence));

    /// <summary>All proposals with their confidence.</summary>
    public static List<Proposal> Weigh(ParsedText text, CueLexicon lexicon) =>
        Propose(text).ConvertAll(proposal => proposal with { Confidence = lexicon.Confidence(text, proposal) });

    /// <summary>All proposals of all families, by sentence, then by paragraph.</summary>
    public static List<Proposal> Propose(ParsedText text)
    {
        var proposals = new List<Proposal>();
        for (var token = 0; token < text.Count; token++)
        {
            switch (text.Upos(token))
            {
                case UniversalPos.VERB when PassiveCues.IsPassive(text, token):
                    PassiveCues.Propose(text, token, proposals);
                    break;
                case UniversalPos.VERB:
                    QuotedSpeech.Propose(text, token, proposals);
                    Incises.Propose(text, token, proposals);
                    VerbCues.Propose(text, token, proposals);
                    PassiveCues.ProposeRaising(text, token, proposals);
                    break;
                case UniversalPos.NOUN:
                    NominalCues.ProposeNoun(text, token, proposals);
                    SourcePhrases.ProposeInView(text, token, proposals);
                    break;
                case UniversalPos.ADJ:
                    NominalCues.ProposeAdjective(text, token, proposals);
                    break;
                default:
                    break;
            }

            SourcePhrases.ProposeAccordingTo(text, token, proposals);
        }

        foreach (var paragraph in text.Segmentation.Paragraphs)
        {
            Layout.ProposeColon(text, paragraph, proposals);
            Layout.ProposeSignature(text, paragraph, proposals);
        }

        foreach (var pulled in text.PullQuotes)
        {
            PullQuotes.Propose(pulled, proposals);
        }

        return proposals;
    }

    /// <summary>
    /// What only the lines of a text tell, sure of itself: interviews, dialogue, lists, signed lines. PolNeAR's articles have next
    /// to none of these, so neither the lexicon nor the role network knows them.
    /// </summary>
    public static List<Proposal> ProposeByLines(ParsedText text, CueLexicon lexicon)
    {
        var proposals = new List<Proposal>();
        foreach (var pulled in text.PullQuotes)
        {
            PullQuotes.Propose(pulled, proposals);
        }

        Turns.Propose(text, proposals);
        ListedSpeech.Propose(text, lexicon, proposals);
        Paragraph? above = null;
        foreach (var paragraph in text.Segmentation.Paragraphs)
        {
            OpenedLines.Propose(text, paragraph, lexicon, proposals);
            if (above is not null)
            {
                SignedLines.Propose(text, above, paragraph, proposals);
            }

            above = paragraph;
        }

        return proposals;
    }
}
