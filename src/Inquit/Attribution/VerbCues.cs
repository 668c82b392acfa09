using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>Verbs that take what is said as a clause, infinitive, object or prepositional phrase.</summary>
internal static class VerbCues
{
    /// <summary>Adds what the active verb <paramref name="verb"/> may attribute.</summary>
    public static void Propose(ParsedText text, int verb, List<Proposal> proposals)
    {
        var cue = CueSpans.VerbGroup(text, verb);
        var subject = Sources.SubjectOf(text, verb);
        TokenRange? source = subject >= 0 ? Sources.Phrase(text, subject, cue) : null;
        var lemma = text.Lemma(verb);

        void Add(CueFrame frame, string words, TokenRange cueRange, IEnumerable<TokenRange> parts, params ReadOnlySpan<TokenRange> holes)
        {
            var all = new List<TokenRange>(holes.Length + 2) { cueRange };
            all.AddRange(holes);
            if (source is { } named)
            {
                all.Add(named);
            }

            var content = ContentShaper.Shape(text, parts, all, verb);
            if (content.Count > 0)
            {
                proposals.Add(new Proposal(frame, words, verb, cueRange, source, subject, content));
            }
        }

        var clauses = ClausesOf(text, verb);
        if (clauses.Count > 0)
        {
            Add(CueFrame.Clause, lemma, WithColon(text, cue), [Whole(text, clauses)], Addressees(text, verb, clauses[0]));
        }

        var complement = text.Dependent(verb, "xcomp");
        var objectHead = ObjectOf(text, verb);
        if (complement < 0 && objectHead > verb && SecondObject(text, verb) is >= 0 and var second)
        {
            Add(CueFrame.ObjectComplement, lemma, cue, [new TokenRange(cue.End, PhraseEnd(text, verb, second))]);
        }
        else if (complement > verb && objectHead > verb && objectHead < complement)
        {
            Add(CueFrame.ObjectComplement, lemma, cue, [new TokenRange(text.Extent(objectHead).Start, PhraseEnd(text, verb, complement))]);
            Add(CueFrame.AddresseeInfinitive, lemma, cue, [Through(text, verb, complement)]);
        }
        else if (complement > verb)
        {
            var isInfinitive = text.MarkerOf(complement) >= 0;
            Add(isInfinitive ? CueFrame.Infinitive : CueFrame.Gerund, lemma, cue, [Through(text, verb, complement)]);
        }

        if (objectHead >= 0 && clauses.Count == 0)
        {
            Add(CueFrame.Object, lemma, cue, [Through(text, verb, objectHead)]);
            if (objectHead > verb)
            {
                ProposeVerbNoun(text, verb, objectHead, cue, lemma, Add);
            }
        }

        ProposePreposition(text, verb, cue, lemma, Add);
    }

    private delegate void AddProposal(CueFrame frame, string words, TokenRange cue, IEnumerable<TokenRange> parts, params ReadOnlySpan<TokenRange> holes);

    /// <summary>X expressed support for Y, X made the claim that Y: the object is the cue's last noun.</summary>
    private static void ProposeVerbNoun(ParsedText text, int verb, int noun, TokenRange cue, string lemma, AddProposal add)
    {
        if (text.Upos(noun) != UniversalPos.NOUN)
        {
            return;
        }

        var next = noun + 1;
        foreach (var head in (ReadOnlySpan<int>)[noun, verb])
        {
            foreach (var dependent in text.Syntax.Dependents(head))
            {
                if (dependent <= noun || text.Extent(dependent).Start != next)
                {
                    continue;
                }

                var marker = text.MarkerOf(dependent);
                if (marker == next && text.Upos(marker) == UniversalPos.ADP)
                {
                    var words = $"{lemma} {text.Lemma(noun)} {text.Lemma(marker)}";
                    add(CueFrame.VerbNoun, words, new TokenRange(cue.Start, marker + 1), [new TokenRange(marker + 1, PhraseEnd(text, head, dependent))]);
                }
                else if (text.Relation(dependent) is "acl" or "ccomp" or "xcomp" or "advcl" && text.Upos(dependent) is UniversalPos.VERB)
                {
                    add(CueFrame.VerbNoun, $"{lemma} {text.Lemma(noun)}", new TokenRange(cue.Start, next), [text.Extent(dependent)]);
                }
            }
        }
    }

    /// <summary>X called for Y: the preposition stands right after the verb.</summary>
    private static void ProposePreposition(ParsedText text, int verb, TokenRange cue, string lemma, AddProposal add)
    {
        foreach (var dependent in text.Syntax.Dependents(verb))
        {
            if (dependent <= verb || !(text.Has(dependent, "obl") || text.Relation(dependent) is "advcl" or "xcomp" or "ccomp"))
            {
                continue;
            }

            var marker = text.MarkerOf(dependent);
            if (marker != cue.End || text.Upos(marker) != UniversalPos.ADP || text.Lemma(marker) is "that" or "whether" or "if")
            {
                continue;
            }

            var particle = cue.End - 1 > verb ? " " + text.Lemma(cue.End - 1) : string.Empty;
            var words = $"{lemma}{particle} {text.Lemma(marker)}";
            add(CueFrame.Preposition, words, new TokenRange(cue.Start, marker + 1), [new TokenRange(marker + 1, PhraseEnd(text, verb, dependent))]);
        }
    }

