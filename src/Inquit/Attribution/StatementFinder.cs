using System.Collections.Immutable;
using Inquit.Learning;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>
/// Finds statements. What only the lines of a text tell comes first; then the role network finds the statements that are in no
/// other, and, in sentences that call for it, those inside them; the families of cues add what they are sure of and it did not see.
/// </summary>
public sealed class StatementFinder
{
    /// <summary>Below this confidence a statement of the network is none; chosen on the dev articles of PolNeAR.</summary>
    private const double MinTagged = 0.3;

    /// <summary>The same inside another statement, where it has seen no examples.</summary>
    private const double MinTaggedInside = 0.5;

    /// <summary>How sure the families must be of a statement within another to have the network look into it.</summary>
    private const double WorthALook = 0.5;

    /// <summary>How often a word must attribute, whatever stands around it, to have the network look into the content that holds it.</summary>
    private const double VerbCallRate = 0.95;
    private const double NounCallRate = 0.5;

    /// <summary>How often contents inside contents are looked into.</summary>
    private const int MaxDepth = 4;

    private readonly CueLexicon lexicon = CueLexicon.Default;
    private readonly RoleTagger tagger;
    private readonly StatementConfidence confidence;

    /// <summary>Creates the finder from its model's file.</summary>
    /// <exception cref="ModelFormatException">A part of the file is missing or does not fit.</exception>
    public StatementFinder(ModelFile roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        tagger = new RoleTagger(roles);
        confidence = new StatementConfidence(roles);
    }

    /// <summary>Values of the language network's states that the role network was learned with.</summary>
    internal int StateWidth => tagger.StateWidth;

    /// <summary>Finds the statements of a text, in text order.</summary>
    /// <exception cref="ArgumentException">The analysis is not of this text, or of another language model than the role model was learned with.</exception>
    public ImmutableArray<Statement> Find(Segmentation segmentation, LanguageAnalysis language)
    {
        ArgumentNullException.ThrowIfNull(segmentation);
        ArgumentNullException.ThrowIfNull(language);
        if (language.States.Count != segmentation.Tokens.Length || language.States.Width != StateWidth)
        {
            throw new ArgumentException(
                $"The text has {segmentation.Tokens.Length} tokens, and the role model needs {StateWidth} values of state for each; the analysis has {language.States.Count} with {language.States.Width}.",
                nameof(language));
        }

        return Find(new ParsedText(segmentation, language.Syntax, language.Entities), language.States);
    }

    /// <summary>Finds the statements of a text that is indexed already.</summary>
    internal ImmutableArray<Statement> Find(ParsedText text, TokenStates states)
    {
        var weighed = CueFamilies.Weigh(text, lexicon);
        var nounClauses = weighed.Where(proposal => proposal.Frame is CueFrame.NounClause or CueFrame.NounInfinitive).ToLookup(proposal => proposal.Anchor);
        var found = new Findings(text);
        found.Add(CueFamilies.ProposeByLines(text, lexicon));
        found.Add(Tag(RoleFeatures.Of(text, weighed), RoleWindows.Of(text.Segmentation), MinTagged));
        found.Add(weighed.Where(found.IsAround).ToList());
        var calls = Calls(text, weighed);
        for (var depth = 0; depth < MaxDepth && found.ToLookInto(calls) is { Count: > 0 } contents; depth++)
        {
            found.Add(Tag(RoleFeatures.Inside(text, found.Inside(weighed), contents), contents, MinTaggedInside));
        }

        found.Add(weighed.Select(found.Beside).OfType<Proposal>().ToList());
        found.Add(NearbySpeaker.Find(text, found.IsFree).ToList());
        return Selection.Select(text, found.Proposals).ToStatements(text);

        List<Proposal> Tag(RoleFeatures features, List<TokenRange> windows, double least) =>
            tagger.Find(text, states, features, windows).Select(Propose).OfType<Proposal>().Where(proposal => proposal.Confidence >= least && found.IsFreeOrInside(proposal)).ToList();

        // A noun's clause ends where the tree ends it: the network likes to run on into the sentence that the noun is part of.
        Proposal EndedAtItsClause(Proposal proposal)
        {
            var clause = nounClauses[proposal.Anchor].FirstOrDefault(other => proposal.Content is [var whole] && other.Content is [var part] && part.Start == whole.Start && part.End < whole.End);
            return clause is null ? proposal : proposal with { Content = clause.Content };
        }

        Proposal? Propose(TaggedStatement tagged)
        {
            var content = tagged.Content.Where(part => HasWord(text, part)).ToList();
            content = Preferring(content, part => IsInReach(text, tagged.Cue, part));
            content = Preferring(content, part => part.Length > 1 || !text.Is(part.Start, "it"));
            return content.Count == 0 ? null : EndedAtItsClause((tagged with { Content = content }).ToProposal(text) with { Confidence = confidence.Of(tagged.Certainty) });
        }
    }

    /// <summary>Tokens at which there may be a statement within another: the families are sure of one, or the word is one that attributes mostly.</summary>
    private List<int> Calls(ParsedText text, List<Proposal> weighed)
    {
        var calls = weighed.Where(proposal => proposal.Confidence >= WorthALook).Select(proposal => proposal.Anchor).ToHashSet();
        for (var token = 0; token < text.Count; token++)
        {
            var isCall = text.Upos(token) switch
            {
                UniversalPos.VERB => lexicon.SpeechRate(text.Lemma(token)) >= VerbCallRate,
                UniversalPos.NOUN => token + 1 < text.Count && text.Form(token + 1) is "that" or "to" && lexicon.Rate(CueFrame.NounClause, text.Lemma(token)) >= NounCallRate,
                _ => false,
            };
            _ = isCall && calls.Add(token);
        }

        return [.. calls];
    }

    /// <summary>Those parts that are as wanted, if any is; else all.</summary>
    private static List<TokenRange> Preferring(List<TokenRange> content, Predicate<TokenRange> isWanted) =>
        content.Exists(isWanted) ? content.FindAll(isWanted) : content;

    /// <summary>Whether a content is near its cue: across a sentence's end, only what is quoted is.</summary>
    private static bool IsInReach(ParsedText text, TokenRange cue, TokenRange content) =>
        text.SentenceOf(cue.Start) == text.SentenceOf(content.Start)
        || text.SentenceOf(cue.Start) == text.SentenceOf(content.End - 1)
        || text.QuotationOf(content.Start) >= 0
        || text.QuotationOf(content.End - 1) >= 0;

    /// <summary>Whether more than marks, a conjunction and an empty "it" stands in a range: "that" alone was cut off from its clause.</summary>
    private static bool HasWord(ParsedText text, TokenRange range)
    {
        for (var token = range.Start; token < range.End; token++)
        {
            if (!text.IsPunctuation(token) && text.Upos(token) != UniversalPos.SCONJ && text.Relation(token) != "expl")
            {
                return true;
            }
        }

        return false;
    }
}
