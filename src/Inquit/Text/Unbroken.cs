using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace Inquit.Text;

/// <summary>Web addresses, e-mail addresses, file names and dates like 2022-02-15, which are one token each.</summary>
internal static class Unbroken
{
    private const int IsoDateLength = 10;
    private static readonly SearchValues<char> Marks = SearchValues.Create("@./-");
    private static readonly SearchValues<char> Starters = SearchValues.Create("([{<\"'“‘«„");
    private static readonly SearchValues<char> Closers = SearchValues.Create(".,;:!?'\"’”»>]}*");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Domains = FrozenSet.Create(
        StringComparer.Ordinal,
        "com", "org", "net", "gov", "edu", "mil", "info", "biz", "uk", "eu", "io", "tv", "de", "fr", "ru", "ua", "au", "ly")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Extensions = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "asp", "csv", "doc", "docx", "exe", "gif", "htm", "html", "jpeg", "jpg", "mp3", "mp4", "pdf", "php", "png", "ppt",
        "pptx", "txt", "wav", "xls", "xlsx", "xml", "zip").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Finds the first of these in a chunk, as the half-open range of its characters; an empty range where there is none.
    /// Marks that close a clause or a bracket opened before it are no part of it.
    /// </summary>
    public static (int Start, int End) Find(ReadOnlySpan<char> chunk)
    {
        if (chunk.Length < 5 || chunk.IndexOfAny(Marks) < 0)
        {
            return (0, 0);
        }

        var scheme = chunk.IndexOf("://", StringComparison.Ordinal);
        if (scheme > 0)
        {
            return Trim(chunk, LetterRunStart(chunk, scheme));
        }

        var www = chunk.IndexOf("www.", StringComparison.OrdinalIgnoreCase);
        if (www >= 0 && (www == 0 || !char.IsLetterOrDigit(chunk[www - 1])))
        {
            return Trim(chunk, www);
        }

        var at = chunk.IndexOf('@');
        if (at > 0)
        {
            return Mail(chunk, at);
        }

        var (start, end) = HostOrFile(chunk);
        return end > start ? (start, end) : IsoDate(chunk);
    }

    private static (int Start, int End) IsoDate(ReadOnlySpan<char> chunk)
    {
        var start = chunk.IndexOfAnyInRange('0', '9');
        return start >= 0
            && chunk.Length >= start + IsoDateLength
            && (chunk.Length == start + IsoDateLength || !char.IsLetterOrDigit(chunk[start + IsoDateLength]))
            && DateOnly.TryParseExact(chunk.Slice(start, IsoDateLength), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? (start, start + IsoDateLength)
            : (0, 0);
    }

    private static int LetterRunStart(ReadOnlySpan<char> chunk, int end)
    {
        while (end > 0 && char.IsAsciiLetter(chunk[end - 1]))
        {
            end--;
        }

        return end;
    }

    /// <summary>The address from <paramref name="start"/> without the closing marks that follow it.</summary>
    private static (int Start, int End) Trim(ReadOnlySpan<char> chunk, int start)
    {
        var end = start;
        while (end < chunk.Length && chunk[end] is not ('<' or '>' or '"' or '“' or '”' or '«' or '»'))
        {
            end++;
        }

        while (end > start && (Closers.Contains(chunk[end - 1]) || (chunk[end - 1] == ')' && !chunk[start..end].Contains('('))))
        {
            end--;
        }

        return (start, end);
    }

    private static (int Start, int End) Mail(ReadOnlySpan<char> chunk, int at)
    {
        var start = at;
        while (start > 0 && IsMailCharacter(chunk[start - 1]))
        {
            start--;
        }

        var end = at + 1;
        while (end < chunk.Length && (char.IsAsciiLetterOrDigit(chunk[end]) || chunk[end] is '.' or '-'))
        {
            end++;
        }

        while (end > at + 1 && chunk[end - 1] is '.' or '-')
        {
            end--;
        }

        return start < at && chunk[(at + 1)..end].Contains('.') ? (start, end) : (0, 0);
    }

    private static bool IsMailCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+' or '%';

    /// <summary>A name with points whose last part is a domain or the kind of a file: "example.co.uk/a", "report.pdf".</summary>
    private static (int Start, int End) HostOrFile(ReadOnlySpan<char> chunk)
    {
        for (var dot = chunk.LastIndexOf('.'); dot > 0; dot = chunk[..dot].LastIndexOf('.'))
        {
            var end = dot + 1;
            while (end < chunk.Length && char.IsAsciiLetterOrDigit(chunk[end]))
            {
                end++;
            }

            var ending = chunk[(dot + 1)..end];
            var isHost = Domains.Contains(ending);
            if (!isHost && !Extensions.Contains(ending))
            {
                continue;
            }

            var start = dot;
            while (start > 0 && (isHost ? char.IsAsciiLetterOrDigit(chunk[start - 1]) || chunk[start - 1] is '.' or '-' : !Starters.Contains(chunk[start - 1])))
            {
                start--;
            }

            return start == dot || chunk[start] == '.' ? (0, 0)
                : isHost && end < chunk.Length && chunk[end] == '/' ? Trim(chunk, start)
                : (start, end);
        }

        return (0, 0);
    }
}
