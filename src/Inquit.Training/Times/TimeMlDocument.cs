using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Inquit.Text;

namespace Inquit.Training.Times;

/// <summary>A marked time expression.</summary>
/// <param name="Span">Its characters in the document's text, in UTF-16 units.</param>
/// <param name="Value">Its TIMEX3 value; empty where none is marked.</param>
public sealed record MarkedTime(TextSpan Span, string Value);

/// <summary>A document of TimeBank, AQUAINT or TempEval-3: its text without tags, its day and its time expressions (TimeML, <c>.tml</c>).</summary>
/// <param name="Name">The file's name without its extension.</param>
/// <param name="Text">The characters between <c>&lt;TEXT&gt;</c> and <c>&lt;/TEXT&gt;</c>.</param>
/// <param name="Published">The day of the document's creation time; null where it has none.</param>
/// <param name="Times">The time expressions, in text order.</param>
public sealed partial record TimeMlDocument(string Name, string Text, DateOnly? Published, IReadOnlyList<MarkedTime> Times)
{
    /// <summary>Reads the documents in a folder and the folders in it, in ordinal order of their paths; hidden files are passed over.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file has no text.</exception>
    public static IEnumerable<TimeMlDocument> ReadAll(string folder) =>
        Directory.EnumerateFiles(folder, "*.tml", SearchOption.AllDirectories).Where(path => Path.GetFileName(path)[0] != '.').Order(StringComparer.Ordinal).Select(Read);

    /// <summary>Reads a document.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It has no text.</exception>
    public static TimeMlDocument Read(string path)
    {
        var raw = File.ReadAllText(path);
        if (Body().Match(raw) is not { Success: true } body)
        {
            throw new InvalidDataException($"{path} has no <TEXT>.");
        }

        var text = new StringBuilder();
        var times = new List<MarkedTime>();
        var open = new Stack<(int Start, string Value)>();
        var position = body.Groups[1].Index;
        foreach (Match tag in Tag().Matches(body.Groups[1].Value))
        {
            var at = body.Groups[1].Index + tag.Index;
            text.Append(WebUtility.HtmlDecode(raw[position..at]));
            position = at + tag.Length;
            if (tag.Groups[2].Value != "TIMEX3")
            {
                continue;
            }

            if (tag.Groups[1].Length == 0)
            {
                open.Push((text.Length, Value().Match(tag.Value).Groups[1].Value));
            }
            else if (open.TryPop(out var time))
            {
                times.Add(new MarkedTime(new TextSpan(time.Start, text.Length), time.Value));
            }
        }

        text.Append(WebUtility.HtmlDecode(raw[position..(body.Groups[1].Index + body.Groups[1].Length)]));
        return new TimeMlDocument(Path.GetFileNameWithoutExtension(path), text.ToString(), DayOf(raw), times);
    }

    private static DateOnly? DayOf(string raw) =>
        CreationTime().Match(raw) is { Success: true } created
        && DateOnly.TryParseExact(created.Groups[1].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"<TEXT>(.*)</TEXT>", RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex(@"<DCT>.*?value=""([0-9]{4}-[0-9]{2}-[0-9]{2})", RegexOptions.Singleline)]
    private static partial Regex CreationTime();

    [GeneratedRegex(@"<(/?)(\w+)[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"value=""([^""]*)""")]
    private static partial Regex Value();
}
