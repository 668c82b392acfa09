using Inquit.Reading.Archives;
using Inquit.Reading.Feeds;
using Inquit.Reading.Pages;

namespace Inquit.Reading;

/// <summary>Makes articles of something of a known kind, wherever it comes from.</summary>
internal sealed class KindReader(ReadingOptions options)
{
    /// <summary>The limits.</summary>
    public ReadingOptions Options => options;

    /// <summary>The articles, one after another, and what could not be read.</summary>
    public IEnumerable<ReadResult> Read(Readable input, InputKind kind) => kind switch
    {
        InputKind.Page => [ReadPage(input)],
        InputKind.Json => JsonArticles.ReadDocument(input, options),
        InputKind.JsonLines => JsonArticles.ReadLines(input, options),
        InputKind.Feed => ReadFeed(input),
        InputKind.Archive => new WarcArticles(this).Read(input),
        _ => [ReadText(input)],
    };

    /// <summary>The article of a page.</summary>
    public ReadResult ReadPage(Readable input)
    {
        var (bytes, failure) = ReadBytes(input, options.MaxPageBytes, PageReader.TooLarge(options.MaxPageBytes));
        if (bytes is null)
        {
            return failure!;
        }

        var (page, problem) = PageReader.Read(LabelledText.AsUtf8(bytes, input.Charset), input.Source, options.LatestDay, input.Address);
        return page is null ? ReadResult.Failed(input.Source, problem!)
            : page.Article.Text.Length > options.MaxTextBytes ? ReadResult.Failed(input.Source, InputFile.TooLarge(options.MaxTextBytes))
            : ReadResult.Of(input.Source, page.Article with { Document = input.Document }) with { PublishedFrom = page.PublishedFrom };
    }

    /// <summary>A feed, as much of it as can be read.</summary>
    public FeedResult OpenFeed(Readable input)
    {
        try
        {
            using var stream = input.Open();
            return new FeedReader(Stream.Null, options).Read(stream, input.Source, input.Address, input.Charset);
        }
        catch (Exception failure) when (InputFile.IsExpected(failure))
        {
            return FeedResult.Failed(input.Source, InputFile.Describe(failure));
        }
    }

    private IEnumerable<ReadResult> ReadFeed(Readable input)
    {
        var (source, feed, problem) = OpenFeed(input);
        for (var index = 0; index < feed?.Entries.Length; index++)
        {
            yield return EntryArticle.Read(feed, index, input, options);
        }

        if (feed is { Entries.IsEmpty: true })
        {
            problem ??= "The feed has no entry. There is nothing to read.";
        }

        if (problem is not null)
        {
            yield return ReadResult.Failed(source, problem);
        }
    }

    private ReadResult ReadText(Readable input)
    {
        var (bytes, failure) = ReadBytes(input, options.MaxTextBytes, InputFile.TooLarge(options.MaxTextBytes));
        if (bytes is null)
        {
            return failure!;
        }

        var (text, problem) = TextDecoding.Decode(LabelledText.AsUtf8(bytes, input.Charset));
        if (text is null)
        {
            return ReadResult.Failed(input.Source, problem!);
        }

        var (day, bodyStart) = Dateline.Find(text);
        return ReadResult.Of(input.Source, new Article(text) { Document = input.Document, Published = day, BodyStart = bodyStart, Url = input.Address?.AbsoluteUri });
    }

    private static (byte[]? Bytes, ReadResult? Failure) ReadBytes(Readable input, int limit, string tooLarge)
    {
        try
        {
            using var stream = input.Open();
            var (bytes, _) = InputFile.ReadAll(stream, limit);
            return (bytes, bytes is null ? ReadResult.Failed(input.Source, tooLarge) : null);
        }
        catch (Exception failure) when (InputFile.IsExpected(failure))
        {
            return (null, ReadResult.Failed(input.Source, InputFile.Describe(failure)));
        }
    }
}
