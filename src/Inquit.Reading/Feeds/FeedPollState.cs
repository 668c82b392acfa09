namespace Inquit.Reading.Feeds;

/// <summary>What is remembered of a feed between two polls.</summary>
/// <param name="Address">Its address; a new one once it has moved for good.</param>
public sealed record FeedPollState(Uri Address)
{
    /// <summary>The mark that the server gave this version (ETag), as it was sent; null for none.</summary>
    public string? ETag { get; init; }

    /// <summary>When the server says this version was made (Last-Modified), as it was sent; null for none.</summary>
    public string? LastModified { get; init; }

    /// <summary>Where this version was found, after redirects; the marks are sent only there.</summary>
    public Uri? FoundAt { get; init; }

    /// <summary>When it is to be asked again; null for now, and for a feed that is gone.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>How many polls in a row have failed.</summary>
    public int Failures { get; init; }

    /// <summary>Whether the server said that it is gone for good. It is not asked again.</summary>
    public bool IsGone { get; init; }
}

/// <summary>What became of a poll.</summary>
public enum FeedPollOutcome
{
    /// <summary>There was something new: the feed was read, or as much of it as there was.</summary>
    Read,

    /// <summary>The feed is as it was.</summary>
    Unchanged,

    /// <summary>It was not asked, since it is not due.</summary>
    NotDue,

    /// <summary>The feed is gone for good.</summary>
    Gone,

    /// <summary>It could not be had or read this time.</summary>
    Failed,
}

/// <summary>A poll's end.</summary>
/// <param name="State">What is to be remembered for the next one.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Feed">The feed; null where nothing new was read.</param>
/// <param name="Problem">What was wrong and what will be done; null where nothing was.</param>
public sealed record FeedPollResult(FeedPollState State, FeedPollOutcome Outcome, Feed? Feed = null, string? Problem = null);

/// <summary>How often and how patiently feeds are polled.</summary>
public sealed record FeedPollOptions
{
    /// <summary>The usual manners.</summary>
    public static FeedPollOptions Default { get; } = new();

    /// <summary>The least time between two polls; a server that names a longer one (<c>Cache-Control: max-age</c>) is given it.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The longest time between two polls, however often it failed or whatever max-age says.</summary>
    public TimeSpan LongestInterval { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The longest time that a server may ask to be left alone (<c>Retry-After</c>).</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The longest time that a poll may take, all redirects and the whole body included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The most redirects that are followed in a poll.</summary>
    public int MostRedirects { get; init; } = 5;
}
