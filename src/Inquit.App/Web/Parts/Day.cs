using System.Globalization;

namespace Inquit.App.Web.Parts;

/// <summary>Days and numbers as pages write them for people.</summary>
internal static class Day
{
    /// <summary>For people: <c>14 May 2024</c>.</summary>
    public static string Long(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A whole number: <c>10,000</c>.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A whole number of things: <c>1 statement</c>, <c>12 statements</c>.</summary>
    public static string Number(long number, string thing) => $"{Number(number)} {thing}{(number == 1 ? "" : "s")}";
}
