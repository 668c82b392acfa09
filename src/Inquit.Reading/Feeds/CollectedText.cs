using System.Text;
using Inquit.Reading.Markup;

namespace Inquit.Reading.Feeds;

/// <summary>How an element's text is to be understood.</summary>
internal enum TextMode
{
    /// <summary>As itself.</summary>
    Plain,

    /// <summary>As HTML, whose tags are written with references or in a CDATA section.</summary>
    Html,

    /// <summary>As text, in which elements are markup.</summary>
    Inline,

    /// <summary>As bytes, coded as in mail.</summary>
    Base64,
}

/// <summary>The text of an element while it is read.</summary>
/// <param name="meaning">What the element means.</param>
/// <param name="mode">How its text is to be understood.</param>
/// <param name="isLink">Whether it is also a link: an RSS guid that says nothing else of itself.</param>
internal sealed class CollectedText(FeedMeaning meaning, TextMode mode, bool isLink = false)
{
    private readonly StringBuilder text = new();

    /// <summary>What the element means.</summary>
    public FeedMeaning Meaning => meaning;

    /// <summary>Whether it is also a link.</summary>
    public bool IsLink => isLink;

    /// <summary>Whether its markup is part of it.</summary>
    public bool HasMarkup => mode != TextMode.Plain;

    /// <summary>What addresses in it count from, by what its first element says; null where there is none.</summary>
    public Uri? Base { get; set; }

    /// <summary>The name in it, where it is a person.</summary>
    public string? PersonName { get; set; }

    /// <summary>The mail address in it, where it is a person.</summary>
    public string? PersonAddress { get; set; }

    /// <summary>How the text of an element is to be understood, by what it says of itself.</summary>
    /// <param name="type">Its attribute <c>type</c>.</param>
    /// <param name="transfer">Its attribute <c>mode</c>, of Atom 0.3.</param>
    /// <param name="isAtomText">Whether it is a text of Atom, which is plain where it says nothing.</param>
    public static TextMode ModeOf(string? type, string? transfer, bool isAtomText)
    {
        type = type?.Split(';')[0].Trim().ToLowerInvariant();
        return transfer == "base64" ? TextMode.Base64 : type switch
        {
            null or "" => isAtomText && transfer != "escaped" ? TextMode.Inline : TextMode.Html,
            "html" or "text/html" => TextMode.Html,
            "text" or "plain" or "xhtml" => TextMode.Inline,
            _ when type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("xml", StringComparison.Ordinal) => TextMode.Inline,
            _ => type.Contains('/', StringComparison.Ordinal) ? TextMode.Base64 : TextMode.Html,
        };
    }

    /// <summary>Adds text with its references resolved.</summary>
    public void Append(ReadOnlySpan<char> resolved)
    {
        if (mode == TextMode.Inline)
        {
            SafeHtml.Escape(text, resolved);
        }
        else
        {
            text.Append(resolved);
        }
    }

    /// <summary>Adds the start of an element within.</summary>
    public void AppendStart(MarkupReader tag, ReadOnlySpan<char> name)
    {
        text.Append('<').Append(name);
        for (var index = 0; index < tag.AttributeCount; index++)
        {
            SafeHtml.Escape(text.Append(' ').Append(tag.AttributeName(index)).Append("=\""), tag.AttributeValue(index), inAttribute: true).Append('"');
        }

        text.Append('>');
    }

    /// <summary>Adds the end of an element within.</summary>
    public void AppendEnd(ReadOnlySpan<char> name)
    {
        if (!SafeHtml.IsWithoutContent(name))
        {
            text.Append("</").Append(name).Append('>');
        }
    }

    /// <summary>The text as it was written, without blanks around it and control characters in it.</summary>
    public string ToPlain() => SafeHtml.WithoutControls(text.ToString()).Trim();

    /// <summary>The text as HTML that can be shown; null where it is none.</summary>
    public string? ToHtml(Uri? baseAddress)
    {
        var written = text.ToString();
        if (mode != TextMode.Base64)
        {
            return SafeHtml.Of(written, baseAddress);
        }

        var bytes = new byte[written.Length];
        return Convert.TryFromBase64String(written, bytes, out var length) && !bytes.AsSpan(0, length).Contains((byte)0)
            ? SafeHtml.Of(LabelledText.Decode(bytes.AsSpan(0, length), null), baseAddress)
            : null;
    }
}
