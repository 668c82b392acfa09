using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>Which words around a predicate belong to the cue: auxiliaries, negation, adverbs, particles.</summary>
internal static class CueSpans
{
    /// <summary>The verb group of <paramref name="verb"/>: "has repeatedly said", "did not point out".</summary>
    public static TokenRange VerbGroup(ParsedText text, int verb)
    {
        var start = verb;
        while (start > 0 && text.SentenceOf(verb).Contains(start - 1) && IsBefore(text, start - 1, verb))
        {
            start--;
        }

        var end = verb + 1;
        while (end < text.Count && text.Head(end) == verb && (text.Relation(end) == "compound:prt" || IsAdverb(text, end)))
        {
            end++;
        }

        return new TokenRange(start, end);
    }

    /// <summary>The copula, adverbs and auxiliaries before a predicate noun or adjective, and itself: "is not confident".</summary>
    public static TokenRange Predicate(ParsedText text, int predicate)
    {
        var start = predicate;
        while (start > 0 && text.SentenceOf(predicate).Contains(start - 1)
            && (IsBefore(text, start - 1, predicate) || (text.Head(start - 1) == predicate && text.Relation(start - 1) == "cop")))
        {
            start--;
        }

        return new TokenRange(start, predicate + 1);
    }

    private static bool IsBefore(ParsedText text, int token, int predicate)
    {
        if (text.Head(token) != predicate)
        {
            return false;
        }

        return text.Relation(token) switch
        {
            "aux" or "aux:pass" => true,
            "advmod" => IsAdverb(text, token),
            "mark" => text.Upos(token) == UniversalPos.PART,
            _ => false,
        };
    }

    private static bool IsAdverb(ParsedText text, int token) =>
        text.Relation(token) == "advmod" && text.Syntax.Xpos[token] is not ("WRB" or "CC") && !text.Is(token, "as")
        && text.Upos(token) is UniversalPos.ADV or UniversalPos.PART;
}
