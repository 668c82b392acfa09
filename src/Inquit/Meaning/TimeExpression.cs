using Inquit.Text;

namespace Inquit.Meaning;

/// <summary>What sort of time an expression speaks of: the types of TimeML's TIMEX3.</summary>
public enum TimeType
{
    /// <summary>A day or longer, on the calendar: "Nov. 3", "last year", "the third quarter"; also "now" and "recently".</summary>
    Date,

    /// <summary>A time of a day: "5 p.m.", "Tuesday morning".</summary>
    Time,

    /// <summary>How long something lasts: "two years".</summary>
    Duration,

    /// <summary>A time that comes again: "every week".</summary>
    Set,
}

/// <summary>
/// Words that speak of a time, with what they mean on the calendar, as TimeML annotates them
/// (TIMEX3; Pustejovsky et al. 2003, ISO 24617-1).
/// </summary>
/// <param name="Span">The words, in UTF-16 units of the article's text.</param>
/// <param name="Type">What sort of time.</param>
/// <param name="Value">
/// TIMEX3's value, after ISO 8601: a day (<c>1998-11-03</c>), week (<c>1998-W45</c>), month (<c>1998-11</c>), quarter
/// (<c>1998-Q3</c>), half (<c>1998-H1</c>), season (<c>1998-FA</c>), year (<c>1998</c>), decade (<c>199</c>), time of a day
/// (<c>1998-11-03TMO</c>, <c>1998-11-03T17:00</c>), length (<c>P2Y</c>, <c>PT5M</c>), or <c>PAST_REF</c>, <c>PRESENT_REF</c>,
/// <c>FUTURE_REF</c>; an X stands for a figure that is not said (<c>PXY</c>, <c>XXXX-WXX-5</c>). Null where the day that it
/// depends on is not known or lies outside the years 1 to 9999.
/// </param>
public sealed record TimeExpression(TextSpan Span, TimeType Type, string? Value);
