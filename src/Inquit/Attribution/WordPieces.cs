using System.Globalization;
using System.Text;
using Inquit.Learning;

namespace Inquit.Attribution;

/// <summary>
/// Cuts words into the pieces of a vocabulary, the longest first, lower case and without accents (the tokenizer of uncased
/// BERT; Devlin et al. 2019). A piece that does not start a run of letters or digits is written with "##" before it.
/// </summary>
internal sealed class WordPieces
{
    /// <summary>Pieces of a word that are looked at; what is longer is no word.</summary>
    private const int Most = 12;

    private const int LongestPiece = 24;

    /// <summary>Letters with accents of the Latin alphabets, and the same without; the runtime, without its data on languages, cannot part them.</summary>
    private const string Accented =
        "àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžơưǎǐǒǔǖǘǚǜǟǡǧǩǫǭǰǵǹǻ"
        + "ȁȃȅȇȉȋȍȏȑȓȕȗșțȟȧȩȫȭȯȱȳḁḃḅḇḉḋḍḏḑḓḕḗḙḛḝḟḡḣḥḧḩḫḭḯḱḳḵḷḹḻḽḿṁṃṅṇṉṋṍṏṑṓṕṗṙṛṝṟṡṣṥṧṩṫṭṯṱṳṵṷṹṻṽṿẁẃẅẇẉẋẍẏẑẓẕẖẗẘ"
        + "ẙạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ";

    private const string Bare =
        "aaaaaaceeeeiiiinooooouuuuyyaaaccccdeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzouaiouuuuuaagkoojgna"
        + "aaeeiioorruusthaeooooyabbbcdddddeeeeefghhhhhiikkkllllmmmnnnnoooopprrrrsssssttttuuuuuvvwwwwwxxyzzzhtw"
        + "yaaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyy";

    private readonly Dictionary<string, int> index;
    private readonly int unknown;

    /// <summary>Creates the cutter of a vocabulary.</summary>
    /// <exception cref="ModelFormatException">The vocabulary has no piece for what is unknown.</exception>
    public WordPieces(string[] vocabulary)
    {
        index = new Dictionary<string, int>(vocabulary.Length, StringComparer.Ordinal);
        for (var i = 0; i < vocabulary.Length; i++)
        {
            index[vocabulary[i]] = i;
        }

        unknown = index.TryGetValue("[UNK]", out var row) ? row : throw new ModelFormatException("The role model's vocabulary has no piece [UNK].");
    }

    /// <summary>Adds the rows of a word's pieces to <paramref name="pieces"/>: at least one.</summary>
    public void Cut(ReadOnlySpan<char> word, List<int> pieces)
    {
        var first = pieces.Count;
        var letters = Fold(word);
        var lookup = index.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[LongestPiece + 2];
        for (var start = 0; start < letters.Length && pieces.Count - first < Most;)
        {
            var end = start + 1;
            if (char.IsLetterOrDigit(letters[start]))
            {
                while (end < letters.Length && char.IsLetterOrDigit(letters[end]))
                {
                    end++;
                }

                CutRun(letters.AsSpan(start..end), first + Most, buffer, lookup, pieces);
            }
            else if (!char.IsWhiteSpace(letters[start]))
            {
                pieces.Add(lookup.TryGetValue(letters.AsSpan(start, 1), out var mark) ? mark : unknown);
            }

            start = end;
        }

        if (pieces.Count == first)
        {
            pieces.Add(unknown);
        }
    }

    /// <summary>Cuts a run of letters or digits, up to <paramref name="limit"/> pieces in all.</summary>
    private void CutRun(ReadOnlySpan<char> run, int limit, Span<char> buffer, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup, List<int> pieces)
    {
        "##".CopyTo(buffer);
        for (var start = 0; start < run.Length && pieces.Count < limit;)
        {
            var end = Math.Min(run.Length, start + LongestPiece);
            var piece = -1;
            for (; end > start; end--)
            {
                run[start..end].CopyTo(buffer[2..]);
                if (lookup.TryGetValue(buffer[(start > 0 ? 0 : 2)..(2 + end - start)], out piece))
                {
                    break;
                }
            }

            if (end == start)
            {
                pieces.Add(unknown);
                return;
            }

            pieces.Add(piece);
            start = end;
        }
    }

    /// <summary>Lower case, plain quotation marks, no accents.</summary>
    private static string Fold(ReadOnlySpan<char> word)
    {
        var lower = new char[word.Length];
        var plain = true;
        for (var i = 0; i < word.Length; i++)
        {
            lower[i] = word[i] switch
            {
                '’' or '‘' => '\'',
                '“' or '”' => '"',
                var c => char.ToLowerInvariant(c),
            };
            plain &= lower[i] < 128;
        }

        var folded = new string(lower);
        if (plain)
        {
            return folded;
        }

        var kept = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                kept.Append(Accented.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Bare[at] : c);
            }
        }

        return kept.ToString();
    }
}
