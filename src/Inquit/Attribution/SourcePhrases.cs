using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>Phrases that name the source without a verb: "according to X", "in X's view".</summary>
internal static class SourcePhrases
{
    /// <summary>Adds what "according to …" at <paramref name="token"/> attributes.</summary>
    public static void ProposeAccordingTo(ParsedText text, int token, List<Proposal> proposals)
    {
        if (!text.Is(token, "according") || !text.Is(token + 1, "to") || token + 2 >= text.Count)
        {
            return;
        }

        var source = NounUnder(text, token);
        if (source < token)
        {
            return;
        }

        var cue = new TokenRange(token, token + 2);
        var named = Sources.Phrase(text, source, cue);
        Add(text, "according to", cue, source, new TokenRange(token, Math.Max(token + 2, named.End)), proposals);
    }

    /// <summary>Adds what "in X's view" attributes, where <paramref name="noun"/> is "view".</summary>
    public static void ProposeInView(ParsedText text, int noun, List<Proposal> proposals)
    {
        if (text.Lemma(noun) is not ("view" or "opinion" or "word" or "estimation" or "mind" or "telling" or "account" or "eye" or "judgment" or "admission")
            || !text.Has(noun, "obl") || text.MarkerOf(noun) is not (>= 0 and var marker) || text.Lemma(marker) is not ("in" or "by")
            || text.ExactDependent(noun, "nmod:poss") is not (>= 0 and var owner))
        {
            return;
        }

        var start = noun;
        while (start - 1 > owner && text.Upos(start - 1) == UniversalPos.ADJ)
        {
            start--;
        }

        Add(text, $"{text.Lemma(marker)} {text.Lemma(noun)}", new TokenRange(start, noun + 1), owner, text.Extent(noun), proposals);
    }

    private static void Add(ParsedText text, string words, TokenRange cue, int source, TokenRange phrase, List<Proposal> proposals)
    {
        var named = Sources.Phrase(text, source, cue);
        var said = ClauseAround(text, phrase);
        List<TokenRange> holes = [phrase, cue, named];
        if (text.Is(said.Start, "that") && said.Start + 1 <= phrase.Start)
        {
            holes.Add(new TokenRange(said.Start, said.Start + 1));
        }

        var content = ContentShaper.Shape(text, [said], holes, cue.Start);
        if (content.Count > 0)
        {
            proposals.Add(new Proposal(CueFrame.Phrase, words, cue.Start, cue, named, source, content));
        }
    }

    /// <summary>The noun that "according to" leads to: its head, or its own dependent where the parser took it for a verb.</summary>
    private static int NounUnder(ParsedText text, int according)
    {
        var head = text.Head(according);
        if (text.Relation(according) == "case" && head > according)
        {
            return head;
        }

        return text.Dependent(according, "obl");
    }

    /// <summary>The clause that the phrase qualifies: up from it to the verb, with all that is under that.</summary>
    private static TokenRange ClauseAround(ParsedText text, TokenRange phrase)
    {
        var token = phrase.Start;
        for (var steps = 0; steps < text.SentenceOf(phrase.Start).Length && token >= 0; steps++)
        {
            var isOutside = !phrase.Contains(token);
            if (isOutside && IsClause(text, token))
            {
                return text.Extent(token);
            }

            if (text.Head(token) < 0)
            {
                break;
            }

            token = text.Head(token);
        }

        return text.SentenceOf(phrase.Start);
    }

    private static bool IsClause(ParsedText text, int token) =>
        text.Upos(token) is UniversalPos.VERB or UniversalPos.AUX || text.ExactDependent(token, "cop") >= 0
        || text.Relation(token) is "root" or "ccomp" or "advcl" or "acl:relcl" or "parataxis";
}
