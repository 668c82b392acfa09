namespace Inquit.Reading;

/// <summary>An article, or why there is none.</summary>
/// <param name="Source">What was read: a path, an address, a record's id.</param>
/// <param name="Article">The article; null where it could not be read.</param>
/// <param name="Problem">What was wrong and what to do about it; null where the article was read.</param>
public sealed record ReadResult(string Source, Article? Article, string? Problem);
