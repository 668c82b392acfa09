using System.Globalization;
using Inquit.Actors;
using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Meaning;

namespace Inquit.App.Formats;

/// <summary>How the values of the engine are called in the formats; null for what is not known.</summary>
internal static class JsonNames
{
    /// <summary>The value that has a name.</summary>
    /// <typeparam name="T">The values.</typeparam>
    /// <param name="name">The name; null for what is not known.</param>
    /// <param name="nameOf">The name of each.</param>
    /// <returns>The value; null where none has that name.</returns>
    public static T? Find<T>(string? name, Func<T, string?> nameOf)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (nameOf(value) == name)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>A statement's id, which is its place in its article, from 1.</summary>
    public static string Id(int index) => string.Create(CultureInfo.InvariantCulture, $"s{index + 1}");

    /// <summary>The name of a kind.</summary>
    public static string Of(StatementKind kind) => kind switch
    {
        StatementKind.Direct => "direct",
        StatementKind.Mixed => "mixed",
        _ => "indirect",
    };

    /// <summary>The name of a sort of actor.</summary>
    public static string? Of(SpeakerType type) => type switch
    {
        SpeakerType.Person => "person",
        SpeakerType.Organization => "organization",
        SpeakerType.State => "state",
        SpeakerType.Group => "group",
        _ => null,
    };

    /// <summary>The name of a way in which a speaker was found.</summary>
    public static string? Of(SpeakerResolution resolution) => resolution switch
    {
        SpeakerResolution.Name => "name",
        SpeakerResolution.Apposition => "apposition",
        SpeakerResolution.Pronoun => "pronoun",
        SpeakerResolution.Description => "description",
        SpeakerResolution.Metonym => "metonym",
        SpeakerResolution.Publication => "publication",
        _ => null,
    };

    /// <summary>The name of a sort of name.</summary>
    public static string Of(EntityType type) => type switch
    {
        EntityType.Person => "person",
        EntityType.Organization => "organization",
        EntityType.Place => "place",
        EntityType.Group => "group",
        _ => "other",
    };

    /// <summary>The name of a sort of decision.</summary>
    public static string Of(ActorDecisionKind kind) => kind == ActorDecisionKind.Merge ? "merge" : "split";

    /// <summary>The name of what a time was taken from.</summary>
    public static string Of(TimeBasis basis) => basis == TimeBasis.Text ? "text" : "published";

    /// <summary>The name of a sort of time, as TIMEX3 writes it.</summary>
    public static string Of(TimeType type) => type switch
    {
        TimeType.Time => "TIME",
        TimeType.Duration => "DURATION",
        TimeType.Set => "SET",
        _ => "DATE",
    };
}
