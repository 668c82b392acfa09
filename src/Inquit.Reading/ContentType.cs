namespace Inquit.Reading;

/// <summary>What a server says that it sends: <c>text/html; charset=utf-8</c>.</summary>
/// <param name="Name">The kind, in small letters; empty where it does not say.</param>
/// <param name="Charset">The encoding; null where it does not say.</param>
internal readonly record struct ContentType(string Name, string? Charset)
{
    /// <summary>Whether it says nothing, or nothing more than bytes.</summary>
    public bool IsUnknown => Name is "" or "application/octet-stream" or "binary/octet-stream" or "application/unknown" or "unknown/unknown" or "no-type" or "unk";

    /// <summary>Whether it is a web page.</summary>
    public bool IsPage => Name is "text/html" or "application/xhtml+xml";

    /// <summary>Whether it is a whole answer of a web server.</summary>
    public bool IsHttp => Name == "application/http";

    /// <summary>Reads a <c>Content-Type</c>.</summary>
    public static ContentType Parse(string? written)
    {
        var parts = (written ?? string.Empty).Split(';', StringSplitOptions.TrimEntries);
        var charset = parts.Skip(1)
            .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
            .FirstOrDefault(part => part.Length == 2 && part[0].Equals("charset", StringComparison.OrdinalIgnoreCase));
        return new ContentType(parts[0].ToLowerInvariant(), charset?[1].Trim('"', '\'') is { Length: > 0 } name ? name : null);
    }
}
