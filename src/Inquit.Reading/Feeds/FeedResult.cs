namespace Inquit.Reading.Feeds;

/// <summary>A feed, or what was wrong; both for a feed of which a part could be read.</summary>
/// <param name="Source">What was read: a path, or an address.</param>
/// <param name="Feed">The feed; null where nothing of one could be read.</param>
/// <param name="Problem">What was wrong and what to do about it; null where all was read.</param>
public sealed record FeedResult(string Source, Feed? Feed, string? Problem)
{
    /// <summary>A feed that could not be read.</summary>
    public static FeedResult Failed(string source, string problem) => new(source, null, problem);
}
