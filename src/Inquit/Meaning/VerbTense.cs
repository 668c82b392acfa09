using Inquit.Linguistics;
using Inquit.Text;

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
internal sealed class VerbTense(Segmentation segmentation, Syntax syntax)
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

            token = syntax.Heads[token];
        }

        return Tense.Unknown;
    }

    /// <summary>The tense of a verb, or of what has a copula; unknown for all else, and for a gerund or infinitive that takes its tense from above.</summary>
    public Tense Of(int token)
    {
        var (isPast, isModal, isPresent, hasTo, isVerb) = (false, false, false, false, syntax.Upos[token] is UniversalPos.VERB or UniversalPos.AUX);
        foreach (var dependent in syntax.Dependents(token))
        {
            if (syntax.Relations[dependent] is "aux" or "aux:pass" or "cop")
            {
                isVerb = true;
                isModal |= syntax.Xpos[dependent] == "MD" && !IsPastModal(dependent);
                isPast |= syntax.Xpos[dependent] == "VBD" || segmentation.Form(dependent) is "has" or "have" or "'ve" or "’ve" or "having";
                isPresent |= syntax.Xpos[dependent] is "VBZ" or "VBP" && syntax.Lemmas[dependent] != "have";
            }
            else if (dependent < token && syntax.Relations[dependent] == "mark" && syntax.Xpos[dependent] == "TO")
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
            : isPresent ? (syntax.Xpos[token] == "VBN" ? Tense.Present : Tense.Future)
            : syntax.Xpos[token] switch
            {
                "VBD" => Tense.Past,
                "VBN" => syntax.Relations[token] is "acl" or "root" or "advcl" or "parataxis" ? Tense.Past : Tense.Unknown,
                "VBZ" or "VBP" => Tense.Present,
                "MD" => Tense.Future,
                _ => Tense.Unknown,
            };
    }

    /// <summary>"could have" speaks of the past: it is seen by its "have".</summary>
    private bool IsPastModal(int modal) =>
        modal + 1 < syntax.Upos.Length && segmentation.Form(modal) is not ("will" or "'ll" or "’ll" or "shall") && syntax.Lemmas[modal + 1] == "have" && syntax.Heads[modal + 1] == syntax.Heads[modal];
}
