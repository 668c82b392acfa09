using System.Collections.Immutable;
using System.Globalization;
using Inquit.Reading.Markup;

namespace Inquit.Reading.Feeds;

/// <summary>
/// Reads RSS, Atom and CDF, whole or broken, in one pass: what an element means hangs on its name and on where it stands, and an
/// element that is not closed is closed by what cannot stand in it.
/// </summary>
internal sealed class XmlFeed
{
    /// <summary>How deep an element may lie to say what addresses count from. Each may make it longer.</summary>
    private const int DeepestBase = 100;

    private const byte RankOfAttribute = 1;
    private const byte RankOfRelatedLink = 2;
    private const byte RankOfGuid = 4;
    private const byte RankOfXmlLanguage = 5;

    /// <summary>Elements that do not stand in a text: where one starts, the text was not closed.</summary>
    private static readonly HashSet<string> NotInText =
        ["item", "entry", "channel", "description", "guid", "pubdate", "published", "updated", "issued", "modified", "lastbuilddate", "managingeditor", "enclosure"];

    private readonly MarkupReader reader;
    private readonly int mostEntries;
    private readonly OpenElements open = new();
    private readonly Stack<CollectedText> texts = [];
    private readonly FeedFields feed = new();
    private readonly ImmutableArray<FeedEntry>.Builder entries = ImmutableArray.CreateBuilder<FeedEntry>();
    private FeedFields? entry;
    private Uri? address;
    private bool isAtom;

    /// <summary>How many elements are open where the feed's first one starts, it included; 0 before that.</summary>
    private int rootDepth;

    /// <summary>The first element, where it is none that a feed starts with.</summary>
    private string? strangeRoot;

