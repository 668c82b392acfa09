using Inquit.Linguistics;

namespace Inquit.Attribution;

/// <summary>What stands around a proposed cue that makes it likelier or less likely: who, in what form, what, where.</summary>
internal static class Circumstances
{
    /// <summary>The circumstances of a proposal, each under the name by which the lexicon counts it.</summary>
    public static string[] Of(ParsedText text, Proposal proposal) =>
        [SourceOf(text, proposal), FormOf(text, proposal), ContentOf(text, proposal), PlaceOf(text, proposal)];

    private static string SourceOf(ParsedText text, Proposal proposal)
    {
        if (proposal.SourceHead < 0)
        {
            return "source none";
        }

        if (text.EntityAt(proposal.SourceHead) is { } entity)
        {
            return entity.Type switch
            {
                EntityType.Person => "source person",
                EntityType.Organization => "source organization",
                EntityType.Other => "source name",
                _ => "source place",
            };
        }

        var lemma = text.Lemma(proposal.SourceHead).ToLowerInvariant();
        return text.Upos(proposal.SourceHead) switch
        {
            UniversalPos.PRON when lemma is "he" or "she" or "they" or "we" or "i" or "you" or "it" or "who" => "source " + lemma,
            UniversalPos.PRON => "source pronoun",
            UniversalPos.PROPN => "source name",
            UniversalPos.NOUN when text.Syntax.Xpos[proposal.SourceHead] == "NNS" => "source nouns",
            UniversalPos.NOUN => "source noun",
            _ => "source other",
        };
    }

    private static string FormOf(ParsedText text, Proposal proposal)
    {
        if (proposal.Cue.Length == 0)
        {
            return "form none";
        }

        var first = proposal.Cue.Start;
        if (first != proposal.Anchor && text.Syntax.Xpos[first] is "MD" or "TO")
        {
            return "form " + text.Syntax.Xpos[first];
        }

        return "form " + text.Syntax.Xpos[proposal.Anchor];
    }

    private static string ContentOf(ParsedText text, Proposal proposal)
    {
        var first = proposal.Content[0].Start;
        if (text.QuotationOf(first) >= 0)
        {
            return "content quoted";
        }

        if (text.Is(first, "that"))
        {
            return "content that";
        }

        return proposal.ContentLength switch { 1 => "content 1", < 4 => "content 3", < 9 => "content 8", < 20 => "content 19", _ => "content long" };
    }

    private static string PlaceOf(ParsedText text, Proposal proposal) =>
        (text.QuotationOf(proposal.Anchor) >= 0 ? "quoted " : "bare ") + text.Relation(proposal.Anchor);
}
