using System.Collections.Immutable;
using Inquit.Text;
using Inquit.Training.Corpora;
using Inquit.Training.Learning;

namespace Inquit.Training.Segmenting;

/// <summary>Trains a <see cref="Tokenizer"/> on treebank documents.</summary>
internal static class TokenizerTrainer
{
    private const int LeastJoined = 3;

    /// <summary>Trains the tokenizer; the same documents and seed give the same tokenizer.</summary>
    public static Tokenizer Train(IReadOnlyList<TreebankDocument> documents, HashedLinearSettings settings, int seed)
    {
        var examples = new HashedExamples(TokenFeatures.Count);
        var words = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            AddExamples(document, examples, words);
        }

        return new Tokenizer(HashedLinearTrainer.Train(examples, settings, seed), JoinedWords(words));
    }

    private static void AddExamples(
        TreebankDocument document, HashedExamples examples, Dictionary<string, Dictionary<string, int>> words)
    {
        var starts = document.Tokens.Select(token => token.Start).ToHashSet();
        Span<CharClass> classes = stackalloc CharClass[Chunk.MaxLength];
        Span<uint> features = stackalloc uint[TokenFeatures.Count];
        foreach (var paragraph in document.Paragraphs)
        {
            var span = new TextSpan(document.Tokens[paragraph.Start].Start, document.Tokens[paragraph.End - 1].End);
            var position = span.Start;
            while (Chunk.TryRead(document.Text, span, ref position, classes, out var chunk))
            {
                var tokenStart = 0;
                for (var offset = 1; offset <= chunk.Classes.Length; offset++)
                {
                    var isEnd = offset == chunk.Classes.Length;
                    if (!isEnd && !BreakRules.MayBreak(chunk, offset, tokenStart))
                    {
                        continue;
                    }

                    var breaks = isEnd || starts.Contains(chunk.Start + offset);
                    if (!isEnd)
                    {
                        TokenFeatures.Extract(chunk, offset, tokenStart, features);
                        examples.Add(features, breaks);
                    }

                    if (breaks)
                    {
                        CountWord(document.Text, chunk.Start + tokenStart, chunk.Start + offset, starts, words);
                        tokenStart = offset;
                    }
                }
            }
        }
    }

    private static void CountWord(
        string text, int start, int end, HashSet<int> starts, Dictionary<string, Dictionary<string, int>> words)
    {
        var word = text[start..end].ToLowerInvariant();
        if (!word.All(char.IsLetter))
        {
            return;
        }

        var written = string.Concat(word.Select((c, i) => i > 0 && starts.Contains(start + i) ? "|" + c : c.ToString()));
        if (!words.TryGetValue(word, out var ways))
        {
            words[word] = ways = new Dictionary<string, int>(StringComparer.Ordinal);
        }

        ways[written] = ways.GetValueOrDefault(written) + 1;
    }

    /// <summary>The words that are cut, and cut in one way, in most of their occurrences; a slip of the pen now and then is none.</summary>
    private static ImmutableArray<string> JoinedWords(Dictionary<string, Dictionary<string, int>> words) =>
    [
        .. from word in words
           let total = word.Value.Values.Sum()
           from way in word.Value
           where way.Key.Contains('|', StringComparison.Ordinal) && way.Value >= LeastJoined && 2 * way.Value > total
           orderby way.Key
           select way.Key,
    ];
}
