using System.Collections.Frozen;

namespace Inquit.Text;

/// <summary>Tells whether a sentence goes on after the stop of a title in the plural, which stands before names only: "Sens. Lee and Ray".</summary>
internal static class TitleStop
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles = FrozenSet.Create(
        StringComparer.Ordinal,
        "Sens", "Reps", "Govs", "Drs", "Profs", "Revs", "Gens", "Cols", "Capts", "Lts", "Sgts", "Messrs", "Mmes").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the full stop before <paramref name="end"/> is that of such a title and a capital follows.</summary>
    public static bool GoesOn(string text, int end)
    {
        if (end >= text.Length || end == 0 || text[end - 1] != '.')
        {
            return false;
        }

        var start = end - 1;
        while (start > 0 && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
        }

        var next = end;
        while (next < text.Length && CharTable.IsGap(text[next]))
        {
            next++;
        }

        return next > end && next < text.Length && char.IsUpper(text[next]) && Titles.Contains(text.AsSpan(start, end - 1 - start));
    }
}
