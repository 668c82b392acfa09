namespace Inquit.Actors;

/// <summary>Whether two profiles are of one actor.</summary>
public enum Identity
{
    /// <summary>Nothing decides it.</summary>
    Unsure,

    /// <summary>One actor.</summary>
    Same,

    /// <summary>Two actors.</summary>
    Different,
}

/// <summary>What is held of two profiles. Only <see cref="Identity.Same"/> merges them.</summary>
/// <param name="Outcome">One actor, two, or not decided.</param>
/// <param name="Confidence">How sure the outcome is, from 0 to 1.</param>
/// <param name="Reason">Why, in words for a person: "same name", "countries differ".</param>
public sealed record IdentityVerdict(Identity Outcome, double Confidence, string Reason)
{
    internal static IdentityVerdict Same(double confidence, string reason) => new(Identity.Same, confidence, reason);

    internal static IdentityVerdict Different(double confidence, string reason) => new(Identity.Different, confidence, reason);

    internal static IdentityVerdict Unsure(double confidence, string reason) => new(Identity.Unsure, confidence, reason);
}
