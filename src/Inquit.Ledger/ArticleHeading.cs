namespace Inquit.Ledger;

/// <summary>An article without its text.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Document">What the user calls it.</param>
/// <param name="Title">The headline.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Url">Where it was published.</param>
/// <param name="Published">The day of publication.</param>
/// <param name="Language">Its language.</param>
/// <param name="Added">When it was added.</param>
/// <param name="Statements">How many statements it has.</param>
/// <param name="SupersededBy">The id of the version that took its place; null for one that holds.</param>
public sealed record ArticleHeading(
    string Id, string? Document, string? Title, string? Outlet, string? Url, DateOnly? Published, string? Language, DateTimeOffset Added, int Statements, string? SupersededBy);
