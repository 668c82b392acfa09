namespace Inquit.Actors;

/// <summary>A sort of pronoun of the third person: for whom it may stand, and which weights are its own.</summary>
internal sealed class PronounClass
{
    private static readonly PronounClass He = new(0, Gender.Male, figure => figure.Type == SpeakerType.Person && !figure.IsPlural && figure.Gender != Gender.Female);
    private static readonly PronounClass She = new(0, Gender.Female, figure => figure.Type == SpeakerType.Person && !figure.IsPlural && figure.Gender != Gender.Male);
    private static readonly PronounClass It = new(1, Gender.Unknown, figure => figure.Type is SpeakerType.Organization or SpeakerType.State or SpeakerType.Unknown && !figure.IsPlural);
    private static readonly PronounClass They = new(2, Gender.Unknown, figure => figure.IsPlural || figure.Type is SpeakerType.Group or SpeakerType.Organization);

    private PronounClass(int column, Gender gender, Predicate<Figure> mayBe) => (Column, Gender, MayBe) = (column, gender, mayBe);

    /// <summary>The columns of the weights: "he" and "she", "it", "they".</summary>
    public static IReadOnlyList<string> Columns { get; } = ["person", "thing", "several"];

    /// <summary>Its place among <see cref="Columns"/>.</summary>
    public int Column { get; }

    /// <summary>The gender that it tells.</summary>
    public Gender Gender { get; }

    /// <summary>Whether it may stand for one.</summary>
    public Predicate<Figure> MayBe { get; }

    /// <summary>The class of a pronoun; null for a word that is none of these.</summary>
    public static PronounClass? Of(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[8];
        if (word.Length > lower.Length || word.ToLowerInvariant(lower) < 0)
        {
            return null;
        }

        return lower[..word.Length] switch
        {
            "he" or "him" or "his" => He,
            "she" or "her" or "hers" => She,
            "it" or "its" => It,
            "they" or "them" or "their" or "theirs" => They,
            _ => null,
        };
    }
}
