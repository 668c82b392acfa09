using System.Runtime.CompilerServices;

namespace Inquit.Linguistics;

/// <summary>What the network sees of one word form, apart from its neighbours.</summary>
/// <param name="Word">Row of the word table; 0 for a word that is not in the vocabulary.</param>
/// <param name="Suffix">Bucket of the last three characters.</param>
/// <param name="Shape">Bucket of the pattern of capitals, digits and marks.</param>
/// <param name="Ngrams">Buckets of the character n-grams, with the word's borders marked (Bojanowski et al. 2017).</param>
internal sealed record LexicalFeatures(int Word, int Suffix, int Shape, int[] Ngrams)
{
    /// <summary>Buckets of the suffix table.</summary>
    public const int SuffixBuckets = 4096;

    /// <summary>Buckets of the shape table.</summary>
    public const int ShapeBuckets = 512;

    /// <summary>Buckets of the n-gram table.</summary>
    public const int NgramBuckets = 1 << 15;

    private const int ShortestNgram = 3;
    private const int LongestNgram = 5;

    /// <summary>Longer forms are read by their first characters only.</summary>
    private const int LongestForm = 32;

    /// <summary>The features of <paramref name="form"/>; <paramref name="vocabulary"/> gives the row of a normalized word.</summary>
    public static LexicalFeatures Of(ReadOnlySpan<char> form, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> vocabulary)
    {
        Span<char> buffer = stackalloc char[LongestForm + 2];
        var normalized = buffer[1..(1 + Normalize(form, buffer[1..^1]))];
        vocabulary.TryGetValue(normalized, out var word);
        buffer[0] = '<';
        buffer[normalized.Length + 1] = '>';
        var bordered = buffer[..(normalized.Length + 2)];
        var count = 0;
        for (var size = ShortestNgram; size <= LongestNgram; size++)
        {
            count += Math.Max(0, bordered.Length - size + 1);
        }

        var ngrams = new int[count];
        var next = 0;
        for (var size = ShortestNgram; size <= LongestNgram; size++)
        {
            for (var start = 0; start + size <= bordered.Length; start++)
            {
                ngrams[next++] = (int)(Hash(bordered.Slice(start, size)) % NgramBuckets);
            }
        }

        var suffix = normalized[^Math.Min(3, normalized.Length)..];
        return new LexicalFeatures(word, (int)(Hash(suffix) % SuffixBuckets), (int)(ShapeOf(form) % ShapeBuckets), ngrams);
    }

    /// <summary>Lower case, digits as 0, typographic marks as plain ones; cut to <paramref name="target"/>. Gives the length.</summary>
    public static int Normalize(ReadOnlySpan<char> form, Span<char> target)
    {
        var length = Math.Min(form.Length, target.Length);
        for (var i = 0; i < length; i++)
        {
            target[i] = form[i] switch
            {
                >= 'a' and <= 'z' => form[i],
                >= '0' and <= '9' => '0',
                '’' or '‘' => '\'',
                '“' or '”' or '„' or '«' or '»' => '"',
                '–' or '—' => '-',
                var other => char.ToLowerInvariant(other),
            };
        }

        return length;
    }

    private static uint ShapeOf(ReadOnlySpan<char> form)
    {
        // Runs longer than two count as two; the pattern is cut at eight.
        var hash = 2166136261u;
        var previous = '\0';
        var run = 0;
        var kept = 0;
        foreach (var c in form[..Math.Min(form.Length, LongestForm)])
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLower(c) ? 'x' : char.IsDigit(c) ? '0' : c < 128 ? c : 'u';
            run = kind == previous ? run + 1 : 1;
            previous = kind;
            if (run > 2)
            {
                continue;
            }

            hash = (hash ^ kind) * 16777619u;
            if (++kept == 8)
            {
                break;
            }
        }

        return hash ^ (hash >> 15);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }

        hash ^= hash >> 15;
        hash *= 2246822519u;
        return hash ^ (hash >> 13);
    }
}
