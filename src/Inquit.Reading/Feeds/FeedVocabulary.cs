using System.Collections.Frozen;

namespace Inquit.Reading.Feeds;

/// <summary>The namespaces that a feed reader tells apart.</summary>
internal enum Vocabulary
{
    /// <summary>RSS, Atom and CDF: the words of the feed itself.</summary>
    Feed,
    DublinCore,
    DublinCoreTerms,
    Content,
    Media,
    Podcast,
    Html,
    Rdf,
    Xml,

    /// <summary>A namespace that says nothing here; its elements are passed over.</summary>
    Other,
}

/// <summary>What an element means, whatever the format.</summary>
internal enum FeedRole
{
    None,

    /// <summary>The feed.</summary>
    Feed,

    /// <summary>An entry.</summary>
    Entry,

    /// <summary>A value of the feed or entry that it stands in.</summary>
    Value,

    /// <summary>The date of some event; feeds that give no other mean publication and change by it.</summary>
    AnyDate,

    /// <summary>A text with markup of the feed or entry that it stands in.</summary>
    Text,

    /// <summary>A link: its text, or its attributes as in Atom.</summary>
    Link,

    /// <summary>Whoever wrote it: a text, or elements with name and address.</summary>
    Person,

    /// <summary>The name in a person.</summary>
    PersonName,

    /// <summary>The address in a person.</summary>
    PersonAddress,

    /// <summary>Holds what might as well stand outside of it.</summary>
    Group,
}

/// <summary>What an element means, the field that it gives, and how closely it is meant for it: 0 for most.</summary>
internal readonly record struct FeedMeaning(FeedRole Role, FeedField Field = default, byte Rank = 0);

