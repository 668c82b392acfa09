using System.Collections.Immutable;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>
/// Which proposals stand. Those that are read off the lines come first, then those of the role network, then the surest; one that
/// shares words of its cue with one before it falls, and so does one that would hold, and be held by, one before it.
/// </summary>
internal sealed class Selection
{
    /// <summary>Below this confidence a proposal of the families is no statement; chosen on the dev articles of PolNeAR.</summary>
    public const double MinConfidence = 0.44;

    /// <summary>Below this confidence a statement within another is dropped: annotators marked none, so its rate is a guess.</summary>
    public const double MinConfidenceWithin = 0.35;

    /// <summary>How many tokens of a content are looked through for a cue that holds its holder; bounds the work on endless quotations.</summary>
    private const int MaxLookedAt = 1000;

    private readonly List<Proposal> chosen = [];

    private Selection()
    {
    }

    /// <summary>Chooses among weighed proposals.</summary>
    public static Selection Select(ParsedText text, IEnumerable<Proposal> proposals)
    {
        var selection = new Selection();
        var ownerOf = new Proposal?[text.Count];
        var anchoredAt = new Proposal?[text.Count];
        foreach (var proposal in proposals.OrderBy(Rank).ThenByDescending(proposal => proposal.Confidence).ThenBy(proposal => proposal.Frame).ThenBy(proposal => proposal.Anchor))
        {
            var claimed = proposal.Cue.Length > 0 ? proposal.Cue : new TokenRange(proposal.Anchor, proposal.Anchor + 1);
            if (!IsFree(ownerOf, claimed) || HoldsItsHolder(anchoredAt, proposal))
            {
                continue;
            }

            selection.chosen.Add(proposal);
            anchoredAt[proposal.Anchor] = proposal;
            for (var token = claimed.Start; token < claimed.End; token++)
            {
                ownerOf[token] = proposal;
            }
        }

        selection.EndContentsAtOthersSources(text);
        selection.DropUnsureWithin(text.Count);
        selection.chosen.Sort((left, right) => (left.Start, left.Anchor).CompareTo((right.Start, right.Anchor)));
        return selection;
    }

    /// <summary>The chosen proposals as statements, in text order.</summary>
    public ImmutableArray<Statement> ToStatements(ParsedText text)
    {
        var statements = ImmutableArray.CreateBuilder<Statement>(chosen.Count);
        var holders = SmallestHolders(text.Count);
        var deliveries = new DeliveryFinder(text, holders);
        foreach (var proposal in chosen)
        {
            statements.Add(deliveries.Find(proposal).AddTo(proposal.ToStatement(text, statements.Count, HolderOf(proposal, holders)), text.Segmentation));
        }

        return statements.MoveToImmutable();
    }

    /// <summary>The chosen proposals that are in no other's content.</summary>
    public IEnumerable<Proposal> Outermost(int count)
    {
        var holders = SmallestHolders(count);
        return chosen.Where(proposal => HolderOf(proposal, holders) is null);
    }

    private static int Rank(Proposal proposal) => proposal.Frame switch
    {
        CueFrame.PullQuote or CueFrame.Turn or CueFrame.Dialogue or CueFrame.List or CueFrame.SignedLine => 0,
        CueFrame.Network => 1,
        _ => 2,
    };

    /// <summary>Whether its spans stand as they are: no tree was asked for them.</summary>
    private static bool IsSettled(Proposal proposal) => Rank(proposal) < 2;

    private static bool IsFree(Proposal?[] ownerOf, TokenRange claimed)
    {
        for (var token = claimed.Start; token < claimed.End; token++)
        {
            if (ownerOf[token] is not null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the proposal's content holds the cue of a chosen one whose content holds its own.</summary>
    private static bool HoldsItsHolder(Proposal?[] anchoredAt, Proposal proposal)
    {
        var left = MaxLookedAt;
        foreach (var part in proposal.Content)
        {
            for (var token = part.Start; token < part.End && left-- > 0; token++)
            {
                if (anchoredAt[token]?.ContentHas(proposal.Anchor) == true)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// A content ends where, after a comma or an "and", somebody begins who says something outside it: the parser joined
    /// "… from three sides, and <b>President Lee</b>, in May, announced …" to what went before.
    /// </summary>
    private void EndContentsAtOthersSources(ParsedText text)
    {
        var sourceAt = new Proposal?[text.Count];
        foreach (var proposal in chosen)
        {
            if (proposal.Source is { } source && source.Start > 0 && (text.Is(source.Start - 1, ",") || text.Is(source.Start - 1, "and")))
            {
                sourceAt[source.Start] = proposal;
            }
        }

        for (var i = 0; i < chosen.Count; i++)
        {
            if (IsSettled(chosen[i]))
            {
                continue;
            }

            var last = chosen[i].Content[^1];
            for (var token = last.Start + 1; token < last.End; token++)
            {
                if (sourceAt[token] is { } other && other != chosen[i] && other.Anchor >= last.End && other.Source!.Value.End <= last.End)
                {
                    var shortened = ContentShaper.Shape(text, [.. chosen[i].Content.SkipLast(1), new TokenRange(last.Start, token)], [chosen[i].Cue], chosen[i].Anchor);
                    chosen[i] = shortened.Count > 0 ? chosen[i] with { Content = shortened } : chosen[i];
                    break;
                }
            }
        }
    }

    private void DropUnsureWithin(int count)
    {
        var holders = SmallestHolders(count);
        chosen.RemoveAll(proposal => !IsSettled(proposal) && proposal.Confidence < MinConfidenceWithin && HolderOf(proposal, holders) is not null);
    }

    /// <summary>For each token, the index of the chosen proposal with the shortest content that holds it, or -1.</summary>
    private int[] SmallestHolders(int count)
    {
        var holders = new int[count];
        Array.Fill(holders, -1);
        foreach (var i in Enumerable.Range(0, chosen.Count).OrderByDescending(i => chosen[i].ContentLength))
        {
            foreach (var part in chosen[i].Content)
            {
                holders.AsSpan(part.Start, part.Length).Fill(i);
            }
        }

        return holders;
    }

    /// <summary>Index of the statement that this one is part of, or null; a holder is always longer, so that none holds itself.</summary>
    private int? HolderOf(Proposal proposal, int[] holders) =>
        holders[proposal.Anchor] is >= 0 and var holder && chosen[holder].ContentLength > proposal.ContentLength ? holder : null;
}
