using System.Collections.Immutable;
using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Actors;

/// <summary>The names of one article, in text order, none over another; and which of them holds a token.</summary>
internal sealed class ArticleNames
{
    private readonly ParsedText text;
    private readonly int[] at;

    public ArticleNames(ParsedText text, ImmutableArray<EntityMention> mentions)
    {
        this.text = text;
        Mentions = mentions;
        at = new int[text.Count];
        Array.Fill(at, -1);
        for (var i = 0; i < mentions.Length; i++)
        {
            at.AsSpan(mentions[i].Tokens.Start, mentions[i].Tokens.Length).Fill(i);
        }
    }

    /// <summary>The names.</summary>
    public ImmutableArray<EntityMention> Mentions { get; }

    /// <summary>The index of the name that holds the token, or -1.</summary>
    public int IndexAt(int token) => token < 0 || token >= at.Length ? -1 : at[token];

    /// <summary>The name that holds the token, or null.</summary>
    public EntityMention? At(int token) => IndexAt(token) is >= 0 and var index ? Mentions[index] : null;

    /// <summary>The indices of the names that lie wholly in a range, in text order.</summary>
    public IEnumerable<int> IndicesIn(TokenRange range)
    {
        for (var token = range.Start; token < range.End; token++)
        {
            if (IndexAt(token) is >= 0 and var index && Mentions[index].Tokens.Start == token && range.Contains(Mentions[index].Tokens))
            {
                yield return index;
            }
        }
    }

    /// <summary>What the gazetteer has under the words of a range, or null.</summary>
    public GazetteerEntry? EntryOf(TokenRange range) => Gazetteer.Default.Find(text.Segmentation.SpanOf(range).Of(text.Segmentation.Text));
}
