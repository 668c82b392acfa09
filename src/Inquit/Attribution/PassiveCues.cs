using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>
/// Passive and raised verbs: "the plan was announced by X", "it is said that …", "X was told that …", "X is expected to …",
/// "X seems to …".
/// </summary>
internal static class PassiveCues
{
    /// <summary>Whether <paramref name="verb"/> is in the passive.</summary>
    public static bool IsPassive(ParsedText text, int verb) =>
        text.ExactDependent(verb, "aux:pass") >= 0 || text.ExactDependent(verb, "nsubj:pass") >= 0 || text.ExactDependent(verb, "csubj:pass") >= 0;

    /// <summary>Adds what the passive verb <paramref name="verb"/> may attribute.</summary>
    public static void Propose(ParsedText text, int verb, List<Proposal> proposals)
    {
        var cue = CueSpans.VerbGroup(text, verb);
        var lemma = text.Lemma(verb);
        var subject = text.ExactDependent(verb, "nsubj:pass") is >= 0 and var noun ? noun : text.ExactDependent(verb, "csubj:pass");
        var complement = text.Dependent(verb, "xcomp");
        var clause = text.ExactDependent(verb, "ccomp");
        var agent = AgentOf(text, verb);
        if (clause >= 0)
        {
            Add(CueFrame.PassiveClause, cue, agent, [text.Extent(clause)]);
        }
        else if (complement > verb)
        {
            var raised = subject >= 0 ? text.Extent(subject) : new TokenRange(complement, complement);
            Add(CueFrame.Raising, cue, agent, [raised, text.Extent(complement)]);
        }
        else if (subject >= 0)
        {
            var withBy = agent >= 0 && agent > verb && text.MarkerOf(agent) == cue.End ? new TokenRange(cue.Start, cue.End + 1) : cue;
            var isClause = text.Has(subject, "csubj") || HasClause(text, subject);
            Add(isClause ? CueFrame.PassiveClause : CueFrame.Passive, withBy, agent, SubjectParts(text, verb));
        }

        void Add(CueFrame frame, TokenRange cueRange, int source, TokenRange[] parts)
        {
            TokenRange? named = source >= 0 ? Sources.Phrase(text, source, cueRange) : null;
            List<TokenRange> holes = named is { } range ? [cueRange, range] : [cueRange];
            var content = ContentShaper.Shape(text, parts, holes, verb);
            if (content.Count > 0)
            {
                proposals.Add(new Proposal(frame, lemma + (named is null ? string.Empty : " by"), verb, cueRange, named, source, content));
            }
        }
    }

    /// <summary>Adds "X seems to …" and "it appears that …", whose subject is part of what seems.</summary>
    public static void ProposeRaising(ParsedText text, int verb, List<Proposal> proposals)
    {
        if (text.Lemma(verb) is not ("seem" or "appear" or "look" or "sound" or "tend"))
        {
            return;
        }

        var subject = text.ExactDependent(verb, "nsubj");
        var complement = text.Dependent(verb, "xcomp");
        if (complement < verb || subject < 0)
        {
            return;
        }

        var cue = CueSpans.VerbGroup(text, verb);
        var content = ContentShaper.Shape(text, [text.Extent(subject), text.Extent(complement)], [cue], verb);
        if (content.Count > 0)
        {
            proposals.Add(new Proposal(CueFrame.Raising, text.Lemma(verb), verb, cue, null, -1, content));
        }
    }

    /// <summary>From the first to the last of what the tree calls the subject before the verb: the parser may cut a long one in two.</summary>
    private static TokenRange[] SubjectParts(ParsedText text, int verb)
    {
        TokenRange? whole = null;
        foreach (var dependent in text.Syntax.Dependents(verb))
        {
            if (text.Relation(dependent) is "nsubj:pass" or "csubj:pass")
            {
                var extent = text.Extent(dependent);
                whole = whole is { } before && dependent < verb ? new TokenRange(Math.Min(before.Start, extent.Start), Math.Max(before.End, extent.End)) : extent;
            }
        }

        return whole is { } found ? [found] : [];
    }

    /// <summary>Whether the noun is there for its clause: "the fact that …".</summary>
    private static bool HasClause(ParsedText text, int noun)
    {
        foreach (var dependent in text.Syntax.Dependents(noun))
        {
            if (dependent > noun && text.Relation(dependent) is "acl" or "ccomp" && text.Is(text.Extent(dependent).Start, "that"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Who did it: "by X".</summary>
    private static int AgentOf(ParsedText text, int verb)
    {
        foreach (var dependent in text.Syntax.Dependents(verb))
        {
            if (text.Has(dependent, "obl") && !Phrases.IsTime(text, dependent) && (text.Relation(dependent) == "obl:agent" || (text.MarkerOf(dependent) is >= 0 and var by && text.Is(by, "by"))))
            {
                return dependent;
            }
        }

        return -1;
    }
}
