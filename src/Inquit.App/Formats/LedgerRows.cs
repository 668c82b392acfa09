using Inquit.Actors;
using Inquit.Ledger;

namespace Inquit.App.Formats;

/// <summary>Rows about speakers and decisions, for the command line and the API alike.</summary>
internal static class LedgerRows
{
    /// <summary>The columns of a speaker.</summary>
    public static readonly RowColumn[] SpeakerColumns =
    [
        new("Id", "id"), new("Name", "name", 24), new("Type", "type"), new("Role", "role", 24), new("Country", "country"), new("Statements", "statements"), new("First", "first"), new("Last", "last"),
    ];

    /// <summary>The columns of a decision.</summary>
    public static readonly RowColumn[] DecisionColumns = [new("Number", "number"), new("Decision", "decision"), new("First", "first"), new("Second", "second"), new("Name", "name", 40)];

    /// <summary>A speaker.</summary>
    public static object?[] Of(ActorActivity activity)
    {
        var (id, profile) = activity.Actor;
        return [ActorId.Of(id), profile.Name, JsonNames.Of(profile.Type), profile.Role, profile.Country, activity.Statements, activity.First, activity.Last];
    }

    /// <summary>A decision.</summary>
    public static object?[] Of(ActorDecision decision) =>
    [
        (long)decision.Number, JsonNames.Of(decision.Kind), ActorId.Of(decision.First), ActorId.Of(decision.Second), decision.Profile?.Name,
    ];
}
