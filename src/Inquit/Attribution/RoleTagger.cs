using Inquit.Learning;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>Finds the outermost statements of windows with the role network: it labels tokens, then links the spans.</summary>
internal sealed unsafe class RoleTagger
{
    /// <summary>Tokens that are computed together.</summary>
    private const int BatchTokens = 1600;

    private readonly RoleNetwork network;
    private readonly RoleLinks links;

    /// <summary>Reads the tagger's model.</summary>
    /// <exception cref="ModelFormatException">A part is missing or does not fit.</exception>
    public RoleTagger(ModelFile file)
    {
        network = new RoleNetwork(file);
        links = new RoleLinks(file);
    }

    /// <summary>Values of the language network's states that it was learned with.</summary>
    public int StateWidth => network.StateWidth;

    /// <summary>The statements, window by window, by where their cues stand.</summary>
    public List<TaggedStatement> Find(ParsedText text, TokenStates states, RoleFeatures features, List<TokenRange> windows)
    {
        var found = new List<TaggedStatement>();
        for (var start = 0; start < windows.Count;)
        {
            var end = start;
            for (var size = 0; end < windows.Count && (end == start || size + windows[end].Length <= BatchTokens); end++)
            {
                size += windows[end].Length;
            }

            Find(text, states, features, windows.GetRange(start, end - start).ToArray(), found);
            start = end;
        }

        return found;
    }

    private void Find(ParsedText text, TokenStates states, RoleFeatures features, TokenRange[] windows, List<TaggedStatement> found)
    {
        var work = network.Run(text.Segmentation, states, features, windows);
        var row = 0;
        foreach (var window in windows)
        {
            var scores = new ReadOnlySpan<float>(work.Scores.Pointer + ((long)row * RoleLabels.Count), window.Length * RoleLabels.Count);
            var likely = RoleDecoder.Decode(network.Chain, scores, StartsIn(text, window));
            var spans = likely.ConvertAll(span => span.Span with { Tokens = new TokenRange(span.Span.Tokens.Start + window.Start, span.Span.Tokens.End + window.Start) });
            var linked = links.Of(text, spans, window, work.Rows.Pointer + ((long)row * RoleNetwork.Width), work.Layer);
            Join(spans, likely, linked, found);
            row += window.Length;
        }

        network.Return(work);
    }

    /// <summary>Where sentences start within a window, counted from its start.</summary>
    private static List<int> StartsIn(ParsedText text, TokenRange window)
    {
        var starts = new List<int>();
        for (var token = window.Start + 1; token < window.End; token++)
        {
            if (text.SentenceOf(token) != text.SentenceOf(token - 1))
            {
                starts.Add(token - window.Start);
            }
        }

        return starts;
    }

    private static void Join(List<RoleSpan> spans, List<LikelySpan> likely, RoleLink[] linked, List<TaggedStatement> found)
    {
        for (var cue = 0; cue < spans.Count; cue++)
        {
            if (spans[cue].Role != Role.Cue)
            {
                continue;
            }

            var contents = Enumerable.Range(0, spans.Count).Where(i => spans[i].Role == Role.Content && linked[i].Span == cue).ToList();
            var source = linked[cue].Span;
            found.Add(new TaggedStatement(
                spans[cue].Tokens,
                source < 0 ? null : spans[source].Tokens,
                contents.ConvertAll(i => spans[i].Tokens),
                new RoleCertainty(
                    likely[cue].Exact,
                    likely[cue].Peak,
                    source < 0 ? 1 : likely[source].Peak,
                    contents.Count == 0 ? 0 : contents.Max(i => likely[i].Peak),
                    linked[cue].Probability,
                    contents.Count == 0 ? 0 : contents.Max(i => linked[i].Probability))));
        }
    }
}

/// <summary>A statement as the tagger sees it.</summary>
/// <param name="Cue">The cue.</param>
/// <param name="Source">The source, or null where none is named.</param>
/// <param name="Content">The content's fragments, in text order; empty where none was found.</param>
/// <param name="Certainty">How sure the network is of each part.</param>
internal sealed record TaggedStatement(TokenRange Cue, TokenRange? Source, IReadOnlyList<TokenRange> Content, RoleCertainty Certainty)
{
    /// <summary>The same as a proposal.</summary>
    public Proposal ToProposal(ParsedText text)
    {
        var anchor = text.HeadOf(Cue);
        var source = Source is { } tagged ? Named(text, tagged) : null;
        return new Proposal(CueFrame.Network, text.Lemma(anchor), anchor, Cue, source, source is { } named ? text.HeadOf(named) : -1, Content);
    }

    /// <summary>
    /// A source without the adverb and the preposition before it ("earlier in the office of X"), which belong to the cue's clause;
    /// an empty "it" is none.
    /// </summary>
    private static TokenRange? Named(ParsedText text, TokenRange source)
    {
        if (source.Length == 1)
        {
            return text.Relation(source.Start) == "expl" ? null : source;
        }

        var start = source.Start;
        if (text.Upos(start) == UniversalPos.ADV && start + 1 < source.End && (text.Upos(start + 1) == UniversalPos.DET || !source.Contains(text.Head(start))))
        {
            start++;
        }

        var isLedTo = start + 1 < source.End && text.Upos(start) == UniversalPos.ADP && text.Form(start) is "in" or "In" or "at" or "At" or "by" or "from" or "From";
        return new TokenRange(isLedTo ? start + 1 : start, source.End);
    }
}

/// <summary>How sure the network is of the parts of a statement, each 0 to 1.</summary>
/// <param name="ExactCue">That an annotator marked just these words as cue.</param>
/// <param name="Cue">Of the cue's surest word.</param>
/// <param name="Source">Of the source's surest word; 1 where there is none.</param>
/// <param name="Content">Of the content's surest word.</param>
/// <param name="SourceLink">That this source, or none, belongs to the cue.</param>
/// <param name="ContentLink">That this content belongs to the cue.</param>
internal readonly record struct RoleCertainty(double ExactCue, double Cue, double Source, double Content, double SourceLink, double ContentLink);
