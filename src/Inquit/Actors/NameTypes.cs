using System.Numerics;
using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Actors;

/// <summary>
/// Says whether a name is a person's, a body's or a place's by all that the article shows of it: the recognizer's votes, the name's
/// form, the tables, longer names that it is a part of, and the words beside each of its mentions. Each sign counts once for a
/// name, with a weight by how seldom it stands beside a name of another type; the weights are set by hand. The recognizer's type
/// stays unless another is clearly ahead.
/// </summary>
/// <param name="text">The article.</param>
internal sealed class NameTypes(ParsedText text)
{
    /// <summary>By how much another type must be ahead of the recognizer's.</summary>
    private const double LeastLead = 0.75;

    /// <summary>The least weight by which words become a name that the recognizer passed over.</summary>
    private const double LeastFound = 2;

    /// <summary>What the recognizer's votes weigh at most; one vote weighs half of it.</summary>
    private const double MostVotes = 3;

    private const int Person = (int)EntityType.Person;
    private const int Body = (int)EntityType.Organization;
    private const int Place = (int)EntityType.Place;

    /// <summary>Nouns for what only a person has: "her | husband".</summary>
    private static readonly HashSet<string> OfPersons = new(StringComparer.Ordinal)
    {
        "wife", "husband", "mother", "father", "son", "daughter", "brother", "sister", "parent", "child", "uncle", "aunt", "cousin", "widow", "widower", "girlfriend", "boyfriend", "fiancée", "fiancé", "grandfather",
        "grandmother", "death", "birthday", "body", "face", "voice", "childhood", "funeral", "family", "memoir", "hair", "hand", "eye", "testimony",
    };

    /// <summary>Nouns for what only a body has: "its | shares".</summary>
    private static readonly HashSet<string> OfBodies = new(StringComparer.Ordinal)
    {
        "share", "stake", "subsidiary", "shareholder", "stockholder", "customer", "headquarters", "executive", "employee", "unit", "branch", "plant", "factory", "stock", "chairman", "chairwoman", "merger", "takeover",
        "revenue", "profit", "management", "workforce", "fleet", "refinery", "ceo", "founder", "co-founder", "board", "acquisition", "brand", "product", "store", "division", "director-general", "treasurer", "bankruptcy",
    };

    /// <summary>Verbs of which mostly somebody is the subject.</summary>
    private static readonly HashSet<string> SayingVerbs = new(StringComparer.Ordinal)
    {
        "say", "tell", "add", "explain", "warn", "argue", "note", "insist", "declare", "claim", "admit", "suggest", "announce", "write", "report", "ask", "think", "believe", "hope", "recall", "testify", "reply",
    };

    /// <summary>Nouns for places.</summary>
    private static readonly HashSet<string> PlaceNouns = new(StringComparer.Ordinal)
    {
        "city", "town", "village", "region", "province", "country", "state", "suburb", "island", "district", "river", "mountain", "county", "capital", "port", "neighborhood", "neighbourhood", "borough", "municipality", "hamlet", "peninsula",
    };

    /// <summary>Last words of the names of places.</summary>
    private static readonly HashSet<string> PlaceWords = new(StringComparer.Ordinal)
    {
        "County", "City", "Island", "Islands", "River", "Lake", "Valley", "Beach", "Street", "Avenue", "Road", "Square", "Bay", "Coast", "Creek", "Mountains", "Mountain", "Park", "Province", "District", "Boulevard", "Heights",
        "Hill", "Hills", "Harbor", "Harbour", "Falls", "Springs", "Peninsula", "Desert", "Sea", "Ocean", "Strait", "Canal", "Bridge", "Plaza",
    };

    /// <summary>What each sign weighs for a person, a body and a place.</summary>
    private static readonly double[][] Weights = [.. Enum.GetValues<NameSign>().Select(sign => sign.Weight()).Select(weight => new[] { weight.Person, weight.Body, weight.Place })];

    private readonly Dictionary<string, Name> names = new(StringComparer.OrdinalIgnoreCase);

    private readonly List<(Name Name, int Other)> joined = [];
    private readonly Dictionary<int, Name> byHead = [];

