using Inquit.Learning;

namespace Inquit.Text;

/// <summary>What the tokenizer's classifier sees of a place in a chunk where a token may end.</summary>
internal static class TokenFeatures
{
    /// <summary>How many features a place has.</summary>
    public const int Count = 34;

    private const int Window = 12;
    private const uint Outside = 1;

    /// <summary>
    /// Computes the features of the place before <paramref name="offset"/> of <paramref name="chunk"/>, in a chunk whose
    /// current token starts at <paramref name="tokenStart"/>.
    /// </summary>
    public static void Extract(in Chunk chunk, int offset, int tokenStart, Span<uint> features)
    {
        var characters = chunk.Characters;
        var classes = chunk.Classes;
        uint l3 = CharAt(characters, offset - 3), l2 = CharAt(characters, offset - 2), l1 = CharAt(characters, offset - 1);
        uint r1 = CharAt(characters, offset), r2 = CharAt(characters, offset + 1), r3 = CharAt(characters, offset + 2);
        uint kl2 = ClassAt(classes, offset - 2), kl1 = ClassAt(classes, offset - 1);
        uint kr1 = ClassAt(classes, offset), kr2 = ClassAt(classes, offset + 1);
        var pair = FeatureHash.Add(l1, r1);
        var classWindow = FeatureHash.Add((kl2 << 24) | (kl1 << 16) | (kr1 << 8) | kr2,
            (ClassAt(classes, offset - 3) << 8) | ClassAt(classes, offset + 2));
        var (leftRun, leftLength) = RunLeft(characters, classes, offset);
        var (rightRun, rightLength) = RunRight(characters, classes, offset);
        var lengths = (leftLength << 4) | rightLength;
        var token = HashOf(characters, tokenStart, offset);
        var rest = HashOf(characters, offset, characters.Length);
        var shapeLeft = ShapeOf(classes, tokenStart, offset);
        var shapeRight = ShapeOf(classes, offset, classes.Length);
        var marks = MarksOf(characters);
        var places = (uint)((Math.Min(offset, 4) << 4) | Math.Min(characters.Length - offset, 4));
        var outer = ((uint)chunk.Before << 8) | (uint)chunk.After;

        var n = 0;
        Put(features, ref n, pair, 0);
        Put(features, ref n, pair, l2);
        Put(features, ref n, pair, r2);
        Put(features, ref n, FeatureHash.Add(pair, l2), r2);
        Put(features, ref n, FeatureHash.Add(FeatureHash.Add(l1, l2), l3), kr1);
        Put(features, ref n, FeatureHash.Add(FeatureHash.Add(r1, r2), r3), kl1);
        Put(features, ref n, classWindow, 0);
        Put(features, ref n, leftRun, r1);
        Put(features, ref n, rightRun, l1);
        Put(features, ref n, FeatureHash.Add(leftRun, l1), rightRun);
        Put(features, ref n, token, r1);
        Put(features, ref n, token, FeatureHash.Add(r1, (uint)chunk.After));
        Put(features, ref n, rest, l1);
        Put(features, ref n, FeatureHash.Add(token, rest), 0);
        Put(features, ref n, pair, FeatureHash.Add(marks, places));
        Put(features, ref n, classWindow, places);
        Put(features, ref n, pair, outer);
        Put(features, ref n, leftRun, FeatureHash.Add(r1, FeatureHash.Add(r2, (uint)chunk.After)));
        Put(features, ref n, shapeLeft, r1);
        Put(features, ref n, shapeRight, l1);
        Put(features, ref n, shapeLeft, shapeRight);
        Put(features, ref n, shapeLeft, FeatureHash.Add(shapeRight, (uint)chunk.After));
        Put(features, ref n, shapeLeft, FeatureHash.Add(marks, (kr1 << 8) | kr2));
        Put(features, ref n, (kl1 << 8) | kr1, (uint)chunk.After);
        Put(features, ref n, pair, lengths);
        Put(features, ref n, classWindow, lengths);
        var affixes = AffixesOf(characters, classes, offset);
        Put(features, ref n, affixes, (kl1 << 8) | kr1);
        Put(features, ref n, affixes, classWindow);
        var abbreviation = r1 == '.' ? Abbreviations.TraitsOf(characters[tokenStart..offset]) : 0;
        var following = (uint)chunk.After | (Math.Min((uint)(characters.Length - offset), 3) << 5);
        Put(features, ref n, abbreviation, kr1);
        Put(features, ref n, abbreviation, (following << 8) | kr1);
        Put(features, ref n, abbreviation, FeatureHash.Add((following << 8) | kr1, kr2));
        Put(features, ref n, shapeLeft, kr1);
        Put(features, ref n, shapeLeft, FeatureHash.Add(kr1, outer));
        Put(features, ref n, shapeLeft, FeatureHash.Add((kr1 << 8) | kr2, following));
    }

