using System.Globalization;
using System.Text.RegularExpressions;

namespace Inquit.Reading.Feeds;

/// <summary>
/// Times as feeds write them: ISO 8601 in all its precisions (RFC 3339, W3CDTF), RFC 822 with zones by name or number, and what is
/// near to these: the month first, dashes, two digits of the year, am and pm. A time without a zone is taken for UTC, a day for
/// its first moment. Days in figures whose order is not known (<c>1/2/2004</c>) are not guessed at.
/// </summary>
internal static class FeedDate
{
    private const int Longest = 80;
    private const int MinutesAnHour = 60;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly Regex Iso = new(
        @"^(?<year>\d{4})(?:[-/.](?<month>\d{1,2})(?:[-/.](?<day>\d{1,2}))?|(?<month>\d{2})(?<day>\d{2})?|-?(?<ordinal>\d{3})|-?W(?<week>\d{2})(?:-?(?<weekday>\d))?)?"
        + @"(?:(?:\s*T\s*|\s+|_)(?<rest>\d.*))?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Clock = new(
        @"^(?<hour>\d{1,2})(?::?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,:](?<fraction>\d+))?)?)?\s*(?<half>[ap]\.?m\.?)?\s*(?<zone>[-+a-z].*)?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex NumericZone = new(
        @"^(?:(?:gmt|utc|ut|z)\s*)?(?<sign>[-+])\s*(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?(?:\s*\(.*\))?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Hours east of Greenwich. RFC 822's own, and those that feeds add. Others are taken for UTC, as RFC 2822 says.</summary>
    private static readonly Dictionary<string, double> Zones = new (double Hours, string Names)[]
    {
        (-10, "hst"), (-9, "akst"), (-8, "pst pt akdt"), (-7, "mst mt pdt"), (-6, "cst ct mdt"), (-5, "est et cdt"), (-4, "edt ast"), (-3.5, "nst"),
        (-3, "adt art brt"), (-2.5, "ndt"), (1, "bst cet met mez west"), (2, "cest eet mest mesz sast"), (3, "eest msk trt"), (5, "pkt"), (5.5, "ist"),
        (7, "ict wib"), (8, "awst hkt sgt"), (9, "jst kst"), (9.5, "acst"), (10, "aest"), (10.5, "acdt"), (11, "aedt"), (12, "nzst"), (13, "nzdt"),
    }.SelectMany(zone => zone.Names.Split(' '), (zone, name) => (name, zone.Hours)).ToDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The time in UTC; null for what is none.</summary>
    public static DateTimeOffset? Parse(string? written)
    {
        written = written?.Trim();
        if (string.IsNullOrEmpty(written) || written.Length > Longest)
        {
            return null;
        }

        var (day, clock) = IsoDay(written) ?? NamedDay(written);
        return day is { } date && TimeOfDay(clock) is var (time, offset) && time is not null
            ? Utc(date, time.Value, offset)
            : null;
    }

    private static DateTimeOffset? Utc(DateOnly day, TimeSpan time, TimeSpan offset)
    {
        var ticks = day.ToDateTime(TimeOnly.MinValue).Ticks + time.Ticks - offset.Ticks;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }

    private static (DateOnly? Day, string Clock)? IsoDay(string written)
    {
        var match = Iso.Match(written);
        if (!match.Success)
        {
            return null;
        }

        var year = Number(match.Groups["year"]);
        var day = match.Groups["ordinal"].Success ? Ordinal(year, Number(match.Groups["ordinal"]))
            : match.Groups["week"].Success ? Week(year, Number(match.Groups["week"]), Number(match.Groups["weekday"], 1))
            : Day(year, Number(match.Groups["month"], 1), Number(match.Groups["day"], 1));
        return (day, match.Groups["rest"].Value);
    }

    /// <summary>A day whose month has its name: its words may stand in any order, the clock and the zone come where they come.</summary>
    private static (DateOnly? Day, string Clock) NamedDay(string written)
    {
        int? day = null, month = null, year = null;
        var clock = new List<string>();
        foreach (var word in Words(written))
        {
            if (month is null && Array.FindIndex(Months, name => word.StartsWith(name, StringComparison.OrdinalIgnoreCase)) is var index and >= 0)
            {
                month = index + 1;
            }
            else if (word.All(char.IsAsciiDigit) && word.Length <= 4 && (day is null || year is null))
            {
                var number = int.Parse(word, CultureInfo.InvariantCulture);
                if (day is null && word.Length <= 2)
                {
                    day = number;
                }
                else if (year is null)
                {
                    year = word.Length <= 2 ? number + (number < 70 ? 2000 : 1900) : number;
                }
            }
            else if (char.IsAsciiDigit(word[0]) || clock.Count > 0)
            {
                clock.Add(word);
            }
        }

        return day is null || month is null || year is null ? (null, string.Empty) : (Day(year.Value, month.Value, day.Value), string.Join(' ', clock));
    }

    private static IEnumerable<string> Words(string written) =>
        from word in written.Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        from part in char.IsAsciiDigit(word[0]) && word.Any(char.IsAsciiLetter) && !word.Contains(':', StringComparison.Ordinal) ? word.Split('-', '/', '.') : [word]
        where part.Length > 0
        select EndsAsOrdinal(part) ? part[..^2] : part;

    private static bool EndsAsOrdinal(string word) =>
        word.Length is 3 or 4 && char.IsAsciiDigit(word[^3]) && word[^2..].ToLowerInvariant() is "st" or "nd" or "rd" or "th";

    private static (TimeSpan? Time, TimeSpan Offset) TimeOfDay(string written)
    {
        if (written.Length == 0)
        {
            return (TimeSpan.Zero, TimeSpan.Zero);
        }

        var match = Clock.Match(written);
        var hour = Number(match.Groups["hour"]);
        var minute = Number(match.Groups["minute"]);
        var second = Number(match.Groups["second"]);
        if (!match.Success || hour > 24 || minute > 59 || second > 60)
        {
            return (null, TimeSpan.Zero);
        }

        hour = match.Groups["half"].Value is not [var half, ..] ? hour : half is 'p' or 'P' ? (hour % 12) + 12 : hour % 12;
        var fraction = match.Groups["fraction"].Value is { Length: > 0 } digits ? double.Parse("0." + digits, CultureInfo.InvariantCulture) : 0;
        return (new TimeSpan(hour, minute, second) + TimeSpan.FromSeconds(fraction), Zone(match.Groups["zone"].Value.Trim()));
    }

    private static TimeSpan Zone(string written)
    {
        if (NumericZone.Match(written) is { Success: true } numeric)
        {
            var minutes = (Number(numeric.Groups["hours"]) * MinutesAnHour) + Number(numeric.Groups["minutes"]);
            return TimeSpan.FromMinutes(numeric.Groups["sign"].Value == "-" ? -minutes : minutes);
        }

        var name = written.Split(' ')[0].Trim('(', ')', '.');
        return Zones.TryGetValue(name, out var hours) ? TimeSpan.FromHours(hours) : TimeSpan.Zero;
    }

    private static int Number(Group group, int otherwise = 0) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : otherwise;

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static DateOnly? Ordinal(int year, int day) =>
        year is >= 1 and <= 9999 && day >= 1 && day <= (DateTime.IsLeapYear(year) ? 366 : 365) ? new DateOnly(year, 1, 1).AddDays(day - 1) : null;

    private static DateOnly? Week(int year, int week, int weekday) =>
        year is >= 1 and < 9999 && week is >= 1 and <= 53 && weekday is >= 1 and <= 7
            ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, (DayOfWeek)(weekday % 7)))
            : null;
}
