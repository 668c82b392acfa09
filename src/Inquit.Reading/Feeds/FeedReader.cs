using System.Globalization;
using System.Text;
using Inquit.Reading.Markup;

namespace Inquit.Reading.Feeds;

/// <summary>
/// Reads feeds: RSS 0.9 to 2.0, Atom 0.3 and 1.0, CDF, JSON Feed, whole or broken. One that cannot be read comes as a
/// <see cref="FeedResult"/> with its problem; of one that breaks off, the part before comes along. It is safe to be used by several
/// threads at once.
/// </summary>
public sealed class FeedReader
{
    private readonly ReadingOptions options;
    private readonly Stream standardInput;

    /// <summary>Creates a reader.</summary>
    /// <param name="standardInput">What <c>-</c> stands for. It is not closed.</param>
    /// <param name="options">Limits; null for the usual ones.</param>
    public FeedReader(Stream standardInput, ReadingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(standardInput);
        this.standardInput = standardInput;
        this.options = options ?? ReadingOptions.Default;
    }

    /// <summary>Reads a file, unpacking one whose name ends in <c>.gz</c>, or standard input.</summary>
    /// <param name="path">The file; <c>-</c> for standard input.</param>
    /// <param name="address">Where it comes from, which relative addresses count from; null where that is not known.</param>
    public FeedResult ReadFile(string path, Uri? address = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path == ArticleReader.StandardInputName)
        {
            return Read(standardInput, "standard input", address);
        }

        try
        {
            using var file = InputFile.Open(path);
            return Read(file, path, address);
        }
        catch (Exception failure) when (InputFile.IsExpected(failure))
        {
            return FeedResult.Failed(path, Directory.Exists(path) ? "This is a folder. Name the feeds in it." : InputFile.Describe(failure));
        }
    }

    /// <summary>Reads a feed from a stream, which is not closed.</summary>
    /// <param name="stream">The feed, not packed.</param>
    /// <param name="source">What it is called in messages: a path, or an address.</param>
    /// <param name="address">Where it comes from, which relative addresses count from; null where that is not known.</param>
    /// <param name="charset">The encoding that whoever sent it named; null where nobody did.</param>
    public FeedResult Read(Stream stream, string source, Uri? address = null, string? charset = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            var (bytes, problem) = InputFile.ReadAll(stream, options.MaxFeedBytes);
            return bytes is null ? FeedResult.Failed(source, TooLarge(options.MaxFeedBytes)) : Read(bytes, source, address, charset);
        }
        catch (Exception failure) when (InputFile.IsExpected(failure))
        {
            return FeedResult.Failed(source, InputFile.Describe(failure));
        }
    }

    /// <summary>What to say of a feed that has more entries than the limit.</summary>
    internal static string TooManyEntries(int limit) => string.Create(
        CultureInfo.InvariantCulture,
        $"The feed has more than {limit:N0} entries, the most that are read at once; those after them were not read. Split it.");

    private static string TooLarge(int limit) => string.Create(
        CultureInfo.InvariantCulture,
        $"It holds more than {limit:N0} bytes, the most that a feed may have. Split it.");

    private FeedResult Read(ReadOnlySpan<byte> bytes, string source, Uri? address, string? charset)
    {
        var text = LabelledText.Decode(bytes, DeclaredEncoding(bytes) ?? charset);
        var start = text.AsSpan().TrimStart();
        if (start.TrimStart('\0').IsEmpty)
        {
            return FeedResult.Failed(source, "The file is empty. There is nothing to read.");
        }

        if (start[0] is '{' or '[')
        {
            var (json, fault) = JsonFeed.Read(text, address, options.MaxFeedEntries);
            return new FeedResult(source, json, json is null ? "This is JSON but no feed: it has no \"version\" of JSON Feed and no \"items\". Check the name." : fault);
        }

        var (feed, root, problem) = XmlFeed.Read(text, address, options.MaxFeedEntries);
        return new FeedResult(source, feed, feed is null ? NoFeed(text, root, address) : problem);
    }

    private static string NoFeed(string text, string? root, Uri? address) =>
        root == "html" || text.AsSpan().TrimStart().StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            ? FeedLinks.Find(text, address) is { } link
                ? $"This is a web page, not a feed. It names its feed: {link}. Give that."
                : "This is a web page, not a feed, and it names none. Give the feed's own address or file."
        : root is not null ? $"This is XML but no feed: it starts with <{root}>. Feeds start with <rss>, <feed>, <rdf:RDF> or <channel>."
        : "This is no feed: it is neither XML nor JSON. Check the name.";

    /// <summary>The encoding that an XML declaration names; null where there is none.</summary>
    private static string? DeclaredEncoding(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.ASCII.GetString(bytes[..Math.Min(bytes.Length, 1024)]);
        var declaration = start.IndexOf("<?xml", StringComparison.OrdinalIgnoreCase);
        var end = declaration < 0 ? -1 : start.IndexOf('>', declaration);
        if (end < 0)
        {
            return null;
        }

        // An instruction is written as a tag is.
        var tag = new MarkupReader(string.Concat("<", start.AsSpan(declaration + 2, end - declaration - 2).TrimEnd('?'), ">"), isHtml: false);
        return tag.Read() ? tag.Attribute("encoding") : null;
    }
}
