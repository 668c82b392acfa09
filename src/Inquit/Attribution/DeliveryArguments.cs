using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>What the verb's own subject and object tell: who was told, who is told, which paper quotes.</summary>
internal sealed class DeliveryArguments(DeliveryScope scope, DeliveryPhraseReader reader, DeliveryNouns nouns)
{
    private readonly ParsedText text = scope.Text;

    /// <summary>The subject: those who were told, of a passive; the paper, of "the paper quoted X as saying", for what X said: that the paper says so has no medium.</summary>
    public (DeliveryRole Role, DeliveryPhrase Phrase)? OfSubject(int verb)
    {
        var isPassive = IsPassive(verb);
        var subject = text.Dependent(verb, "nsubj");
        if (subject < 0 || subject > verb || text.Is(subject, "it") || text.Is(subject, "there"))
        {
            return null;
        }

        if (isPassive && DeliveryWords.IsTold(text.Lemma(verb)) && text.Lemma(verb) is not ("convince" or "persuade") && SubjectOf(subject, verb) is { } told
            && (text.Lemma(verb) is "tell" or "inform" or "notify" || (nouns.IsSomebody(told) && (DeliveryWords.Tells.Contains(text.Lemma(verb)) || SaysMoreAfter(verb)))))
        {
            return (DeliveryRole.Addressee, told);
        }
        else if (!isPassive && DeliveryWords.Quotes.Contains(text.Lemma(verb)) && IsFollowedBySaying(verb) && SubjectOf(subject, verb) is { } paper
            && !scope.Source.Overlaps(paper.Tokens))
        {
            return (DeliveryRole.Medium, paper);
        }

        return null;
    }

    /// <summary>The object of a verb that tells somebody: what stands right after it.</summary>
    public DeliveryPhrase? OfObject(int verb)
    {
        var lemma = text.Lemma(verb);
        var start = verb + 1;
        while (start < scope.Sentence.End && text.Head(start) == verb && (text.Relation(start) is "advmod" or "compound:prt"))
        {
            start++;
        }

        if (start >= scope.Sentence.End || IsPassive(verb) || scope.Source.Contains(start) || scope.Verbs.Contains(start))
        {
            return null;
        }

        if (DeliveryWords.Calls(lemma, text.Form(start)))
        {
            return FreeReader(verb).Read(start + 1) is { } called && nouns.IsSomebody(called) ? called : null;
        }

        if (!DeliveryWords.IsTold(lemma))
        {
            return null;
        }

        var phrase = (scope.IsOnLevel(start) ? reader : FreeReader(verb)).Read(start, byTree: DeliveryWords.Informs.Contains(lemma));
        if (phrase is null || !nouns.IsTold(phrase))
        {
            return null;
        }

        var isMoreSaid = phrase.Tokens.End < scope.Sentence.End
            && (IsStartOfSaid(phrase.Tokens.End) || (text.Syntax.Xpos[phrase.Noun] == "PRP" && scope.Proposal.ContentHas(phrase.Tokens.End)));
        var isTold = DeliveryWords.Tells.Contains(lemma) ? isMoreSaid || scope.IsOnLevel(start)
            : scope.IsOnLevel(start) ? nouns.IsSomebody(phrase) || (isMoreSaid && DeliveryWords.Asks.Contains(lemma))
            : isMoreSaid && nouns.IsSomebody(phrase);
        return isTold ? phrase : null;
    }

    /// <summary>Whether the verb is in the passive; "he's told them" only looks so.</summary>
    private bool IsPassive(int verb) => PassiveCues.IsPassive(text, verb) && !(text.ExactDependent(verb, "nsubj") >= 0 && text.ExactDependent(verb, "iobj") > verb);

    private DeliveryPhrase? SubjectOf(int subject, int verb)
    {
        if (text.Syntax.Xpos[subject] == "PRP")
        {
            return new DeliveryPhrase(subject - 1, new TokenRange(subject, subject + 1), subject) { NounEnd = subject + 1 };
        }

        var start = text.Extent(subject).Start;
        var whole = new DeliveryPhraseReader(text, (_, token) => scope.Sentence.Contains(token) && token < verb);
        while (start < subject && (text.IsPunctuation(start) || text.Upos(start) is UniversalPos.CCONJ or UniversalPos.ADP or UniversalPos.SCONJ))
        {
            start++;
        }

        return text.Syntax.Xpos[subject] is "WP" or "WDT" ? null : whole.Read(start);
    }

    /// <summary>Whether the content goes on after a passive verb, with more than a preposition's phrase.</summary>
    private bool SaysMoreAfter(int verb)
    {
        foreach (var part in scope.Proposal.Content)
        {
            if (part.End > verb + 1 && text.Upos(Math.Max(part.Start, verb + 1)) is not UniversalPos.ADP)
            {
                return true;
            }
        }

        return scope.Proposal.Content[^1].End <= verb && text.QuotationOf(scope.Proposal.Content[^1].End - 1) >= 0;
    }

    private bool IsFollowedBySaying(int verb)
    {
        for (var token = verb + 1; token + 1 < scope.Sentence.End; token++)
        {
            if (text.Is(token, "as") && text.Is(token + 1, "saying"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads also what the content holds: the network sometimes takes those addressed into it.</summary>
    private DeliveryPhraseReader FreeReader(int verb) => new(text, (_, token) => scope.Sentence.Contains(token) && token > verb && !scope.Source.Contains(token));

    /// <summary>Whether what is said to somebody starts here: a clause, an infinitive, a thing promised.</summary>
    private bool IsStartOfSaid(int token) =>
        (text.Is(token, "to") && text.Upos(token) == UniversalPos.PART) || (text.Is(token, "not") && text.Is(token + 1, "to"))
        || text.Syntax.Xpos[token] is "WRB" or "WP" or "WDT" or "DT" or "PRP" or "PRP$"
        || text.Upos(token) == UniversalPos.SCONJ || text.Form(token) is "that" or "for" or "about" or "of" || text.QuotationOf(token) >= 0;
}
