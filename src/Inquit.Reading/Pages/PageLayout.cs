using System.Text;
using AngleSharp.Dom;

namespace Inquit.Reading.Pages;

/// <summary>A page cut into blocks of text, in the order of the page, and the boxes that hold them.</summary>
/// <param name="Blocks">The blocks.</param>
/// <param name="Boxes">The boxes, each after the one around it.</param>
internal sealed record PageLayout(IReadOnlyList<PageBlock> Blocks, IReadOnlyList<PageBox> Boxes)
{
    /// <summary>The layout of what stands in <paramref name="root"/>. Its tree must be of bounded depth: each level takes stack.</summary>
    public static PageLayout Of(IElement root)
    {
        var reader = new Reader();
        reader.ReadBox(root);
        return new PageLayout(reader.Blocks, reader.Boxes);
    }

    private sealed class Reader
    {
        private static readonly HashSet<string> Passed = new(StringComparer.Ordinal)
        {
            "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "video", "select", "option", "datalist",
            "button", "input", "textarea", "head", "title", "link", "meta", "map", "picture", "img", "frameset", "noframes", "progress", "meter",
        };

        private static readonly HashSet<string> LaidOut = new(StringComparer.Ordinal)
        {
            "html", "body", "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure",
            "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
            "summary", "table", "caption", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
        };

        private readonly MarkReader marks = new();
        private readonly StringBuilder text = new();
        private readonly List<PageBox> around = [];
        private int linkLength;
        private int linkDepth;

        public List<PageBlock> Blocks { get; } = [];

        public List<PageBox> Boxes { get; } = [];

        public void ReadBox(IElement element) => ReadBox(element, marks.Read(element));

        private void ReadBox(IElement element, BoxMarks read)
        {
            EndBlock();
            var box = new PageBox(element.LocalName, read, around.Count > 0 ? around[^1] : null, Blocks.Count);
            Boxes.Add(box);
            around.Add(box);
            if (element.LocalName == "tr" && IsRow(element))
            {
                ReadRow(element);
            }
            else
            {
                ReadInside(element);
            }

            EndBlock();
            around.RemoveAt(around.Count - 1);
            box.End = Blocks.Count;
        }

        private void ReadInside(IElement element)
        {
            var nodes = element.ChildNodes;
            for (var i = 0; i < nodes.Length; i++)
            {
                if (nodes[i] is IText words)
                {
                    Append(words.Data);
                }
                else if (nodes[i] is IElement inner && !Passed.Contains(inner.LocalName))
                {
                    ReadElement(inner);
                }
            }
        }

        /// <summary>Whether the cells of a row hold words only, as those of a table of figures do, and not parts of the page.</summary>
        private static bool IsRow(IElement row)
        {
            if (row.ChildElementCount < 2)
            {
                return false;
            }

            foreach (var cell in row.Children)
            {
                foreach (var inner in cell.Children)
                {
                    if (LaidOut.Contains(inner.LocalName) || inner.ChildElementCount > 2)
                    {
                        return false;
                    }
                }
            }

            return true;
        }

        private void ReadRow(IElement row)
        {
            foreach (var cell in row.Children)
            {
                ReadInside(cell);
                Append(" ");
            }
        }

        private void ReadElement(IElement element)
        {
            var name = element.LocalName;
            if (name == "br")
            {
                BreakLine();
            }
            else if (LaidOut.Contains(name))
            {
                ReadBox(element);
            }
            else if (name == "a")
            {
                linkDepth++;
                ReadInside(element);
                linkDepth--;
            }
            else if (name is "time" or "cite")
            {
                ReadInside(element);
            }
            else
            {
                var read = marks.Read(element);
                if ((read & (BoxMarks.Clutter | BoxMarks.Apparatus | BoxMarks.Hidden | BoxMarks.Deck)) != 0)
                {
                    ReadBox(element, read);
                }
                else
                {
                    ReadInside(element);
                }
            }
        }

        /// <summary>Two line breaks end a block, one is a line feed in it.</summary>
        private void BreakLine()
        {
            if (text.Length > 0 && text[^1] == '\n')
            {
                EndBlock();
            }
            else if (text.Length > 0)
            {
                TrimBlank();
                text.Append('\n');
            }
        }

        private void Append(string words)
        {
            foreach (var unit in words)
            {
                if (char.IsWhiteSpace(unit))
                {
                    if (text.Length > 0 && text[^1] is not (' ' or '\n'))
                    {
                        text.Append(' ');
                        linkLength += linkDepth > 0 ? 1 : 0;
                    }
                }
                else if (PlainText.IsVisible(unit))
                {
                    text.Append(unit);
                    linkLength += linkDepth > 0 ? 1 : 0;
                }
            }
        }

        private void TrimBlank()
        {
            while (text.Length > 0 && text[^1] is ' ' or '\n')
            {
                text.Length--;
            }
        }

        private void EndBlock()
        {
            TrimBlank();
            if (text.Length > 0)
            {
                Blocks.Add(new PageBlock(text.ToString(), Math.Min(linkLength, text.Length), Kind(), around[^1]));
                text.Clear();
            }

            linkLength = 0;
        }

        private BlockKind Kind()
        {
            for (var i = around.Count - 1; i >= 0; i--)
            {
                switch (around[i].Name)
                {
                    case "p" or "pre" or "blockquote":
                        return BlockKind.Paragraph;
                    case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                        return BlockKind.Heading;
                    case "li" or "dd" or "dt" or "tr":
                        return BlockKind.Item;
                    case "div" or "td" or "section" or "article" or "body":
                        return BlockKind.Loose;
                }
            }

            return BlockKind.Loose;
        }
    }
}
