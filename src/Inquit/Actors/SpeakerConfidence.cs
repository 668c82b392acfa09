namespace Inquit.Actors;

/// <summary>
/// How sure a resolved speaker is, by how it was found: the share that was right on PolNeAR dev, rounded down, and less where that has few
/// of a kind. For a pronoun this is how sure the name is that it stands for; the choice among names has a probability of its own.
/// </summary>
internal static class SpeakerConfidence
{
    /// <summary>The confidence of what was found in a way; null for what was not.</summary>
    public static double? Of(SpeakerResolution how) => how switch
    {
        SpeakerResolution.Name or SpeakerResolution.Apposition or SpeakerResolution.Pronoun => 0.93,
        SpeakerResolution.Publication => 0.9,
        SpeakerResolution.Description or SpeakerResolution.Metonym => 0.85,
        _ => null,
    };
}
