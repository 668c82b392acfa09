using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Inquit.Reading.Markup;

/// <summary>
/// Writes HTML anew so that it can be shown: elements and attributes that are known to be harmless stay, others go and leave their
/// text, scripts and style sheets go with what they hold. Since all is written anew, with each element closed and each
/// character escaped, it means to every browser what it means here.
/// </summary>
internal sealed class SafeHtml
{
    /// <summary>Elements inside elements up to which tags are kept; below, text only.</summary>
    private const int Deepest = 64;

    private static readonly FrozenSet<string> Kept = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a", "abbr", "acronym", "address", "article", "aside", "b", "bdi", "bdo", "big", "blockquote", "br", "caption", "center", "cite", "code", "col",
        "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hr", "i", "img", "ins", "kbd", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "s", "samp", "section", "small", "span", "strike", "strong",
        "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var", "wbr");

    private static readonly FrozenSet<string> WithoutContent = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "br", "col", "hr", "img", "wbr", "area", "base", "embed", "frame", "input", "link", "meta", "param", "source", "track");

    private static readonly FrozenSet<string> KeptAttributes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "alt", "cite", "colspan", "datetime", "dir", "height", "href", "lang", "rowspan", "src", "start", "title", "width");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KeptNames = Kept.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WithoutContentNames = WithoutContent.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KeptAttributeNames = KeptAttributes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Elements that a second one of the same name closes.</summary>
    private static readonly string[] NotInThemselves = ["p", "li", "dt", "dd", "td", "th", "tr"];

    private const string Controls = "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014"
        + "\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF";

    private static readonly SearchValues<char> Unwritten = SearchValues.Create(Controls);
    private static readonly SearchValues<char> Special = SearchValues.Create("<>&\"" + Controls);

    private readonly StringBuilder written;
    private readonly AddressWriter addresses;
    private readonly List<string> open = [];
    private readonly List<string> tooDeep = [];

    private SafeHtml(int length, Uri? baseAddress)
    {
        written = new StringBuilder(length);
        addresses = new AddressWriter(baseAddress, length);
    }

    /// <summary>The safe form of a piece of HTML.</summary>
    /// <param name="html">Any HTML, or none.</param>
    /// <param name="baseAddress">What relative addresses in it count from; null to leave them.</param>
    public static string Of(string html, Uri? baseAddress)
    {
        if (!html.AsSpan().ContainsAny(Special))
        {
            return html.Trim();
        }

        var safe = new SafeHtml(html.Length, baseAddress);
        safe.Write(html);
        return safe.written.ToString().Trim();
    }

    /// <summary>Plain text as HTML.</summary>
    public static string OfText(string text) => text.AsSpan().ContainsAny(Special)
        ? Escape(new StringBuilder(text.Length + 16), text).ToString().Trim()
        : text.Trim();

    /// <summary>Whether an element has no content and no end tag.</summary>
    public static bool IsWithoutContent(ReadOnlySpan<char> name) => WithoutContentNames.Contains(name);

    /// <summary>Adds text so that it is read as text. Control characters are left out.</summary>
    public static StringBuilder Escape(StringBuilder html, ReadOnlySpan<char> text, bool inAttribute = false)
    {
        while (text.IndexOfAny(Special) is var at and >= 0)
        {
            html.Append(text[..at]).Append(text[at] switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '"' => inAttribute ? "&quot;" : "\"",
                _ => string.Empty,
            });
            text = text[(at + 1)..];
        }

        return html.Append(text);
    }

    /// <summary>Text without control characters.</summary>
    public static string WithoutControls(string text) =>
        text.AsSpan().ContainsAny(Unwritten) ? string.Concat(text.Where(c => !Unwritten.Contains(c))) : text;

    private void Write(string html)
    {
        var reader = new MarkupReader(html, isHtml: true);
        while (reader.Read())
        {
            switch (reader.Kind)
            {
                case MarkupKind.Text:
                    Escape(written, CharacterReferences.Resolve(reader.Text, isHtml: true));
                    break;
                case MarkupKind.Verbatim:
                    Escape(written, reader.Text);
                    break;
                case MarkupKind.Start:
                    Start(reader);
                    break;
                default:
                    End(reader.Name);
                    break;
            }
        }

        CloseTo(0);
    }

    private void Start(MarkupReader tag)
    {
        var name = tag.Name;
        if (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase))
        {
            tag.SkipRaw(name.Equals("script", StringComparison.OrdinalIgnoreCase) ? "script" : "style");
            return;
        }

        if (!KeptNames.TryGetValue(name, out var element))
        {
            return;
        }

        var isWithoutContent = WithoutContent.Contains(element);
        if (open.Count >= Deepest && !isWithoutContent)
        {
            tooDeep.Add(element);
            return;
        }

        if (open.Count > 0 && open[^1] == element && NotInThemselves.Contains(element))
        {
            CloseTo(open.Count - 1);
        }

        written.Append('<').Append(element);
        for (var index = 0; index < tag.AttributeCount; index++)
        {
            WriteAttribute(tag, index);
        }

        written.Append('>');
        if (!isWithoutContent)
        {
            open.Add(element);
        }
    }

    private void WriteAttribute(MarkupReader tag, int index)
    {
        if (!KeptAttributeNames.TryGetValue(tag.AttributeName(index), out var attribute))
        {
            return;
        }

        var value = tag.AttributeValue(index);
        if ((AddressWriter.IsAddress(attribute) ? addresses.Resolve(value) : value) is { } harmless)
        {
            Escape(written.Append(' ').Append(attribute).Append("=\""), harmless, inAttribute: true).Append('"');
        }
    }

    private void End(ReadOnlySpan<char> name)
    {
        if (tooDeep.Count > 0 && name.Equals(tooDeep[^1], StringComparison.OrdinalIgnoreCase))
        {
            tooDeep.RemoveAt(tooDeep.Count - 1);
            return;
        }

        for (var depth = open.Count - 1; depth >= 0; depth--)
        {
            if (name.Equals(open[depth], StringComparison.OrdinalIgnoreCase))
            {
                tooDeep.Clear();
                CloseTo(depth);
                return;
            }
        }
    }

    private void CloseTo(int depth)
    {
        for (var index = open.Count - 1; index >= depth; index--)
        {
            written.Append("</").Append(open[index]).Append('>');
        }

        open.RemoveRange(depth, open.Count - depth);
    }
}
