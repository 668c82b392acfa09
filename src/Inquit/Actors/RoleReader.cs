using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Actors;

/// <summary>
/// Reads role, affiliation and country off the words around a person's name: before it ("CNN's Ann Lee", "French President Ann
/// Lee", "the head of the office, Ann Lee") and after it ("Ann Lee, 45, mayor of Dayton", "Ann Lee (D-Mo.)").
/// </summary>
internal sealed class RoleReader
{
    /// <summary>How many tokens a role may have.</summary>
    private const int LongestRole = 24;

    /// <summary>How many tokens the field of an office may have: "secretary of | homeland security".</summary>
    private const int LongestField = 4;

    private readonly ParsedText text;
    private readonly ArticleNames names;
    private readonly RoleCutter cutter;

    /// <summary>Creates a reader for an article with these names.</summary>
    public RoleReader(ParsedText text, ArticleNames names)
    {
        this.text = text;
        this.names = names;
        Countries = new CountryReader(text, names);
        cutter = new RoleCutter(text, names, Countries);
    }

    /// <summary>Reads the countries that phrases tell.</summary>
    public CountryReader Countries { get; }

    /// <summary>All that is said of a person beside this mention of the name, the words before it first.</summary>
    public IEnumerable<RolePhrase> Around(TokenRange name)
    {
        if (Before(name) is { } before)
        {
            yield return before;
        }

        if (AppositionBefore(name) is { } apposition)
        {
            yield return apposition;
        }

        foreach (var phrase in After(name))
        {
            yield return phrase;
        }

        if (Origin(name) is { } origin)
        {
            yield return origin;
        }
    }

    /// <summary>Reads a noun phrase that stands for a person: its role, affiliation and country; null where no noun in it says what a person is.</summary>
    public RolePhrase? Read(TokenRange phrase)
    {
        var start = phrase.Start;
        while (start < phrase.End && (text.Upos(start) is UniversalPos.DET or UniversalPos.PUNCT or UniversalPos.ADV or UniversalPos.PRON or UniversalPos.CCONJ))
        {
            start++;
        }

        var noun = NounOf(new TokenRange(start, phrase.End));
        return noun < 0 ? null : cutter.Cut(new TokenRange(start, phrase.End), noun);
    }

    /// <summary>The noun that says what the person is: the last one before a preposition or the phrase's end, or -1.</summary>
    private int NounOf(TokenRange phrase)
    {
        var noun = -1;
        for (var token = phrase.Start; token < phrase.End; token++)
        {
            if (text.Upos(token) is UniversalPos.ADP or UniversalPos.PUNCT && token > phrase.Start && !text.IsDash(token) && noun >= 0)
            {
                break;
            }

            if (IsPersonNoun(token) && !IsFollowedByNoun(token, phrase.End) && !((text.Has(token, "compound") || text.Has(token, "amod")) && text.Head(token) > token && phrase.Contains(text.Head(token)) && text.Upos(text.Head(token)) is UniversalPos.NOUN or UniversalPos.PROPN && !IsPersonNoun(text.Head(token))))
            {
                noun = token;
                if (token + 1 < phrase.End && text.Upos(token + 1) == UniversalPos.CCONJ)
                {
                    break;
                }
            }
        }

        return noun;
    }

    private bool IsFollowedByNoun(int token, int end) =>
        token + 1 < end && (text.IsPossessive(token + 1) || (names.At(token + 1) is null && text.Upos(token + 1) is UniversalPos.NOUN or UniversalPos.PROPN && IsPersonNoun(token + 1)));

    private RolePhrase? Before(TokenRange name)
    {
        if ((OfficeOf(name) ?? FieldOf(name)) is { } office)
        {
            return office;
        }

        var start = name.Start;
        while (start > 0 && name.Start - start < LongestRole && IsInPrenominal(start - 1, name.Start))
        {
            start--;
        }

        if (start == name.Start)
        {
            return null;
        }

        var last = name.Start - 1;
        while (last > start && PersonTitles.IsHonorific(text.Word(last)) && IsPersonNoun(last - 1) && text.Syntax.Xpos[last - 1] is not ("NNS" or "NNPS"))
        {
            last--; // "Supreme Leader | Ayatollah"
        }

        var phrase = new TokenRange(start, last + 1);
        if (IsPersonNoun(last) || (PersonTitles.IsTitle(text.Word(last)) && !PersonTitles.IsPlain(text.Word(last))))
        {
            var cut = cutter.Cut(phrase, last);
            return cut.Noun is "rival" or "competitor" or "newcomer" or "fellow" ? cut with { Role = null } : cut; // how one stands to others is no office
        }

        // "CNN's Ann Lee"
        if (text.IsPossessive(last) && names.At(last - 1) is { Type: EntityType.Organization or EntityType.Place } owner)
        {
            return new RolePhrase(phrase, null, null, text.Words(owner.Tokens), Countries.Of(phrase));
        }

        return Countries.Of(phrase) is { } country ? new RolePhrase(phrase, null, null, null, country) : null;
    }

