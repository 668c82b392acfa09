using System.Text;
using Inquit.Reading.Markup;

namespace Inquit.Reading.Feeds;

/// <summary>A text of a feed that may have markup.</summary>
/// <param name="Html">The text as HTML that can be shown: harmless elements, each closed, with whole addresses where they could be
/// told; <c>&amp;</c> and <c>&lt;</c> that are text are references.</param>
public sealed record FeedText(string Html)
{
    /// <summary>The text as a reader sees it: without tags, references resolved, white space folded.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder(Html.Length);
            var reader = new MarkupReader(Html, isHtml: true);
            while (reader.Read())
            {
                text.Append(reader.Kind == MarkupKind.Text ? CharacterReferences.Resolve(reader.Text, isHtml: true) : IsInLine(reader) ? "" : " ");
            }

            return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Html;

    /// <summary>Whether an element stands within a line, so that no text ends at it.</summary>
    internal static bool IsInLine(MarkupReader tag) => tag.Name is
        "a" or "abbr" or "acronym" or "b" or "bdi" or "bdo" or "big" or "cite" or "code" or "del" or "dfn" or "em" or "i" or "ins" or "kbd" or "mark" or "q" or "s"
        or "samp" or "small" or "span" or "strike" or "strong" or "sub" or "sup" or "time" or "tt" or "u" or "var" or "wbr";
}
