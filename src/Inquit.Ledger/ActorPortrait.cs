namespace Inquit.Ledger;

/// <summary>A role in which articles speak of an actor.</summary>
/// <param name="Role">What they are.</param>
/// <param name="Affiliation">Whom they speak for.</param>
/// <param name="Statements">How many statements name it.</param>
/// <param name="First">The day of the first; null where none has a day.</param>
/// <param name="Last">The day of the last.</param>
public sealed record ActorRole(string? Role, string? Affiliation, int Statements, DateOnly? First, DateOnly? Last);

/// <summary>What a ledger says of an actor, from articles that hold.</summary>
/// <param name="Activity">The actor, with how much there is.</param>
/// <param name="Roles">The roles, the one that was named last first, at most <see cref="MostRoles"/>.</param>
/// <param name="Outlets">The outlets that carried the statements, those with the most first, at most <see cref="StatementFacets.MostValues"/>.</param>
/// <param name="Addressees">To whom the actor spoke, those with the most first, at most as many; of the newest <see cref="MostAddressed"/> statements that have one.</param>
public sealed record ActorPortrait(ActorActivity Activity, IReadOnlyList<ActorRole> Roles, IReadOnlyList<ValueCount> Outlets, IReadOnlyList<ValueCount> Addressees)
{
    /// <summary>The most roles that are given.</summary>
    public const int MostRoles = 50;

    /// <summary>The most statements whose addressees are counted.</summary>
    public const int MostAddressed = 500;
}