    /// <summary>The last and first words of the full names of persons, and the first words of the names of bodies.</summary>
    private HashSet<string>? ofPersons;
    private HashSet<string>? ofBodies;

    /// <summary>Whether only a body has what the noun names: shares, a chief executive.</summary>
    public static bool IsBodysNoun(string noun) => OfBodies.Contains(noun) || noun.StartsWith("spokes", StringComparison.Ordinal);

    /// <summary>Takes a name of the text in, with the type that the recognizer gives it; null for words that it passed over.</summary>
    public void See(TokenRange name, EntityType? type)
    {
        var key = KeyOf(name);
        if (!names.TryGetValue(key, out var known))
        {
            names.Add(key, known = new Name(name));
            ReadForm(known, key);
        }

        if (type is EntityType.Person or EntityType.Organization or EntityType.Place)
        {
            known.Votes[(int)type]++;
        }

        known.IsMixed |= text.Form(name.Start).IndexOfAnyInRange('a', 'z') >= 0;
        var head = text.HeadOf(name);
        byHead[head] = known;
        if (text.Has(head, "conj"))
        {
            joined.Add((known, text.Head(head)));
        }

        ReadBefore(known, name, type);
        ReadAfter(known, name);
        ReadClause(known, name);
    }

    /// <summary>The type of a name that was taken in, by all its mentions: the recognizer's own (null where it gives none), unless another is clearly ahead.</summary>
    public EntityType? TypeOf(TokenRange name, EntityType? recognized)
    {
        if (recognized is EntityType.Group or EntityType.Other || !names.TryGetValue(KeyOf(name), out var known))
        {
            return recognized;
        }

        CompareNames();
        var best = Person;
        for (var type = Body; type <= (IsPlaceLike(known) ? Place : Body); type++)
        {
            best = Weight(known, type) > Weight(known, best) ? type : best;
        }

        if (best == Place && known.Has(NameSign.Speaks) && !known.Has(NameSign.LiesIn) && !known.Has(NameSign.KnownPlace) && !known.Has(NameSign.CalledPlace) && !known.Has(NameSign.PlaceWord))
        {
            return Weight(known, Person) > Weight(known, Body) ? EntityType.Person : EntityType.Organization; // no place known speaks
        }

        var isBetter = recognized is { } own ? Weight(known, best) - Weight(known, (int)own) >= LeastLead : Weight(known, best) >= LeastFound;
        return isBetter && !(recognized == EntityType.Person && IsTitled(name)) ? (EntityType)best : recognized;
    }

    private string KeyOf(TokenRange name) => text.Words(name);

    /// <summary>Whether anything speaks for a place by itself.</summary>
    private static bool IsPlaceLike(Name name) => name.Votes[Place] > 0 || name.Has(NameSign.KnownPlace) || name.Has(NameSign.CalledPlace) || name.Has(NameSign.PlaceWord);

    private static double Weight(Name name, int type)
    {
        var weight = MostVotes * name.Votes[type] / (name.Votes[type] + 1);
        for (var signs = name.Signs; signs != 0; signs &= signs - 1)
        {
            weight += Weights[BitOperations.TrailingZeroCount(signs)][type];
        }

        return weight;
    }

