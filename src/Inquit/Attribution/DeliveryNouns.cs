using System.Collections.Frozen;
using Inquit.Linguistics;

namespace Inquit.Attribution;

/// <summary>What a phrase beside a cue names: somebody, a medium, a place.</summary>
internal sealed class DeliveryNouns(ParsedText text, DeliveryPhraseReader reader)
{
    /// <summary>The lemma that tells what the phrase names: its noun, or the one after "a series of".</summary>
    public string Kind(DeliveryPhrase phrase)
    {
        var lemma = text.Upos(phrase.Noun) == UniversalPos.VERB ? text.Form(phrase.Noun).ToString().ToLowerInvariant() : reader.Lemma(phrase.Noun);
        if (lemma == "time" && text.Is(phrase.Noun - 1, "question"))
        {
            return "question-time";
        }

        if ((DeliveryWords.Measures.Contains(lemma) || text.Upos(phrase.Noun) is UniversalPos.NUM or UniversalPos.DET) && text.Is(phrase.NounEnd, "of"))
        {
            for (var token = phrase.NounEnd + 1; token < phrase.Tokens.End; token++)
            {
                if (text.Upos(token) is UniversalPos.NOUN)
                {
                    lemma = reader.Lemma(token);
                }
                else if (text.Is(token, "of"))
                {
                    break;
                }
            }
        }

        return lemma;
    }

    /// <summary>Whether it can be spoken to.</summary>
    public bool IsTold(DeliveryPhrase phrase) => !text.Is(phrase.Noun, "it") && !reader.IsTime(phrase.Noun)
        && (text.Upos(phrase.Noun) == UniversalPos.PROPN || !DeliveryWords.Things.Contains(reader.Lemma(phrase.Noun)));

    /// <summary>Whether it is a person, a body or a group.</summary>
    public bool IsSomebody(DeliveryPhrase phrase)
    {
        var noun = phrase.Noun;
        if (text.Upos(noun) is UniversalPos.NUM or UniversalPos.DET && text.Is(noun + 1, "of"))
        {
            return phrase.Tokens.End > noun + 2 && DeliveryWords.IsPersonal(Kind(phrase));
        }

        if (text.Upos(noun) == UniversalPos.PRON)
        {
            return !(text.Form(noun) is "it" or "this" or "that" or "these" or "what" or "which" or "nothing" or "something" or "everything" or "anything");
        }

        if (text.EntityAt(noun) is { } name)
        {
            return name.Type != EntityType.Other || DeliveryWords.Somebodies.Contains(reader.Lemma(noun));
        }

        var lemma = reader.Lemma(noun);
        return DeliveryWords.IsPersonal(lemma) && (!IsMedium(phrase) || DeliveryWords.Somebodies.Contains(lemma) || DeliveryWords.Audiences.Contains(lemma));
    }

    /// <summary>Whether it is surely nobody: a process, a quality, a text.</summary>
    public bool IsThing(DeliveryPhrase phrase)
    {
        var lemma = reader.Lemma(phrase.Noun);
        return !IsSomebody(phrase) && (text.Upos(phrase.Noun) == UniversalPos.PRON || DeliveryWords.Texts.Contains(lemma) || DeliveryWords.Events.Contains(lemma) || DeliveryWords.Places.Contains(lemma) || DeliveryWords.Visits.Contains(lemma) || DeliveryWords.Talks.Contains(lemma)
            || lemma.EndsWith("tion", StringComparison.Ordinal) || lemma.EndsWith("sion", StringComparison.Ordinal) || lemma.EndsWith("ment", StringComparison.Ordinal)
            || lemma.EndsWith("ness", StringComparison.Ordinal) || lemma.EndsWith("ity", StringComparison.Ordinal) || lemma.EndsWith("ism", StringComparison.Ordinal) || lemma.EndsWith("ing", StringComparison.Ordinal));
    }

