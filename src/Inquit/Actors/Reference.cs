namespace Inquit.Actors;

/// <summary>Whom a word of the article stands for, and how that was found.</summary>
/// <param name="Figure">Whom.</param>
/// <param name="How">By its name, a pronoun, a description and so on; none where it is known only by these words.</param>
internal sealed record Reference(Figure Figure, SpeakerResolution How);
