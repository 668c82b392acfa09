using Inquit.Learning;
using Inquit.Text;

namespace Inquit.Tests.Text;

/// <summary>The segmenter with the model of the repository, loaded once.</summary>
internal static class SegmenterModel
{
    private static readonly Lazy<Segmenter> Lazy = new(() => new Segmenter(Read()));

    public static Segmenter Segmenter => Lazy.Value;

    public static ModelFile Read()
    {
        using var file = File.OpenRead(Repository.PathOf("models/segmenter/segmenter.bin"));
        return ModelFile.Read(file);
    }
}
