namespace Inquit.Reading.Feeds;

/// <summary>What a feed or an entry says of itself.</summary>
internal enum FeedField
{
    Title,
    Subtitle,
    Summary,
    Content,
    Link,
    Id,
    Author,
    Language,
    Published,
    Updated,
}

/// <summary>
/// The values of a feed or an entry while it is read. Where several elements give the same field, the one that is meant for it
/// most closely counts (the lowest rank), and of equals the first; authors of one rank all count.
/// </summary>
internal sealed class FeedFields
{
    private const int Count = (int)FeedField.Updated + 1;

    /// <summary>Characters of all names from which on no more are added.</summary>
    private const int LongestAuthors = 2000;

    private readonly string?[] values = new string?[Count];
    private readonly byte[] ranks = new byte[Count];

    /// <summary>The value of a field; null where none was given.</summary>
    public string? this[FeedField field] => values[(int)field];

    /// <summary>Takes a value for a field if it is a better one than was there; one that is null, empty or no time where one belongs is none.</summary>
    public void Take(FeedField field, byte rank, string? value)
    {
        if (string.IsNullOrEmpty(value) || (field is FeedField.Published or FeedField.Updated && FeedDate.Parse(value) is null))
        {
            return;
        }

        ref var held = ref values[(int)field];
        ref var heldRank = ref ranks[(int)field];
        if (held is null || rank < heldRank)
        {
            held = value;
            heldRank = rank;
        }
        else if (field == FeedField.Author && rank == heldRank && held.Length < LongestAuthors && !held.Split("; ").Contains(value))
        {
            held = $"{held}; {value}";
        }
    }

    /// <summary>The entry.</summary>
    public FeedEntry ToEntry()
    {
        var content = Text(FeedField.Content);
        return new FeedEntry
        {
            Id = this[FeedField.Id],
            Title = Text(FeedField.Title),
            Link = this[FeedField.Link],
            Author = this[FeedField.Author],
            Language = this[FeedField.Language],
            Published = Time(FeedField.Published),
            Updated = Time(FeedField.Updated),
            Summary = Text(FeedField.Summary) ?? content,
            Content = content,
        };
    }

    /// <summary>The feed, without its entries.</summary>
    public Feed ToFeed()
    {
        var subtitle = Text(FeedField.Subtitle);
        return new Feed
        {
            Title = Text(FeedField.Title),
            Subtitle = subtitle ?? Text(FeedField.Summary),
            Summary = Text(FeedField.Summary) ?? subtitle,
            Link = this[FeedField.Link],
            Id = this[FeedField.Id],
            Author = this[FeedField.Author],
            Language = this[FeedField.Language],
            Published = Time(FeedField.Published),
            Updated = Time(FeedField.Updated),
        };
    }

    private FeedText? Text(FeedField field) => this[field] is { } html ? new FeedText(html) : null;

    private DateTimeOffset? Time(FeedField field) => FeedDate.Parse(this[field]);
}
