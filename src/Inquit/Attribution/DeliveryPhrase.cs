using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>A noun phrase beside a cue, as it is read from left to right: the trees of such sentences often hang it too high or too low.</summary>
/// <param name="Marker">The preposition's token; that before the first of the phrase where it has none.</param>
/// <param name="Tokens">The phrase without its preposition: up to the noun, with "of …" and what "and" joins.</param>
/// <param name="Noun">The noun.</param>
internal sealed record DeliveryPhrase(int Marker, TokenRange Tokens, int Noun)
{
    /// <summary>Where the noun's own words end, without "of …".</summary>
    public int NounEnd { get; init; }
}

/// <summary>Reads noun phrases within the words that are open to it: those of a cue's own clause.</summary>
/// <param name="text">The text.</param>
/// <param name="isOpen">Whether a phrase that starts at the first token may hold the second.</param>
internal sealed class DeliveryPhraseReader(ParsedText text, Func<int, int, bool> isOpen)
{
    /// <summary>How many words a title in quotation marks has at most.</summary>
    private const int MaxTitle = 8;

    /// <summary>The phrase whose first word is <paramref name="start"/>, or null; with "of …" unless it is said that only what the tree hangs on the noun counts.</summary>
    public DeliveryPhrase? Read(int start, bool byTree = false)
    {
        if (NounFrom(start) is not (>= 0 and var noun))
        {
            return null;
        }

        var nounEnd = EndOfName(start, noun);
        return new DeliveryPhrase(start - 1, new TokenRange(start, Joined(start, WithOf(start, nounEnd, byTree ? noun : -1))), noun) { NounEnd = nounEnd };
    }

    /// <summary>The noun, name or pronoun of the phrase that starts at <paramref name="start"/>: the last of its run; -1 where there is none.</summary>
    private int NounFrom(int start)
    {
        var (noun, adjective) = (-1, -1);
        for (var token = start; Holds(start, token); token++)
        {
            var tag = text.Syntax.Xpos[token];
            switch (tag is "NN" or "NNS" ? UniversalPos.NOUN : text.Upos(token))
            {
                case UniversalPos.NOUN or UniversalPos.PROPN when noun < 0 || !IsTime(token) || IsModifier(token):
                    noun = token;
                    break;
                case UniversalPos.PRON when token == start && tag == "PRP":
                    return text.Form(token) is "he" or "she" or "they" or "we" or "I" ? -1 : token;
                case UniversalPos.PRON when noun < 0 && tag == "PRP$":
                    if (text.Is(token, "her") && IsTime(token + 1))
                    {
                        return token;
                    }

                    break;
                case UniversalPos.PRON or UniversalPos.DET when noun < 0 && tag is not ("WDT" or "WP" or "WRB"):
                    if (!IsNominal(token + 1) && text.Upos(token) == UniversalPos.PRON)
                    {
                        return token;
                    }

                    break;
                case UniversalPos.PART when noun >= 0 && tag == "POS":
                    noun = -1;
                    break;
                case UniversalPos.ADJ or UniversalPos.NUM or UniversalPos.X or UniversalPos.SYM when noun < 0 || IsInName(token, noun):
                    adjective = token > start && text.Upos(start) == UniversalPos.DET ? token : -1;
                    break;
                case UniversalPos.ADV when noun < 0 && text.Relation(token) == "advmod" && !text.Is(token, "not"):
                    break;
                case UniversalPos.VERB when (noun < 0 && text.Has(token, "amod")) || (token > start && text.Form(token - 1) is "-" or "‑"):
                    break;
                case UniversalPos.VERB when noun == token - 1 && text.Form(token) is "hearing" or "briefing" or "meeting":
                    noun = token;
                    break;
                case UniversalPos.PUNCT when text.Form(token) is "-" or "‑" or "/" && token > start && (IsNominal(token + 1) || (token + 1 < text.Count && text.Upos(token + 1) == UniversalPos.VERB)):
                    break;
                case UniversalPos.PUNCT when text.QuotationOf(token) >= 0 && IsTitle(token):
                    if (text.Quotations[text.QuotationOf(token)].End - 1 == token)
                    {
                        return noun;
                    }

                    break;
                case UniversalPos.ADP or UniversalPos.CCONJ or UniversalPos.DET or UniversalPos.AUX or UniversalPos.VERB when text.QuotationOf(token) >= 0 && IsTitle(token):
                    break;
                case UniversalPos.ADP when noun < 0 && token > start && text.Is(token, "of") && text.Upos(token - 1) is UniversalPos.NUM or UniversalPos.DET:
                    return token - 1;
                default:
                    return noun >= 0 ? noun : adjective;
            }
        }

        return noun >= 0 ? noun : adjective;
    }

    /// <summary>Whether the token tells when.</summary>
    public bool IsTime(int token) =>
        token < text.Count && ((DeliveryWords.Times.Contains(Lemma(token)) && !(text.Upos(token) == UniversalPos.PROPN && text.Is(token, "today"))) || (text.Upos(token) == UniversalPos.NUM && (text.Form(token).Length == 4 || text.Form(token).Contains(':'))));

