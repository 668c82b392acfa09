using Inquit.Text;

namespace Inquit.Linguistics;

/// <summary>The entity recognizer's labels (IOB2): 0 outside, 1 + 2·type beginning, 2 + 2·type inside.</summary>
internal static unsafe class EntityLabels
{
    /// <summary>The label of a name's first token.</summary>
    public static int Begin(EntityType type) => 1 + (2 * (int)type);

    /// <summary>
    /// The best sequence of labels in which a name's inside follows its beginning or inside (Viterbi 1967); row t of
    /// scores starts at <paramref name="rows"/>[t].
    /// </summary>
    public static void Decode(ReadOnlySpan<nint> rows, Span<byte> labels)
    {
        const int Count = HeadColumns.EntityLabels;
        Span<float> best = stackalloc float[Count];
        Span<float> next = stackalloc float[Count];
        var from = rows.Length <= 128 ? stackalloc byte[rows.Length * Count] : new byte[rows.Length * Count];
        for (var step = 0; step < rows.Length; step++)
        {
            var scores = (float*)rows[step];
            var top = 0;
            for (var label = 1; label < Count && step > 0; label++)
            {
                top = best[label] > best[top] ? label : top;
            }

            for (var label = 0; label < Count; label++)
            {
                var isInside = label > 0 && label % 2 == 0;
                var previous = !isInside ? top : best[label] > best[label - 1] ? label : label - 1;
                from[(step * Count) + label] = (byte)previous;
                next[label] = scores[label] + (step > 0 ? best[previous] : isInside ? float.NegativeInfinity : 0);
            }

            next.CopyTo(best);
        }

        var current = 0;
        for (var label = 1; label < Count; label++)
        {
            current = best[label] > best[current] ? label : current;
        }

        for (var step = rows.Length - 1; step >= 0; step--)
        {
            labels[step] = (byte)current;
            current = from[(step * Count) + current];
        }
    }

    /// <summary>Adds the names that <paramref name="labels"/> spell, whose first token is <paramref name="offset"/> in the article.</summary>
    public static void Collect(ReadOnlySpan<byte> labels, int offset, ICollection<EntityMention> mentions)
    {
        for (var start = 0; start < labels.Length; start++)
        {
            if (labels[start] % 2 == 0)
            {
                continue;
            }

            var end = start + 1;
            while (end < labels.Length && labels[end] == labels[start] + 1)
            {
                end++;
            }

            mentions.Add(new EntityMention(new TokenRange(offset + start, offset + end), (EntityType)((labels[start] - 1) / 2)));
        }
    }
}
