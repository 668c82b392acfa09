using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>The parts of an attribution, in the order of their labels.</summary>
internal enum Role
{
    /// <summary>Whom it is attributed to.</summary>
    Source,

    /// <summary>The words that attribute it.</summary>
    Cue,

    /// <summary>What is attributed.</summary>
    Content,
}

/// <summary>An unbroken run of tokens with one role.</summary>
/// <param name="Role">The role.</param>
/// <param name="Tokens">The tokens.</param>
internal readonly record struct RoleSpan(Role Role, TokenRange Tokens);

/// <summary>The tagger's labels (IOB2): 0 none, 1 + 2·role the first token of a span, 2 + 2·role a later one.</summary>
internal static class RoleLabels
{
    /// <summary>How many labels there are.</summary>
    public const int Count = 7;

    /// <summary>The label of a span's first token.</summary>
    public static int Begin(Role role) => 1 + (2 * (int)role);

    /// <summary>Whether a token that is <paramref name="label"/> can follow one that is <paramref name="previous"/> (-1: none, at the start).</summary>
    public static bool CanFollow(int previous, int label) => label == 0 || label % 2 == 1 || previous == label || previous == label - 1;

    /// <summary>Labels a span; what stood there before is overwritten.</summary>
    public static void Write(Span<byte> labels, RoleSpan span)
    {
        labels[span.Tokens.Start..span.Tokens.End].Fill((byte)(Begin(span.Role) + 1));
        labels[span.Tokens.Start] = (byte)Begin(span.Role);
    }

    /// <summary>Makes a span that was cut open by another start anew behind it.</summary>
    public static void Repair(Span<byte> labels)
    {
        for (var token = 0; token < labels.Length; token++)
        {
            if (!CanFollow(token == 0 ? -1 : labels[token - 1], labels[token]))
            {
                labels[token]--;
            }
        }
    }

    /// <summary>The spans that <paramref name="labels"/> spell, in text order.</summary>
    public static List<RoleSpan> Spans(ReadOnlySpan<byte> labels)
    {
        var spans = new List<RoleSpan>();
        for (var start = 0; start < labels.Length;)
        {
            var end = start + 1;
            if (labels[start] > 0)
            {
                while (end < labels.Length && labels[end] % 2 == 0 && labels[end] > 0)
                {
                    end++;
                }

                spans.Add(new RoleSpan((Role)((labels[start] - 1) / 2), new TokenRange(start, end)));
            }

            start = end;
        }

        return spans;
    }
}
