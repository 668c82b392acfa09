using System.Collections.Immutable;

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

    /// <summary>The source is a pronoun, or a relative "who".</summary>
    Pronoun,

    /// <summary>The source describes them: "the minister", "the company", "the poll" for those who took it.</summary>
    Description,

    /// <summary>The source is a place that stands for a government: "Moscow".</summary>
    Metonym,

    /// <summary>The source is the publication or its writer: "this newspaper", "I" outside quotation marks.</summary>
    Publication,
}

/// <summary>The speaker of a statement. What is not known is null, never guessed.</summary>
/// <param name="Name">The fullest name that the article has; where it has none, the words that describe the speaker, and then
/// <see cref="SpeakerResolution.None"/> says so. Of joint speakers, their names with semicolons between. Null for a pronoun of which it is not known whom it stands for.</param>
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
    /// <summary>The speakers of a joint source, each by itself; empty for one speaker.</summary>
    public ImmutableArray<Speaker> Members { get; init; } = [];

    /// <summary>
    /// How sure the program is that this is who speaks, 0 to 1; null where it could not name one. By how it was found; for a pronoun also
    /// by how much likelier this one is than others; of joint speakers, the least.
    /// </summary>
    public double? Confidence { get; init; } = SpeakerConfidence.Of(ResolvedBy);

    /// <summary>A speaker that the program could not name.</summary>
    public static Speaker Unresolved { get; } = new(null, SpeakerType.Unknown);
}
