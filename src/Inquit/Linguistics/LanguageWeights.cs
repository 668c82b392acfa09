using Inquit.Learning;

namespace Inquit.Linguistics;

/// <summary>Widths of the network's parts.</summary>
/// <param name="Word">Of a word's vector, to which its n-grams' mean is added.</param>
/// <param name="Suffix">Of a suffix's vector.</param>
/// <param name="Shape">Of a shape's vector.</param>
/// <param name="Hidden">Units of one direction of an LSTM layer.</param>
/// <param name="Arc">Of the vectors between which arcs are scored.</param>
/// <param name="Label">Of the hidden layer that scores relations.</param>
internal sealed record LanguageSizes(int Word, int Suffix, int Shape, int Hidden, int Arc, int Label)
{
    /// <summary>Of a word form's vector, the first layer's input.</summary>
    public int Lexical => Word + Suffix + Shape;

    /// <summary>Of an LSTM layer's output.</summary>
    public int State => 2 * Hidden;
}

/// <summary>
/// The numbers of the language network by name, as they are trained and kept, and the lists that give its rows and
/// columns their meaning.
/// </summary>
internal sealed class LanguageWeights : WeightSet
{
    /// <summary>LSTM layers.</summary>
    public const int Layers = 2;

    private const int WidestPart = 4096;

    /// <summary>Creates weights, all zero.</summary>
    /// <exception cref="ArgumentException">The widths or lists are none that the network can work with.</exception>
    public LanguageWeights(LanguageSizes sizes, string[] words, string[] xpos, string[] relations)
    {
        if (Problem(sizes, words, xpos, relations) is { } problem)
        {
            throw new ArgumentException(problem);
        }

        Sizes = sizes;
        Words = words;
        Xpos = xpos;
        Relations = relations;
        Columns = new HeadColumns(xpos.Length, sizes);
        AddRounded("words", words.Length, sizes.Word);
        AddRounded("ngrams", LexicalFeatures.NgramBuckets, sizes.Word);
        Add("suffixes", LexicalFeatures.SuffixBuckets, sizes.Suffix);
        Add("shapes", LexicalFeatures.ShapeBuckets, sizes.Shape);
        for (var layer = 0; layer < Layers; layer++)
        {
            Add($"lstm{layer}.input", layer == 0 ? sizes.Lexical : sizes.State, 8 * sizes.Hidden);
            Add($"lstm{layer}.recurrent", 2 * sizes.Hidden, 4 * sizes.Hidden);
            Add($"lstm{layer}.bias", 8 * sizes.Hidden);
        }

        Add("heads.weight", sizes.State, Columns.Width);
        Add("heads.bias", Columns.Width);
        Add("arc.weight", sizes.Arc, sizes.Arc);
        Add("arc.bias", sizes.Arc);
        Add("arc.root", sizes.Arc);
        Add("label.root", sizes.Label);
        Add("label.weight", sizes.Label, relations.Length);
        Add("label.bias", relations.Length);
    }

    /// <summary>Widths.</summary>
    public LanguageSizes Sizes { get; }

    /// <summary>Normalized words, by row of the word table; row 0 stands for all others.</summary>
    public string[] Words { get; }

    /// <summary>Penn tags by column.</summary>
    public string[] Xpos { get; }

    /// <summary>Relations by column; the first is "root".</summary>
    public string[] Relations { get; }

    /// <summary>Where each output stands in a row of the heads.</summary>
    public HeadColumns Columns { get; }

    /// <summary>Reads weights from a model file.</summary>
    /// <exception cref="ModelFormatException">A part is missing or has other dimensions than the sizes call for.</exception>
    public static LanguageWeights From(ModelFile file)
    {
        var sizes = file.Ints("sizes");
        if (sizes.Length != 6)
        {
            throw new ModelFormatException($"The language model states {sizes.Length} sizes; this program knows 6.");
        }

        var widths = new LanguageSizes(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4], sizes[5]);
        var (words, xpos, relations) = (file.Strings("vocabulary"), file.Strings("xpos"), file.Strings("relations"));
        if (Problem(widths, words, xpos, relations) is { } problem)
        {
            throw new ModelFormatException(problem);
        }

        var weights = new LanguageWeights(widths, words, xpos, relations);
        weights.Read(file, "language");
        return weights;
    }

    /// <summary>Writes the weights.</summary>
    public ModelFile ToFile()
    {
        var file = new ModelFile();
        file.SetInts("sizes", [Sizes.Word, Sizes.Suffix, Sizes.Shape, Sizes.Hidden, Sizes.Arc, Sizes.Label], [6]);
        file.SetStrings("vocabulary", Words);
        file.SetStrings("xpos", Xpos);
        file.SetStrings("relations", Relations);
        Write(file);
        return file;
    }

    /// <summary>Why no network can be made of these; null where one can.</summary>
    private static string? Problem(LanguageSizes sizes, string[] words, string[] xpos, string[] relations)
    {
        // The kernels of an LSTM step read whole vectors, of at most 16 values.
        int[] all = [sizes.Word, sizes.Suffix, sizes.Shape, sizes.Hidden, sizes.Arc, sizes.Label];
        if (Array.Exists(all, size => size is < 1 or > WidestPart) || sizes.Hidden % 16 != 0)
        {
            return $"The language model's sizes are {string.Join(", ", all)}; each must be from 1 to {WidestPart}, the fourth a multiple of 16.";
        }

        return words.Length == 0 ? "The language model's vocabulary has no row for unknown words."
            : xpos.Length == 0 ? "The language model has no Penn tags (xpos)."
            : relations.Length < 2 ? "The language model's relations are fewer than root and one other."
            : null;
    }
}
