using AngleSharp.Dom;

namespace Inquit.Reading.Pages;

/// <summary>A page's meta tags, by the name that they have in <c>name</c>, <c>property</c>, <c>itemprop</c> or <c>http-equiv</c>, without regard to case.</summary>
internal sealed class MetaTags
{
    private static readonly string[] Keys = ["name", "property", "itemprop", "http-equiv"];

    private readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the meta tags of a page.</summary>
    public MetaTags(IDocument document)
    {
        foreach (var meta in document.QuerySelectorAll("meta[content]"))
        {
            if (PlainText.Of(meta.GetAttribute("content")) is { } content)
            {
                foreach (var key in Keys)
                {
                    if (meta.GetAttribute(key) is { Length: > 0 } name)
                    {
                        Add(name.Trim(), content);
                    }
                }
            }
        }
    }

    /// <summary>The first value of the first of <paramref name="names"/> that the page has.</summary>
    public string? First(params ReadOnlySpan<string> names) => FirstWithName(names).Value;

    /// <summary>The same, with the name that it had.</summary>
    public (string? Name, string? Value) FirstWithName(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (values.TryGetValue(name, out var found))
            {
                return (name, found[0]);
            }
        }

        return default;
    }

    /// <summary>All values of a name.</summary>
    public IReadOnlyList<string> All(string name) => values.TryGetValue(name, out var found) ? found : [];

    private void Add(string name, string content)
    {
        if (!values.TryGetValue(name, out var list))
        {
            values[name] = list = [];
        }

        list.Add(content);
    }
}
