using System.Text;

namespace Inquit.Tests;

/// <summary>Makes hostile texts from good ones. The same seed and texts give the same text.</summary>
internal sealed class TextMutator(IReadOnlyList<string> texts)
{
    private const int MostLength = 20_000;

    private static readonly string[] Fragments =
    [
        "\"", "“", "”", "‘", "’", "'", "«", "»", "„", "‚", "‹", "›", "「", "」", "``", "''", "\"\"\"\"", "“‘“‘", "’”’”", "'s", "n't", "can't've",
        "(", ")", "[", "]", "[…]", "…", "...", ". . .", "!?!", "—", "–", "--", ":", ";", ",,,", "- ", "• ", "@a", "#b", "https://example.org/a?b=c&d", "a@b.example",
        " said ", " told reporters that ", " according to ", ", he said, ", "said said said", "Mr. ", "U.S. ", "Jr.", "No. 5", "3.14", "1,000,000", "$5bn", "10 p.m.",
        "\n", "\r\n", "\r", "\n\n", "\n\n\n\n", "\t", "\v", "\f", "\0", "\b", "\e[31m", "\u0085", "\u2028", "\u2029", " ", "  ", "\u00A0", "\u2009", "\u3000",
        "\u200B", "\u200D", "\uFEFF", "\u00AD", "\u202E", "\u2066", "e\u0301", "\u0301", "\u0301\u0302\u0303", "ﬁ", "İ", "ß", "ǅ", "Ω", "д", "א", "ع", "漢字", "한", "𝒜",
        "👩‍👩‍👧", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "😀", "\uD800", "\uDC00", "\uDFFF\uD800", "\uFFFE", "\uFFFF", "{}", "<b>", "&amp;", "\\", "/", "_", "=", "%", "*",
    ];

    public string Make(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder(Start(random));
        for (var changes = random.Next(1, 40); changes > 0; changes--)
        {
            Change(text, random);
        }

        return text.ToString(0, Math.Min(text.Length, MostLength));
    }

    private string Start(Random random)
    {
        var text = texts[random.Next(texts.Count)];
        var start = random.Next(text.Length);
        return random.Next(10) == 0 ? string.Empty : text.Substring(start, random.Next(Math.Min(3000, text.Length - start)));
    }

    private static void Change(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = random.Next(Math.Min(text.Length - at, 200) + 1);
        switch (random.Next(9))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(random.Next(text.Length + 1), text.ToString(at, length));
                break;
            case 2:
                text.Insert(at, new string(Fragments[random.Next(Fragments.Length)][0], random.Next(1, 300)));
                break;
            case 3:
                text.Insert(at, string.Concat(Enumerable.Repeat(Fragments[random.Next(Fragments.Length)], random.Next(1, 100))));
                break;
            case 4 when length > 0:
                text[at] = (char)random.Next(char.MaxValue + 1);
                break;
            case 5 when length > 0:
                var part = text.ToString(at, length);
                text.Remove(at, length).Insert(at, random.Next(2) == 0 ? part.ToUpperInvariant() : part.ToLowerInvariant());
                break;
            case 6:
                text.Replace(random.Next(2) == 0 ? "\n" : " ", Fragments[random.Next(Fragments.Length)], at, length);
                break;
            default:
                text.Insert(at, Fragments[random.Next(Fragments.Length)]);
                break;
        }
    }
}
