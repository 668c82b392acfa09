namespace Inquit.Actors;

/// <summary>What sort of actor speaks.</summary>
public enum SpeakerType
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>One person.</summary>
    Person,

    /// <summary>A body: company, office, party, paper.</summary>
    Organization,

    /// <summary>A country, or a place that stands for its government.</summary>
    State,

    /// <summary>Several, not told apart.</summary>
    Group,
}

/// <summary>How the speaker of a statement was found.</summary>
public enum SpeakerResolution
{
    /// <summary>Not found.</summary>
    None,

    /// <summary>The source holds the name.</summary>
    Name,

    /// <summary>A name stands beside the source's description.</summary>
    Apposition,
}

/// <summary>The speaker of a statement. What is not known is null, never guessed.</summary>
/// <param name="Name">The name as the article writes it.</param>
/// <param name="Type">What sort of actor.</param>
/// <param name="Role">What they are ("Kremlin spokesman").</param>
/// <param name="Affiliation">Whom they speak for ("State Department").</param>
/// <param name="Country">Which country, as ISO 3166 alpha-2.</param>
/// <param name="ResolvedBy">How it was found.</param>
public sealed record Speaker(
    string? Name,
    SpeakerType Type,
    string? Role = null,
    string? Affiliation = null,
    string? Country = null,
    SpeakerResolution ResolvedBy = SpeakerResolution.None)
{
    /// <summary>A speaker that the program could not name.</summary>
    public static Speaker Unresolved { get; } = new(null, SpeakerType.Unknown);
}
