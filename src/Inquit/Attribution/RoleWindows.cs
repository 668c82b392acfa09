using Inquit.Text;

namespace Inquit.Attribution;

/// <summary>Cuts an article into the windows that the role network reads at a time: runs of whole paragraphs.</summary>
internal static class RoleWindows
{
    /// <summary>Tokens of the longest window.</summary>
    public const int Longest = 128;

    /// <summary>A range as windows, none too long.</summary>
    public static IEnumerable<TokenRange> Cut(TokenRange range)
    {
        for (var start = range.Start; start < range.End; start += Longest)
        {
            yield return new TokenRange(start, Math.Min(range.End, start + Longest));
        }
    }

    /// <summary>The windows, in order; a paragraph that is too long is cut between sentences, a sentence that is, anywhere.</summary>
    public static List<TokenRange> Of(Segmentation segmentation)
    {
        var windows = new List<TokenRange>();
        var (start, whole, soft) = (0, 0, 0);
        foreach (var paragraph in segmentation.Paragraphs)
        {
            for (var s = paragraph.Sentences.Start; s < paragraph.Sentences.End; s++)
            {
                var end = segmentation.Sentences[s].End;
                while (end - start > Longest && Math.Max(whole, soft) > start)
                {
                    Add(whole > start ? whole : soft);
                }

                while (end - start > Longest)
                {
                    Add(start + Longest);
                }

                soft = end;
            }

            whole = soft;
        }

        if (start < soft)
        {
            Add(soft);
        }

        return windows;

        void Add(int end)
        {
            windows.Add(new TokenRange(start, end));
            start = end;
        }
    }
}