    /// <summary>"Prime Minister of Norland | Ann Lee": an office with its country or body before the name.</summary>
    private RolePhrase? OfficeOf(TokenRange name)
    {
        if (names.At(name.Start - 1) is not { Type: EntityType.Place or EntityType.Organization } place || place.Tokens.Start < 2)
        {
            return null;
        }

        var noun = place.Tokens.Start - (text.Is(place.Tokens.Start - 1, "the") ? 3 : 2);
        if (noun < 0 || !text.Is(noun + 1, "of") || !IsPersonNoun(noun) || !text.SentenceOf(name.Start).Contains(noun))
        {
            return null;
        }

        return cutter.Cut(new TokenRange(PrenominalStart(noun, name.Start), name.Start), noun) with { IsOffice = true };
    }

    /// <summary>"Trump's former chief of staff | John Kelly", "Secretary of State | Ann Lee": an office with its field before the name; but not "the wife of driver | Ann Lee".</summary>
    private RolePhrase? FieldOf(TokenRange name)
    {
        var of = name.Start - 1;
        while (of > 0 && name.Start - of <= LongestField && text.Upos(of) is UniversalPos.NOUN or UniversalPos.PROPN or UniversalPos.ADJ && names.At(of) is not { Type: EntityType.Person })
        {
            of--;
        }

        if (of <= 0 || of == name.Start - 1 || !text.Is(of, "of") || !text.SentenceOf(name.Start).Contains(of - 1) || IsPersonNoun(name.Start - 1) || PersonTitles.IsTitle(text.Word(name.Start - 1))
            || !IsPersonNoun(of - 1) || text.Syntax.Xpos[of - 1] is "NNS" or "NNPS")
        {
            return null;
        }

        return cutter.Cut(new TokenRange(PrenominalStart(of - 1, name.Start), name.Start), of - 1) with { IsOffice = true };
    }

    /// <summary>Where the words begin that say what the noun's bearer is.</summary>
    private int PrenominalStart(int noun, int nameStart)
    {
        while (noun > 0 && IsInPrenominal(noun - 1, nameStart))
        {
            noun--;
        }

        return noun;
    }

    private bool IsInPrenominal(int token, int nameStart)
    {
        if (!text.SentenceOf(nameStart).Contains(token) || names.At(token) is { Type: EntityType.Person } && (token + 1 == nameStart || !text.IsPossessive(token + 1)))
        {
            return false;
        }

        return text.Upos(token) switch
        {
            UniversalPos.NOUN or UniversalPos.PROPN or UniversalPos.ADJ => true,
            UniversalPos.NUM => names.At(token) is not null,
            UniversalPos.ADV => token + 1 < nameStart && text.Upos(token + 1) is UniversalPos.VERB or UniversalPos.ADJ,
            UniversalPos.PART => text.Word(token) is "'s" or "’s" or "'" or "’",
            UniversalPos.CCONJ => text.Word(token) is "and" or "&" && token + 1 < nameStart && IsPersonNoun(token + 1) && token > 0 && IsPersonNoun(token - 1),
            UniversalPos.PUNCT or UniversalPos.SYM => IsHyphen(token) || text.Word(token) is "/",
            UniversalPos.VERB => token + 1 < nameStart && ((text.Head(token) > token && text.Head(token) < nameStart && text.Relation(token) == "amod") || (token > 0 && text.Is(token - 1, "newly"))),
            UniversalPos.ADP => names.At(token) is { } around && around.Tokens.Start < token,
            UniversalPos.DET => names.At(token) is { } around && around.Tokens.Start < token,
            _ => false,
        };
    }

