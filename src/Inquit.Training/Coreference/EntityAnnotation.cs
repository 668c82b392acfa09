using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Inquit.Linguistics;
using Inquit.Text;
using Inquit.Training.Corpora;

namespace Inquit.Training.Coreference;

/// <summary>A marked mention of somebody or something.</summary>
/// <param name="Words">Its words in the document.</param>
/// <param name="Head">The word that it hangs by: the first whose head is outside it.</param>
/// <param name="Chain">The document's name for what it mentions; mentions of one chain mention the same.</param>
/// <param name="Type">What sort of thing: person, organization, place, abstract and so on.</param>
public readonly record struct MarkedMention(TokenRange Words, int Head, string Chain, string Type);

/// <summary>
/// Reads the mentions that a treebank marks in <c>Entity=</c> of its last column (CorefUD 1.0; in GUM with group and entity type as the
/// first two parts). A mention in several pieces is read by its first piece.
/// </summary>
public static partial class EntityAnnotation
{
    /// <summary>The mentions of a document, in the order in which they end.</summary>
    /// <exception cref="FormatException">A mention ends that did not start; the message names the document and the word.</exception>
    public static ImmutableArray<MarkedMention> Read(TreebankDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var mentions = ImmutableArray.CreateBuilder<MarkedMention>();
        var open = new List<(string Chain, string Type, int Start)>();
        var word = 0;
        for (var sentence = 0; sentence < document.Trees.Length; sentence++)
        {
            var first = word;
            var heads = HeadsOf(document.Trees[sentence], first);
            foreach (var line in document.Trees[sentence].Words)
            {
                foreach (Match bracket in Brackets().Matches(ValueOf(line.Columns[9])))
                {
                    var isOpening = bracket.Groups["open"].Success;
                    var (chain, type) = isOpening ? Split(bracket.Groups["what"].Value) : (Piece().Replace(bracket.Groups["what"].Value, string.Empty), string.Empty);
                    if (isOpening)
                    {
                        open.Add((chain, type, word));
                    }

                    if (bracket.Groups["close"].Success)
                    {
                        var last = open.FindLastIndex(mention => mention.Chain == chain);
                        if (last < 0)
                        {
                            throw new FormatException($"{document.Id}, word {word + 1}: mention {chain} ends, but did not start.");
                        }

                        var (_, opened, start) = open[last];
                        open.RemoveAt(last);
                        mentions.Add(new MarkedMention(new TokenRange(start, word + 1), HeadOf(heads, start, word + 1, first), chain, opened));
                    }
                }

                word++;
            }
        }

        return mentions.ToImmutable();
    }

    private static string ValueOf(string misc)
    {
        const string Key = "Entity=";
        return Array.Find(misc.Split('|'), part => part.StartsWith(Key, StringComparison.Ordinal)) is { } entity ? entity[Key.Length..] : string.Empty;
    }

    private static (string Chain, string Type) Split(string what)
    {
        var parts = what.Split('-');
        return (Piece().Replace(parts[0], string.Empty), parts.Length > 1 ? parts[1] : string.Empty);
    }

    /// <summary>For each word of a sentence, its head as a word of the document; -1 for the root.</summary>
    private static int[] HeadsOf(ConlluSentence tree, int first) =>
        [.. tree.Words.Select(word => int.Parse(word.Columns[6], CultureInfo.InvariantCulture) is > 0 and var head ? first + head - 1 : -1)];

    private static int HeadOf(int[] heads, int start, int end, int first)
    {
        for (var word = Math.Max(start, first); word < end; word++)
        {
            if (heads[word - first] < start || heads[word - first] >= end)
            {
                return word;
            }
        }

        return start;
    }

    [GeneratedRegex(@"(?<open>\()(?<what>[^()]+)(?<close>\))?|(?<what>[^()]+)(?<close>\))")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\[\d+/\d+\]$")]
    private static partial Regex Piece();
}
