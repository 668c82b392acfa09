using System.Collections.Immutable;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>
/// Finds statements: each family of cues proposes what it sees over the trees, quotation marks and lines; the cue lexicon
/// says how sure each proposal is; the surest of those that share words stand, and each is put into the one that holds it.
/// </summary>
public sealed class StatementFinder
{
    /// <summary>Below this confidence a proposal is dropped; chosen on the dev articles of PolNeAR.</summary>
    private const double MinConfidence = 0.44;

    private readonly CueLexicon lexicon = CueLexicon.Default;

    /// <summary>Finds the statements of a text, in text order.</summary>
    public ImmutableArray<Statement> Find(Segmentation segmentation, Syntax syntax, ImmutableArray<EntityMention> entities)
    {
        ArgumentNullException.ThrowIfNull(segmentation);
        ArgumentNullException.ThrowIfNull(syntax);
        return Find(new ParsedText(segmentation, syntax, entities));
    }

    /// <summary>Finds the statements of a text that is indexed already.</summary>
    internal ImmutableArray<Statement> Find(ParsedText text)
    {
        var weighed = Propose(text)
            .Select(proposal => proposal with { Confidence = lexicon.Confidence(text, proposal) })
            .Where(proposal => proposal.Confidence >= MinConfidence);
        return Selection.Select(text, weighed).ToStatements(text);
    }

    /// <summary>All proposals of all families, by sentence, then by paragraph.</summary>
    internal static List<Proposal> Propose(ParsedText text)
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

        Paragraph? above = null;
        foreach (var paragraph in text.Segmentation.Paragraphs)
        {
            Layout.ProposeColon(text, paragraph, proposals);
            Layout.ProposeSignature(text, paragraph, proposals);
            if (above is not null)
            {
                Layout.ProposeSignedBelow(text, above, paragraph, proposals);
            }

            above = paragraph;
        }

        foreach (var pulled in text.PullQuotes)
        {
            PullQuotes.Propose(pulled, proposals);
        }

        return proposals;
    }
}
