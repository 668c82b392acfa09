using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Inquit.Reading.Feeds;
using Inquit.Reading.Fetching;

namespace Inquit.Reading.Following;

/// <summary>
/// Follows feeds: asks for each when it is due and gives the articles of the entries that are new. It keeps nothing itself. Each step tells
/// what is to be remembered once its article was taken, so that whoever takes them decides when one counts as taken, and a
/// process that is ended at any moment loses none.
/// </summary>
public sealed class FeedFollower
{
    /// <summary>Times that an entry is tried whose page cannot be had.</summary>
    private const int MostTries = 3;

    /// <summary>Entries that are remembered although the feed lists them no more: some feeds list an old one again.</summary>
    private const int MostOld = 500;

    private readonly FeedPoll poll;
    private readonly WebArticles articles;
    private readonly bool takesChanges;

    /// <summary>Creates a follower.</summary>
    /// <param name="fetcher">Who asks the servers.</param>
    /// <param name="clock">The time.</param>
    /// <param name="manners">How often feeds are asked; null for the usual.</param>
    /// <param name="limits">The limits of reading; null for those of feeds that are followed: 15 MiB and 5,000 entries.</param>
    /// <param name="takesChanges">Whether an entry that says something else than before is new again. What is remembered with it and without it does not mix.</param>
    public FeedFollower(WebFetcher fetcher, TimeProvider clock, FeedPollOptions? manners = null, ReadingOptions? limits = null, bool takesChanges = false)
    {
        ArgumentNullException.ThrowIfNull(fetcher);
        limits ??= new ReadingOptions { MaxFeedBytes = 15 << 20, MaxFeedEntries = 5_000 };
        poll = new FeedPoll(fetcher.Client, clock, manners, limits);
        articles = new WebArticles(fetcher, new KindReader(limits));
        this.takesChanges = takesChanges;
    }

    /// <summary>Asks for a feed if it is due: a step for each entry that is new, in the feed's order, and one for the feed at the end.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async IAsyncEnumerable<FollowStep> AskAsync(FollowedFeed followed, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(followed);
        var (next, outcome, feed, problem) = await poll.AskAsync(followed.Poll, cancellation).ConfigureAwait(false);
        if (outcome == FeedPollOutcome.NotDue)
        {
            yield break;
        }

        var isAllTaken = true;
        if (feed is not null)
        {
            var source = followed.Poll.Address.AbsoluteUri;
            var input = Readable.Of(source, source, default) with { Address = next.FoundAt ?? next.Address };
            var seen = followed.Seen.ToHashSet(StringComparer.Ordinal);
            var listed = new HashSet<string>(StringComparer.Ordinal);
            for (var index = 0; index < feed.Entries.Length; index++)
            {
                var key = Key(feed.Entries[index]);
                listed.Add(key);
                if (!seen.Add(key))
                {
                    continue;
                }

                var (result, mayTryAgain) = await articles.ReadEntryAsync(feed, index, input, cancellation).ConfigureAwait(false);
                var tries = followed.Tries.GetValueOrDefault(key) + 1;
                var isTaken = !mayTryAgain || tries >= MostTries;
                isAllTaken &= isTaken;
                followed = isTaken
                    ? followed with { Seen = followed.Seen.Add(key), Tries = followed.Tries.Remove(key) }
                    : followed with { Tries = followed.Tries.SetItem(key, tries) };
                yield return new FollowStep(followed, result);
            }

            followed = Forget(followed, listed);
        }

        // Without the marks of this version the server gives it again, and what could not be had is tried again.
        next = isAllTaken ? next : next with { ETag = null, LastModified = null };
        yield return new FollowStep(followed with { Poll = next }, problem is null ? null : ReadResult.Failed(followed.Poll.Address.AbsoluteUri, problem));
    }

    private static FollowedFeed Forget(FollowedFeed followed, HashSet<string> listed)
    {
        var old = followed.Seen.Where(key => !listed.Contains(key)).ToArray();
        var kept = old.TakeLast(MostOld).ToHashSet(StringComparer.Ordinal);
        return followed with
        {
            Seen = old.Length <= MostOld ? followed.Seen : followed.Seen.RemoveAll(key => !listed.Contains(key) && !kept.Contains(key)),
            Tries = followed.Tries.RemoveRange(followed.Tries.Keys.Where(key => !listed.Contains(key))),
        };
    }

    /// <summary>A short name for an entry: by its id, else its address, else what it says; where changes are taken, by what it says as well.</summary>
    private string Key(FeedEntry entry)
    {
        var words = $"{entry.Title}\n{entry.Summary}\n{entry.Content}";
        var name = entry.Id ?? entry.Link ?? words;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(takesChanges ? $"{name}\n{entry.Updated:O}\n{words}" : name)).AsSpan(0, 16));
    }
}
