using System.Collections.Frozen;

namespace Inquit.Actors;

/// <summary>Whether two profiles are of one state: by its code, which a name, a capital or the profile tells.</summary>
internal static class StateIdentity
{
    private static readonly FrozenSet<string> Directions = new[] { "east", "west", "north", "south" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static IdentityVerdict Compare(PreparedActor a, PreparedActor b)
    {
        var (nameOfA, nameOfB) = (NameLetters.Plain(a.Profile.Name), NameLetters.Plain(b.Profile.Name));
        var (placeOfA, placeOfB) = (PlaceOf(a.Profile), PlaceOf(b.Profile));
        if (Direction(a.Profile.Name) is { } own && Direction(b.Profile.Name) is { } other && !own.Equals(other, StringComparison.OrdinalIgnoreCase))
        {
            return IdentityVerdict.Different(0.9, "names differ");
        }

        if (placeOfA is not null && placeOfB is not null)
        {
            return placeOfA == placeOfB ? IdentityVerdict.Same(0.97, "one state") : IdentityVerdict.Different(0.97, "two states");
        }

        if (a.Profile.Country is { } codeOfA && b.Profile.Country is { } codeOfB && codeOfA != codeOfB)
        {
            return IdentityVerdict.Different(0.95, "countries differ");
        }

        return nameOfA == nameOfB ? IdentityVerdict.Same(0.9, "same name")
            : a.Profile.Country is not null && a.Profile.Country == b.Profile.Country ? IdentityVerdict.Unsure(0.5, "names differ, the country agrees")
            : IdentityVerdict.Different(0.8, "names differ");
    }

    /// <summary>The keys by which a state is looked for.</summary>
    public static IEnumerable<string> Keys(ActorProfile profile) => PlaceOf(profile) is { } place ? [place, NameLetters.Plain(profile.Name)] : [NameLetters.Plain(profile.Name)];

    /// <summary>The code of the state that the name tells; for a region or town that stands for no government, its name; null where it is not known.</summary>
    private static string? PlaceOf(ActorProfile profile)
    {
        if (Gazetteer.Default.Find(profile.Name) is { } entry)
        {
            return entry.Kind == GazetteerKind.State ? profile.Country ?? entry.Country
                : Gazetteer.Default.StandingFor(profile.Name) is [{ Kind: GazetteerKind.State } state, ..] ? state.Country
                : $"{entry.Name}, {entry.Country}";
        }

        return Gazetteer.Default.StandingFor(profile.Name) is [{ Kind: GazetteerKind.State } seat, ..] ? seat.Country : null;
    }

    private static string? Direction(string name) => name.Split(' ') is [var first, _, ..] && Directions.Contains(first) ? first : null;
}
