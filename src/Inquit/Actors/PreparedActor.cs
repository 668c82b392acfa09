using System.Collections.Frozen;

namespace Inquit.Actors;

/// <summary>A profile with its names and roles read, so that many comparisons read them once.</summary>
internal sealed class PreparedActor
{
    /// <summary>Codes of states that are no more, with the state that newer articles name; from ISO 3166-3.</summary>
    private static readonly FrozenDictionary<string, string> FormerCodes = new[] { ("SU", "RU"), ("YU", "RS"), ("CS", "RS"), ("DD", "DE"), ("ZR", "CD"), ("BU", "MM"), ("TP", "TL"), ("UK", "GB") }
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);

    private readonly Lazy<PersonForm[]> persons;
    private readonly Lazy<BodyForm[]> bodies;
    private readonly Lazy<Offices> roles;
    private readonly Lazy<Offices> affiliations;
    private readonly Lazy<string?> country;

    public PreparedActor(ActorProfile profile)
    {
        Profile = profile;
        string[] names = [profile.Name, .. profile.OtherNames.Order(StringComparer.Ordinal)];
        persons = new(() => PersonForm.ReadAll(names, Country));
        bodies = new(() => [.. names.Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => BodyForm.Read(name, profile.Country)).DistinctBy(form => form.Plain)]);
        roles = new(() => Offices.Read(string.Join("; ", persons.Value.Select(form => form.Titles).Where(title => title.Length > 0).Distinct().Prepend(profile.Role).Where(part => !string.IsNullOrEmpty(part)))));
        affiliations = new(() => Offices.Read(profile.Affiliation));
        country = new(() => (profile.Country is null ? null : FormerCodes.GetValueOrDefault(profile.Country, profile.Country.ToUpperInvariant())) ?? Offices.Read(profile.Role).Countries.Concat(affiliations.Value.Countries).Distinct().ToArray() switch { [var only] => only, _ => null });
    }

    public ActorProfile Profile { get; }

    /// <summary>The names read as those of a person.</summary>
    public PersonForm[] Persons => persons.Value;

    /// <summary>The names read as those of a body or state.</summary>
    public BodyForm[] Bodies => bodies.Value;

    public Offices Roles => roles.Value;

    public Offices Affiliations => affiliations.Value;

    /// <summary>The country of the profile, or the one country that its role and affiliation name.</summary>
    public string? Country => country.Value;

    /// <summary>Whether it is a person of whom one word of the name is known only.</summary>
    public bool IsBare => Type == SpeakerType.Person && Persons.Length > 0 && !Array.Exists(Persons, form => form.IsFull);

    /// <summary>Whether neither role nor affiliation is known.</summary>
    public bool IsMute => Roles.IsEmpty && Affiliations.IsEmpty;

    /// <summary>The type, or what the names tell of it.</summary>
    public SpeakerType Type => Profile.Type != SpeakerType.Unknown ? Profile.Type
        : Gazetteer.Default.Find(Profile.Name) is { } entry ? entry.Kind == GazetteerKind.State ? SpeakerType.State : SpeakerType.Organization
        : Array.Exists(Persons, form => form.IsFull && GivenNames.Default.Contains(form.Given[0])) ? SpeakerType.Person
        : SpeakerType.Unknown;
}
