namespace Inquit.Reading;

/// <summary>An article, or why there is none.</summary>
/// <param name="Source">What was read: a path, or a path and a line or record in it.</param>
/// <param name="Article">The article; null where it could not be read.</param>
/// <param name="Problem">What was wrong and what to do about it; null where the article was read.</param>
public sealed record ReadResult(string Source, Article? Article, string? Problem)
{
    /// <summary>What told a page's day of publication: <c>json-ld</c>, <c>meta NAME</c>, <c>microdata</c>, <c>url</c>, <c>time element</c>, <c>text</c> or
    /// <c>json-ld page</c>; null where nothing did, and for what is no page.</summary>
    public string? PublishedFrom { get; init; }

    /// <summary>An article that was read.</summary>
    public static ReadResult Of(string source, Article article) => new(source, article, null);

    /// <summary>An article that could not be read.</summary>
    public static ReadResult Failed(string source, string problem) => new(source, null, problem);
}