    /// <summary>Whether it is a body that sits, as a court or a committee.</summary>
    public bool IsBody(DeliveryPhrase phrase) => Any(phrase, DeliveryWords.Bodies);

    /// <summary>Whether those named are listeners: where they are is where it is said.</summary>
    public bool IsAudience(DeliveryPhrase phrase) =>
        text.Upos(phrase.Noun) is UniversalPos.PRON || text.EntityAt(phrase.Noun) is { Type: EntityType.Person or EntityType.Organization } || DeliveryWords.Audiences.Contains(reader.Lemma(phrase.Noun));

    /// <summary>Whether it is something written, recorded or put on record.</summary>
    public bool IsText(DeliveryPhrase phrase) => DeliveryWords.Texts.Contains(Kind(phrase));

    /// <summary>Whether a text appears in or on it: a paper, a station, a website, another text.</summary>
    public bool IsVenue(DeliveryPhrase phrase) => IsNetwork(phrase) || IsPaper(phrase) || DeliveryWords.Texts.Contains(Kind(phrase)) || DeliveryWords.OnAir.Contains(Kind(phrase));

    /// <summary>Whether it is a medium of any sort.</summary>
    public bool IsMedium(DeliveryPhrase phrase) =>
        IsText(phrase) || DeliveryWords.Events.Contains(Kind(phrase)) || DeliveryWords.Channels.Contains(Kind(phrase)) || IsNetwork(phrase) || IsPaper(phrase);

    /// <summary>Whether, after this preposition, it is that through which something is said.</summary>
    public bool IsMediumAfter(string marker, DeliveryPhrase phrase, string verb, bool isFronted)
    {
        var kind = Kind(phrase);
        var isSaid = DeliveryWords.IsSaid(verb);
        var isEvent = Any(phrase, DeliveryWords.Events) && isSaid && IsDetermined(phrase, DeliveryWords.BareTexts);
        var isOrganization = text.EntityAt(phrase.Noun) is { Type: EntityType.Organization };
        return marker switch
        {
            "in" => isEvent || (Any(phrase, DeliveryWords.Texts) && IsDetermined(phrase, DeliveryWords.BareTexts) && !IsAnswer(phrase))
                || (IsPaper(phrase) && (text.Upos(phrase.Noun) == UniversalPos.NOUN || isOrganization || text.EntityAt(phrase.Noun) is { Type: EntityType.Other }) && IsDetermined(phrase, DeliveryWords.BareTexts))
                || (verb is "write" or "argue" or "report" && !IsBody(phrase) && (isOrganization || (text.EntityAt(phrase.Noun) is not null && text.Form(phrase.Tokens.Start) is "The"))),
            "at" or "during" => isEvent,
            "on" => (IsNetwork(phrase) && isSaid) || (DeliveryWords.Surfaces.Contains(kind) && IsDetermined(phrase, DeliveryWords.BareTexts))
                || (DeliveryWords.OnAir.Contains(kind) && IsDetermined(phrase, DeliveryWords.BareTexts)) || (!isFronted && isSaid && (isOrganization || IsTitled(phrase))),
            "via" => DeliveryWords.Channels.Contains(kind) || DeliveryWords.Texts.Contains(kind) || IsNetwork(phrase) || IsSomebody(phrase),
            "through" => (DeliveryWords.Channels.Contains(kind) && IsDetermined(phrase, DeliveryWords.BareTexts)) || DeliveryWords.Texts.Contains(kind) || IsNetwork(phrase) || IsSomebody(phrase),
            "by" => DeliveryWords.Channels.Contains(kind) && text.Upos(phrase.Tokens.Start) is not (UniversalPos.DET or UniversalPos.PRON),
            "over" or "into" => DeliveryWords.Channels.Contains(kind),
            "from" => kind is "account" or "page" or "profile",
            _ => false,
        };
    }

