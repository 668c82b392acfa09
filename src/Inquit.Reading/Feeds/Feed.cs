using System.Collections.Immutable;

namespace Inquit.Reading.Feeds;

/// <summary>A feed of news as it was published: RSS, Atom, CDF or JSON Feed. What it does not say is null.</summary>
public sealed record Feed
{
    /// <summary>What it is called.</summary>
    public FeedText? Title { get; init; }

    /// <summary>What it says of itself in a line: the subtitle of Atom, the description of RSS and JSON Feed.</summary>
    public FeedText? Subtitle { get; init; }

    /// <summary>What it says of itself at length; the subtitle where it says no more.</summary>
    public FeedText? Summary { get; init; }

    /// <summary>The address of the page that it belongs to.</summary>
    public string? Link { get; init; }

    /// <summary>Its identity, as it was written.</summary>
    public string? Id { get; init; }

    /// <summary>Who makes it; several names have semicolons between.</summary>
    public string? Author { get; init; }

    /// <summary>Its language, a tag as <c>en-GB</c>.</summary>
    public string? Language { get; init; }

    /// <summary>When it was published, in UTC.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was last changed, in UTC.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Its entries, in its order.</summary>
    public ImmutableArray<FeedEntry> Entries { get; init; } = [];
}

/// <summary>An entry of a feed. What the feed does not say of it is null.</summary>
public sealed record FeedEntry
{
    /// <summary>Its identity, as it was written: Atom's id, RSS's guid, the name of an RDF resource.</summary>
    public string? Id { get; init; }

    /// <summary>What it is called.</summary>
    public FeedText? Title { get; init; }

    /// <summary>The address of its page.</summary>
    public string? Link { get; init; }

    /// <summary>Who wrote it; several names have semicolons between. In Atom the feed's author, where the entry names none.</summary>
    public string? Author { get; init; }

    /// <summary>Its language where the entry says so itself.</summary>
    public string? Language { get; init; }

    /// <summary>When it was published, in UTC.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was last changed, in UTC.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>What it is about; its content where the feed gives no summary.</summary>
    public FeedText? Summary { get; init; }

    /// <summary>Its text.</summary>
    public FeedText? Content { get; init; }
}
