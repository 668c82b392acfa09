using System.Collections.Immutable;
using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Actors;

/// <summary>
/// The names of an article with their true borders: what the recognizer found, without titles and with the "Jr." after it; names
/// that it missed but which stand elsewhere in the article, after a title, or in the gazetteer; and bodies that are called after
/// somebody or some place ("the Obama administration", "the Russian government").
/// </summary>
internal sealed class NameMentions
{
    /// <summary>The most tokens that a name of the gazetteer is looked for in.</summary>
    private const int LongestName = 8;

    /// <summary>The fewest tokens of a headline that was taken for a name.</summary>
    private const int LeastHeadline = 4;

    /// <summary>How often somebody is named who is surely meant where a family name could be another word.</summary>
    private const int OftenNamed = 3;

    /// <summary>Bodies that are named by whose they are.</summary>
    private static readonly HashSet<string> OwnedBodies = new(StringComparer.OrdinalIgnoreCase)
    {
        "campaign", "administration", "government", "foundation", "camp", "team", "organization", "ministry", "embassy", "army", "military", "parliament", "cabinet", "presidency",
        "delegation", "regime", "junta", "police", "office", "committee", "commission", "legislature", "senate", "legation", "consulate", "navy",
    };

    private readonly ParsedText text;

    /// <summary>The mentions found so far; null for one that another took the place of.</summary>
    private readonly List<EntityMention?> mentions = [];

    /// <summary>For each token, the index of the mention that holds it, or -1.</summary>
    private readonly int[] at;

    /// <summary>How often the last words of persons' names stand; made when it is first asked for.</summary>
    private Dictionary<string, int>? named;

    private NameMentions(ParsedText text)
    {
        this.text = text;
        at = new int[text.Count];
        Array.Fill(at, -1);
    }

    /// <summary>Finds the names of a text.</summary>
    public static ArticleNames Find(ParsedText text)
    {
        var finder = new NameMentions(text);
        finder.TakeRecognized();
        finder.AddAfterTitles();
        finder.AddFromGazetteer();
        finder.JoinOf();
        finder.JoinPartners();
        finder.WeighTypes();
        finder.AddKnownFamilies();
        finder.AddTranscriptLabels();
        finder.WidenToBodies();
        return new ArticleNames(text, finder.InTextOrder());
    }

    private ImmutableArray<EntityMention> InTextOrder()
    {
        var ordered = ImmutableArray.CreateBuilder<EntityMention>(mentions.Count);
        for (var token = 0; token < at.Length; token++)
        {
            if (at[token] >= 0 && mentions[at[token]] is { } mention && mention.Tokens.Start == token)
            {
                ordered.Add(mention);
            }
        }

        return ordered.DrainToImmutable();
    }

    private void TakeRecognized()
    {
        foreach (var entity in text.Entities)
        {
            if (entity.Tokens.Length > 0 && !IsHeadline(entity) && !IsTitleAlone(entity) && !IsMember(entity) && !(entity.Tokens.Length == 1 && IsNounBefore(entity.Tokens.Start) && text.EntityAt(entity.Tokens.End) is not null) && Bordered(entity) is var mention && IsFree(mention.Tokens))
            {
                Add(mention);
            }
        }
    }

    /// <summary>"Mr.", and "Mayor" before a name of its own; "Supreme" before "Leader".</summary>
    private bool IsTitleAlone(EntityMention entity)
    {
        var (token, next) = (entity.Tokens.Start, entity.Tokens.End);
        if (entity.Tokens.Length > 1 || !PersonTitles.IsOpening(text.Word(token)))
        {
            return false;
        }

        var isBeforeName = next < text.Count && text.EntityAt(next) is { Type: EntityType.Person } && (PersonTitles.IsTitle(text.Word(token)) || PersonTitles.IsHonorific(text.Word(token)));
        return (entity.Type == EntityType.Person && (PersonTitles.IsPlain(text.Word(token)) || isBeforeName))
            || (entity.Type is EntityType.Person or EntityType.Organization && text.Upos(token) == UniversalPos.ADJ && next < text.Count && text.Head(token) == next && PersonNouns.Contains(text.Word(next)));
    }

