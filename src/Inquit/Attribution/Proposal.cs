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
}
