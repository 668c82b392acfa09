using System.Globalization;

namespace Inquit.Meaning;

/// <summary>A length of time: so many of a unit.</summary>
/// <param name="Halves">How many, in halves; <see cref="Unsaid"/> where the text does not say ("years", "a few days").</param>
/// <param name="Unit">Of what.</param>
internal readonly record struct TimeLength(long Halves, TimeUnit Unit)
{
    /// <summary>How many is not said.</summary>
    public const int Unsaid = -1;

    /// <summary>Whole units; null where the text does not say.</summary>
    public long? Count => Halves == Unsaid ? null : Halves / 2;

    /// <summary>TIMEX3's value ("P2Y", "PT90M", "PXD").</summary>
    public string Value => Unit switch
    {
        TimeUnit.Second => "PT" + Number(Halves) + "S",
        TimeUnit.Minute => "PT" + (HasHalf ? HalfOf("M", "30S") : Number(Halves) + "M"),
        TimeUnit.Hour => "PT" + (HasHalf ? HalfOf("H", "30M") : Number(Halves) + "H"),
        TimeUnit.Day => "P" + Number(Halves) + "D",
        TimeUnit.Weekend => Halves == Unsaid ? "PXWE" : "P" + Number(Halves) + "WE",
        TimeUnit.Week => "P" + Number(Halves) + "W",
        TimeUnit.Fortnight => "P" + Number(Times(2)) + "W",
        TimeUnit.Month => "P" + Number(Halves) + "M",
        TimeUnit.Quarter => "P" + Number(Halves) + "Q",
        TimeUnit.Year => "P" + (HasHalf ? HalfOf("Y", "6M") : Number(Halves) + "Y"),
        TimeUnit.Decade => Halves == Unsaid ? "PXDE" : "P" + Number(Times(10)) + "Y",
        TimeUnit.Century => Halves == Unsaid ? "PXCE" : "P" + Number(Times(100)) + "Y",
        TimeUnit.Millennium => Halves == Unsaid ? "PXML" : "P" + Number(Times(1000)) + "Y",
        _ => "P" + Number(Times(6)) + "M",
    };

    private bool HasHalf => Halves > 0 && Halves % 2 == 1;

    /// <summary>The whole units and half a unit ("2Y6M"); half a unit alone where there is none ("6M").</summary>
    private string HalfOf(string unit, string half) => (Halves == 1 ? string.Empty : (Halves / 2).ToString(CultureInfo.InvariantCulture) + unit) + half;

    private long Times(int factor) => Halves == Unsaid ? Unsaid : Halves * factor;

    private static string Number(long halves) =>
        halves == Unsaid ? "X" : (halves / 2).ToString(CultureInfo.InvariantCulture) + (halves % 2 == 1 ? ".5" : string.Empty);
}