    /// <summary>Whether a long "name" has a verb in it: a headline whose every word is capitalized.</summary>
    private bool IsHeadline(EntityMention entity)
    {
        for (var token = entity.Tokens.Start + 1; token < entity.Tokens.End && entity.Tokens.Length >= LeastHeadline; token++)
        {
            if (text.Upos(token) is UniversalPos.VERB or UniversalPos.AUX or UniversalPos.PRON)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"a Democrat", "the California Republican", "the Spaniard": a word for one member of a party or one of a people describes somebody, as "the senator" does.</summary>
    private bool IsMember(EntityMention entity)
    {
        var token = entity.Tokens.End - 1;
        var isNational = Gazetteer.Default.IsNational(text.Word(token));
        if (entity.Tokens.Length > 1 || !(isNational || (entity.Type is EntityType.Group or EntityType.Other && text.Syntax.Xpos[token] is "NNP" or "NN" && PersonNouns.Contains(text.Word(token)))) || text.Has(token, "compound") || text.Has(token, "amod"))
        {
            return false;
        }

        var article = token - 1;
        while (article > 0 && token - article < 4 && text.Head(article) == token && text.Upos(article) is UniversalPos.ADJ or UniversalPos.NOUN or UniversalPos.PROPN)
        {
            article--; // "the | California Democrat"
        }

        return article >= 0 && text.Head(article) == token && Gazetteer.Default.Find(text.Word(token)) is null && (text.Form(article) is not "The" || text.SentenceOf(token).Start == article) && (text.Is(article, "a") || text.Is(article, "an") || text.Is(article, "the"));
    }

    /// <summary>The mention without titles, articles and possessive before and after it, and with what it was cut off from.</summary>
    private EntityMention Bordered(EntityMention entity)
    {
        var type = entity.Type;
        var own = text.Persons.In(entity) is { } person && type != EntityType.Place ? person : entity.Tokens;
        var (start, end) = (own.Start, own.End);
        if (IsNounBefore(start))
        {
            type = BodyNouns.Contains(text.Word(start)) && !PersonNouns.Contains(text.Word(start)) ? EntityType.Organization : type;
            start++;
            end = Math.Max(end, start + 1);
        }

        while (start + 1 < end && (((PersonTitles.IsTitle(text.Word(start)) || PersonTitles.IsHonorific(text.Word(start))) && (type == EntityType.Person || GivenNames.Default.Contains(text.Word(start + 1)))) || text.Form(start) is "the" or "The" or "." || (type == EntityType.Person && IsLower(start))))
        {
            start++;
        }

        while (end > start + 1 && (text.IsPossessive(end - 1) || text.IsPunctuation(end - 1)) && !text.Word(end - 1).EndsWith('.'))
        {
            end--;
        }

        var entry = Gazetteer.Default.Find(text.Words(new TokenRange(start, end)));
        if (entry is { Kind: GazetteerKind.Body or GazetteerKind.International, IsCompany: false })
        {
            return new EntityMention(new TokenRange(start, end), EntityType.Organization);
        }

        while (type == EntityType.Person && start > 0 && (BeginsName(start - 1, start) || IsBeforeParticle(start - 1)))
        {
            start--;
        }

        if (type == EntityType.Person || (end - start == 1 && GivenNames.Default.Contains(text.Word(start)) && type is not EntityType.Place))
        {
            var whole = Completed(start, end);
            type = whole.Length > end - start ? EntityType.Person : type;
            return new EntityMention(whole, type);
        }

        if (type == EntityType.Organization && end - start > 1 && end < text.Count && PersonNouns.Contains(text.Word(end - 1)) && PersonNouns.Contains(text.Word(end)))
        {
            end--; // "HHS | Assistant Secretary"
        }

        while (type == EntityType.Organization && end - start == 1 && end < text.Count && text.Head(start) == end && text.Has(start, "compound") && text.EntityAt(end) is null && IsNamePart(end) && !PersonNouns.Contains(text.Lemma(end)))
        {
            end++; // "Marlow | Chemicals"
        }

        return new EntityMention(new TokenRange(start, end), entry?.NameType ?? type);
    }

    /// <summary>"Startup | Velkor", "Rival | Quanta": whether a word has its capital for standing first in the sentence, and says what the name after it is.</summary>
    private bool IsNounBefore(int token)
    {
        var word = text.Word(token);
        return text.SentenceOf(token).Start == token && token + 1 < text.Count && IsCapital(token + 1) && BodyNouns.StandsBeforeName(word)
            && !GivenNames.Default.Contains(word) && !FamilyNames.IsCommon(NameLetters.Plain(word));
    }

    /// <summary>Whether a word before a person's name is the first part of it: a given name, or what the tree has for one name with it.</summary>
    private bool BeginsName(int token, int start)
    {
        if (!IsNamePart(token) || PersonTitles.IsHonorific(text.Word(token)) || IsNounBefore(token) || !text.SentenceOf(start).Contains(token) || text.EntityAt(token) is { Type: not EntityType.Person } or { Tokens.Length: > 1 })
        {
            return false;
        }

        return (text.Has(start, "flat") && text.Head(start) == token && !text.Is(token - 1, "of")) || (text.EntityAt(token) is not null && text.Head(token) == start && text.Relation(token) is "nmod:desc" or "flat" or "compound")
            || (text.EntityAt(token) is null && text.Upos(token) == UniversalPos.PROPN && GivenNames.Default.Contains(text.Word(token)));
    }

    /// <summary>"Ilse | van der Meer": a small word before a family name, and the given name before small words.</summary>
    private bool IsBeforeParticle(int token) =>
        text.SentenceOf(token).Contains(token + 1) && (char.IsLower(text.Form(token)[0]) ? text.Word(token) is "van" or "von" && token > 0 && IsCapital(token - 1)
            : char.IsLower(text.Form(token + 1)[0]) && PersonName.IsParticle(text.Word(token + 1)) && GivenNames.Default.Contains(text.Word(token)) && text.EntityAt(token) is null or { Type: EntityType.Person, Tokens.Length: 1 });

    /// <summary>A person's name with a nickname in quotation marks, a family name and a suffix that follow it.</summary>
    private TokenRange Completed(int start, int end)
    {
        var isGiven = end - start == 1 && GivenNames.Default.Contains(text.Word(start));
        if (end < text.Count && text.Form(end) is "." && text.Word(end - 1).Length == 1 && Touches(end))
        {
            end++; // the point of an initial
        }

        while (end < text.Count && text.Has(end, "flat") && text.Head(end) == start && IsNamePart(end) && text.EntityAt(end) is null && end - start < 4)
        {
            end++; // "Wang | Yi"
        }

        end = AfterParticles(end);
        while (end + 1 < text.Count && text.Form(end) is "-" && IsHyphenated(end) && text.Upos(end + 1) == UniversalPos.PROPN)
        {
            end += 2; // "Ban Ki | - | moon"
        }

        if (end + 2 < text.Count && IsQuote(end) && IsCapital(end + 1) && IsQuote(end + 2) && end + 3 < text.Count && IsNamePart(end + 3))
        {
            end += 4;
        }
        else if ((isGiven || IsHalfNamed(start, end)) && end < text.Count && IsNamePart(end) && text.EntityAt(end) is not { Tokens.Length: > 1 } && text.SentenceOf(end).Contains(start))
        {
            end++;
        }

        if (end < text.Count && IsSuffix(end))
        {
            return new TokenRange(start, end + 1);
        }

        return end + 1 < text.Count && text.Form(end) is "," && IsSuffix(end + 1) ? new TokenRange(start, end + 2) : new TokenRange(start, end);
    }

    /// <summary>"Ursula | von der Leyen": the end of a name with the small words and the family name after it.</summary>
    private int AfterParticles(int end)
    {
        var family = end;
        var isSure = true;
        for (; family < text.Count && family - end < 3 && char.IsLower(text.Form(family)[0]) && PersonName.IsParticle(text.Word(family)); family++)
        {
            isSure &= text.Form(family) is not ("do" or "la" or "le" or "ten" or "al" or "ben") || text.Has(family, "flat"); // words of other languages, or of English
        }

        return isSure && family > end && family < text.Count && IsNamePart(family) && text.SentenceOf(family).Contains(end - 1) ? family + 1 : end;
    }

    /// <summary>"Mr. Tan | Bo": whether one word after a title hangs in the tree on the capitalized word after it.</summary>
    private bool IsHalfNamed(int start, int end) =>
        end - start == 1 && start > 0 && end < text.Count && PersonTitles.IsPlain(text.Word(start - 1)) && text.EntityAt(end) is null
        && ((text.Head(start) == end && text.Has(start, "compound")) || (text.Head(end) == start && text.Has(end, "flat")));

    /// <summary>"Mr. Ban": what follows a title is somebody's name.</summary>
    private void AddAfterTitles()
    {
        for (var token = 0; token + 1 < text.Count; token++)
        {
            if (text.Upos(token + 1) == UniversalPos.PROPN && IsCapital(token + 1) && TypeAt(token) is null && TypeAt(token + 1) is not EntityType.Person && PersonTitles.IsPlain(text.Word(token)))
            {
                var end = token + 2;
                while (end < text.Count && TypeAt(end) is null && IsNamePart(end) && end - token < 4)
                {
                    end++;
                }

                Replace(new EntityMention(new TokenRange(token + 1, end), EntityType.Person));
            }
        }
    }

    /// <summary>Names that the gazetteer has and the recognizer passed over; capitals at least at their start.</summary>
    private void AddFromGazetteer()
    {
        for (var token = 0; token < text.Count; token++)
        {
            if ((TypeAt(token) is not null && !IsAlone(token)) || !IsCapital(token) || text.Upos(token) is UniversalPos.PRON or UniversalPos.AUX)
            {
                continue;
            }

            for (var end = Math.Min(text.Count, token + LongestName); end > token; end--)
            {
                var range = new TokenRange(token, end);
                if (end - token == 1 && text.Upos(token) is not (UniversalPos.PROPN or UniversalPos.NOUN or UniversalPos.X))
                {
                    continue;
                }

                if ((IsFree(range) || Covers(range)) && Gazetteer.Default.Find(text.Segmentation.SpanOf(range).Of(text.Segmentation.Text)) is { } entry
                    && !(entry.IsCompany && range.Length == 1 && text.Upos(token) != UniversalPos.PROPN))
                {
                    Replace(new EntityMention(range, entry.NameType));
                    token = end - 1;
                    break;
                }
            }
        }
    }

    /// <summary>Whether a range of several tokens holds shorter names wholly, and none of a person but where it begins with it: "Bank of Japan" for "Bank" and "Japan".</summary>
    private bool Covers(TokenRange range)
    {
        for (var token = range.Start; token < range.End; token++)
        {
            if (at[token] >= 0 && mentions[at[token]] is { } own && (!range.Contains(own.Tokens) || own.Tokens.Length == range.Length || (own.Type == EntityType.Person && token > range.Start)))
            {
                return false;
            }
        }

        return range.Length > 1 && text.Upos(range.Start) != UniversalPos.DET;
    }

    /// <summary>"Bank | of | Velmoria": a word for a sort of body with the place or body that it is of.</summary>
    private void JoinOf()
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i] is not { Type: EntityType.Organization, Tokens.Length: 1 } body || !text.Is(body.Tokens.End, "of") || !BodyWords.IsOpening(text.Word(body.Tokens.Start)))
            {
                continue;
            }