    private static void Put(Span<uint> features, ref int n, uint a, uint b)
    {
        features[n] = FeatureHash.End(FeatureHash.Add(FeatureHash.Add((uint)n * 0x632BE5ABu, a), b));
        n++;
    }

    private static uint CharAt(ReadOnlySpan<char> characters, int index) =>
        (uint)index < (uint)characters.Length ? CharTable.Fold(characters[index]) : Outside;

    private static uint ClassAt(ReadOnlySpan<CharClass> classes, int index) =>
        (uint)index < (uint)classes.Length ? (uint)classes[index] : 31;

    /// <summary>The letters or digits that end before <paramref name="offset"/>, or the one character there.</summary>
    private static (uint Hash, uint Length) RunLeft(ReadOnlySpan<char> characters, ReadOnlySpan<CharClass> classes, int offset)
    {
        var start = offset - 1;
        while (start > 0 && offset - start < Window && CharTable.IsWord(classes[start]) && CharTable.IsWord(classes[start - 1]))
        {
            start--;
        }

        return (HashOf(characters, start, offset), (uint)(offset - start));
    }

    private static (uint Hash, uint Length) RunRight(ReadOnlySpan<char> characters, ReadOnlySpan<CharClass> classes, int offset)
    {
        var end = offset + 1;
        while (end < classes.Length && end - offset < Window && CharTable.IsWord(classes[end]) && CharTable.IsWord(classes[end - 1]))
        {
            end++;
        }

        return (HashOf(characters, offset, end), (uint)(end - offset));
    }

    /// <summary>Beside a hyphen: whether what stands before it is a prefix, and what stands after it a suffix.</summary>
    private static uint AffixesOf(ReadOnlySpan<char> characters, ReadOnlySpan<CharClass> classes, int offset)
    {
        var hyphen = classes[offset] == CharClass.Hyphen ? offset : offset - 1;
        if (classes[hyphen] != CharClass.Hyphen || hyphen == 0 || hyphen + 1 == classes.Length)
        {
            return 0;
        }

        var (start, end) = (hyphen, hyphen + 1);
        while (start > 0 && hyphen - start < Window && CharTable.IsLetter(classes[start - 1]))
        {
            start--;
        }

        while (end < classes.Length && end - hyphen < Window && CharTable.IsLetter(classes[end]))
        {
            end++;
        }

        return (Affixes.IsPrefix(characters[start..hyphen]) ? 1u : 0) | (Affixes.IsSuffix(characters[(hyphen + 1)..end]) ? 2u : 0);
    }

    /// <summary>The characters from <paramref name="start"/>, without case; beyond a window only how many there are.</summary>
    private static uint HashOf(ReadOnlySpan<char> characters, int start, int end)
    {
        var hash = (uint)Math.Min(end - start, Window + 1);
        for (var i = start; i < end && i < start + Window; i++)
        {
            hash = FeatureHash.Add(hash, CharTable.Fold(characters[i]));
        }

        return hash;
    }

    /// <summary>The classes from <paramref name="start"/> with runs of one class taken together, at most six of them.</summary>
    private static uint ShapeOf(ReadOnlySpan<CharClass> classes, int start, int end)
    {
        var shape = 1u;
        var length = 0;
        var last = CharClass.Gap;
        for (var i = start; i < end && length < 6 && i < start + 4 * Window; i++)
        {
            if (classes[i] != last && classes[i] != CharClass.Extend)
            {
                last = classes[i];
                shape = (shape << 5) | (uint)last;
                length++;
            }
        }

        return shape;
    }

    /// <summary>Which of the marks of addresses the chunk holds near its start: "@", "://", "www", a slash, digits.</summary>
    private static uint MarksOf(ReadOnlySpan<char> characters)
    {
        var near = characters[..Math.Min(characters.Length, 48)];
        var marks = near.Contains('@') ? 1u : 0;
        marks |= near.Contains("://", StringComparison.Ordinal) ? 2u : 0;
        marks |= near.Contains("www", StringComparison.OrdinalIgnoreCase) ? 4u : 0;
        marks |= near.Contains('/') ? 8u : 0;
        return marks | (near.ContainsAnyInRange('0', '9') ? 16u : 0);
    }
}
