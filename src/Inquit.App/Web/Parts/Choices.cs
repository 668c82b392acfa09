using Inquit.App.Api;
using Inquit.App.Formats;
using Inquit.Ledger;

namespace Inquit.App.Web.Parts;

/// <summary>A value that can be chosen.</summary>
/// <param name="Name">The value.</param>
/// <param name="Statements">How many statements are of it.</param>
/// <param name="Address">Where only these are shown.</param>
public sealed record Choice(string Name, int Statements, string Address);

/// <summary>Values of one sort.</summary>
/// <param name="Title">The sort.</param>
/// <param name="Values">The values.</param>
public sealed record ChoiceGroup(string Title, IReadOnlyList<Choice> Values);

/// <summary>What can be chosen from what a search finds. What is chosen already is no choice.</summary>
internal static class Choices
{
    /// <summary>The choices, group by group.</summary>
    public static IReadOnlyList<ChoiceGroup> Of(StatementFacets counts, StatementQuery query)
    {
        var first = query with { After = null };
        var isOneMonth = query is { Since: not null, Until: not null } && counts.Months.Count < 2;
        ChoiceGroup[] all =
        [
            Group("Speaker", query.Actor is null, counts.Speakers.Select(one => Choice(one.Name, one.Statements, first with { Actor = ActorId.Of(one.Actor) }))),
            Group("Outlet", query.Outlet is null, counts.Outlets.Select(one => Choice(one.Value, one.Statements, first with { Outlet = one.Value }))),
            Group("Country", query.Country is null, counts.Countries.Select(one => Choice(one.Value, one.Statements, first with { Country = one.Value }))),
            Group("Kind", query.Kind is null, counts.Kinds.Select(one => Choice(JsonNames.Of(one.Kind), one.Statements, first with { Kind = JsonNames.Of(one.Kind) }))),
            Group("Month", !isOneMonth, counts.Months.Select(one => Choice(one.Value, one.Statements, first with { Since = one.Value, Until = one.Value }))),
        ];
        return [.. all.Where(group => group.Values.Count > 0)];

        static ChoiceGroup Group(string title, bool isOpen, IEnumerable<Choice> values) => new(title, isOpen ? [.. values] : []);

        static Choice Choice(string name, int statements, StatementQuery chosen) => new(name, statements, SearchAddress.Of(chosen));
    }
}