    /// <summary>
    /// The heads of the clauses that the verb takes: after it, or thrown before it. A clause with "that" which the parser hung
    /// on the one who is told counts ("told reporters | that …").
    /// </summary>
    private static List<int> ClausesOf(ParsedText text, int verb)
    {
        var clauses = new List<int>(1);
        foreach (var dependent in text.Syntax.Dependents(verb))
        {
            if (text.Relation(dependent) == "ccomp" && (clauses.Count == 0 || (clauses[0] > verb && HasSubject(text, dependent))))
            {
                clauses.Add(dependent);
            }
        }

        var told = text.Dependent(verb, "iobj") is >= 0 and var addressee ? addressee : ObjectOf(text, verb);
        if (clauses.Count == 0 && told > verb)
        {
            foreach (var dependent in text.Syntax.Dependents(told))
            {
                if (text.Has(dependent, "acl") && text.Is(text.Extent(dependent).Start, "that") && text.Upos(text.Extent(dependent).Start) == UniversalPos.SCONJ)
                {
                    clauses.Add(dependent);
                }
            }
        }

        return clauses;
    }

    /// <summary>A clause without a subject of its own beside another belongs to somebody who stands before it.</summary>
    private static bool HasSubject(ParsedText text, int clause) => text.Dependent(clause, "nsubj") >= 0 || text.Dependent(clause, "expl") >= 0;

    private static TokenRange Whole(ParsedText text, List<int> clauses) =>
        new(clauses.Min(clause => text.Extent(clause).Start), clauses.Max(clause => text.Extent(clause).End));

    private static int ObjectOf(ParsedText text, int verb) => text.ExactDependent(verb, "obj");

    /// <summary>A second object, which the parser sees where something is called something ("called the plan a disaster"), or -1.</summary>
    private static int SecondObject(ParsedText text, int verb)
    {
        var objects = 0;
        foreach (var dependent in text.Syntax.Dependents(verb))
        {
            if (dependent > verb && text.Relation(dependent) == "obj" && ++objects == 2)
            {
                return dependent;
            }
        }

        return -1;
    }

    /// <summary>From the phrase under <paramref name="dependent"/> to the end of what else the verb takes after it.</summary>
    private static TokenRange Through(ParsedText text, int verb, int dependent)
    {
        var extent = text.Extent(dependent);
        return dependent < verb ? extent : new TokenRange(extent.Start, Math.Max(dependent + 1, PhraseEnd(text, verb, dependent)));
    }

    /// <summary>
    /// Where the phrase ends that starts with <paramref name="dependent"/>: later complements of the same head belong to it
    /// as far as they follow without a break, up to a time, a participle clause or a new clause.
    /// </summary>
    private static int PhraseEnd(ParsedText text, int head, int dependent)
    {
        var end = text.Extent(dependent).End;
        var withoutAsides = Phrases.WithoutAsides(text, text.Extent(dependent), dependent).End;
        if (withoutAsides < end)
        {
            return withoutAsides;
        }

        foreach (var later in text.Syntax.Dependents(head))
        {
            if (later <= dependent || text.Extent(later).Start < end)
            {
                continue;
            }

            var extent = text.Extent(later);
            if (extent.Start != end || !BelongsToContent(text, later))
            {
                break;
            }

            end = extent.End;
        }

        return end;
    }

    private static bool BelongsToContent(ParsedText text, int dependent)
    {
        if (text.Relation(dependent) == "obl:unmarked" && text.Form(text.Extent(dependent).Start) is "–" or "—" or "-")
        {
            return true;
        }

        if (text.Relation(dependent) is "punct" or "cc" or "conj" or "parataxis" || Phrases.IsTime(text, dependent))
        {
            return false;
        }

        if (text.Relation(dependent) == "advcl")
        {
            return text.MarkerOf(dependent) is >= 0 and var marker && text.Lemma(marker) is "to" or "for" or "as" or "of" or "about" or "from" or "if";
        }

        return text.Has(dependent, "obl") || text.Relation(dependent) is "xcomp" or "obj" or "ccomp";
    }

    /// <summary>Who was told: the objects between the verb and its clause, with "to X" and "at X".</summary>
    private static TokenRange[] Addressees(ParsedText text, int verb, int clause)
    {
        if (clause < verb)
        {
            return [];
        }

        var between = new List<TokenRange>();
        var end = text.Extent(clause).Start;
        foreach (var dependent in text.Syntax.Dependents(verb))
        {
            if (dependent > verb && dependent < clause && text.Extent(dependent).Start < end)
            {
                between.Add(new TokenRange(text.Extent(dependent).Start, Math.Min(end, text.Extent(dependent).End)));
            }
        }

        return between.ToArray();
    }

    private static TokenRange WithColon(ParsedText text, TokenRange cue) =>
        cue.End < text.Count && text.Is(cue.End, ":") && text.SentenceOf(cue.Start).Contains(cue.End) ? new TokenRange(cue.Start, cue.End + 1) : cue;
}
