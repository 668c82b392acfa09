using System.Collections.Frozen;
using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Meaning;

/// <summary>
/// Tells whether the day of a noun is the day of the saying that the noun stands beside: that of the speech in which something is said
/// is, that of the election after which it is said is not.
/// </summary>
internal sealed class SayingOccasions(ParsedText text)
{
    /// <summary>What is done to a text or talk on the day on which it says what it says.</summary>
    private static readonly FrozenSet<string> Issues = FrozenSet.Create(
        "date", "publish", "release", "issue", "post", "air", "broadcast", "send", "give", "record", "deliver", "write", "hold", "make", "circulate",
        "share", "tape", "print", "file", "sign", "televise", "stream", "distribute", "submit");

    private static readonly FrozenSet<string> Speakings = FrozenSet.Create("speak", "talk", "write", "address", "appear", "testify", "tweet", "post", "respond", "reply");

    /// <summary>Whether a word is a participle that tells when a text or talk came out: the "dated" of "a letter dated March 3".</summary>
    public bool IsIssued(int token) =>
        text.Has(token, "acl") && text.Syntax.Xpos[token] is "VBN" or "VBD" && Issues.Contains(text.Lemma(token)) && text.Head(token) is >= 0 and var noun && IsSpoken(noun);

    /// <summary>Whether a word is a participle that tells how a thing came to be said: the "speaking" of "speaking on Monday, the mayor said".</summary>
    public bool IsSpeaking(int token) =>
        text.Relation(token) == "advcl" && ((text.Syntax.Xpos[token] == "VBG" && Speakings.Contains(text.Lemma(token))) || (text.Syntax.Xpos[token] == "VBN" && text.Lemma(token) is "ask" or "interview" or "question"));

    /// <summary>Whether a noun names something written or recorded.</summary>
    public bool IsText(int noun) => text.Upos(noun) == UniversalPos.NOUN && DeliveryWords.Texts.Contains(Lemma(noun));

    /// <summary>Whether a time that stands in the phrase of a noun may be when something is said beside that phrase, by the preposition of the phrase.</summary>
    public bool MaySay(int noun, TokenRange time)
    {
        if (text.Upos(noun) is not (UniversalPos.NOUN or UniversalPos.PROPN or UniversalPos.PRON or UniversalPos.NUM) || time.Contains(noun))
        {
            return true;
        }

        return Preposition(noun) switch
        {
            "in" or "at" or "during" => true,
            "on" or "via" or "through" or "after" or "following" or "from" when IsSpoken(noun) || DeliveryWords.Visits.Contains(Lemma(noun)) => true,
            "on" => text.Upos(noun) == UniversalPos.PROPN,
            "by" or "over" when DeliveryWords.Channels.Contains(Lemma(noun)) => true,
            "to" or "with" or "for" or "from" or "by" or "alongside" => IsSomebody(noun),
            "" => noun < time.Start || IsSpoken(noun),
            _ => false,
        };
    }

    /// <summary>Whether a time is an end of a stretch and not when something is said: "since January", "after 2016".</summary>
    public bool IsBound(TimeExpression time, TokenRange tokens) =>
        Preposition(text.HeadOf(tokens)) is "since" or "until" or "till" or "than"
        || (time.Type == TimeType.Date && Preposition(text.HeadOf(tokens)) is "before" or "after" or "following");

    private bool IsSpoken(int noun)
    {
        var lemma = Lemma(noun);
        return DeliveryWords.Texts.Contains(lemma) || DeliveryWords.Events.Contains(lemma) || DeliveryWords.Talks.Contains(lemma) || DeliveryWords.Exchanges.Contains(lemma);
    }

    private bool IsSomebody(int noun) =>
        text.Upos(noun) is UniversalPos.PROPN or UniversalPos.PRON || text.EntityAt(noun) is not null || DeliveryWords.IsPersonal(Lemma(noun));

    private string Lemma(int token) => text.Lemma(token).ToLowerInvariant();

    private string Preposition(int noun)
    {
        foreach (var dependent in text.Syntax.Dependents(noun))
        {
            if (text.Relation(dependent) is "case" or "mark" && dependent < noun)
            {
                return text.Word(dependent).ToLowerInvariant();
            }
        }

        return string.Empty;
    }
}
