using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Training;

/// <summary>Reads a text as the engine does, up to its trees and names, with the models that are trained already.</summary>
internal sealed class TrainedReader(TrainingRequest request)
{
    private readonly Segmenter segmenter = new(request.ReadModel("segmenter"));
    private readonly LanguageModel language = new(request.ReadModel("language"), request.ReadModel("lemmatizer"));

    /// <summary>The text with its trees and names, and what the language network makes of each token.</summary>
    public (ParsedText Text, TokenStates States) Parse(string text)
    {
        var segmentation = segmenter.Segment(text);
        var parsed = language.Analyze(segmentation);
        return (new ParsedText(segmentation, parsed.Syntax, parsed.Entities), parsed.States);
    }
}
