using Inquit.Actors;
using Inquit.Ledger;

namespace Inquit.App.Web;

/// <summary>What people decided about speakers, as pages speak of it.</summary>
internal static class Decisions
{
    /// <summary>The page that lists them.</summary>
    public const string Page = "/decisions";

    /// <summary>What was decided.</summary>
    public static string Say(ActorDecision decision)
    {
        var (first, second) = (ActorId.Of(decision.First), ActorId.Of(decision.Second));
        if (decision is not { Kind: ActorDecisionKind.Split, Profile: { } profile })
        {
            return $"{first} and {second} are one speaker.";
        }

        string?[] only = [profile.Role is { } role ? $"as {role}" : null, profile.Affiliation is { } body ? $"for {body}" : null, profile.Country is { } country ? $"of {country}" : null];
        return $"{string.Join(' ', only.OfType<string>().Prepend($"“{profile.Name}”"))} is not {first}, but {second}.";
    }

    /// <summary>The speaker with statements whom a merge made one with another; null for none.</summary>
    public static async Task<int?> ActorOfAsync(ILedger ledger, int actor, CancellationToken cancellation)
    {
        var merges = (await ledger.DecisionsAsync(cancellation).ConfigureAwait(false)).Where(decision => decision.Kind == ActorDecisionKind.Merge).ToList();
        HashSet<int> same = [actor];
        while (merges.Exists(merge => same.Contains(merge.First) != same.Contains(merge.Second)))
        {
            same.UnionWith(merges.Where(merge => same.Contains(merge.First) || same.Contains(merge.Second)).SelectMany(merge => new[] { merge.First, merge.Second }));
        }

        foreach (var other in same.Order())
        {
            if (await ledger.FindActorAsync(other, cancellation).ConfigureAwait(false) is not null)
            {
                return other;
            }
        }

        return null;
    }
}
