using System.Collections.Immutable;
using Inquit.Actors;
using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>
/// Which proposals stand. The surest come first; one that shares words of its cue with a surer one falls, and so does one
/// that would hold, and be held by, a surer one.
/// </summary>
internal sealed class Selection
{
    private readonly List<Proposal> chosen = [];

    private Selection()
    {
    }

    /// <summary>Chooses among weighed proposals.</summary>
    public static Selection Select(ParsedText text, IEnumerable<Proposal> proposals)
    {
        var selection = new Selection();
        var ownerOf = new Proposal?[text.Count];
        foreach (var proposal in proposals.OrderByDescending(proposal => proposal.Confidence).ThenBy(proposal => proposal.Frame).ThenBy(proposal => proposal.Anchor))
        {
            var claimed = proposal.Cue.Length > 0 ? proposal.Cue : new TokenRange(proposal.Anchor, proposal.Anchor + 1);
            if (!IsFree(ownerOf, claimed) || selection.chosen.Any(surer => HoldEachOther(surer, proposal)))
            {
                continue;
            }

            selection.chosen.Add(proposal);
            for (var token = claimed.Start; token < claimed.End; token++)
            {
                ownerOf[token] = proposal;
            }
        }

        selection.chosen.Sort((left, right) => (left.Start, left.Anchor).CompareTo((right.Start, right.Anchor)));
        return selection;
    }

    /// <summary>The chosen proposals as statements, in text order.</summary>
    public ImmutableArray<Statement> ToStatements(ParsedText text)
    {
        var statements = ImmutableArray.CreateBuilder<Statement>(chosen.Count);
        foreach (var proposal in chosen)
        {
            statements.Add(new Statement
            {
                Index = statements.Count,
                Kind = KindOf(text, proposal.Content),
                Source = proposal.Source is { } source ? [text.Segmentation.SpanOf(source)] : [],
                Cue = proposal.Cue.Length > 0 ? [text.Segmentation.SpanOf(proposal.Cue)] : [],
                Content = [.. proposal.Content.Select(text.Segmentation.SpanOf)],
                Speaker = proposal.Source is { } named ? SpeakerNames.Resolve(text, named, proposal.SourceHead) : Speaker.Unresolved,
                Within = HolderOf(proposal),
                Confidence = proposal.Confidence,
            });
        }

        return statements.MoveToImmutable();
    }

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

    private static bool HoldEachOther(Proposal left, Proposal right) => left.ContentHas(right.Anchor) && right.ContentHas(left.Anchor);

    /// <summary>Index of the smallest statement whose content holds this one's cue, or null.</summary>
    private int? HolderOf(Proposal proposal)
    {
        int? holder = null;
        for (var i = 0; i < chosen.Count; i++)
        {
            var isSmaller = holder is not { } best || chosen[i].ContentLength < chosen[best].ContentLength;
            if (isSmaller && chosen[i] != proposal && chosen[i].ContentHas(proposal.Anchor) && !proposal.ContentHas(chosen[i].Anchor))
            {
                holder = i;
            }
        }

        return holder;
    }

    private static StatementKind KindOf(ParsedText text, IReadOnlyList<TokenRange> content)
    {
        var (quoted, bare) = (0, 0);
        foreach (var part in content)
        {
            for (var token = part.Start; token < part.End; token++)
            {
                if (text.QuotationOf(token) >= 0)
                {
                    quoted++;
                }
                else if (!text.IsPunctuation(token))
                {
                    bare++;
                }
            }
        }

        return quoted == 0 ? StatementKind.Indirect : bare == 0 ? StatementKind.Direct : StatementKind.Mixed;
    }
}
