using System.Collections.Frozen;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>
/// Finds to whom, through what and where a statement was made. It reads the noun phrases of the cue's clause outside the content, and tells
/// from preposition, noun and verb what each is for; where these do not tell, it is for nothing.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="holders">For each token, which statement's content holds it most closely; -1 for none.</param>
internal sealed class DeliveryFinder(ParsedText text, int[] holders)
{
    /// <summary>How far up a tree is looked for the cue.</summary>
    private const int MaxSteps = 24;

    /// <summary>The delivery of a statement.</summary>
    public Delivery Find(Proposal proposal)
    {
        if (proposal.Cue.Length == 0)
        {
            return Delivery.Unsaid;
        }

        var verbs = Verbs(proposal);
        return verbs.Exists(verb => DeliveryWords.Thoughts.Contains(text.Lemma(verb))) ? Delivery.Unsaid : new Clause(text, holders, proposal, verbs).Read();
    }

    /// <summary>The predicates of a cue: its head word and what goes with it in the cue; the verb that rules it, where that is the one of saying.</summary>
    private List<int> Verbs(Proposal proposal)
    {
        var anchor = proposal.Anchor;
        for (var token = proposal.Cue.Start; token < proposal.Cue.End && text.Upos(anchor) is UniversalPos.ADV or UniversalPos.DET or UniversalPos.PRON; token++)
        {
            anchor = text.Upos(token) == UniversalPos.VERB ? token : anchor;
        }

        List<int> verbs = [anchor];
        if (text.Head(anchor) is >= 0 and var head && text.Upos(head) == UniversalPos.VERB)
        {
            if (text.Syntax.Xpos[anchor] is not ("NN" or "NNS" or "NNP") && text.Upos(anchor) is UniversalPos.VERB or UniversalPos.AUX ? text.Lemma(anchor) == "say" && DeliveryWords.Quotes.Contains(text.Lemma(head)) : proposal.Cue.Contains(head))
            {
                verbs.Add(head);
            }
            else if (head < anchor && text.Syntax.Xpos[anchor] is "NN" or "NNS" or "NNP" && (text.Has(anchor, "obj") || text.Has(anchor, "iobj") || text.Has(anchor, "obl") || text.Has(anchor, "xcomp")) && DeliveryWords.IsTold(text.Lemma(head)))
            {
                verbs = [head]; // the network took a wrong word for the cue
            }
        }

        for (var token = proposal.Cue.Start; token < proposal.Cue.End; token++)
        {
            if (text.Upos(token) == UniversalPos.VERB && text.Head(token) == anchor && (text.Has(token, "advcl") || text.Has(token, "xcomp")))
            {
                verbs.Add(token);
            }
        }

        return verbs;
    }

    /// <summary>One cue's clause.</summary>
    private sealed class Clause
    {
        private readonly ParsedText text;
        private readonly int[] holders;
        private readonly Proposal proposal;
        private readonly List<int> verbs;
        private readonly TokenRange sentence;
        private readonly TokenRange source;
        private readonly DeliveryPhraseReader reader;
        private readonly DeliveryNouns nouns;
        private readonly List<(DeliveryRole Role, DeliveryPhrase Phrase, TokenRange Tokens)> found = [];

        public Clause(ParsedText text, int[] holders, Proposal proposal, List<int> verbs)
        {
            this.text = text;
            this.holders = holders;
            this.proposal = proposal;
            this.verbs = verbs;
            sentence = text.SentenceOf(proposal.Anchor);
            source = proposal.Source ?? new TokenRange(proposal.Anchor, proposal.Anchor);
            reader = new DeliveryPhraseReader(text, IsOpen);
            nouns = new DeliveryNouns(text, reader);
        }

        private string Verb => text.Lemma(verbs[0]);

