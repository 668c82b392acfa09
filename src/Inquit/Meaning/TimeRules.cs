using static Inquit.Meaning.TimeClass;

namespace Inquit.Meaning;

/// <summary>A rule as it is written.</summary>
/// <param name="Yields">What it makes of the words.</param>
/// <param name="Pattern">Where it fits; see <see cref="TimePattern"/>.</param>
/// <param name="Build">What it means there; null where it does not hold after all.</param>
internal readonly record struct WrittenRule(TimeClass Yields, string Pattern, Func<TimeMatch, TimeContext, TimeValue?> Build);

/// <summary>
/// The rules of time expressions, in the order in which they build on each other. What a rule means is computed only for the
/// expressions that are chosen.
/// </summary>
internal static partial class TimeRules
{
    /// <summary>Words before a length or a time of the clock that say it is not exact; TIMEX3 takes them into the expression.</summary>
    private const string About = "(about | around | nearly | almost | roughly | approximately | more than | less than | at least | at most | up to)";

    /// <summary>Words before a place on the calendar that say which part of it, and leave its value alone.</summary>
    private const string PartOf = "(early | late | mid | earlier | later | sometime)";

    private const string Counted = "(Number | Few)";
    private const string More = "(more | additional | full | consecutive | straight | whole | extra | other)";
    private const string Unit = "(UnitOne | UnitMany)";

    /// <summary>All rules.</summary>
    public static IEnumerable<WrittenRule> All => [.. Days, .. Periods, .. Distances, .. Parts, .. Clocks, .. Lengths, .. Repeats, .. References];

    /// <summary>The length that a match speaks of: a number of units, one where there is no number, or it is not said how many.</summary>
    private static TimeLength LengthOf(TimeMatch match) => new(
        match.Has(Few) ? TimeLength.Unsaid : match.Find(Number) ?? (match.Has(UnitMany) ? TimeLength.Unsaid : 2),
        UnitOf(match));

    /// <summary>"last", "this", "next" as -1, 0, 1: the last such word counts ("this past Friday"); 0 without one.</summary>
    private static long WhichOf(TimeMatch match) => Array.FindLast(match.Taken, lexeme => lexeme.Symbol == (int)Which).Value;

    private static TimeUnit UnitOf(TimeMatch match) => (TimeUnit)(match.Find(UnitOne) ?? match[UnitMany]);

    private static TimeValue Lasting(TimeLength length) => new(TimeType.Duration, length.Value, Length: length);
}