    /// <summary>"the head of the press service, Ann Lee"</summary>
    private RolePhrase? AppositionBefore(TokenRange name)
    {
        var comma = name.Start - 1;
        if (comma <= 0 || text.Word(comma) != ",")
        {
            return null;
        }

        var sentence = text.SentenceOf(name.Start);
        var start = comma;
        while (start > sentence.Start && comma - start < LongestRole && IsInDescription(start - 1))
        {
            start--;
        }

        while (start < comma && (text.Upos(start) is UniversalPos.ADP or UniversalPos.CCONJ))
        {
            start++;
        }

        if (start == comma || names.At(start) is { Type: EntityType.Person } && !text.IsPossessive(names.At(start)!.Value.Tokens.End))
        {
            return null;
        }

        // "was assessed in the morning by | the head of the office": where a phrase begins that starts with what the person is
        while (start < comma && !BeginsWithPerson(new TokenRange(start, comma)))
        {
            start++;
            while (start < comma && text.Upos(start) != UniversalPos.DET)
            {
                start++;
            }
        }

        var phrase = new TokenRange(start, comma);
        var isOpened = start < comma && (text.Upos(start) == UniversalPos.DET || text.Word(start) is "his" or "her" or "its" or "their" || start == sentence.Start || names.At(start) is not null || text.Has(name.Start, "appos"));
        return isOpened && Read(phrase) is { Noun: not null } role && IsApposed(name, phrase) ? role with { IsApposition = true } : null;
    }

