using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>Reads one cue's clause from left to right and judges its phrases.</summary>
internal sealed class DeliveryClause
{
    private readonly DeliveryScope scope;
    private readonly ParsedText text;
    private readonly DeliveryPhraseReader reader;
    private readonly DeliveryNouns nouns;
    private readonly DeliveryArguments arguments;
    private readonly DeliveryGovernors governors;
    private readonly DeliveryRules rules;
    private readonly List<DeliveryFinding> found = [];

    public DeliveryClause(DeliveryScope scope)
    {
        this.scope = scope;
        text = scope.Text;
        reader = new DeliveryPhraseReader(text, scope.IsOpen);
        nouns = new DeliveryNouns(text, reader);
        arguments = new DeliveryArguments(scope, reader, nouns);
        governors = new DeliveryGovernors(scope, reader);
        rules = new DeliveryRules(scope, reader, nouns);
    }

    /// <summary>What the clause tells.</summary>
    public Delivery Read()
    {
        foreach (var verb in scope.Verbs)
        {
            if (arguments.OfSubject(verb) is { } subject)
            {
                Add(subject.Role, subject.Phrase);
            }

            if (arguments.OfObject(verb) is { } told)
            {
                Add(DeliveryRole.Addressee, told);
            }
        }

        ReadPhrases();
        return found.Count == 0 ? Delivery.Unsaid : new Delivery(Of(DeliveryRole.Addressee), Of(DeliveryRole.Medium), Of(DeliveryRole.Place));
    }

    private List<TokenRange> Of(DeliveryRole role) => [.. found.Where(item => item.Role == role).Select(item => item.Tokens).OrderBy(tokens => tokens.Start)];

    private void Add(DeliveryRole role, DeliveryPhrase phrase)
    {
        if (!found.Exists(item => item.Tokens.Overlaps(phrase.Tokens)))
        {
            found.Add(new DeliveryFinding(role, phrase, phrase.Tokens));
        }
    }

    private void ReadPhrases()
    {
        for (var token = scope.Sentence.Start; token + 1 < scope.Sentence.End; token++)
        {
            if (IsAddressing(token) && scope.IsOpen(token + 1, token + 1) && reader.Read(token + 1) is { } addressed && nouns.IsSomebody(addressed))
            {
                Add(DeliveryRole.Addressee, addressed);
            }

            if (!scope.IsPreposition(token) || !scope.IsOnLevel(token) || !scope.IsOpen(token + 1, token + 1))
            {
                continue;
            }

            var start = token + 1;
            while (start + 1 < scope.Sentence.End && scope.IsPreposition(start) && scope.IsOnLevel(start + 1))
            {
                start++;
            }

            if (text.Is(start, "front") && text.Is(start + 1, "of") && scope.IsOpen(start + 2, start + 2))
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
            found[i] = found[i] with { Tokens = WithParticiple(found[i]) };
        }
    }

    /// <summary>Whether a participle beside the cue tells whom the speaker addresses: "addressing parliament, X said".</summary>
    private bool IsAddressing(int token) =>
        text.Syntax.Xpos[token] == "VBG" && text.Lemma(token) == "address" && scope.IsOnLevel(token)
        && text.Head(token) is >= 0 and var head && (scope.Verbs.Contains(head) || scope.Source.Contains(head) || scope.Proposal.ContentHas(head));

    private void Judge(DeliveryPhrase phrase)
    {
        var startsWithTime = reader.IsTime(phrase.Tokens.Start) && text.Upos(phrase.Tokens.Start) == UniversalPos.PROPN;
        if (found.Exists(item => item.Tokens.Contains(phrase.Noun)) || reader.IsTime(phrase.Noun) || (startsWithTime && !nouns.IsMedium(phrase)))
        {
            return;
        }

        var governor = governors.Of(phrase, found);
        if (governor is null || governors.IsOfTheSubject(phrase))
        {
            return;
        }

        var context = governor.Context;
        var at = context is null ? -1 : found.FindIndex(item => item.Phrase == context);
        if (at >= 0 && found[at].Tokens.End == phrase.Marker && rules.Belongs(found[at].Role, context!, phrase))
        {
            found[at] = found[at] with { Tokens = new TokenRange(found[at].Tokens.Start, phrase.Tokens.End) };
            return;
        }

        var role = rules.RoleOf(phrase, governor.Verb, at >= 0 ? found[at].Role : DeliveryRole.None, context);
        if (role != DeliveryRole.None && IsSure(role, phrase, governor))
        {
            Add(role, phrase);
        }
    }

    /// <summary>Whether nothing tells that the phrase belongs to the source, to another noun, or to those who ask the one who was asked.</summary>
    private bool IsSure(DeliveryRole role, DeliveryPhrase phrase, DeliveryRuler governor)
    {
        if (governor.Way == DeliveryWay.Source || scope.Source.Contains(phrase.Noun))
        {
            return governors.IsNotOfTheSource(role, phrase, found);
        }

        if (governor.Way == DeliveryWay.Other && (role == DeliveryRole.Place || text.Is(phrase.Marker, "on")))
        {
            return false;
        }

        var isOrigin = role == DeliveryRole.Place && text.Is(phrase.Marker, "from")
            && scope.Source.Length > 0 && scope.Source.End <= phrase.Marker && phrase.Noun < scope.Verbs[0] && governor.Verb == scope.Verb;
        var isAsker = role == DeliveryRole.Addressee && text.Is(phrase.Marker, "with") && found.Exists(item => item.Role == DeliveryRole.Addressee);
        return !isOrigin && !isAsker;
    }

    /// <summary>A medium's or addressee's phrase with the participle after it, unless that tells when, or to whom.</summary>
    private TokenRange WithParticiple(DeliveryFinding finding)
    {
        var tokens = finding.Tokens;
        var token = tokens.End;
        if (!scope.IsOpen(tokens.Start, token) || text.Syntax.Xpos[token] is not ("VBN" or "VBG") || !text.Has(token, "acl") || !tokens.Contains(text.Head(token)))
        {
            return tokens;
        }

        var end = token + 1;
        var limit = text.Extent(token).End;
        while (end < limit && scope.IsOpen(tokens.Start, end) && !text.Is(end, ",") && !reader.IsTime(end))
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
        return end <= token + 1 || found.Exists(item => item != finding && item.Role == DeliveryRole.Addressee && item.Tokens.Overlaps(whole)) ? tokens : whole;
    }
}
