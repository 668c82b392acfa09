using Inquit.Learning;
using Inquit.Text;

namespace Inquit.Tests;

/// <summary>The committed models, each read once for all tests.</summary>
internal static class Models
{
    private static readonly Lazy<Segmenter> LazySegmenter = new(() => new Segmenter(Read("segmenter")));

    /// <summary>The segmenter.</summary>
    public static Segmenter Segmenter => LazySegmenter.Value;

    /// <summary>Where the models are.</summary>
    public static string Folder => Path.Combine(CorpusData.Root, "models");

    /// <summary>Reads the model <paramref name="name"/>.</summary>
    public static ModelFile Read(string name)
    {
        using var file = File.OpenRead(Path.Combine(Folder, name, name + ".bin"));
        return ModelFile.Read(file);
    }
}