    /// <summary>Whether a noun that says what a person is stands before the first preposition.</summary>
    private bool BeginsWithPerson(TokenRange phrase)
    {
        for (var token = phrase.Start; token < phrase.End && text.Upos(token) != UniversalPos.ADP; token++)
        {
            if (IsPersonNoun(token))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the tree has the name as another word for the phrase, or the two stand at a clause's start with commas around the name.</summary>
    private bool IsApposed(TokenRange name, TokenRange phrase)
    {
        var head = name.Start;
        while (name.Contains(text.Head(head)))
        {
            head = text.Head(head);
        }

        return (text.Has(head, "appos") && phrase.Contains(text.Head(head)))
            || (name.End < text.Count && text.Word(name.End) == "," && !text.Has(head, "conj"))
            || (name.End < text.Count && text.Upos(name.End) is UniversalPos.VERB or UniversalPos.AUX or UniversalPos.PUNCT && !text.Has(head, "conj"));
    }

    private bool IsInDescription(int token) => text.Upos(token) switch
    {
        UniversalPos.NOUN or UniversalPos.PROPN or UniversalPos.ADJ or UniversalPos.DET or UniversalPos.ADP or UniversalPos.NUM => true,
        UniversalPos.PART => text.Word(token) is "'s" or "’s" or "'" or "’",
        UniversalPos.PRON => text.Word(token) is "his" or "her" or "its" or "their" or "His" or "Her" or "Its" or "Their",
        UniversalPos.CCONJ => text.Word(token) is "and" or "&",
        UniversalPos.PUNCT or UniversalPos.SYM => IsHyphen(token),
        UniversalPos.VERB => text.Relation(token) == "amod",
        _ => names.At(token) is not null,
    };

    /// <summary>A party in brackets and a description between commas.</summary>
    private IEnumerable<RolePhrase> After(TokenRange name)
    {
        var token = name.End;
        if (token + 2 < text.Count && text.Word(token) == "(" && PartyIn(token) is { } party)
        {
            yield return party;
            token = party.Tokens.End;
        }

        if (token + 1 < text.Count && text.Word(token) == "," && text.Upos(token + 1) == UniversalPos.NUM)
        {
            yield return new RolePhrase(new TokenRange(token + 1, token + 2), Descriptions.Age, null, null, null);
            token += 2;
        }

        if (token + 1 >= text.Count || text.Word(token) is not ("," or "—" or "–" or "--" or "(") || !text.SentenceOf(name.Start).Contains(token + 1))
        {
            yield break;
        }

        var start = token + (text.Is(token + 1, "as") ? 2 : 1);
        var end = start;
        var sentence = text.SentenceOf(name.Start);
        while (end < sentence.End && end - start < LongestRole && IsInDescription(end) && !(text.Upos(end) == UniversalPos.CCONJ && end + 1 < sentence.End && names.At(end + 1) is { Type: EntityType.Person }))
        {
            end++;
        }

        // "a former adviser to | then-Vice President Lee": what can still be read
        while (end > start && end < sentence.End && text.Upos(end) == UniversalPos.ADV && text.Upos(end - 1) is UniversalPos.ADP or UniversalPos.DET or UniversalPos.CCONJ or UniversalPos.ADJ)
        {
            end--;
        }

        if (end > start && text.Upos(start) != UniversalPos.ADP && names.At(start) is not { Type: EntityType.Person } && (end == sentence.End || text.Upos(end) == UniversalPos.ADP || text.Upos(end) is UniversalPos.PUNCT or UniversalPos.PRON or UniversalPos.VERB or UniversalPos.SCONJ or UniversalPos.AUX)
            && (Read(new TokenRange(start, end)) ?? ReadIndefinite(name, new TokenRange(start, end))) is { } role)
        {
            yield return role;
        }
    }

    /// <summary>"Ann Lee, a potter": whatever a person is called with "a" is what the person is, though no list has the noun.</summary>
    private RolePhrase? ReadIndefinite(TokenRange name, TokenRange phrase)
    {
        var noun = text.Dependent(text.HeadOf(name), "appos");
        return phrase.Contains(noun) && text.Upos(noun) == UniversalPos.NOUN && text.Word(phrase.Start) is "a" or "an" && !BodyNouns.Contains(text.Lemma(noun)) && !BodyNouns.IsWork(text.Lemma(noun))
            ? cutter.Cut(new TokenRange(phrase.Start + 1, phrase.End), noun)
            : null;
    }

    /// <summary>"Ann Lee of Ohio", "Ann Lee from the University of Basel", "Ann Lee (Ohio)": where a person comes from, or whom the person belongs to.</summary>
    private RolePhrase? Origin(TokenRange name)
    {
        var at = name.End + 1;
        if (at >= text.Count || text.Word(name.End) is not ("of" or "from" or "("))
        {
            return null;
        }

        at += at + 1 < text.Count && text.Is(at, "the") ? 1 : 0;
        if (names.At(at) is not { Type: EntityType.Place or EntityType.Organization } origin || origin.Tokens.Start != at)
        {
            return null;
        }

        var phrase = new TokenRange(name.End, origin.Tokens.End);
        if (text.Word(name.End) == "(")
        {
            return origin.Type == EntityType.Place && text.Is(origin.Tokens.End, ")") && Countries.Of(phrase) is { } bracketed ? new RolePhrase(phrase, null, null, null, bracketed) : null;
        }

        // "Ann Lee from Ohio said", not "took Ann Lee from Ohio"
        var affiliation = origin.Type == EntityType.Organization ? text.Words(origin.Tokens) : null;
        return name.Contains(text.Head(text.HeadOf(origin.Tokens))) && (affiliation ?? Countries.Of(phrase)) is not null ? new RolePhrase(phrase, null, null, affiliation, Countries.Of(phrase)) : null;
    }

    /// <summary>"(D-Mo.)", "(R)": a member of an American parliament or governor.</summary>
    private RolePhrase? PartyIn(int bracket)
    {
        var end = bracket + 1;
        while (end < text.Count && end - bracket < 8 && text.Word(end) != ")")
        {
            end++;
        }

        if (end == text.Count || text.Word(end) != ")")
        {
            return null;
        }

        var words = text.Words(new TokenRange(bracket + 1, end));
        var party = words.Length == 0 ? null : words[0] switch { 'D' => "Democrat", 'R' => "Republican", 'I' => "Independent", _ => null };
        return party is not null && (words.Length == 1 || words[1] is '-' or '–' or '—') ? new RolePhrase(new TokenRange(bracket, end + 1), party.ToLowerInvariant(), null, null, "US") : null;
    }

    /// <summary>Whether a token joins the words around it: "co | - | founder"; not the dash after a dateline.</summary>
    private bool IsHyphen(int token) => text.Form(token) is "-" && token > 0 && token + 1 < text.Count
        && text.Segmentation.Tokens[token - 1].End == text.Segmentation.Tokens[token].Start && text.Segmentation.Tokens[token].End == text.Segmentation.Tokens[token + 1].Start;

    private bool IsPersonNoun(int token) => text.Upos(token) is UniversalPos.NOUN or UniversalPos.PROPN or UniversalPos.ADJ && (PersonNouns.Contains(text.Lemma(token)) || PersonNouns.Contains(text.Word(token)));
}
