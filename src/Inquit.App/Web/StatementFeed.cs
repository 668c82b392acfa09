using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Inquit.App.Api;
using Inquit.App.Formats;
using Inquit.App.Web.Parts;
using Inquit.Ledger;

namespace Inquit.App.Web;

/// <summary>Statements as an Atom feed (RFC 4287): an entry a statement, updated when its article came into the ledger.</summary>
internal static class StatementFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";
    private const string Urn = "urn:inquit";
    private const int MostOfTitle = 160;

    /// <summary>The feed, in UTF-8.</summary>
    /// <param name="server">The address of this server, as the reader of the feed knows it.</param>
    /// <param name="query">What was looked for.</param>
    /// <param name="found">What was found, in the order in which it is given.</param>
    public static byte[] Write(Uri server, StatementQuery query, IReadOnlyList<FoundStatement> found)
    {
        var first = query with { Order = null, After = null };
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Namespace);
            Element(xml, "id", $"{Urn}:search:{Digest(SearchAddress.Of(first with { Limit = null }))}");
            Element(xml, "title", $"Inquit: {(query.Words is { } words ? words : "statements")}");
            Element(xml, "updated", Iso.Of(found.Select(statement => statement.Article.Added).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max()));
            Author(xml, "Inquit");
            Link(xml, "self", new Uri(server, SearchAddress.Of(first, FeedRoutes.Search)), "application/atom+xml");
            Link(xml, "alternate", new Uri(server, SearchAddress.Of(first with { Limit = null })), "text/html");
            foreach (var statement in found)
            {
                WriteEntry(xml, server, statement);
            }

            xml.WriteEndElement();
        }

        return buffer.ToArray();
    }

    private static void WriteEntry(XmlWriter xml, Uri server, FoundStatement found)
    {
        var (article, statement) = (found.Article.Article, found.Statement);
        var name = JsonNames.Id(statement.Index);
        var named = statement.Speaker.NamesOfNamed();
        var speaker = named.Count > 0 ? string.Join(" and ", named) : statement.Source.IsEmpty ? "Not named" : TableFormat.Printable(statement.Source.TextOf(article.Text));
        var content = TableFormat.Printable(statement.Content.TextOf(article.Text));
        xml.WriteStartElement("entry", Namespace);
        Element(xml, "id", $"{Urn}:statement:{found.Article.Id}:{name}");
        Element(xml, "title", ArticleLabel.Shortened($"{speaker}: {content}", MostOfTitle));
        Element(xml, "updated", Iso.Of(found.Article.Added));
        if (found.Day is { } day)
        {
            Element(xml, "published", Iso.Of(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)));
        }

        foreach (var one in named)
        {
            Author(xml, one);
        }

        Link(xml, "alternate", new Uri(server, $"/articles/{found.Article.ShortId}#{name}"), "text/html");
        if (Uri.TryCreate(article.Url, UriKind.Absolute, out var source) && source.Scheme is "http" or "https")
        {
            Link(xml, "via", source, null);
        }

        xml.WriteStartElement("category", Namespace);
        xml.WriteAttributeString("term", JsonNames.Of(statement.Kind));
        xml.WriteEndElement();
        Element(xml, "content", $"{speaker}{(statement.Cue.IsEmpty ? "" : $" {TableFormat.Printable(statement.Cue.TextOf(article.Text))}")}: {content} ({string.Join(", ", new[] { article.Outlet, article.Label(), article.Published is { } published ? Day.Long(published) : null }.Where(part => part is not null))})");
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Namespace);
        Element(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, Uri address, string? type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        if (type is not null)
        {
            xml.WriteAttributeString("type", type);
        }

        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, Xml(text));

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

    /// <summary>The text with U+FFFD in the place of what XML cannot hold.</summary>
    private static string Xml(string text)
    {
        const char Replacement = '\uFFFD';
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                kept.Append(text[i]).Append(text[++i]);
            }
            else
            {
                kept.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : Replacement);
            }
        }

        return kept.ToString();
    }
}
