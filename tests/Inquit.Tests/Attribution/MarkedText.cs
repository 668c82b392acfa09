using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Inquit.Attribution;
using Inquit.Text;

namespace Inquit.Tests.Attribution;

/// <summary>
/// Statements in compact notation, as the specs write them: <c>[Ann Lee]S [said]C [“No.”]T</c>. S is the source, C the cue,
/// T the content, A the addressee, M the medium, P the place; where a text has several statements, a number tells them apart (<c>S1</c>, <c>S2</c>).
/// </summary>
internal static class MarkedText
{
    /// <summary>The text without its marks.</summary>
    public static string Plain(string marked)
    {
        var text = new StringBuilder();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == ']')
            {
                i++;
                while (i + 1 < marked.Length && char.IsAsciiDigit(marked[i + 1]))
                {
                    i++;
                }
            }
            else if (marked[i] != '[')
            {
                text.Append(marked[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>The marked statements by number: the spans of each role, in characters of the plain text.</summary>
    public static SortedDictionary<int, List<(char Role, TextSpan Span)>> Statements(string marked)
    {
        var statements = new SortedDictionary<int, List<(char Role, TextSpan Span)>>();
        var open = new Stack<int>();
        var length = 0;
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '[')
            {
                open.Push(length);
            }
            else if (marked[i] != ']')
            {
                length++;
            }
            else
            {
                var role = marked[++i];
                var number = 0;
                while (i + 1 < marked.Length && char.IsAsciiDigit(marked[i + 1]))
                {
                    number = (10 * number) + (marked[++i] - '0');
                }

                (statements.TryGetValue(number, out var spans) ? spans : statements[number] = []).Add((role, new TextSpan(open.Pop(), length)));
            }
        }

        return statements;
    }

    /// <summary><paramref name="text"/> with <paramref name="statements"/> marked in it; with addressee, medium and place if these are asked for.</summary>
    public static string Mark(string text, ImmutableArray<Statement> statements, bool withDelivery = false)
    {
        var spans = new List<(TextSpan Span, string Label)>();
        foreach (var statement in statements)
        {
            var number = statements.Length == 1 ? string.Empty : (statement.Index + 1).ToString(CultureInfo.InvariantCulture);
            spans.AddRange(statement.Source.Select(span => (span, "S" + number)));
            spans.AddRange(statement.Cue.Select(span => (span, "C" + number)));
            spans.AddRange(statement.Content.Select(span => (span, "T" + number)));
            if (withDelivery)
            {
                spans.AddRange(statement.Addressee.Select(span => (span, "A" + number)));
                spans.AddRange(statement.Medium.Select(span => (span, "M" + number)));
                spans.AddRange(statement.Place.Select(span => (span, "P" + number)));
            }
        }

        var marked = new StringBuilder();
        for (var position = 0; position <= text.Length; position++)
        {
            foreach (var (_, label) in spans.Where(mark => mark.Span.End == position).OrderByDescending(mark => mark.Span.Start))
            {
                marked.Append(']').Append(label);
            }

            marked.Append('[', spans.Count(mark => mark.Span.Start == position));
            if (position < text.Length)
            {
                marked.Append(text[position]);
            }
        }

        return marked.ToString();
    }
}
