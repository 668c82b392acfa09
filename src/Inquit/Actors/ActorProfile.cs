using System.Collections.Immutable;

namespace Inquit.Actors;

/// <summary>What is known of one actor from one or more articles. What is not known is null.</summary>
/// <param name="Name">The name, as full as it is known.</param>
/// <param name="Type">What sort of actor.</param>
/// <param name="Role">What they are ("Kremlin spokesman"); several are parted by semicolons.</param>
/// <param name="Affiliation">Whom they speak for ("State Department"); several are parted by semicolons.</param>
/// <param name="Country">Which country, as ISO 3166 alpha-2.</param>
public sealed record ActorProfile(string Name, SpeakerType Type = SpeakerType.Unknown, string? Role = null, string? Affiliation = null, string? Country = null)
{
    private readonly ImmutableArray<string> otherNames = [];

    /// <summary>Other names of the same actor: short forms, abbreviations, nicknames. Their order does not count.</summary>
    public ImmutableArray<string> OtherNames
    {
        get => otherNames;
        init => otherNames = value.IsDefault ? [] : value;
    }

    /// <summary>The name and the other names.</summary>
    public IEnumerable<string> Names => OtherNames.Prepend(Name);

    /// <summary>Whether all that is known is equal, the other names in any order.</summary>
    public bool Equals(ActorProfile? other) =>
        other is not null && Name == other.Name && Type == other.Type && Role == other.Role && Affiliation == other.Affiliation && Country == other.Country
        && OtherNames.Length == other.OtherNames.Length && OtherNames.Order(StringComparer.Ordinal).SequenceEqual(other.OtherNames.Order(StringComparer.Ordinal));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Type, Role, Affiliation, Country, OtherNames.Length);
}