/// <summary>The words of RSS 0.9 to 2.0, Atom 0.3 and 1.0, CDF and the modules: their namespaces and what they mean.</summary>
internal static class FeedVocabulary
{
    private static readonly FrozenDictionary<string, Vocabulary> Namespaces = new Dictionary<string, Vocabulary>
    {
        ["http://www.w3.org/2005/Atom"] = Vocabulary.Feed,
        ["http://purl.org/atom/ns#"] = Vocabulary.Feed,
        ["http://purl.org/rss/1.0/"] = Vocabulary.Feed,
        ["http://purl.org/net/rss1.1#"] = Vocabulary.Feed,
        ["http://my.netscape.com/rdf/simple/0.9/"] = Vocabulary.Feed,
        ["http://channel.netscape.com/rdf/simple/0.9/"] = Vocabulary.Feed,
        ["http://backend.userland.com/rss"] = Vocabulary.Feed,
        ["http://backend.userland.com/rss2"] = Vocabulary.Feed,
        ["http://blogs.law.harvard.edu/tech/rss"] = Vocabulary.Feed,
        ["http://purl.org/dc/elements/1.0/"] = Vocabulary.DublinCore,
        ["http://purl.org/dc/elements/1.1/"] = Vocabulary.DublinCore,
        ["http://purl.org/dc/terms/"] = Vocabulary.DublinCoreTerms,
        ["http://purl.org/rss/1.0/modules/content/"] = Vocabulary.Content,
        ["http://search.yahoo.com/mrss/"] = Vocabulary.Media,
        ["http://search.yahoo.com/mrss"] = Vocabulary.Media,
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = Vocabulary.Podcast,
        ["http://www.w3.org/1999/xhtml"] = Vocabulary.Html,
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = Vocabulary.Rdf,
        ["http://www.w3.org/XML/1998/namespace"] = Vocabulary.Xml,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Prefixes as all write them, for feeds that forget to declare them.</summary>
    private static readonly FrozenDictionary<string, Vocabulary> Prefixes = new Dictionary<string, Vocabulary>
    {
        ["atom"] = Vocabulary.Feed,
        ["atom10"] = Vocabulary.Feed,
        ["rss"] = Vocabulary.Feed,
        ["dc"] = Vocabulary.DublinCore,
        ["dcterms"] = Vocabulary.DublinCoreTerms,
        ["content"] = Vocabulary.Content,
        ["media"] = Vocabulary.Media,
        ["itunes"] = Vocabulary.Podcast,
        ["xhtml"] = Vocabulary.Html,
        ["rdf"] = Vocabulary.Rdf,
        ["xml"] = Vocabulary.Xml,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<(Vocabulary, string), FeedMeaning> Meanings = new Dictionary<(Vocabulary, string), FeedMeaning>
    {
        [(Vocabulary.Feed, "channel")] = new(FeedRole.Feed),
        [(Vocabulary.Feed, "feed")] = new(FeedRole.Feed),
        [(Vocabulary.Feed, "item")] = new(FeedRole.Entry),
        [(Vocabulary.Feed, "entry")] = new(FeedRole.Entry),

        [(Vocabulary.Feed, "title")] = new(FeedRole.Text, FeedField.Title),
        [(Vocabulary.DublinCore, "title")] = new(FeedRole.Text, FeedField.Title, 1),
        [(Vocabulary.DublinCoreTerms, "title")] = new(FeedRole.Text, FeedField.Title, 1),
        [(Vocabulary.Podcast, "title")] = new(FeedRole.Text, FeedField.Title, 2),
        [(Vocabulary.Media, "title")] = new(FeedRole.Text, FeedField.Title, 3),

        [(Vocabulary.Feed, "subtitle")] = new(FeedRole.Text, FeedField.Subtitle),
        [(Vocabulary.Feed, "tagline")] = new(FeedRole.Text, FeedField.Subtitle),
        [(Vocabulary.Feed, "description")] = new(FeedRole.Text, FeedField.Subtitle, 1),
        [(Vocabulary.Feed, "abstract")] = new(FeedRole.Text, FeedField.Subtitle, 1),
        [(Vocabulary.DublinCore, "description")] = new(FeedRole.Text, FeedField.Subtitle, 2),
        [(Vocabulary.DublinCoreTerms, "abstract")] = new(FeedRole.Text, FeedField.Subtitle, 2),
        [(Vocabulary.Podcast, "subtitle")] = new(FeedRole.Text, FeedField.Subtitle, 4),
        [(Vocabulary.Media, "description")] = new(FeedRole.Text, FeedField.Subtitle, 5),

        [(Vocabulary.Feed, "summary")] = new(FeedRole.Text, FeedField.Summary),
        [(Vocabulary.Podcast, "summary")] = new(FeedRole.Text, FeedField.Summary, 3),

        [(Vocabulary.Feed, "content")] = new(FeedRole.Text, FeedField.Content),
        [(Vocabulary.Content, "encoded")] = new(FeedRole.Text, FeedField.Content),
        [(Vocabulary.Html, "body")] = new(FeedRole.Text, FeedField.Content, 1),
        [(Vocabulary.Html, "div")] = new(FeedRole.Text, FeedField.Content, 1),
        [(Vocabulary.Feed, "body")] = new(FeedRole.Text, FeedField.Content, 2),
        [(Vocabulary.Feed, "fullitem")] = new(FeedRole.Text, FeedField.Content, 2),

        [(Vocabulary.Feed, "link")] = new(FeedRole.Link, FeedField.Link),
        [(Vocabulary.Feed, "guid")] = new(FeedRole.Value, FeedField.Id),
        [(Vocabulary.Feed, "id")] = new(FeedRole.Value, FeedField.Id),
        [(Vocabulary.DublinCore, "identifier")] = new(FeedRole.Value, FeedField.Id, 2),

        [(Vocabulary.Feed, "author")] = new(FeedRole.Person, FeedField.Author),
        [(Vocabulary.Feed, "managingeditor")] = new(FeedRole.Person, FeedField.Author),
        [(Vocabulary.DublinCore, "creator")] = new(FeedRole.Person, FeedField.Author, 1),
        [(Vocabulary.DublinCore, "author")] = new(FeedRole.Person, FeedField.Author, 1),
        [(Vocabulary.DublinCoreTerms, "creator")] = new(FeedRole.Person, FeedField.Author, 1),
        [(Vocabulary.Podcast, "author")] = new(FeedRole.Person, FeedField.Author, 2),
        [(Vocabulary.Podcast, "owner")] = new(FeedRole.Person, FeedField.Author, 3),
        [(Vocabulary.Feed, "name")] = new(FeedRole.PersonName),
        [(Vocabulary.Podcast, "name")] = new(FeedRole.PersonName),
        [(Vocabulary.Feed, "email")] = new(FeedRole.PersonAddress),
        [(Vocabulary.Podcast, "email")] = new(FeedRole.PersonAddress),

        [(Vocabulary.Feed, "language")] = new(FeedRole.Value, FeedField.Language),
        [(Vocabulary.DublinCore, "language")] = new(FeedRole.Value, FeedField.Language, 1),
        [(Vocabulary.DublinCoreTerms, "language")] = new(FeedRole.Value, FeedField.Language, 1),

        [(Vocabulary.Feed, "pubdate")] = new(FeedRole.Value, FeedField.Published),
        [(Vocabulary.Feed, "published")] = new(FeedRole.Value, FeedField.Published),
        [(Vocabulary.Feed, "issued")] = new(FeedRole.Value, FeedField.Published, 1),
        [(Vocabulary.DublinCoreTerms, "issued")] = new(FeedRole.Value, FeedField.Published, 1),
        [(Vocabulary.Feed, "created")] = new(FeedRole.Value, FeedField.Published, 2),
        [(Vocabulary.DublinCoreTerms, "created")] = new(FeedRole.Value, FeedField.Published, 2),

        [(Vocabulary.Feed, "updated")] = new(FeedRole.Value, FeedField.Updated),
        [(Vocabulary.Feed, "lastbuilddate")] = new(FeedRole.Value, FeedField.Updated),
        [(Vocabulary.Feed, "modified")] = new(FeedRole.Value, FeedField.Updated, 1),
        [(Vocabulary.DublinCoreTerms, "modified")] = new(FeedRole.Value, FeedField.Updated, 1),
        [(Vocabulary.DublinCore, "date")] = new(FeedRole.AnyDate, FeedField.Updated, 2),
        [(Vocabulary.DublinCoreTerms, "date")] = new(FeedRole.AnyDate, FeedField.Updated, 2),

        [(Vocabulary.Media, "group")] = new(FeedRole.Group),
        [(Vocabulary.Media, "content")] = new(FeedRole.Group),
        [(Vocabulary.Feed, "items")] = new(FeedRole.Group),
    }.ToFrozenDictionary();

    /// <summary>The vocabulary of a namespace.</summary>
    public static Vocabulary OfNamespace(string name) => Namespaces.GetValueOrDefault(name.Trim(), Vocabulary.Other);

    /// <summary>The vocabulary that a prefix stands for where it is not declared.</summary>
    public static Vocabulary OfPrefix(string prefix) => Prefixes.GetValueOrDefault(prefix, Vocabulary.Other);

    /// <summary>What an element means; its name in small letters.</summary>
    public static FeedMeaning Of(Vocabulary vocabulary, string name) => Meanings.GetValueOrDefault((vocabulary, name));
}