    /// <summary>Whether, after this preposition, it is a place.</summary>
    public bool IsPlace(DeliveryPhrase phrase, string marker)
    {
        if (marker is not ("in" or "at" or "on" or "from" or "outside" or "inside" or "near" or "aboard" or "beside" or "behind" or "along"))
        {
            return false;
        }

        var lemma = reader.Lemma(phrase.Noun);
        if (marker == "in" && IsBareName(phrase))
        {
            return !IsMedium(phrase) || text.EntityAt(phrase.Noun) is { Type: EntityType.Place };
        }

        if (text.EntityAt(phrase.Noun) is { } name)
        {
            var isGround = DeliveryWords.Grounds.Contains(lemma);
            return name.Type switch
            {
                EntityType.Place => marker != "on" || isGround,
                EntityType.Organization => marker is "outside" or "inside" || (marker == "at" && !IsNetwork(phrase)) || (marker == "in" && IsBody(phrase)) || (DeliveryWords.Places.Contains(lemma) && (marker != "on" || isGround)),
                _ => DeliveryWords.Places.Contains(lemma) && (marker != "on" || isGround),
            };
        }

        return DeliveryWords.Places.Contains(lemma)
            && (marker != "on" || DeliveryWords.Grounds.Contains(lemma))
            && IsDetermined(phrase, DeliveryWords.BarePlaces);
    }

    /// <summary>A name without a determiner that is no tongue: after "in" it is a place, even where it was taken for something else.</summary>
    private bool IsBareName(DeliveryPhrase phrase)
    {
        var lemma = reader.Lemma(phrase.Noun);
        return text.Upos(phrase.Noun) == UniversalPos.PROPN && text.Upos(phrase.Tokens.Start) == UniversalPos.PROPN && phrase.Tokens.Length <= 3
            && !DeliveryWords.Tongues.Contains(lemma) && !lemma.EndsWith("ish", StringComparison.Ordinal) && !lemma.EndsWith("ese", StringComparison.Ordinal) && !lemma.EndsWith("ian", StringComparison.Ordinal);
    }

    /// <summary>Whether it is a network, a website or a station.</summary>
    private bool IsNetwork(DeliveryPhrase phrase) => Any(phrase, DeliveryWords.Networks) || text.Form(phrase.Noun) is "X" or "VK";

    private bool IsPaper(DeliveryPhrase phrase) => Any(phrase, DeliveryWords.Papers) && reader.Lemma(phrase.Noun) != "time";

    /// <summary>A title in quotation marks, as of a programme.</summary>
    private bool IsTitled(DeliveryPhrase phrase) => text.QuotationOf(phrase.Noun) >= 0 && text.QuotationOf(phrase.Tokens.Start) != text.QuotationOf(phrase.Noun) - 1 && text.Upos(phrase.Noun) == UniversalPos.PROPN;

    /// <summary>"In response to a question" tells on what occasion, and is no medium; "in a response to the paper" is.</summary>
    private bool IsAnswer(DeliveryPhrase phrase) => reader.Lemma(phrase.Noun) is "response" or "reply" or "answer" or "order" && phrase.Noun == phrase.Tokens.Start;

    /// <summary>Whether the noun is one of these words, or, in a name, any of the name's words is.</summary>
    private bool Any(DeliveryPhrase phrase, FrozenSet<string> words)
    {
        if (words.Contains(Kind(phrase)))
        {
            return true;
        }

        if (text.Upos(phrase.Noun) is not (UniversalPos.PROPN or UniversalPos.NUM))
        {
            return false;
        }

        for (var token = phrase.Tokens.Start; token < phrase.NounEnd; token++)
        {
            if (words.Contains(reader.Lemma(token)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether more than a bare singular noun stands there, which would tell a manner ("in protest"); some are always bare.</summary>
    private bool IsDetermined(DeliveryPhrase phrase, FrozenSet<string> bare) =>
        phrase.Noun > phrase.Tokens.Start || text.Syntax.Xpos[phrase.Noun] is "NNS" or "NNPS" or "NNP" || bare.Contains(reader.Lemma(phrase.Noun));
}
