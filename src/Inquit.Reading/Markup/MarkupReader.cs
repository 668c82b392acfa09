using System.Buffers;

namespace Inquit.Reading.Markup;

/// <summary>What a <see cref="MarkupReader"/> stands on. Comments, instructions and document types are passed over.</summary>
internal enum MarkupKind
{
    /// <summary>Text in which references (<c>&amp;amp;</c>) stand for characters.</summary>
    Text,

    /// <summary>Text as it stands, from a CDATA section.</summary>
    Verbatim,

    /// <summary>The start of an element.</summary>
    Start,

    /// <summary>The end of an element.</summary>
    End,
}

/// <summary>
/// Cuts XML or HTML into tags and text, whatever state it is in: what is no markup is text, nothing throws, and each character is
/// looked at a fixed number of times. Well-formed XML gives what an XML parser gives, but no document type is read: no entity is
/// declared, nothing outside is fetched.
/// </summary>
/// <param name="text">The markup.</param>
/// <param name="isHtml">Whether the rules of HTML hold where they differ: a quotation mark within a tag may hold <c>&lt;</c> in
/// both, but instructions end at the first <c>&gt;</c>, and a comment without an end does, too.</param>
internal sealed class MarkupReader(string text, bool isHtml)
{
    /// <summary>The most attributes of a tag that are kept.</summary>
    private const int MostAttributes = 256;

    private const string Blanks = " \t\r\n\f";
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/><");
    private static readonly SearchValues<char> AttributeNameEnds = SearchValues.Create(" \t\r\n\f/>=<");
    private static readonly SearchValues<char> BareValueEnds = SearchValues.Create(" \t\r\n\f>");

    private readonly Dictionary<string, int> missing = [];
    private readonly List<(Range Name, Range Value)> attributes = [];
    private int at;
    private bool isDeclarationEndless;
    private Range name;
    private Range content;

    /// <summary>What stands here.</summary>
    public MarkupKind Kind { get; private set; }

    /// <summary>The name of the tag, as it is written.</summary>
    public ReadOnlySpan<char> Name => text.AsSpan()[name];

    /// <summary>The text, as it is written.</summary>
    public ReadOnlySpan<char> Text => text.AsSpan()[content];

    /// <summary>Whether the start tag is its element's end, too.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>How many attributes the start tag has.</summary>
    public int AttributeCount => attributes.Count;

    /// <summary>Where the next piece starts.</summary>
    public int Position => at;

    /// <summary>The name of an attribute, as it is written.</summary>
    public ReadOnlySpan<char> AttributeName(int index) => text.AsSpan()[attributes[index].Name];

    /// <summary>The value of an attribute, with its references resolved.</summary>
    public string AttributeValue(int index) => CharacterReferences.Resolve(text.AsSpan()[attributes[index].Value], isHtml, inAttribute: true);

    /// <summary>The value of the first attribute of that name, whatever its case; null where there is none.</summary>
    public string? Attribute(ReadOnlySpan<char> wanted)
    {
        for (var index = 0; index < attributes.Count; index++)
        {
            if (AttributeName(index).Equals(wanted, StringComparison.OrdinalIgnoreCase))
            {
                return AttributeValue(index);
            }
        }

        return null;
    }

    /// <summary>Moves on; false at the end.</summary>
    public bool Read()
    {
        while (at < text.Length)
        {
            if (text[at] != '<' || !IsMarkup(at))
            {
                ReadText();
                return true;
            }

            switch (text[at + 1])
            {
                case '!' when StartsWith("<!--"):
                    SkipComment();
                    break;
                case '!' when StartsWith("<![CDATA["):
                    ReadVerbatim();
                    return true;
                case '!':
                    SkipDeclaration();
                    break;
                case '?':
                    at = isHtml ? After(">", at) ?? text.Length : After("?>", at) ?? After(">", at) ?? text.Length;
                    break;
                case '/':
                    ReadEnd();
                    return true;
                default:
                    ReadStart();
                    return true;
            }
        }

        return false;
    }

