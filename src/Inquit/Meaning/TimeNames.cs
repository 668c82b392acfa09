using System.Collections.Frozen;
using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Meaning;

/// <summary>
/// Tells words of time that are none where they stand: parts of names ("April Ryan", "Bloody Sunday", "the Winter Olympics") and other
/// senses ("the March on Washington", "the fall of Kabul").
/// </summary>
internal sealed class TimeNames(ParsedText text)
{
    /// <summary>The prepositions after which "the fall" is the season.</summary>
    private static readonly FrozenSet<string> SeasonMarkers = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "in", "by", "during", "since", "until", "till", "through", "throughout", "for", "of", "over", "into", "from", "next");

    /// <summary>Whether the words of a match are no time.</summary>
    public bool Contains(TimeMatch match)
    {
        var range = new TokenRange(match.Start, match.End);
        if (IsInName(range))
        {
            return true;
        }

        var last = range.End - 1;
        if (!IsWord(last) || HasFigure(range))
        {
            return false;
        }

        return IsStartOfName(range, last) || IsEndOfName(range, last) || IsSpeaker(range)
            || (Means(last, TimeClass.SeasonName) && IsNoSeason(range, last))
            || (Means(last, TimeClass.MonthName) && range.Length == 1 && IsNoMonth(last))
            || (Means(last, TimeClass.Weekday) && range.Length == 1 && text.Word(last).EndsWith('.') && text.Is(last - 1, "the"));
    }

    /// <summary>Whether the recognizer found a longer name around it, or a person's right there.</summary>
    private bool IsInName(TokenRange range)
    {
        foreach (var name in text.EntitiesIn(range))
        {
            var isLonger = name.Tokens.Contains(range) && name.Tokens.Length > range.Length;
            if ((isLonger && (name.Type is EntityType.Person or EntityType.Organization or EntityType.Other || (name.Type == EntityType.Place && name.Tokens.End > range.End)))
                || (name.Type == EntityType.Person && name.Tokens == range && range.Length == 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a name goes on after it: "Tuesday Morning Corp.", "the Winter Olympics", "April Ryan".</summary>
    private bool IsStartOfName(TokenRange range, int last)
    {
        var next = range.End;
        if (next >= text.SentenceOf(last).End || !IsCapital(next) || !IsCapital(last))
        {
            return false;
        }

        var head = text.Head(last);
        if (text.Relation(last) is "compound" or "flat" && head >= next && AreCapitals(new TokenRange(next, head + 1)))
        {
            return true;
        }

        // A given name before a surname: no preposition stands before it, as before a month.
        var isFirst = IsFirst(range.Start);
        return range.Length == 1 && text.EntityAt(next) is { Type: EntityType.Person } name && name.Tokens.Start == next && name.Tokens.Length == 1
            && (isFirst || (!Means(last, TimeClass.Weekday) && text.Upos(range.Start - 1) is not (UniversalPos.ADP or UniversalPos.DET or UniversalPos.ADJ or UniversalPos.ADV)));
    }

    /// <summary>Whether a name ends with it: "Bloody Sunday", "Super Tuesday".</summary>
    private bool IsEndOfName(TokenRange range, int last)
    {
        var before = range.Start - 1;
        return Means(last, TimeClass.Weekday) && range.Length == 1 && before >= text.SentenceOf(last).Start && text.Head(before) == last && IsCapital(before)
            && ((text.Relation(before) == "amod" && !TimeWords.Meanings.ContainsKey(text.Word(before)) && !(text.Form(before) is "Late" or "Early"))
                || (text.Relation(before) == "compound" && (IsFirst(before) || text.Upos(before - 1) is not (UniversalPos.ADP or UniversalPos.PROPN or UniversalPos.PUNCT))));
    }

    /// <summary>Whether it speaks: "Summer said".</summary>
    private bool IsSpeaker(TokenRange range)
    {
        var verb = text.Head(range.Start);
        return range.Length == 1 && text.Relation(range.Start) == "nsubj" && !Means(range.Start, TimeClass.Weekday) && verb >= 0 && DeliveryWords.Says.Contains(text.Lemma(verb));
    }

    /// <summary>Whether "fall" is no autumn and "spring" or "winter" stands for something else.</summary>
    private bool IsNoSeason(TokenRange range, int last)
    {
        if (range.Length > (text.Is(range.Start, "the") ? 2 : 1))
        {
            return false;
        }

        if (text.Is(range.End, "of"))
        {
            return !IsTime(range.End + 1) && !IsTime(range.End + 2);
        }

        var isModifier = text.Head(last) > last && text.Relation(last) is "compound" or "amod";
        if (isModifier)
        {
            return false;
        }

        var before = range.Start - 1 >= text.SentenceOf(last).Start ? range.Start - 1 : -1;
        var hasOwner = before >= 0 && text.Head(before) == last && text.Upos(before) is UniversalPos.DET or UniversalPos.PRON or UniversalPos.ADJ or UniversalPos.NUM;
        return text.Is(last, "fall")
            ? hasOwner || before < 0 || !SeasonMarkers.Contains(text.Word(before)) || (text.Form(range.End < text.Count ? range.End : last) is "in" or "from" or "to" && !IsTime(range.End + 1))
            : hasOwner && text.Form(before) is "a" or "an" or "A" or "An";
    }

    /// <summary>Whether an article makes it a march, or it is short for nothing: "Jan".</summary>
    private bool IsNoMonth(int month) =>
        (month > 0 && text.Head(month - 1) == month && text.Form(month - 1) is "the" or "The" or "a" or "A" && text.Has(month, "compound") is false && !text.IsPossessive(month + 1))
        || (text.Form(month).Length == 3 && !text.Is(month, "May") && !text.Is(month + 1, "."));

    private bool IsFirst(int token) => token == text.SentenceOf(token).Start || text.IsPunctuation(token - 1);

    private bool IsTime(int token) => token < text.Count && (text.Upos(token) == UniversalPos.NUM || TimeWords.Meanings.ContainsKey(text.Word(token)));

    private bool IsWord(int token) => TimeWords.Meanings.ContainsKey(text.Word(token));

    private bool HasFigure(TokenRange range)
    {
        for (var token = range.Start; token < range.End; token++)
        {
            if (text.Form(token).ContainsAnyInRange('0', '9'))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsCapital(int token) => char.IsUpper(text.Form(token)[0]);

    private bool AreCapitals(TokenRange range)
    {
        for (var token = range.Start; token < range.End; token++)
        {
            if (!IsCapital(token))
            {
                return false;
            }
        }

        return true;
    }

    private bool Means(int token, TimeClass kind) =>
        TimeWords.Meanings.TryGetValue(text.Word(token), out var meanings) && Array.Exists(meanings, meaning => meaning.Class == kind);
}
