using Inquit.Learning;

namespace Inquit.Text;

/// <summary>Cuts a text into tokens, sentences, paragraphs and quotations.</summary>
public sealed class Segmenter
{
    /// <summary>Creates a segmenter from its trained model.</summary>
    public Segmenter(ModelFile model)
    {
    }

    /// <summary>Cuts <paramref name="text"/>. Takes any string and never throws on one.</summary>
    public Segmentation Segment(string text) => throw new NotImplementedException();
}
