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

    /// <summary>Whether this box, or one of those around it up to so many levels in all, has one of <paramref name="marks"/>.</summary>
    public bool IsMarked(BoxMarks marks, int levels = int.MaxValue)
    {
        for (var box = this; box is not null && levels-- > 0; box = box.Parent)
        {
            if ((box.Marks & marks) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether this box is <paramref name="outer"/> or in it.</summary>
    public bool IsWithin(PageBox outer) => Start >= outer.Start && End <= outer.End && Chain.Contains(outer);
}
