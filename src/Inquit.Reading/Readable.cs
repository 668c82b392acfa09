namespace Inquit.Reading;

/// <summary>Something to read, with what is known of it from outside.</summary>
/// <param name="Source">What it is called in messages: a path, an address.</param>
/// <param name="Document">What its article is called.</param>
/// <param name="Open">Opens it, unpacked; whoever opens it closes it.</param>
internal sealed record Readable(string Source, string Document, Func<Stream> Open)
{
    /// <summary>Where it was found on the web; null where that is not known.</summary>
    public Uri? Address { get; init; }

    /// <summary>The encoding that whoever sent it named; null where nobody did.</summary>
    public string? Charset { get; init; }

    /// <summary>Standard input, which is not closed.</summary>
    public static Readable OfStandardInput(Stream standardInput) => new("standard input", "stdin", () => new InputStream(default, standardInput, keepOpen: true));

    /// <summary>A file, unpacked where its name says that it is packed, or standard input.</summary>
    public static Readable OfPath(string path, Stream standardInput) =>
        path == ArticleReader.StandardInputName ? OfStandardInput(standardInput) : new(path, Path.GetFileName(path), () => InputFile.Open(path));

    /// <summary>Bytes that are in memory.</summary>
    public static Readable Of(string source, string document, ReadOnlyMemory<byte> bytes) =>
        new(source, document, () => new InputStream(bytes, Stream.Null, keepOpen: false));
}
