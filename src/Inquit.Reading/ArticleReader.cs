using Inquit.Reading.Fetching;

namespace Inquit.Reading;

/// <summary>
/// Reads articles from files, folders, standard input and the web, one after another: an input is opened when its turn comes, so
/// that a folder of any size can be read. An input that cannot be read comes as a <see cref="ReadResult"/> with its problem,
/// and the next one follows.
/// </summary>
public sealed class ArticleReader
{
    /// <summary>The name under which standard input is given.</summary>
    public const string StandardInputName = "-";

    private const string ReadableNames = ".txt, .html, .json, .jsonl, .xml, .rss, .atom or .warc";

    private const string UnknownName = $"The name does not say what this is. Files that can be read end in {ReadableNames} (also packed: .gz).";

    private readonly KindReader reader;
    private readonly Stream standardInput;
    private readonly InputKind standardInputKind;
    private readonly WebArticles? web;

    /// <summary>Creates a reader.</summary>
    /// <param name="standardInput">What <c>-</c> stands for. It is not closed.</param>
    /// <param name="options">Limits; null for the usual ones.</param>
    /// <param name="fetcher">Who gets what is at an address; null where nothing may be fetched.</param>
    /// <param name="standardInputKind">What standard input holds: <c>text</c>, <c>html</c>, <c>json</c>, <c>jsonl</c>, <c>feed</c> or <c>warc</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="standardInputKind"/> is none of these.</exception>
    public ArticleReader(Stream standardInput, ReadingOptions? options = null, WebFetcher? fetcher = null, string standardInputKind = "text")
    {
        ArgumentNullException.ThrowIfNull(standardInput);
        this.standardInput = standardInput;
        this.standardInputKind = InputKinds.Named(standardInputKind) ?? throw new ArgumentException($"'{standardInputKind}' is no kind of input.", nameof(standardInputKind));
        reader = new KindReader(options ?? ReadingOptions.Default);
        web = fetcher is null ? null : new WebArticles(fetcher, reader);
    }

    /// <summary>The kinds that standard input may be of.</summary>
    public static IReadOnlyList<string> StandardInputKinds => InputKinds.Names;

    /// <summary>The articles of <paramref name="inputs"/>, in their order; the files of a folder in ordinal order of their names.</summary>
    public IEnumerable<ReadResult> Read(IEnumerable<string> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.SelectMany(ReadInput);
    }

    /// <summary>The articles at an address of the web, and what could not be read. Nothing but the web is asked, whatever the address looks like.</summary>
    public IEnumerable<ReadResult> Read(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return web?.Read(address.AbsoluteUri) ?? [NothingFetched(address.AbsoluteUri)];
    }

    /// <summary>The articles of something that is no file but has a file's name, which says what it is.</summary>
    /// <param name="name">The name, as <c>news.jsonl.gz</c>.</param>
    /// <param name="open">Opens what it holds, packed or not; whoever opens it closes it.</param>
    public IEnumerable<ReadResult> Read(string name, Func<Stream> open)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(open);
        var input = InputName.Parse(Path.GetFileName(name));
        return input.Kind is InputKind.Unknown or InputKind.Address
            ? [ReadResult.Failed(name, UnknownName)]
            : reader.Read(new Readable(name, input.Document, () => InputStream.Unpacked(open())), input.Kind);
    }

    /// <summary>The HTML pages of <paramref name="inputs"/>, in their order, each to be read by a call from any thread: every file given, whatever
    /// its name, the pages of a folder, and <c>-</c> for a page on standard input.</summary>
    public IEnumerable<Func<ReadResult>> Pages(IEnumerable<string> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.SelectMany(PagesOf);
    }

    /// <summary>How many results <see cref="Read(IEnumerable{string})"/> gives for <paramref name="inputs"/>; null where only reading them would tell, or use them up.</summary>
    public int? Count(IEnumerable<string> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var sum = 0;
        foreach (var count in inputs.SelectMany(CountsOf))
        {
            if (count is null)
            {
                return null;
            }

            sum += count.Value;
        }

        return sum;
    }

    private IEnumerable<int?> CountsOf(string input) =>
        input == StandardInputName ? [null]
        : Directory.Exists(input) ? Articles(input).Select(file => file.Problem is null ? CountOf(file.Name) : 1)
        : [CountOf(InputName.Parse(input))];

    private int? CountOf(InputName name) => name.Kind switch
    {
        InputKind.Text or InputKind.Page or InputKind.Unknown => 1,
        InputKind.Json or InputKind.JsonLines or InputKind.Feed when FolderWalk.FindNothing(name.Path) is null => ReadFile(name).Count(),
        _ => null,
    };

    private IEnumerable<Func<ReadResult>> PagesOf(string input)
    {
        if (input == StandardInputName)
        {
            return [() => reader.ReadPage(StandardInput())];
        }

        return Directory.Exists(input)
            ? FolderFiles(input, name => name.Kind == InputKind.Page, "The folder holds no page. Give one with .html files (also packed: .gz).")
                .Select(file => (Func<ReadResult>)(() => file.Problem is null ? reader.ReadPage(FileOf(file.Name)) : ReadResult.Failed(file.Name.Path, file.Problem)))
            : [() => reader.ReadPage(FileOf(InputName.Parse(input)))];
    }

    private IEnumerable<ReadResult> ReadInput(string input) =>
        input == StandardInputName ? reader.Read(StandardInput(), standardInputKind)
        : Directory.Exists(input) ? ReadFolder(input)
        : ReadFile(InputName.Parse(input));

    private IEnumerable<ReadResult> ReadFolder(string folder) =>
        Articles(folder).SelectMany(file => file.Problem is null ? ReadFile(file.Name) : [ReadResult.Failed(file.Name.Path, file.Problem)]);

    private static IEnumerable<(InputName Name, string? Problem)> Articles(string folder) =>
        FolderFiles(folder, _ => true, $"The folder holds no article. Give one with {ReadableNames} files (also packed: .gz).");

    /// <summary>The files of a folder that are read, and what is wrong with others; a problem of the folder itself where there is none.</summary>
    private static IEnumerable<(InputName Name, string? Problem)> FolderFiles(string folder, Func<InputName, bool> isWanted, string ifNone)
    {
        var isEmpty = true;
        foreach (var (path, problem) in FolderWalk.Files(folder))
        {
            var name = InputName.Parse(path);
            if (problem is not null || (name.IsReadFromFolder && isWanted(name)))
            {
                isEmpty = false;
                yield return (name, problem ?? FolderWalk.FindNothing(path));
            }
        }

        if (isEmpty)
        {
            yield return (InputName.Parse(folder), ifNone);
        }
    }

    private IEnumerable<ReadResult> ReadFile(InputName name) => name.Kind switch
    {
        InputKind.Address => web?.Read(name.Path) ?? [NothingFetched(name.Path)],
        InputKind.Unknown => [ReadResult.Failed(name.Path, UnknownName + " A text of another name can be given on standard input ('-').")],
        _ => reader.Read(FileOf(name), name.Kind),
    };

    private static ReadResult NothingFetched(string address) => ReadResult.Failed(address, "Nothing is fetched from the web here. Save the page as an .html file.");

    private Readable StandardInput() => Readable.OfStandardInput(standardInput);

    /// <summary>A file. An archive tells by its first bytes whether it is packed, whatever its name.</summary>
    private static Readable FileOf(InputName name) => new(
        name.Path,
        name.Document,
        () => name.Kind == InputKind.Archive ? InputFile.OpenPacked(name.Path) : InputFile.Open(name.Path));
}
