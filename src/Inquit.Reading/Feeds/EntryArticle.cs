using System.Globalization;
using System.Text;
using Inquit.Reading.Markup;

namespace Inquit.Reading.Feeds;

/// <summary>Makes an article of an entry of a feed.</summary>
internal static class EntryArticle
{
    /// <summary>Words from which on an entry is taken for the whole article; a teaser has fewer.</summary>
    private const int LeastWords = 150;

    private const string ParagraphBreak = "\n\n";

    /// <summary>How a teaser ends.</summary>
    private static readonly string[] Unfinished = ["…", "...", "[…]", "[...]", "(…)", "read more", "continue reading", "read the full story", "full story", "»"];

    /// <summary>The article of an entry, or that it has no text.</summary>
    public static ReadResult Read(Feed feed, int index, Readable input, ReadingOptions options)
    {
        var entry = feed.Entries[index];
        var source = Source(input.Source, entry, index);
        var text = Text(entry);
        return text.Length == 0 ? ReadResult.Failed(source, "The entry has no text. Give its page instead.")
            : text.Length > options.MaxTextBytes ? ReadResult.Failed(source, InputFile.TooLarge(options.MaxTextBytes))
            : ReadResult.Of(source, Describe(new Article(text), feed, entry, options) with { Document = Document(input.Document, entry, index) });
    }

    /// <summary>What the entry is called in messages.</summary>
    public static string Source(string feed, FeedEntry entry, int index)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{feed}: entry {index + 1}");
        return entry.Link is { } link ? $"{place}, {link}" : place;
    }

    /// <summary>What its article is called: its id, else its address, else its place.</summary>
    public static string Document(string feed, FeedEntry entry, int index) =>
        entry.Id ?? entry.Link ?? string.Create(CultureInfo.InvariantCulture, $"{feed}-{index + 1}");

    /// <summary>Whether the feed holds the whole article, as far as can be told: it is long enough and does not break off.</summary>
    public static bool IsWhole(FeedEntry entry)
    {
        var text = Text(entry);
        var words = 0;
        foreach (var _ in text.AsSpan().SplitAny(" \n"))
        {
            words++;
        }

        var end = text.AsSpan().TrimEnd();
        end = end[Math.Max(0, end.Length - 30)..];
        return words >= LeastWords && !HasEnding(end);
    }

    /// <summary>Fills in what the feed says where the article itself does not.</summary>
    public static Article Describe(Article article, Feed feed, FeedEntry entry, ReadingOptions options) => article with
    {
        Title = article.Title ?? Line(entry.Title),
        Outlet = article.Outlet ?? Line(feed.Title),
        Url = article.Url ?? entry.Link,
        Authors = article.Authors.Count > 0 ? article.Authors : entry.Author?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
        Published = article.Published ?? Day(entry, options.LatestDay),
        Language = article.Language ?? entry.Language ?? feed.Language,
    };

    /// <summary>The text of an entry, in paragraphs: the longer of its content and its summary.</summary>
    public static string Text(FeedEntry entry)
    {
        var content = Paragraphs(entry.Content?.Html);
        var summary = entry.Summary == entry.Content ? content : Paragraphs(entry.Summary?.Html);
        return summary.Length > content.Length ? summary : content;
    }

    private static bool HasEnding(ReadOnlySpan<char> end)
    {
        foreach (var unfinished in Unfinished)
        {
            if (end.EndsWith(unfinished, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Line(FeedText? text) => text?.Text is { Length: > 0 } line ? line : null;

    /// <summary>The day in UTC on which this text was published: with a feed that says only when it was last changed, that day.</summary>
    private static DateOnly? Day(FeedEntry entry, DateOnly latest) =>
        (entry.Published ?? entry.Updated) is { } time && DateOnly.FromDateTime(time.UtcDateTime) is var day && day <= latest ? day : null;

    private static string Paragraphs(string? html)
    {
        if (html is null)
        {
            return string.Empty;
        }

        var text = new StringBuilder(html.Length);
        var reader = new MarkupReader(html, isHtml: true);
        while (reader.Read())
        {
            if (reader.Kind == MarkupKind.Text)
            {
                AppendFolded(text, CharacterReferences.Resolve(reader.Text, isHtml: true));
            }
            else if (!FeedText.IsInLine(reader))
            {
                Break(text);
            }
        }

        return text.ToString().TrimEnd();
    }

    private static void AppendFolded(StringBuilder text, string piece)
    {
        foreach (var unit in piece)
        {
            if (!char.IsWhiteSpace(unit))
            {
                text.Append(unit);
            }
            else if (text.Length > 0 && !char.IsWhiteSpace(text[^1]))
            {
                text.Append(' ');
            }
        }
    }

    private static void Break(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }

        if (text.Length > 0 && text[^1] != '\n')
        {
            text.Append(ParagraphBreak);
        }
    }
}
