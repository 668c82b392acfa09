namespace Inquit.Reading.Pages;

/// <summary>A page of news as an article, with what its date was taken from.</summary>
/// <param name="Article">The article: its text in paragraphs with an empty line between them, and all that the page says of it.</param>
/// <param name="PublishedFrom">What told the day of publication, as <see cref="ReadResult.PublishedFrom"/> has it; null where nothing did.</param>
internal sealed record NewsPage(Article Article, string? PublishedFrom);