    private void ReadForm(Name name, string key)
    {
        var tokens = name.First;
        var (first, last) = (text.Word(tokens.Start), text.Word(tokens.End - 1));
        var entry = Gazetteer.Default.Find(key);
        name.Set(NameSign.KnownPlace, entry is { NameType: EntityType.Place });
        name.Set(NameSign.KnownBody, entry is { NameType: EntityType.Organization, IsCompany: false });
        name.Set(NameSign.KnownCompany, entry is { IsCompany: true });
        if (tokens.Length == 1)
        {
            name.Set(NameSign.GivenAlone, GivenNames.Default.Contains(first));
            name.Set(NameSign.CommonFamily, FamilyNames.IsCommon(NameLetters.Plain(first)));
            name.Set(NameSign.Capitals, first.Length is > 1 and < 7 && first.Count(char.IsUpper) > 1 && first.All(letter => char.IsUpper(letter) || letter == '.'));
            return;
        }

        var isGiven = GivenNames.Default.Contains(first);
        var isMarked = BodyWords.Mark(first, last);
        var isBody = isMarked && !(isGiven && FamilyNames.IsCommon(NameLetters.Plain(last))); // "Hartley Mills" may be either
        name.Set(NameSign.BodyWord, isBody);
        name.Set(NameSign.GivenFirst, !isMarked && tokens.Length < 5 && isGiven && entry is null && !PlaceWords.Contains(last) && text.Form(tokens.Start + 1) is not "-" && last.Any(char.IsLower));
        var isFamilyFirst = !isMarked && entry is null && FamilyNames.StandsFirst(key.Split(' '), null);
        name.Set(NameSign.FamilyFirst, isFamilyFirst);
        name.Set(NameSign.NoGivenFirst, !isGiven && !isFamilyFirst && first.Length > 2);
        name.Set(NameSign.PlaceWord, PlaceWords.Contains(last) && !FamilyNames.IsCommon(NameLetters.Plain(last)));
        for (var token = tokens.Start; token < tokens.End; token++)
        {
            var form = text.Form(token);
            name.Set(NameSign.Initial, token > tokens.Start && ((form.Length == 2 && form[1] == '.' && char.IsUpper(form[0])) || form is "Jr." or "Jr" or "Sr."));
            name.Set(NameSign.SmallWord, form is "of" or "&" or "for" or "and");
        }
    }

    private bool IsTitled(TokenRange name) => name.Start > 0 && PersonTitles.IsTitle(text.Word(name.Start - 1)) && text.SentenceOf(name.Start).Contains(name.Start - 1);

    private void ReadBefore(Name known, TokenRange name, EntityType? type)
    {
        var before = name.Start - 1;
        if (before < 0 || !text.SentenceOf(name.Start).Contains(before))
        {
            return;
        }

        if (IsTitled(name) && (type == EntityType.Person || PersonTitles.IsPlain(text.Word(before))))
        {
            known.Set(NameSign.Title);
            return;
        }

        var head = text.HeadOf(name);
        known.Set(NameSign.Speaks, !known.Has(NameSign.KnownPlace) && text.Form(before) is "to" && text.Is(before - 1, "according"));
        if (text.Form(before) is "(" && before > 0 && known.Has(NameSign.Capitals) && name.End < text.Count && text.Form(name.End) is ")")
        {
            known.Set(NameSign.BracketedLetters, text.Upos(before - 1) == UniversalPos.PROPN);
        }
        else if (text.Form(before) is "the" or "The" && text.Head(before) == head)
        {
            known.Set(NameSign.Article);
        }
        else if (text.Upos(before) == UniversalPos.NOUN && (text.Head(before) == head || text.Head(head) == before || text.Head(before) == text.Head(head)))
        {
            var noun = text.Lemma(before);
            var isPerson = PersonNouns.Contains(noun) && !BodyNouns.Contains(noun);
            known.Set(NameSign.PersonNounBefore, isPerson && text.Has(before, "nmod"));
            known.Set(NameSign.BodyNounBefore, !isPerson && BodyNouns.Contains(noun));
        }
        else if (text.Upos(before) == UniversalPos.ADP && text.Head(head) is >= 0 and var owned && owned < before)
        {
            known.Set(NameSign.LiesIn, text.Form(before) is "in" or "near" or "outside" or "across" or "around" && !OfBodies.Contains(text.Lemma(owned)));
            known.Set(NameSign.HasShares, text.Form(before) is "of" or "in" && OfBodies.Contains(text.Lemma(owned)));
            known.Set(NameSign.HasSpokesman, text.Form(before) is "for" && text.Lemma(owned).StartsWith("spokes", StringComparison.Ordinal));
        }
    }