        public Delivery Read()
        {
            foreach (var verb in verbs)
            {
                ReadSubject(verb);
                ReadObject(verb);
            }

            foreach (var token in Range(sentence))
            {
                if (DeliveryWords.Conveys.Contains(text.Lemma(token)) && IsOwnParticiple(token) && reader.Read(token + 1) is { } addressed && text.Lemma(token) == "address" && IsOpen(token, token + 1) && nouns.IsSomebody(addressed))
                {
                    Add(DeliveryRole.Addressee, addressed);
                }
            }

            ReadPhrases();
            return new Delivery(Of(DeliveryRole.Addressee), Of(DeliveryRole.Medium), Of(DeliveryRole.Place));
        }

        private List<TokenRange> Of(DeliveryRole role) =>
            [.. found.Where(item => item.Role == role).Select(item => item.Tokens).Distinct().OrderBy(tokens => tokens.Start)];

        private void Add(DeliveryRole role, DeliveryPhrase phrase)
        {
            if (!found.Exists(item => item.Tokens.Overlaps(phrase.Tokens)))
            {
                found.Add((role, phrase, phrase.Tokens));
            }
        }

        private static IEnumerable<int> Range(TokenRange range) => Enumerable.Range(range.Start, range.Length);

        /// <summary>Whether a phrase that starts at one token may hold another: both in the cue's clause, both in the source or both not.</summary>
        private bool IsOpen(int start, int token) =>
            sentence.Contains(token) && IsOnLevel(token) && !verbs.Contains(token) && (source.Contains(token) == source.Contains(start) || token == start);

        /// <summary>Whether the same content holds a token and the cue, so that it is no part of what is said.</summary>
        private bool IsOnLevel(int token) => holders[token] == holders[proposal.Anchor] && !proposal.ContentHas(token);

        /// <summary>The subject: those who were told, of a passive; the paper, of "the paper quoted X as saying".</summary>
        private void ReadSubject(int verb)
        {
            var isPassive = IsPassive(verb);
            var subject = text.Dependent(verb, "nsubj");
            if (subject < 0 || subject > verb || text.Is(subject, "it") || text.Is(subject, "there"))
            {
                return;
            }

            if (isPassive && DeliveryWords.IsTold(text.Lemma(verb)) && SubjectOf(subject, verb) is { } told
                && (text.Lemma(verb) is "tell" or "inform" or "notify" || (nouns.IsSomebody(told) && (DeliveryWords.Tells.Contains(text.Lemma(verb)) || SaysMoreAfter(verb)))))
            {
                Add(DeliveryRole.Addressee, told);
            }
            else if (!isPassive && DeliveryWords.Quotes.Contains(text.Lemma(verb)) && IsFollowedBySaying(verb) && SubjectOf(subject, verb) is { } paper)
            {
                Add(DeliveryRole.Medium, paper);
            }
        }

        /// <summary>Whether the verb is in the passive; "he's told them" only looks so.</summary>
        private bool IsPassive(int verb) => PassiveCues.IsPassive(text, verb) && !(text.ExactDependent(verb, "nsubj") >= 0 && text.ExactDependent(verb, "iobj") > verb);

        private DeliveryPhrase? SubjectOf(int subject, int verb)
        {
            var start = text.Extent(subject).Start;
            var whole = new DeliveryPhraseReader(text, (_, token) => sentence.Contains(token) && token < verb);
            while (start < subject && (text.IsPunctuation(start) || text.Upos(start) is UniversalPos.CCONJ or UniversalPos.ADP or UniversalPos.SCONJ))
            {
                start++;
            }

            return text.Syntax.Xpos[subject] is "WP" or "WDT" ? null : whole.Read(start);
        }

        /// <summary>Whether the content goes on after a passive verb, with more than a preposition's phrase.</summary>
        private bool SaysMoreAfter(int verb)
        {
            foreach (var part in proposal.Content)
            {
                if (part.End > verb + 1 && text.Upos(Math.Max(part.Start, verb + 1)) is not UniversalPos.ADP)
                {
                    return true;
                }
            }

            return proposal.Content[^1].End <= verb && text.QuotationOf(proposal.Content[^1].End - 1) >= 0;
        }

