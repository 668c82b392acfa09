using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Actors;

/// <summary>Cuts a phrase that says what somebody is into role, affiliation and country: "Russian Foreign Ministry | spokeswoman".</summary>
internal sealed class RoleCutter(ParsedText text, ArticleNames names, CountryReader countries)
{
    /// <summary>Cuts a phrase into role, affiliation and country.</summary>
    public RolePhrase Cut(TokenRange phrase, int noun)
    {
        phrase = new TokenRange(phrase.Start, EndOf(phrase, noun));
        var (start, end) = (phrase.Start, phrase.End);
        string? affiliation = null;
        foreach (var index in names.IndicesIn(phrase))
        {
            var mention = names.Mentions[index];
            if (mention.Tokens.Contains(noun) || IsPortfolio(mention, noun))
            {
                continue;
            }

            if (mention.Tokens.End <= noun)
            {
                affiliation = IsAffiliation(mention) ? text.Words(WithDemonym(mention.Tokens, phrase)) : affiliation;
                start = mention.Tokens.End;
            }
            else if (mention.Type is EntityType.Organization or EntityType.Place)
            {
                var before = mention.Tokens.Start - 1;
                while (before > noun && (text.Upos(before) == UniversalPos.DET || names.At(before) is not null || text.Upos(before) == UniversalPos.ADJ))
                {
                    before--;
                }

                if (before > noun && text.Upos(before) == UniversalPos.ADP && !IsField(before, noun))
                {
                    affiliation ??= text.Words(WithDemonym(mention.Tokens, phrase));
                    end = before;
                    break;
                }
            }
        }

        for (var token = start + 1; token < noun && affiliation is null; token++)
        {
            if (text.IsPossessive(token) && text.Upos(token - 1) == UniversalPos.PROPN && Gazetteer.Default.CountryOf(text.Word(token - 1)) is null)
            {
                affiliation = text.Words(new TokenRange(start, token)); // an owner that is not among the names
                start = token;
            }
        }

        while (start < noun && (text.Upos(start) is UniversalPos.PART or UniversalPos.PUNCT or UniversalPos.DET or UniversalPos.ADV || (text.Upos(start) == UniversalPos.VERB && text.Is(start - 1, "newly")) || Gazetteer.Default.CountryOfDemonym(text.Word(start)) is not null))
        {
            start++;
        }

        if (affiliation is null && CommonBody(noun, start, end) is { } body)
        {
            affiliation = text.Words(body);
            (start, end) = body.Start < noun ? (body.End, end) : (start, noun + 1);
        }

        for (var token = noun + 1; token < end; token++)
        {
            if (text.Upos(token) is UniversalPos.CCONJ || (text.Upos(token) == UniversalPos.ADP && text.Word(token) is not ("of" or "to") && !IsField(token, noun)))
            {
                affiliation ??= text.Word(token) is "for" or "at" or "with" ? WithoutArticle(new TokenRange(token + 1, end)) : null;
                end = token;
            }
        }

        var role = WithoutDemonym(new TokenRange(start, Math.Max(noun + 1, end)));
        return new RolePhrase(phrase, text.Lemma(noun).ToLowerInvariant(), role, affiliation, countries.Of(phrase)) { NounAt = noun };
    }

    /// <summary>Where the words end that say what somebody is: before a comma, "who", a verb or a date.</summary>
    private int EndOf(TokenRange phrase, int noun)
    {
        for (var token = noun + 1; token < phrase.End; token++)
        {
            if (text.Form(token) is "," && names.At(token - 1) is { Type: EntityType.Place } && names.At(token + 1) is { Type: EntityType.Place })
            {
                continue; // "Dayton, Ohio"
            }

            if (text.Form(token) is "," or "(" or ";" or ":" or "—" or "–" || text.Syntax.Xpos[token] is "WP" or "WDT" or "WRB" or "PRP" || text.Upos(token) is UniversalPos.AUX or UniversalPos.SCONJ
                || (text.Upos(token) == UniversalPos.VERB && (text.Has(token, "acl") || text.Syntax.Xpos[token] is "VBD" or "VBZ" or "VBP")) || (token == noun + 1 && NameMentions.IsDate(text.Word(token))))
            {
                return token;
            }
        }

        return phrase.End;
    }

    /// <summary>A body that is not among the names and whom the person speaks for or leads: "police | spokeswoman", "head of the | office".</summary>
    private TokenRange? CommonBody(int noun, int start, int end)
    {
        if (start < noun && text.Lemma(noun).StartsWith("spokes", StringComparison.OrdinalIgnoreCase) && (IsName(new TokenRange(start, noun)) || (start == noun - 1 && BodyNouns.Contains(text.Lemma(start)))))
        {
            return new TokenRange(start, noun);
        }

        return end == noun + 4 && text.Is(noun + 1, "of") && text.Is(noun + 2, "the") && text.Upos(noun + 3) == UniversalPos.NOUN && BodyNouns.Contains(text.Lemma(noun + 3)) ? new TokenRange(noun + 3, end) : null;
    }

    private bool IsName(TokenRange words)
    {
        for (var token = words.Start; token < words.End; token++)
        {
            if (text.Upos(token) != UniversalPos.PROPN || !char.IsUpper(text.Form(token)[0]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"Defense Minister": the field of an office, though it looks like a body.</summary>
    private bool IsPortfolio(EntityMention mention, int noun) =>
        mention.Tokens.End == noun && text.Lemma(noun).ToLowerInvariant() is "minister" or "secretary" && names.EntryOf(mention.Tokens) is null && mention.Type != EntityType.Person;

    /// <summary>Whether "for" after an office names its field and not whom its holder speaks for: "secretary for education".</summary>
    private bool IsField(int token, int noun) => token == noun + 1 && text.Is(token, "for") && text.Lemma(noun).ToLowerInvariant() is "minister" or "secretary" or "undersecretary" or "commissioner" or "rapporteur" or "coordinator";

    private string? WithoutArticle(TokenRange range)
    {
        var start = range.Start;
        while (start < range.End && text.Upos(start) is UniversalPos.DET or UniversalPos.PRON)
        {
            start++;
        }

        return start < range.End ? text.Words(new TokenRange(start, range.End)) : null;
    }

    /// <summary>The words of a role without the nationality in it: "former president" of "former Brazilian president".</summary>
    private string WithoutDemonym(TokenRange role)
    {
        for (var token = role.Start + 1; token < role.End - 1; token++)
        {
            if (Gazetteer.Default.CountryOfDemonym(text.Word(token)) is not null)
            {
                return text.Words(new TokenRange(role.Start, token)) + " " + WithoutDemonym(new TokenRange(token + 1, role.End));
            }
        }

        return text.Words(role);
    }

    /// <summary>Whether a name before the role is whom the person speaks for: a body, a part of a state, another person; not a nationality or a state.</summary>
    private bool IsAffiliation(EntityMention mention) =>
        mention.Type is EntityType.Organization or EntityType.Person || (mention.Type == EntityType.Place && names.EntryOf(mention.Tokens)?.Kind is not GazetteerKind.State);

    /// <summary>A name with the nationality before it: "Russian | Foreign Ministry".</summary>
    private TokenRange WithDemonym(TokenRange name, TokenRange phrase) =>
        name.Start > phrase.Start && (Gazetteer.Default.CountryOfDemonym(text.Word(name.Start - 1)) is not null || names.At(name.Start - 1) is { Type: EntityType.Place, Tokens.Length: 1 })
            ? new TokenRange(name.Start - 1, name.End)
            : name;
}
