using Inquit.Linguistics;

namespace Inquit.Attribution;

/// <summary>How the tree leads from a phrase to the cue.</summary>
internal enum DeliveryWay
{
    /// <summary>Straight, or by phrases that are found.</summary>
    Cue,

    /// <summary>By words of the source.</summary>
    Source,

    /// <summary>By another noun, or by the content: it may be about these.</summary>
    Other,
}

/// <summary>What a phrase qualifies.</summary>
/// <param name="Way">How the tree leads to the cue.</param>
/// <param name="Verb">The verb.</param>
/// <param name="Context">The phrase found before it that it may belong to: the one right before it or that the tree hangs it on.</param>
internal sealed record DeliveryRuler(DeliveryWay Way, string Verb, DeliveryPhrase? Context);

/// <summary>Finds what a phrase qualifies: the saying, or something else in the sentence.</summary>
internal sealed class DeliveryGovernors(DeliveryScope scope, DeliveryPhraseReader reader)
{
    /// <summary>How far up a tree is looked for the cue.</summary>
    private const int MaxSteps = 24;

    private readonly ParsedText text = scope.Text;

    /// <summary>What the phrase qualifies, or null where that is not the saying.</summary>
    public DeliveryRuler? Of(DeliveryPhrase phrase, List<DeliveryFinding> found)
    {
        var (verb, isConveyed, way) = (scope.Verb, false, DeliveryWay.Cue);
        var context = found.Find(item => item.Tokens.End == phrase.Marker)?.Phrase;
        var token = text.Head(phrase.Noun);
        for (var steps = 0; steps < MaxSteps && token >= 0; steps++, token = text.Head(token))
        {
            if (scope.Verbs.Contains(token))
            {
                return new DeliveryRuler(way, isConveyed || text.Upos(token) != UniversalPos.VERB ? verb : text.Lemma(token), context);
            }

            if (scope.Source.Contains(token))
            {
                return new DeliveryRuler(DeliveryWay.Source, verb, context);
            }

            if (found.Find(item => item.Tokens.Contains(token))?.Phrase is { } around)
            {
                return new DeliveryRuler(way, verb, context ?? around);
            }

            if (scope.Proposal.ContentHas(token))
            {
                return new DeliveryRuler(context is null && phrase.Noun > scope.Proposal.Content[0].Start ? DeliveryWay.Other : way, verb, context);
            }

            if (text.Upos(token) == UniversalPos.VERB && !phrase.Tokens.Contains(token))
            {
                var isConveying = IsConveying(token) || scope.IsQuoting(phrase);
                if (!isConveying && !(isConveyed && text.Has(token, "acl")))
                {
                    break;
                }

                (verb, isConveyed) = (isConveyed ? verb : text.Lemma(token), true);
            }
            else if (!phrase.Tokens.Contains(token) && !reader.IsTime(token))
            {
                way = context is null ? DeliveryWay.Other : way;
            }
        }

        return context is not null ? new DeliveryRuler(way, verb, context) : FollowsTheCue(phrase) ? new DeliveryRuler(DeliveryWay.Cue, verb, context) : null;
    }

    /// <summary>Whether the phrase is part of the subject, where that is not the source as it was found: "researchers at the firm".</summary>
    public bool IsOfTheSubject(DeliveryPhrase phrase)
    {
        var subject = text.Dependent(scope.Verbs[0], "nsubj");
        return subject >= 0 && subject < phrase.Noun && phrase.Noun < scope.Verbs[0] && !scope.Source.Contains(subject)
            && subject + 1 == phrase.Marker && text.IsUnder(phrase.Noun, subject);
    }

    /// <summary>Within the source's words a phrase is the source's own, but for a medium and what commas or the tree set apart.</summary>
    public bool IsNotOfTheSource(DeliveryRole role, DeliveryPhrase phrase, List<DeliveryFinding> found)
    {
        var isVerbFirst = scope.Source.Start > scope.Verbs[0];
        return (role == DeliveryRole.Medium && isVerbFirst)
            || scope.IsQuoting(phrase)
            || (role == DeliveryRole.Medium && text.Is(phrase.Marker - 1, ","))
            || scope.Verbs.Contains(text.Head(phrase.Noun))
            || (phrase.Marker > 0 && IsConveying(phrase.Marker - 1))
            || found.Exists(item => item.Tokens.End == phrase.Marker);
    }

    /// <summary>Whether nothing but phrases stands between the cue and this one.</summary>
    private bool FollowsTheCue(DeliveryPhrase phrase)
    {
        for (var token = phrase.Marker - 1; token >= scope.Sentence.Start; token--)
        {
            if (scope.Verbs.Contains(token))
            {
                return true;
            }

            if (text.Upos(token) is UniversalPos.VERB or UniversalPos.AUX or UniversalPos.SCONJ || !scope.IsOnLevel(token))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether the token is a participle of telling without a subject of its own: "speaking in Lagos", "a letter addressed to".</summary>
    private bool IsConveying(int token) =>
        DeliveryWords.Conveys.Contains(text.Lemma(token)) && text.Syntax.Xpos[token] is "VBG" or "VBN" or "VBD" && text.Dependent(token, "nsubj") < 0;
}
