namespace Inquit.Actors;

/// <summary>What a person decided about actors.</summary>
public enum ActorDecisionKind
{
    /// <summary>Two records are of one actor.</summary>
    Merge,

    /// <summary>What a profile says is not of the actor but of another one.</summary>
    Split,
}

/// <summary>A person's decision. It holds over every verdict until it is undone.</summary>
/// <param name="Number">Counts the decisions of a directory from 1; a number is used once.</param>
/// <param name="Kind">What was decided.</param>
/// <param name="First">For a merge, the one record; for a split, the record that the profile does not belong to.</param>
/// <param name="Second">For a merge, the other record; for a split, the record that the profile went to.</param>
/// <param name="Profile">For a split, what was split off: a name, and the role, affiliation and country that must be equal, or null for any.</param>
public sealed record ActorDecision(int Number, ActorDecisionKind Kind, int First, int Second, ActorProfile? Profile = null);
