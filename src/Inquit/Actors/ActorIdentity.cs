namespace Inquit.Actors;

/// <summary>
/// Decides whether two profiles are of one actor, from their names, roles, affiliations and countries alone. It would rather leave
/// one actor in two than make one of two. Equal profiles are no more than equal words: two articles that say "John Smith" and nothing
/// else may speak of two.
/// </summary>
public static class ActorIdentity
{
    /// <summary>Compares two profiles; their order does not count.</summary>
    public static IdentityVerdict Compare(ActorProfile a, ActorProfile b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return Compare(new PreparedActor(a), new PreparedActor(b));
    }

    internal static IdentityVerdict Compare(PreparedActor a, PreparedActor b)
    {
        return (Class(a.Type), Class(b.Type)) switch
        {
            (Kind.Unknown, Kind.Unknown) => Unknown(a, b),
            (Kind.Unknown, var kind) => Compare(a, b, kind),
            (var kind, Kind.Unknown) => Compare(a, b, kind),
            var (own, other) => own == other ? Compare(a, b, own) : IdentityVerdict.Different(0.95, "types differ"),
        };
    }

    private static IdentityVerdict Compare(PreparedActor a, PreparedActor b, Kind kind) => kind switch
    {
        Kind.Person => PersonIdentity.Compare(a, b),
        Kind.State => StateIdentity.Compare(a, b),
        _ => BodyIdentity.Compare(a, b),
    };

    private static IdentityVerdict Unknown(PreparedActor a, PreparedActor b)
    {
        var verdict = PersonIdentity.Compare(a, b);
        var mayBePersons = a.Persons.Length > 0 && b.Persons.Length > 0 && verdict.Outcome != Identity.Different;
        return mayBePersons ? verdict : BodyIdentity.Compare(a, b) is { Outcome: Identity.Same } same ? same : verdict;
    }

    private static Kind Class(SpeakerType type) => type switch
    {
        SpeakerType.Person => Kind.Person,
        SpeakerType.State => Kind.State,
        SpeakerType.Organization or SpeakerType.Group => Kind.Body,
        _ => Kind.Unknown,
    };

    /// <summary>An armed group is called an organization by one writer and a group by another.</summary>
    private enum Kind
    {
        Unknown,
        Person,
        Body,
        State,
    }
}
