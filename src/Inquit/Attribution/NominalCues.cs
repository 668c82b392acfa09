using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>Nouns and adjectives that attribute: "X's claim that …", "accusations of …", "X is confident that …".</summary>
internal static class NominalCues
{
    /// <summary>Adds what the noun <paramref name="noun"/> may attribute.</summary>
    public static void ProposeNoun(ParsedText text, int noun, List<Proposal> proposals)
    {
        var owner = OwnerOf(text, noun);
        var lemma = text.Lemma(noun);
        foreach (var dependent in text.Syntax.Dependents(noun))
        {
            if (dependent < noun || text.Extent(dependent).Start != noun + 1)
            {
                continue;
            }

            var marker = text.MarkerOf(dependent);
            var extent = text.Extent(dependent);
            if (text.Relation(dependent) is "nmod" or "acl" && marker == noun + 1 && text.Upos(marker) == UniversalPos.ADP)
            {
                var words = $"{lemma} {text.Lemma(marker)}";
                Add(CueFrame.NounPreposition, words, new TokenRange(noun, marker + 1), new TokenRange(marker + 1, Math.Max(marker + 1, extent.End)));
            }
            else if (text.Has(dependent, "acl") || text.Relation(dependent) is "ccomp" or "xcomp")
            {
                var isInfinitive = text.Is(extent.Start, "to");
                var isThat = text.Is(extent.Start, "that") && text.Relation(dependent) is "ccomp" or "acl";
                if (isInfinitive || isThat)
                {
                    Add(isInfinitive ? CueFrame.NounInfinitive : CueFrame.NounClause, lemma, new TokenRange(noun, noun + 1), extent);
                }
            }
        }

        void Add(CueFrame frame, string words, TokenRange cue, TokenRange extent)
        {
            TokenRange? source = owner >= 0 ? Sources.Phrase(text, owner, cue) : null;
            List<TokenRange> holes = source is { } range ? [cue, range] : [cue];
            var content = ContentShaper.Shape(text, [extent], holes, noun);
            if (content.Count > 0)
            {
                proposals.Add(new Proposal(frame, words, noun, cue, source, owner, content));
            }
        }
    }

    /// <summary>Adds what the predicate adjective <paramref name="adjective"/> may attribute.</summary>
    public static void ProposeAdjective(ParsedText text, int adjective, List<Proposal> proposals)
    {
        var subject = Sources.SubjectOf(text, adjective);
        if (subject < 0)
        {
            return;
        }

        var cue = CueSpans.Predicate(text, adjective);
        var lemma = text.Lemma(adjective);
        foreach (var dependent in text.Syntax.Dependents(adjective))
        {
            var extent = text.Extent(dependent);
            if (dependent < adjective || extent.Start != adjective + 1)
            {
                continue;
            }

            var marker = text.MarkerOf(dependent);
            if ((text.Has(dependent, "obl") || text.Relation(dependent) == "advcl") && marker == adjective + 1 && text.Upos(marker) == UniversalPos.ADP)
            {
                Add(CueFrame.AdjectivePreposition, $"{lemma} {text.Lemma(marker)}", new TokenRange(cue.Start, marker + 1), new TokenRange(marker + 1, Math.Max(marker + 1, extent.End)));
            }
            else if (text.Relation(dependent) is "xcomp" or "ccomp" or "advcl")
            {
                Add(text.Is(extent.Start, "to") ? CueFrame.AdjectiveInfinitive : CueFrame.AdjectiveClause, lemma, cue, extent);
            }
        }

        void Add(CueFrame frame, string words, TokenRange cueRange, TokenRange extent)
        {
            var source = Sources.Phrase(text, subject, cueRange);
            var content = ContentShaper.Shape(text, [extent], [cueRange, source], adjective);
            if (content.Count > 0)
            {
                proposals.Add(new Proposal(frame, words, adjective, cueRange, source, subject, content));
            }
        }
    }

    /// <summary>Whose it is: "X's", "his", "by X", or a name that stands before the noun.</summary>
    private static int OwnerOf(ParsedText text, int noun)
    {
        if (text.ExactDependent(noun, "nmod:poss") is >= 0 and var owner)
        {
            return owner;
        }

        foreach (var dependent in text.Syntax.Dependents(noun))
        {
            if (text.Has(dependent, "nmod") && text.MarkerOf(dependent) is >= 0 and var by && text.Is(by, "by"))
            {
                return dependent;
            }
        }

        return -1;
    }
}