        private bool IsFollowedBySaying(int verb)
        {
            for (var token = verb + 1; token + 1 < sentence.End; token++)
            {
                if (text.Is(token, "as") && text.Is(token + 1, "saying"))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>The object of a verb that tells somebody: what stands right after it.</summary>
        private void ReadObject(int verb)
        {
            var lemma = text.Lemma(verb);
            var start = verb + 1;
            while (start < sentence.End && text.Head(start) == verb && (text.Relation(start) is "advmod" or "compound:prt"))
            {
                start++;
            }

            if (start >= sentence.End || IsPassive(verb) || source.Contains(start) || verbs.Contains(start))
            {
                return;
            }

            if (DeliveryWords.Calls(lemma, text.Form(start)))
            {
                if (FreeReader(verb).Read(start + 1) is { } called && nouns.IsSomebody(called))
                {
                    Add(DeliveryRole.Addressee, called);
                }

                return;
            }

            if (!DeliveryWords.IsTold(lemma))
            {
                return;
            }

            var phrase = (IsOnLevel(start) ? reader : FreeReader(verb)).Read(start, byTree: DeliveryWords.Informs.Contains(lemma));
            if (phrase is null || !nouns.IsTold(phrase))
            {
                return;
            }

            var isMoreSaid = phrase.Tokens.End < sentence.End
                && (IsStartOfSaid(phrase.Tokens.End) || (text.Syntax.Xpos[phrase.Noun] == "PRP" && proposal.ContentHas(phrase.Tokens.End)));
            var isTold = DeliveryWords.Tells.Contains(lemma) ? isMoreSaid || IsOnLevel(start)
                : IsOnLevel(start) ? nouns.IsSomebody(phrase) || (isMoreSaid && DeliveryWords.Asks.Contains(lemma))
                : isMoreSaid && nouns.IsSomebody(phrase);
            if (isTold)
            {
                Add(DeliveryRole.Addressee, phrase);
            }
        }

        /// <summary>Reads also what the content holds: the network sometimes takes those addressed into it.</summary>
        private DeliveryPhraseReader FreeReader(int verb) => new(text, (_, token) => sentence.Contains(token) && token > verb && !source.Contains(token));

        /// <summary>Whether what is said to somebody starts here: a clause, an infinitive, a thing promised.</summary>
        private bool IsStartOfSaid(int token) =>
            (text.Is(token, "to") && text.Upos(token) == UniversalPos.PART) || (text.Is(token, "not") && text.Is(token + 1, "to"))
            || text.Syntax.Xpos[token] is "WRB" or "WP" or "WDT" or "DT" or "PRP" or "PRP$"
            || text.Upos(token) == UniversalPos.SCONJ || text.Form(token) is "that" or "for" or "about" or "of" || text.QuotationOf(token) >= 0;

        private void ReadPhrases()
        {
            for (var token = sentence.Start; token + 1 < sentence.End; token++)
            {
                if (!IsPreposition(token) || !IsOnLevel(token) || !IsOpen(token + 1, token + 1))
                {
                    continue;
                }

                var start = token + 1;
                while (start + 1 < sentence.End && IsPreposition(start) && IsOnLevel(start + 1))
                {
                    start++;
                }

                if (text.Is(start, "front") && text.Is(start + 1, "of") && IsOpen(start + 2, start + 2))
                {
                    start += 2;
                }

                if (reader.Read(start) is { } phrase)
                {
                    Judge(phrase with { Marker = token });
                    token = Math.Max(token, phrase.NounEnd - 1);
                }
            }

            for (var i = 0; i < found.Count; i++)
            {
                var (role, phrase, tokens) = found[i];
                found[i] = (role, phrase, WithParticiple(phrase, tokens));
            }
        }

        private bool IsPreposition(int token) =>
            (text.Upos(token) is UniversalPos.ADP || text.Form(token) is "outside" or "inside" or "near" or "via" or "before" or "during" or "aboard" or "to" && text.Upos(token) != UniversalPos.PART)
            && !text.Is(token, "of") && text.Relation(token) != "compound:prt";

        private void Judge(DeliveryPhrase phrase)
        {
            var isTime = reader.IsTime(phrase.Noun) || (reader.IsTime(phrase.Tokens.Start) && text.Upos(phrase.Tokens.Start) == UniversalPos.PROPN);
            if (found.Exists(item => item.Tokens.Contains(phrase.Noun)) || (isTime && !nouns.IsMedium(phrase)))
            {
                return;
            }

            var governor = Governor(phrase);
            if (governor is null || IsOfTheSubject(phrase))
            {
                return;
            }

            var context = governor.Context;
            var at = context is null ? -1 : found.FindIndex(item => item.Phrase == context);
            if (at >= 0 && found[at].Tokens.End == phrase.Marker && Belongs(found[at].Role, context!, phrase))
            {
                found[at] = (found[at].Role, context!, new TokenRange(found[at].Tokens.Start, phrase.Tokens.End));
                return;
            }

            var role = RoleOf(phrase, governor.Verb, at >= 0 ? found[at].Role : DeliveryRole.None, context);
            var isInSource = governor.Way == Way.Source || source.Contains(phrase.Noun);
            var isOrigin = role == DeliveryRole.Place && text.Is(phrase.Marker, "from") && source.Length > 0 && source.End <= phrase.Marker && phrase.Noun < verbs[0] && governor.Verb == Verb;
            if (role != DeliveryRole.None && !isOrigin && (!isInSource || IsNotOfTheSource(role, phrase)) && (role != DeliveryRole.Place || governor.Way != Way.Other))
            {
                Add(role, phrase);
            }
        }

        /// <summary>How the tree leads from a phrase to the cue.</summary>
        private enum Way
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
        private sealed record Ruler(Way Way, string Verb, DeliveryPhrase? Context);

        /// <summary>What the phrase qualifies, or null where that is not the saying.</summary>
        private Ruler? Governor(DeliveryPhrase phrase)
        {
            var (verb, isConveyed, way) = (Verb, false, Way.Cue);
            var context = found.Find(item => item.Tokens.End == phrase.Marker).Phrase;
            var token = text.Head(phrase.Noun);
            for (var steps = 0; steps < MaxSteps && token >= 0; steps++, token = text.Head(token))
            {
                if (verbs.Contains(token))
                {
                    return new Ruler(way, isConveyed || text.Upos(token) != UniversalPos.VERB ? verb : text.Lemma(token), context);
                }

                if (source.Contains(token))
                {
                    return new Ruler(Way.Source, verb, context);
                }

                if (found.Find(item => item.Tokens.Contains(token)).Phrase is { } around)
                {
                    return new Ruler(way, verb, context ?? around);
                }

                if (proposal.ContentHas(token))
                {
                    return new Ruler(context is null && phrase.Noun > proposal.Content[0].Start ? Way.Other : way, verb, context);
                }

                if (text.Upos(token) == UniversalPos.VERB && !phrase.Tokens.Contains(token))
                {
                    var isConveying = (DeliveryWords.Conveys.Contains(text.Lemma(token)) && text.Syntax.Xpos[token] is "VBG" or "VBN" or "VBD") || IsQuoted(phrase);
                    if (!isConveying && !(isConveyed && text.Has(token, "acl")))
                    {
                        break;
                    }

                    (verb, isConveyed) = (isConveyed ? verb : text.Lemma(token), true);
                }
                else if (!phrase.Tokens.Contains(token) && !reader.IsTime(token))
                {
                    way = context is null ? Way.Other : way;
                }
            }

            return context is not null ? new Ruler(way, verb, context) : FollowsTheCue(phrase) ? new Ruler(Way.Cue, verb, context) : null;
        }

        /// <summary>Whether nothing but phrases stands between the cue and this one.</summary>
        private bool FollowsTheCue(DeliveryPhrase phrase)
        {
            for (var token = phrase.Marker - 1; token >= sentence.Start; token--)
            {
                if (verbs.Contains(token))
                {
                    return true;
                }

                if (text.Upos(token) is UniversalPos.VERB or UniversalPos.AUX or UniversalPos.SCONJ || !IsOnLevel(token))
                {
                    return false;
                }
            }

            return false;
        }

        /// <summary>Whether a participle tells of the same saying: "speaking in Lagos, X said".</summary>
        private bool IsOwnParticiple(int token) =>
            text.Syntax.Xpos[token] == "VBG" && IsOnLevel(token) && text.Head(token) is >= 0 and var head && (verbs.Contains(head) || source.Contains(head) || proposal.ContentHas(head));

        /// <summary>Whether the phrase is part of the subject, where that is not the source as it was found: "researchers at the firm".</summary>
        private bool IsOfTheSubject(DeliveryPhrase phrase)
        {
            var subject = text.Dependent(verbs[0], "nsubj");
            return subject >= 0 && subject < phrase.Noun && phrase.Noun < verbs[0] && !source.Contains(subject)
                && subject + 1 == phrase.Marker && text.IsUnder(phrase.Noun, subject);
        }

        /// <summary>Within the source's words a phrase is the source's own, but for a medium and what commas or the tree set apart.</summary>
        private bool IsNotOfTheSource(DeliveryRole role, DeliveryPhrase phrase)
        {
            var isVerbFirst = source.Start > verbs[0];
            return (role == DeliveryRole.Medium && isVerbFirst)
                || IsQuoted(phrase)
                || (role == DeliveryRole.Medium && text.Is(phrase.Marker - 1, ","))
                || verbs.Contains(text.Head(phrase.Noun))
                || (DeliveryWords.Conveys.Contains(text.Lemma(phrase.Marker - 1)) && text.Syntax.Xpos[phrase.Marker - 1] == "VBG")
                || found.Exists(item => item.Tokens.End == phrase.Marker);
        }

        /// <summary>Whether the phrase only tells which medium, place or person is meant: "a post on Facebook", "his home in Ohio", "a book about bees".</summary>
        private bool Belongs(DeliveryRole role, DeliveryPhrase before, DeliveryPhrase phrase)
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

        private DeliveryRole RoleOf(DeliveryPhrase phrase, string verb, DeliveryRole before, DeliveryPhrase? context)
        {
            var marker = reader.Lemma(phrase.Marker);
            var noun = context is null ? string.Empty : nouns.Kind(context);
            var isAfterMedium = before == DeliveryRole.Medium;
            switch (marker)
            {
                case "to" or "toward" or "towards":
                    return nouns.IsTold(phrase) && !DeliveryWords.Points.Contains(verb) && !IsIdiom(phrase.Marker)
                        && (isAfterMedium || DeliveryWords.IsSaid(verb) || DeliveryWords.Conveys.Contains(verb) || DeliveryWords.Sayings.Contains(verb))
                        && (isAfterMedium && context!.Tokens.End == phrase.Marker ? !nouns.IsThing(phrase) : nouns.IsSomebody(phrase) || (DeliveryWords.Says.Contains(verb) && !nouns.IsThing(phrase)))
                        ? DeliveryRole.Addressee
                        : IsAfter(phrase, DeliveryWords.Visits) && nouns.IsPlace(phrase, "in") ? DeliveryRole.Place
                        : DeliveryRole.None;
                case "with":
                    return nouns.IsTold(phrase)
                        && ((isAfterMedium && DeliveryWords.Exchanges.Contains(noun)) || IsAfter(phrase, DeliveryWords.Talks) || (DeliveryWords.Talkings.Contains(verb) && nouns.IsSomebody(phrase)))
                        ? DeliveryRole.Addressee
                        : DeliveryRole.None;
                case "before" or "in" when nouns.IsBody(phrase) && !text.Has(phrase.Noun, "nsubj") && (marker == "before" || text.Is(phrase.Marker + 1, "front")):
                    return DeliveryRole.Addressee;
                case "before" when text.Has(phrase.Noun, "nsubj"):
                    return DeliveryRole.None;
                case "before":
                    return nouns.IsAudience(phrase) && !nouns.IsMedium(phrase) ? DeliveryRole.Addressee : DeliveryRole.None;
                case "in" when text.Is(phrase.Marker + 1, "front"):
                    return nouns.IsPlace(phrase, "outside") ? DeliveryRole.Place : nouns.IsSomebody(phrase) ? DeliveryRole.Addressee : DeliveryRole.None;
                case "at" when DeliveryWords.Shouts.Contains(verb) && nouns.IsSomebody(phrase):
                    return DeliveryRole.Addressee;
                case "for" when isAfterMedium && noun == "briefing" && nouns.IsSomebody(phrase):
                    return DeliveryRole.Addressee;
                case "by" when IsQuoted(phrase):
                    return DeliveryRole.Medium;
            }

            return nouns.IsMediumAfter(marker, phrase, verb, isFronted: phrase.Noun < verbs[0]) ? DeliveryRole.Medium
                : nouns.IsPlace(phrase, marker) && DeliveryWords.IsSaid(verb) ? DeliveryRole.Place
                : DeliveryRole.None;
        }

        /// <summary>Whether "to" goes with the word before it: "according to".</summary>
        private bool IsIdiom(int marker) => marker > 0 && text.Form(marker - 1) is "according" or "According" or "due" or "next" or "close" or "thanks" or "prior" or "up" or "similar" or "contrary" or "as" or "loyal";

        /// <summary>Whether right before the phrase stands one of these nouns under a preposition that makes it an occasion: "on a visit to", "during talks with".</summary>
        private bool IsAfter(DeliveryPhrase phrase, FrozenSet<string> words)
        {
            var noun = phrase.Marker - 1;
            if (noun <= sentence.Start || !words.Contains(reader.Lemma(noun)))
            {
                return false;
            }

            var marker = noun;
            while (marker > sentence.Start && !IsPreposition(marker) && text.Upos(marker) is UniversalPos.NOUN or UniversalPos.ADJ or UniversalPos.DET or UniversalPos.PRON or UniversalPos.PROPN or UniversalPos.NUM or UniversalPos.PART)
            {
                marker--;
            }

            return reader.Lemma(marker) is "in" or "on" or "during" or "at";
        }

        /// <summary>Whether the phrase names who passed the words on: "was quoted by X as saying", "the ministry, cited by X, said".</summary>
        private bool IsQuoted(DeliveryPhrase phrase)
        {
            var head = text.Head(phrase.Noun);
            return head >= 0 && DeliveryWords.Quotes.Contains(text.Lemma(head)) && text.Syntax.Xpos[head] is "VBN" or "VBD";
        }

        /// <summary>A medium's or addressee's phrase with the participle after it, unless that tells when, or to whom.</summary>
        private TokenRange WithParticiple(DeliveryPhrase phrase, TokenRange tokens)
        {
            var token = tokens.End;
            if (!IsOpen(tokens.Start, token) || text.Syntax.Xpos[token] is not ("VBN" or "VBG") || !text.Has(token, "acl") || !tokens.Contains(text.Head(token)))
            {
                return tokens;
            }

            var end = token + 1;
            var limit = text.Extent(token).End;
            while (end < limit && IsOpen(tokens.Start, end) && !text.Is(end, ",") && !reader.IsTime(end))
            {
                end++;
            }

            if (reader.IsTime(end) && end < limit)
            {
                while (end > token + 1 && text.Upos(end - 1) is UniversalPos.ADP or UniversalPos.NUM or UniversalPos.DET or UniversalPos.ADJ or UniversalPos.ADV)
                {
                    end--;
                }
            }

            var whole = new TokenRange(tokens.Start, end);
            return end <= token + 1 || found.Exists(item => item.Phrase != phrase && item.Role == DeliveryRole.Addressee && item.Tokens.Overlaps(whole)) ? tokens : whole;
        }
    }
}
