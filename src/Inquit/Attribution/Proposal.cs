using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>A statement as one family of cues proposes it, before families are weighed against each other.</summary>
/// <param name="Frame">The pattern that was seen.</param>
/// <param name="Words">The words under which the lexicon counts it ("call for").</param>
/// <param name="Anchor">The cue's head token; for a pull quote, the first token of the name.</param>
/// <param name="Cue">The cue's tokens; empty for a pull quote.</param>
/// <param name="Source">The source's tokens, or null.</param>
/// <param name="SourceHead">The head token of the source, or -1.</param>
/// <param name="Content">The content's fragments, in text order, never empty.</param>
internal sealed record Proposal(
    CueFrame Frame, string Words, int Anchor, TokenRange Cue, TokenRange? Source, int SourceHead, IReadOnlyList<TokenRange> Content)
{
    /// <summary>How sure it is, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>The first token of all its parts.</summary>
    public int Start => Math.Min(Math.Min(Content[0].Start, Cue.Length > 0 ? Cue.Start : int.MaxValue), Source?.Start ?? int.MaxValue);

    /// <summary>How many tokens its content holds.</summary>
    public int ContentLength => Content.Sum(part => part.Length);

    /// <summary>Its parts, each with its role.</summary>
    public IEnumerable<RoleSpan> Spans()
    {
        if (Source is { Length: > 0 } source)
        {
            yield return new RoleSpan(Role.Source, source);
        }

        if (Cue.Length > 0)
        {
            yield return new RoleSpan(Role.Cue, Cue);
        }

        foreach (var part in Content)
        {
            yield return new RoleSpan(Role.Content, part);
        }
    }

    /// <summary>The same, cut to what stands within <paramref name="around"/>; null where cue or content do not.</summary>
    public Proposal? Within(TokenRange around)
    {
        if (!around.Contains(Cue))
        {
            return null;
        }

        var cut = Content
            .Where(around.Overlaps)
            .Select(part => new TokenRange(Math.Max(part.Start, around.Start), Math.Min(part.End, around.End)))
            .ToList();
        return cut.Count == 0 ? null : this with { Content = cut };
    }

    /// <summary>Whether the content holds the token.</summary>
    public bool ContentHas(int token)
    {
        foreach (var part in Content)
        {
            if (part.Contains(token))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same as a statement.</summary>
    public Statement ToStatement(ParsedText text, int index, int? within) => new()
    {
        Index = index,
        Kind = KindOf(text),
        Source = Source is { } source ? [text.Segmentation.SpanOf(source)] : [],
        Cue = Cue.Length > 0 ? [text.Segmentation.SpanOf(Cue)] : [],
        Content = [.. Content.Select(text.Segmentation.SpanOf)],
        Within = within,
        Confidence = Confidence,
    };

    private StatementKind KindOf(ParsedText text)
    {
        var (quoted, bare) = (0, 0);
        foreach (var part in Content)
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
