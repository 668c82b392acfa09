using System.Runtime.CompilerServices;
using Inquit.Learning;

namespace Inquit.Text;

/// <summary>How a paragraph uses capitals and marks that end sentences.</summary>
internal enum ParagraphStyle : byte
{
    /// <summary>As English does.</summary>
    Plain,

    /// <summary>Most words have a capital, as in headlines.</summary>
    Title,

    /// <summary>Most words are of capitals.</summary>
    Upper,

    /// <summary>No word has a capital.</summary>
    Lower,

    /// <summary>As English does, but no sentence is ended by a mark.</summary>
    Unmarked,
}

/// <summary>What the splitter keeps of the sentence under way.</summary>
internal struct SentenceState
{
    /// <summary>The first token of the sentence, counted in the paragraph.</summary>
    public int Start;

    /// <summary>Quotation marks that are open.</summary>
    public int Quotes;

    /// <summary>How the paragraph uses capitals.</summary>
    public ParagraphStyle Style;

    /// <summary>Brackets that are open.</summary>
    public int Brackets;

    /// <summary>Takes in the next token.</summary>
    public void Add(in TokenTraits token)
    {
        switch (token.Kind)
        {
            case TokenKind.OpenQuote:
                Quotes++;
                break;
            case TokenKind.CloseQuote:
                Quotes = Math.Max(0, Quotes - 1);
                break;
            case TokenKind.Open:
                Brackets++;
                break;
            case TokenKind.Close:
                Brackets = Math.Max(0, Brackets - 1);
                break;
        }
    }
}

/// <summary>What the sentence splitter's classifier sees of the place between two tokens.</summary>
internal static class SentenceFeatures
{
    /// <summary>How many features a place has.</summary>
    public const int Count = 48;

    /// <summary>
    /// Computes the features of the place after token <paramref name="left"/> of a paragraph.
    /// </summary>
    /// <param name="tokens">The paragraph's tokens.</param>
    /// <param name="left">The token before the place; not the last.</param>
    /// <param name="untilTerminal">How many tokens after the place the next mark that ends sentences comes.</param>
    /// <param name="state">The sentence under way, the token before the place included.</param>
    /// <param name="features">Takes <see cref="Count"/> features.</param>
    public static void Extract(
        ReadOnlySpan<TokenTraits> tokens, int left, int untilTerminal, in SentenceState state, Span<uint> features)
    {
        var l3 = At(tokens, left - 2);
        var l2 = At(tokens, left - 1);
        var l1 = tokens[left];
        var r1 = tokens[left + 1];
        var r2 = At(tokens, left + 2);
        var r3 = At(tokens, left + 3);
        var first = tokens[state.Start];
        uint kl3 = (uint)l3.Kind, kl2 = (uint)l2.Kind, kl1 = (uint)l1.Kind;
        uint kr1 = (uint)r1.Kind | (r1.SpaceBefore ? 32u : 0) | (r1.IsStarter ? 64u : 0), kr2 = (uint)r2.Kind, kr3 = (uint)r3.Kind;
        var kinds = (kl1 << 8) | kr1;
        var kinds3 = (kl2 << 16) | kinds;
        var kinds4 = (kinds << 16) | (kl2 << 8) | kr2;
        var length = Bucket(left + 1 - state.Start);
        var remaining = Bucket(tokens.Length - left - 1);
        var ahead = Bucket(untilTerminal);
        var depth = (uint)(Math.Min(state.Quotes, 2) * 3 + Math.Min(state.Brackets, 2));

        var n = 0;
        Put(features, ref n, kinds, 0);
        Put(features, ref n, kinds3, 0);
        Put(features, ref n, kinds, kr2);
        Put(features, ref n, kinds4, 0);
        Put(features, ref n, kinds4, kl3);
        Put(features, ref n, kinds4, kr3);
        Put(features, ref n, kinds4, (kl3 << 8) | kr3);
        Put(features, ref n, l1.Word, 0);
        Put(features, ref n, r1.Word, kr1);
        Put(features, ref n, l1.Word, kr1);
        Put(features, ref n, r1.Word, kinds);
        Put(features, ref n, r1.Word, kinds4);
        Put(features, ref n, l1.Word, r1.Word);
        Put(features, ref n, l2.Word, kinds);
        Put(features, ref n, r2.Word, kinds);
        Put(features, ref n, l2.Word, l1.Word);
        Put(features, ref n, FeatureHash.Add(r1.Word, kinds), r2.Word);
        Put(features, ref n, FeatureHash.Add(r1.Word, kl1), kr2);
        Put(features, ref n, FeatureHash.Add(l1.Word, kr1), kr2);
        Put(features, ref n, FeatureHash.Add(l1.Word, kl2), kr1);
        Put(features, ref n, FeatureHash.Add(l2.Word, l1.Word), kr1);
        Put(features, ref n, l1.Suffix, kr1);
        Put(features, ref n, r1.Suffix, kinds);
        Put(features, ref n, l1.Suffix, FeatureHash.Add(r1.Suffix, kr1));
        Put(features, ref n, l2.Suffix, kinds);
        Put(features, ref n, r2.Suffix, kinds);
        Put(features, ref n, kinds, length);
        Put(features, ref n, kinds, remaining);
        Put(features, ref n, kinds, ahead);
        Put(features, ref n, kinds3, length);
        Put(features, ref n, kinds4, ahead);
        Put(features, ref n, kinds, (length << 16) | (ahead << 8) | remaining);
        Put(features, ref n, kinds, depth);
        Put(features, ref n, kinds4, depth);
        Put(features, ref n, kinds, FeatureHash.Add(depth, length));
        Put(features, ref n, kinds, (uint)first.Kind);
        Put(features, ref n, first.Word, kinds);
        Put(features, ref n, first.Word, FeatureHash.Add(kinds, length));
        Put(features, ref n, r1.Word, FeatureHash.Add(kl1, length));
        Put(features, ref n, r1.Word, FeatureHash.Add(kl1, ahead));
        Put(features, ref n, l3.Word, kinds);
        Put(features, ref n, r3.Word, kinds);
        Put(features, ref n, length, 0);
        Put(features, ref n, (uint)first.Kind, FeatureHash.Add(kinds, length));
        Put(features, ref n, (uint)state.Style, kinds);
        Put(features, ref n, (uint)state.Style, kinds3);
        Put(features, ref n, (uint)state.Style, kinds4);
        Put(features, ref n, (uint)state.Style, FeatureHash.Add(r1.Word, kl1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Span<uint> features, ref int n, uint a, uint b)
    {
        features[n] = FeatureHash.End(FeatureHash.Add(FeatureHash.Add((uint)n * 0x632BE5ABu, a), b));
        n++;
    }

    private static TokenTraits At(ReadOnlySpan<TokenTraits> tokens, int index) =>
        (uint)index < (uint)tokens.Length ? tokens[index] : TokenTraits.Outside;

    private static uint Bucket(int length) => length switch
    {
        <= 3 => (uint)length,
        <= 5 => 4,
        <= 8 => 5,
        <= 13 => 6,
        <= 20 => 7,
        <= 32 => 8,
        <= 50 => 9,
        _ => 10,
    };
}
