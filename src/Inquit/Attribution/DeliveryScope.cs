using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>The words of a cue's own clause: its sentence without what is said and without what others say.</summary>
internal sealed class DeliveryScope
{
    /// <summary>How far from the cue is looked; what is called a longer sentence is none.</summary>
    private const int Reach = 200;

    private readonly bool[] isOpen;

    /// <summary>Creates the scope of one statement.</summary>
    /// <param name="text">The text.</param>
    /// <param name="holders">For each token, which statement's content holds it most closely; -1 for none.</param>
    /// <param name="proposal">The statement.</param>
    /// <param name="verbs">The cue's predicates, the head first.</param>
    public DeliveryScope(ParsedText text, int[] holders, Proposal proposal, List<int> verbs)
    {
        Text = text;
        Proposal = proposal;
        Verbs = verbs;
        var whole = text.SentenceOf(proposal.Anchor);
        Sentence = new TokenRange(Math.Max(whole.Start, proposal.Anchor - Reach), Math.Min(whole.End, proposal.Anchor + Reach));
        Source = proposal.Source ?? new TokenRange(proposal.Anchor, proposal.Anchor);
        isOpen = new bool[Sentence.Length];
        for (var token = Sentence.Start; token < Sentence.End; token++)
        {
            isOpen[token - Sentence.Start] = holders[token] == holders[proposal.Anchor] && !proposal.ContentHas(token);
        }
    }

    public ParsedText Text { get; }

    public Proposal Proposal { get; }

    public List<int> Verbs { get; }

    /// <summary>The cue's sentence, as far as it is looked at.</summary>
    public TokenRange Sentence { get; }

    /// <summary>The source; empty where there is none.</summary>
    public TokenRange Source { get; }

    /// <summary>The lemma of the cue's head.</summary>
    public string Verb => Text.Lemma(Verbs[0]);

    /// <summary>Whether a phrase that starts at one token may hold another: both in the clause, both in the source or both not.</summary>
    public bool IsOpen(int start, int token) =>
        IsOnLevel(token) && !Verbs.Contains(token) && (Source.Contains(token) == Source.Contains(start) || token == start);

    /// <summary>Whether the same content holds a token and the cue, so that it is no part of what is said.</summary>
    public bool IsOnLevel(int token) => Sentence.Contains(token) && isOpen[token - Sentence.Start];

    /// <summary>Whether the token is a preposition.</summary>
    public bool IsPreposition(int token) =>
        (Text.Upos(token) == UniversalPos.ADP || (Text.Form(token) is "outside" or "inside" or "near" or "via" or "before" or "during" or "aboard" or "to" && Text.Upos(token) != UniversalPos.PART))
        && !Text.Is(token, "of") && Text.Relation(token) != "compound:prt";

    /// <summary>Whether the phrase names who passed the words on: "was quoted by X as saying", "the ministry, cited by X, said".</summary>
    public bool IsQuoting(DeliveryPhrase phrase)
    {
        var head = Text.Head(phrase.Noun);
        return head >= 0 && DeliveryWords.Quotes.Contains(Text.Lemma(head)) && Text.Syntax.Xpos[head] is "VBN" or "VBD";
    }
}
