using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>What was found so far, and which tokens it takes.</summary>
internal sealed class Findings(ParsedText text)
{
    /// <summary>How sure the families must be of a statement of which the network saw no part; chosen on the dev articles of PolNeAR.</summary>
    private const double MinAlone = 0.6;

    /// <summary>The same of a statement in whose content the network found others.</summary>
    private const double MinAround = 0.6;

    /// <summary>Tokens that a statement within another has at the least.</summary>
    private const int MinLook = 3;

    private readonly TokenRange?[] contentAt = new TokenRange?[text.Count];
    private readonly Proposal?[] ownerOf = new Proposal?[text.Count];
    private readonly HashSet<TokenRange> lookedInto = [];

    /// <summary>All proposals.</summary>
    public List<Proposal> Proposals { get; } = [];

    /// <summary>Adds proposals.</summary>
    public void Add(List<Proposal> more)
    {
        Proposals.AddRange(more);
        foreach (var (proposal, span) in more.SelectMany(proposal => proposal.Spans().Select(span => (proposal, span))))
        {
            ownerOf.AsSpan(span.Tokens.Start, span.Tokens.Length).Fill(proposal);
            if (span.Role == Role.Content)
            {
                contentAt.AsSpan(span.Tokens.Start, span.Tokens.Length).Fill(span.Tokens);
            }
        }
    }

    /// <summary>Whether no token of the range is part of a statement.</summary>
    public bool IsFree(TokenRange range) => ownerOf.AsSpan(range.Start, range.Length).IndexOfAnyExcept((Proposal?)null) < 0;

    /// <summary>Whether the proposal shares no token with a statement, or stands wholly in one's content.</summary>
    public bool IsFreeOrInside(Proposal proposal) =>
        proposal.Spans().All(span => IsFree(span.Tokens)) || (contentAt[proposal.Anchor] is { } around && proposal.Spans().All(span => around.Contains(span.Tokens)));

    /// <summary>
    /// The sentences, or parts of them, that are in a content, hold a call to look into it, and were not looked into yet; in text
    /// order, without the marks around them.
    /// </summary>
    public List<TokenRange> ToLookInto(IEnumerable<int> calls) =>
        calls.Where(token => contentAt[token] is not null).Select(token => Shared(contentAt[token]!.Value, text.SentenceOf(token))).Where(lookedInto.Add)
            .OrderBy(part => part.Start).Select(WithoutMarks).Where(part => part.Length >= MinLook).SelectMany(RoleWindows.Cut).ToList();

    /// <summary>The families' proposals inside contents, cut to them.</summary>
    public List<Proposal> Inside(List<Proposal> weighed) =>
        weighed.Select(proposal => contentAt[proposal.Anchor] is { } around ? proposal.Within(around) : null).OfType<Proposal>().ToList();

    /// <summary>Whether the proposal is sure and its content holds whole statements, while its source and cue are free.</summary>
    public bool IsAround(Proposal proposal)
    {
        if (proposal.Confidence < MinAround)
        {
            return false;
        }

        var held = new HashSet<Proposal>(ReferenceEqualityComparer.Instance);
        foreach (var part in proposal.Content)
        {
            foreach (var owner in ownerOf.AsSpan(part.Start, part.Length))
            {
                _ = owner is not null && held.Add(owner);
            }
        }

        return held.Count > 0
            && proposal.Spans().All(span => span.Role == Role.Content || IsFree(span.Tokens))
            && held.All(other => other.Spans().All(span => proposal.Content.Any(part => part.Contains(span.Tokens))));
    }

    /// <summary>
    /// What a proposal of the families adds: what is read off the layout, of which the network's articles had next to none; a
    /// statement inside a content, cut to it; and one of which the network saw no part, if it is sure. Null where it adds nothing.
    /// </summary>
    public Proposal? Beside(Proposal proposal)
    {
        if (proposal.Frame == CueFrame.PullQuote)
        {
            return null;
        }

        if (proposal.Frame is CueFrame.Signature or CueFrame.Colon)
        {
            return proposal.Confidence >= Selection.MinConfidence ? proposal : null;
        }

        return contentAt[proposal.Anchor] is { } around ? (proposal.Confidence >= Selection.MinConfidenceWithin ? proposal.Within(around) : null)
            : proposal.Confidence >= MinAlone && proposal.Spans().All(span => IsFree(span.Tokens)) ? proposal
            : null;
    }

    private static TokenRange Shared(TokenRange left, TokenRange right) => new(Math.Max(left.Start, right.Start), Math.Min(left.End, right.End));

    /// <summary>A part of a content without the marks of the quotation that it starts or ends, and what stands beside the closing one.</summary>
    private TokenRange WithoutMarks(TokenRange part)
    {
        var (start, end) = (part.Start, part.End);
        if (text.QuotationOf(start) is >= 0 and var opened && text.Quotations[opened].Start == start && end > start)
        {
            start++;
        }

        if (end > start && text.QuotationOf(end - 1) is >= 0 and var closed && text.Quotations[closed].End == end)
        {
            end--;
        }

        while (end > start && (text.Is(end - 1, ",") || text.Is(end - 1, ".")))
        {
            end--;
        }

        return new TokenRange(start, end);
    }
}
