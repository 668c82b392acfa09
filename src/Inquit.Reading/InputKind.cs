namespace Inquit.Reading;

/// <summary>What an input's name says it is.</summary>
internal enum InputKind
{
    /// <summary>One article, as plain text.</summary>
    Text,

    /// <summary>One JSON record, or an array of them.</summary>
    Json,

    /// <summary>A JSON record a line.</summary>
    JsonLines,

    /// <summary>An HTML page.</summary>
    Page,

    /// <summary>A feed.</summary>
    Feed,

    /// <summary>A web archive.</summary>
    Archive,

    /// <summary>An address on the web.</summary>
    Address,

    /// <summary>Anything else.</summary>
    Unknown,
}

/// <summary>A path with what its name says.</summary>
/// <param name="Path">The path as given.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Document">The file's name without its extensions.</param>
internal sealed record InputName(string Path, InputKind Kind, string Document)
{
    /// <summary>Reads a path's extension. A name without one is taken for text, so that pipes (<c>/dev/fd/63</c>) can be read.</summary>
    public static InputName Parse(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        var isGzip = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        var plain = isGzip ? name[..^3] : name;
        var extension = System.IO.Path.GetExtension(plain);
        var kind = path.Contains("://", StringComparison.Ordinal)
            ? InputKind.Address
            : extension.ToLowerInvariant() switch
            {
                ".txt" => InputKind.Text,
                "" when !isGzip => InputKind.Text,
                ".json" => InputKind.Json,
                ".jsonl" => InputKind.JsonLines,
                ".html" or ".htm" or ".xhtml" => InputKind.Page,
                ".xml" or ".rss" or ".atom" or ".rdf" => InputKind.Feed,
                ".warc" => InputKind.Archive,
                _ => InputKind.Unknown,
            };
        return new InputName(path, kind, System.IO.Path.GetFileNameWithoutExtension(plain));
    }

    /// <summary>Whether a file found in a folder is read: its extension says that it is an article, and it is not hidden.</summary>
    public bool IsReadFromFolder =>
        Kind is not (InputKind.Address or InputKind.Unknown)
        && !System.IO.Path.GetFileName(Path).StartsWith('.')
        && System.IO.Path.HasExtension(Path);
}