    /// <summary>The token's lemma in lower case.</summary>
    public string Lemma(int token) => text.Lemma(token).ToLowerInvariant();

    /// <summary>Where the name or title ends that the noun is in, or the noun itself.</summary>
    private int EndOfName(int start, int noun)
    {
        var end = noun + 1;
        if (text.EntityAt(noun) is { } name)
        {
            while (end < name.Tokens.End && Holds(start, end))
            {
                end++;
            }
        }

        var isTitle = text.QuotationOf(noun) is >= 0 and var quotation && IsTitle(noun) && text.Quotations[quotation].Start >= start;
        return isTitle ? text.Quotations[text.QuotationOf(noun)].End : end;
    }

    /// <summary>The end of what "of …" adds; a pronoun of a person takes none.</summary>
    private int WithOf(int start, int end, int ruler = -1)
    {
        while (Holds(start, end) && text.Is(end, "of") && Holds(start, end + 1) && text.Syntax.Xpos[end - 1] != "PRP" && NounFrom(end + 1) is >= 0 and var noun
            && (ruler < 0 || text.IsUnder(noun, ruler)))
        {
            end = EndOfName(end + 1, noun);
        }

        return end;
    }

    /// <summary>The end of the list that goes on at <paramref name="end"/>: "reporters, officials and guests".</summary>
    private int Joined(int start, int end)
    {
        var listed = end;
        while (Holds(start, listed) && text.Is(listed, ",") && Holds(start, listed + 1) && NounFrom(listed + 1) is >= 0 and var item && BelongsTo(start, item))
        {
            listed = WithOf(listed + 1, EndOfName(listed + 1, item));
        }

        if (Holds(start, listed) && text.Upos(listed) == UniversalPos.PUNCT && text.Is(listed, ",") && Holds(start, listed + 1) && text.Upos(listed + 1) == UniversalPos.CCONJ && listed > end)
        {
            listed++;
        }

        var isJoined = Holds(start, listed) && (text.Is(listed, "and") || text.Is(listed, "or") || text.Is(listed, "&")) && Holds(start, listed + 1);
        if (isJoined && NounFrom(listed + 1) is >= 0 and var last && (AreNames(end - 1, last) || AreJoined(start, listed, last)))
        {
            return WithOf(listed + 1, EndOfName(listed + 1, last));
        }

        return IsWiderPlace(start, end) ? text.EntityAt(end + 1)!.Value.Tokens.End : end;
    }

    /// <summary>Whether a comma and the name of a wider place follow, and then no clause: "in Tulsa, Oklahoma, on Friday".</summary>
    private bool IsWiderPlace(int start, int end) =>
        Holds(start, end) && text.Is(end, ",") && Holds(start, end + 1)
        && text.EntityAt(end - 1) is { Type: EntityType.Place } && text.EntityAt(end + 1) is { Type: EntityType.Place } wider
        && (!Holds(start, wider.Tokens.End) || text.IsPunctuation(wider.Tokens.End) || text.Upos(wider.Tokens.End) == UniversalPos.ADP);

    private bool AreNames(int left, int right) => text.EntityAt(left) is { } one && text.EntityAt(right) is { } other && one.Type == other.Type;

    /// <summary>Whether the tree hangs a noun on a word of the phrase, as one of a list.</summary>
    private bool BelongsTo(int start, int noun)
    {
        var head = text.Head(noun);
        return head >= start && head < noun && (text.Has(noun, "conj") || text.Has(noun, "appos") || text.Has(noun, "nmod"));
    }

    /// <summary>Whether the tree joins a word before "and" with one of the phrase after it.</summary>
    private bool AreJoined(int start, int and, int last)
    {
        for (var token = and + 1; token <= last; token++)
        {
            if (BelongsTo(start, token))
            {
                return true;
            }
        }

        if (text.Syntax.Xpos[and - 1] == "NNS" && text.Syntax.Xpos[last] == "NNS" && last == and + 1)
        {
            return last + 1 >= text.Count || text.Upos(last + 1) is not (UniversalPos.VERB or UniversalPos.AUX);
        }

        return text.Head(and - 1) > and && text.Head(and - 1) <= EndOfName(and + 1, last);
    }

    private bool Holds(int start, int token) => token < text.Count && isOpen(start, token);

    private bool IsNominal(int token) => token < text.Count && text.Upos(token) is UniversalPos.NOUN or UniversalPos.PROPN or UniversalPos.ADJ or UniversalPos.NUM;

    /// <summary>Whether the token stands before a noun that it belongs to: "question time", "the evening news".</summary>
    private bool IsModifier(int token) => text.Is(token, "time") || text.Relation(token) is "compound" || (text.EntityAt(token) is { Type: not EntityType.Person } name && token > name.Tokens.Start);

    private bool IsInName(int token, int noun) => (text.EntityAt(token) is { } name && name.Tokens.Contains(noun)) || (token + 1 < text.Count && text.Head(token) == token + 1 && text.Upos(token + 1) == UniversalPos.NOUN && !IsTime(token + 1));

    private bool IsTitle(int token) => text.Quotations[text.QuotationOf(token)].Length <= MaxTitle;
}
