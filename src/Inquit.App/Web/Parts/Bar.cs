namespace Inquit.App.Web.Parts;

/// <summary>A bar of a chart.</summary>
/// <param name="Name">What it stands for: <c>May 2024</c>.</param>
/// <param name="Label">The same where the axis says the rest: <c>May</c>; empty where others tell.</param>
/// <param name="Count">How much.</param>
/// <param name="Address">Where there is more of it; null for nowhere.</param>
/// <param name="IsChosen">Whether it is the one that the page shows.</param>
public sealed record Bar(string Name, string Label, long Count, string? Address = null, bool IsChosen = false);
