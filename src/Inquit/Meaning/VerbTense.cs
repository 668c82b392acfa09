using Inquit.Attribution;
using Inquit.Linguistics;

namespace Inquit.Meaning;

/// <summary>Whether what is told lies before or after the telling.</summary>
internal enum Tense
{
    /// <summary>No verb tells.</summary>
    Unknown,

    Past,

    Present,

    Future,
}

/// <summary>The tense of the verb that a word depends on, from its form and its auxiliaries.</summary>
internal sealed class VerbTense(ParsedText text)
{
    /// <summary>How far up a tree is looked.</summary>
    private const int MaxSteps = 32;

    /// <summary>The tense that holds for a token: that of the nearest verb above it that has one.</summary>
    public Tense Above(int token)
    {
        for (var steps = 0; token >= 0 && steps < MaxSteps; steps++)
        {
            if (Of(token) is var tense && tense != Tense.Unknown)
            {
                return tense;
            }

            token = text.Head(token);
        }

        return Tense.Unknown;
    }

    /// <summary>The tense of a verb, or of what has a copula; unknown for all else, and for a gerund or infinitive that takes its tense from above.</summary>
    public Tense Of(int token)
    {
        var (isPast, isModal, isPresent, hasTo, isVerb) = (false, false, false, false, text.Upos(token) is UniversalPos.VERB or UniversalPos.AUX);
        foreach (var dependent in text.Syntax.Dependents(token))
        {
            if (text.Relation(dependent) is "aux" or "aux:pass" or "cop")
            {
                isVerb = true;
                isModal |= text.Syntax.Xpos[dependent] == "MD" && !IsPastModal(dependent) && !IsName(dependent);
                isPast |= text.Syntax.Xpos[dependent] == "VBD" || text.Form(dependent) is "has" or "have" or "'ve" or "’ve" or "having";
                isPresent |= text.Syntax.Xpos[dependent] is "VBZ" or "VBP" && text.Lemma(dependent) != "have";
            }
            else if (dependent < token && text.Relation(dependent) == "mark" && text.Syntax.Xpos[dependent] == "TO")
            {
                hasTo = true;
            }
        }

        if (!isVerb)
        {
            return Tense.Unknown;
        }

        return isModal || hasTo ? Tense.Future
            : isPast ? Tense.Past
            : isPresent ? (text.Syntax.Xpos[token] == "VBG" ? Tense.Future : Tense.Present)
            : text.Syntax.Xpos[token] switch
            {
                "VBD" => Tense.Past,
                "VBN" => text.Relation(token) is "acl" or "root" or "advcl" or "parataxis" ? Tense.Past : Tense.Unknown,
                "VBZ" or "VBP" => Tense.Present,
                "MD" => Tense.Future,
                _ => Tense.Unknown,
            };
    }

    /// <summary>Whether a past form follows, as it does on no modal: "May said".</summary>
    private bool IsName(int modal) => text.Form(modal) is "May" or "Will" && modal + 1 < text.Count && text.Form(modal + 1).EndsWith("d") && !text.Is(modal + 1, text.Lemma(modal + 1));

    /// <summary>"could have" speaks of the past: it is seen by its "have".</summary>
    private bool IsPastModal(int modal) =>
        text.Form(modal) is not ("will" or "'ll" or "’ll" or "shall")
        && modal + 1 < text.Count && text.Lemma(modal + 1) == "have" && text.Head(modal + 1) == text.Head(modal);
}
