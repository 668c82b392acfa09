using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Training.Corpora;

/// <summary>
/// A document of a treebank as raw text, with where its words, sentences and paragraphs stand in it.
/// </summary>
/// <param name="Id">What <c># newdoc id</c> says; an empty string where the file names none.</param>
/// <param name="Text">The raw text: paragraphs with a blank line between them, sentences of a paragraph with one space.</param>
/// <param name="Tokens">Spans of the syntactic words, in order. The words of a multiword token share out its characters.</param>
/// <param name="Sentences">The sentences, in order; the same number as <see cref="Trees"/>.</param>
/// <param name="Paragraphs">The paragraphs as token ranges, in order.</param>
/// <param name="Trees">The sentences as the file has them.</param>
public sealed record TreebankDocument(
    string Id,
    string Text,
    ImmutableArray<TextSpan> Tokens,
    ImmutableArray<TokenRange> Sentences,
    ImmutableArray<TokenRange> Paragraphs,
    ImmutableArray<ConlluSentence> Trees);

/// <summary>Reads the treebanks of Universal Dependencies, as sentences or as documents of raw text.</summary>
public static class Treebank
{
    /// <summary>What stands between two paragraphs of <see cref="TreebankDocument.Text"/>.</summary>
    public const string BlankLine = "\n\n";

    /// <summary>Reads all sentences of a file in CoNLL-U, compressed where its name ends in <c>.gz</c>.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="FormatException">The file is not CoNLL-U; the message names the line.</exception>
    public static IReadOnlyList<ConlluSentence> Load(string path)
    {
        using var reader = CorpusFile.OpenText(path);
        return Conllu.Read(reader).ToList();
    }

    /// <summary>Reads a file as documents of raw text.</summary>
    /// <inheritdoc cref="Load" path="/exception"/>
    public static IReadOnlyList<TreebankDocument> LoadDocuments(string path) => Documents(Load(path)).ToList();

    /// <summary>
    /// Rebuilds the raw text of each document. A document starts at <c># newdoc</c>, a paragraph at <c># newdoc</c> or
    /// <c># newpar</c>; within a sentence a space follows each token that is not marked <c>SpaceAfter=No</c>.
    /// </summary>
    /// <param name="sentences">Sentences in the file's order.</param>
    /// <param name="paragraphBreak">What to put between two paragraphs.</param>
    public static IEnumerable<TreebankDocument> Documents(
        IEnumerable<ConlluSentence> sentences, string paragraphBreak = BlankLine)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var document = new List<ConlluSentence>();
        foreach (var sentence in sentences)
        {
            if (StartsDocument(sentence) && document.Count > 0)
            {
                yield return Rebuild(document, paragraphBreak);
                document.Clear();
            }

            document.Add(sentence);
        }

        if (document.Count > 0)
        {
            yield return Rebuild(document, paragraphBreak);
        }
    }

    private static bool StartsDocument(ConlluSentence sentence) =>
        sentence.Comment("newdoc id") is not null || sentence.Comment("newdoc") is not null;

    private static bool StartsParagraph(ConlluSentence sentence) =>
        StartsDocument(sentence) || sentence.Comment("newpar id") is not null || sentence.Comment("newpar") is not null;

    private static TreebankDocument Rebuild(List<ConlluSentence> trees, string paragraphBreak)
    {
        var text = new StringBuilder();
        var tokens = ImmutableArray.CreateBuilder<TextSpan>();
        var sentences = ImmutableArray.CreateBuilder<TokenRange>(trees.Count);
        var paragraphs = ImmutableArray.CreateBuilder<TokenRange>();
        var paragraphStart = 0;
        foreach (var tree in trees)
        {
            if (text.Length > 0)
            {
                var starts = StartsParagraph(tree);
                text.Append(starts ? paragraphBreak : " ");
                if (starts)
                {
                    paragraphs.Add(new TokenRange(paragraphStart, tokens.Count));
                    paragraphStart = tokens.Count;
                }
            }

            var sentenceStart = tokens.Count;
            Append(tree, text, tokens);
            sentences.Add(new TokenRange(sentenceStart, tokens.Count));
        }

        paragraphs.Add(new TokenRange(paragraphStart, tokens.Count));
        var id = trees[0].Comment("newdoc id") ?? trees[0].Comment("newdoc") ?? string.Empty;
        return new TreebankDocument(
            id, text.ToString(), tokens.ToImmutable(), sentences.ToImmutable(), paragraphs.ToImmutable(), [.. trees]);
    }

    private static void Append(ConlluSentence tree, StringBuilder text, ImmutableArray<TextSpan>.Builder tokens)
    {
        var spaceDue = false;
        for (var i = 0; i < tree.Lines.Count; i++)
        {
            var line = tree.Lines[i];
            if (!line.IsWord && !line.IsMultiword)
            {
                continue; // an empty node has no characters
            }

            if (spaceDue)
            {
                text.Append(' ');
            }

            var start = text.Length;
            text.Append(line.Form);
            spaceDue = !line.NoSpaceAfter;
            if (line.IsWord)
            {
                tokens.Add(new TextSpan(start, text.Length));
                continue;
            }

            var forms = new List<string>();
            for (var last = LastWord(line); i + 1 < tree.Lines.Count && !IsAfter(tree.Lines[i + 1], last);)
            {
                i++;
                if (tree.Lines[i].IsWord)
                {
                    forms.Add(tree.Lines[i].Form);
                }
            }

            tokens.AddRange(ShareOut(start, line.Form.Length, forms));
        }
    }

    /// <summary>
    /// Shares the characters of a multiword token among its words, each at least one: as long as their forms where these
    /// add up ("do" + "n't"), else in proportion to them.
    /// </summary>
    /// <exception cref="FormatException">There are more words than characters.</exception>
    internal static IEnumerable<TextSpan> ShareOut(int start, int length, IReadOnlyList<string> forms)
    {
        if (forms.Count > length)
        {
            throw new FormatException($"A multiword token of {length} characters has {forms.Count} words.");
        }

        var total = Math.Max(1, forms.Sum(form => form.Length));
        var before = 0;
        var from = 0;
        for (var i = 0; i < forms.Count; i++)
        {
            before += forms[i].Length;
            var share = (int)Math.Round((double)before * length / total, MidpointRounding.AwayFromZero);
            var to = Math.Clamp(share, from + 1, length - (forms.Count - 1 - i));
            yield return new TextSpan(start + from, start + to);
            from = to;
        }
    }

    private static int LastWord(ConlluLine range)
    {
        var id = range.Columns[0].AsSpan();
        return int.Parse(id[(id.IndexOf('-') + 1)..], CultureInfo.InvariantCulture);
    }

    private static bool IsAfter(ConlluLine line, int word)
    {
        var id = line.Columns[0].AsSpan();
        var end = id.IndexOfAny('-', '.');
        return int.Parse(end < 0 ? id : id[..end], CultureInfo.InvariantCulture) > word;
    }
}
