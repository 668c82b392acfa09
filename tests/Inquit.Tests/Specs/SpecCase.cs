using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;
using Xunit.Sdk;

namespace Inquit.Tests.Specs;

/// <summary>A case of a specification: a fenced block of a Markdown document, or a line of one.</summary>
public sealed partial class SpecCase : IXunitSerializable
{
    /// <summary>The document and the line on which the case starts.</summary>
    public string Place { get; private set; } = string.Empty;

    /// <summary>The case, with <c>\uXXXX</c>, <c>\r</c> and <c>\n</c> turned into what they stand for.</summary>
    public string Body { get; private set; } = string.Empty;

    /// <summary>The blocks whose fence says <paramref name="kind"/> in <c>Specs/document</c>.</summary>
    public static TheoryData<SpecCase> Blocks(string document, string kind)
    {
        var cases = new TheoryData<SpecCase>();
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Inquit.Tests", "Specs", document));
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] == "```" + kind)
            {
                var end = Array.IndexOf(lines, "```", i);
                cases.Add(new SpecCase { Place = $"{document}:{i + 2}", Body = Decode(string.Join('\n', lines[(i + 1)..end])) });
                i = end;
            }
        }

        return cases;
    }

    /// <summary>The lines of these blocks, each as a case.</summary>
    public static TheoryData<SpecCase> Lines(string document, string kind)
    {
        var cases = new TheoryData<SpecCase>();
        foreach (var row in Blocks(document, kind))
        {
            var (place, number) = (row.Data.Place[..(row.Data.Place.IndexOf(':', StringComparison.Ordinal) + 1)],
                int.Parse(row.Data.Place[(row.Data.Place.IndexOf(':', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture));
            foreach (var line in row.Data.Body.Split('\n'))
            {
                cases.Add(new SpecCase { Place = place + number++, Body = line });
            }
        }

        return cases;
    }

    public override string ToString() => Place;

    void IXunitSerializable.Deserialize(IXunitSerializationInfo info)
    {
        Place = info.GetValue<string>(nameof(Place))!;
        Body = new string(info.GetValue<int[]>(nameof(Body))!.Select(unit => (char)unit).ToArray());
    }

    void IXunitSerializable.Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Place), Place);
        info.AddValue(nameof(Body), Body.Select(unit => (int)unit).ToArray()); // lone surrogates survive
    }

    private static string Decode(string text) => Escape().Replace(text, match => match.Value switch
    {
        "\\r" => "\r",
        "\\n" => "\n",
        var unit => ((char)int.Parse(unit.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
    });

    [GeneratedRegex(@"\\u[0-9A-Fa-f]{4}|\\r|\\n")]
    private static partial Regex Escape();
}
