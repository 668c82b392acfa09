using Inquit.Linguistics;

namespace Inquit.Attribution;

/// <summary>
/// Finds to whom, through what and where a statement was made. It reads the noun phrases of the cue's clause outside the content, and tells
/// from preposition, noun and verb what each is for; where these do not tell, it is for nothing.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="holders">For each token, which statement's content holds it most closely; -1 for none.</param>
internal sealed class DeliveryFinder(ParsedText text, int[] holders)
{
    /// <summary>The delivery of a statement.</summary>
    public Delivery Find(Proposal proposal)
    {
        if (proposal.Cue.Length == 0)
        {
            return Delivery.Unsaid;
        }

        var verbs = Verbs(proposal);
        return verbs.Exists(verb => DeliveryWords.Thoughts.Contains(text.Lemma(verb))) ? Delivery.Unsaid : new DeliveryClause(new DeliveryScope(text, holders, proposal, verbs)).Read();
    }

    /// <summary>The predicates of a cue: its head word and what goes with it in the cue; the verb that rules it, where that is the one of saying.</summary>
    private List<int> Verbs(Proposal proposal)
    {
        var anchor = proposal.Anchor;
        for (var token = proposal.Cue.Start; token < proposal.Cue.End && text.Upos(anchor) is UniversalPos.ADV or UniversalPos.DET or UniversalPos.PRON; token++)
        {
            anchor = text.Upos(token) == UniversalPos.VERB ? token : anchor;
        }

        List<int> verbs = [anchor];
        if (text.Head(anchor) is >= 0 and var head && text.Upos(head) == UniversalPos.VERB)
        {
            var isNoun = text.Syntax.Xpos[anchor] is "NN" or "NNS" or "NNP";
            if (isNoun ? proposal.Cue.Contains(head) : text.Lemma(anchor) == "say" && DeliveryWords.Quotes.Contains(text.Lemma(head)))
            {
                verbs.Add(head);
            }
            else if (isNoun && head < anchor && DeliveryWords.IsTold(text.Lemma(head)) && text.Relation(anchor) is "obj" or "iobj" or "obl" or "xcomp")
            {
                verbs = [head]; // the network took a wrong word for the cue
            }
        }

        for (var token = proposal.Cue.Start; token < proposal.Cue.End; token++)
        {
            if (text.Upos(token) == UniversalPos.VERB && text.Head(token) == anchor && (text.Has(token, "advcl") || text.Has(token, "xcomp")))
            {
                verbs.Add(token);
            }
        }

        return verbs;
    }
}