    /// <summary>Passes over what a script or a style sheet holds, up to and with its end tag. One without an end takes all that is
    /// left, but for a tag that is its own end.</summary>
    public void SkipRaw(string element)
    {
        var end = "</" + element;
        var wasEmpty = IsEmpty;
        if (Find(end, at) is { } found)
        {
            at = After(">", found) ?? text.Length;
        }
        else if (!wasEmpty)
        {
            at = text.Length;
        }
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c is '_' or ':';

    private bool IsMarkup(int start)
    {
        var next = start + 1 < text.Length ? text[start + 1] : '\0';
        return next switch
        {
            '/' => start + 2 < text.Length && IsNameStart(text[start + 2]),
            '?' => true,
            '!' => StartsWithAt(start, "<!--") || StartsWithAt(start, "<![CDATA[") || After(">", start) is not null,
            _ => IsNameStart(next),
        };
    }

    private void ReadText()
    {
        var start = at++;
        while (at < text.Length)
        {
            var found = text.IndexOf('<', at);
            at = found < 0 ? text.Length : found;
            if (found < 0 || IsMarkup(found))
            {
                break;
            }

            at++;
        }

        Kind = MarkupKind.Text;
        content = start..at;
    }

    private void ReadVerbatim()
    {
        var start = at + "<![CDATA[".Length;
        var end = Find("]]>", start);
        Kind = MarkupKind.Verbatim;
        content = start..(end ?? text.Length);
        at = end + 3 ?? text.Length;
    }

    /// <summary>A comment without an end goes up to the next <c>&gt;</c>, as in the readers of old, so that it hides little.</summary>
    private void SkipComment() =>
        at = StartsWith("<!-->") ? at + 5
            : StartsWith("<!--->") ? at + 6
            : After("-->", at + 4) ?? After(">", at + 4) ?? text.Length;

    /// <summary>A document type, with all that it declares.</summary>
    private void SkipDeclaration()
    {
        var depth = 0;
        for (var i = at + 2; i < text.Length && !isHtml && !isDeclarationEndless; i++)
        {
            switch (text[i])
            {
                case '"' or '\'' when Find(text[i] == '"' ? "\"" : "'", i + 1) is { } quote:
                    i = quote;
                    break;
                case '<' when text.AsSpan(i).StartsWith("<!--") && Find("-->", i + 4) is { } comment:
                    i = comment + 2;
                    break;
                case '[' or '<':
                    depth++;
                    break;
                case ']':
                    depth--;
                    break;
                case '>' when depth <= 0:
                    at = i + 1;
                    return;
                case '>':
                    depth--;
                    break;
            }
        }

        isDeclarationEndless = true;
        at = After(">", at) ?? text.Length;
    }

    private void ReadEnd()
    {
        Kind = MarkupKind.End;
        name = NameAt(at + 2);
        var length = text.AsSpan(name.End.Value).IndexOfAny('<', '>');
        at = length < 0 ? text.Length : name.End.Value + length + (text[name.End.Value + length] == '>' ? 1 : 0);
    }

    private void ReadStart()
    {
        Kind = MarkupKind.Start;
        IsEmpty = false;
        attributes.Clear();
        name = NameAt(at + 1);
        at = name.End.Value;
        while (at < text.Length)
        {
            var c = text[at];
            if (c == '>')
            {
                at++;
                return;
            }

            if (c == '<')
            {
                return; // the tag was not closed
            }

            if (c == '/' || Blanks.Contains(c))
            {
                IsEmpty = c == '/' && at + 1 < text.Length && text[at + 1] == '>';
                at++;
            }
            else
            {
                ReadAttribute();
            }
        }
    }

    private void ReadAttribute()
    {
        var start = at;
        at = End(AttributeNameEnds, at + 1);
        var attribute = start..at;
        var next = SkipBlanks(at);
        var value = at..at;
        if (next < text.Length && text[next] == '=')
        {
            value = ReadValue(SkipBlanks(next + 1));
        }

        if (attributes.Count < MostAttributes)
        {
            attributes.Add((attribute, value));
        }
    }

    private Range ReadValue(int start)
    {
        var quote = start < text.Length ? text[start] : '\0';
        if (quote is '"' or '\'' && Find(quote == '"' ? "\"" : "'", start + 1) is { } end)
        {
            at = end + 1;
            return (start + 1)..end;
        }

        at = End(BareValueEnds, start);
        return start..at;
    }

    private Range NameAt(int start) => start..End(NameEnds, start);

    private int End(SearchValues<char> ends, int start)
    {
        var length = text.AsSpan(start).IndexOfAny(ends);
        return length < 0 ? text.Length : start + length;
    }

    private int SkipBlanks(int start)
    {
        while (start < text.Length && Blanks.Contains(text[start]))
        {
            start++;
        }

        return start;
    }

    private bool StartsWith(string mark) => StartsWithAt(at, mark);

    private bool StartsWithAt(int start, string mark) => text.AsSpan(start).StartsWith(mark);

    private int? After(string mark, int start) => Find(mark, start) + mark.Length;

    /// <summary>Where <paramref name="mark"/> stands next. That it stands nowhere after some place is remembered, so that a text
    /// full of openings without an end is not searched for each.</summary>
    private int? Find(string mark, int start)
    {
        if (missing.TryGetValue(mark, out var from) && start >= from)
        {
            return null;
        }

        var found = start > text.Length ? -1 : text.IndexOf(mark, start, StringComparison.OrdinalIgnoreCase);
        if (found >= 0)
        {
            return found;
        }

        missing[mark] = start;
        return null;
    }
}
