using System.Globalization;
using System.Text;

namespace Inquit.Linguistics;

/// <summary>One line of a CoNLL-U sentence: a word, a multiword token ("1-2") or an empty node ("1.1").</summary>
/// <param name="Columns">The ten columns as they stand in the file.</param>
public sealed record ConlluLine(string[] Columns)
{
    /// <summary>Whether this is a syntactic word, which has a place in the tree.</summary>
    public bool IsWord => Columns[0].AsSpan().IndexOfAny('-', '.') < 0;

    /// <summary>Whether this is a multiword token, whose words follow.</summary>
    public bool IsMultiword => Columns[0].Contains('-', StringComparison.Ordinal);

    /// <summary>FORM.</summary>
    public string Form => Columns[1];

    /// <summary>Whether the file says that no space follows.</summary>
    public bool NoSpaceAfter => ("|" + Columns[9] + "|").Contains("|SpaceAfter=No|", StringComparison.Ordinal);
}

/// <summary>A sentence of a CoNLL-U file.</summary>
/// <param name="Comments">Lines that start with "#", as they stand.</param>
/// <param name="Lines">Its lines in order.</param>
public sealed record ConlluSentence(IReadOnlyList<string> Comments, IReadOnlyList<ConlluLine> Lines)
{
    /// <summary>The syntactic words, in order.</summary>
    public IEnumerable<ConlluLine> Words => Lines.Where(line => line.IsWord);

    /// <summary>The value of comment <c># key = value</c>; an empty string for <c># key</c> alone; null where there is none.</summary>
    public string? Comment(string key)
    {
        foreach (var comment in Comments)
        {
            var rest = comment.AsSpan(1).TrimStart();
            if (!rest.StartsWith(key, StringComparison.Ordinal))
            {
                continue;
            }

            rest = rest[key.Length..].TrimStart();
            if (rest.IsEmpty)
            {
                return string.Empty;
            }

            if (rest[0] == '=')
            {
                return rest[1..].Trim().ToString();
            }
        }

        return null;
    }
}

/// <summary>Reads and writes CoNLL-U (https://universaldependencies.org/format.html).</summary>
public static class Conllu
{
    /// <summary>Reads sentences one after the other.</summary>
    /// <exception cref="FormatException">A line has not ten columns, or a word has an ID that is not the next; the message names the line.</exception>
    public static IEnumerable<ConlluSentence> Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var comments = new List<string>();
        var lines = new List<ConlluLine>();
        var number = 0;
        var words = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0)
            {
                if (lines.Count > 0)
                {
                    yield return new ConlluSentence(comments.ToArray(), lines.ToArray());
                }

                comments.Clear();
                lines.Clear();
                words = 0;
                continue;
            }

            if (line[0] == '#' && lines.Count == 0)
            {
                comments.Add(line);
                continue;
            }

            var columns = line.Split('\t');
            if (columns.Length != 10)
            {
                throw new FormatException($"Line {number} has {columns.Length} columns where CoNLL-U has 10, separated by tabs.");
            }

            var parsed = new ConlluLine(columns);
            if (parsed.IsWord)
            {
                words++;
                if (!int.TryParse(columns[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id != words)
                {
                    throw new FormatException($"Line {number} has ID '{columns[0]}' where {words} is next.");
                }
            }

            lines.Add(parsed);
        }

        if (lines.Count > 0)
        {
            yield return new ConlluSentence(comments.ToArray(), lines.ToArray());
        }
    }

    /// <summary>Writes a sentence and the empty line after it.</summary>
    public static void Write(TextWriter writer, ConlluSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(sentence);
        var text = new StringBuilder();
        foreach (var comment in sentence.Comments)
        {
            text.Append(comment).Append('\n');
        }

        foreach (var line in sentence.Lines)
        {
            text.AppendJoin('\t', line.Columns).Append('\n');
        }

        writer.Write(text.Append('\n').ToString());
    }
}
