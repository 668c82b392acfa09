using System.Buffers;
using Inquit.Learning;

namespace Inquit.Text;

/// <summary>
/// Cuts a paragraph into sentences: a classifier looks at each place between two tokens, from left to right, and knows how
/// long the sentence under way is and which quotation marks and brackets are open in it.
/// </summary>
internal sealed class SentenceSplitter
{
    /// <summary>No sentence has more tokens; a longer one is cut where the classifier is nearest to a cut.</summary>
    public const int MaxLength = 400;

    private const int PieceLength = 20_000;
    private const string ClassifierName = "sentences";
    private const string ThresholdsName = "sentences.thresholds";
    private readonly HashedLinear boundaries;
    private readonly float[] thresholds;

    /// <summary>Creates a splitter.</summary>
    /// <param name="boundaries">Says of a place, by <see cref="SentenceFeatures"/>, whether a sentence ends there.</param>
    /// <param name="thresholds">The score, in log-odds, above which one does: after a word, and after a mark.</param>
    public SentenceSplitter(HashedLinear boundaries, ReadOnlySpan<float> thresholds)
    {
        this.boundaries = boundaries;
        this.thresholds = [thresholds[0], thresholds[1]];
    }

    /// <summary>Decides on, or learns of, one place after another.</summary>
    /// <param name="token">The token before the place, counted in the paragraph.</param>
    /// <param name="isMarked">Whether a mark stands there, or the paragraph has none where one is due.</param>
    /// <param name="features">The place's features.</param>
    /// <returns>How sure it is that a sentence ends there; above 0 ends it.</returns>
    public delegate float PlaceVisitor(int token, bool isMarked, ReadOnlySpan<uint> features);

    /// <summary>Reads the splitter of a model file.</summary>
    /// <exception cref="ModelFormatException">A part is missing or damaged.</exception>
    public static SentenceSplitter Read(ModelFile file)
    {
        var thresholds = file.Floats(ThresholdsName);
        return thresholds.Length == 2
            ? new SentenceSplitter(HashedLinear.Read(file, ClassifierName), thresholds)
            : throw new ModelFormatException($"Part '{ThresholdsName}' of the model file has {thresholds.Length} values, not 2.");
    }

    /// <summary>Adds the splitter to a model file.</summary>
    public void Write(ModelFile file)
    {
        boundaries.Write(file, ClassifierName);
        file.SetFloats(ThresholdsName, thresholds, [thresholds.Length]);
    }

    /// <summary>Adds the sentences of a paragraph to <paramref name="sentences"/>.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="tokens">The tokens of the whole text.</param>
    /// <param name="paragraph">Those of the paragraph.</param>
    /// <param name="sentences">Takes the sentences.</param>
    public void Split(
        string text, ReadOnlySpan<TextSpan> tokens, TokenRange paragraph, List<TokenRange> sentences)
    {
        for (var from = paragraph.Start; from < paragraph.End;)
        {
            var to = Math.Min(paragraph.End, from + PieceLength);
            var found = Walk(text, tokens[from..to], Score);
            var whole = to == paragraph.End ? found.Count : Math.Max(1, found.Count - 1);
            for (var i = 0; i < whole; i++)
            {
                sentences.Add(new TokenRange(from + found[i].Start, from + found[i].End));
            }

            from += found[whole - 1].End; // the last sentence of a piece may go on in the next
        }
    }

    private float Score(int token, bool isMarked, ReadOnlySpan<uint> features) =>
        boundaries.Score(features) - thresholds[isMarked ? 1 : 0];

    /// <summary>Goes through the places of a paragraph and returns its sentences, as tokens counted in the paragraph.</summary>
    public static List<(int Start, int End)> Walk(string text, ReadOnlySpan<TextSpan> tokens, PlaceVisitor visit)
    {
        var sentences = new List<(int Start, int End)>();
        var traits = ArrayPool<TokenTraits>.Shared.Rent(tokens.Length);
        var untilTerminal = ArrayPool<int>.Shared.Rent(tokens.Length);
        Describe(text, tokens, traits, untilTerminal);
        var paragraph = traits.AsSpan(0, tokens.Length);
        Span<uint> features = stackalloc uint[SentenceFeatures.Count];
        var state = new SentenceState { Style = StyleOf(paragraph) };
        var best = (Place: 0, Score: float.NegativeInfinity, State: state);
        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            state.Add(paragraph[i]);
            SentenceFeatures.Extract(paragraph, i, untilTerminal[i], state, features);
            var score = visit(i, state.Style != ParagraphStyle.Plain || IsMarked(paragraph, i), features);
            if (score > 0 && !ClockStop.GoesOn(text, tokens[i].End) && !TitleStop.GoesOn(text, tokens[i].End))
            {
                End(i + 1);
                continue;
            }

            // The first half is never the best place: that would leave a long row of tiny sentences.
            if (i - state.Start >= MaxLength / 2 && score > best.Score)
            {
                best = (i + 1, score, state);
            }

            if (i + 1 - state.Start == MaxLength)
            {
                (i, state) = (best.Place - 1, best.State);
                End(best.Place);
            }
        }

        if (tokens.Length > 0)
        {
            sentences.Add((state.Start, tokens.Length));
        }

        ArrayPool<TokenTraits>.Shared.Return(traits);
        ArrayPool<int>.Shared.Return(untilTerminal);
        return sentences;

        void End(int end)
        {
            sentences.Add((state.Start, end));
            state.Start = end;
            best = (0, float.NegativeInfinity, state);
        }
    }

    /// <summary>Whether a mark that closes no quotation or bracket stands before the place, or before those that do.</summary>
    private static bool IsMarked(ReadOnlySpan<TokenTraits> tokens, int token)
    {
        for (var i = token; i >= 0 && i > token - 4; i--)
        {
            if (tokens[i].Kind is not (TokenKind.CloseQuote or TokenKind.Close))
            {
                return !tokens[i].IsWord;
            }
        }

        return true;
    }

    private static ParagraphStyle StyleOf(ReadOnlySpan<TokenTraits> tokens)
    {
        var (lower, capital, upper, terminal) = (0, 0, 0, 0);
        foreach (var token in tokens)
        {
            lower += token.Kind == TokenKind.Lower ? 1 : 0;
            capital += token.Kind == TokenKind.Capital ? 1 : 0;
            upper += token.Kind == TokenKind.Upper ? 1 : 0;
            terminal += token.IsTerminal ? 1 : 0;
        }

        var words = lower + capital + upper;
        return words < 4 ? ParagraphStyle.Plain
            : upper * 2 > words ? ParagraphStyle.Upper
            : (capital + upper) * 3 > words * 2 ? ParagraphStyle.Title
            : capital + upper == 0 ? ParagraphStyle.Lower
            : terminal == 0 ? ParagraphStyle.Unmarked
            : ParagraphStyle.Plain;
    }

    private static void Describe(string text, ReadOnlySpan<TextSpan> tokens, TokenTraits[] traits, int[] untilTerminal)
    {
        var quoteOpen = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            traits[i] = TokenTraits.Of(text, tokens[i], ref quoteOpen);
        }

        var distance = tokens.Length;
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            untilTerminal[i] = distance;
            distance = traits[i].IsTerminal ? 1 : distance + 1;
        }
    }
}
