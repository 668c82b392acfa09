namespace Inquit.Actors;

/// <summary>Whom a word of the article stands for, and how that was found.</summary>
/// <param name="Figure">Whom.</param>
/// <param name="How">By its name, a pronoun, a description and so on; none where it is known only by these words.</param>
/// <param name="Probability">Of a pronoun, how likely it stands for this figure and no other; 1 for what stands there by name.</param>
internal sealed record Reference(Figure Figure, SpeakerResolution How, double Probability = 1);
