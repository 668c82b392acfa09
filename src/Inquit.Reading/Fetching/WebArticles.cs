using Inquit.Reading.Feeds;

namespace Inquit.Reading.Fetching;

/// <summary>The articles at addresses of the web: of a page, of the entries of a feed, of whatever else can be read from a file.</summary>
internal sealed class WebArticles(WebFetcher fetcher, KindReader reader)
{
    /// <summary>The articles at an address, and what could not be read.</summary>
    public IEnumerable<ReadResult> Read(string written)
    {
        if (!Uri.TryCreate(written, UriKind.Absolute, out var address) || address.Host.Length == 0)
        {
            return [ReadResult.Failed(written, "This is no address. One looks like https://example.org/news/1.html.")];
        }

        var found = fetcher.FetchAsync(address).GetAwaiter().GetResult();
        var (input, kind, problem) = Opened(written, found);
        return kind switch
        {
            null => [ReadResult.Failed(written, problem!)],
            InputKind.Feed => ReadFeed(input!),
            _ => reader.Read(input!, kind.Value),
        };
    }

    /// <summary>The article of a feed's entry: its text in the feed if that is all of it, else its page; what was wrong where there is none, and
    /// whether it may be otherwise another time.</summary>
    public async Task<(ReadResult Result, bool MayTryAgain)> ReadEntryAsync(Feed feed, int index, Readable from, CancellationToken cancellation)
    {
        var entry = feed.Entries[index];
        if (EntryArticle.IsWhole(entry) || !Uri.TryCreate(entry.Link, UriKind.Absolute, out var link))
        {
            return (EntryArticle.Read(feed, index, from, reader.Options), false);
        }

        var source = EntryArticle.Source(from.Source, entry, index);
        var found = await fetcher.FetchAsync(link, cancellation).ConfigureAwait(false);
        var (input, kind, problem) = Opened(source, found);
        if (kind is null)
        {
            return (ReadResult.Failed(source, problem!), found.Problem is not null);
        }

        if (kind is not (InputKind.Page or InputKind.Text))
        {
            return (ReadResult.Failed(source, "Its address does not lead to a page."), false);
        }

        var result = reader.Read(input! with { Document = EntryArticle.Document(from.Document, entry, index) }, kind.Value).Single();
        return (result.Article is null ? result : result with { Article = EntryArticle.Describe(result.Article, feed, entry, reader.Options) }, false);
    }

    private IEnumerable<ReadResult> ReadFeed(Readable input)
    {
        var (source, feed, problem) = reader.OpenFeed(input);
        for (var index = 0; index < feed?.Entries.Length; index++)
        {
            yield return ReadEntryAsync(feed, index, input, CancellationToken.None).GetAwaiter().GetResult().Result;
        }

        if (problem is not null || feed is { Entries.IsEmpty: true })
        {
            yield return ReadResult.Failed(source, problem ?? "The feed has no entry. There is nothing to read.");
        }
    }

    private static (Readable? Input, InputKind? Kind, string? Problem) Opened(string source, FetchResult found)
    {
        if (found.Problem is not null)
        {
            return (null, null, found.Problem);
        }

        if (found.Bytes.IsEmpty)
        {
            return (null, null, "The server sent nothing.");
        }

        var type = ContentType.Parse(found.ContentType);
        var name = InputName.Parse(found.Address.AbsolutePath);
        var isPacked = InputFile.IsGzip(found.Bytes.Span);
        var input = Readable.Of(source, source, found.Bytes) with { Address = found.Address, Charset = type.Charset };
        if (isPacked)
        {
            // A file that is packed itself is told by its name; an archive unpacks itself.
            return name.Kind is InputKind.Unknown ? (null, null, "It is packed (gzip), and its name does not say what is in it. Save it and name it by its kind.")
                : (name.Kind == InputKind.Archive ? input : input with { Open = () => InputStream.Unpacked(input.Open()) }, name.Kind, null);
        }

        var kind = ContentKind.Of(type, found.Bytes.Span);
        return kind is null ? (null, null, $"It is {(type.IsUnknown ? "of no kind that the server names" : type.Name)}, which holds no article.") : (input, kind, null);
    }
}