    private void ReadAfter(Name known, TokenRange name)
    {
        var after = name.End;
        var sentence = text.SentenceOf(name.Start);
        if (after >= sentence.End)
        {
            return;
        }

        var head = text.HeadOf(name);
        if (text.IsPossessive(after) || text.Has(head, "compound"))
        {
            var owned = text.Head(head);
            if (owned >= after && !text.EntitiesIn(new TokenRange(after, owned + 1)).Any())
            {
                known.Set(NameSign.HasKin, text.IsPossessive(after) && OfPersons.Contains(text.Lemma(owned)));
                known.Set(NameSign.HasShares, OfBodies.Contains(text.Lemma(owned)));
                known.Set(NameSign.HasSpokesman, text.Lemma(owned).StartsWith("spokes", StringComparison.Ordinal));
                known.Set(NameSign.BodyNounBefore, owned == after && name.Length == 1 && BodyNouns.IsWhole(text.Lemma(owned)) && text.Upos(owned) == UniversalPos.NOUN);
            }

            return;
        }

        var isComma = text.Form(after) is "," or "–" or "—" or "(";
        var next = isComma ? after + 1 : after;
        if (next >= sentence.End)
        {
            return;
        }

        var isRelative = text.Head(next) is >= 0 and var verb && text.Has(verb, "acl") && name.Contains(text.Head(verb));
        known.Set(NameSign.Who, isRelative && text.Form(next) is "who");
        known.Set(NameSign.Which, isRelative && text.Form(next) is "which");
        known.Set(NameSign.Label, text.Form(after) is ":" && name.Length == 1 && text.Form(name.Start).IndexOfAnyInRange('a', 'z') < 0 && IsParagraphStart(name.Start));
        if (isComma)
        {
            known.Set(NameSign.Age, IsAge(next) && next + 1 < sentence.End && text.Form(next + 1) is "," or "." or ")");
            if (NounAfter(next, sentence.End) is >= 0 and var other)
            {
                var noun = text.Lemma(other);
                var isPerson = PersonNouns.Contains(noun) && !(BodyNouns.Contains(noun) && name.Length == 1); // "the retailer" of a name in full is a person
                known.Set(NameSign.CalledPerson, isPerson);
                known.Set(NameSign.CalledBody, !isPerson && BodyNouns.Contains(noun));
                known.Set(NameSign.CalledPlace, PlaceNouns.Contains(noun));
            }
        }
    }

    /// <summary>The noun of an apposition that begins at a token, "the British | retailer"; -1 where none does.</summary>
    private int NounAfter(int token, int end)
    {
        if (text.Form(token) is not ("a" or "an" or "the"))
        {
            return -1;
        }

        do
        {
            token++;
        }
        while (token < end && (text.Upos(token) is UniversalPos.ADJ or UniversalPos.NOUN or UniversalPos.PROPN or UniversalPos.NUM || text.Form(token) is "-"));

        return text.Upos(token - 1) == UniversalPos.NOUN && (token == end || text.IsPunctuation(token) || text.Upos(token) is UniversalPos.ADP or UniversalPos.PRON) ? token - 1 : -1;
    }

    /// <summary>Whether a token is the first of its paragraph, but for marks.</summary>
    private bool IsParagraphStart(int token)
    {
        var start = text.Segmentation.Paragraphs[text.ParagraphOf(token)].Tokens.Start;
        while (start < token && text.IsPunctuation(start))
        {
            start++;
        }

        return start == token;
    }

    private bool IsAge(int token) => text.Upos(token) == UniversalPos.NUM && text.Form(token) is { Length: 2 } form && char.IsAsciiDigit(form[0]) && char.IsAsciiDigit(form[1]);

    /// <summary>What the clause of which the name is the subject shows, and the sentence after it.</summary>
    private void ReadClause(Name known, TokenRange name)
    {
        var head = text.HeadOf(name);
        var verb = text.Head(head);
        if (verb < 0 || !text.Has(head, "nsubj"))
        {
            return;
        }

        known.Set(NameSign.Speaks, !known.Has(NameSign.KnownPlace) && SayingVerbs.Contains(text.Lemma(verb))); // a capital speaks as a government
        foreach (var dependent in text.Syntax.Dependents(verb))
        {
            if (text.QuotationOf(dependent) >= 0)
            {
                known.Set(NameSign.We, text.Relation(dependent) is "ccomp" or "parataxis" && text.Dependent(dependent, "nsubj") is >= 0 and var subject && text.Is(subject, "we"));
                continue;
            }

            known.Set(NameSign.InAStatement, text.Lemma(dependent) == "statement" && text.Has(dependent, "obl"));
            if (dependent > name.End && text.Has(dependent, "obj") && OwnerIn(dependent) is var owner && owner >= name.End && !text.EntitiesIn(new TokenRange(name.End, owner)).Any())
            {
                known.Set(text.Form(owner) is "its" ? NameSign.Its : NameSign.HisOrHer);
            }
        }

        // "Acme grew. It …": the subject of one main clause after the other
        var next = text.SentenceIndexOf(name.Start) + 1;
        if (next < text.Segmentation.Sentences.Length && text.Relation(verb) == "root" && text.Segmentation.Sentences[next] is { Length: > 1 } sentence && text.ParagraphOf(sentence.Start) == text.ParagraphOf(name.Start)
            && text.Has(sentence.Start, "nsubj"))
        {
            known.Set(NameSign.ThenIt, text.Form(sentence.Start) is "It");
            known.Set(NameSign.ThenHeOrShe, text.Form(sentence.Start) is "He" or "She");
        }
    }

