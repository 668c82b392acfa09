using System.Collections.Frozen;
using System.Collections.Immutable;
using Inquit.Learning;

namespace Inquit.Text;

/// <summary>
/// Cuts text into syntactic words as the English treebanks of Universal Dependencies do: "well|-|known", "do|n't",
/// "John|'s", "can|not"; addresses, abbreviations and numbers stay whole.
/// </summary>
/// <remarks>A classifier decides each place in a chunk where the class of characters changes; a list of words that are
/// written together ("gonna", "dont") gives the places within letters.</remarks>
internal sealed class Tokenizer
{
    private const string ClassifierName = "tokens";
    private const string JoinedName = "tokens.joined";
    private readonly HashedLinear boundaries;
    private readonly ImmutableArray<string> joined;
    private readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> joinedPlaces;
    private readonly int longestJoined;

    /// <summary>Creates a tokenizer.</summary>
    /// <param name="boundaries">Says of a place, by <see cref="TokenFeatures"/>, whether a token ends there.</param>
    /// <param name="joined">Words of letters that are several tokens, with "|" between these.</param>
    public Tokenizer(HashedLinear boundaries, ImmutableArray<string> joined)
    {
        this.boundaries = boundaries;
        this.joined = joined;
        var places = new Dictionary<string, int[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in joined)
        {
            var parts = word.Split('|');
            var ends = new int[parts.Length - 1];
            for (int i = 0, end = 0; i < ends.Length; i++)
            {
                ends[i] = end += parts[i].Length;
            }

            places[string.Concat(parts)] = ends;
            longestJoined = Math.Max(longestJoined, word.Length - ends.Length);
        }

        joinedPlaces = places.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads the tokenizer of a model file.</summary>
    /// <exception cref="ModelFormatException">A part is missing or damaged.</exception>
    public static Tokenizer Read(ModelFile file) => new(HashedLinear.Read(file, ClassifierName), [.. file.Strings(JoinedName)]);

    /// <summary>Adds the tokenizer to a model file.</summary>
    public void Write(ModelFile file)
    {
        boundaries.Write(file, ClassifierName);
        file.SetStrings(JoinedName, joined);
    }

    /// <summary>Adds the tokens of <paramref name="paragraph"/> to <paramref name="tokens"/>.</summary>
    public void Tokenize(string text, TextSpan paragraph, List<TextSpan> tokens)
    {
        Span<CharClass> classes = stackalloc CharClass[Chunk.MaxLength];
        Span<uint> features = stackalloc uint[TokenFeatures.Count];
        var position = paragraph.Start;
        while (Chunk.TryRead(text, paragraph, ref position, classes, out var chunk))
        {
            var tokenStart = 0;
            for (var offset = 1; offset < chunk.Classes.Length; offset++)
            {
                if (BreakRules.MayBreak(chunk, offset, tokenStart))
                {
                    TokenFeatures.Extract(chunk, offset, tokenStart, features);
                    if (boundaries.Score(features) > 0)
                    {
                        Add(chunk, tokenStart, offset, tokens);
                        tokenStart = offset;
                    }
                }
            }

            Add(chunk, tokenStart, chunk.Classes.Length, tokens);
        }
    }

    private void Add(in Chunk chunk, int start, int end, List<TextSpan> tokens)
    {
        if (end - start <= longestJoined && joinedPlaces.TryGetValue(chunk.Characters[start..end], out var places))
        {
            var from = start;
            foreach (var place in places)
            {
                tokens.Add(new TextSpan(chunk.Start + from, chunk.Start + start + place));
                from = start + place;
            }

            start = from;
        }

        tokens.Add(new TextSpan(chunk.Start + start, chunk.Start + end));
    }
}
