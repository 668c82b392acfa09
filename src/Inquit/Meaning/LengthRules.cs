using Inquit.Linguistics;
using static Inquit.Meaning.TimeClass;

namespace Inquit.Meaning;

/// <summary>Lengths, what comes again, and the past, present and future.</summary>
internal static partial class TimeRules
{
    private static IEnumerable<WrittenRule> Lengths =>
    [
        new(NoTime, $"{About}? Number -? {Unit} -? old", (_, _) => TimeValue.Nothing),
        new(NoTime, $"{About}? Number {Unit} of age", (_, _) => TimeValue.Nothing),
        new(Length, $"{About}? {Counted} {More}? {Unit}", (m, _) => Lasting(LengthOf(m))),
        new(Length, $"{About}? {Counted} - {More}? {Unit}", (m, _) => UnitOf(m) == TimeUnit.Quarter && m.Has(UnitMany) ? null : Lasting(LengthOf(m))),
        new(Length, $"{About}? (a | an) -? {More}? UnitOne", (m, c) => UnitOf(m) == TimeUnit.Quarter && c.Form(m.End) is "of" ? TimeValue.Nothing : Lasting(LengthOf(m))),
        new(Length, $"{About}? (a | an | Number) UnitOne and a half", (m, _) => Lasting(LengthOf(m) with { Halves = 3 })),
        new(Length, $"{About}? Number and a half {Unit}", (m, _) => Lasting(LengthOf(m) with { Halves = m[Number] + 1 })),
        new(Length, $"{About}? (half (a | an) UnitOne | a? half - UnitOne)", (m, _) => Lasting(LengthOf(m) with { Halves = 1 })),
        new(Length, $"{About}? (the | these | those | its | their | his | her)? (Which | Ordinal) ({Counted} | one)? {More}? UnitMany", Bounded),
        new(Length, $"{About}? (the | these | those) {Counted} {More}? UnitMany", (m, _) => Lasting(LengthOf(m))),
        new(Length, "UnitMany", (m, _) => Lasting(LengthOf(m))),
        new(Length, "the UnitMany ahead", (m, _) => Lasting(LengthOf(m))),
        new(Length, "(UnitOne | Number -? UnitOne) - long", (m, _) => Lasting(LengthOf(m))),
        new(Length, "UnitMany (and | or) UnitMany", (m, _) => Lasting(LengthOf(m))),
    ];

    private static IEnumerable<WrittenRule> Repeats =>
    [
        new(Often, $"{About}? (every | each) UnitOne", (m, _) => Again(LengthOf(m))),
        new(Often, $"every {Counted} {Unit}", (m, _) => Again(LengthOf(m))),
        new(Often, "every other UnitOne", (m, _) => Again(LengthOf(m) with { Halves = 4 })),
        new(Often, "(every | each) Weekday", (m, _) => EachWeekday(m)),
        new(Often, "(every | each) (Weekday)? DayPart", (m, _) => m.Has(Weekday) ? EachWeekday(m) : new TimeValue(TimeType.Set, "XXXX-XX-XX" + TimeWords.DayPartValues[m[DayPart]])),
        new(Often, "(every | each) MonthName", (m, _) => new TimeValue(TimeType.Set, FormattableString.Invariant($"XXXX-{m[MonthName]:00}"))),
        new(Often, "Weekdays", (m, _) => EachWeekday(m)),
        new(Often, "Weekday DayParts", (m, _) => EachWeekday(m)),
        new(Often, "UnitOften", (m, c) => IsOften(m, c) ? Again(new TimeLength(2, (TimeUnit)m[UnitOften])) : null),
    ];

    private static IEnumerable<WrittenRule> References =>
    [
        new(Vague, "now", (m, c) => c.Upos(m.Start) == UniversalPos.ADV && !(c.Form(m.Start + 1) is "that") ? TimeValue.Present : null),
        new(Vague, "currently", (_, _) => TimeValue.Present),
        new(Vague, "current", (m, c) => TimeValue.Present),
        new(Vague, "recently | lately | recent", (_, _) => TimeValue.Past),
        new(Vague, "(the)? recent UnitMany ((and | or) UnitMany)?", (_, _) => TimeValue.Past),
        new(Vague, "(the)? coming UnitMany", (_, _) => TimeValue.Future),
        new(Vague, "(the)? future UnitMany", (_, _) => TimeValue.Future),
        new(Vague, "the? (near | foreseeable | immediate | distant)? future", (m, c) => c.Upos(m.End - 1) == UniversalPos.NOUN ? TimeValue.Future : null),
        new(Vague, "the (near | short | long) term", (m, c) => StandsAlone(m, c) ? TimeValue.Future : null),
        new(Vague, "the (recent)? past", (m, c) => c.Upos(m.End - 1) == UniversalPos.NOUN ? TimeValue.Past : null),
        new(Vague, "as soon as possible", (_, _) => TimeValue.Future),
    ];

    private static TimeValue Again(TimeLength length) => new(TimeType.Set, length.Value);

    private static TimeValue EachWeekday(TimeMatch match) => new(
        TimeType.Set,
        FormattableString.Invariant($"XXXX-WXX-{match.Find(Weekday) ?? match[Weekdays]}") + ((match.Find(DayPart) ?? match.Find(DayParts)) is { } part ? TimeWords.DayPartValues[part] : string.Empty));

    private static bool IsOften(TimeMatch match, TimeContext context) => (TimeUnit)match[UnitOften] is TimeUnit.Day or TimeUnit.Week or TimeUnit.Hour ? context.Upos(match.Start) != UniversalPos.NOUN : context.Upos(match.Start) == UniversalPos.ADV;

    /// <summary>"the last two years", "the first nine months", "past decades".</summary>
    private static TimeValue? Bounded(TimeMatch match, TimeContext context) =>
        match.Has(Number) || match.Has(Few) ? Lasting(LengthOf(match))
        : match.Find(Which) is { } which ? (which < 0 ? TimeValue.Past : which > 0 ? TimeValue.Future : TimeValue.Present)
        : Lasting(LengthOf(match));
}
