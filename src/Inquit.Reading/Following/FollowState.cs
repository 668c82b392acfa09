using System.Collections.Immutable;
using Inquit.Reading.Feeds;

namespace Inquit.Reading.Following;

/// <summary>What is remembered of the feeds that are followed.</summary>
public sealed record FollowState
{
    /// <summary>Nothing yet.</summary>
    public static FollowState Empty { get; } = new();

    /// <summary>The feeds, by the addresses that they were given by.</summary>
    public ImmutableSortedDictionary<string, FollowedFeed> Feeds { get; init; } = ImmutableSortedDictionary.Create<string, FollowedFeed>(StringComparer.Ordinal);

    /// <summary>What is remembered of a feed: nothing where it is new.</summary>
    public FollowedFeed Of(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Feeds.TryGetValue(address.AbsoluteUri, out var feed) ? feed : new FollowedFeed(new FeedPollState(address));
    }

    /// <summary>The state with what is remembered of a feed now.</summary>
    public FollowState With(Uri address, FollowedFeed feed)
    {
        ArgumentNullException.ThrowIfNull(address);
        return this with { Feeds = Feeds.SetItem(address.AbsoluteUri, feed) };
    }
}

/// <summary>What is remembered of a feed that is followed.</summary>
/// <param name="Poll">How and when it is asked again.</param>
public sealed record FollowedFeed(FeedPollState Poll)
{
    /// <summary>The entries that were taken, as keys made from their ids, in the order in which they were.</summary>
    public ImmutableList<string> Seen { get; init; } = [];

    /// <summary>How often entries were tried whose pages could not be had.</summary>
    public ImmutableSortedDictionary<string, int> Tries { get; init; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);
}

/// <summary>A step in following a feed.</summary>
/// <param name="State">What is to be remembered once the result was taken.</param>
/// <param name="Result">An article, or what was wrong; null for neither.</param>
public sealed record FollowStep(FollowedFeed State, ReadResult? Result);