    /// <summary>The pronoun that owns an object or a part of it: "two of its plants"; -1 where none does.</summary>
    private int OwnerIn(int token)
    {
        var extent = text.Extent(token);
        for (var at = extent.Start; at < Math.Min(extent.End, extent.Start + 6); at++)
        {
            if (text.Form(at) is "its" or "his" or "her" && text.Relation(at) == "nmod:poss")
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>What the names of the article tell of one another, once all are taken in.</summary>
    private void CompareNames()
    {
        if (ofPersons is not null)
        {
            return;
        }

        foreach (var name in names.Values.Where(name => name.IsMixed))
        {
            name.Unset(NameSign.Capitals);
        }

        foreach (var (name, other) in joined)
        {
            if (byHead.TryGetValue(other, out var first) && first != name)
            {
                Align(name, first);
                Align(first, name);
            }
        }

        (ofPersons, ofBodies) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        foreach (var name in names.Values.Where(name => name.First.Length > 1))
        {
            var (person, body, place) = (Weight(name, Person), Weight(name, Body), Weight(name, Place));
            if (person > body && person > place)
            {
                _ = ofPersons.Add(text.Word(name.First.Start));
                _ = ofPersons.Add(text.Word(name.First.End - 1));
            }
            else if (body > place && body - person >= LeastFound)
            {
                _ = ofBodies.Add(text.Word(name.First.Start));
            }
        }

        foreach (var (key, name) in names)
        {
            var isPersons = ofPersons.Contains(key);
            name.Set(NameSign.PersonsNamesake, name.First.Length == 1 && isPersons);
            name.Set(NameSign.BodysNamesake, name.First.Length == 1 && ofBodies.Contains(key));
            name.Set(NameSign.Unintroduced, name.First.Length == 1 && !isPersons && !name.Has(NameSign.Title) && !name.Has(NameSign.GivenAlone) && !name.Has(NameSign.CommonFamily) && !name.Has(NameSign.KnownPlace));
        }
    }

    /// <summary>What is joined is mostly of one type.</summary>
    private static void Align(Name name, Name other)
    {
        var (person, body) = (Weight(other, Person), Weight(other, Body));
        name.Set(NameSign.PersonBeside, person > LeastFound && person - body > LeastFound);
        name.Set(NameSign.BodyBeside, body > LeastFound && body - person > LeastFound);
    }

    /// <summary>A name as it is written, with what the article shows of it.</summary>
    private sealed class Name(TokenRange first)
    {
        /// <summary>Where it stands first.</summary>
        public TokenRange First { get; } = first;

        /// <summary>How often the recognizer takes it for a person, a body, a place.</summary>
        public int[] Votes { get; } = new int[3];

        /// <summary>A bit for each <see cref="NameSign"/>.</summary>
        public ulong Signs { get; private set; }

        /// <summary>Whether it is written with small letters anywhere.</summary>
        public bool IsMixed { get; set; }

        public bool Has(NameSign sign) => (Signs & (1UL << (int)sign)) != 0;

        public void Set(NameSign sign, bool isSeen = true) => Signs |= isSeen ? 1UL << (int)sign : 0;

        public void Unset(NameSign sign) => Signs &= ~(1UL << (int)sign);
    }
}
