using System.Collections.Frozen;
using Inquit.Linguistics;

namespace Inquit.Attribution;

/// <summary>What a phrase is for, told from its preposition, its noun, the verb, and the phrase before it.</summary>
internal sealed class DeliveryRules(DeliveryScope scope, DeliveryPhraseReader reader, DeliveryNouns nouns)
{
    private readonly ParsedText text = scope.Text;

    /// <summary>Whether the phrase only tells which medium, place or person is meant: "a post on Facebook", "his home in Ohio", "a book about bees".</summary>
    public bool Belongs(DeliveryRole role, DeliveryPhrase before, DeliveryPhrase phrase)
    {
        var marker = reader.Lemma(phrase.Marker);
        var isUnder = text.IsUnder(phrase.Noun, before.Noun);
        if (reader.IsTime(phrase.Noun))
        {
            return false;
        }

        switch (role)
        {
            case DeliveryRole.Medium when marker is "on" or "in" or "under" or "for" && nouns.IsText(before):
                return nouns.IsVenue(phrase) || (isUnder && marker is "under" or "for" or "on" && !nouns.IsPlace(phrase, marker));
            case DeliveryRole.Place:
                return DeliveryWords.Spatial.Contains(marker) && !nouns.IsMedium(phrase) && (isUnder || nouns.IsPlace(phrase, marker));
            case DeliveryRole.Addressee when marker is "in" or "at" or "from" && isUnder:
                return !nouns.IsMedium(phrase) && !nouns.IsAudience(before);
        }

        return isUnder && marker is "about" or "across" or "as" or "for" or "from" or "by" or "under" or "against" or "between" or "among" or "on" or "like"
            && !nouns.IsMedium(phrase) && !nouns.IsPlace(phrase, marker);
    }

    /// <summary>What the phrase is for; <paramref name="context"/> is the phrase that it may belong to, found to be for <paramref name="before"/>.</summary>
    public DeliveryRole RoleOf(DeliveryPhrase phrase, string verb, DeliveryRole before, DeliveryPhrase? context)
    {
        var marker = reader.Lemma(phrase.Marker);
        var noun = context is null ? string.Empty : nouns.Kind(context);
        var isAfterMedium = before == DeliveryRole.Medium;
        switch (marker)
        {
            case "to" or "toward" or "towards":
                return IsAddressed(phrase, verb, isAfterMedium, isAfterMedium && context!.Tokens.End == phrase.Marker) ? DeliveryRole.Addressee
                    : IsAfter(phrase, DeliveryWords.Visits) && nouns.IsPlace(phrase, "in") ? DeliveryRole.Place
                    : DeliveryRole.None;
            case "with":
                var isPartner = (isAfterMedium && DeliveryWords.Exchanges.Contains(noun)) || IsAfter(phrase, DeliveryWords.Talks) || (DeliveryWords.Talkings.Contains(verb) && nouns.IsSomebody(phrase));
                return isPartner && nouns.IsTold(phrase) ? DeliveryRole.Addressee : DeliveryRole.None;
            case "before":
                return !text.Has(phrase.Noun, "nsubj") && (nouns.IsBody(phrase) || (nouns.IsAudience(phrase) && !nouns.IsMedium(phrase))) ? DeliveryRole.Addressee : DeliveryRole.None;
            case "in" when text.Is(phrase.Marker + 1, "front"):
                return !nouns.IsBody(phrase) && nouns.IsPlace(phrase, "outside") ? DeliveryRole.Place : nouns.IsSomebody(phrase) ? DeliveryRole.Addressee : DeliveryRole.None;
            case "at" when DeliveryWords.Shouts.Contains(verb) && nouns.IsSomebody(phrase):
                return DeliveryRole.Addressee;
            case "for" when isAfterMedium && noun == "briefing" && nouns.IsSomebody(phrase):
                return DeliveryRole.Addressee;
            case "by" when scope.IsQuoting(phrase):
                return DeliveryRole.Medium;
        }

        return nouns.IsMediumAfter(marker, phrase, verb, isFronted: phrase.Noun < scope.Verbs[0]) ? DeliveryRole.Medium
            : nouns.IsPlace(phrase, marker) && DeliveryWords.IsSaid(verb) ? DeliveryRole.Place
            : DeliveryRole.None;
    }

    /// <summary>Whether "to" leads from a verb or noun of saying to those who hear it; right after a medium ("a letter to") to whatever can be told.</summary>
    private bool IsAddressed(DeliveryPhrase phrase, string verb, bool isAfterMedium, bool isBesideMedium)
    {
        if (!nouns.IsTold(phrase) || DeliveryWords.Points.Contains(verb) || IsIdiom(phrase.Marker))
        {
            return false;
        }

        if (isBesideMedium)
        {
            return !nouns.IsThing(phrase);
        }

        var isSaying = isAfterMedium || DeliveryWords.IsSaid(verb) || DeliveryWords.Conveys.Contains(verb) || DeliveryWords.Sayings.Contains(verb);
        return isSaying && (nouns.IsSomebody(phrase) || (DeliveryWords.Says.Contains(verb) && !nouns.IsThing(phrase)));
    }

    /// <summary>Whether "to" goes with the word before it: "according to".</summary>
    private bool IsIdiom(int marker) =>
        marker > 0 && text.Form(marker - 1) is "according" or "According" or "due" or "next" or "close" or "thanks" or "prior" or "up" or "similar" or "contrary" or "as" or "loyal";

    /// <summary>Whether right before the phrase stands one of these nouns under a preposition that makes it an occasion: "on a visit to", "during talks with".</summary>
    private bool IsAfter(DeliveryPhrase phrase, FrozenSet<string> words)
    {
        var noun = phrase.Marker - 1;
        if (noun <= scope.Sentence.Start || !words.Contains(reader.Lemma(noun)))
        {
            return false;
        }

        var marker = noun;
        while (marker > scope.Sentence.Start && !scope.IsPreposition(marker) && text.Upos(marker) is UniversalPos.NOUN or UniversalPos.ADJ or UniversalPos.DET or UniversalPos.PRON or UniversalPos.PROPN or UniversalPos.NUM or UniversalPos.PART)
        {
            marker--;
        }

        return reader.Lemma(marker) is "in" or "on" or "during" or "at";
    }
}