            var next = body.Tokens.End + (text.Is(body.Tokens.End + 1, "the") ? 2 : 1);
            if (next < text.Count && at[next] >= 0 && mentions[at[next]] is { Type: EntityType.Place or EntityType.Organization } of && of.Tokens.Start == next && text.SentenceOf(next).Contains(body.Tokens.Start))
            {
                Replace(new EntityMention(new TokenRange(body.Tokens.Start, of.Tokens.End), EntityType.Organization));
            }
        }
    }

    /// <summary>"Hale | &amp; | Hale": names with an ampersand between are one body.</summary>
    private void JoinPartners()
    {
        for (var token = 1; token + 1 < text.Count; token++)
        {
            if (text.Form(token) is "&" && IsCapital(token - 1) && IsCapital(token + 1) && (TypeAt(token - 1) is not null || TypeAt(token + 1) is not null) && text.SentenceOf(token).Contains(token - 1) && text.SentenceOf(token).Contains(token + 1))
            {
                var start = at[token - 1] >= 0 ? mentions[at[token - 1]]!.Value.Tokens.Start : token - 1;
                var end = at[token + 1] >= 0 ? mentions[at[token + 1]]!.Value.Tokens.End : token + 2;
                Replace(new EntityMention(new TokenRange(start, end), EntityType.Organization));
            }
        }
    }

    /// <summary>Family names of persons who stand elsewhere with their full name.</summary>
    private void AddKnownFamilies()
    {
        var families = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mention in mentions.OfType<EntityMention>())
        {
            if (mention.Type == EntityType.Person && mention.Tokens.Length == 1 && mention.Tokens.Start > 0 && PersonTitles.IsPlain(text.Word(mention.Tokens.Start - 1)))
            {
                families.Add(text.Word(mention.Tokens.Start));
            }
            else if (mention.Type == EntityType.Person && mention.Tokens.Length > 1 && PersonName.Parse(text.Words(mention.Tokens)) is { IsFull: true } name && name.Last.Length > 1)
            {
                families.Add(name.Last);
            }
        }

        if (families.Count == 0)
        {
            return;
        }

        var upper = families.Select(family => family.ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);
        for (var token = 0; token < text.Count; token++)
        {
            if (IsCapital(token) && (TypeAt(token) is null || (TypeAt(token) != EntityType.Person && IsAlone(token))) && text.Word(token) is var form && (families.Contains(form) || upper.Contains(form) || IsPluralOf(token, families))
                && (text.Upos(token) is UniversalPos.PROPN or UniversalPos.NOUN or UniversalPos.X || IsTakenForVerb(token)) && !IsPartOfLongerName(token))
            {
                var end = token + 1;
                while (end < text.Count && end - token < 5 && TypeAt(end) is null && (IsNamePart(end) || IsHyphenated(end)) && text.SentenceOf(token).Contains(end))
                {
                    end++;
                }

                Replace(new EntityMention(new TokenRange(token, end), EntityType.Person));
            }
        }
    }

    /// <summary>Whether a family name that the article has often stands first in a sentence, where the tagger took it for a verb with an object ("Trump asserts").</summary>
    private bool IsTakenForVerb(int token) =>
        text.Upos(token) == UniversalPos.VERB && text.SentenceOf(token).Start == token && token + 1 < text.Count && text.Syntax.Xpos[token + 1] is "NNS" or "VBZ" or "VBD"
        && (named ??= mentions.OfType<EntityMention>().Where(mention => mention.Type == EntityType.Person).CountBy(mention => text.Word(mention.Tokens.End - 1), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal)).GetValueOrDefault(text.Word(token)) >= OftenNamed;

    /// <summary>"the Baums": a family name in the plural.</summary>
    private bool IsPluralOf(int token, HashSet<string> families) =>
        token > 0 && text.Is(token - 1, "the") && text.Form(token)[^1] == 's' && text.Word(token) is { Length: > 3 } form && (families.Contains(form[..^1]) || families.Contains(form[..^2]));

    /// <summary>Gives each name the type that all its mentions speak for, and adds words that the recognizer passed over if they clearly name somebody.</summary>
    private void WeighTypes()
    {
        var types = new NameTypes(text);
        foreach (var mention in mentions.OfType<EntityMention>())
        {
            types.See(mention.Tokens, mention.Type);
        }

        var passedOver = PassedOver().ToList();
        passedOver.ForEach(words => types.See(words, null));
        for (var i = 0; i < mentions.Count; i++)
        {
            mentions[i] = mentions[i] is { } mention ? mention with { Type = types.TypeOf(mention.Tokens, mention.Type) ?? mention.Type } : null;
        }

        foreach (var words in passedOver)
        {
            if (types.TypeOf(words, null) is { } type)
            {
                Add(new EntityMention(words, type));
            }
        }
    }

    /// <summary>Capitalized words that may be a name that the recognizer passed over: subjects, owners, and what ends as the names of bodies do.</summary>
    private IEnumerable<TokenRange> PassedOver()
    {
        for (var token = 0; token < text.Count; token++)
        {
            if (TypeAt(token) is not null || !IsCapital(token) || text.Upos(token) is not (UniversalPos.PROPN or UniversalPos.ADJ) || PersonTitles.IsTitle(text.Word(token)))
            {
                continue;
            }

            var end = token + 1;
            while (end < text.Count && TypeAt(end) is null && IsCapital(end) && text.Upos(end) == UniversalPos.PROPN && text.SentenceOf(token).Contains(end))
            {
                end++;
            }

            var isNamed = end == token + 1 && IsWordForName(token, end);
            end += isNamed ? 1 : 0;
            var words = new TokenRange(token, end);
            var isAlone = (token == 0 || TypeAt(token - 1) is null) && (end == text.Count || TypeAt(end) is null);
            if (isAlone && words.Length < LongestName && (isNamed || text.Upos(end - 1) == UniversalPos.PROPN) && !PersonNouns.Contains(text.Lemma(end - 1)) && !Gazetteer.Default.IsNational(text.Word(end - 1)) && !IsDate(text.Word(token))
                && (IsSubject(text.HeadOf(words)) || text.Relation(text.HeadOf(words)) == "nmod:poss" || NameTypes.IsBodysNoun(text.Lemma(Math.Max(0, text.Head(text.HeadOf(words))))) || (words.Length > 1 && BodyWords.IsDroppable(text.Word(end - 1)))))
            {
                yield return words;
            }

            token = end - 1;
        }
    }

    /// <summary>"Erika | Ounce": whether a capitalized word that the tagger takes for a noun is the family name after a given name.</summary>
    private bool IsWordForName(int given, int family) =>
        family < text.Count && TypeAt(family) is null && IsCapital(family) && text.Upos(family) == UniversalPos.NOUN && text.Head(given) == family && text.SentenceOf(given).Contains(family)
        && text.Form(family).IndexOfAnyInRange('a', 'z') >= 0 && GivenNames.Default.Contains(text.Word(given)) && !PersonNouns.Contains(text.Lemma(family)) && !BodyWords.IsDroppable(text.Word(family));

    /// <summary>Whether a word is a month, a day of the week or a feast.</summary>
    public static bool IsDate(string word) => CalendarNames.Months.Contains(word) || CalendarNames.Weekdays.Contains(word) || word is "Christmas" or "Easter" or "Ramadan";

    private bool IsSubject(int head) => text.Has(head, "nsubj") || (text.Has(head, "conj") && text.Has(text.Head(head), "nsubj"));

    /// <summary>"WALLACE: …", as transcripts write it; "UPDATE: …" is nobody's name, whatever the recognizer says.</summary>
    private void AddTranscriptLabels()
    {
        var labels = TranscriptLabels.Find(text, TypeAt, mentions.OfType<EntityMention>());
        labels.Headings.ForEach(Remove);
        labels.Names.ForEach(token => Replace(new EntityMention(new TokenRange(token, token + 1), EntityType.Person)));
    }

    /// <summary>"the Trump campaign", "Hillary Clinton's campaign", "the Russian government": a body whose name begins with another's.</summary>
    private void WidenToBodies()
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i] is not { Type: EntityType.Person or EntityType.Place or EntityType.Group } owner)
            {
                continue;
            }

            var (start, end) = (owner.Tokens.Start, owner.Tokens.End);
            var head = end;
            head += head < text.Count && text.IsPossessive(head) ? 1 : 0;
            while (head < text.Count && head - end < 3 && !OwnedBodies.Contains(text.Word(head)) && TypeAt(head) is null && text.Upos(head) is UniversalPos.ADJ or UniversalPos.NOUN or UniversalPos.PROPN)
            {
                head++;
            }

            if (head < text.Count && TypeAt(head) is null && OwnedBodies.Contains(text.Word(head)) && text.SentenceOf(head).Contains(start)
                && (head + 1 == text.Count || text.Upos(head + 1) is not (UniversalPos.NOUN or UniversalPos.PROPN) || text.Head(head) != head + 1))
            {
                Replace(new EntityMention(new TokenRange(start, head + 1), EntityType.Organization));
            }
        }
    }

    private void Add(EntityMention mention)
    {
        at.AsSpan(mention.Tokens.Start, mention.Tokens.Length).Fill(mentions.Count);
        mentions.Add(mention);
    }

    /// <summary>Adds a mention in place of those that it overlaps.</summary>
    private void Replace(EntityMention mention)
    {
        for (var token = mention.Tokens.Start; token < mention.Tokens.End; token++)
        {
            Remove(token);
        }

        Add(mention);
    }

    /// <summary>Takes away the mention that holds a token.</summary>
    private void Remove(int token)
    {
        if (at[token] >= 0 && mentions[at[token]] is { } mention)
        {
            mentions[at[token]] = null;
            at.AsSpan(mention.Tokens.Start, mention.Tokens.Length).Fill(-1);
        }
    }

    private EntityType? TypeAt(int token) => at[token] < 0 ? null : mentions[at[token]]?.Type;

    private bool IsFree(TokenRange range) => !at.AsSpan(range.Start, range.Length).ContainsAnyExcept(-1);

    private bool IsAlone(int token) => at[token] >= 0 && mentions[at[token]] is { Tokens.Length: 1 };

    private bool IsPartOfLongerName(int token) => token + 1 < text.Count && TypeAt(token + 1) == EntityType.Organization && TypeAt(token) == EntityType.Organization;

    /// <summary>Whether a token is the hyphen of a double name or what follows it: "Ki | - | moon".</summary>
    private bool IsHyphenated(int token) =>
        (text.Form(token) is "-" && token + 1 < text.Count && Touches(token) && Touches(token + 1) && text.Form(token + 1)[0] is var letter && char.IsLetter(letter)) || (text.Form(token - 1) is "-" && Touches(token));

    /// <summary>Whether nothing stands between a token and the one before it.</summary>
    private bool Touches(int token) => text.Segmentation.Tokens[token].Start == text.Segmentation.Tokens[token - 1].End;

    private bool IsNamePart(int token) => IsCapital(token) && text.Upos(token) is UniversalPos.PROPN or UniversalPos.X or UniversalPos.NOUN && !PersonTitles.IsTitle(text.Word(token));

    private bool IsSuffix(int token) => text.Form(token) is "Jr." or "Jr" or "Sr." or "Sr" or "II" or "III" or "IV";

    private bool IsQuote(int token) => text.Form(token) is "\"" or "“" or "”" or "'" or "‘" or "’" or "``" or "''";

    private bool IsCapital(int token) => char.IsUpper(text.Form(token)[0]);

    private bool IsLower(int token) => char.IsLower(text.Form(token)[0]) && !GivenNames.Default.Contains(text.Word(token)) && text.Upos(token) == UniversalPos.NOUN;
}