    private XmlFeed(string text, Uri? address, int mostEntries)
    {
        // XML has one line end, however it is written.
        reader = new MarkupReader(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), isHtml: false);
        this.address = address;
        this.mostEntries = mostEntries;
    }

    private FeedFields Fields => entry ?? feed;

    /// <summary>Reads a feed. Of one that breaks off, what comes before.</summary>
    /// <param name="text">The file.</param>
    /// <param name="address">Where it comes from; null where that is not known.</param>
    /// <param name="mostEntries">The most entries that are read.</param>
    /// <returns>The feed, or the name of the first element where it is another kind of XML, or neither; and what is missing.</returns>
    public static (Feed? Feed, string? StrangeRoot, string? Problem) Read(string text, Uri? address, int mostEntries)
    {
        var feed = new XmlFeed(text, address, mostEntries);
        var problem = feed.ReadAll();
        return feed.rootDepth == 0 ? (null, feed.strangeRoot, null) : (feed.Finish(), null, problem);
    }

    private string? ReadAll()
    {
        var isClosed = false;
        while (!isClosed && reader.Read())
        {
            switch (reader.Kind)
            {
                case MarkupKind.Text when texts.TryPeek(out var text):
                    text.Append(CharacterReferences.Resolve(reader.Text, isHtml: false));
                    break;
                case MarkupKind.Verbatim when texts.TryPeek(out var text):
                    text.Append(reader.Text);
                    break;
                case MarkupKind.Start when StartElement():
                    return FeedReader.TooManyEntries(mostEntries);
                case MarkupKind.End when open.DepthOf(reader.Name) is var depth and > 0:
                    CloseTo(depth - 1);
                    isClosed = rootDepth > 0 && open.Count < rootDepth;
                    break;
            }

            if (rootDepth == 0 && strangeRoot == "html")
            {
                return null;
            }
        }

        return isClosed || rootDepth == 0 ? null : BreaksOff();
    }

    private string BreaksOff() => string.Create(
        CultureInfo.InvariantCulture,
        $"The feed breaks off {(entry is null ? "before its end" : $"in entry {entries.Count + 1}")}: {entries.Count} whole {(entries.Count == 1 ? "entry was" : "entries were")} read, what follows is missing. Get it again.");

    /// <summary>Takes up a start tag; true where there are too many entries.</summary>
    private bool StartElement()
    {
        if (open.Count == OpenElements.Most)
        {
            return false;
        }

        var name = OpenElements.Small(reader.Name);
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var (prefix, local) = (colon < 0 ? string.Empty : name[..colon], name[(colon + 1)..]);
        var (outer, vocabulary) = Declare(prefix);
        while (DepthThatHolds(vocabulary, local) is var depth && depth < open.Count)
        {
            open.Undeclare(outer);
            CloseTo(depth);
            (outer, vocabulary) = Declare(prefix);
        }

        vocabulary = rootDepth == 0 && IsRoot(vocabulary, local) ? StartFeed(prefix, local) : vocabulary;
        var meaning = FeedVocabulary.Of(vocabulary, local);
        if (meaning.Role == FeedRole.Entry && entries.Count == mostEntries)
        {
            return true;
        }

        var baseAddress = open.Count < DeepestBase ? WebAddress.Base(reader.Attribute("xml:base"), open.Innermost.Base) : open.Innermost.Base;
        var kind = rootDepth == 0 ? Strange(local) : texts.TryPeek(out var text) && text.HasMarkup ? ElementKind.Inline : KindOf(meaning, vocabulary, local);
        open.Open(new OpenElement(name, kind, baseAddress, outer));
        Enter(kind, meaning, vocabulary, local, baseAddress);
        if (reader.IsEmpty)
        {
            CloseTo(open.Count - 1);
        }

        return false;
    }

    /// <summary>Declares the namespaces of the tag. How many were declared before, and the vocabulary of its prefix.</summary>
    private (int Outer, Vocabulary Vocabulary) Declare(string prefix)
    {
        var outer = open.NamespaceCount;
        for (var index = 0; index < reader.AttributeCount; index++)
        {
            var attribute = reader.AttributeName(index);
            if (attribute.StartsWith("xmlns") && (attribute.Length == 5 || attribute[5] == ':'))
            {
                open.Declare(attribute.Length == 5 ? string.Empty : attribute[6..].ToString().ToLowerInvariant(), reader.AttributeValue(index));
            }
        }

        return (outer, open.VocabularyOf(prefix));
    }

    /// <summary>How many of the open elements can hold this one: others were not closed where they end.</summary>
    private int DepthThatHolds(Vocabulary vocabulary, string local) =>
        texts.TryPeek(out var text) && CannotStandIn(text, vocabulary, local) ? open.DepthOf(text.Meaning.Role == FeedRole.Person ? ElementKind.Person : ElementKind.Value) - 1
        : texts.Count == 0 && entry is not null && FeedVocabulary.Of(vocabulary, local).Role == FeedRole.Entry ? open.DepthOf(ElementKind.Entry) - 1
        : open.Count;

    /// <summary>Takes up the first element of a feed. Its namespace is the feed's own, even an unknown one.</summary>
    private Vocabulary StartFeed(string prefix, string local)
    {
        rootDepth = open.Count + 1;
        isAtom = local is "feed" or "entry";
        if (open.VocabularyOf(prefix) == Vocabulary.Other)
        {
            open.TakeForOwn(prefix);
        }

        return open.VocabularyOf(prefix);
    }

    /// <summary>Whether an element shows that the text around it was not closed.</summary>
    private static bool CannotStandIn(CollectedText text, Vocabulary vocabulary, string local) =>
        (vocabulary == Vocabulary.Feed && NotInText.Contains(local))
        || (!text.HasMarkup && text.Meaning.Role != FeedRole.Person && FeedVocabulary.Of(vocabulary, local).Role != FeedRole.None);

    /// <summary>Whether a feed may start with this element.</summary>
    private static bool IsRoot(Vocabulary vocabulary, string local) =>
        vocabulary is Vocabulary.Feed or Vocabulary.Other ? local is "rss" or "feed" or "channel" or "entry" : vocabulary == Vocabulary.Rdf && local == "rdf";

    private ElementKind Strange(string local)
    {
        strangeRoot ??= local;
        return ElementKind.Group;
    }

    private ElementKind KindOf(FeedMeaning meaning, Vocabulary vocabulary, string local)
    {
        var outer = open.Innermost.Kind;
        return meaning.Role switch
        {
            FeedRole.Feed => ElementKind.Feed,
            FeedRole.Entry => ElementKind.Entry,
            FeedRole.PersonName or FeedRole.PersonAddress when outer == ElementKind.Person => ElementKind.Value,
            FeedRole.PersonName or FeedRole.PersonAddress => ElementKind.Skipped,
            _ when outer is ElementKind.Skipped or ElementKind.Person or ElementKind.Value => ElementKind.Skipped,
            FeedRole.Person => ElementKind.Person,
            FeedRole.Link when reader.Attribute("href") is not null => ElementKind.Skipped,
            FeedRole.Value or FeedRole.AnyDate or FeedRole.Text or FeedRole.Link => ElementKind.Value,
            FeedRole.Group => ElementKind.Group,
            _ => IsRoot(vocabulary, local) ? ElementKind.Group : ElementKind.Skipped,
        };
    }

    private void Enter(ElementKind kind, FeedMeaning meaning, Vocabulary vocabulary, string local, Uri? baseAddress)
    {
        switch (kind)
        {
            case ElementKind.Inline:
                texts.Peek().AppendStart(reader, local);
                texts.Peek().Base ??= baseAddress;
                break;
            case ElementKind.Feed or ElementKind.Entry:
                entry = kind == ElementKind.Entry ? new FeedFields() : entry;
                TakeAttributes(baseAddress);
                break;
            case ElementKind.Group when open.Count == rootDepth:
                TakeAttributes(baseAddress);
                break;
            case ElementKind.Skipped when meaning.Role == FeedRole.Link && open.Count > 1:
                TakeLink(baseAddress);
                break;
            case ElementKind.Person:
                texts.Push(new CollectedText(meaning, TextMode.Plain));
                break;
            case ElementKind.Value when meaning.Role == FeedRole.Text:
                texts.Push(new CollectedText(meaning, ModeOf(vocabulary)));
                break;
            case ElementKind.Value:
                var isLink = local == "guid" && !string.Equals(reader.Attribute("ispermalink")?.Trim(), "false", StringComparison.OrdinalIgnoreCase);
                texts.Push(new CollectedText(meaning, TextMode.Plain, isLink));
                break;
        }
    }

    private TextMode ModeOf(Vocabulary vocabulary) => vocabulary == Vocabulary.Html
        ? TextMode.Inline
        : CollectedText.ModeOf(reader.Attribute("type"), reader.Attribute("mode")?.Trim(), isAtom && vocabulary == Vocabulary.Feed);

    /// <summary>What a feed or an entry says of itself in its tag: its language, in RDF its name, in CDF its address and time.</summary>
    private void TakeAttributes(Uri? baseAddress)
    {
        Fields.Take(FeedField.Language, RankOfXmlLanguage, Language(reader.Attribute("xml:lang")));
        Fields.Take(FeedField.Id, RankOfAttribute, reader.Attribute("rdf:about")?.Trim());
        Fields.Take(FeedField.Updated, RankOfAttribute, reader.Attribute("lastmod"));
        Fields.Take(FeedField.Link, RankOfAttribute, WebAddress.Resolve(reader.Attribute("href"), baseAddress ?? address));
    }

    /// <summary>A link as in Atom. Of those to the entry itself a page is taken before anything else.</summary>
    private void TakeLink(Uri? baseAddress)
    {
        var link = WebAddress.Resolve(reader.Attribute("href"), baseAddress ?? address);
        var relation = reader.Attribute("rel")?.Trim().ToLowerInvariant() ?? "alternate";
        if (relation == "alternate")
        {
            var type = reader.Attribute("type");
            var isPage = type is null || type.Contains("html", StringComparison.OrdinalIgnoreCase);
            Fields.Take(FeedField.Link, isPage ? isAtom ? (byte)0 : RankOfAttribute : RankOfRelatedLink, link);
        }
        else if (relation == "self" && entry is null)
        {
            address ??= WebAddress.Base(link, null);
        }
    }

    private void CloseTo(int depth)
    {
        while (open.Count > depth)
        {
            var element = open.Close();
            switch (element.Kind)
            {
                case ElementKind.Inline:
                    texts.Peek().AppendEnd(element.Name.AsSpan(element.Name.IndexOf(':', StringComparison.Ordinal) + 1));
                    break;
                case ElementKind.Value:
                    TakeText(texts.Pop(), element.Base ?? address);
                    break;
                case ElementKind.Person:
                    var person = texts.Pop();
                    Fields.Take(FeedField.Author, person.Meaning.Rank, person.PersonName ?? person.PersonAddress ?? FeedPerson.Name(person.ToPlain()));
                    break;
                case ElementKind.Entry:
                    entries.Add(entry!.ToEntry());
                    entry = null;
                    break;
            }
        }
    }

    private void TakeText(CollectedText text, Uri? baseAddress)
    {
        var (role, field, rank) = text.Meaning;
        if (role == FeedRole.Text)
        {
            // What an entry is called a description of is its summary.
            Fields.Take(field == FeedField.Subtitle && entry is not null ? FeedField.Summary : field, rank, text.ToHtml(text.Base ?? baseAddress));
            return;
        }

        var value = text.ToPlain();
        if (value.Length == 0)
        {
            return;
        }

        switch (role, field)
        {
            case (FeedRole.PersonName, _):
                texts.Peek().PersonName ??= value;
                break;
            case (FeedRole.PersonAddress, _):
                texts.Peek().PersonAddress ??= value;
                break;
            case (FeedRole.Link, _):
                TakeLinkText(value, baseAddress);
                break;
            case (FeedRole.AnyDate, _):
                Fields.Take(FeedField.Updated, rank, value);
                Fields.Take(FeedField.Published, (byte)(rank + 1), value);
                break;
            case (_, FeedField.Language):
                Fields.Take(field, rank, Language(value));
                break;
            default:
                Fields.Take(field, rank, value);
                if (text.IsLink && value.StartsWith("http", StringComparison.OrdinalIgnoreCase))
                {
                    Fields.Take(FeedField.Link, RankOfGuid, WebAddress.Resolve(value, baseAddress));
                }

                break;
        }
    }

    private void TakeLinkText(string value, Uri? baseAddress)
    {
        var link = WebAddress.Resolve(value, baseAddress);
        Fields.Take(FeedField.Link, 0, link);
        if (entry is null)
        {
            address ??= WebAddress.Base(link, null);
        }
    }

    private static string? Language(string? written) => written?.Trim().Replace('_', '-');

    private Feed Finish()
    {
        var read = feed.ToFeed();
        return read with
        {
            Entries = isAtom && read.Author is not null
                ? [.. entries.Select(one => one.Author is null ? one with { Author = read.Author } : one)]
                : entries.DrainToImmutable(),
        };
    }
}
