namespace Inquit.Reading.Pages;

/// <summary>An element that is laid out as a box, and which of the page's blocks it holds: those from <see cref="Start"/> up to
/// but without <see cref="End"/>.</summary>
internal sealed class PageBox(string name, BoxMarks marks, PageBox? parent, int start)
{
    /// <summary>The element's name: <c>div</c>.</summary>
    public string Name { get; } = name;

    /// <summary>What its class and id say.</summary>
    public BoxMarks Marks { get; } = marks;

    /// <summary>The box around it; null for the page.</summary>
    public PageBox? Parent { get; } = parent;

    /// <summary>Its first block.</summary>
    public int Start { get; } = start;

    /// <summary>The block after its last one.</summary>
    public int End { get; set; } = start;

    /// <summary>This box and those around it, from the inside out.</summary>
    public IEnumerable<PageBox> Chain
    {
        get
        {
            for (var box = this; box is not null; box = box.Parent)
            {
                yield return box;
            }
        }
    }
}
