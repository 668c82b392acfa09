using System.Runtime.InteropServices;

namespace Inquit.Reading.Feeds;

/// <summary>What an open element is to the reader of a feed.</summary>
internal enum ElementKind
{
    /// <summary>It holds what might as well stand outside of it.</summary>
    Group,

    /// <summary>The feed.</summary>
    Feed,

    /// <summary>An entry.</summary>
    Entry,

    /// <summary>A person, of whom the text or the elements within tell.</summary>
    Person,

    /// <summary>A value, whose text is taken.</summary>
    Value,

    /// <summary>Markup within a text.</summary>
    Inline,

    /// <summary>What is passed over with all that it holds.</summary>
    Skipped,
}

/// <summary>An open element.</summary>
/// <param name="Name">Its name as written, in small letters.</param>
/// <param name="Kind">What it is to the reader.</param>
/// <param name="Base">What addresses within it count from; null where it is not said.</param>
/// <param name="Namespaces">How many namespaces were declared around it.</param>
internal readonly record struct OpenElement(string Name, ElementKind Kind, Uri? Base, int Namespaces);

/// <summary>
/// The elements that are open, the innermost last, and the namespaces declared on them. Its work is in proportion to the tags, however
/// deep they lie: an end tag without its start is known without looking at what is open.
/// </summary>
internal sealed class OpenElements
{
    /// <summary>The most that are kept; those within are passed over, their text is not.</summary>
    public const int Most = 250_000;

    private const int LongestName = 100;

    /// <summary>Declarations in force at one place up to which they count. Feeds have up to twenty.</summary>
    private const int MostNamespaces = 200;

    private readonly List<OpenElement> open = [];
    private readonly List<(string Prefix, string Namespace)> namespaces = [];
    private readonly Dictionary<string, int> counts = [];
    private string? ownNamespace;

    /// <summary>How many are open.</summary>
    public int Count => open.Count;

    /// <summary>How many namespaces are declared here.</summary>
    public int NamespaceCount => namespaces.Count;

    /// <summary>The innermost one; a group where none is open.</summary>
    public OpenElement Innermost => open.Count > 0 ? open[^1] : new OpenElement(string.Empty, ElementKind.Group, null, 0);

    /// <summary>Declares a namespace for the element that comes next.</summary>
    public void Declare(string prefix, string name)
    {
        if (namespaces.Count < MostNamespaces)
        {
            namespaces.Add((prefix, name));
        }
    }

    /// <summary>Takes back what was declared beyond this many namespaces.</summary>
    public void Undeclare(int count) => namespaces.RemoveRange(count, namespaces.Count - count);

    /// <summary>Takes the namespace of this prefix for the feed's own, whatever it is.</summary>
    public void TakeForOwn(string prefix) => ownNamespace = NamespaceOf(prefix);

    /// <summary>What a prefix stands for here; without a declaration what it stands for everywhere, and none for the feed.</summary>
    public Vocabulary VocabularyOf(string prefix)
    {
        var name = NamespaceOf(prefix);
        return string.IsNullOrEmpty(name) ? prefix.Length == 0 ? Vocabulary.Feed : FeedVocabulary.OfPrefix(prefix)
            : name == ownNamespace ? Vocabulary.Feed
            : FeedVocabulary.OfNamespace(name);
    }

    /// <summary>Opens an element.</summary>
    public void Open(OpenElement element)
    {
        open.Add(element);
        CollectionsMarshal.GetValueRefOrAddDefault(counts, element.Name, out _)++;
    }

    /// <summary>How many elements are open down to and with the innermost one of that name; 0 where none is.</summary>
    public int DepthOf(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestName)
        {
            return 0;
        }

        Span<char> small = stackalloc char[LongestName];
        small = small[..name.ToLowerInvariant(small)];
        if (!counts.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(small, out var count) || count == 0)
        {
            return 0;
        }

        var depth = open.Count;
        while (!small.SequenceEqual(open[depth - 1].Name))
        {
            depth--;
        }

        return depth;
    }

    /// <summary>How many elements are open down to and with the innermost one of that kind; 0 where none is.</summary>
    public int DepthOf(ElementKind kind) => open.FindLastIndex(element => element.Kind == kind) + 1;

    /// <summary>Closes the innermost element, which is returned.</summary>
    public OpenElement Close()
    {
        var element = open[^1];
        open.RemoveAt(open.Count - 1);
        counts[element.Name]--;
        Undeclare(element.Namespaces);
        return element;
    }

    /// <summary>The name as it is kept: in small letters, cut where it is longer than any that matters.</summary>
    public static string Small(ReadOnlySpan<char> name) => name[..Math.Min(name.Length, LongestName)].ToString().ToLowerInvariant();

    private string? NamespaceOf(string prefix)
    {
        for (var index = namespaces.Count - 1; index >= 0; index--)
        {
            if (namespaces[index].Prefix == prefix)
            {
                return namespaces[index].Namespace;
            }
        }

        return null;
    }
}
